/** One file made from a picture, in one size and format. */
export interface Rendition {
  /** Address below the publication's root: `/images/ferry-1a2b3c4d-960.webp`. */
  readonly address: string;
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  readonly type: "image/jpeg" | "image/webp" | "image/png";
}

/** A picture in `content/images`, and the files that readers get of it. */
export interface Picture {
  /** Path below `content/images`. */
  readonly src: string;
  /** SHA-256 of the file's bytes, in hex. */
  readonly hash: string;
  /** Pixels, as shown (after turning by its EXIF orientation). */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** WebP in rising widths, for `srcset`. */
  readonly webp: readonly Rendition[];
  /** The JPEG that every reader, mail client and card can show: at most 1,200 pixels wide. */
  readonly jpeg: Rendition;
}

const webpWidths = [480, 960, 1600] as const;
const jpegWidth = 1200;

/** Plans the files of a picture from its measures alone. The hash is in the address, so a changed picture has a new one. */
export function planPicture(measured: { src: string; hash: string; width: number; height: number }): Picture {
  const stem = measured.src.replace(/\.[^.]+$/, "").replace(/[^A-Za-z0-9-]+/g, "-");
  const rendition = (wanted: number, type: Rendition["type"], extension: string): Rendition => {
    const width = Math.min(wanted, measured.width);
    const height = Math.max(1, Math.round((measured.height * width) / measured.width));
    return { address: `/images/${stem}-${measured.hash.slice(0, 8)}-${width}.${extension}`, width, height, type };
  };
  const widths = webpWidths.filter((_, index) => index === 0 || (webpWidths[index - 1] ?? 0) < measured.width);
  return {
    ...measured,
    webp: widths.map((wanted) => rendition(wanted, "image/webp", "webp")),
    jpeg: rendition(jpegWidth, "image/jpeg", "jpg"),
  };
}
