const marks: ReadonlyMap<string, string> = new Map([
  ...[..."‘’‚‛‹›′`´"].map((mark) => [mark, "'"] as const),
  ...[..."“”„‟«»″「」『』"].map((mark) => [mark, '"'] as const),
  ...[..."‐‑‒–—―−"].map((dash) => [dash, "-"] as const),
  ...[..."\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\n\r\t"].map(
    (space) => [space, " "] as const,
  ),
  // What has no width at all is no character of what was said: soft hyphens, joiners between lines, marks of direction.
  ...[..."\u00ad\u200b\u200e\u200f\u2060\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\ufeff"].map((none) => [none, ""] as const),
]);

/** What no file can hold or no reader gets: control characters, halves of characters. */
const unsayable = /^[\p{Cc}\p{Cs}\ufffe\uffff]$/u;

// Most copy is made of these alone, and needs no looking up.
const plainAlready = /^[\x20-\x26\x28-\x5f\x61-\x7e]*$/;

/**
 * Words as they were said, whatever their typesetting: every kind of quotation mark, dash and space is its plain one, runs of spaces are one,
 * and letters are composed. Two texts say the same, letter for letter, when this is equal.
 */
export function plainWords(text: string): string {
  if (plainAlready.test(text)) return text.replaceAll(/ {2,}/g, " ").trim();
  let plain = "";
  for (const character of text.normalize("NFC")) {
    const one = marks.get(character) ?? (unsayable.test(character) ? "" : character);
    if (one !== " " || !plain.endsWith(" ")) plain += one;
  }
  return plain.trim();
}

/** Where words stand in a text, letter for letter: offsets into the text as it is, the end exclusive. `null` when they do not stand there. */
export function findVerbatim(text: string, words: string): { readonly start: number; readonly end: number } | null {
  const exact = text.indexOf(words);
  if (exact !== -1) return { start: exact, end: exact + words.length };
  const wanted = plainWords(words);
  const at = wanted === "" ? -1 : plainWords(text).indexOf(wanted);
  return at === -1 ? null : { start: offsetOf(text, at), end: offsetOf(text, at + wanted.length) };
}

/** The offset in a text of an offset into its plain words. */
function offsetOf(text: string, wanted: number): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    // A space at the cut would be trimmed away; the letter after it decides.
    if (plainWords(`|${text.slice(0, middle + 1)}|`).length - 2 - lead(text) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

function lead(text: string): number {
  return /^\s/.test(text) ? 1 : 0;
}

const shown = 60;

/** Two texts that nearly say the same, around the first character in which they differ. */
export interface Difference {
  readonly body: string;
  readonly quote: string;
  /** The characters that differ, in words where they cannot be seen. */
  readonly bodyHas: string;
  readonly quoteHas: string;
  /** Offset into the body. */
  readonly offset: number;
}

/**
 * Where a quote that is not in the body nearly stands in it: at the longest of its beginnings, or of its ends, that the body holds.
 * `null` when that is too little to say so.
 */
export function firstDifference(body: string, quote: string): Difference | null {
  const said = plainWords(body);
  const wanted = plainWords(quote);
  const head = longest(wanted.length, (length) => said.includes(wanted.slice(0, length)));
  const tail = longest(wanted.length, (length) => said.includes(wanted.slice(wanted.length - length)));
  const least = Math.min(8, Math.ceil(wanted.length / 2));
  if (Math.max(head, tail) < least) return null;
  const start =
    head >= tail
      ? said.indexOf(wanted.slice(0, head))
      : Math.max(0, said.indexOf(wanted.slice(wanted.length - tail)) - (wanted.length - tail));
  let same = 0;
  while (same < wanted.length && said[start + same] === wanted[same]) same += 1;
  const from = wordStart(wanted, same - shown);
  return {
    body: excerpt(
      body,
      offsetOf(body, start + from),
      offsetOf(body, start + Math.min(wanted.length, same + shown / 2)),
      start + from > 0 && from > 0,
    ),
    quote: excerpt(quote, offsetOf(quote, from), offsetOf(quote, Math.min(wanted.length, same + shown / 2)), from > 0),
    bodyHas: nameOf(said.codePointAt(start + same)),
    quoteHas: nameOf(wanted.codePointAt(same)),
    offset: offsetOf(body, start + same),
  };
}

/** The same for two texts that are meant to be equal. */
export function differenceBetween(body: string, quote: string): Omit<Difference, "offset"> {
  const said = plainWords(body);
  const wanted = plainWords(quote);
  let same = 0;
  while (same < wanted.length && said[same] === wanted[same]) same += 1;
  const from = wordStart(wanted, same - shown);
  return {
    body: excerpt(said, from, same + shown / 2, from > 0),
    quote: excerpt(wanted, from, same + shown / 2, from > 0),
    bodyHas: nameOf(said.codePointAt(same)),
    quoteHas: nameOf(wanted.codePointAt(same)),
  };
}

/** The greatest length that holds; a longer one can only hold where a shorter one does, so halving finds it. */
function longest(most: number, holds: (length: number) => boolean): number {
  let low = 0;
  let beyond = most + 1;
  while (beyond - low > 1) {
    const half = (low + beyond) >> 1;
    if (holds(half)) low = half;
    else beyond = half;
  }
  return low;
}

function wordStart(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf(" ", at) + 1;
}

/** The words from an offset to the end of the word at another. */
function excerpt(text: string, from: number, to: number, cut: boolean): string {
  const rest = /^[^\s"“”«»„]*[.,!?…]?/u.exec(text.slice(to))?.[0] ?? "";
  const end = to + rest.length;
  return `${cut ? "… " : ""}${text.slice(from, end).replaceAll(/\s+/g, " ").trim()}`;
}

function nameOf(code: number | undefined): string {
  if (code === undefined) return "nothing more";
  return code === 32 ? "a space" : `“${String.fromCodePoint(code)}”`;
}
