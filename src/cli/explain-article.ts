import type { Article, KeyQuote } from "../model/article.ts";
import { explainRelated } from "./explain-related.ts";

/** Why an article has the key quotes and related links it has, and whose words could not be told apart, for people. */
export function explainArticle(article: Article): string {
  const { headline, id, path, published, quotes, ambiguous } = article;
  return [
    `${headline}\n  ${id}, ${published.toFormat("d MMMM yyyy HH:mm")}, ${path}`,
    "",
    quotes.length === 0 ? "No key quotes: nothing quoted has a known speaker and is long enough." : "Key quotes",
    ...quotes.flatMap((quote) => [`  “${quote.text}”`, `          ${whoOf(quote)}: ${quote.why}`]),
    ...(ambiguous.length === 0 ? [] : ["", "Quoted from somebody who is not told apart"]),
    ...ambiguous.flatMap(({ text, note }) => [`  “${text}”`, `          ${note}`]),
    "",
    explainRelated(article),
  ].join("\n");
}

function whoOf({ speaker }: KeyQuote): string {
  return speaker === null ? "nobody named" : [speaker.name, speaker.role].filter((part) => part !== null).join(", ");
}
