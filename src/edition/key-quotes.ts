import type { AmbiguousQuote, Speaker } from "../model/article.ts";
import type { ArticleCopy, QuoteCopy } from "../model/copy.ts";
import type { Problem } from "../model/problem.ts";
import { findVerbatim, firstDifference } from "../model/verbatim.ts";
import { chooseKeyQuotes } from "../wire/choose-key-quotes.ts";
import { type FoundQuote, findQuotes } from "../wire/find-quotes.ts";
import { ambiguousSpeakers } from "./ambiguous-speakers.ts";
import type { Saying } from "./speakers.ts";

/** A key quote before its speaker's page is known. */
export interface ChosenKeyQuote {
  readonly text: string;
  readonly speaker: Speaker | null;
  readonly why: string;
  readonly anchor: string | null;
}

/** What an article quotes. */
export interface ArticleQuotes {
  readonly key: readonly ChosenKeyQuote[];
  /** Every quotation with a known speaker, in the order of the article. */
  readonly sayings: readonly Saying[];
  readonly ambiguous: readonly AmbiguousQuote[];
  readonly problems: readonly Problem[];
}

/** The quotations of an article: the key quotes its editor wrote, each proved to stand in the body, or those found there; and all that were found. */
export function quotesOf(copy: ArticleCopy): ArticleQuotes {
  const { quotes: found, ambiguous, problems: doubts } = ambiguousSpeakers(copy, findQuotes(copy.text));
  if (copy.quotes === null) {
    const chosen = chooseKeyQuotes({ quotes: found, headline: copy.headline, standfirst: copy.standfirst, text: copy.text });
    return {
      key: chosen.map(({ quote, why }) => ({ ...toQuote(quote), why, anchor: copy.anchorAt(quote.start) })),
      sayings: sayingsOf(copy, found, []),
      ambiguous,
      problems: doubts,
    };
  }
  const problems: Problem[] = [...doubts];
  const written: { readonly quote: QuoteCopy; readonly start: number; readonly end: number }[] = [];
  copy.quotes.forEach((quote, index) => {
    const place = findVerbatim(copy.text, quote.text);
    if (place !== null) written.push({ quote, ...place });
    else problems.push(notVerbatim(copy, quote, index));
  });
  return {
    key: written.map(({ quote, start }) => ({ ...quote, why: "chosen by the editor", anchor: copy.anchorAt(start) })),
    sayings: sayingsOf(copy, found, written),
    ambiguous,
    problems,
  };
}

/** A draft is still being written: there it is a warning, on everything else it stops the build. */
function notVerbatim(copy: ArticleCopy, quote: QuoteCopy, index: number): Problem {
  const nearest = firstDifference(copy.text, quote.text);
  return {
    code: "quote-not-verbatim",
    severity: copy.status === "draft" ? "warning" : "error",
    place: copy.place(["quotes", index, "text"]),
    message: "This quote is not in the article.",
    hint: nearest
      ? `The body has “${nearest.body}” (line ${copy.bodyPlace(nearest.offset).line}) where the quote has “${nearest.quote}”: they part at ${nearest.bodyHas} and ${nearest.quoteHas}. Copy it from there, or mark a paraphrase without quotes.`
      : "Nothing in the body is like it. Copy the words from the body, or remove the quote.",
  };
}

/** The words of a found quotation; the comma before an attribution belongs to the sentence around it. */
function toQuote({ text, speaker }: FoundQuote): QuoteCopy {
  return { text: text.replace(/,$/, ""), speaker: speaker ? { name: speaker.name, role: speaker.role } : null };
}

/** All quotations with a speaker. Where the editor wrote who said it, that is who said it. */
function sayingsOf(
  copy: ArticleCopy,
  found: readonly FoundQuote[],
  written: readonly { readonly quote: QuoteCopy; readonly start: number; readonly end: number }[],
): readonly Saying[] {
  const free = found.filter((quote) => !written.some(({ start, end }) => quote.start < end && start < quote.end));
  const all = [...free.map((quote) => ({ quote: toQuote(quote), start: quote.start })), ...written].sort((a, b) => a.start - b.start);
  const seen = new Set<string>();
  return all.flatMap(({ quote: { text, speaker }, start }): Saying[] => {
    const key = `${speaker?.name}\n${text}`;
    if (speaker === null || seen.has(key)) return [];
    seen.add(key);
    return [{ text, start, anchor: copy.anchorAt(start), speaker }];
  });
}
