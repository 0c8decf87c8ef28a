import { appendFile, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { writeIssue, writeSkipped } from "../content/write-issue.ts";
import { draftIssue } from "../edition/draft-issue.ts";
import { dueDate } from "../edition/schedule.ts";
import type { Edition } from "../model/edition.ts";
import type { Issue, NewsletterIssues } from "../model/issue.ts";
import { findNewsletter, readDate, tellIssueProblems } from "./find-issue.ts";
import { readEdition } from "./read-edition.ts";
import { countProblems } from "./report.ts";
import type { Call, ExitCode } from "./usage.ts";

/**
 * `broadsheet issue <newsletter> [<date>]`: freezes the next issue. The issue of a day is cut once: running it again changes nothing. When
 * there is too little to tell, the reason is recorded.
 */
export async function issue(call: Call): Promise<ExitCode> {
  const [name, day] = call.arguments;
  const reading = await readEdition(call.root, call.asOf);
  tellIssueProblems(call, reading);
  if (reading.edition === null) {
    call.talk(`${countProblems(reading.problems, reading.articles)} Nothing was written.`);
    return 1;
  }
  const { edition } = reading;
  const issues = findNewsletter(edition, name);
  const { newsletter } = issues;
  const date = day === undefined ? dueDate(newsletter, edition.asOf, edition.publication.zone) : readDate(day, edition);
  const cut = issues.issues.find((one) => one.date === date);
  if (cut) return tellCut(call, cut);
  const drafted = draftIssue({ ...edition, ...issues, date });
  if (drafted.kind === "skipped") return skip(call, issues, drafted.reason, date, edition);
  return freeze(call, drafted.issue);
}

async function freeze(call: Call, issue: Issue): Promise<ExitCode> {
  const { newsletter, date } = issue;
  const file = fileOf(newsletter.id, `${date}.yaml`);
  const target = path.join(call.root, file);
  await mkdir(path.dirname(target), { recursive: true });
  // Never over another: two runs at the same moment cut one issue.
  await writeFile(target, writeIssue(issue), { flag: "wx" });
  const stories = issue.stories.map(({ headline, short }) => `  ${short ? "short  " : ""}${headline}`);
  call.print(
    call.json
      ? JSON.stringify({ newsletter: newsletter.id, date, file, number: issue.number, subject: issue.subject, cut: true, skipped: null })
      : [
          `${newsletter.name}, No. ${issue.number}, for ${issue.moment.toFormat("cccc d MMMM yyyy, HH:mm")} is frozen in ${file}.`,
          ...stories,
          `Until it is sent you may change the file. Next: broadsheet digest ${newsletter.id} ${date}`,
        ].join("\n"),
  );
  return 0;
}

function tellCut(call: Call, issue: Issue): ExitCode {
  const { newsletter, date } = issue;
  const file = fileOf(newsletter.id, `${date}.yaml`);
  call.print(
    call.json
      ? JSON.stringify({ newsletter: newsletter.id, date, file, number: issue.number, subject: issue.subject, cut: false, skipped: null })
      : `${newsletter.name}, No. ${issue.number}, for ${date} ${issue.kind === "sent" ? "was sent already" : "is frozen already"}: ${file}. Nothing was written.\n${
          issue.kind === "sent"
            ? "To tell its readers of a mistake, add it to that file under `corrections:`."
            : `Change that file if the issue should be another, or name another day: broadsheet issue ${newsletter.id} <yyyy-mm-dd>.`
        }`,
  );
  return 0;
}

async function skip(call: Call, issues: NewsletterIssues, reason: string, date: string, edition: Edition): Promise<ExitCode> {
  const { newsletter } = issues;
  const file = fileOf(newsletter.id, "skipped.yaml");
  // News may still come in before its time, so only a day that is near enough to be cut for good is noted.
  const isNear = edition.asOf.plus({ days: 1 }).toFormat("yyyy-MM-dd") >= date;
  const isNew = isNear && !issues.skipped.some((one) => one.date === date);
  if (isNew) {
    await mkdir(path.join(call.root, path.dirname(file)), { recursive: true });
    await appendFile(path.join(call.root, file), writeSkipped(date, reason));
  }
  const noted = isNew ? `It is noted in ${file}.` : isNear ? `It was noted in ${file} before.` : "Nothing was written.";
  call.print(
    call.json
      ? JSON.stringify({ newsletter: newsletter.id, date, file: null, number: null, subject: null, cut: false, skipped: reason })
      : `${newsletter.name}: no issue for ${date}, ${reason}. ${noted}`,
  );
  return 0;
}

function fileOf(newsletter: string, name: string): string {
  return path.join("content", "issues", newsletter, name);
}
