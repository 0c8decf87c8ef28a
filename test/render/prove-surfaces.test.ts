import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/model/article.ts";
import { feedContent } from "../../src/render/feed-content.ts";
import { makeFeedEntries } from "../../src/render/feed-entries.ts";
import { renderPages } from "../../src/render/pages.ts";
import { AlteredQuoteError, proveQuotes } from "../../src/render/prove-quotes.ts";
import { proveHtml, proveText, quotedIn } from "../../src/render/prove-surfaces.ts";
import { quotedLines, quotedPassages } from "../../src/render/quoted-passages.ts";
import { makeTemplates } from "../../src/render/templates.ts";
import { keyQuote, openHtml, sampleArticle, sampleEdition, samplePublication } from "./sample-edition.ts";

const said = "We have every bolt that was in it, and nine that were not";
const article: Article = sampleArticle({
  body: openHtml(`<p>“${said},” said Rosa Brandão.</p><blockquote><p>We have every right to it.</p></blockquote>`),
  text: `“${said},” said Rosa Brandão.\n\nWe have every right to it.`,
  quotes: [keyQuote(said, { name: "Rosa Brandão", role: "harbour engineer" })],
});
const quoted = quotedIn([article]);
const onPage = (words: string) => () =>
  proveHtml("site/x/", `<figure class="quote"><blockquote><p>“${words}”</p></blockquote></figure>`, quoted);

describe("quotations read back from what was rendered", () => {
  it.each([
    said,
    said.replace("that was", "<em>that</em> was"),
    said.replaceAll(" ", "&nbsp;"),
    `${said.replace("bolt", "bolt\n ")}`,
    "Words that nobody said but the template",
    "We have every right to it.",
  ])("are right when only their typesetting differs, or when they are other words: %s", (words) => {
    expect(onPage(words)).not.toThrow();
  });

  it.each([
    said.replace("bolt", "belt"),
    said.toUpperCase(),
    "We have every bolt …",
    "We…",
    said.slice(1),
    said.slice(0, -1),
    said.replace(", and", " and"),
    `${said}!`,
    said.replace("that was in it", "<b>that was in</b>"),
  ])("stop everything when a letter differs: %s", (words) => {
    expect(onPage(words)).toThrow(AlteredQuoteError);
  });

  it("say which surface, which article, both texts and where they part", () => {
    expect(onPage(said.replace("bolt", "belt"))).toThrow(
      /on site\/x\/ is not what was said\. It is from “Ferry fares to rise in January”[\s\S]*said: {3}“We have every bolt[\s\S]*shown: {2}“We have every belt[\s\S]*has “o” and the surface has “e”/,
    );
  });

  it("are read from the lines of a mail's text, the speaker apart", () => {
    const text = `Story\n\n> “We have every bolt that was in it,\n> and nine that were not”\n> – Rosa Brandão, the engineer of the\n> harbour\n\nMore`;
    expect(quotedLines(text)).toEqual([`“${said}”`]);
    expect(() => proveText("mail/x.txt", text, quoted)).not.toThrow();
    expect(() => proveText("mail/x.txt", text.replace("nine", "ten"), quoted)).toThrow(AlteredQuoteError);
  });

  it("are read from what the feeds hold, before any of them is made", () => {
    const html = feedContent(article, samplePublication);
    expect(quotedPassages(html)).toContain(said);
    const making = makeFeedEntries(sampleEdition({ articles: [article] }), () => 0);
    expect(() => making({ kind: "article", article }).content()).not.toThrow();
    const altered = html.replace(/(<blockquote><p>[^<]*)bolt/, "$1belt");
    expect(altered).not.toBe(html);
    expect(() => proveHtml("the feeds", altered, quoted)).toThrow(AlteredQuoteError);
  });

  it("are read from the pages as the shipped templates make them", () => {
    const templates = makeTemplates([path.resolve(import.meta.dirname, "../../templates")]);
    const pages = renderPages(sampleEdition({ articles: [article] }), templates, { css: "/a.css" });
    const html = pages.find(({ address }) => address === article.address)?.render() ?? "";
    expect(quotedPassages(html)).toContain(`“${said}”`);
  });

  it("may be left out, and cost nothing where there are none", () => {
    expect(() => proveHtml("site/x/", "<blockquote><p>Words</p></blockquote>", { quotes: [], bodies: () => "" })).not.toThrow();
    expect(() => proveQuotes("site/x/", [], quoted.quotes, quoted.bodies)).not.toThrow();
  });
});
