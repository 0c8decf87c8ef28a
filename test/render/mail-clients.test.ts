import { readFile } from "node:fs/promises";
import path from "node:path";
import { caniemail } from "caniemail";
import { describe, expect, it } from "vitest";
import { expectedFolder } from "../golden-newsroom.ts";

/** What some of these clients drop, and why a reader of our mail misses nothing. Whatever is not here does harm until somebody says why not. */
const harmless: Readonly<Record<string, string>> = {
  "<style> element":
    "Gmail in a phone's browser has none: every size, colour and space that matters stands inline, and the mail is one column anyway.",
  "Type selector": "As above: it lives in the style element.",
  "Class selector": "As above.",
  "ID selector": "As above: #outlook and #MessageViewBody, for clients that have it.",
  "Descendant combinator": "As above.",
  "Chaining selectors": "As above.",
  "Attribute selector": "It paints the dark Outlook app and nothing else.",
  "@media": "Narrow screens and darkness: without it the mail is as wide as its screen, and light.",
  "display:none": "The preheader's box: it is zero pixels high and transparent as well.",
  opacity: "The same box, which has three other ways to be hidden.",
  overflow: "The same box.",
  transform: "Not used: the checker takes text-transform for it.",
  "target attribute": "These clients open every link in a new window by themselves.",
  "height property": "Only `height:auto` on pictures, whose height is in proportion in any case.",
  "aria-label attribute": "It repeats the title on the article that the mail is.",
  "role attribute": "Old Windows Mail reads layout tables out as tables; nobody else does.",
  "word-break": "For addresses longer than a phone is wide; none is shown in full.",
  "word-spacing": "`normal`, which it is without.",
  "<body> element": "Its background is repeated on the element inside it.",
  outline: "`none` on pictures, which have none.",
  "border-spacing": "The tables say cellspacing too.",
};

describe("the digest's HTML", () => {
  it("has nothing that Gmail, Outlook, Apple Mail or Yahoo drop with harm", async () => {
    const mails = ["2026-11-20.html", "next.html"].map((name) => path.join(expectedFolder, "mail/morning", name));
    const dropped = new Set<string>();
    for (const mail of mails) {
      const { issues } = caniemail({ clients: ["gmail.*", "outlook.*", "apple-mail.*", "yahoo.*"], html: await readFile(mail, "utf8") });
      for (const found of issues.errors.values()) for (const { title } of found) dropped.add(title);
    }
    expect([...dropped].filter((title) => !(title in harmless))).toEqual([]);
    expect(dropped.size).toBeGreaterThan(10);
  });
});
