import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { compareText } from "../model/problem.ts";
import { manifestName } from "./output-folder.ts";

export interface FileRecord {
  /** Below the output folder, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Writes `manifest.json`: every file of the output with its size and hash, sorted by path.
 * @param known files whose records are made already; they are not read again
 * @param look is shown every file that is read
 */
export async function writeManifest(
  folder: string,
  known: readonly FileRecord[],
  look: (name: string, bytes: Uint8Array) => void = () => {},
): Promise<readonly FileRecord[]> {
  const made = new Map(known.map((record) => [record.path, record]));
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const records: FileRecord[] = [];
  for (const file of files) {
    const name = path.relative(folder, file).split(path.sep).join("/");
    records.push(made.get(name) ?? (await describe(file, name, look)));
  }
  records.sort((a, b) => compareText(a.path, b.path));
  await writeFile(path.join(folder, manifestName), `${JSON.stringify({ files: records }, null, 1)}\n`);
  return records;
}

async function describe(file: string, name: string, look: (name: string, bytes: Uint8Array) => void): Promise<FileRecord> {
  const bytes = await readFile(file);
  look(name, bytes);
  return { path: name, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}
