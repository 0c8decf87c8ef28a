import type { Newsroom } from "../model/copy.ts";
import { type Problem, sortProblems, wholeFile } from "../model/problem.ts";
import { type Around, readArticle } from "./article-copy.ts";
import { readElsewhere } from "./elsewhere-copy.ts";
import { readIssue, readSkipped } from "./issue-copy.ts";
import { findPublication, lookBeside } from "./load-publication.ts";
import { readPage } from "./page-copy.ts";
import { readSentIssue } from "./sent-copy.ts";
import { onlyCopy, walk } from "./walk.ts";

// Enough to keep the disk busy, few enough for any limit on open files.
const atOnce = 32;

/**
 * Reads everything below a root's `content/` and believes nothing. The newsroom is `null` when any problem is an error.
 * @throws when a file or folder that is there cannot be read
 */
export async function loadNewsroom(root: string): Promise<{ readonly newsroom: Newsroom | null; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const beside = await lookBeside(root, problems);
  const publication = await findPublication(root, beside, problems);
  if (publication === null) return { newsroom: null, problems: sortProblems(problems) };
  const around: Around = { root, publication, pictures: beside.pictures };

  const articleFiles = onlyCopy(await walk(root, "content/articles", problems), [".md", ".markdown"], problems);
  const pageFiles = onlyCopy(await walk(root, "content/pages", problems), [".md", ".markdown"], problems);
  const belowIssues = await walk(root, "content/issues", problems);
  const recordFiles = belowIssues.filter((file) => file.endsWith(".sent.json"));
  const skippedFiles = belowIssues.filter((file) => file.endsWith("/skipped.yaml"));
  const issueFiles = onlyCopy(
    belowIssues.filter((file) => !recordFiles.includes(file) && !skippedFiles.includes(file)),
    [".yaml", ".yml"],
    problems,
  );
  if (articleFiles.length === 0) {
    problems.push({
      code: "no-articles",
      severity: "error",
      place: wholeFile("content/articles"),
      message: "There are no articles.",
      hint: 'Write the first one with broadsheet new "Headline", or bring copy in with broadsheet import.',
    });
  }
  const articles = await readAll(articleFiles, (file) => readArticle(file, around, problems));
  const pages = await readAll(pageFiles, (file) => readPage(file, around, problems));
  const issues = await readAll(issueFiles, (file) => readIssue(root, file, publication, problems));
  const elsewhere = await readElsewhere(root, publication, problems);
  const sent = await readAll(recordFiles, (file) => readSentIssue(root, file, beside.pictures, problems));
  const skipped = await readAll(skippedFiles, (file) => readSkipped(root, file, publication, problems));
  const broken = problems.some((problem) => problem.severity === "error");
  return { newsroom: broken ? null : { publication, articles, pages, issues, sent, skipped, elsewhere }, problems: sortProblems(problems) };
}

async function readAll<T>(files: readonly string[], read: (file: string) => Promise<T | null>): Promise<readonly T[]> {
  const found: T[] = [];
  for (let start = 0; start < files.length; start += atOnce) {
    for (const copy of await Promise.all(files.slice(start, start + atOnce).map(read))) if (copy !== null) found.push(copy);
  }
  return found;
}
