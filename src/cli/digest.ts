import { composeMessage } from "../deliver/compose-message.ts";
import type { Edition } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import { templateFolders } from "../publish/template-folders.ts";
import { type Digest, digestJson, renderDigest } from "../render/digest.ts";
import { makeTemplates, makeTextTemplates } from "../render/templates.ts";
import { findIssue, findNewsletter, readDate, tellIssueProblems } from "./find-issue.ts";
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
  const folders = templateFolders(call.root);
  const html = makeTemplates(folders);
  const made = await renderDigest(issue, edition, { html, text: makeTextTemplates(folders), web: html }, { css: "" });
  call.print(await show(call, issue, edition, made));
  return 0;
}

async function show(call: Call, issue: Issue, edition: Edition, made: Digest): Promise<string> {
  if (call.json) return JSON.stringify(digestJson(issue, edition));
  switch (call.part) {
    case "html":
    case "text":
    case "brief":
      return made[call.part].trimEnd();
    case "eml": {
      const message = await composeMessage({ issue, edition, html: made.html, text: made.text });
      return Buffer.from(message).toString("utf8").trimEnd();
    }
    case null:
      return summary(issue, made);
  }
}

const states: Readonly<Record<Issue["kind"], string>> = {
  draft: "would go out",
  frozen: "is frozen and goes out",
  sent: "was sent for",
};

function summary(issue: Issue, made: Digest): string {
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
    `${amount(stories.length, "story", "stories")}. --html, --text, --eml and --brief show them as readers get them.`,
    ...(issue.kind === "draft" ? [`Next: broadsheet issue ${id} freezes it.`] : []),
  ].join("\n");
}
