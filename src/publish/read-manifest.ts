import { readFile } from "node:fs/promises";
import path from "node:path";
import { manifestName } from "./output-folder.ts";
import type { FileRecord } from "./write-manifest.ts";

/** The files of a finished build; `null` where there is none, or its manifest is not one of ours. */
export async function readManifest(folder: string): Promise<readonly FileRecord[] | null> {
  const text = await readFile(path.join(folder, manifestName), "utf8").catch(() => null);
  if (text === null) return null;
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found !== "object" || found === null || !("files" in found) || !Array.isArray(found.files)) return null;
    return found.files.filter(isFileRecord);
  } catch {
    return null;
  }
}

function isFileRecord(value: unknown): value is FileRecord {
  return (
    typeof value === "object" &&
    value !== null &&
    "path" in value &&
    typeof value.path === "string" &&
    "sha256" in value &&
    typeof value.sha256 === "string" &&
    "bytes" in value &&
    typeof value.bytes === "number"
  );
}
