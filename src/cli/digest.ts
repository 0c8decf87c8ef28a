import type { Edition } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import type { SentIssue } from "../model/sent-issue.ts";
import { digestJson } from "../render/digest.ts";
import { findIssue, findNewsletter, readDate, tellIssueProblems } from "./find-issue.ts";
import { type IssueMail, issueMail } from "./issue-mail.ts";
import { readEdition } from "./read-edition.ts";
import { amount, countProblems, size } from "./report.ts";
import type { Call, ExitCode } from "./usage.ts";

/** `broadsheet digest <newsletter> [<date>]`: what would go out now, or what an issue looks like. Writes nothing. */
export async function digest(call: Call): Promise<ExitCode> {
  const [name, day] = call.arguments;
  const reading = await readEdition(call.root, call.asOf);
  tellIssueProblems(call, reading);
  if (reading.edition === null) {
    call.talk(`${countProblems(reading.problems, reading.articles)} There is no digest to show.`);
    return 1;
  }
  const { edition } = reading;
  const issues = findNewsletter(edition, name);
  const wanted = day === undefined ? issues.next : ({ kind: "issue", issue: findIssue(issues, readDate(day, edition)) } as const);
  if (wanted.kind === "skipped") {
    const { newsletter } = issues;
    call.print(
      call.json
        ? JSON.stringify({ newsletter: newsletter.id, skipped: wanted.reason })
        : `${newsletter.name}: no next issue, ${wanted.reason}.`,
    );
    return 0;
  }
  const { issue } = wanted;
  call.print(show(call, issue, edition, await issueMail(issue, edition, call.root)));
  return 0;
}

function show(call: Call, issue: Issue, edition: Edition, mail: IssueMail): string {
  if (call.json) return JSON.stringify(digestJson(issue, edition));
  switch (call.part) {
    case "html":
    case "text":
    case "brief":
      return mail.digest[call.part].trimEnd();
    case "eml":
      return Buffer.from(mail.eml).toString("utf8").trimEnd();
    case null:
      return summary(issue, mail);
  }
}

const states: Readonly<Record<Issue["kind"], string>> = {
  draft: "would go out",
  frozen: "is frozen and goes out",
  sent: "was sent for",
};

function summary(issue: Issue, mail: IssueMail): string {
  const made = mail.digest;
  const { newsletter, stories, corrections, elsewhere, sponsor } = issue;
  const id = newsletter.id;
  return [
    `${newsletter.name}, No. ${issue.number}, ${states[issue.kind]} ${issue.moment.toFormat("cccc d MMMM yyyy, HH:mm")} (${issue.moment.zoneName})`,
    `  from      ${newsletter.from}`,
    `  subject   ${issue.subject}`,
    `  preheader ${issue.preheader}`,
    ...stories.map(
      ({ headline, short, again }, index) =>
        `  ${index === 0 ? "stories  " : "         "} ${headline}${short ? " (short)" : ""}${again ? " (again, updated)" : ""}`,
    ),
    ...elsewhere.map(({ headline, source }, index) => `  ${index === 0 ? "elsewhere" : "         "} ${headline} (${source})`),
    ...corrections.map(
      ({ headline, carried }, index) =>
        `  ${index === 0 ? "corrects " : "         "} ${headline ?? "a story that was withdrawn"}, in No. ${carried.number}`,
    ),
    ...(sponsor === null ? [] : [`  sponsor   ${sponsor.name}`]),
    `  size      ${size(Buffer.byteLength(made.html))} of HTML, ${size(Buffer.byteLength(made.text))} of text`,
    ...made.shortened.map((what) => `  left out  ${what}`),
    ...(issue.sent === null ? [] : [`  proof     ${proofOf(issue.sent, mail)}`]),
    `${amount(stories.length, "story", "stories")}. --html, --text, --eml and --brief show them as readers get them.`,
    ...(issue.kind === "draft" ? [`Next: broadsheet issue ${id} freezes it.`] : []),
  ].join("\n");
}

/** Whether what is made today is what was sent then. */
function proofOf(sent: SentIssue, { hashes }: IssueMail): string {
  return hashes.html === sent.mail.html && hashes.text === sent.mail.text
    ? `byte for byte what was sent from ${sent.at} on (SHA-256 of the HTML ${sent.mail.html})`
    : `not what was sent from ${sent.at} on: a template, a setting or a right has changed since`;
}
