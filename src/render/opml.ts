import { absoluteUrl } from "../model/address.ts";
import type { Edition } from "../model/edition.ts";
import { feedSources } from "./every-feed.ts";
import { element, textElement } from "./xml.ts";

/** The publication's feeds as a list that feed readers import: OPML 2.0 (opml.org/spec2.opml). */
export function renderOpml(edition: Edition): string {
  const { publication } = edition;
  const newest = edition.articles.reduce((millis, { modified }) => Math.max(millis, modified.toMillis()), 0);
  const outlines = feedSources(edition).map(({ title, description, address, language }) =>
    element("outline", {
      text: title,
      title,
      type: "rss",
      version: "RSS2",
      xmlUrl: absoluteUrl(publication.url, `${address}feed.xml`),
      htmlUrl: absoluteUrl(publication.url, address),
      description,
      language,
    }),
  );
  const head = [
    textElement("title", publication.name),
    newest > 0 ? textElement("dateModified", new Date(newest).toUTCString()) : "",
    textElement("ownerName", publication.name),
    textElement("ownerId", publication.url),
  ].join("");
  const body = `\n${outlines.join("\n")}\n`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${element("opml", { version: "2.0" }, `\n<head>${head}</head>\n${element("body", {}, body)}\n`)}\n`;
}
