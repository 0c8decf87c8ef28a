import { absoluteUrl, issueAddress } from "../model/address.ts";
import type { Article } from "../model/article.ts";
import type { ElsewhereItem } from "../model/elsewhere.ts";
import type { Issue, IssueCorrection, NewsletterIssues } from "../model/issue.ts";
import type { Newsletter, Publication, Sponsor } from "../model/publication.ts";
import type { DateTime } from "../model/time.ts";
import { carriedBy } from "./issue-corrections.ts";
import { makeStory } from "./make-story.ts";
import { preheaderOf } from "./preheader.ts";
import { dayAfter, dayBefore, dueDate, issueMoment } from "./schedule.ts";

const subjectLength = 78;

/** What a draft is made from. */
export interface Drafting {
  readonly publication: Publication;
  readonly newsletter: Newsletter;
  /** Cut before. */
  readonly issues: readonly Issue[];
  /** All that are out. */
  readonly articles: readonly Article[];
  /** Ids of stories that readers have from another newsletter. */
  readonly toldByOthers: readonly string[];
  readonly elsewhere: readonly ElsewhereItem[];
  /** Corrections its readers have not been told. */
  readonly owed: readonly IssueCorrection[];
  readonly asOf: DateTime;
  /** `yyyy-mm-dd`; the day that is due unless given. */
  readonly date?: string;
}

/** The issue that would be cut now, or why there would be none. */
export function draftIssue(drafting: Drafting): NewsletterIssues["next"] {
  const { publication, newsletter, issues, asOf } = drafting;
  const { zone } = publication;
  const last = issues.reduce<Issue | null>((newest, issue) => (newest === null || issue.date > newest.date ? issue : newest), null);
  const fresh = freshStories(drafting, last);
  const { min, max, short } = newsletter.select;
  if (fresh.length < min) {
    const found = fresh.length === 0 ? "nothing new" : `only ${fresh.length} new ${fresh.length === 1 ? "story" : "stories"}`;
    return {
      kind: "skipped",
      reason: `${found}${last ? ` since issue ${last.number} (${last.date})` : ""}; ${newsletter.name} wants at least ${min}`,
    };
  }
  const due = dueDate(newsletter, asOf, zone);
  const date = drafting.date ?? (last === null || due > last.date ? due : dayAfter(newsletter, last.date, zone));
  const slotBefore = issueMoment(dayBefore(newsletter, date, zone), newsletter, zone);
  const told = leadFirst(fresh.slice(0, max), newsletter);
  const stories = [
    ...told.map(({ article, again }) => ({ ...makeStory(article), again })),
    ...fresh.slice(max, max + short).map(({ article, again }) => ({ ...makeStory(article), again, short: true })),
  ];
  const address = issueAddress(newsletter.id, date);
  const subject = cutAtWord(stories[0]?.headline ?? newsletter.name, subjectLength);
  return {
    kind: "issue",
    issue: {
      newsletter,
      kind: "draft",
      number: issues.reduce((most, { number }) => Math.max(most, number), 0) + 1,
      date,
      moment: issueMoment(date, newsletter, zone),
      address,
      url: absoluteUrl(publication.url, address),
      subject,
      preheader: preheaderOf({ subject, preheader: null }, stories, newsletter.intro, publication, newsletter.language),
      intro: newsletter.intro,
      stories,
      withdrawn: 0,
      sponsor: sponsorOn(newsletter, date),
      elsewhere: elsewhereSince(drafting, last?.moment ?? slotBefore),
      corrections: drafting.owed,
      notes: [],
      // The first issue begins where the one before it would have ended; an older story that it leaves out is no news to anybody.
      passedOver:
        last === null
          ? fresh
              .slice(max + short)
              .filter(({ article }) => article.published.toMillis() <= slotBefore.toMillis())
              .map(({ article }) => article.id)
          : [],
      frozen: null,
      sent: null,
    },
  };
}

interface FreshStory {
  readonly article: Article;
  /** An earlier issue told it; it is news again for its material update. */
  readonly again: boolean;
  /** When it became news, in milliseconds. */
  readonly since: number;
}

