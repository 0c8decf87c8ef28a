import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { imageSize } from "image-size";
import { type Picture, planPicture } from "../model/picture.ts";
import type { Place, Problem } from "../model/problem.ts";
import { nearest } from "./nearest.ts";

const folder = "content/images";

/** The pictures of a newsroom, each read once, when the first article asks for it. */
export interface Pictures {
  /** The picture by what the copy calls it; `null`, with a problem at the place, when there is none to show. */
  readonly find: (src: string, place: () => Place, problems: Problem[]) => Promise<Picture | null>;
  /** The picture with these very bytes; `null` when it is not there any more. */
  readonly findSame: (src: string, hash: string) => Promise<Picture | null>;
}

/** @param files what stands below content/images, as paths below the root */
export function openPictures(root: string, files: readonly string[]): Pictures {
  const names = new Set(files.map((file) => file.slice(folder.length + 1)));
  const read = new Map<string, Promise<Picture | null>>();
  const open = (src: string) => {
    const picture = read.get(src) ?? measure(root, src);
    read.set(src, picture);
    return picture;
  };
  return {
    findSame: async (src, hash) => {
      const picture = names.has(src) ? await open(src) : null;
      return picture?.hash === hash ? picture : null;
    },
    find: async (written, place, problems) => {
      const src = nameBelowImages(written);
      if (src === null) {
        problems.push({
          code: "picture-elsewhere",
          severity: "error",
          place: place(),
          message: `The picture “${written}” stands outside content/images.`,
          hint: "Save the picture in content/images and write its name there, such as ferry.jpg.",
        });
        return null;
      }
      if (!names.has(src)) {
        const near = nearest(src, names);
        problems.push({
          code: "picture-missing",
          severity: "error",
          place: place(),
          message: `There is no picture “${src}” in content/images.`,
          hint: near === null ? "Put the picture there, or correct its name." : `Did you mean “${near}”? Otherwise put the picture there.`,
        });
        return null;
      }
      const found = await open(src);
      if (found === null) {
        problems.push({
          code: "picture-unreadable",
          severity: "error",
          place: place(),
          message: `The picture “${src}” cannot be read as a picture.`,
          hint: "Save it again as JPEG, PNG, WebP, or an SVG with a width and a height.",
        });
      }
      return found;
    },
  };
}

async function measure(root: string, src: string): Promise<Picture | null> {
  const bytes = await readFile(path.join(root, folder, src));
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    if (!(width >= 1 && height >= 1)) return null;
    // EXIF orientations 5 to 8 lie on their side.
    const turned = orientation >= 5;
    const hash = createHash("sha256").update(bytes).digest("hex");
    return planPicture({ src, hash, width: Math.round(turned ? height : width), height: Math.round(turned ? width : height) });
  } catch {
    return null;
  }
}

/** `ferry.jpg` from `ferry.jpg`, `images/ferry.jpg` or `/images/ferry.jpg`; `null` for an address elsewhere. */
function nameBelowImages(written: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(written) || written.startsWith("//")) return null;
  const name = written.replace(/^\.?\//, "").replace(/^(?:content\/)?images\//, "");
  return name.split("/").includes("..") ? null : name;
}
