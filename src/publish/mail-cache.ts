import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { KeepMail } from "../render/digest.ts";

/** What made the kept mails. Another version of MJML, or another way to use it, makes others. */
export const mailRecipe = "mjml-5.4.1-1";

/**
 * Keeps the mails that MJML made, by what they were made of: an issue that is years old costs a build no more than reading a file.
 * A mail that a whole build did not ask for is thrown away by `prune`.
 */
export function openMailCache(folder: string): { readonly keep: KeepMail; readonly prune: () => Promise<void> } {
  const used = new Set<string>();
  const keep: KeepMail = async (mjml, make) => {
    const name = `${createHash("sha256").update(`${mailRecipe}\n${mjml}`).digest("hex")}.html`;
    const file = path.join(folder, name);
    used.add(name);
    const kept = await readFile(file, "utf8").catch(() => null);
    if (kept !== null) return kept;
    const made = await make();
    await mkdir(folder, { recursive: true });
    const beside = `${file}.${process.pid}.part`;
    await writeFile(beside, made);
    await rename(beside, file);
    return made;
  };
  const prune = async () => {
    const names = await readdir(folder).catch(() => []);
    await Promise.all(names.filter((name) => !used.has(name)).map((name) => rm(path.join(folder, name), { force: true })));
  };
  return { keep, prune };
}
