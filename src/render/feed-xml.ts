import { Feed } from "feed";
import { isoMoment } from "../model/time.ts";
import type { FeedEntry } from "./feed-entry.ts";
import { type FeedSlots, makeFeedSlots } from "./feed-slots.ts";
import type { FeedDocument } from "./feeds.ts";
import { element, escapeMarkup, textElement } from "./xml.ts";

// The one file that imports the `feed` package.

const mediaSpace = 'xmlns:media="http://search.yahoo.com/mrss/"';
const rssSpaces = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  mediaSpace,
].join(" ");

/** The feed as RSS 2.0, with Dublin Core, Media RSS, content:encoded and the Atom links. */
export function renderRss(document: FeedDocument): string {
  const slots = makeFeedSlots();
  const feed = startFeed(document, slots, slots.rssTitle(document.title));
  for (const entry of document.entries) {
    feed.addItem({
      title: slots.rssTitle(entry.headline),
      guid: slots.text(entry.id),
      link: entry.url,
      date: entry.modified.toJSDate(),
      published: entry.published.toJSDate(),
      // A description in RSS is HTML.
      ...(entry.summary === null ? {} : { description: slots.html(escapeMarkup(entry.summary)) }),
      ...(entry.content === null ? {} : { content: slots.html(entry.content) }),
      category: entry.categories.map(({ name, url }) => ({ name: slots.text(name), domain: url })),
      ...(entry.picture === null
        ? {}
        : { enclosure: { url: entry.picture.url, type: entry.picture.type, length: entry.picture.size ?? 0 } }),
    });
  }
  const laidOut = feed.rss2().replace(/<rss [^>]*>/, `<rss version="2.0" ${rssSpaces}>`);
  return `${slots.fill(endEach(laidOut, "</item>", document.entries, (entry) => slots.xml(rssRest(entry))))}\n`;
}

/** The feed as Atom 1.0, with Media RSS. */
export function renderAtom(document: FeedDocument): string {
  const slots = makeFeedSlots();
  const feed = startFeed(document, slots, slots.text(document.title));
  for (const entry of document.entries) {
    feed.addItem({
      title: slots.text(entry.headline),
      id: entry.id,
      link: entry.url,
      date: entry.modified.toJSDate(),
      published: entry.published.toJSDate(),
      ...(entry.summary === null ? {} : { description: slots.text(entry.summary) }),
      ...(entry.content === null ? {} : { content: slots.html(entry.content) }),
      author: entry.authors.map(({ name, url }) => ({ name: slots.text(name), ...(url === null ? {} : { link: url }) })),
      category: entry.categories.map(({ name, url }) => ({ name: slots.text(name), term: slots.text(name), scheme: url })),
      ...(entry.rights === null ? {} : { copyright: slots.text(entry.rights) }),
    });
  }
  const language = (value: string) => ` xml:lang="${slots.text(value)}"`;
  const laidOut = feed
    .atom1()
    .replace("<feed ", () => `<feed${language(document.language)} ${mediaSpace} `)
    .replace('<link rel="self" ', '<link rel="self" type="application/atom+xml" ')
    .replace('<link rel="alternate" ', '<link rel="alternate" type="text/html" ')
    .replaceAll('<title type="html">', '<title type="text">')
    .replaceAll('<summary type="html">', '<summary type="text">');
  let index = 0;
  const spoken = laidOut.replaceAll("<entry>", () => `<entry${language(document.entries[index++]?.language ?? document.language)}>`);
  return `${slots.fill(endEach(spoken, "</entry>", document.entries, (entry) => slots.xml(atomRest(entry))))}\n`;
}

function startFeed(document: FeedDocument, slots: FeedSlots, title: string): Feed {
  return new Feed({
    id: document.id,
    title,
    description: slots.text(document.description),
    link: document.url,
    language: slots.text(document.language),
    updated: document.updated,
    generator: "Broadsheet",
    author: { name: slots.text(document.publisher), link: document.home },
    feedLinks: { rss: `${document.url}feed.xml`, atom: `${document.url}atom.xml` },
    ...(document.hub === null ? {} : { hub: document.hub }),
    ...(document.logo === null ? {} : { image: slots.text(document.logo) }),
    ...(document.rights === null ? {} : { copyright: slots.text(document.rights) }),
  });
}

/** Puts what the package leaves out before the end of each item. The document holds no copy yet, so the tag is the item's own. */
function endEach(document: string, tag: string, entries: readonly FeedEntry[], rest: (entry: FeedEntry) => string): string {
  let index = 0;
  return document.replaceAll(tag, () => {
    const entry = entries[index++];
    return entry ? rest(entry) + tag : tag;
  });
}

function rssRest(entry: FeedEntry): string {
  return [
    ...entry.authors.map(({ name }) => textElement("dc:creator", name)),
    textElement("dc:language", entry.language),
    entry.rights === null ? "" : textElement("dc:rights", entry.rights),
    entry.canonical === null ? "" : textElement("dc:source", entry.canonical),
    textElement("atom:updated", isoMoment(entry.modified)),
    mediaContent(entry),
  ].join("");
}

function atomRest(entry: FeedEntry): string {
  const { picture, canonical } = entry;
  return [
    picture === null ? "" : element("link", { rel: "enclosure", href: picture.url, type: picture.type, length: picture.size }),
    canonical === null ? "" : element("link", { rel: "via", href: canonical }),
    mediaContent(entry),
  ].join("");
}

function mediaContent({ picture }: FeedEntry): string {
  if (picture === null) return "";
  const { url, type, size, width, height, alt, credit } = picture;
  return element(
    "media:content",
    { url, fileSize: size, type, medium: "image", width, height },
    [
      alt === "" ? "" : textElement("media:description", alt, { type: "plain" }),
      credit === null ? "" : textElement("media:credit", credit),
    ].join(""),
  );
}
