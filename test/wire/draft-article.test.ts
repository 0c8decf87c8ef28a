import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { draftArticle } from "../../src/wire/draft-article.ts";
import { escapeMarkdown } from "../../src/wire/escape-markdown.ts";
import { parseWire } from "../../src/wire/parse-wire.ts";

const options = { zone: "Africa/Nairobi", captured: "2024-11-22T10:00+03:00" };

const pasted = `Harbour tolls to double from April

NAIROBI, Nov. 20 (Xinhua) -- The port authority will double the tolls for small boats from April, its board said on Wednesday.

The board said the money would pay for a new breakwater [phase 2] and *not* for offices, which have been criticised since 2021.

"We need a wall that holds," the harbour master, Grace Achieng, told reporters at the quay on Wednesday morning.

By Xinhua 2 hrs ago
World
Island voters turn out early as storm nears the coast
By Ann Bell 5 hrs ago
World
Fishing fleet stays in port for a third day`;

describe("a draft from pasted copy", () => {
  const draft = draftArticle(parseWire(pasted, options), options);
  if (draft.kind !== "article") throw new Error("The copy was refused.");

  it("carries what is known in the keys of the content format", () => {
    expect(draft.front).toEqual({
      headline: "Harbour tolls to double from April",
      published: "2024-11-20",
      dateline: "NAIROBI",
      related: [
        {
          headline: "Island voters turn out early as storm nears the coast",
          section: "World",
          byline: "Xinhua",
          published: "2024-11-22T08:00:00+03:00",
        },
        {
          headline: "Fishing fleet stays in port for a third day",
          section: "World",
          byline: "Ann Bell",
          published: "2024-11-22T05:00:00+03:00",
        },
      ],
    });
  });

  it("leaves the doubtful byline out and tells the editor both readings", () => {
    const decision = draft.decisions.find((sentence) => sentence.includes("By Xinhua 2 hrs ago"));
    expect(decision).toContain("(1)");
    expect(decision).toContain("(2)");
    expect(draft.decisions.some((sentence) => sentence.includes("names Xinhua as its source"))).toBe(true);
  });

  it("moves the dateline out of the body, says so, and keeps the rest word for word", () => {
    const shown = new MarkdownIt().render(draft.body);
    expect(shown).toContain("<p>The port authority will double the tolls");
    expect(shown).toContain("breakwater [phase 2] and *not* for offices");
    expect(draft.decisions.some((sentence) => sentence.includes("dateline was taken out"))).toBe(true);
  });

  it("makes decisions of whole sentences", () => {
    for (const decision of draft.decisions) expect(decision).toMatch(/^["“A-Z`(].*[.”)]$/s);
  });
});

describe("a draft with a picture's words but no picture", () => {
  it("keeps caption and credit apart and asks for the picture", () => {
    const copy =
      "Market roof falls in\n\nTraders stand before the fallen roof. (AP Photo/Jane Mwende)\n\nThe roof of the market fell in on Monday night, and nobody was hurt, the fire brigade said.\n\nIt was built in 1931.";
    const draft = draftArticle(parseWire(copy, options), options);
    expect(draft).toMatchObject({
      kind: "article",
      front: { figure: { caption: "Traders stand before the fallen roof.", credit: "AP Photo/Jane Mwende" } },
    });
    expect(draft.kind === "article" && draft.decisions.some((sentence) => sentence.includes("without a picture"))).toBe(true);
  });
});

describe("a draft from nothing", () => {
  it("is refused with a reason", () => {
    expect(draftArticle(parseWire(" \n\n ", options), options)).toEqual({
      kind: "refused",
      reason: "There are no words in this copy. Paste the story again.",
    });
  });
});

describe("escaped text", () => {
  const markdown = new MarkdownIt({ html: true, linkify: true });
  const plain = (html: string): string =>
    html
      .replace(/^<p>|<\/p>\n$/g, "")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, "&");

  it("is shown verbatim by Markdown, whatever marks it holds", () => {
    const piece = fc.constantFrom(
      "*",
      "_",
      "`",
      "[",
      "](x)",
      "<b>",
      "&amp;",
      "#",
      "+",
      "-",
      "---",
      "1.",
      "2)",
      ">",
      "~~",
      "\\",
      "!",
      "=",
      "|",
      " ",
      "word",
      "ß",
      "a_b",
      "https://x.example/a_b",
      "\\*",
      ":",
      "www.x.example",
      "<!--",
      "$",
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const text = pieces.join("").replace(/ +/g, " ").trim();
        fc.pre(text !== "" && !text.includes("www."));
        expect(plain(markdown.render(escapeMarkdown(text)))).toBe(text);
      }),
      { numRuns: 3000 },
    );
  });
});
