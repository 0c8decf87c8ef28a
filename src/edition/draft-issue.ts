import { absoluteUrl, issueAddress } from "../model/address.ts";
import type { Article } from "../model/article.ts";
import type { IssueCopy } from "../model/copy.ts";
import type { NewsletterIssues } from "../model/edition.ts";
import type { Newsletter, Publication, Weekday } from "../model/publication.ts";
import type { DateTime } from "../model/time.ts";
import { issueMoment } from "./resolve-issues.ts";

const weekdays: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const subjectLength = 78;

/**
 * The issue that would be cut now: what the newsletter selects and no earlier issue carried or passed over, newest first, at most `max`.
 * An issue that does not say what it passed over passed over everything published before it.
 */
export function draftIssue(wanted: {
  readonly publication: Publication;
  readonly newsletter: Newsletter;
  /** Newest first. */
  readonly frozen: readonly IssueCopy[];
  readonly articles: readonly Article[];
  readonly asOf: DateTime;
}): NewsletterIssues["next"] {
  const { publication, newsletter, frozen, articles, asOf } = wanted;
  const seen = new Set(frozen.flatMap((issue) => [...issue.stories.map((story) => story.id), ...(issue.passedOver ?? [])]));
  const silent = frozen.find((issue) => issue.passedOver === null);
  const since = silent ? issueMoment(silent.date, newsletter, publication.zone).toMillis() : Number.NEGATIVE_INFINITY;
  const fresh = articles.filter(
    (article) =>
      !seen.has(article.id) &&
      article.published.toMillis() > since &&
      article.language === publication.language &&
      selects(newsletter, article),
  );
  if (fresh.length < newsletter.select.min) {
    const last = frozen[0];
    const found = fresh.length === 0 ? "nothing new" : `only ${fresh.length} new ${fresh.length === 1 ? "story" : "stories"}`;
    return {
      kind: "skipped",
      reason: `${found}${last ? ` since issue ${last.number} (${last.date})` : ""}; ${newsletter.name} wants at least ${newsletter.select.min}`,
    };
  }
  const stories = leadFirst(fresh.slice(0, newsletter.select.max), newsletter).map((article) => ({
    article,
    headline: article.headline,
    standfirst: article.standfirst,
  }));
  const date = nextDate(newsletter, frozen[0]?.date ?? null, asOf);
  const address = issueAddress(newsletter.id, date);
  const [lead, second] = stories;
  return {
    kind: "issue",
    issue: {
      newsletter,
      kind: "draft",
      number: (frozen[0]?.number ?? 0) + 1,
      date,
      moment: issueMoment(date, newsletter, publication.zone),
      address,
      url: absoluteUrl(publication.url, address),
      subject: cutAtWord(lead?.headline ?? newsletter.name, subjectLength),
      preheader: second ? `Also: ${second.headline}` : null,
      intro: newsletter.intro,
      stories,
      sponsor: null,
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

/** The newsletter's next day: today when its time has not passed and today's issue is not cut, else the next of its weekdays. */
function nextDate(newsletter: Newsletter, last: string | null, asOf: DateTime): string {
  for (let ahead = 0; ; ahead += 1) {
    const day = asOf.plus({ days: ahead });
    const date = day.toFormat("yyyy-MM-dd");
    const weekday = weekdays[day.weekday - 1];
    if (weekday === undefined || !newsletter.schedule.days.includes(weekday) || (last !== null && date <= last)) continue;
    if (ahead > 0 || issueMoment(date, newsletter, asOf.zoneName).toMillis() >= asOf.toMillis()) return date;
  }
}

function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.lastIndexOf(" ", most - 1);
  return `${text.slice(0, cut > 0 ? cut : most - 1)}…`;
}
