import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";

/** What a hub was last told: by the path of each feed, the hash of what stood in it. */
export type PingRecord = Readonly<Record<string, string>>;

/** Reads what the hub at an address was told; nothing when it never was, or when the record cannot be understood: then it is told all. */
export async function readPings(file: string, hub: string): Promise<PingRecord> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "{}";
    throw error;
  });
  const found = parse(text);
  if (!isRecord(found) || found.hub !== hub || !isRecord(found.feeds)) return {};
  return Object.fromEntries(Object.entries(found.feeds).map(([name, hash]) => [name, String(hash)]));
}

/** Keeps what a hub was told. */
export async function writePings(file: string, hub: string, feeds: PingRecord): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.part`;
  await writeFile(beside, `${JSON.stringify({ hub, feeds }, null, 1)}\n`);
  await rename(beside, file);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
