import { absoluteUrl, articleAddress, articleTag, sectionAddress } from "../../src/model/address.ts";
import type { Article, KeyQuote } from "../../src/model/article.ts";
import type { Edition } from "../../src/model/edition.ts";
import { type Picture, planPicture } from "../../src/model/picture.ts";
import type { Person, Publication, Section, Topic } from "../../src/model/publication.ts";
import { type OpenHtml, rootMark } from "../../src/model/safe-html.ts";
import { DateTime, later } from "../../src/model/time.ts";

const zone = "Europe/Malta";

/** A moment in the sample's zone. */
export function moment(iso: string): DateTime {
  return DateTime.fromISO(iso, { zone }).setLocale("en");
}

/** Writes a body by hand as the content room would: `{root}` stands for the publication's root. */
export function openHtml(html: string): OpenHtml {
  return html.replaceAll("{root}", rootMark) as OpenHtml;
}

export const island: Section = { id: "island", name: "Island & Sea", description: "What the harbour talks about." };
export const transport: Topic = { id: "transport", name: "Transport" };
export const amina: Person = { id: "amina-yusuf", name: "Amina Yusuf", role: "Reporter", email: "amina@lantern.example", bio: null };
export const ferryPicture: Picture = planPicture({ src: "ferry.jpg", hash: "ab".repeat(32), width: 2400, height: 1600 });

export const samplePublication: Publication = {
  name: "The Lantern & Post",
  tagline: null,
  description: "News from a small island.",
  url: "https://lantern.example/paper/",
  language: "en",
  zone,
  rights: "© The Lantern, all rights reserved",
  contact: { email: null, address: null },
  tag: "lantern.example,2026",
  logo: null,
  colours: { ink: "#111111", paper: "#ffffff", accent: "#aa3300", sea: "#004466" },
  sections: [island],
  people: [amina],
  agencies: [{ id: "afp", name: "AFP" }],
  newsletters: [],
  feeds: { items: 20, content: "full", size: 1000, quietBelow: 3, each: [], hub: "https://hub.example/?a=1&b=2" },
  killNotice: false,
  desk: { silence: [], acronyms: [], onePerson: [] },
};

/** A key quote; give what matters to the test. */
export function keyQuote(text: string, speaker: KeyQuote["speaker"] = null, given: Partial<KeyQuote> = {}): KeyQuote {
  return { text, speaker, why: "chosen by the editor", anchor: null, page: null, ...given };
}

/** A plain article; give what matters to the test. */
export function sampleArticle(given: Partial<Article> = {}): Article {
  const id = given.id ?? "2026-11-23-ferry-fares";
  const published = given.published ?? moment("2026-11-23T06:00");
  const corrections = given.corrections ?? [];
  const address = given.address ?? articleAddress(published, id.replace(/^\d{4}-\d\d-\d\d-/, ""));
  return {
    id,
    path: `content/articles/${id}.md`,
    address,
    url: absoluteUrl(samplePublication.url, address),
    tag: articleTag(samplePublication.tag, id),
    headline: "Ferry fares to rise in January",
    standfirst: "Crossings cost a tenth more.",
    published,
    updated: null,
    material: false,
    lead: false,
    modified: [...(given.updated ? [given.updated] : []), ...corrections.map(({ at }) => at)].reduce(later, published),
    section: island,
    topics: [transport],
    byline: [
      { kind: "person", person: amina },
      { kind: "agency", agency: { id: "afp", name: "AFP" } },
    ],
    dateline: null,
    figure: {
      picture: ferryPicture,
      alt: "A white ferry leaves the harbour",
      caption: "The Maria Dolores on Friday.",
      credit: "AFP",
      rights: { site: true, feeds: true, mail: true },
    },
    body: openHtml('<p>Fares rise, the <a href="{root}/2026/10/harbour-dues/">harbour</a> said.</p>'),
    text: "Fares rise, the harbour said.",
    quotes: [],
    ambiguous: [],
    related: [],
    corrections,
    words: "cd".repeat(32),
    language: "en",
    direction: "ltr",
    canonical: null,
    ...given,
  };
}

/** A small edition with one article; give what matters to the test. */
export function sampleEdition(overrides: Partial<Edition> = {}): Edition {
  const articles = overrides.articles ?? [sampleArticle()];
  return {
    publication: samplePublication,
    asOf: moment("2026-11-24T06:00"),
    articles,
    sections: [
      { subject: island, address: sectionAddress(island.id), articles: articles.filter(({ section }) => section?.id === island.id) },
    ],
    topics: [],
    people: [],
    languages: [],
    speakers: [],
    months: [],
    newsletters: [],
    pages: [],
    corrections: [],
    withdrawals: [],
    pictures: [ferryPicture],
    redirects: [],
    ...overrides,
  };
}
