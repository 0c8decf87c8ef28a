import { absoluteUrl, articleTag } from "../model/address.ts";
import type { Publication } from "../model/publication.ts";
import type { FeedEntry } from "./feed-entry.ts";
import type { FeedForms } from "./feed-forms.ts";
import { jsonBetween, jsonEnd, renderJsonHead } from "./feed-json.ts";
import type { FeedSource } from "./feed-sources.ts";
import { atomEnd, renderAtomHead, renderRssHead, rssEnd } from "./feed-xml.ts";
import { checkHead } from "./read-back.ts";
import { type Attributes, cleanLine } from "./xml.ts";

export type FeedFormat = "rss" | "atom" | "json";

/** A feed before it takes a format: all text is clean, all addresses absolute. */
export interface FeedHead {
  /** Permanent, whatever the publication's address. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The page for people. */
  readonly url: string;
  /** Its own address in each format. */
  readonly addresses: Readonly<Record<FeedFormat, string>>;
  readonly language: string;
  readonly updated: Date;
  readonly publisher: string;
  /** The publication's front page. */
  readonly home: string;
  /** The page that explains feeds. */
  readonly feedsPage: string;
  readonly hub: string | null;
  readonly logo: string | null;
  readonly rights: string | null;
  /** Whether it is an archive (RFC 5005, section 4). */
  readonly archive: boolean;
  /** More Atom links: to the archives. */
  readonly links: readonly Attributes[];
  /** Where JSON Feed goes on. */
  readonly next: string | null;
}

/** The head of a feed of a publication, by what does not come from its articles. */
export function feedHead(
  source: Pick<FeedSource, "title" | "description" | "address" | "language">,
  publication: Publication,
  entries: readonly FeedEntry[],
): FeedHead {
  const at = (address: string) => new URL(absoluteUrl(publication.url, address)).href;
  return {
    id: new URL(articleTag(publication.tag, `feed:${source.address}`)).href,
    title: cleanLine(source.title),
    description: cleanLine(source.description),
    url: at(source.address),
    addresses: { rss: at(`${source.address}feed.xml`), atom: at(`${source.address}atom.xml`), json: at(`${source.address}feed.json`) },
    language: source.language,
    // The newest change, so that an unchanged feed is the same bytes.
    updated: new Date(entries.length === 0 ? beginning(publication.tag) : Math.max(...entries.map(({ modified }) => modified.toMillis()))),
    publisher: cleanLine(publication.name),
    home: new URL(publication.url).href,
    feedsPage: at("/feeds/"),
    hub: publication.feeds.hub === null ? null : new URL(publication.feeds.hub).href,
    logo: publication.logo === null ? null : at(publication.logo.jpeg.address),
    rights: publication.rights === null ? null : cleanLine(publication.rights),
    archive: false,
    links: [],
    next: null,
  };
}

/** The date of a feed without articles: that from which the publication's permanent ids count (RFC 4151), or 2000 where it has none. */
function beginning(tag: string): number {
  const date = /,(\d{4}(?:-\d{2}){0,2})$/.exec(tag)?.[1] ?? "2000";
  const millis = Date.parse(date);
  return Number.isNaN(millis) ? Date.UTC(2000, 0, 1) : millis;
}

const heads = { rss: renderRssHead, atom: renderAtomHead, json: renderJsonHead } as const;
const ends = { rss: rssEnd, atom: atomEnd, json: jsonEnd } as const;
const comma = Buffer.from(jsonBetween);

/** A feed document in pieces, to be written one after the other: a head, and the entries as they were rendered once for all feeds. */
export function assembleFeed(
  format: FeedFormat,
  head: FeedHead,
  entries: readonly FeedEntry[],
  full: boolean,
  forms: FeedForms,
): readonly Uint8Array[] {
  const start = heads[format](head);
  checkHead(format, start + ends[format], head);
  const items = entries.map((entry) => forms(entry, format, full));
  const between = format === "json" ? items.flatMap((item, index) => (index === 0 ? [item] : [comma, item])) : items;
  return [Buffer.from(start), ...between, Buffer.from(ends[format])];
}
