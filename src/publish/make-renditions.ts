import { copyFile, link, mkdir, rename, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Picture, Rendition } from "../model/picture.ts";

/** Encoder settings are part of a cached file's name: other settings are other files. */
const recipe = "1";
const quality = { "image/webp": 74, "image/jpeg": 80, "image/png": 0 } as const;

/**
 * Makes every file of the pictures in the stage, encoding only what the cache has not kept from an earlier build.
 * Metadata (place, device) never reaches a reader: nothing but pixels is written.
 * @returns the size of each file in bytes, by its address
 * @throws Error with a cause when a picture cannot be decoded or the disk fails
 */
export async function makeRenditions(job: {
  readonly pictures: readonly Picture[];
  /** The folder that holds `content/`. */
  readonly root: string;
  readonly cache: string;
  /** The site folder being staged. */
  readonly stage: string;
}): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  for (const picture of job.pictures) {
    for (const rendition of [...picture.webp, picture.jpeg]) {
      const kept = path.join(job.cache, "images", `${recipe}-${path.basename(rendition.address)}`);
      let size = await sizeOf(kept);
      if (size === null) {
        await encode(path.join(job.root, "content", "images", picture.src), rendition, kept);
        size = await sizeOf(kept);
      }
      const placed = path.join(job.stage, rendition.address);
      await mkdir(path.dirname(placed), { recursive: true });
      await link(kept, placed).catch(() => copyFile(kept, placed));
      sizes.set(rendition.address, size ?? 0);
    }
  }
  return sizes;
}

async function encode(source: string, rendition: Rendition, target: string): Promise<void> {
  // Loaded only when something has to be encoded: a build that finds all in the cache need not pay for it.
  const { default: sharp } = await import("sharp");
  let made: Buffer;
  try {
    const picture = sharp(source, { density: 96 }).rotate().resize(rendition.width, rendition.height, { fit: "fill" });
    if (rendition.type === "image/webp") made = await picture.webp({ quality: quality[rendition.type], effort: 4 }).toBuffer();
    // Mail clients that cannot show transparency show it black: white paper goes beneath.
    else made = await picture.flatten({ background: "#ffffff" }).jpeg({ quality: quality["image/jpeg"], mozjpeg: true }).toBuffer();
  } catch (cause) {
    throw new Error(`The picture content/images/${path.basename(source)} cannot be read as a picture.`, { cause });
  }
  await mkdir(path.dirname(target), { recursive: true });
  const beside = `${target}.${process.pid}.part`;
  await writeFile(beside, made);
  await rename(beside, target);
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch {
    return null;
  }
}
