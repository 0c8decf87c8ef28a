import { absoluteUrl, personAddress, sectionAddress, topicAddress } from "../model/address.ts";
import { type Article, bylineName } from "../model/article.ts";
import type { Publication } from "../model/publication.ts";
import type { DateTime } from "../model/time.ts";
import { feedContent, feedSummary, linkable } from "./feed-content.ts";
import { cleanLine } from "./xml.ts";

/** The picture of an entry, with the measures of the file readers get. */
export interface FeedPicture {
  readonly url: string;
  readonly type: string;
  /** Bytes; `null` when unknown. */
  readonly size: number | null;
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  readonly alt: string;
  readonly credit: string | null;
}

/** What each of the three formats says of one thing in a feed; all text is clean, all addresses absolute. */
export interface FeedEntry {
  readonly id: string;
  readonly url: string;
  readonly headline: string;
  /** Plain text: beside the whole content, or in its place in a feed of summaries. */
  readonly summary: string | null;
  /** Makes the HTML. It is long and wanted once, so it is not kept. */
  readonly content: () => string;
  readonly authors: readonly { readonly name: string; readonly url: string | null }[];
  readonly categories: readonly { readonly name: string; readonly url: string | null }[];
  readonly published: DateTime;
  readonly modified: DateTime;
  readonly language: string;
  readonly rights: string | null;
  readonly picture: FeedPicture | null;
  /** Where it first appeared, when that was elsewhere. */
  readonly canonical: string | null;
}

/** Prepares an article for the feeds of its publication. */
export function articleEntry(article: Article, publication: Publication, sizeOf: (address: string) => number): FeedEntry {
  const { url } = publication;
  const subjects = [
    ...(article.section ? [{ name: article.section.name, address: sectionAddress(article.section.id) }] : []),
    ...article.topics.map(({ id, name }) => ({ name, address: topicAddress(id) })),
  ].map(({ name, address }) => ({ name: cleanLine(name), url: new URL(absoluteUrl(url, address)).href }));
  return {
    id: new URL(article.tag).href,
    url: new URL(article.url).href,
    headline: cleanLine(article.headline),
    summary: feedSummary(article),
    content: () => feedContent(article, publication),
    authors: article.byline.map((byline) => ({
      name: cleanLine(bylineName(byline)),
      url: byline.kind === "person" ? new URL(absoluteUrl(url, personAddress(byline.person.id))).href : null,
    })),
    categories: subjects.filter(({ name }, index) => name !== "" && subjects.findIndex((other) => other.name === name) === index),
    published: article.published,
    modified: article.modified,
    language: article.language,
    rights: publication.rights === null ? null : cleanLine(publication.rights),
    picture: feedPicture(article, url, sizeOf),
    canonical: article.canonical === null ? null : linkable(article.canonical),
  };
}

function feedPicture({ figure }: Article, url: string, sizeOf: (address: string) => number): FeedPicture | null {
  if (!figure?.picture || !figure.rights.feeds) return null;
  const { address, type, width, height } = figure.picture.jpeg;
  const size = sizeOf(address);
  return {
    url: new URL(absoluteUrl(url, address)).href,
    type,
    size: size > 0 ? size : null,
    width,
    height,
    alt: cleanLine(figure.alt),
    credit: figure.credit === null ? null : cleanLine(figure.credit),
  };
}
