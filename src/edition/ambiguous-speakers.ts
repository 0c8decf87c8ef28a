import type { AmbiguousQuote } from "../model/article.ts";
import type { ArticleCopy } from "../model/copy.ts";
import type { Problem } from "../model/problem.ts";
import type { FoundQuote } from "../wire/find-quotes.ts";
import { fullNames } from "./desk/full-names.ts";
import { isNearName } from "./desk/near-names.ts";
import { passageOf, warning } from "./desk/passages.ts";

/**
 * Takes the speaker from every quotation that is given to a surname which two people in the article bear, and says who it may be.
 * Which of them said it is for an editor to write, not for us to guess.
 */
export function ambiguousSpeakers(
  copy: ArticleCopy,
  quotes: readonly FoundQuote[],
): { readonly quotes: readonly FoundQuote[]; readonly ambiguous: readonly AmbiguousQuote[]; readonly problems: readonly Problem[] } {
  if (!quotes.some(isSurname)) return { quotes, ambiguous: [], problems: [] };
  const bearers = new Map<string, Map<string, string>>();
  for (const { given, surname, name } of fullNames(passageOf(copy))) {
    const known = bearers.get(surname) ?? new Map<string, string>();
    // One person's name in two spellings is still one person.
    if (![...known.keys()].some((other) => other === given || isNearName(other, given))) known.set(given, name);
    bearers.set(surname, known);
  }
  const ambiguous: AmbiguousQuote[] = [];
  const problems: Problem[] = [];
  const told = quotes.map((quote): FoundQuote => {
    const { speaker } = quote;
    const names = speaker && isSurname(quote) ? [...(bearers.get(speaker.name)?.values() ?? [])] : [];
    if (speaker === null || names.length < 2) return quote;
    const note = `“${speaker.name}” may be ${names.slice(0, -1).join(", ")} or ${names.at(-1)}.`;
    ambiguous.push({ text: quote.text, note });
    problems.push(
      warning(
        "speaker-ambiguous",
        copy.bodyPlace(speaker.start),
        `A quotation is given to “${speaker.name}”, who may be ${names.slice(0, -1).join(", ")} or ${names.at(-1)}.`,
        "Write the full name beside the quotation. Until then it is nobody's key quote.",
      ),
    );
    return { ...quote, speaker: null };
  });
  return { quotes: told, ambiguous, problems };
}

function isSurname({ speaker }: FoundQuote): boolean {
  return speaker !== null && /^\p{Lu}\S+$/u.test(speaker.name);
}
