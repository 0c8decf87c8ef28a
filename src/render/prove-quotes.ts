import { differenceBetween, plainWords } from "../model/verbatim.ts";

/** A quotation that a surface may show, and the article it is from. */
export interface ExpectedQuote {
  readonly text: string;
  /** The article's headline, to name it by. */
  readonly headline: string;
}

/** A quotation on a surface that is not what was said. */
export class AlteredQuoteError extends Error {
  override readonly name = "AlteredQuoteError";
}

const shortest = 3;

/**
 * Compares what a surface sets as quotations with what was said, letter for letter. A passage that resembles a quotation without being it was altered on
 * its way: shortened, put in capitals, its marks torn off with a letter. A quotation left out, or words set as a quotation that are from elsewhere, are the
 * template's affair.
 * @param passages as read back from the surface
 * @param bodies what else may stand there as a quotation: the text of the article itself
 * @throws AlteredQuoteError naming the surface, the article, both texts and the first difference
 */
export function proveQuotes(surface: string, passages: readonly string[], expected: readonly ExpectedQuote[], bodies: () => string): void {
  if (expected.length === 0 || passages.length === 0) return;
  const said = new Map(expected.map((quote) => [bare(quote.text), quote]));
  let body: string | null = null;
  for (const passage of passages) {
    const words = bare(passage);
    if (words === "" || said.has(words)) continue;
    const meant = [...said].find(([quote]) => resembles(words, quote));
    if (meant === undefined) continue;
    body ??= plainWords(bodies());
    if (holdsWhole(body, words)) continue;
    const { body: was, quote: is, bodyHas, quoteHas } = differenceBetween(meant[0], words);
    throw new AlteredQuoteError(
      [
        `A quotation on ${surface} is not what was said. It is from “${meant[1].headline}”.`,
        `  said:   “${was}”`,
        `  shown:  “${is}”`,
        `  They part where the article has ${bodyHas} and the surface has ${quoteHas}.`,
        "A template alters the words of quotations: look at your own in content/_templates. If you have none, this is a mistake in Broadsheet; please report it with these lines.",
      ].join("\n"),
    );
  }
}

/** Whether words stand in a text without their first or last one being cut. */
function holdsWhole(text: string, words: string): boolean {
  const letter = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    if (!letter.test(text[at - 1] ?? " ") && !letter.test(text[at + words.length] ?? " ")) return true;
  }
  return false;
}

/** Words without the marks around them. */
function bare(text: string): string {
  return plainWords(text).replaceAll(/^["' ]+|["' ]+$/g, "");
}

/** Whether a passage is likely to be meant for a quotation: it begins or ends like it, shares half of its words in their order, or breaks off with dots. */
function resembles(passage: string, quote: string): boolean {
  const one = wordsOf(passage);
  const other = wordsOf(quote);
  if (one.length === 0 || other.length < shortest) return false;
  const most = Math.min(one.length, other.length);
  let head = 0;
  while (head < most && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < most && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  const brokenOff = head === one.length && /(?:…|\.\.\.)$/.test(passage);
  return head >= shortest || tail >= shortest || head + tail >= other.length / 2 || brokenOff;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
