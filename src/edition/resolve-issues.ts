import { absoluteUrl, issueAddress, newsletterAddress } from "../model/address.ts";
import type { Article } from "../model/article.ts";
import type { IssueCopy, Newsroom } from "../model/copy.ts";
import type { Issue, NewsletterIssues, Story } from "../model/edition.ts";
import { compareText, type Problem } from "../model/problem.ts";
import type { Newsletter, Publication } from "../model/publication.ts";
import { type DateTime, readMoment } from "../model/time.ts";
import { draftIssue } from "./draft-issue.ts";

/** Turns issue files into issues with their stories, and drafts the next of every newsletter. */
export function resolveIssues(
  newsroom: Newsroom,
  articles: readonly Article[],
  asOf: DateTime,
): { readonly newsletters: readonly NewsletterIssues[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const out = new Map(articles.map((article) => [article.id, article]));
  const known = new Map(newsroom.articles.map((copy) => [copy.id, copy]));

  const newsletters = newsroom.publication.newsletters.map((newsletter) => {
    const copies = newsroom.issues.filter((copy) => copy.newsletter === newsletter.id).sort((a, b) => compareText(b.date, a.date));
    const issues = copies.flatMap((copy): Issue[] => {
      const stories = copy.stories.flatMap((story, index): Story[] => {
        const article = out.get(story.id);
        if (article) return [{ article, headline: story.headline ?? article.headline, standfirst: story.standfirst ?? article.standfirst }];
        const unpublished = known.get(story.id);
        // A killed story vanishes from the issue too; a draft or an embargoed one must not be promised.
        if (unpublished?.status === "killed") return [];
        problems.push({
          code: unpublished ? "story-not-out" : "unknown-story",
          severity: "error",
          place: copy.place(["stories", index]),
          message: unpublished
            ? `“${story.id}” is not published yet, so an issue cannot carry it.`
            : `No article has the id “${story.id}”.`,
          hint: unpublished ? "Publish the article, or take it out of the issue." : "Correct the id, or take the story out of the issue.",
        });
        return [];
      });
      return [toIssue(newsroom.publication, newsletter, copy, stories)];
    });
    return {
      newsletter,
      address: newsletterAddress(newsletter.id),
      issues,
      elsewhere: newsroom.elsewhere.find((copy) => copy.newsletter === newsletter.id)?.items ?? [],
      next: draftIssue({ publication: newsroom.publication, newsletter, frozen: copies, articles, asOf }),
    };
  });
  return { newsletters, problems };
}

function toIssue(publication: Publication, newsletter: Newsletter, copy: IssueCopy, stories: readonly Story[]): Issue {
  const address = issueAddress(newsletter.id, copy.date);
  return {
    newsletter,
    kind: "frozen",
    number: copy.number,
    date: copy.date,
    moment: issueMoment(copy.date, newsletter, publication.zone),
    address,
    url: absoluteUrl(publication.url, address),
    subject: copy.subject,
    preheader: copy.preheader,
    intro: copy.intro ?? newsletter.intro,
    stories,
    sponsor: copy.sponsor,
  };
}

/** The day of an issue at the time its newsletter goes out, in the publication's zone. */
export function issueMoment(date: string, newsletter: Newsletter, zone: string): DateTime {
  const moment = readMoment(`${date}T${newsletter.schedule.at}`, zone);
  if (moment === null) throw new Error(`An issue's date passed the door but is no date: ${date} ${newsletter.schedule.at}`);
  return moment;
}
