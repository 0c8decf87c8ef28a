import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const here = import.meta.dirname;
const newsrooms = path.join(here, "newsrooms");

/** What the golden newsroom's build must look like. */
export const expectedFolder = path.join(newsrooms, "golden", "expected");

/** The moment the golden newsroom is built for. */
export const goldenMoment = "2026-11-24T09:00";

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command below a root. */
export async function broadsheet(root: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Run> {
  const command = path.join(here, "..", "src", "cli", "main.ts");
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ["--import", "tsx", command, ...args, "--root", root], {
      env: { ...process.env, NO_COLOR: "1", ...environment },
      cwd: path.join(here, ".."),
      maxBuffer: 64 * 1024 * 1024,
    });
    return { code: 0, stdout, stderr };
  } catch (error) {
    if (!(error instanceof Error && "stdout" in error && "stderr" in error && "code" in error)) throw error;
    return { code: Number(error.code), stdout: String(error.stdout), stderr: String(error.stderr) };
  }
}

/** A temporary copy of one of the newsrooms in test/newsrooms. */
export async function copyNewsroom(name: string): Promise<{ readonly root: string; readonly remove: () => Promise<void> }> {
  const root = await mkdtemp(path.join(tmpdir(), "newsroom-"));
  await cp(path.join(newsrooms, name, "content"), path.join(root, "content"), { recursive: true });
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}

/** Builds a copy of a newsroom with the real command. */
export async function buildNewsroom(
  name: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly output: string; readonly root: string; readonly run: Run; readonly remove: () => Promise<void> }> {
  const { root, remove } = await copyNewsroom(name);
  const run = await broadsheet(root, ["build", "--as-of", goldenMoment], environment);
  if (run.code !== 0) throw new Error(`The ${name} newsroom did not build:\n${run.stderr}`);
  return { output: path.join(root, "dist"), root, run, remove };
}

/** Every file below a folder with its text; pictures, and what hashes them, are left to tests of their own. */
export async function readTexts(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = new Map<string, string>();
  for (const entry of entries) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).split(path.sep).join("/");
    if (!entry.isFile() || name.startsWith("site/images/") || name === "manifest.json") continue;
    texts.set(name, await readFile(file, "utf8"));
  }
  return new Map([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Keeps a build as what is expected from now on. */
export async function writeExpected(output: string): Promise<number> {
  const texts = await readTexts(output);
  for (const [name, text] of texts) {
    const file = path.join(expectedFolder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return texts.size;
}
