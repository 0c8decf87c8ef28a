const marks: ReadonlyMap<string, string> = new Map([
  ["‘", "'"],
  ["’", "'"],
  ["‚", "'"],
  ["‹", "'"],
  ["›", "'"],
  ["“", '"'],
  ["”", '"'],
  ["„", '"'],
  ["«", '"'],
  ["»", '"'],
  ["\u00a0", " "],
  ["\u202f", " "],
  ["\u2009", " "],
  ["\n", " "],
  ["\t", " "],
]);

/** The text with every kind of quotation mark and space made plain, character for character, so that offsets stay the same. */
export function plainMarks(text: string): string {
  let plain = "";
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? "";
    plain += marks.get(character) ?? character;
  }
  return plain;
}

const shown = 24;

/**
 * Where a quote that is not in the body leaves it: a few words of both around the first character that differs, and its offset in the body.
 * The place compared is where the longest beginning of the quote stands. `null` when not even its first word does.
 */
export function firstDifference(
  body: string,
  quote: string,
): { readonly body: string; readonly quote: string; readonly offset: number } | null {
  const plainBody = plainMarks(body);
  const plainQuote = plainMarks(quote);
  let same = 0;
  // Halving finds the longest beginning of the quote that the body holds: a longer one can only stand where a shorter one does.
  let beyond = plainQuote.length + 1;
  while (beyond - same > 1) {
    const half = (same + beyond) >> 1;
    if (plainBody.includes(plainQuote.slice(0, half))) same = half;
    else beyond = half;
  }
  const firstWord = plainQuote.split(" ", 1)[0]?.length ?? 0;
  if (same === 0 || same < firstWord) return null;
  const start = plainBody.indexOf(plainQuote.slice(0, same));
  const from = Math.max(0, same - shown);
  return {
    body: excerpt(body, start + from, start + same + shown),
    quote: excerpt(quote, from, same + shown),
    offset: start + same,
  };
}

function excerpt(text: string, from: number, to: number): string {
  return text.slice(from, to).replaceAll("\n", " ").trim();
}
