import { lstat, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { UsageError } from "./usage.ts";

/** The largest file that is read as copy, in bytes. */
export const largestCopy = 20_000_000;

/** A file that may hold copy. */
export interface CopyFile {
  readonly path: string;
  /** Whether it was named itself, or found in a folder that was. */
  readonly named: boolean;
  /** In bytes. */
  readonly size: number;
}

/** The files that the arguments name, folders opened, in a fixed order. Hidden files and symbolic links in a folder are left alone. */
export async function findCopy(given: readonly string[]): Promise<readonly CopyFile[]> {
  const files: CopyFile[] = [];
  for (const name of given) {
    const found = await lstat(name).catch((cause: unknown) => {
      throw new UsageError(reasonOf(name, cause), { cause });
    });
    if (!found.isDirectory()) files.push({ path: name, named: true, size: found.size });
    else {
      const inside = await openFolder(name);
      if (inside.length === 0) throw new UsageError(`There are no files in the folder ${name}. Name the folder that holds the copy.`);
      files.push(...inside);
    }
  }
  return files;
}

/** Reads a file; what the disk refuses becomes a sentence. */
export async function readCopy(file: CopyFile): Promise<Uint8Array> {
  return readFile(file.path).catch((cause: unknown) => {
    throw new UsageError(reasonOf(file.path, cause), { cause });
  });
}

async function openFolder(folder: string): Promise<readonly CopyFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files: CopyFile[] = [];
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const place = path.join(folder, entry.name);
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory()) files.push(...(await openFolder(place)));
    else if (entry.isFile()) files.push({ path: place, named: false, size: (await lstat(place)).size });
  }
  return files;
}

function reasonOf(name: string, cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? cause.code : null;
  if (code === "ENOENT" || code === "ENOTDIR") return `There is no file ${name}. Check the name.`;
  if (code === "EACCES" || code === "EPERM") return `You may not read ${name}. Ask whoever owns the file.`;
  return `${name} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`;
}
