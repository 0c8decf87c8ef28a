import { absoluteRoot, absoluteUrl } from "../model/address.ts";
import type { Article, Correction, Figure, KeyQuote } from "../model/article.ts";
import type { StoryLink } from "../model/issue.ts";
import type { Publication } from "../model/publication.ts";
import { wordsOf } from "../model/words.ts";
import { cutAtParagraph, feedBody } from "./feed-body.ts";
import { cleanLine, cleanText, escapeMarkup } from "./xml.ts";

/**
 * The whole article as HTML for feed readers: corrections on top, then the figure, the standfirst, the body, the key quotes and the related links.
 * A body too large for a feed ends after the last paragraph that fits, with a link to the rest.
 */
export function feedContent(article: Article, publication: Publication): string {
  const parts = [
    article.corrections.length === 0
      ? ""
      : `<aside>${article.corrections.map((note) => feedCorrection(note, article.language)).join("")}</aside>`,
    article.figure ? feedFigure(article.figure, publication.url) : "",
    article.standfirst ? `<p><strong>${asHtml(article.standfirst)}</strong></p>` : "",
    body(article, publication),
    ...article.quotes.map(feedQuote),
    feedRelated(article.related, publication.url, article.language),
  ];
  return inLanguage(parts.filter((part) => part !== "").join("\n"), article, publication);
}

/** A reader shows the items of many feeds on one page, so an item in a language of its own says so, and in which direction it runs. */
export function inLanguage(
  content: string,
  { language, direction }: Pick<Article, "language" | "direction">,
  publication: Publication,
): string {
  return direction === "rtl" || language !== publication.language
    ? `<div lang="${asHtml(language)}" dir="${direction}">\n${content}\n</div>`
    : content;
}

/** A quarter of a feed at most, so that a feed always holds some articles besides its longest. */
function body(article: Article, { url, name, feeds }: Publication): string {
  const whole = cleanText(feedBody(article, absoluteRoot(url)));
  const cut = cutAtParagraph(whole, (feeds.size * 1000) / 4);
  if (cut === whole) return whole;
  return `${cut}\n<p><a href="${asHtml(new URL(article.url).href)}">The rest of this story is in ${asHtml(name)}.</a></p>`;
}

/** What a feed says of an article in short: its standfirst, or else its first paragraph. */
export function feedSummary(article: Article): string | null {
  const summary = cleanLine(article.standfirst ?? article.text.split("\n\n", 1)[0] ?? "");
  return summary === "" ? null : summary;
}

/** A web or mail address in its normal form, or `null` for anything a feed must not carry. */
export function linkable(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === "https:" || protocol === "http:" || protocol === "mailto:" ? href : null;
}

/** A correction with its day, in a paragraph, with the fixed words of a language. */
export function feedCorrection({ at, kind, text }: Correction, language: string): string {
  return `<p><strong>${asHtml(wordsOf(language)[kind])}, ${at.setLocale(language).toFormat("d MMMM yyyy")}:</strong> ${asHtml(text)}</p>`;
}

/** A picture that feeds may carry, with its words; without the right to it, its words alone. */
export function feedFigure({ picture, alt, caption, credit, rights }: Figure, url: string): string {
  const shown = picture !== null && rights.feeds ? picture.jpeg : null;
  const image = shown
    ? `<img src="${asHtml(absoluteUrl(url, shown.address))}" alt="${asHtml(alt)}" width="${shown.width}" height="${shown.height}">`
    : "";
  const words = [caption ? asHtml(caption) : "", credit ? `<small>${asHtml(credit)}</small>` : ""].filter((part) => part !== "").join(" ");
  if (image === "" && words === "") return "";
  return `<figure>${image}${words === "" ? "" : `<figcaption>${words}</figcaption>`}</figure>`;
}

/** Words somebody said, and who. */
export function feedQuote({ text, speaker }: Pick<KeyQuote, "text" | "speaker">): string {
  const who = speaker ? `<p><cite>${asHtml([speaker.name, speaker.role ?? ""].filter((part) => part !== "").join(", "))}</cite></p>` : "";
  return `<blockquote><p>${asHtml(text)}</p>${who}</blockquote>`;
}

/** The related links as a list under a word that says so. */
export function feedRelated(links: readonly StoryLink[], url: string, language: string): string {
  if (links.length === 0) return "";
  const items = links.map((link) => {
    const href = link.kind === "article" ? absoluteUrl(url, link.address) : link.url === null ? null : linkable(link.url);
    const headline = href === null ? asHtml(link.headline) : `<a href="${asHtml(href)}">${asHtml(link.headline)}</a>`;
    return `<li>${headline}${aboutLink(link, language)}</li>`;
  });
  return `<p><strong>${asHtml(wordsOf(language).related)}</strong></p>\n<ul>${items.join("")}</ul>`;
}

function aboutLink(link: StoryLink, language: string): string {
  if (link.kind === "article") return "";
  const day = link.published?.setLocale(language).toFormat("d MMMM yyyy") ?? null;
  const about = [link.section, link.byline, link.source, day].filter((word) => word !== null);
  return about.length === 0 ? "" : ` (${asHtml(about.join(", "))})`;
}

/** Plain words on one line, as they stand in HTML. */
export function asHtml(text: string): string {
  return escapeMarkup(cleanLine(text));
}
