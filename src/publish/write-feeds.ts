import { createHash } from "node:crypto";
import { type FileHandle, link, mkdir, open } from "node:fs/promises";
import path from "node:path";
import type { Edition } from "../model/edition.ts";
import { renderEveryFeed } from "../render/every-feed.ts";
import { readManifest } from "./read-manifest.ts";
import type { FileRecord } from "./write-manifest.ts";

const atOnce = 500;

/**
 * Writes every feed below the stage's site. One that is as it was in the last build is not written again but linked, so that it keeps its date: a
 * server that names versions by date would otherwise have every reader fetch it anew.
 * @param sizeOf bytes of a picture file by its address
 * @param output the last build, which may not be there
 * @returns what was written and what was linked, for the manifest
 */
export async function writeFeeds(
  edition: Edition,
  sizeOf: (address: string) => number,
  stage: string,
  output: string,
): Promise<{ readonly files: readonly FileRecord[]; readonly written: readonly string[] }> {
  const before = new Map((await readManifest(output))?.map((file) => [file.path, file.sha256]));
  const files: FileRecord[] = [];
  const written: string[] = [];
  const folders = new Set<string>();
  for (const { address, pieces } of renderEveryFeed(edition, sizeOf)) {
    const name = `site${address}`;
    const target = path.join(stage, name);
    const folder = path.dirname(target);
    if (!folders.has(folder)) await mkdir(folder, { recursive: true });
    folders.add(folder);
    const record = describe(name, pieces);
    files.push(record);
    if (before.get(name) === record.sha256 && (await linked(path.join(output, name), target))) continue;
    await write(target, pieces);
    written.push(name);
  }
  return { files, written };
}

function describe(name: string, pieces: readonly Uint8Array[]): FileRecord {
  const hash = createHash("sha256");
  for (const piece of pieces) hash.update(piece);
  return { path: name, bytes: pieces.reduce((sum, { length }) => sum + length, 0), sha256: hash.digest("hex") };
}

async function write(target: string, pieces: readonly Uint8Array[]): Promise<void> {
  const file = await open(target, "w");
  try {
    // The system takes some thousand pieces in one call, and says how many bytes it took; an archive may have more pieces.
    for (let first = 0; first < pieces.length; first += atOnce) await writeAll(file, pieces.slice(first, first + atOnce));
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, pieces: readonly Uint8Array[]): Promise<void> {
  const { bytesWritten } = await file.writev([...pieces]);
  const bytes = pieces.reduce((sum, { length }) => sum + length, 0);
  if (bytesWritten < bytes) await file.writeFile(Buffer.concat(pieces).subarray(bytesWritten));
}

/** Whether the file could be linked; some disks know no links, and somebody may have removed it. */
async function linked(file: string, target: string): Promise<boolean> {
  return link(file, target).then(
    () => true,
    () => false,
  );
}
