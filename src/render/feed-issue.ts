import { absoluteUrl, articleTag } from "../model/address.ts";
import type { Correction } from "../model/article.ts";
import type { Edition } from "../model/edition.ts";
import type { ElsewhereItem } from "../model/elsewhere.ts";
import type { Issue, IssueCorrection, Story, StoryLink } from "../model/issue.ts";
import { directionOf } from "../model/language.ts";
import type { Publication, Sponsor } from "../model/publication.ts";
import { later } from "../model/time.ts";
import { asHtml, correctionWord, feedCorrection, feedFigure, feedQuote, feedRelated, inLanguage, linkable } from "./feed-content.ts";
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
  const places = new Map(articles.map(({ id, address }) => [id, address]));
  const [lead, ...others] = issue.stories.map((story) => storyContent(story, places, publication));
  const sold = (position: "top" | "after-lead" | "end") => (issue.sponsor?.position === position ? sponsor(issue.sponsor) : "");
  const parts = [
    ...issue.notes.map(feedCorrection),
    ...paragraphs(issue.intro).map((words) => `<p>${asHtml(words)}</p>`),
    sold("top"),
    lead ?? "",
    sold("after-lead"),
    ...others,
    sold("end"),
    issue.withdrawn === 0
      ? ""
      : `<p><em>${issue.withdrawn === 1 ? "A story" : `${issue.withdrawn} stories`} of this issue withdrawn since.</em></p>`,
    elsewhere(issue.elsewhere),
    earlierMistakes(issue.corrections, publication.url),
  ];
  return parts.filter((part) => part !== "").join("\n");
}

/** A story links to where it is now, and to nothing that is not out. */
function storyContent(story: Story, places: ReadonlyMap<string, string>, publication: Publication): string {
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
    ...correctedSince(story).map(feedCorrection),
    story.since.kind === "changed" ? "<p><em>This story has been changed since the issue was sent.</em></p>" : "",
    story.since.kind === "gone" ? "<p><em>This story is not published any more.</em></p>" : "",
    story.figure ? feedFigure(story.figure, url) : "",
    story.standfirst === null ? "" : `<p>${asHtml(story.standfirst)}</p>`,
    ...paragraphs(story.text).map((words) => `<p>${asHtml(words)}</p>`),
    ...story.quotes.map(feedQuote),
    feedRelated(related, publication),
  ];
  const { language } = story;
  return inLanguage(parts.filter((part) => part !== "").join("\n"), { language, direction: directionOf(language) }, publication);
}

function correctedSince({ since }: Story): readonly Correction[] {
  return since.kind === "corrected" ? since.corrections : [];
}

function sponsor(sold: Sponsor): string {
  const href = linkable(sold.url);
  const name = href === null ? asHtml(sold.name) : `<a href="${asHtml(href)}" rel="sponsored">${asHtml(sold.name)}</a>`;
  return `<aside><p><strong>${asHtml(sold.label ?? "Advertisement")}</strong></p><p>${name} ${asHtml(sold.text)}</p></aside>`;
}

function elsewhere(items: readonly ElsewhereItem[]): string {
  if (items.length === 0) return "";
  const list = items.map(({ url, headline, source, standfirst }) => {
    const more = standfirst === null ? "" : `<br>${asHtml(standfirst)}`;
    return `<li>${linkTo(url, headline)} (${asHtml(source)})${more}</li>`;
  });
  return `<h2>Elsewhere</h2>\n<ul>${list.join("")}</ul>`;
}

function earlierMistakes(corrections: readonly IssueCorrection[], url: string): string {
  if (corrections.length === 0) return "";
  const list = corrections.map(({ headline, address, kind, text, carried }) => {
    const where =
      headline === null ? "a story that was withdrawn" : address === null ? asHtml(headline) : linkTo(absoluteUrl(url, address), headline);
    return `<li><strong>${correctionWord(kind)}</strong>, to issue ${carried.number}: ${where}. ${asHtml(text)}</li>`;
  });
  return `<h2>Corrections</h2>\n<ul>${list.join("")}</ul>`;
}

function linkTo(url: string, words: string): string {
  const href = linkable(url);
  return href === null ? asHtml(words) : `<a href="${asHtml(href)}">${asHtml(words)}</a>`;
}
