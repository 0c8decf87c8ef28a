import { describe, expect, it } from "vitest";
import { renderEveryFeed } from "../../src/render/every-feed.ts";
import { moment, sampleArticle, sampleEdition, samplePublication } from "./sample-edition.ts";

// What jsonfeed.org/version/1.1 says, name by name; what is not here must not be there.

type Check = (value: unknown) => boolean;
const isText: Check = (value) => typeof value === "string" && value !== "";
const isUrl: Check = (value) => typeof value === "string" && /^https?:\/\//.test(value) && URL.canParse(value);
const isDate: Check = (value) => typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/.test(value);
const isLanguage: Check = (value) => typeof value === "string" && Intl.getCanonicalLocales(value).length === 1;
const isSize: Check = (value) => Number.isInteger(value) && Number(value) > 0;
const isList =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length > 0 && value.every(check);
const holds =
  (required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
  (value) => {
    if (typeof value !== "object" || value === null) return false;
    const found = Object.entries(value);
    const known = { ...required, ...optional };
    const wrong = found.filter(([name, inner]) => !name.startsWith("_") && !known[name]?.(inner)).map(([name]) => name);
    const missing = Object.keys(required).filter((name) => !Object.hasOwn(value, name));
    expect({ wrong, missing }).toEqual({ wrong: [], missing: [] });
    return true;
  };

const author = holds({ name: isText }, { url: isUrl, avatar: isUrl });
const item = holds(
  { id: isText },
  {
    url: isUrl,
    external_url: isUrl,
    title: isText,
    content_html: isText,
    content_text: (value) => typeof value === "string",
    summary: isText,
    image: isUrl,
    banner_image: isUrl,
    date_published: isDate,
    date_modified: isDate,
    authors: isList(author),
    tags: isList(isText),
    language: isLanguage,
    attachments: isList(holds({ url: isUrl, mime_type: isText }, { title: isText, size_in_bytes: isSize, duration_in_seconds: isSize })),
  },
);
const feed = holds(
  {
    version: (value) => value === "https://jsonfeed.org/version/1.1",
    title: isText,
    items: (value) => Array.isArray(value) && value.every(item),
  },
  {
    home_page_url: isUrl,
    feed_url: isUrl,
    description: isText,
    user_comment: isText,
    next_url: isUrl,
    icon: isUrl,
    favicon: isUrl,
    authors: isList(author),
    language: isLanguage,
    expired: (value) => typeof value === "boolean",
    hubs: isList(holds({ type: isText, url: isUrl })),
  },
);

describe("every JSON Feed", () => {
  it("keeps to the specification of version 1.1, empty, of summaries, archived or full", () => {
    const articles = [
      sampleArticle({ id: "a", updated: moment("2026-11-23T09:15"), canonical: "https://wire.example/" }),
      sampleArticle({
        id: "b",
        standfirst: null,
        text: "",
        figure: null,
        topics: [],
        section: null,
        byline: [],
        language: "ar",
        direction: "rtl",
      }),
      sampleArticle({ id: "c", published: moment("2024-01-01T06:00") }),
    ];
    for (const content of ["full", "summary"] as const) {
      const publication = { ...samplePublication, feeds: { ...samplePublication.feeds, items: 2, content } };
      const made = [...renderEveryFeed(sampleEdition({ publication, articles }), () => 48_211)].filter(({ address }) =>
        address.endsWith(".json"),
      );
      expect(made.map(({ address }) => address)).toContain("/feeds/archive/2024.json");
      for (const { address, pieces } of made) {
        const read: unknown = JSON.parse(Buffer.concat(pieces).toString());
        expect(feed(read), address).toBe(true);
        const items = typeof read === "object" && read !== null && "items" in read && Array.isArray(read.items) ? read.items : [];
        for (const one of items) expect("content_html" in one !== "content_text" in one, "either HTML or text").toBe(true);
      }
    }
  });
});
