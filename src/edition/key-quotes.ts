import type { KeyQuote } from "../model/article.ts";
import type { ArticleCopy } from "../model/copy.ts";
import type { Problem } from "../model/problem.ts";
import { chooseKeyQuotes } from "../wire/choose-key-quotes.ts";
import { findQuotes } from "../wire/find-quotes.ts";
import { firstDifference, plainMarks } from "./verbatim.ts";

/** The key quotes of an article: the written ones, each proved to stand in the body, or those found there. */
export function findKeyQuotes(copy: ArticleCopy): { readonly quotes: readonly KeyQuote[]; readonly problems: readonly Problem[] } {
  if (copy.quotes === null) {
    const chosen = chooseKeyQuotes({
      quotes: findQuotes(copy.text),
      headline: copy.headline,
      standfirst: copy.standfirst,
      text: copy.text,
    });
    return {
      quotes: chosen.map(({ quote }) => ({
        // The comma before an attribution belongs to the sentence around the quote.
        text: quote.text.replace(/,$/, ""),
        speaker: quote.speaker ? { name: quote.speaker.name, role: quote.speaker.role } : null,
      })),
      problems: [],
    };
  }
  const body = plainMarks(copy.text);
  const problems = copy.quotes.flatMap((quote, index): Problem[] => {
    if (body.includes(plainMarks(quote.text))) return [];
    const nearest = firstDifference(copy.text, quote.text);
    return [
      {
        code: "quote-not-verbatim",
        severity: "error",
        place: copy.place(["quotes", index, "text"]),
        message: "This quote is not in the article.",
        hint: nearest
          ? `The body has “${nearest.body}” (line ${copy.bodyPlace(nearest.offset).line}) where the quote has “${nearest.quote}”. Copy it from there, or mark a paraphrase without quotes.`
          : "Nothing in the body begins like it. Copy the words from the body, or remove the quote.",
      },
    ];
  });
  return { quotes: copy.quotes, problems };
}
