import { access } from "node:fs/promises";
import path from "node:path";
import { type Problem, wholeFile } from "../model/problem.ts";
import type { Publication } from "../model/publication.ts";
import { readYamlFile } from "./copy-file.ts";
import { savedFeedFolder } from "./elsewhere-copy.ts";
import { openPictures } from "./picture.ts";
import { type Beside, readPublication } from "./publication-copy.ts";
import { walk } from "./walk.ts";

const file = "content/publication.yaml";

/** The publication below a root; `null`, with problems, when its settings are missing or wrong. */
export async function loadPublication(
  root: string,
): Promise<{ readonly publication: Publication | null; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  return { publication: await findPublication(root, await lookBeside(root, problems), problems), problems };
}

/** What stands in the folders beside the settings. */
export async function lookBeside(root: string, problems: Problem[]): Promise<Beside> {
  const pictures = openPictures(root, await walk(root, "content/images", problems));
  return { pictures, savedFeeds: await walk(root, savedFeedFolder, problems) };
}

/** The publication, by what stands beside its settings. */
export async function findPublication(root: string, beside: Beside, problems: Problem[]): Promise<Publication | null> {
  if (!(await exists(path.join(root, file)))) {
    const misnamed = await exists(path.join(root, "content/publication.yml"));
    problems.push({
      code: "publication-missing",
      severity: "error",
      place: wholeFile(file),
      message: "There is no publication.yaml in the folder content.",
      hint: misnamed
        ? "Rename publication.yml to publication.yaml."
        : "Write it with name, url, language, zone and sections, or say with --root where the newsroom is.",
    });
    return null;
  }
  const before = problems.length;
  const front = await readYamlFile(root, file, problems);
  const publication = front === null ? null : await readPublication(front, beside, problems);
  return problems.slice(before).some((problem) => problem.severity === "error") ? null : publication;
}

async function exists(name: string): Promise<boolean> {
  return access(name).then(
    () => true,
    () => false,
  );
}
