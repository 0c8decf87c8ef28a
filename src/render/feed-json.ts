import { isoMoment } from "../model/time.ts";
import type { FeedEntry } from "./feed-entry.ts";
import type { FeedDocument } from "./feeds.ts";

/** The feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). What has no value is left out. */
export function renderJsonFeed(document: FeedDocument): string {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: document.title,
    home_page_url: document.url,
    feed_url: `${document.url}feed.json`,
    description: document.description,
    icon: document.logo ?? undefined,
    language: document.language,
    authors: [{ name: document.publisher, url: document.home }],
    hubs: document.hub === null ? undefined : [{ type: "WebSub", url: document.hub }],
    items: document.entries.map(jsonItem),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}

function jsonItem(entry: FeedEntry): Readonly<Record<string, unknown>> {
  const { picture } = entry;
  return {
    id: entry.id,
    url: entry.url,
    external_url: entry.canonical ?? undefined,
    title: entry.headline,
    // One of the two is required; an article may have no words at all.
    ...(entry.content === null ? { content_text: entry.summary ?? "" } : { content_html: entry.content }),
    summary: entry.summary ?? undefined,
    image: picture?.url,
    date_published: isoMoment(entry.published),
    date_modified: isoMoment(entry.modified),
    authors: entry.authors.length === 0 ? undefined : entry.authors.map(({ name, url }) => ({ name, url: url ?? undefined })),
    tags: entry.categories.length === 0 ? undefined : entry.categories.map(({ name }) => name),
    language: entry.language,
    attachments:
      picture === null
        ? undefined
        : [{ url: picture.url, mime_type: picture.type, title: picture.alt || undefined, size_in_bytes: picture.size ?? undefined }],
    // JSON Feed has no place for these; its names of our own start with an underscore.
    _broadsheet: { rights: entry.rights ?? undefined, picture: picture === null ? undefined : pictureWords(picture) },
  };
}

function pictureWords({ width, height, alt, credit }: NonNullable<FeedEntry["picture"]>): Readonly<Record<string, unknown>> {
  return { width, height, description: alt || undefined, credit: credit ?? undefined };
}
