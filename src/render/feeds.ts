import { absoluteUrl, articleTag } from "../model/address.ts";
import type { Article } from "../model/article.ts";
import type { Edition } from "../model/edition.ts";
import { type FeedEntry, toFeedEntry } from "./feed-entry.ts";
import { renderJsonFeed } from "./feed-json.ts";
import { renderAtom, renderRss } from "./feed-xml.ts";
import { cleanLine } from "./xml.ts";

/** What a feed is made of: a name, and the articles that belong in it, newest first. */
export interface FeedSource {
  readonly title: string;
  readonly description: string;
  /** The page for people with the same articles, below the publication's root: `/` or `/sections/island/`. */
  readonly address: string;
  /** BCP 47. */
  readonly language: string;
  readonly articles: readonly Article[];
}

/** A feed before it takes a format: all text is clean, all addresses absolute. */
export interface FeedDocument {
  /** Permanent, whatever the publication's address. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The page for people; the feed's own address is below it. */
  readonly url: string;
  readonly language: string;
  readonly updated: Date;
  readonly publisher: string;
  /** The publication's front page. */
  readonly home: string;
  readonly hub: string | null;
  readonly logo: string | null;
  readonly rights: string | null;
  readonly entries: readonly FeedEntry[];
}

/**
 * The three feeds of a list of articles, equal in content: RSS 2.0, Atom 1.0 and JSON Feed 1.1.
 * The feed's date is that of its newest change, so an unchanged feed is the same bytes; a feed without articles has the date 1970-01-01.
 * @param sizeOf bytes of a picture file by its address below the publication's root; 0 when unknown
 */
export function renderFeeds(
  feed: FeedSource,
  edition: Edition,
  sizeOf: (address: string) => number,
): { readonly rss: string; readonly atom: string; readonly json: string } {
  const { publication } = edition;
  const articles = feed.articles.slice(0, publication.feeds.items);
  const document: FeedDocument = {
    id: new URL(articleTag(publication.tag, `feed:${feed.address}`)).href,
    title: cleanLine(feed.title),
    description: cleanLine(feed.description),
    url: new URL(absoluteUrl(publication.url, feed.address)).href,
    language: feed.language,
    updated: new Date(articles.reduce((newest, { modified }) => Math.max(newest, modified.toMillis()), 0)),
    publisher: cleanLine(publication.name),
    home: new URL(publication.url).href,
    hub: publication.feeds.hub === null ? null : new URL(publication.feeds.hub).href,
    logo: publication.logo === null ? null : new URL(absoluteUrl(publication.url, publication.logo.jpeg.address)).href,
    rights: publication.rights === null ? null : cleanLine(publication.rights),
    entries: articles.map((article) => toFeedEntry(article, publication, sizeOf)),
  };
  return { rss: renderRss(document), atom: renderAtom(document), json: renderJsonFeed(document) };
}
