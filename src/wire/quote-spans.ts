/** Words between outer quotation marks: offsets of the words themselves, and of the words with their marks. */
export interface QuoteSpan {
  readonly start: number;
  readonly end: number;
  readonly outerStart: number;
  readonly outerEnd: number;
  /** Whether the paragraph ended before the quotation did, so that the next one may go on with it. */
  readonly open: boolean;
  /** Whether it goes on from the paragraph before. */
  readonly goesOn: boolean;
}

/** A paragraph with its quotations; offsets into the text. */
export interface QuotedParagraph {
  readonly start: number;
  readonly end: number;
  readonly spans: readonly QuoteSpan[];
}

/** Which marks close a quotation that a mark opens. German and Swedish houses close with what others open with. */
const closers: ReadonlyMap<string, string> = new Map([
  ['"', '"”'],
  ["“", '”“"'],
  ["”", "”"],
  ["„", '“”"‟'],
  ["‟", "”"],
  ["«", "»"],
  ["»", "«»"],
  ["‹", "›"],
  ["›", "‹"],
  ["‚", "‘’"],
  ["‘", "’"],
  ["'", "'"],
  ["「", "」"],
  ["『", "』"],
  ["〝", "〞〟"],
]);

/** Marks that open wherever they stand; of the others the neighbours tell. */
const plainOpeners = "“„‟«‹「『〝";
const marks = /["“”„‟«»‹›‚‘’'「」『』〝〞〟]/g;
/** Words that begin with an apostrophe. */
const elided = /^(?:em|tis|twas|til|till|cause|bout|round|n|nuff|ere|cuz|cos|course|bye|kay)\b/i;

interface Mark {
  readonly at: number;
  readonly sign: string;
}

/** The paragraphs of a text, parted by line ends, with their quotations; linear in its length. */
export function quotedParagraphs(text: string): readonly QuotedParagraph[] {
  const paragraphs: QuotedParagraph[] = [];
  let open: string | null = null;
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    const first = skipSpace(text, start, end);
    if (first < end) {
      const { spans, left } = spansOf(text, first, end, open);
      paragraphs.push({ start, end, spans });
      open = left;
    }
    start = end + 1;
  }
  return paragraphs;
}

function spansOf(
  text: string,
  start: number,
  end: number,
  openBefore: string | null,
): { readonly spans: readonly QuoteSpan[]; readonly left: string | null } {
  const found = marksIn(text, start, end);
  const singles = singleQuotes(text, found, start, end);
  const spans: QuoteSpan[] = [];
  let left: string | null = null;
  let from = 0;
  const double = found.findIndex(({ sign }) => !"'‘’".includes(sign));
  const first = found[double];
  if (
    openBefore !== null &&
    first !== undefined &&
    first.at > start &&
    (closers.get(openBefore) ?? "").includes(first.sign) &&
    closes(text, first, openBefore, end) &&
    !opens(text, first, start)
  ) {
    // No mark reopens the quotation, but one closes it: it went on over the line end.
    spans.push({ ...trimmed(text, start, first.at), outerStart: start, outerEnd: first.at + 1, open: false, goesOn: true });
    from = double + 1;
  }
  for (let index = from; index < found.length; ) {
    const mark = found[index];
    if (mark === undefined) break;
    const single = singles.get(index);
    if (single === undefined && !opens(text, mark, start)) {
      index += 1;
      continue;
    }
    const close = single ?? closing(text, found, index, end);
    const stop = close < found.length ? found[close] : undefined;
    const goesOn = mark.at === start && openBefore === mark.sign;
    const inner = trimmed(text, mark.at + 1, stop?.at ?? end);
    const missing = stop !== undefined && opens(text, stop, start) && !closes(text, stop, mark.sign, end);
    if (inner.end > inner.start) {
      const outerEnd = stop === undefined ? end : missing ? stop.at : stop.at + 1;
      spans.push({ ...inner, outerStart: mark.at, outerEnd, open: stop === undefined, goesOn });
    }
    left = stop === undefined ? mark.sign : null;
    index = missing ? close : close + 1;
  }
  return { spans, left };
}

function marksIn(text: string, start: number, end: number): readonly Mark[] {
  const found: Mark[] = [];
  for (const match of text.slice(start, end).matchAll(marks)) found.push({ at: start + match.index, sign: match[0] });
  return found;
}

