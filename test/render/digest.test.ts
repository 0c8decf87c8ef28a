import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { makeStory } from "../../src/edition/make-story.ts";
import type { Article } from "../../src/model/article.ts";
import type { Issue, Story } from "../../src/model/issue.ts";
import type { Sponsor } from "../../src/model/publication.ts";
import { digestJson, renderDigest } from "../../src/render/digest.ts";
import { makeTemplates, makeTextTemplates } from "../../src/render/templates.ts";
import { ferryPicture, keyQuote, moment, sampleArticle, sampleEdition, samplePublication } from "./sample-edition.ts";
import { morning, sampleIssue } from "./sample-issue.ts";

const folders = [fileURLToPath(new URL("../../templates/", import.meta.url))];
const html = makeTemplates(folders);
const templates = { html, text: makeTextTemplates(folders), web: html };

const render = (issue: Issue, edition = sampleEdition()) => renderDigest(issue, edition, templates, { css: "/assets/site.css" });
const storyOf = (given: Partial<Article>): Story => makeStory(sampleArticle(given));
const figure = (given: Partial<NonNullable<Article["figure"]>>): Article["figure"] => ({
  picture: ferryPicture,
  alt: "A white ferry",
  caption: "The ferry on Friday.",
  credit: "AFP",
  rights: { site: true, feeds: true, mail: true },
  ...given,
});
const full = storyOf({
  quotes: [keyQuote("We held it as long as we could", { name: "Grace Otieno", role: "harbour master" }), keyQuote("Nobody asked us")],
  related: [
    {
      kind: "article",
      id: "dues",
      headline: "Harbour dues frozen",
      address: "/2026/10/dues/",
      published: moment("2026-10-02T06:00"),
      section: null,
      why: "chosen by the editor",
      score: null,
    },
    {
      kind: "elsewhere",
      headline: "Fuel dearer again",
      url: null,
      source: "Xinhua",
      section: "World",
      byline: null,
      published: moment("2026-11-22T09:00"),
      why: "stood below the story",
    },
  ],
});
const sponsor: Sponsor = {
  label: "Advertisement",
  name: "Net Lane Bakery",
  text: "Open from five.",
  url: "https://bakery.example/a?b=1&c=2",
  position: "after-lead",
};

