import { absoluteUrl, issueAddress } from "../model/address.ts";
import type { Article } from "../model/article.ts";
import type { Issue, NewsletterIssues } from "../model/issue.ts";
import type { Newsletter, Publication } from "../model/publication.ts";
import type { DateTime } from "../model/time.ts";
import { makeStory } from "./make-story.ts";
import { preheaderOf } from "./preheader.ts";
import { dayAfter, dueDate, issueMoment } from "./schedule.ts";

const subjectLength = 78;

/**
 * The issue that would be cut now: what the newsletter selects and no earlier issue carried or passed over, newest first, at most `max`.
 * An issue that does not say what it passed over passed over everything published before it.
 */
export function draftIssue(wanted: {
  readonly publication: Publication;
  readonly newsletter: Newsletter;
  /** Cut before; newest first. */
  readonly issues: readonly Issue[];
  readonly articles: readonly Article[];
  readonly asOf: DateTime;
}): NewsletterIssues["next"] {
  const { publication, newsletter, issues, articles, asOf } = wanted;
  const seen = new Set(
    issues.flatMap((issue) => [...(issue.frozen?.stories ?? issue.stories).map(({ id }) => id), ...(issue.passedOver ?? [])]),
  );
  const since = issues.find((issue) => issue.passedOver === null)?.moment.toMillis() ?? Number.NEGATIVE_INFINITY;
  const fresh = articles.filter(
    (article) =>
      !seen.has(article.id) &&
      article.published.toMillis() > since &&
      article.language === publication.language &&
      selects(newsletter, article),
  );
  const last = issues[0];
  if (fresh.length < newsletter.select.min) {
    const found = fresh.length === 0 ? "nothing new" : `only ${fresh.length} new ${fresh.length === 1 ? "story" : "stories"}`;
    return {
      kind: "skipped",
      reason: `${found}${last ? ` since issue ${last.number} (${last.date})` : ""}; ${newsletter.name} wants at least ${newsletter.select.min}`,
    };
  }
  const stories = leadFirst(fresh.slice(0, newsletter.select.max), newsletter).map((article) => makeStory(article));
  const due = dueDate(newsletter, asOf, publication.zone);
  const date = last === undefined || due > last.date ? due : dayAfter(newsletter, last.date, publication.zone);
  const address = issueAddress(newsletter.id, date);
  const subject = cutAtWord(stories[0]?.headline ?? newsletter.name, subjectLength);
  return {
    kind: "issue",
    issue: {
      newsletter,
      kind: "draft",
      number: (last?.number ?? 0) + 1,
      date,
      moment: issueMoment(date, newsletter, publication.zone),
      address,
      url: absoluteUrl(publication.url, address),
      subject,
      preheader: preheaderOf({ subject, preheader: null }, stories, newsletter.intro, publication),
      intro: newsletter.intro,
      stories,
      withdrawn: 0,
      sponsor: null,
      elsewhere: [],
      corrections: [],
      notes: [],
      passedOver: null,
      frozen: null,
      sent: null,
    },
  };
}

function selects(newsletter: Newsletter, article: Article): boolean {
  const { sections, topics } = newsletter.select;
  if (sections === null && topics === null) return true;
  return (
    (sections !== null && article.section !== null && sections.includes(article.section.id)) ||
    (topics !== null && article.topics.some((topic) => topics.includes(topic.id)))
  );
}

/** The heaviest story is the one with a picture and the most words; the newest needs no moving. */
function leadFirst(articles: readonly Article[], newsletter: Newsletter): readonly Article[] {
  if (newsletter.select.lead === "newest") return articles;
  const weight = (article: Article) => (article.figure?.picture ? 1_000_000 : 0) + article.text.length;
  const lead = articles.reduce((best, article) => (weight(article) > weight(best) ? article : best));
  return [lead, ...articles.filter((article) => article !== lead)];
}

function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.lastIndexOf(" ", most - 1);
  return `${text.slice(0, cut > 0 ? cut : most - 1)}…`;
}