/** The mark that ends the quotation begun by one: its partner, or a new opening mark where the closing one was forgotten. */
function closing(text: string, found: readonly Mark[], opener: number, end: number): number {
  const sign = found[opener]?.sign ?? "";
  const partners = closers.get(sign) ?? "";
  let depth = 0;
  for (let index = opener + 1; index < found.length; index += 1) {
    const mark = found[index];
    if (mark === undefined) break;
    const nests = mark.sign === sign && opens(text, mark, 0) && !(partners.includes(sign) && closes(text, mark, sign, end));
    if (nests) {
      // After a finished sentence or a comma a new opening mark means that the last quotation was never closed.
      if (depth === 0 && sign !== "«" && /[.,!?…]\s*$/.test(text.slice(Math.max(0, mark.at - 4), mark.at))) return index;
      depth += 1;
    } else if (partners.includes(mark.sign) && (closes(text, mark, sign, end) || "»」』›〞〟".includes(mark.sign))) {
      if (depth === 0) return index;
      depth -= 1;
    }
  }
  return found.length;
}

function opens(text: string, { at, sign }: Mark, start: number): boolean {
  if (plainOpeners.includes(sign)) return true;
  if (!'"”»›‚'.includes(sign)) return false;
  const before = at <= start ? " " : (text[at - 1] ?? " ");
  const after = text[at + 1] ?? " ";
  if (sign === '"') return /[\s([{—–/\-:;,“‘'…>*_]/.test(before) && /\S/.test(after);
  return /[\s([{—–:]/.test(before) && /[\p{L}\p{N}[(…¿¡]/u.test(after);
}

/** Whether a mark can end a quotation: it stands against the word before it, and no word follows straight on. */
function closes(text: string, { at, sign }: Mark, opener: string, end: number): boolean {
  const before = text[at - 1] ?? " ";
  const after = at + 1 >= end ? " " : (text[at + 1] ?? " ");
  if (sign === "”" || sign === "»" || (sign === "“" && opener === "„"))
    return sign !== "»" || opener !== "»" || !/[\p{L}\p{N}]/u.test(after);
  if (sign === "“") return /\S/.test(before) && !/[\p{L}\p{N}]/u.test(after);
  if (sign === '"') return /\S/.test(before) ? !/[\p{L}\p{N}]/u.test(after) || /[.,!?…]/.test(before) : !/\S/.test(after);
  return true;
}

/**
 * Single marks that quote, as British houses set them outside: each opening one by index with the index of the one that closes it.
 * Apostrophes stand within words, at the beginning of a clipped word, or after the s of an owner.
 */
function singleQuotes(text: string, found: readonly Mark[], start: number, end: number): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  let opener = -1;
  let perhaps = -1;
  const settle = (close: number) => {
    if (opener >= 0 && close >= 0) pairs.set(opener, close);
    opener = -1;
    perhaps = -1;
  };
  for (const [index, { at, sign }] of found.entries()) {
    if (sign !== "'" && sign !== "‘" && sign !== "’" && sign !== "‚") continue;
    const before = at <= start ? " " : (text[at - 1] ?? " ");
    const after = at + 1 >= end ? " " : (text[at + 1] ?? " ");
    if (sign !== "’" && /[\s([{—–\-:,“"„]/.test(before) && /[\p{L}\p{N}[(…"“]/u.test(after)) {
      const word = text.slice(at + 1, at + 8);
      if (sign === "'" && (elided.test(word) || /^\d\ds?\b/.test(word))) continue;
      if (opener >= 0 && perhaps < 0) continue;
      settle(perhaps);
      opener = index;
      continue;
    }
    const partner = opener >= 0 ? found[opener]?.sign : undefined;
    if (partner === undefined || !(partner === "'" ? sign === "'" : sign === "’" || sign === "‘")) continue;
    if (/[\p{L}\p{N}]/u.test(after) || /\s/.test(before)) continue;
    // “the guilds’ money”: the s of an owner and a word after it; it closes only if nothing better does.
    if (/[sS]/.test(before) && /\s/.test(after) && /^\s+\p{Ll}/u.test(text.slice(at + 1, at + 4))) perhaps = perhaps < 0 ? index : perhaps;
    else settle(index);
  }
  settle(perhaps);
  return pairs;
}

function skipSpace(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && /\s/.test(text[at] ?? "x")) at += 1;
  return at;
}

function trimmed(text: string, from: number, to: number): { readonly start: number; readonly end: number } {
  const start = skipSpace(text, from, to);
  let end = to;
  while (end > start && /\s/.test(text[end - 1] ?? "x")) end -= 1;
  return { start, end };
}