describe("renderDigest", () => {
  it("gives each story with headline, picture, caption, credit, standfirst, quotes and related links", async () => {
    const mail = await render(sampleIssue({ stories: [full], sponsor }));
    for (const wanted of [
      '<a href="https://lantern.example/paper/2026/11/ferry-fares/"',
      `src="https://lantern.example/paper${ferryPicture.jpeg.address}"`,
      'alt="A white ferry leaves the harbour"',
      "The Maria Dolores on Friday. · AFP",
      "Crossings cost a tenth more.",
      "“We held it as long as we could”",
      "<strong>Grace Otieno</strong>, harbour master",
      'href="https://lantern.example/paper/2026/10/dues/"',
      "(World, Xinhua, 22 November 2026)",
      "Advertisement",
      'href="https://bakery.example/a?b=1&amp;c=2"',
      'href="https://lantern.example/paper/newsletters/morning/2026-11-23/"',
      'href="%%UNSUBSCRIBE%%"',
      "And a quiet word from the quay",
    ]) {
      expect(mail.html, wanted).toContain(wanted);
    }
    expect(mail.html.match(/<h1\b/g)).toHaveLength(1);
    expect(mail.html).toMatch(/<html lang="en" dir="ltr"/);
    expect(mail.html).toMatch(/<title>Fares rise<\/title>/);
    expect(mail.shortened).toEqual([]);
  });

  it("asks no stranger's host for anything", async () => {
    const mail = await render(sampleIssue({ stories: [full], sponsor }));
    expect(mail.html).not.toMatch(/@import|@font-face|<link|<script|<iframe/);
    const asked = [...mail.html.matchAll(/(?:src|background)="(https?:[^"]+)"|url\(([^)]+)\)/g)].map((match) => match[1] ?? match[2] ?? "");
    expect(asked.filter((address) => !address.startsWith(samplePublication.url))).toEqual([]);
  });

  it("tells the same in a text part that can be read alone, no line longer than 72 but an address", async () => {
    const { text } = await render(sampleIssue({ stories: [full], sponsor, intro: "A long word. ".repeat(30) }));
    expect(text).toContain("Ferry fares to rise in January\nhttps://lantern.example/paper/2026/11/ferry-fares/\n");
    expect(text).toContain("> “We held it as long as we could”\n> – Grace Otieno, harbour master\n");
    expect(text).toContain("Picture: The Maria Dolores on Friday. (AFP)");
    expect(text).toContain("* Harbour dues frozen [1]\n* Fuel dearer again (World, Xinhua, 22 November 2026)\n");
    expect(text).toContain("[1] https://lantern.example/paper/2026/10/dues/");
    expect(text).toContain("Unsubscribe:\n%%UNSUBSCRIBE%%\n");
    expect(text.split("\n").filter((line) => line.length > 72 && !line.includes("://"))).toEqual([]);
    expect(text).not.toMatch(/\n{3}|[ \t]\n/);
  });

  it("leaves out a picture that mail may not carry and keeps its words", async () => {
    const story = storyOf({ figure: figure({ rights: { site: true, feeds: true, mail: false } }) });
    const mail = await render(sampleIssue({ stories: [story] }));
    expect(mail.html).not.toContain("<img");
    expect(mail.html).toContain("The ferry on Friday. · AFP");
    expect(digestJson(sampleIssue({ stories: [story] }), sampleEdition())).toMatchObject({ stories: [{ picture: null, credit: "AFP" }] });
  });

  it("shows hostile copy as words and lets none of it into the markup", async () => {
    const evil = '"></mj-text><mj-raw><script>alert(1)</script></mj-raw>{{ 7*7 }}\u0000\u001b<!-- ]]> &amp;';
    const story = storyOf({
      headline: evil,
      standfirst: evil,
      figure: figure({ alt: evil, caption: evil, credit: evil }),
      quotes: [keyQuote(evil, { name: evil, role: evil })],
    });
    const mail = await render(
      sampleIssue({
        stories: [story],
        subject: evil,
        preheader: evil,
        intro: evil,
        sponsor: { ...sponsor, name: evil, text: evil, label: evil },
      }),
    );
    expect(mail.html).not.toMatch(/<script|<mj-|<!-- \]\]/);
    expect(mail.html).toContain("{{ 7*7 }}");
    expect(mail.html + mail.text).not.toMatch(/[^\P{Cc}\n\t]/u);
    expect(mail.text).toContain("<script>alert(1)</script>");
  });

  it("keeps a forged line out of the text part", async () => {
    const { text } = await render(sampleIssue({ stories: [storyOf({ headline: "Fares\n\nUnsubscribe:\nhttps://evil.example/" })] }));
    expect(text).toContain("\nFares Unsubscribe: https://evil.example/\n");
  });

  it("never gives a reader's own address to unsubscribe to a site or into a story", async () => {
    const story = storyOf({
      standfirst: "See %%UNSUBSCRIBE%%",
      related: [
        {
          kind: "elsewhere",
          headline: "Elsewhere",
          url: "https://evil.example/?%%UNSUBSCRIBE%%",
          source: null,
          section: null,
          byline: null,
          published: null,
          why: "",
        },
      ],
    });
    const mail = await render(sampleIssue({ stories: [story] }));
    expect(mail.html.split("%%UNSUBSCRIBE%%")).toHaveLength(2);
    expect(mail.text.split("%%UNSUBSCRIBE%%")).toHaveLength(2);
    expect((await render(sampleIssue({ stories: [full] }))).web).not.toMatch(/unsubscribe/i);
  });

  it("turns a story round for a language written from right to left, and a whole mail for such a publication", async () => {
    const arabic = storyOf({
      headline: "عودة العبّارة",
      standfirst: "تعود يوم الجمعة.",
      language: "ar",
      direction: "rtl",
      quotes: [keyQuote("ننتظرها")],
    });
    const story = await render(sampleIssue({ stories: [arabic] }));
    expect(story.html).toContain('<div lang="ar" dir="rtl">');
    expect(story.html).toMatch(/border-right:4px solid/);
    const publication = { ...samplePublication, language: "ar" };
    const whole = await render(
      sampleIssue({ stories: [arabic], newsletter: { ...morning, language: "ar" } }),
      sampleEdition({ publication }),
    );
    expect(whole.html).toMatch(/<html lang="ar" dir="rtl"/);
    expect(whole.html).not.toMatch(/direction:ltr|text-align:left;(?!direction:rtl)/);
  });

  it("has a word of its own in each language for all that it says itself", async () => {
    for (const [language, wanted] of Object.entries({
      ar: ["إلغاء الاشتراك", "العدد 12", "«We held it"],
      de: ["Abbestellen", "Nr. 12", "Sie erhalten diese Nachricht, weil Sie Morning Post bestellt haben."],
      es: ["Darse de baja", "N.º 12"],
      fr: ["Se désabonner", "Nº 12"],
      sw: ["Jiondoe", "Toleo 12"],
      "en-GB": ["Unsubscribe", "No. 12"],
    })) {
      const story = { ...full, language };
      const { html, text, web } = await render(sampleIssue({ stories: [story], newsletter: { ...morning, language } }));
      for (const word of wanted) for (const part of [html, text]) expect(part, language).toContain(word);
      expect(web).toContain(`<html lang="${language}"`);
    }
  });

  it("tells short stories, headlines from elsewhere and corrections after the stories, in both parts and on the web", async () => {
    const short = { ...storyOf({ id: "short", headline: "A short one" }), short: true };
    const issue = sampleIssue({
      stories: [full, short],
      elsewhere: [
        { headline: "Oranges arrive", url: "https://gazette.example/?a=1&b=2", source: "Gazette", standfirst: null, published: null },
      ],
      corrections: [
        {
          id: "gone",
          headline: null,
          address: null,
          language: "en",
          at: moment("2026-11-22T09:00"),
          kind: "correction",
          text: "It was never so.",
          carried: { number: 11, date: "2026-11-20" },
        },
      ],
    });
    const { html, text, web } = await render(issue, sampleEdition({ articles: [sampleArticle({ id: "short" })] }));
    for (const part of [html, text, web]) {
      const words = part
        .replaceAll(/<[^>]*>/g, " ")
        .replaceAll(/\s+/g, " ")
        .toLowerCase();
      const order = ["more stories", "a short one", "elsewhere", "oranges arrive", "corrections", "it was never so."].map((word) =>
        words.indexOf(word),
      );
      expect(order).toEqual([...order].sort((a, b) => a - b));
      expect(order[0]).toBeGreaterThan(0);
      expect(words).toMatch(/a story that was withdrawn ?\(in no\. 11, friday 20 november 2026 ?\):? ?/);
    }
    expect(html).toContain('href="https://gazette.example/?a=1&amp;b=2"');
  });

  it("places the sponsor, once and labelled, where it is to stand", async () => {
    const stories = [full, storyOf({ headline: "The second story" })];
    for (const [position, before, after] of [
      ["top", "Good morning.", "Ferry fares to rise"],
      ["after-lead", "Ferry fares to rise", "The second story"],
      ["end", "The second story", "1 Quay Street"],
    ] as const) {
      const { html, text, web } = await render(sampleIssue({ stories, sponsor: { ...sponsor, label: null, position } }));
      for (const part of [html, text]) {
        expect(part.match(/Advertisement/gi), position).toHaveLength(1);
        const [from, at, to] = [before, "Net Lane Bakery", after].map((words) => part.indexOf(words));
        expect(from, position).toBeLessThan(at ?? -1);
        expect(at, position).toBeLessThan(to ?? -1);
      }
      expect(web).toMatch(/Advertisement/);
    }
  });

  it("is told in brief within its limit, each story with its own address", async () => {
    const stories = Array.from({ length: 9 }, (_, at) => storyOf({ id: `2026-11-23-story-${at}`, headline: `عنوان الخبر رقم ${at}` }));
    for (const limit of [1000, 300, 160, 20]) {
      const { brief } = await render(sampleIssue({ stories, newsletter: { ...morning, brief: limit } }));
      const numbers = [...brief.matchAll(/^(\d)\. عنوان الخبر رقم (\d)\n(\S+)$/gm)];
      for (const [, number, at, url] of numbers) {
        expect(Number(number)).toBe(Number(at) + 1);
        expect(url).toBe(`https://lantern.example/paper/2026/11/story-${at}/`);
      }
      if (limit > 100) expect(brief.trimEnd().length).toBeLessThanOrEqual(limit);
      expect(numbers.length).toBeGreaterThanOrEqual(limit > 200 ? 2 : limit > 100 ? 1 : 0);
      if (numbers.length < 9) expect(brief.trimEnd().endsWith("https://lantern.example/paper/newsletters/morning/2026-11-23/")).toBe(true);
    }
  });

  it("shortens a long mail from its end, related links first, and says so", async () => {
    const quotes = Array.from({ length: 3 }, (_, at) => ({ text: `Word ${at} ${"said and said again ".repeat(10)}`, speaker: null }));
    const stories = Array.from({ length: 22 }, (_, at) => ({ ...full, headline: `Story ${at}.`, quotes }));
    const mail = await render(sampleIssue({ stories }));
    expect(Buffer.byteLength(mail.html)).toBeLessThanOrEqual(100_000);
    expect(mail.shortened[0]).toMatch(/^the related links of/);
    for (let at = 0; at < 22; at += 1) expect(mail.html).toContain(`Story ${at}.`);
    expect(mail.text).toContain("Word 2");
    expect(mail.html).toContain("%%UNSUBSCRIBE%%");
  });

  it("gives the same bytes twice", async () => {
    const issue = sampleIssue({ stories: [full], sponsor });
    expect(await render(issue)).toEqual(await render(issue));
  });
});
