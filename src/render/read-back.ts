import type { FeedEntry } from "./feed-entry.ts";
import type { FeedFormat, FeedHead } from "./feeds.ts";
import { childOf, childrenOf, readXml, type XmlElement } from "./xml-reader.ts";

/** What a reader is told of an entry, whatever the format; what a format has no place for is left to the others. */
interface Told {
  readonly id: unknown;
  readonly url: unknown;
  readonly headline: unknown;
  readonly summary: unknown;
  readonly content: unknown;
  readonly authors: readonly unknown[];
  readonly categories: readonly unknown[];
  /** Milliseconds; RSS and Atom as the package writes them. */
  readonly published: number;
  readonly modified: number;
  readonly picture: readonly unknown[];
  readonly canonical: unknown;
}

/**
 * Reads an entry as a reader would, strictly, and compares it with what it was made from.
 * @throws Error when it is not well-formed or says something else: a mistake of ours, which must not reach a reader
 */
export function checkItem(format: FeedFormat, text: string, entry: FeedEntry, content: string | null): void {
  compare(`The ${format} entry ${entry.id}`, () => readItem(format, text), wanted(format, entry, content));
}

/** The same for a feed without its entries. */
export function checkHead(format: FeedFormat, text: string, head: FeedHead): void {
  const { title, url, description, language, addresses, hub } = head;
  const self = addresses[format];
  compare(`The ${format} feed ${self}`, () => readHead(format, text), {
    title,
    url,
    description,
    language,
    self,
    hub: hub ?? undefined,
    updated: format === "json" ? undefined : head.updated.getTime() - (format === "rss" ? head.updated.getMilliseconds() : 0),
  });
}

function compare<T extends object>(what: string, read: () => T, wanted: T): void {
  let found: T;
  try {
    found = read();
  } catch (cause) {
    throw new TypeError(`${what} cannot be read back. ${cause instanceof Error ? cause.message : cause}`);
  }
  for (const name in wanted) {
    if (!same(wanted[name], found[name]))
      throw new TypeError(`${what} says another ${name}: ${JSON.stringify(found[name])} instead of ${JSON.stringify(wanted[name])}.`);
  }
}

/** Whether two values are alike: texts, numbers, and lists of them. */
function same(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((value, index) => value === other[index]);
}

function wanted(format: FeedFormat, entry: FeedEntry, whole: string | null): Told {
  const { picture } = entry;
  const xml = format !== "json";
  const content = whole ?? undefined;
  return {
    id: entry.id,
    url: entry.url,
    headline: entry.headline,
    summary: entry.summary ?? undefined,
    content: xml ? content?.replaceAll("]]>", "]]&gt;") : content,
    authors: entry.authors.map(({ name }) => name),
    categories: entry.categories.map(({ name }) => name),
    published: entry.published.toMillis() - (format === "rss" ? entry.published.millisecond : 0),
    modified: entry.modified.toMillis(),
    picture:
      picture === null
        ? []
        : [
            picture.url,
            picture.type,
            picture.size ?? undefined,
            picture.width,
            picture.height,
            picture.alt || undefined,
            picture.credit ?? undefined,
          ],
    canonical: entry.canonical ?? undefined,
  };
}

function readItem(format: FeedFormat, text: string): Told {
  switch (format) {
    case "rss":
      return readRssItem(readXml(text));
    case "atom":
      return readAtomEntry(readXml(text));
    case "json":
      return readJsonItem(JSON.parse(text));
  }
}

function readRssItem(item: XmlElement): Told {
  const text = (name: string) => childOf(item, name)?.text;
  const summary = text("description");
  return {
    id: text("guid"),
    url: text("link"),
    headline: text("title"),
    summary: fromHtml(summary),
    content: text("content:encoded"),
    authors: childrenOf(item, "dc:creator").map((one) => one.text),
    categories: childrenOf(item, "category").map((one) => one.text),
    published: Date.parse(text("pubDate") ?? ""),
    modified: Date.parse(text("atom:updated") ?? ""),
    picture: readMedia(item),
    canonical: text("dc:source"),
  };
}

function readAtomEntry(entry: XmlElement): Told {
  const text = (name: string) => childOf(entry, name)?.text;
  const link = (rel: string | undefined) => childrenOf(entry, "link").find(({ attributes }) => attributes.rel === rel)?.attributes.href;
  return {
    id: text("id"),
    url: link(undefined),
    headline: text("title"),
    summary: text("summary"),
    content: text("content"),
    authors: childrenOf(entry, "author").map((author) => childOf(author, "name")?.text),
    categories: childrenOf(entry, "category").map(({ attributes }) => attributes.term),
    published: Date.parse(text("published") ?? ""),
    modified: Date.parse(text("updated") ?? ""),
    picture: readMedia(entry),
    canonical: link("via"),
  };
}

function readMedia(item: XmlElement): readonly unknown[] {
  const media = childOf(item, "media:content");
  if (media === undefined) return [];
  const { url, type, fileSize, width, height } = media.attributes;
  const number = (value: string | undefined) => (value === undefined ? undefined : Number(value));
  const words = (name: string) => childOf(media, name)?.text;
  return [url, type, number(fileSize), number(width), number(height), words("media:description"), words("media:credit")];
}

type Json = Readonly<Record<string, unknown>>;

function readJsonItem(item: unknown): Told {
  const of = (value: unknown): Json => (typeof value === "object" && value !== null ? { ...value } : {});
  const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.map(of) : []);
  const { id, url, title, summary, content_html, authors, tags, date_published, date_modified, attachments, external_url, _broadsheet } =
    of(item);
  const [attached] = list(attachments);
  const words = of(of(_broadsheet).picture);
  return {
    id,
    url,
    headline: title,
    summary,
    content: content_html,
    authors: list(authors).map(({ name }) => name),
    categories: Array.isArray(tags) ? tags : [],
    published: Date.parse(String(date_published)),
    modified: Date.parse(String(date_modified)),
    picture:
      attached === undefined
        ? []
        : [attached.url, attached.mime_type, attached.size_in_bytes, words.width, words.height, words.description, words.credit],
    canonical: external_url,
  };
}

function readHead(format: FeedFormat, text: string): Readonly<Record<string, unknown>> {
  if (format === "json") {
    const read: unknown = JSON.parse(text);
    const { title, home_page_url, description, language, feed_url, hubs }: Json =
      typeof read === "object" && read !== null ? { ...read } : {};
    const hub: unknown = Array.isArray(hubs) ? hubs[0]?.url : undefined;
    return { title, url: home_page_url, description, language, self: feed_url, hub, updated: undefined };
  }
  const root = readXml(text);
  const feed = format === "rss" ? (childOf(root, "channel") ?? root) : root;
  const child = (name: string) => childOf(feed, name)?.text;
  const link = (rel: string) =>
    childrenOf(feed, format === "rss" ? "atom:link" : "link").find(({ attributes }) => attributes.rel === rel)?.attributes.href;
  return {
    title: child("title"),
    url: format === "rss" ? child("link") : link("alternate"),
    description: child(format === "rss" ? "description" : "subtitle"),
    language: format === "rss" ? child("language") : root.attributes["xml:lang"],
    self: link("self"),
    hub: link("hub"),
    updated: Date.parse(child(format === "rss" ? "lastBuildDate" : "updated") ?? ""),
  };
}

/** Words that RSS readers take for HTML. */
function fromHtml(html: string | undefined): string | undefined {
  return html?.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