/**
 * What the newsletter selects and no earlier issue carried or passed over, by article and not by date or address, newest first. What was
 * told before comes again with an update that its editor marked as material and that is newer than the telling.
 */
function freshStories({ newsletter, issues, articles, toldByOthers, asOf }: Drafting, last: Issue | null): readonly FreshStory[] {
  const tellings = new Map<string, number>();
  let silent = Number.NEGATIVE_INFINITY;
  for (const issue of issues) {
    const moment = issue.moment.toMillis();
    for (const id of [...carriedBy(issue), ...(issue.passedOver ?? [])]) tellings.set(id, Math.max(tellings.get(id) ?? moment, moment));
    if (issue.passedOver === null) silent = Math.max(silent, moment);
  }
  const oldest = last === null ? Number.NEGATIVE_INFINITY : last.moment.minus({ days: newsletter.select.within }).toMillis();
  const others = new Set(toldByOthers);
  return articles
    .filter((article) => article.language === newsletter.language && selects(newsletter, article) && !others.has(article.id))
    .flatMap((article): FreshStory[] => {
      const published = article.published.toMillis();
      const told = tellings.get(article.id) ?? (published <= silent ? silent : null);
      if (told === null) return published > oldest ? [{ article, again: false, since: published }] : [];
      const updated = article.material ? (article.updated?.toMillis() ?? 0) : 0;
      return updated > told && updated <= asOf.toMillis() ? [{ article, again: true, since: updated }] : [];
    })
    .sort((a, b) => b.since - a.since || (a.article.id < b.article.id ? -1 : 1));
}

function selects(newsletter: Newsletter, article: Article): boolean {
  const { sections, topics } = newsletter.select;
  if (sections === null && topics === null) return true;
  return (
    (sections !== null && article.section !== null && sections.includes(article.section.id)) ||
    (topics !== null && article.topics.some((topic) => topics.includes(topic.id)))
  );
}

/** Puts the lead on top by the newsletter's rule; the others keep their order. */
function leadFirst(stories: readonly FreshStory[], newsletter: Newsletter): readonly FreshStory[] {
  const lead = leadOf(stories, newsletter);
  return lead === undefined ? stories : [lead, ...stories.filter((story) => story !== lead)];
}

function leadOf(stories: readonly FreshStory[], newsletter: Newsletter): FreshStory | undefined {
  switch (newsletter.select.lead) {
    case "newest":
      return stories[0];
    case "chosen":
      return stories.find(({ article }) => article.lead) ?? stories[0];
    case "weight": {
      const weight = ({ article }: FreshStory) => (article.figure?.picture ? 1_000_000 : 0) + article.text.length;
      return stories.reduce<FreshStory | undefined>(
        (best, story) => (best === undefined || weight(story) > weight(best) ? story : best),
        undefined,
      );
    }
  }
}

/** The first sponsor whose days include the issue's. */
function sponsorOn(newsletter: Newsletter, date: string): Sponsor | null {
  const slot = newsletter.sponsors.find(({ from, until }) => (from === null || from <= date) && (until === null || date <= until));
  if (slot === undefined) return null;
  const { label, name, text, url, position } = slot;
  return { label, name, text, url, position };
}

/** What is new in the saved feeds: dated after the last issue and in none before. */
function elsewhereSince({ newsletter, issues, elsewhere, asOf }: Drafting, since: DateTime): readonly ElsewhereItem[] {
  const told = new Set(issues.flatMap((issue) => issue.elsewhere.map(({ url }) => url)));
  return elsewhere
    .filter(({ url, published }) => published !== null && published > since && published <= asOf && !told.has(url))
    .slice(0, newsletter.elsewhere?.max ?? 0);
}

function cutAtWord(text: string, most: number): string {
  const letters = Array.from(text);
  if (letters.length <= most) return text;
  const start = letters.slice(0, most - 1).join("");
  const cut = start.lastIndexOf(" ");
  return `${start.slice(0, cut > 0 ? cut : start.length)}…`;
}
