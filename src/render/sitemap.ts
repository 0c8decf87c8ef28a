import { absoluteUrl } from "../model/address.ts";
import type { Article } from "../model/article.ts";
import type { Edition } from "../model/edition.ts";
import { type DateTime, isoMoment, later } from "../model/time.ts";
import { element, textElement } from "./xml.ts";

/** A page that search engines may list. */
export interface SitemapEntry {
  /** Absolute. */
  readonly url: string;
  readonly lastmod: DateTime | null;
}

/** The pages of an edition that search engines may list: no article that first appeared elsewhere, no list without articles. */
export function sitemapEntries(edition: Edition): readonly SitemapEntry[] {
  const { url } = edition.publication;
  const lists = [...edition.sections, ...edition.topics, ...edition.people, ...edition.languages, ...edition.months];
  return [
    { url, lastmod: newest(edition.articles) },
    ...edition.articles.filter(({ canonical }) => canonical === null).map((article) => ({ url: article.url, lastmod: article.modified })),
    ...lists
      .filter(({ articles }) => articles.length > 0)
      .map(({ address, articles }) => ({ url: absoluteUrl(url, address), lastmod: newest(articles) })),
    ...edition.speakers.map(({ address, spoken }) => ({
      url: absoluteUrl(url, address),
      lastmod: newest(spoken.map(({ article }) => article)),
    })),
    ...edition.newsletters.flatMap(({ address, issues }) => [
      { url: absoluteUrl(url, address), lastmod: issues[0]?.moment ?? null },
      ...issues.filter(({ kind }) => kind !== "draft").map((issue) => ({ url: issue.url, lastmod: issue.moment })),
    ]),
    ...edition.pages.map(({ address }) => ({ url: absoluteUrl(url, address), lastmod: null })),
  ];
}

/** The sitemap for search engines (sitemaps.org/protocol.html). */
export function renderSitemap(entries: readonly SitemapEntry[]): string {
  const urls = entries.map(({ url, lastmod }) =>
    element("url", {}, textElement("loc", new URL(url).href) + (lastmod === null ? "" : textElement("lastmod", isoMoment(lastmod)))),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${element("urlset", { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" }, `\n${urls.join("\n")}\n`)}\n`;
}

/**
 * The word to crawlers (RFC 9309): everything may be read, and where the sitemap is.
 * @param url the publication's, with a slash at the end
 */
export function renderRobots(url: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(url, "/sitemap.xml")}\n`;
}

function newest(articles: readonly Article[]): DateTime | null {
  return articles.reduce<DateTime | null>((found, { modified }) => (found === null ? modified : later(found, modified)), null);
}
