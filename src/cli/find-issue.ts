import type { Edition } from "../model/edition.ts";
import type { Issue, NewsletterIssues } from "../model/issue.ts";
import { readMoment } from "../model/time.ts";
import type { Reading } from "./read-edition.ts";
import { reportProblems } from "./report.ts";
import { type Call, UsageError } from "./usage.ts";

/**
 * The newsletter that a command names.
 * @throws UsageError when there is none of that id
 */
export function findNewsletter(edition: Edition, id: string | undefined): NewsletterIssues {
  const ids = edition.newsletters.map(({ newsletter }) => newsletter.id);
  const known =
    ids.length === 0 ? "There is none in publication.yaml yet: add it there under `newsletters:`." : `There is: ${ids.join(", ")}.`;
  if (id === undefined) throw new UsageError(`Say which newsletter. ${known}`);
  const found = edition.newsletters.find(({ newsletter }) => newsletter.id === id);
  if (found === undefined) throw new UsageError(`There is no newsletter “${id}”. ${known}`);
  return found;
}

/**
 * The issue that a command names by its date; without a date the newest that is cut.
 * @throws UsageError when there is none
 */
export function findIssue(issues: NewsletterIssues, date: string): Issue {
  const found = issues.issues.find((issue) => issue.date === date);
  if (found !== undefined) return found;
  const dates = issues.issues.slice(0, 5).map((issue) => issue.date);
  const known = dates.length === 0 ? "None is cut yet" : `The newest are ${dates.join(", ")}`;
  throw new UsageError(
    `${issues.newsletter.name} has no issue of “${date}”. ${known}; broadsheet issue ${issues.newsletter.id} cuts the next.`,
  );
}

/**
 * A day as written by the user.
 * @throws UsageError when it is none
 */
export function readDate(day: string, edition: Edition): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(day) && readMoment(day, edition.publication.zone) !== null) return day;
  throw new UsageError(`“${day}” is no day. Write it like 2026-11-23.`);
}

/** Tells what is wrong with the issues; with the articles only what stops the command. Their warnings are for `check`. */
export function tellIssueProblems(call: Call, reading: Reading): void {
  const told = reading.problems.filter(({ severity, place }) => severity === "error" || place.file.startsWith("content/issues/"));
  if (told.length > 0) call.talk(`${reportProblems(told, call.colour)}\n`);
}
