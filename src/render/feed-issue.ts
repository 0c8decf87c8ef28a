import { absoluteUrl, articleTag } from "../model/address.ts";
import type { Correction } from "../model/article.ts";
import type { Edition } from "../model/edition.ts";
import type { ElsewhereItem } from "../model/elsewhere.ts";
import type { Issue, IssueCorrection, Story, StoryLink } from "../model/issue.ts";
import { directionOf } from "../model/language.ts";
import type { Publication, Sponsor } from "../model/publication.ts";
import { later } from "../model/time.ts";
import { fill, type Words, wordsOf } from "../model/words.ts";
import { asHtml, feedCorrection, feedFigure, feedQuote, feedRelated, inLanguage, linkable } from "./feed-content.ts";
import type { FeedEntry } from "./feed-entry.ts";
import { paragraphs } from "./paragraphs.ts";
import { cleanLine } from "./xml.ts";

/** Prepares an issue of a newsletter for the feed of its issues: all that its readers got, in the issue's own words, and what became of it since. */
export function issueEntry(issue: Issue, edition: Edition): FeedEntry {
  const { publication } = edition;
  return {
    id: new URL(articleTag(publication.tag, `issue:${issue.newsletter.id}/${issue.date}`)).href,
    url: new URL(issue.url).href,
    headline: cleanLine(issue.subject),
    summary: cleanLine(issue.preheader) || cleanLine(issue.subject),
    content: () => issueContent(issue, edition),
    authors: [],
    categories: [],
    published: issue.moment,
    modified: [...issue.notes, ...issue.stories.flatMap(correctedSince)].map(({ at }) => at).reduce(later, issue.moment),
    language: issue.newsletter.language,
    rights: publication.rights === null ? null : cleanLine(publication.rights),
    picture: null,
    canonical: null,
  };
}

function issueContent(issue: Issue, { publication, articles }: Edition): string {
  const words = wordsOf(issue.newsletter.language);
  const places = new Map(articles.map(({ id, address }) => [id, address]));
  const full = issue.stories.filter(({ short }) => !short);
  const [lead, ...others] = full.map((story) => storyContent(story, places, publication, words));
  const sold = (position: "top" | "after-lead" | "end") => (issue.sponsor?.position === position ? sponsor(issue.sponsor, words) : "");
  const parts = [
    ...issue.notes.map((note) => feedCorrection(note, issue.newsletter.language)),
    ...paragraphs(issue.intro).map((paragraph) => `<p>${asHtml(paragraph)}</p>`),
    sold("top"),
    lead ?? "",
    sold("after-lead"),
    ...others,
    shortStories(
      issue.stories.filter(({ short }) => short),
      places,
      publication,
      words,
    ),
    elsewhere(issue.elsewhere, words),
    earlierMistakes(issue.corrections, publication.url, words),
    sold("end"),
    issue.withdrawn === 0 ? "" : `<p><em>${asHtml(words.withdrawnSinceSent)}</em></p>`,
  ];
  return parts.filter((part) => part !== "").join("\n");
}

function shortStories(stories: readonly Story[], places: ReadonlyMap<string, string>, { url }: Publication, words: Words): string {
  if (stories.length === 0) return "";
  const list = stories.map(({ id, headline }) => {
    const place = places.get(id);
    return `<li>${place === undefined ? asHtml(headline) : linkTo(absoluteUrl(url, place), headline)}</li>`;
  });
  return `<h2>${asHtml(words.moreStories)}</h2>\n<ul>${list.join("")}</ul>`;
}

/** A story links to where it is now, and to nothing that is not out. */
function storyContent(story: Story, places: ReadonlyMap<string, string>, publication: Publication, words: Words): string {
  const { url } = publication;
  const place = places.get(story.id);
  const headline = place === undefined ? asHtml(story.headline) : linkTo(absoluteUrl(url, place), story.headline);
  const related = story.related.flatMap((link): readonly StoryLink[] => {
    if (link.kind === "elsewhere") return [link];
    const address = places.get(link.id);
    return address === undefined ? [] : [{ ...link, address }];
  });
  const parts = [
    story.section === null ? "" : `<p><small>${asHtml(story.section)}</small></p>`,
    `<h2>${headline}</h2>`,
    ...correctedSince(story).map((note) => feedCorrection(note, story.language)),
    story.since.kind === "changed" ? `<p><em>${asHtml(words.changedSinceSent)}</em></p>` : "",
    story.since.kind === "gone" ? `<p><em>${asHtml(words.goneSinceSent)}</em></p>` : "",
    story.figure ? feedFigure(story.figure, url) : "",
    story.standfirst === null ? "" : `<p>${asHtml(story.standfirst)}</p>`,
    ...paragraphs(story.text).map((paragraph) => `<p>${asHtml(paragraph)}</p>`),
    ...story.quotes.map(feedQuote),
    feedRelated(related, url, story.language),
  ];
  const { language } = story;
  return inLanguage(parts.filter((part) => part !== "").join("\n"), { language, direction: directionOf(language) }, publication);
}

function correctedSince({ since }: Story): readonly Correction[] {
  return since.kind === "corrected" ? since.corrections : [];
}

function sponsor(sold: Sponsor, words: Words): string {
  const href = linkable(sold.url);
  const name = href === null ? asHtml(sold.name) : `<a href="${asHtml(href)}" rel="sponsored">${asHtml(sold.name)}</a>`;
  return `<aside><p><strong>${asHtml(sold.label ?? words.advertisement)}</strong></p><p>${name} ${asHtml(sold.text)}</p></aside>`;
}

function elsewhere(items: readonly ElsewhereItem[], words: Words): string {
  if (items.length === 0) return "";
  const list = items.map(({ url, headline, source, standfirst }) => {
    const more = standfirst === null ? "" : `<br>${asHtml(standfirst)}`;
    return `<li>${linkTo(url, headline)} (${asHtml(source)})${more}</li>`;
  });
  return `<h2>${asHtml(words.elsewhere)}</h2>\n<ul>${list.join("")}</ul>`;
}

function earlierMistakes(corrections: readonly IssueCorrection[], url: string, words: Words): string {
  if (corrections.length === 0) return "";
  const list = corrections.map(({ headline, address, kind, text, carried }) => {
    const where =
      headline === null ? asHtml(words.withdrawnStory) : address === null ? asHtml(headline) : linkTo(absoluteUrl(url, address), headline);
    return `<li><strong>${asHtml(words[kind])}</strong>, ${asHtml(fill(words.number, { number: carried.number }))}: ${where}. ${asHtml(text)}</li>`;
  });
  return `<h2>${asHtml(words.corrections)}</h2>\n<ul>${list.join("")}</ul>`;
}

function linkTo(url: string, words: string): string {
  const href = linkable(url);
  return href === null ? asHtml(words) : `<a href="${asHtml(href)}">${asHtml(words)}</a>`;
}
