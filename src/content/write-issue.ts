import type { Issue } from "../model/issue.ts";
import { isoMoment } from "../model/time.ts";

/**
 * A drafted issue as the file that freezes it, for an editor to read and change. Only what the issue says itself stands in it; headlines
 * and standfirsts come from the articles until a line of the file says otherwise.
 */
export function writeIssue(issue: Issue): string {
  const { newsletter, sponsor } = issue;
  return [
    `# ${newsletter.name}, No. ${issue.number}, for ${issue.moment.toFormat("cccc d MMMM yyyy, HH:mm")}.`,
    "# Until it is sent, everything here may be changed: move, remove or add stories, and below a story's id give it a headline,",
    "# standfirst or text of the issue's own, or `short: true` for its headline alone.",
    `number: ${issue.number}`,
    `subject: ${scalar(issue.subject, "  ")}`,
    ...(issue.preheader === "" ? [] : [`preheader: ${scalar(issue.preheader, "  ")}`]),
    ...(issue.intro === null ? [] : [`intro: ${scalar(issue.intro, "  ")}`]),
    "stories:",
    ...issue.stories.flatMap(({ id, headline, short, again }) => [
      `  # ${headline.replaceAll(/\s+/g, " ")}${again ? " (told again: it has a material update)" : ""}`,
      short ? `  - { id: ${scalar(id)}, short: true }` : `  - ${scalar(id)}`,
    ]),
    ...(sponsor === null
      ? []
      : [
          "sponsor:",
          ...(sponsor.label === null ? [] : [`  label: ${scalar(sponsor.label)}`]),
          `  name: ${scalar(sponsor.name)}`,
          `  text: ${scalar(sponsor.text, "    ")}`,
          `  url: ${scalar(sponsor.url)}`,
          `  position: ${sponsor.position}`,
        ]),
    ...(issue.elsewhere.length === 0
      ? []
      : [
          "elsewhere:",
          ...issue.elsewhere.flatMap(({ headline, url, source, standfirst, published }) => [
            `  - headline: ${scalar(headline)}`,
            `    url: ${scalar(url)}`,
            `    source: ${scalar(source)}`,
            ...(standfirst === null ? [] : [`    standfirst: ${scalar(standfirst)}`]),
            ...(published === null ? [] : [`    published: ${isoMoment(published)}`]),
          ]),
        ]),
    "# Stories that were seen and left out for good. What is neither here nor above may come into the next issue.",
    ...(issue.passedOver === null || issue.passedOver.length === 0
      ? ["passedOver: []"]
      : ["passedOver:", ...issue.passedOver.map((id) => `  - ${scalar(id)}`)]),
    "",
  ].join("\n");
}

/** The line that notes why there was no issue. */
export function writeSkipped(date: string, reason: string): string {
  return `${date}: ${scalar(reason)}\n`;
}

/** A text as YAML: JSON's quoting is YAML's too, and several paragraphs stand as a block that can be read. */
function scalar(text: string, indent = ""): string {
  const isBlock = indent !== "" && text.includes("\n") && /^\S/.test(text) && !/[^\P{Cc}\n]|[\u2028\u2029]/u.test(text);
  if (isBlock) return `|-\n${text.replaceAll(/^(?=.)/gm, indent)}`;
  return /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(text) ? text : JSON.stringify(text);
}
