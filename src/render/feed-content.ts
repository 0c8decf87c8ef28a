import { absoluteRoot, absoluteUrl } from "../model/address.ts";
import type { Article, Correction, Figure, KeyQuote, RelatedLink } from "../model/article.ts";
import type { Publication } from "../model/publication.ts";
import { feedBody } from "./feed-body.ts";
import { cleanLine, cleanText, escapeMarkup } from "./xml.ts";

const kinds: Readonly<Record<Correction["kind"], string>> = { correction: "Correction", clarification: "Clarification", update: "Update" };

/** The whole article as HTML for feed readers: corrections on top, then the figure, the standfirst, the body, the key quotes and the related links. */
export function feedContent(article: Article, publication: Publication): string {
  const content = [
    corrections(article.corrections),
    article.figure ? figure(article.figure, publication.url) : "",
    article.standfirst ? `<p><strong>${asHtml(article.standfirst)}</strong></p>` : "",
    cleanText(feedBody(article, absoluteRoot(publication.url))),
    ...article.quotes.map(quote),
    related(article.related, publication.url),
  ]
    .filter((part) => part !== "")
    .join("\n");
  // A reader shows the items of many feeds on one page, so an item says itself in which direction it runs.
  return article.direction === "rtl" || article.language !== publication.language
    ? `<div lang="${asHtml(article.language)}" dir="${article.direction}">\n${content}\n</div>`
    : content;
}

/** What a feed that carries summaries shows of an article: its standfirst, or else its first paragraph. */
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

function corrections(notes: readonly Correction[]): string {
  if (notes.length === 0) return "";
  const lines = notes.map(({ at, kind, text }) => {
    const day = at.setLocale("en").toFormat("d MMMM yyyy");
    return `<p><strong>${kinds[kind]}, ${day}:</strong> ${asHtml(text)}</p>`;
  });
  return `<aside>${lines.join("")}</aside>`;
}

function figure({ picture, alt, caption, credit, rights }: Figure, url: string): string {
  const shown = picture !== null && rights.feeds ? picture.jpeg : null;
  const image = shown
    ? `<img src="${asHtml(absoluteUrl(url, shown.address))}" alt="${asHtml(alt)}" width="${shown.width}" height="${shown.height}">`
    : "";
  const words = [caption ? asHtml(caption) : "", credit ? `<small>${asHtml(credit)}</small>` : ""].filter((part) => part !== "").join(" ");
  if (image === "" && words === "") return "";
  return `<figure>${image}${words === "" ? "" : `<figcaption>${words}</figcaption>`}</figure>`;
}

function quote({ text, speaker }: KeyQuote): string {
  const who = speaker ? `<p><cite>${asHtml([speaker.name, speaker.role ?? ""].filter((part) => part !== "").join(", "))}</cite></p>` : "";
  return `<blockquote><p>${asHtml(text)}</p>${who}</blockquote>`;
}

function related(links: readonly RelatedLink[], url: string): string {
  if (links.length === 0) return "";
  const items = links.map((link) => {
    const href = link.kind === "article" ? absoluteUrl(url, link.address) : link.url === null ? null : linkable(link.url);
    const headline = href === null ? asHtml(link.headline) : `<a href="${asHtml(href)}">${asHtml(link.headline)}</a>`;
    return `<li>${headline}${link.kind === "elsewhere" && link.source ? ` (${asHtml(link.source)})` : ""}</li>`;
  });
  return `<p><strong>Related</strong></p>\n<ul>${items.join("")}</ul>`;
}

function asHtml(text: string): string {
  return escapeMarkup(cleanLine(text));
}
