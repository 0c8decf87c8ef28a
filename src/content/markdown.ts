import { createHash } from "node:crypto";
import MarkdownIt, { type Token } from "markdown-it";
import type { Picture } from "../model/picture.ts";
import type { Place, Problem } from "../model/problem.ts";
import { type OpenHtml, rootMark } from "../model/safe-html.ts";
import { type BodyText, bodyText } from "./body-text.ts";
import { cleanHtml } from "./clean-html.ts";
import { setParagraphIds } from "./paragraph-ids.ts";
import type { Pictures } from "./picture.ts";

// The typographer stays off: the author's quotation marks, dashes and dots are quoted verbatim elsewhere.
const markdown = new MarkdownIt({ html: true, linkify: true, typographer: false });
// Only what is written as an address becomes a link: “Ferry.it is late” is no address.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
markdown.validateLink = (address) => {
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(address)?.[1];
  return scheme === undefined || ["http", "https", "mailto", "tel"].includes(scheme.toLowerCase());
};

/** A body, rendered, in the forms an article needs. */
export interface Body {
  readonly html: OpenHtml;
  readonly text: BodyText;
  readonly pictures: readonly Picture[];
  /** Where its links lead, as written; those in raw HTML are not among them. */
  readonly links: readonly string[];
  /** The body's first heading of the first level, when it served as the headline. */
  readonly headline: string | null;
}

/**
 * Renders a body of Markdown. Pictures on a line of their own become figures; raw HTML is cleaned, with a warning when something was lost.
 * @param headline the article's; `null` takes the first `# ` heading for it
 * @param placeOfLine where a line of the body stands in the file, counted from 0
 */
export async function renderBody(
  source: string,
  headline: string | null,
  pictures: Pictures,
  placeOfLine: (line: number) => Place,
  problems: Problem[],
): Promise<Body> {
  const parsed = markdown.parse(source, {});
  const { tokens, taken } = takeHeadline(parsed, headline);
  const found = await findPictures(tokens, pictures, placeOfLine, problems);
  const raw = rawHtmlLine(tokens);
  const links = findLinks(tokens);
  const mark = raw === null ? rootMark : `/root-${createHash("sha256").update(source).digest("hex").slice(0, 16)}`;
  prepare(tokens, found, mark);
  const ids = setParagraphIds(tokens);
  const rendered = markdown.renderer.render(tokens, markdown.options, {});
  const html = raw === null ? rendered : clean(rendered, mark, () => placeOfLine(raw), problems);
  return { html: html as OpenHtml, text: bodyText(tokens, ids), pictures: [...new Set(found.values())], links, headline: taken };
}

function takeHeadline(tokens: Token[], headline: string | null): { readonly tokens: Token[]; readonly taken: string | null } {
  const at = tokens.findIndex((token) => token.type === "heading_open" && token.tag === "h1" && token.level === 0);
  const inline = tokens[at + 1];
  if (at === -1 || inline === undefined) return { tokens, taken: null };
  const words = bodyText([inline]).text;
  const repeated = at === 0 && words === headline;
  if ((headline !== null && !repeated) || words === "") return { tokens, taken: null };
  return { tokens: [...tokens.slice(0, at), ...tokens.slice(at + 3)], taken: words };
}

async function findPictures(
  tokens: readonly Token[],
  pictures: Pictures,
  placeOfLine: (line: number) => Place,
  problems: Problem[],
): Promise<ReadonlyMap<Token, Picture>> {
  const found = new Map<Token, Picture>();
  for (const inline of tokens) {
    let line = inline.map?.[0] ?? 0;
    for (const token of inline.children ?? []) {
      if (token.type === "softbreak" || token.type === "hardbreak") line += 1;
      if (token.type !== "image") continue;
      const at = line;
      const picture = await pictures.find(decoded(String(token.attrGet("src"))), () => placeOfLine(at), problems);
      if (picture !== null) found.set(token, picture);
      if (token.content.trim() === "") {
        problems.push({
          code: "figure-without-alt",
          severity: "warning",
          place: placeOfLine(at),
          message: "This picture has no words for those who do not see it.",
          hint: "Say between ![ and ] what the picture shows.",
        });
      }
    }
  }
  return found;
}

function findLinks(tokens: readonly Token[]): readonly string[] {
  const addresses = tokens.flatMap(({ children }) =>
    (children ?? []).flatMap((child) => (child.type === "link_open" ? (child.attrGet("href") ?? []) : [])),
  );
  return [...new Set(addresses)];
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function rawHtmlLine(tokens: readonly Token[]): number | null {
  for (const token of tokens) {
    if (token.type === "html_block") return token.map?.[0] ?? 0;
    let line = token.map?.[0] ?? 0;
    for (const child of token.children ?? []) {
      if (child.type === "html_inline") return line;
      if (child.type === "softbreak" || child.type === "hardbreak") line += 1;
    }
  }
  return null;
}

/** Gives links their root, headings a level below the headline, and pictures their files. */
function prepare(tokens: readonly Token[], found: ReadonlyMap<Token, Picture>, mark: string): void {
  tokens.forEach((token, index) => {
    if (token.tag === "h1") token.tag = "h2";
    const children = token.children ?? [];
    for (const child of children) {
      const href = child.type === "link_open" ? child.attrGet("href") : null;
      if (href?.startsWith("/") && !href.startsWith("//")) child.attrSet("href", mark + href);
    }
    const paragraph = tokens[index - 1];
    const end = tokens[index + 1];
    const alone =
      paragraph?.type === "paragraph_open" && children.length > 0 && children.every(({ type }) => type === "image" || type === "softbreak");
    for (const child of children) if (child.type === "image") child.meta = { picture: found.get(child) ?? null, figure: alone, mark };
    if (alone && paragraph && end) {
      paragraph.hidden = true;
      end.hidden = true;
    }
  });
}

markdown.renderer.rules.image = (tokens, index) => {
  const token = tokens[index];
  const meta: { picture: Picture | null; figure: boolean; mark: string } | undefined = token?.meta;
  if (!token || !meta?.picture) return "";
  const { escapeHtml } = markdown.utils;
  const { address, width, height } = meta.picture.jpeg;
  const alt = escapeHtml(bodyText(token.children ?? []).text);
  const picture = `<img src="${escapeHtml(meta.mark + address)}" alt="${alt}" width="${width}" height="${height}" loading="lazy">`;
  if (!meta.figure) return picture;
  const caption = token.attrGet("title");
  return `<figure>${picture}${caption ? `<figcaption>${escapeHtml(caption)}</figcaption>` : ""}</figure>`;
};

function clean(html: string, mark: string, place: () => Place, problems: Problem[]): string {
  try {
    const cleaned = cleanHtml(html, mark);
    if (cleaned.dropped.length > 0) {
      problems.push({
        code: "raw-html-cleaned",
        severity: "warning",
        place: place(),
        message: `HTML in the body was cleaned. This was taken out: ${cleaned.dropped.join(", ")}.`,
        hint: "Write the body in Markdown, and pictures as ![what it shows](name.jpg).",
      });
    }
    return cleaned.html.replaceAll(mark, rootMark);
  } catch (error) {
    // Elements nested thousands deep exhaust the stack of the cleaner.
    if (!(error instanceof RangeError)) throw error;
    problems.push({
      code: "raw-html-too-deep",
      severity: "error",
      place: place(),
      message: "The HTML in the body is nested too deeply to be cleaned.",
      hint: "Write the body in Markdown.",
    });
    return "";
  }
}
