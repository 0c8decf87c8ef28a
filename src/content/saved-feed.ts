import { parseFeed } from "feedsmith";
import { type DateTime, readFeedMoment } from "../model/time.ts";
import { textOfHtml } from "./clean-html.ts";
import { withoutControls } from "./read-text.ts";

// The one file that imports feedsmith: it reads RSS, Atom, RDF and JSON Feed.

/** What a saved feed says of itself and of its items. */
export interface SavedFeed {
  readonly title: string | null;
  /** In the feed's order; what could not be read is `null`. */
  readonly items: readonly SavedItem[];
}

export interface SavedItem {
  readonly headline: string | null;
  /** Absolute, http or https, in its normal form. */
  readonly url: string | null;
  readonly standfirst: string | null;
  readonly published: DateTime | null;
}

/** An item as found, before it is believed: `html` says whether its words are HTML. */
interface RawItem {
  readonly title: string | undefined;
  readonly titleIsHtml: boolean;
  readonly url: string | undefined;
  readonly summary: string | undefined;
  readonly summaryIsHtml: boolean;
  readonly published: unknown;
}

const longestStandfirst = 300;
/** Enough words for a headline or a standfirst, few enough tags for the parser to nest. */
const longestRead = 4000;

/**
 * Reads the text of a saved feed; `null` when it is none. Words become plain text on one line, addresses absolute.
 * @param zone for dates that carry no offset
 */
export function readSavedFeed(text: string, zone: string): SavedFeed | null {
  const raw = parse(text);
  if (raw === null) return null;
  const base = webUrl(raw.home, undefined);
  return {
    title: words(raw.title, true),
    items: raw.items.map((item) => {
      const headline = words(item.title, item.titleIsHtml);
      const standfirst = words(item.summary, item.summaryIsHtml);
      return {
        headline,
        url: webUrl(item.url, base ?? undefined),
        standfirst: standfirst === null || standfirst === headline ? null : cutAtWord(standfirst, longestStandfirst),
        published: typeof item.published === "string" ? readFeedMoment(item.published, zone) : null,
      };
    }),
  };
}

interface RawFeed {
  readonly title: string | undefined;
  readonly home: string | undefined;
  readonly items: readonly RawItem[];
}

function parse(text: string): RawFeed | null {
  try {
    return toRaw(parseFeed(text));
  } catch {
    // The text is a stranger's: whatever the parser stumbles over, it is no feed that can be read.
    return null;
  }
}

function toRaw(parsed: ReturnType<typeof parseFeed>): RawFeed {
  switch (parsed.format) {
    case "rss":
      return {
        title: parsed.feed.title,
        home: parsed.feed.link,
        items: (parsed.feed.items ?? []).map((item) => ({
          title: item.title,
          titleIsHtml: true,
          // Without a link, a guid that is an address leads to the item (RSS 2.0, guid).
          url: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
          summary: item.description,
          summaryIsHtml: true,
          published: item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published ?? item.atom?.updated,
        })),
      };
    case "rdf":
      return {
        title: parsed.feed.title,
        home: parsed.feed.link,
        items: (parsed.feed.items ?? []).map((item) => ({
          title: item.title,
          titleIsHtml: true,
          url: item.link,
          summary: item.description,
          summaryIsHtml: true,
          published: item.dc?.dates?.[0],
        })),
      };
    case "atom":
      return {
        title: parsed.feed.title?.value,
        home: alternate(parsed.feed.links) ?? parsed.feed.links?.find(({ rel }) => rel === "self")?.href,
        items: (parsed.feed.entries ?? []).map((entry) => ({
          title: entry.title?.value,
          titleIsHtml: isHtml(entry.title?.type),
          url: alternate(entry.links),
          summary: entry.summary?.value,
          summaryIsHtml: isHtml(entry.summary?.type),
          published: entry.published ?? entry.updated,
        })),
      };
    case "json":
      return {
        title: parsed.feed.title,
        home: parsed.feed.home_page_url ?? parsed.feed.feed_url,
        items: (parsed.feed.items ?? []).map((item) => ({
          title: item.title,
          titleIsHtml: false,
          url: item.url ?? item.external_url,
          summary: item.summary,
          summaryIsHtml: false,
          published: item.date_published ?? item.date_modified,
        })),
      };
  }
}

function alternate(links: readonly { readonly rel?: string; readonly href?: string }[] | undefined): string | undefined {
  return links?.find(({ rel }) => rel === undefined || rel === "alternate")?.href;
}

function isHtml(type: string | undefined): boolean {
  return type === "html" || type === "xhtml" || type === "text/html";
}

/** Words as plain text on one line; `null` when there are none. */
function words(text: string | undefined, html: boolean): string | null {
  if (text === undefined) return null;
  const plain = withoutControls(html ? textOfHtml(text.slice(0, longestRead)) : text.slice(0, longestRead))
    .split(/\s+/)
    .join(" ")
    .trim();
  return plain === "" ? null : plain;
}

function webUrl(address: string | undefined, base: string | undefined): string | null {
  const given = address?.trim();
  if (!given || !URL.canParse(given, base)) return null;
  const url = new URL(given, base);
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
}

function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.lastIndexOf(" ", most - 1);
  return `${text.slice(0, cut > most / 2 ? cut : most - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
