import { absoluteUrl } from "../model/address.ts";
import type { CorrectionNote, Withdrawal } from "../model/edition.ts";
import type { Publication } from "../model/publication.ts";
import { wordsOf } from "../model/words.ts";
import { asHtml, feedCorrection, inLanguage } from "./feed-content.ts";
import type { FeedEntry } from "./feed-entry.ts";
import { cleanLine } from "./xml.ts";

/**
 * Prepares a correction for the feeds. Its permanent id is the article's with the note's moment; `place` tells notes of one moment apart.
 * @param place which of the article's notes of this moment it is, from 0
 */
export function correctionEntry({ article, correction }: CorrectionNote, place: number, publication: Publication): FeedEntry {
  const moment = correction.at.toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'");
  const url = new URL(article.url).href;
  const headline = cleanLine(article.headline);
  return {
    id: new URL(`${article.tag}/note-${moment}${place === 0 ? "" : `-${place + 1}`}`).href,
    url,
    headline: `${wordsOf(article.language)[correction.kind]}: ${headline}`,
    summary: cleanLine(correction.text) || headline,
    content: () =>
      inLanguage(
        `${feedCorrection(correction, article.language)}\n<p><a href="${asHtml(url)}">${asHtml(headline)}</a></p>`,
        article,
        publication,
      ),
    authors: [],
    categories: [],
    published: correction.at,
    modified: correction.at,
    language: article.language,
    rights: null,
    picture: null,
    canonical: null,
  };
}

/** Prepares the notice of a killed article: its moment and the newsroom's words, nothing of the article. */
export function withdrawalEntry({ tag, at, published, text }: Withdrawal, publication: Publication): FeedEntry {
  const day = published.setLocale("en").toFormat("d MMMM yyyy");
  const words = cleanLine(text ?? "") || `A story published here on ${day} has been withdrawn.`;
  return {
    id: new URL(tag).href,
    url: new URL(absoluteUrl(publication.url, "/corrections/")).href,
    headline: `Withdrawn: a story of ${day}`,
    summary: words,
    content: () => `<p>${asHtml(words)}</p>`,
    authors: [],
    categories: [],
    published: at,
    modified: at,
    language: publication.language,
    rights: null,
    picture: null,
    canonical: null,
  };
}
