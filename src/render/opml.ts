import { absoluteUrl } from "../model/address.ts";
import type { Edition } from "../model/edition.ts";
import { type FeedKind, type FeedSource, feedSources } from "./feed-sources.ts";
import { element, textElement } from "./xml.ts";

const groups: Readonly<Record<FeedKind, string | null>> = {
  whole: null,
  section: "Sections",
  newsletter: "Newsletters",
  person: "People",
  language: "Languages",
  corrections: null,
  topic: "Topics",
};

/** Feeds under a word for what they are about; those without one stand alone. */
export interface FeedGroup {
  readonly kind: FeedKind;
  readonly name: string | null;
  readonly feeds: readonly FeedSource[];
}

/** The feeds of an edition as people look for them. */
export function feedGroups(edition: Edition): readonly FeedGroup[] {
  const sources = feedSources(edition);
  const kinds = [...new Set(sources.map(({ kind }) => kind))];
  return kinds.map((kind) => ({ kind, name: groups[kind], feeds: sources.filter((source) => source.kind === kind) }));
}

/** The publication's feeds as a list that feed readers import: OPML 2.0 (opml.org/spec2.opml). Each feed once, as RSS, which every reader takes. */
export function renderOpml(edition: Edition): string {
  const { publication } = edition;
  const newest = edition.articles.reduce((millis, { modified }) => Math.max(millis, modified.toMillis()), 0);
  const outlines = feedGroups(edition).map(({ name, feeds }) => {
    const inner = feeds.map((feed) => outlineOf(feed, publication.url)).join("\n");
    return name === null ? inner : element("outline", { text: name }, `\n${inner}\n`);
  });
  const head = [
    textElement("title", publication.name),
    newest > 0 ? textElement("dateModified", new Date(newest).toUTCString()) : "",
    textElement("ownerName", publication.name),
    textElement("ownerId", publication.url),
  ].join("");
  const body = `\n${outlines.join("\n")}\n`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${element("opml", { version: "2.0" }, `\n<head>${head}</head>\n${element("body", {}, body)}\n`)}\n`;
}

function outlineOf({ title, description, address, language }: FeedSource, url: string): string {
  return element("outline", {
    text: title,
    title,
    type: "rss",
    version: "RSS2",
    xmlUrl: absoluteUrl(url, `${address}feed.xml`),
    htmlUrl: absoluteUrl(url, address),
    description,
    language,
  });
}
