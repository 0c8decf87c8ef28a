import { escapeMarkup } from "./xml.ts";

// The `feed` package escapes wrongly, each format in its own way. So no copy passes through it: it lays out a document of numbered
// slots, and the copy takes their place at the end, in one pass and escaped for where it stands. What is changed in the document before
// that cannot meet copy by accident. Web addresses pass through the package, which percent-encodes both marks.
const open = "\uE000";
const close = "\uE001";
const filled = /(?:<!\[CDATA\[)?\uE000(\d+)\uE001(?:\]\]>)?/g;

/** Holds the copy of one document while the document is laid out. */
export interface FeedSlots {
  /** Place of a plain text. */
  readonly text: (text: string) => string;
  /** Place of a title in RSS, which does not say whether titles are text or HTML. */
  readonly rssTitle: (text: string) => string;
  /** Place of HTML that a reader decodes before showing it. */
  readonly html: (html: string) => string;
  /** Place of finished XML. */
  readonly xml: (xml: string) => string;
  /** The document with every slot filled. */
  readonly fill: (document: string) => string;
}

/** Makes the slots of one document. All that is put in has been cleaned before. */
export function makeFeedSlots(): FeedSlots {
  const contents: string[] = [];
  const put = (content: string) => `${open}${contents.push(content) - 1}${close}`;
  return {
    text: (text) => put(escapeMarkup(text)),
    rssTitle: (text) => put(escapeMarkup(unmistakable(text))),
    // Cleaned HTML has no place where `>` and `&gt;` differ.
    html: (html) => put(`<![CDATA[${html.replaceAll("]]>", "]]&gt;")}]]>`),
    xml: put,
    fill: (document) => document.replaceAll(filled, (_, index: string) => contents[Number(index)] ?? ""),
  };
}

/**
 * A title that shows the same words in readers that take RSS titles for text and in those that take them for HTML.
 * That is impossible where it looks like a tag or an entity; there the HTML readers win, because they would lose words and the others only show an entity.
 * No entity has a name of one letter, so "R&D" is safe as it is.
 */
function unmistakable(title: string): string {
  return title.replaceAll(/&(?=#|[A-Za-z][A-Za-z0-9;])/g, "&amp;").replaceAll("<", "&lt;");
}
