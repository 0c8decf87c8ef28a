import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { makeStory } from "../../src/edition/make-story.ts";
import type { Issue } from "../../src/model/issue.ts";
import { renderDigest } from "../../src/render/digest.ts";
import { issueEntry } from "../../src/render/feed-issue.ts";
import { makeTemplates, makeTextTemplates } from "../../src/render/templates.ts";
import { keyQuote, moment, sampleArticle, sampleEdition } from "./sample-edition.ts";
import { sampleIssue } from "./sample-issue.ts";

const folders = [fileURLToPath(new URL("../../templates/", import.meta.url))];
const html = makeTemplates(folders);
const templates = { html, text: makeTextTemplates(folders), web: html };

/** The words of a text in their alphabet's order: marks, furniture and addresses aside. */
function words(text: string): readonly string[] {
  return text
    .replaceAll(/https?:\/\/\S+|\[\d+\]|^(?:Picture|Related):/gm, " ")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .sort();
}

/** HTML without its tags, and without the words that the mail's text part says otherwise. */
function textOf(content: string): string {
  return content
    .replaceAll("<p><strong>Related</strong></p>", "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name] ?? "");
}

const story = makeStory(
  sampleArticle({
    quotes: [keyQuote("We had no choice", { name: "Grace Otieno", role: "harbour master" })],
    related: [
      {
        kind: "elsewhere",
        headline: "Fuel dearer",
        url: "https://wire.example/a",
        source: "Wire",
        section: "World",
        byline: null,
        published: moment("2026-11-20"),
        why: "",
      },
    ],
  }),
);

describe("an issue in the feed of its newsletter", () => {
  it("says word for word what the text part of its mail says", async () => {
    const issue = sampleIssue({
      intro: "Good morning.\n\nIt rains.",
      stories: [story, { ...story, id: "other", headline: "Second & last", quotes: [] }],
    });
    const edition = sampleEdition();
    const { text } = await renderDigest(issue, edition, templates, { css: "/site.css" });
    // From below the masthead to the addresses and the foot, which belong to the mail alone.
    const [, ...parts] = text.split(/\n-{72}\n/);
    const intro = text.slice(0, text.indexOf("\n-----")).split("\n").slice(2).join("\n");
    const stories = parts.slice(0, issue.stories.length).join("\n");
    expect(words(textOf(issueEntry(issue, edition).content()))).toEqual(words(`${intro}\n${stories}`));
  });

  it("links to where its stories are now, marks what became of them, and is then an updated item, not a new one", () => {
    const at = moment("2026-11-24T10:00");
    const stories: Issue["stories"] = [
      {
        ...story,
        address: "/2026/11/old-address/",
        since: { kind: "corrected", corrections: [{ at, kind: "correction", text: "It is €4." }] },
      },
      { ...story, id: "gone", headline: "A story that went", since: { kind: "gone" } },
    ];
    const before = issueEntry(sampleIssue(), sampleEdition());
    const after = issueEntry(sampleIssue({ stories, withdrawn: 2 }), sampleEdition());
    const content = after.content();
    expect(after.id).toBe(before.id);
    expect([before.modified.toISO(), after.modified.toISO()]).toEqual([sampleIssue().moment.toISO(), at.toISO()]);
    expect(content).toContain('<h2><a href="https://lantern.example/paper/2026/11/ferry-fares/">');
    expect(content).not.toContain("old-address");
    expect(content).toContain("<p><strong>Correction, 24 November 2026:</strong> It is €4.</p>");
    expect(content).toContain("<h2>A story that went</h2>\n<p><em>This story is not published any more.</em></p>");
    expect(content).toContain("What is missing here was withdrawn after the issue was made.");
  });

  it("carries headlines from elsewhere and corrections to earlier issues, as its readers got them", () => {
    const elsewhere = [
      {
        headline: "The weir <holds>",
        url: "https://gazette.example/weir",
        source: "The Gazette",
        standfirst: "All of it.",
        published: null,
      },
    ];
    const corrections = [
      {
        id: "2026-11-20-dues",
        headline: "Dues",
        address: "/2026/11/dues/",
        language: "en",
        at: moment("2026-11-21"),
        kind: "correction" as const,
        text: "They fell.",
        carried: { number: 11, date: "2026-11-20" },
      },
    ];
    const content = issueEntry(sampleIssue({ elsewhere, corrections }), sampleEdition()).content();
    expect(content).toContain('<li><a href="https://gazette.example/weir">The weir &lt;holds&gt;</a> (The Gazette)<br>All of it.</li>');
    expect(content).toContain(
      '<li><strong>Correction</strong>, No. 11: <a href="https://lantern.example/paper/2026/11/dues/">Dues</a>. They fell.</li>',
    );
  });
});
