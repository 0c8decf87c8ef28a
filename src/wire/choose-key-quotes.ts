import type { FoundQuote } from "./find-quotes.ts";

/** A quotation chosen for a digest, with the reason in words. */
export interface ChosenQuote {
  readonly quote: FoundQuote;
  readonly why: string;
}

const most = 3;

/**
 * Up to three quotations for weight: whole sentences of 6 to 60 words by a known speaker that do not repeat headline or standfirst,
 * different speakers first; in the order of the piece.
 */
export function chooseKeyQuotes(article: {
  readonly quotes: readonly FoundQuote[];
  readonly headline: string;
  readonly standfirst: string | null;
  readonly text: string;
}): readonly ChosenQuote[] {
  const told = new Set(wordsIn(`${article.headline} ${article.standfirst ?? ""}`));
  const ranked = article.quotes
    .map((quote) => ({ quote, ...weigh(quote, told) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.quote.start - b.quote.start);
  const chosen: typeof ranked = [];
  const heard = new Set<string>();
  for (const wantNew of [true, false]) {
    for (const candidate of ranked) {
      if (chosen.length === most || chosen.includes(candidate)) continue;
      const speaker = candidate.quote.speaker?.name ?? "";
      if (wantNew && heard.has(speaker)) continue;
      heard.add(speaker);
      chosen.push(candidate);
    }
  }
  return chosen.sort((a, b) => a.quote.start - b.quote.start).map(({ quote, why }) => ({ quote, why }));
}

function weigh(quote: FoundQuote, told: ReadonlySet<string>): { readonly weight: number; readonly why: string } {
  const words = wordsIn(quote.text);
  if (quote.speaker === null || words.length < 6 || words.length > 60) return { weight: 0, why: "" };
  const repeated = words.filter((word) => word.length > 3 && told.has(word)).length / words.length;
  if (repeated > 0.5) return { weight: 0, why: "" };
  const whole = /^\p{Lu}/u.test(quote.text) && /[.!?…,]$/.test(quote.text);
  const weight = 1 + (whole ? 1 : 0) + Math.min(words.length, 30) / 30 - repeated;
  return { weight, why: `${whole ? "a whole sentence" : "part of a sentence"} of ${words.length} words by ${quote.speaker.name}` };
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:[’'][\p{L}]+)*/gu) ?? [];
}
