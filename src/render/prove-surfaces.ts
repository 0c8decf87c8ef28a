import type { Article } from "../model/article.ts";
import type { SpeakerListing } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import { type ExpectedQuote, proveQuotes } from "./prove-quotes.ts";
import { quotedLines, quotedPassages } from "./quoted-passages.ts";

/** The quotations a surface may show, and what else of their articles may stand there in quotation. */
export interface Quoted {
  readonly quotes: readonly ExpectedQuote[];
  readonly bodies: () => string;
}

/** What the key quotes of articles are, for the surfaces that show them. */
export function quotedIn(articles: readonly Article[]): Quoted {
  return {
    quotes: articles.flatMap(({ quotes, headline }) => quotes.map(({ text }) => ({ text, headline }))),
    bodies: () => articles.map(({ headline, standfirst, text }) => [headline, standfirst, text].join("\n\n")).join("\n\n"),
  };
}

/** What somebody is quoted with, for their page. */
export function quotedFrom(spoken: SpeakerListing["spoken"]): Quoted {
  return {
    quotes: spoken.flatMap(({ article, quotes }) => quotes.map(({ text }) => ({ text, headline: article.headline }))),
    bodies: () => "",
  };
}

/** What the stories of an issue quote, as the issue carries them. */
export function quotedInIssue(issue: Issue): Quoted {
  return {
    quotes: issue.stories.flatMap(({ quotes, headline }) => quotes.map(({ text }) => ({ text, headline }))),
    bodies: () => issue.stories.map(({ headline, standfirst, text }) => [headline, standfirst, text].join("\n\n")).join("\n\n"),
  };
}

/**
 * Reads a page or the HTML of a mail back and compares its quotations.
 * @throws AlteredQuoteError
 */
export function proveHtml(surface: string, html: string, { quotes, bodies }: Quoted): void {
  if (quotes.length > 0) proveQuotes(surface, quotedPassages(html), quotes, bodies);
}

/**
 * The same for the text of a mail.
 * @throws AlteredQuoteError
 */
export function proveText(surface: string, text: string, { quotes, bodies }: Quoted): void {
  if (quotes.length > 0) proveQuotes(surface, quotedLines(text), quotes, bodies);
}
