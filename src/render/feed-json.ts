import { isoMoment } from "../model/time.ts";
import type { FeedEntry } from "./feed-entry.ts";
import type { FeedHead } from "./feeds.ts";

/** The start of a feed as JSON Feed 1.1 (jsonfeed.org/version/1.1), up to its items. What has no value is left out. */
export function renderJsonHead(head: FeedHead): string {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: head.title,
    home_page_url: head.url,
    feed_url: head.addresses.json,
    description: head.description,
    user_comment: `This is a feed, for feed readers: copy its address into one. What feeds are, and all of ours: ${head.feedsPage}`,
    next_url: head.next ?? undefined,
    icon: head.logo ?? undefined,
    language: head.language,
    authors: [{ name: head.publisher, url: head.home }],
    hubs: head.hub === null ? undefined : [{ type: "WebSub", url: head.hub }],
  };
  return `${JSON.stringify(feed, null, 1).slice(0, -"\n}".length)},\n "items": [\n`;
}

export const jsonBetween = ",\n";
export const jsonEnd = "\n ]\n}\n";

/** One item on one line. */
export function renderJsonItem(entry: FeedEntry, content: string | null): string {
  const { picture, summary } = entry;
  return JSON.stringify({
    id: entry.id,
    url: entry.url,
    external_url: entry.canonical ?? undefined,
    title: entry.headline,
    // One of the two is required; an article may have no words at all.
    content_html: content ?? undefined,
    content_text: content === null ? (summary ?? "") : undefined,
    summary: summary ?? undefined,
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
  });
}

function pictureWords({ width, height, alt, credit }: NonNullable<FeedEntry["picture"]>): Readonly<Record<string, unknown>> {
  return { width, height, description: alt || undefined, credit: credit ?? undefined };
}
