import type { Article } from "../model/article.ts";
import { withRoot } from "../model/safe-html.ts";
import { escapeMarkup } from "./xml.ts";

const tagStart = /<[a-z][a-z0-9-]*/gi;
const attribute = /\s+([^\s=>/"]+)(?:="([^"]*)")?/y;
/** What means something on our own pages alone, or what readers get wrong. */
const dropped = new Set(["srcset", "sizes", "loading", "class", "style", "id"]);

/**
 * The body of an article for readers elsewhere: every address absolute, those to a place within the article too, and no attribute that only our pages understand.
 * @param root the publication's absolute root, without a slash at the end
 */
export function feedBody(article: Article, root: string): string {
  const html: string = withRoot(article.body, root);
  const parts: string[] = [];
  let done = 0;
  tagStart.lastIndex = 0;
  for (let tag = tagStart.exec(html); tag !== null; tag = tagStart.exec(html)) {
    let at = tag.index + tag[0].length;
    attribute.lastIndex = at;
    for (let found = attribute.exec(html); found !== null; found = attribute.exec(html)) {
      const [whole, name = "", value = ""] = found;
      const replaced = dropped.has(name) ? "" : name === "href" || name === "src" ? absolute(name, value, article.url) : null;
      if (replaced !== null) {
        parts.push(html.slice(done, at), replaced);
        done = at + whole.length;
      }
      at += whole.length;
    }
    tagStart.lastIndex = at;
  }
  parts.push(html.slice(done));
  return parts.join("");
}

/** The attribute with its address made absolute; `null` where it is, nothing where it leads nowhere. */
function absolute(name: string, value: string, base: string): string | null {
  if (/^(?:mailto:|tel:)/i.test(value)) return null;
  if (value.startsWith("#")) return ` ${name}="${base}${value}"`;
  // An address stands escaped in HTML, by name or by number.
  const written = value.replaceAll("&#x26;", "&").replaceAll("&amp;", "&").replaceAll("&quot;", '"');
  if (!URL.canParse(written, base)) return "";
  return /^https?:\/\//i.test(written) ? null : ` ${name}="${escapeMarkup(new URL(written, base).href)}"`;
}

const anyTag = /<(\/?)([a-z][a-z0-9-]*)(?:\s+[^\s=>/"]+(?:="[^"]*")?)*\s*\/?>/gi;
const withoutEnd = new Set(["br", "hr", "img", "wbr"]);

/**
 * As many whole paragraphs, from the start, as fit.
 * @param most bytes in UTF-8
 * @returns the HTML itself when all of it fits
 */
export function cutAtParagraph(html: string, most: number): string {
  // No character of UTF-16 takes more than three bytes of UTF-8.
  if (html.length * 3 <= most || Buffer.byteLength(html) <= most) return html;
  let depth = 0;
  let end = 0;
  let bytes = 0;
  for (const tag of html.matchAll(anyTag)) {
    const [whole, closing, name = ""] = tag;
    if (withoutEnd.has(name.toLowerCase())) continue;
    depth += closing ? -1 : 1;
    if (depth > 0) continue;
    const next = tag.index + whole.length;
    bytes += Buffer.byteLength(html.slice(end, next));
    if (bytes > most) break;
    end = next;
  }
  return html.slice(0, end);
}
