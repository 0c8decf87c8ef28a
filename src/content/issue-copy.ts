import type { IssueCopy } from "../model/copy.ts";
import { type Problem, wholeFile } from "../model/problem.ts";
import type { Publication } from "../model/publication.ts";
import { readMoment } from "../model/time.ts";
import { checkKeys } from "./check-keys.ts";
import { momentOf, type Report, readYamlFile, webAddress } from "./copy-file.ts";
import { suggest } from "./nearest.ts";
import { issueKeys, issueSchema } from "./schema.ts";

/** A frozen issue from `content/issues/<newsletter>/<date>.yaml`; `null`, with problems, when it does not fit. */
export async function readIssue(root: string, file: string, publication: Publication, problems: Problem[]): Promise<IssueCopy | null> {
  const parts = file.split("/");
  const newsletter = parts[2] ?? "";
  const date = (parts[3] ?? "").replace(/\.ya?ml$/i, "");
  if (parts.length !== 4 || !/^\d{4}-\d{2}-\d{2}$/.test(date) || readMoment(date, publication.zone) === null) {
    problems.push({
      code: "issue-misnamed",
      severity: "error",
      place: wholeFile(file),
      message: "The name of this issue does not say its newsletter and its day.",
      hint: "Name it content/issues/<newsletter>/<yyyy-mm-dd>.yaml.",
    });
    return null;
  }
  const ids = publication.newsletters.map(({ id }) => id);
  if (!ids.includes(newsletter)) {
    problems.push({
      code: "unknown-newsletter",
      severity: "error",
      place: wholeFile(file),
      message: `There is no newsletter “${newsletter}” in publication.yaml.`,
      hint: suggest(newsletter, ids) || "Add it there, or rename the folder.",
    });
    return null;
  }
  const front = await readYamlFile(root, file, problems);
  const issue = front && checkKeys(front, issueSchema, issueKeys, problems);
  if (!front || !issue) return null;
  const report: Report = { place: front.place, problems };
  if (issue.sponsor !== null && webAddress(issue.sponsor.url, ["sponsor", "url"], report) === null) return null;
  const corrections = issue.corrections.flatMap(({ at, kind, text }, index) => {
    const moment = momentOf(at, publication.zone, ["corrections", index, "at"], report);
    return moment === null ? [] : [{ at: moment, kind, text }];
  });
  return { file, place: front.place, newsletter, date, ...issue, corrections };
}
