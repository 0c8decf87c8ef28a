import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseFeed, parseRssFeed } from "feedsmith";
import { imageSize } from "image-size";
import { type ParsedMail, simpleParser } from "mailparser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkOutput } from "../scripts/check-output.ts";
import { broadsheet, buildNewsroom, goldenMoment, readTexts } from "./golden-newsroom.ts";

type Built = Awaited<ReturnType<typeof buildNewsroom>>;

describe("the surfaces of the golden newsroom", () => {
  let built: Built;
  beforeAll(async () => {
    built = await buildNewsroom("golden");
  });
  afterAll(() => built.remove());
  const site = (file: string) => readFile(path.join(built.output, "site", file), "utf8");

  it("has no link that leads to nothing, below a sub-path", async () => {
    expect(await checkOutput(path.join(built.output, "site"), "https://quay.example/paper/")).toEqual([]);
  });

  it("tells the same stories in RSS, Atom and JSON Feed, read by an independent parser", async () => {
    const [rss, atom, json] = await Promise.all(["feed.xml", "atom.xml", "feed.json"].map(async (file) => parseFeed(await site(file))));
    if (rss?.format !== "rss" || atom?.format !== "atom" || json?.format !== "json")
      throw new Error("A feed is of another format than its name says.");
    const ids = atom.feed.entries?.map((entry) => entry.id);
    expect(ids?.[0]).toBe("tag:quay.example,2026:2026-11-23-fog");
    expect(rss.feed.items?.map((item) => item.guid?.value)).toEqual(ids);
    expect(json.feed.items?.map((item) => item.id)).toEqual(ids);
    expect(json.feed.items?.map((item) => item.title)).toEqual(rss.feed.items?.map((item) => item.title));
    const crane = json.feed.items?.find((item) => item.id?.endsWith("crane-returns"));
    expect(crane?.authors?.map((author) => author.name)).toEqual(["João Reis", "Inês Duarte"]);
    expect(crane?.content_html).toContain('href="https://quay.example/paper/2026/11/harbour-dues/"');
    expect(crane?.content_html).not.toMatch(/(?:src|href)="\//);
    expect(crane?.content_html).toContain("The crane was built in 1926, not 1936.");
  });

  it("gives pictures in feeds the type, size and measures of the real file", async () => {
    const rss = parseRssFeed(await site("feed.xml"));
    const found = (rss.items ?? []).flatMap((item) => item.media?.contents ?? []);
    expect(found.length).toBeGreaterThan(0);
    for (const { url = "", type, fileSize, width, height } of found) {
      const bytes = await readFile(path.join(built.output, "site", url.slice("https://quay.example/paper/".length)));
      const measured = imageSize(bytes);
      expect([type, fileSize, width, height]).toEqual(["image/jpeg", bytes.length, measured.width, measured.height]);
    }
  });

  it("announces on each page the feeds of that page, which the list of feeds names too", async () => {
    const opml = await site("feeds.opml");
    for (const [page, own] of [
      ["sections/water/", "sections/water/"],
      ["2026/11/crane-returns/", "sections/water/"],
      ["2026/11/arabic/", "languages/ar/"],
      ["people/ines-duarte/", "people/ines-duarte/"],
      ["newsletters/morning/", "newsletters/morning/"],
      ["newsletters/morning/2026-11-20/", "newsletters/morning/"],
      ["corrections/", "corrections/"],
      ["languages/ar/", "languages/ar/"],
    ] as const) {
      const html = await site(`${page}index.html`);
      const announced = [...html.matchAll(/<link rel="alternate" type="application\/[^"]+" title="[^"]+" href="\/paper\/([^"]+)">/g)].map(
        ([, href]) => href,
      );
      const three = (folder: string) => ["feed.xml", "atom.xml", "feed.json"].map((name) => folder + name);
      expect(announced.slice(0, 3), page).toEqual(three(""));
      expect(announced, page).toEqual(expect.arrayContaining(three(own)));
      expect(opml, page).toContain(`xmlUrl="https://quay.example/paper/${own}feed.xml"`);
    }
  });

  it("mails each story with headline, picture, caption, credit, quotes and related links, in both parts", async () => {
    const mail: ParsedMail = await simpleParser(await readFile(path.join(built.output, "mail/morning/2026-11-20.eml")));
    expect(mail.subject).toBe("The crane is back");
    expect(mail.messageId).toBe("<morning.2026-11-20@quay.example>");
    expect(mail.from?.value).toEqual([{ name: "The Quay Observer", address: "morning@quay.example" }]);
    for (const part of [mail.html, mail.text]) {
      // In the text part a line may end between any two words.
      const words = String(part).replaceAll(/\s+(?:> ?)?/g, " ");
      for (const wanted of [
        "The old crane returns to the quay",
        "https://quay.example/paper/2026/11/crane-returns/",
        "The crane on the day it was handed back to the town.",
        "João Reis",
        "We have every bolt that was in it, and nine that were not",
        "Rosa Brandão",
        "harbour engineer",
        "https://cranes.example/keep",
        "Dues stay put",
        "Net Lane Bakery",
        "%%UNSUBSCRIBE%%",
      ]) {
        expect(words, wanted).toContain(wanted);
      }
    }
    expect(mail.html).toMatch(
      /<img[^>]+alt="A tall crane with a long arm above a low quay\."[^>]+src="https:\/\/quay\.example\/paper\/images\/crane-[^"]+\.jpg"/,
    );
    const lines = (mail.text ?? "").split("\n").filter((line) => !line.includes("https://"));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(72);
  });

  it("asks no other host for anything, on any page or mail", async () => {
    for (const [name, text] of await readTexts(built.output)) {
      if (!name.endsWith(".html")) continue;
      const wanted = [...text.matchAll(/<(?:img|script|link|iframe|source|video|audio)\b[^>]*?\s(?:src|href|srcset)="([^"]+)"/g)].map(
        (match) => match[1] ?? "",
      );
      expect(
        wanted.filter((address) => /^(?:https?:)?\/\//.test(address) && !address.startsWith("https://quay.example/paper/")),
        name,
      ).toEqual([]);
    }
  });

  it("keeps the web copy of an issue free of anything personal", async () => {
    const page = await site("newsletters/morning/2026-11-20/index.html");
    expect(page).not.toMatch(/UNSUBSCRIBE|unsubscribe/);
    expect(page).toContain("Dues stay put");
  });

  it("shows a credit that has no caption on page, feed and mail", async () => {
    for (const file of ["site/2026/11/arabic/index.html", "site/feed.xml", "site/atom.xml", "site/feed.json"]) {
      const text = await readFile(path.join(built.output, file), "utf8");
      const from = text.indexOf("سوق السمك");
      expect(text.slice(from), file).toContain("João Reis");
    }
  });

  it("leads to every article within three clicks of the front page, without a script", async () => {
    const edition = JSON.parse((await broadsheet(built.root, ["inspect", "--json", "--as-of", goldenMoment])).stdout);
    const wanted: string[] = edition.articles.map((article: { url: string }) => new URL(article.url).pathname);
    let reached = new Set(["/paper/"]);
    for (let click = 0; click < 3; click += 1) {
      const next = new Set(reached);
      for (const address of reached) {
        const page = address.endsWith("/") ? await site(`${address.slice("/paper/".length)}index.html`) : "";
        for (const [, href] of page.matchAll(/<a\b[^>]*? href="(\/paper\/[^"#]*)"/g)) if (href !== undefined) next.add(href);
      }
      reached = next;
    }
    expect(wanted.filter((address) => !reached.has(address))).toEqual([]);
    expect(wanted.length).toBe(4);
  });

  it("prints no time that was only true when it was built", async () => {
    for (const [name, text] of await readTexts(built.output)) {
      expect(text, name).not.toMatch(/\b(?:minutes?|hours?|hrs?|days?) ago\b/);
      for (const [, moment] of text.matchAll(/<time [^>]*datetime="([^"]*)"/g))
        expect(Number.isNaN(Date.parse(moment ?? "")), `${name} ${moment}`).toBe(false);
    }
  });

  it("turns a page round for a language written from right to left", async () => {
    expect(await site("2026/11/arabic/index.html")).toContain('<html lang="ar" dir="rtl">');
  });
});

describe("the surfaces of the tricky newsroom", () => {
  let built: Built;
  beforeAll(async () => {
    built = await buildNewsroom("tricky");
  });
  afterAll(() => built.remove());

  it("has no link that leads to nothing", async () => {
    expect(await checkOutput(path.join(built.output, "site"), "https://bits.example/")).toEqual([]);
  });

  it("shows hostile words as words on every surface and runs none of them", async () => {
    for (const [name, text] of await readTexts(built.output)) {
      if (!/\.(?:html|xml|opml)$/.test(name)) continue;
      expect(text, name).not.toMatch(/<script>alert|<iframe|href="javascript:|<video>|<i>cap/);
    }
    const page = await readFile(path.join(built.output, "site/2026/11/hostile/index.html"), "utf8");
    expect(page).toContain("&lt;video&gt; &amp; ]]&gt; &amp;amp; {{ 7 * 7 }} {% raise %} 🎈");
    expect(page).toContain("{{ constructor.constructor(");
  });

  it("gives back the very headline from Atom and JSON Feed", async () => {
    const headline = "<video> & ]]> &amp; {{ 7 * 7 }} {% raise %} 🎈";
    const json = JSON.parse(await readFile(path.join(built.output, "site/feed.json"), "utf8"));
    expect(json.items.map((item: { title: string }) => item.title)).toContain(headline);
    const atom = parseFeed(await readFile(path.join(built.output, "site/atom.xml"), "utf8"));
    expect(atom.format === "atom" && JSON.stringify(atom.feed.entries).includes(JSON.stringify(headline).slice(1, -1))).toBe(true);
  });

  it("keeps a long mail below Gmail's cut, with every headline and the link to unsubscribe", async () => {
    const html = await readFile(path.join(built.output, "mail/daily/next.html"), "utf8");
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(100_000);
    expect(html.match(/Long story number/g)?.length).toBeGreaterThanOrEqual(39);
    expect(html).toContain("%%UNSUBSCRIBE%%");
    expect(built.run.stderr).toContain("Shortened for Gmail");
  });
});
