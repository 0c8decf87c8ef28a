import { findQuotes } from "../../src/wire/find-quotes.ts";

/** What is expected of a quotation: how it begins, who says it, and, where the test cares, in what role. */
export type Answer = readonly [begins: string, speaker: string | null, role?: string];

/** The quotations of five words or more in a text, in the shape of the expected answers: as many words of each, and a role only where one is expected. */
export function answersIn(text: string, expected: readonly Answer[]): readonly Answer[] {
  return findQuotes(text)
    .filter((quote) => quote.text.split(/\s+/).length >= 5)
    .map((quote, index): Answer => {
      const wanted = expected[index];
      const begins = wanted && quote.text.startsWith(wanted[0]) ? wanted[0] : quote.text;
      const name = quote.speaker?.name ?? null;
      return wanted?.[2] === undefined ? [begins, name] : [begins, name, quote.speaker?.role ?? "no role"];
    });
}
