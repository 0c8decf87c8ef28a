import { isoMoment } from "../model/time.ts";
import type { FeedEntry } from "./feed-entry.ts";
import { atomEntry, atomHead, fill, type HeadShape, type ItemShape, rssHead, rssItem } from "./feed-layout.ts";
import type { FeedHead } from "./feeds.ts";
import { type Attributes, element, escapeMarkup, escapePlain, textElement } from "./xml.ts";

const mediaSpace = "http://search.yahoo.com/mrss/";
const rssSpaces = spaces({
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:media": mediaSpace,
});

/** The start of an RSS 2.0 feed, up to its items. */
export function renderRssHead(head: FeedHead): string {
  return explain(
    fill(rssHead(shapeOfHead(head)), {
      ...headValues(head, escapePlain),
      title: escapePlain(head.title),
      updated: head.updated.toUTCString(),
      self: escapeMarkup(head.addresses.rss),
      open: rssSpaces,
      rest: head.links.map((link) => element("atom:link", link)).join(""),
    }),
    head,
  );
}

/** The start of an Atom feed, up to its entries. */
export function renderAtomHead(head: FeedHead): string {
  return explain(
    fill(atomHead(shapeOfHead(head)), {
      ...headValues(head, escapeMarkup),
      title: escapeMarkup(head.title),
      updated: head.updated.toISOString(),
      self: escapeMarkup(head.addresses.atom),
      open: spaces({ "xml:lang": head.language, "xmlns:media": mediaSpace, "xmlns:fh": head.archive ? historySpace : null }),
      rest: (head.archive ? element("fh:archive", {}) : "") + head.links.map((link) => element("link", link)).join(""),
    }),
    head,
  );
}

const historySpace = "http://purl.org/syndication/history/1.0";

/** An RSS item with Dublin Core, Media RSS and content:encoded. */
export function renderRssItem(entry: FeedEntry, content: string | null): string {
  return fill(rssItem(shapeOf(entry, content)), {
    ...itemValues(entry, content, escapePlain),
    title: escapePlain(entry.headline),
    // A description in RSS is HTML.
    summary: characterData(escapeMarkup(entry.summary ?? "")),
    published: entry.published.toJSDate().toUTCString(),
    open: "",
    rest: [
      ...entry.authors.map(({ name }) => element("dc:creator", {}, escapePlain(name))),
      textElement("dc:language", entry.language),
      entry.rights === null ? "" : element("dc:rights", {}, escapePlain(entry.rights)),
      entry.canonical === null ? "" : textElement("dc:source", entry.canonical),
      textElement("atom:updated", isoMoment(entry.modified)),
      mediaContent(entry, escapePlain),
    ].join(""),
  });
}

/** An Atom entry with Media RSS. */
export function renderAtomEntry(entry: FeedEntry, content: string | null): string {
  const { picture, canonical } = entry;
  return fill(atomEntry(shapeOf(entry, content)), {
    ...itemValues(entry, content, escapeMarkup),
    title: escapeMarkup(entry.headline),
    summary: escapeMarkup(entry.summary ?? ""),
    published: entry.published.toJSDate().toISOString(),
    updated: entry.modified.toJSDate().toISOString(),
    open: spaces({ "xml:lang": entry.language }),
    rest: [
      picture === null ? "" : element("link", { rel: "enclosure", href: picture.url, type: picture.type, length: picture.size }),
      canonical === null ? "" : element("link", { rel: "via", href: canonical }),
      mediaContent(entry, escapeMarkup),
    ].join(""),
  });
}

export const rssEnd = "</channel>\n</rss>\n";
export const atomEnd = "</feed>\n";

function shapeOf(entry: FeedEntry, content: string | null): ItemShape {
  return {
    summary: entry.summary !== null,
    content: content !== null,
    authors: entry.authors.map(({ url }) => url !== null),
    categories: entry.categories.map(({ url }) => url !== null),
    enclosure: entry.picture !== null,
    rights: entry.rights !== null,
  };
}

function itemValues(entry: FeedEntry, content: string | null, plain: (text: string) => string): Record<string, string> {
  const values: Record<string, string> = { id: escapeMarkup(entry.id), url: escapeMarkup(entry.url) };
  if (content !== null) values.content = characterData(content);
  entry.authors.forEach(({ name, url }, index) => {
    values[`author${index}`] = plain(name);
    values[`author${index}.url`] = escapeMarkup(url ?? "");
  });
  entry.categories.forEach(({ name, url }, index) => {
    values[`category${index}`] = plain(name);
    values[`category${index}.url`] = escapeMarkup(url ?? "");
  });
  if (entry.rights !== null) values.rights = plain(entry.rights);
  if (entry.picture !== null) {
    values["enclosure.url"] = escapeMarkup(entry.picture.url);
    values["enclosure.type"] = entry.picture.type;
    values["enclosure.length"] = String(entry.picture.size ?? 0);
  }
  return values;
}

/** HTML that a reader decodes before showing it. Cleaned HTML has no place where `>` and `&gt;` differ. */
function characterData(html: string): string {
  return `<![CDATA[${html.replaceAll("]]>", "]]&gt;")}]]>`;
}

function mediaContent({ picture }: FeedEntry, plain: (text: string) => string): string {
  if (picture === null) return "";
  const { url, type, size, width, height, alt, credit } = picture;
  return element(
    "media:content",
    { url, fileSize: size, type, medium: "image", width, height },
    [
      alt === "" ? "" : element("media:description", { type: "plain" }, plain(alt)),
      credit === null ? "" : element("media:credit", {}, plain(credit)),
    ].join(""),
  );
}

function shapeOfHead({ hub, logo, rights }: FeedHead): HeadShape {
  return { hub: hub !== null, logo: logo !== null, rights: rights !== null };
}

function headValues(head: FeedHead, plain: (text: string) => string): Readonly<Record<string, string>> {
  return {
    id: escapeMarkup(head.id),
    description: plain(head.description),
    url: escapeMarkup(head.url),
    language: plain(head.language),
    publisher: plain(head.publisher),
    home: escapeMarkup(head.home),
    hub: escapeMarkup(head.hub ?? ""),
    logo: escapeMarkup(head.logo ?? ""),
    rights: plain(head.rights ?? ""),
  };
}

/** Who opens a feed in a browser sees bare XML: the first lines say what it is and where its page for people is. */
function explain(xml: string, head: FeedHead): string {
  const page = head.feedsPage.replaceAll("--", "-%2D");
  const lines = `This is a feed, for feed readers: copy its address into one.\nWhat feeds are, and all of ours: ${page}`;
  return xml.replace("\n", () => `\n<!--\n${lines}\n-->\n`);
}

function spaces(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === null ? "" : ` ${name}="${escapeMarkup(String(value))}"`))
    .join("");
}
