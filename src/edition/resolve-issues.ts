import { absoluteUrl, issueAddress, newsletterAddress } from "../model/address.ts";
import type { Article } from "../model/article.ts";
import type { IssueCopy, Newsroom, SentCopy } from "../model/copy.ts";
import type { Issue, NewsletterIssues, Story } from "../model/issue.ts";
import { compareText, type Problem, wholeFile } from "../model/problem.ts";
import type { Newsletter, Publication } from "../model/publication.ts";
import { type DateTime, readMoment } from "../model/time.ts";
import { checkSent } from "./check-sent.ts";
import { draftIssue } from "./draft-issue.ts";
import { makeStory, storyAsSent } from "./make-story.ts";
import { preheaderOf } from "./preheader.ts";
import { issueMoment } from "./schedule.ts";

/** Turns issue files into issues with their stories, those that were sent as they were sent, and drafts the next of every newsletter. */
export function resolveIssues(
  newsroom: Newsroom,
  articles: readonly Article[],
  asOf: DateTime,
): { readonly newsletters: readonly NewsletterIssues[]; readonly problems: readonly Problem[] } {
  const { publication } = newsroom;
  const problems: Problem[] = [...recordsWithoutIssue(newsroom)];
  const out = new Map(articles.map((article) => [article.id, article]));
  const known = new Map(newsroom.articles.map((copy) => [copy.id, copy]));
  const records = new Map(newsroom.sent.map((record) => [`${record.sent.newsletter} ${record.sent.date}`, record]));

  /** The stories of a frozen issue; a killed one vanishes from it, a draft or an embargoed one must not be promised. */
  const storiesOf = (copy: IssueCopy): readonly Story[] =>
    copy.stories.flatMap((story, index): Story[] => {
      const article = out.get(story.id);
      if (article) return [makeStory(article, story)];
      const unpublished = known.get(story.id);
      if (unpublished?.status === "killed") return [];
      problems.push({
        code: unpublished ? "story-not-out" : "unknown-story",
        severity: "error",
        place: copy.place(["stories", index]),
        message: unpublished ? `“${story.id}” is not published yet, so an issue cannot carry it.` : `No article has the id “${story.id}”.`,
        hint: unpublished ? "Publish the article, or take it out of the issue." : "Correct the id, or take the story out of the issue.",
      });
      return [];
    });

  const newsletters = publication.newsletters.map((newsletter) => {
    const copies = newsroom.issues.filter((copy) => copy.newsletter === newsletter.id).sort((a, b) => compareText(b.date, a.date));
    const issues = copies.map((copy): Issue => {
      const record = records.get(`${newsletter.id} ${copy.date}`);
      const base = frame(publication, newsletter, copy);
      if (record === undefined) {
        const stories = storiesOf(copy);
        const intro = copy.intro ?? newsletter.intro;
        return {
          ...base,
          kind: "frozen",
          subject: copy.subject,
          preheader: preheaderOf(copy, stories, intro, publication),
          intro,
          stories,
          withdrawn: copy.stories.length - stories.length,
          sponsor: copy.sponsor,
          elsewhere: [],
          corrections: [],
          sent: null,
        };
      }
      problems.push(...checkSent(copy, record.sent.frozen));
      const isKilled = (id: string) => known.get(id)?.status === "killed";
      return { ...base, ...asSent(record, out, isKilled, publication.zone) };
    });
    return {
      newsletter,
      address: newsletterAddress(newsletter.id),
      issues,
      elsewhere: newsroom.elsewhere.find((copy) => copy.newsletter === newsletter.id)?.items ?? [],
      next: draftIssue({ publication, newsletter, issues, articles, asOf }),
    };
  });
  return { newsletters, problems };
}

function frame(publication: Publication, newsletter: Newsletter, copy: IssueCopy) {
  const address = issueAddress(newsletter.id, copy.date);
  return {
    newsletter,
    number: copy.number,
    date: copy.date,
    moment: issueMoment(copy.date, newsletter, publication.zone),
    address,
    url: absoluteUrl(publication.url, address),
    notes: [...copy.corrections].sort((a, b) => b.at.toMillis() - a.at.toMillis()),
    passedOver: copy.passedOver,
    frozen: wordsOf(copy),
  };
}

function wordsOf({ number, subject, preheader, intro, stories, sponsor }: IssueCopy): Issue["frozen"] {
  return { number, subject, preheader, intro, stories, sponsor };
}

function asSent({ sent, pictures }: SentCopy, out: ReadonlyMap<string, Article>, isKilled: (id: string) => boolean, zone: string) {
  const left = sent.stories
    .filter((story) => !isKilled(story.id))
    .map((story) => ({ ...story, related: story.related.filter((link) => link.kind === "elsewhere" || !isKilled(link.id)) }));
  return {
    kind: "sent" as const,
    number: sent.number,
    subject: sent.subject,
    preheader: sent.preheader,
    intro: sent.intro,
    stories: left.map((story) => storyAsSent(story, pictures, out.get(story.id) ?? null, zone)),
    withdrawn: sent.frozen.stories.length - left.length,
    sponsor: sent.sponsor,
    elsewhere: sent.elsewhere.map((item) => ({ ...item, published: item.published === null ? null : readMoment(item.published, zone) })),
    corrections: sent.corrections.flatMap((correction) => {
      const at = readMoment(correction.at, zone);
      return at === null || isKilled(correction.id) ? [] : [{ ...correction, at }];
    }),
    sent,
  };
}

function recordsWithoutIssue(newsroom: Newsroom): readonly Problem[] {
  return newsroom.sent
    .filter(({ sent }) => !newsroom.issues.some((copy) => copy.newsletter === sent.newsletter && copy.date === sent.date))
    .map(({ file, sent }) => ({
      code: "issue-changed-after-sending",
      severity: "error",
      place: wholeFile(file),
      message: `The issue of ${sent.date} was sent, and its file is not there any more.`,
      hint: `Take content/issues/${sent.newsletter}/${sent.date}.yaml back from where your copy is kept.`,
    }));
}
