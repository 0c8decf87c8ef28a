import type { IssueCopy, SkippedCopy } from "../model/copy.ts";
import { type Problem, wholeFile } from "../model/problem.ts";
import type { Publication } from "../model/publication.ts";
import { isoMoment, readMoment } from "../model/time.ts";
import { checkKeys } from "./check-keys.ts";
import { complain, momentOf, type Report, readYamlFile, webAddress } from "./copy-file.ts";
import { suggest } from "./nearest.ts";
import { issueKeys, issueSchema, skippedSchema } from "./schema.ts";

/** RFC 5322, section 2.1.1, asks for lines of at most 78 characters; a mailbox shows no more of a subject. */
const subjectLength = 78;
/** Most mailboxes show less than this of a preheader. */
const preheaderLength = 140;

/** A frozen issue from `content/issues/<newsletter>/<date>.yaml`; `null`, with problems, when it does not fit. */
export async function readIssue(root: string, file: string, publication: Publication, problems: Problem[]): Promise<IssueCopy | null> {
  const date = (file.split("/")[3] ?? "").replace(/\.ya?ml$/i, "");
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || readMoment(date, publication.zone) === null) {
    problems.push(misnamed(file));
    return null;
  }
  const newsletter = newsletterOf(file, publication, problems);
  if (newsletter === null) return null;
  const front = await readYamlFile(root, file, problems);
  const issue = front && checkKeys(front, issueSchema, issueKeys, problems);
  if (!front || !issue) return null;
  const report: Report = { place: front.place, problems };
  checkWords(issue, report);
  webAddress(issue.sponsor?.url ?? null, ["sponsor", "url"], report);
  const elsewhere = issue.elsewhere.map((item, index) => {
    webAddress(item.url, ["elsewhere", index, "url"], report);
    const published = momentOf(item.published, publication.zone, ["elsewhere", index, "published"], report);
    return { ...item, published: published && isoMoment(published) };
  });
  const corrections = issue.corrections.flatMap(({ at, kind, text }, index) => {
    const moment = momentOf(at, publication.zone, ["corrections", index, "at"], report);
    return moment === null ? [] : [{ at: moment, kind, text }];
  });
  return { file, place: front.place, newsletter, date, ...issue, elsewhere, corrections };
}

function checkWords(
  issue: { readonly subject: string; readonly preheader: string | null; readonly stories: readonly { readonly id: string }[] },
  report: Report,
): void {
  const length = Array.from(issue.subject).length;
  if (length > subjectLength) {
    complain(
      report,
      "subject-long",
      ["subject"],
      `The subject has ${length} characters; mail takes ${subjectLength}.`,
      `Make it shorter by ${length - subjectLength}.`,
    );
  }
  const before = Array.from(issue.preheader ?? "").length;
  if (before > preheaderLength) {
    report.problems.push({
      code: "preheader-long",
      severity: "warning",
      place: report.place(["preheader"]),
      message: `The preheader has ${before} characters; mailboxes show fewer than ${preheaderLength}.`,
      hint: "Put what matters first, or make it shorter.",
    });
  }
  issue.stories.forEach(({ id }, index) => {
    if (issue.stories.findIndex((story) => story.id === id) === index) return;
    complain(report, "story-twice", ["stories", index], `“${id}” is in this issue already.`, "Take one of the two out.");
  });
}

/** When a newsletter had nothing to send, from `content/issues/<newsletter>/skipped.yaml`; `null`, with problems, when it does not fit. */
export async function readSkipped(root: string, file: string, publication: Publication, problems: Problem[]): Promise<SkippedCopy | null> {
  const newsletter = newsletterOf(file, publication, problems);
  const front = newsletter === null ? null : await readYamlFile(root, file, problems);
  const skipped = front && checkKeys(front, skippedSchema, { "": ["a day such as 2026-11-23"] }, problems);
  if (newsletter === null || skipped === null) return null;
  return { newsletter, skipped: Object.entries(skipped).map(([date, reason]) => ({ date, reason })) };
}

function newsletterOf(file: string, publication: Publication, problems: Problem[]): string | null {
  const [, , newsletter = "", ...rest] = file.split("/");
  if (rest.length !== 1) {
    problems.push(misnamed(file));
    return null;
  }
  const ids = publication.newsletters.map(({ id }) => id);
  if (ids.includes(newsletter)) return newsletter;
  problems.push({
    code: "unknown-newsletter",
    severity: "error",
    place: wholeFile(file),
    message: `There is no newsletter “${newsletter}” in publication.yaml.`,
    hint: suggest(newsletter, ids) || "Add it there, or rename the folder.",
  });
  return null;
}

function misnamed(file: string): Problem {
  return {
    code: "issue-misnamed",
    severity: "error",
    place: wholeFile(file),
    message: "The name of this issue does not say its newsletter and its day.",
    hint: "Name it content/issues/<newsletter>/<yyyy-mm-dd>.yaml.",
  };
}
