const between = /[\p{L}\p{M}\p{N}]/u;

/**
 * The column, from 1, at which a word stands in a line of Markdown, by following the plain words before it through the line: what the markup
 * adds (marks, addresses of links) is passed over.
 * @param before the line's words without markup, up to the word looked for
 */
export function columnOf(source: string, before: string, word: string): number {
  let at = 0;
  for (const one of before.split(/\s+/)) {
    const found = one === "" ? -1 : wordFrom(source, one, at);
    if (found !== -1) at = found + one.length;
  }
  const found = word === "" ? -1 : wordFrom(source, word, at);
  return (found === -1 ? at : found) + 1;
}

/** A word in a line, not within a longer one. */
function wordFrom(source: string, word: string, from: number): number {
  for (let found = source.indexOf(word, from); found !== -1; found = source.indexOf(word, found + 1)) {
    if (!between.test(source[found - 1] ?? " ") || !between.test(word[0] ?? " ")) return found;
  }
  return -1;
}
