import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { newsletterAddress } from "../../src/model/address.ts";
import { fillCount, wordsOf } from "../../src/model/words.ts";
import { renderPages } from "../../src/render/pages.ts";
import { makeTemplates } from "../../src/render/templates.ts";
import { moment, sampleArticle, sampleEdition, samplePublication } from "./sample-edition.ts";
import { morning } from "./sample-issue.ts";

const templates = makeTemplates([fileURLToPath(new URL("../../templates/", import.meta.url))]);
const others = ["ar", "de", "es", "fr", "sw"];
const places = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(String).sort();

describe("the fixed words", () => {
  it("keep the same places for values in every language", () => {
    const english = Object.entries(wordsOf("en"));
    for (const language of others) {
      const words = new Map<string, unknown>(Object.entries(wordsOf(language)));
      for (const [key, text] of english) {
        if (typeof text !== "string") continue;
        expect(places(String(words.get(key))), `${language} ${key}`).toEqual(places(text));
        expect(String(words.get(key)).trim() === "" && key !== "comma", `${language} ${key}`).toBe(false);
      }
    }
  });

  it("count in the forms of each language, and are English where we know no other", () => {
    const counted = (language: string, count: number) => fillCount(wordsOf(language).storyCount, count, language);
    expect([counted("en", 1), counted("en", 2)]).toEqual(["1 story", "2 stories"]);
    expect([1, 2, 3, 11].map((count) => counted("ar", count))).toEqual(["خبر واحد", "خبران", "3 أخبار", "11 خبرًا"]);
    expect(wordsOf("pt-BR").archive).toBe("Archive");
  });

  it("stand on every page of a paper in the paper's own language, and no English beside them", () => {
    const publication = { ...samplePublication, language: "ar", newsletters: [{ ...morning, language: "ar" }] };
    const article = sampleArticle({
      language: "ar",
      direction: "rtl",
      corrections: [{ at: moment("2026-11-23T09:00"), kind: "correction", text: "١٩٢٦" }],
    });
    const edition = sampleEdition({
      publication,
      articles: [article],
      corrections: article.corrections.map((correction) => ({ article, correction })),
      newsletters: publication.newsletters.map((newsletter) => ({
        newsletter,
        address: newsletterAddress(newsletter.id),
        issues: [],
        elsewhere: [],
        toldByOthers: [],
        owed: [],
        skipped: [],
        next: { kind: "skipped", reason: "" },
      })),
    });
    const english = Object.values(wordsOf("en")).filter((words) => typeof words === "string" && words.length > 4 && !words.includes("{"));
    // The page about feeds is still in English alone.
    for (const page of renderPages(edition, templates, { css: "/site.css" }).filter(({ address }) => address !== "/feeds/")) {
      const shown = page
        .render()
        .replaceAll(/<(?:script|style)\b.*?<\/(?:script|style)>/gs, "")
        .replaceAll(/<[^>]*>/g, "|");
      for (const words of english) expect(shown, `${page.address} ${words}`).not.toContain(`|${words}|`);
      expect(shown).toContain(wordsOf("ar").archive);
    }
  });
});
