import { readdir } from "node:fs/promises";
import path from "node:path";
import { compareText, type Problem, wholeFile } from "../model/problem.ts";

/**
 * All files below a folder of the newsroom, sorted, as paths below the root with forward slashes. Hidden files are passed over,
 * symbolic links refused: they may lead outside. A folder that is not there has no files.
 * @throws when a folder is there and cannot be read
 */
export async function walk(root: string, folder: string, problems: Problem[]): Promise<readonly string[]> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw new Error(`The folder ${folder} cannot be read.`, { cause: error });
  });
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => compareText(a.name, b.name))) {
    const file = `${folder}/${entry.name}`;
    if (entry.name.startsWith(".")) continue;
    if (entry.isSymbolicLink()) {
      problems.push({
        code: "symbolic-link",
        severity: "error",
        place: wholeFile(file),
        message: "This is a symbolic link, which may lead outside the newsroom.",
        hint: "Put the file itself here instead of a link to it.",
      });
    } else if (entry.isDirectory()) files.push(...(await walk(root, file, problems)));
    else if (entry.isFile()) files.push(file);
  }
  return files;
}

/** The files with one of these extensions; every other one is reported as not being copy. */
export function onlyCopy(files: readonly string[], extensions: readonly string[], problems: Problem[]): readonly string[] {
  return files.filter((file) => {
    if (extensions.includes(path.posix.extname(file).toLowerCase())) return true;
    problems.push({
      code: "not-copy",
      severity: "warning",
      place: wholeFile(file),
      message: `This file is not copy and was passed over. Only ${extensions.join(" and ")} files are read here.`,
      hint: "Rename it if it is copy. Move pictures to content/images and everything else out of this folder.",
    });
    return false;
  });
}
