import { textOfHtml } from "./clean-html.ts";

/** What a piece of parsed Markdown tells about itself. */
export interface BodyToken {
  readonly type: string;
  readonly content: string;
  /** Lines of the body it covers, counted from 0. */
  readonly map: readonly [number, number] | readonly number[] | null;
  readonly children: readonly BodyToken[] | null;
}

/** Where an offset into a body's text stands. */
export interface BodySpot {
  /** The line of the body, counted from 0. */
  readonly line: number;
  /** The words of that line before it, without markup. */
  readonly before: string;
  /** The word that stands there. */
  readonly word: string;
}

/** A body as plain text, and where the words at an offset into it stand in its source. */
export interface BodyText {
  readonly text: string;
  readonly spotAt: (offset: number) => BodySpot;
  /** The id, in the rendered body, of the paragraph an offset stands in; `null` where it has none. */
  readonly anchorAt: (offset: number) => string | null;
}

/**
 * The words of a body: paragraphs, headings, list items and quotations, parted by blank lines, without markup.
 * @param anchors ids that the rendered body gives to paragraphs, by the piece that holds their words
 */
export function bodyText(tokens: readonly BodyToken[], anchors: ReadonlyMap<BodyToken, string> = new Map()): BodyText {
  const pieces: string[] = [];
  const marks: { readonly offset: number; readonly line: number }[] = [];
  const paragraphs: { readonly offset: number; readonly anchor: string | null }[] = [];
  let length = 0;
  const add = (piece: string, line: number) => {
    marks.push({ offset: length, line });
    pieces.push(piece);
    length += piece.length;
  };
  const block = (words: () => void, anchor: string | null = null) => {
    const before = length;
    const count = pieces.length;
    if (before > 0) add("\n\n", marks.at(-1)?.line ?? 0);
    const start = length;
    words();
    if (length > start) {
      paragraphs.push({ offset: start, anchor });
      return;
    }
    pieces.length = count;
    length = before;
    while ((marks.at(-1)?.offset ?? -1) >= before && marks.length > 0) marks.pop();
  };
  const inline = (children: readonly BodyToken[], first: number) => {
    let line = first;
    for (const token of children) {
      if (token.type === "text" || token.type === "code_inline" || token.type === "text_special") add(token.content, line);
      else if (token.type === "softbreak") add(" ", line++);
      else if (token.type === "hardbreak") add("\n", line++);
    }
  };
  for (const token of tokens) {
    const line = token.map?.[0] ?? 0;
    if (token.type === "inline") block(() => inline(token.children ?? [], line), anchors.get(token) ?? null);
    else if (token.type === "fence" || token.type === "code_block")
      block(() => addLines(token.content.trimEnd(), line + (token.type === "fence" ? 1 : 0), add));
    else if (token.type === "html_block") block(() => addLines(htmlWords(token.content), line, add));
    else if (token.children === null || token.children.length === 0) inline([token], line);
  }
  const text = pieces.join("");
  return {
    text,
    spotAt: (offset) => spotOf(text, marks, offset),
    anchorAt: (offset) => paragraphs[lastBefore(paragraphs, offset)]?.anchor ?? null,
  };
}

function htmlWords(html: string): string {
  try {
    return textOfHtml(html);
  } catch (error) {
    // Too deep to be read; the cleaner says so.
    if (error instanceof RangeError) return "";
    throw error;
  }
}

function addLines(words: string, first: number, add: (piece: string, line: number) => void): void {
  if (words === "") return;
  words.split("\n").forEach((line, index) => void add(index === 0 ? line : `\n${line}`, first + index));
}

function spotOf(text: string, marks: readonly { readonly offset: number; readonly line: number }[], offset: number): BodySpot {
  let first = lastBefore(marks, offset);
  const line = marks[first]?.line ?? 0;
  while (first > 0 && marks[first - 1]?.line === line) first -= 1;
  const before = text.slice(marks[first]?.offset ?? 0, offset);
  return { line, before: before.slice(before.lastIndexOf("\n") + 1), word: /^\S+/.exec(text.slice(offset, offset + 80))?.[0] ?? "" };
}

/** The index of the last entry that begins at an offset or before it. */
function lastBefore(entries: readonly { readonly offset: number }[], offset: number): number {
  let low = 0;
  let high = entries.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((entries[middle]?.offset ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
