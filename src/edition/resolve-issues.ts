import { absoluteUrl, issueAddress, newsletterAddress } from "../model/address.ts";
import type { Article } from "../model/article.ts";
import type { ArticleCopy, IssueCopy, Newsroom, SentCopy } from "../model/copy.ts";
import type { Issue, NewsletterIssues, SkippedIssue, Story } from "../model/issue.ts";
import { compareText, type Problem, wholeFile } from "../model/problem.ts";
import type { Newsletter, Publication } from "../model/publication.ts";
import { type DateTime, readMoment } from "../model/time.ts";
import { checkSent } from "./check-sent.ts";
import { draftIssue } from "./draft-issue.ts";
import { type Corrected, carriedBy, owedCorrections } from "./issue-corrections.ts";
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
  const around: Around = {
    publication,
    out: new Map(articles.map((article) => [article.id, article])),
    known: new Map(newsroom.articles.map((copy) => [copy.id, copy])),
    problems,
  };
  const cut = publication.newsletters.map((newsletter) => {
    const issues: Issue[] = [];
    const copies = newsroom.issues.filter((copy) => copy.newsletter === newsletter.id);
    // From the oldest on: what an issue owes its readers depends on those before it.
    for (const copy of copies.sort((a, b) => compareText(a.date, b.date))) {
      const record = newsroom.sent.find(({ sent }) => sent.newsletter === newsletter.id && sent.date === copy.date);
      checkNumber(copy, issues, problems);
      if (record) problems.push(...checkSent(copy, record.sent.frozen));
      issues.unshift({
        ...frame(publication, newsletter, copy),
        ...(record ? asSent(record, around) : asFrozen(copy, newsletter, issues, around)),
      });
    }
    return { newsletter, issues };
  });
  const newsletters = cut.map(({ newsletter, issues }) => {
    const toldByOthers = cut
      .filter((other) => newsletter.select.except.includes(other.newsletter.id))
      .flatMap((other) => other.issues.flatMap(carriedBy));
    const elsewhere = newsroom.elsewhere.find((copy) => copy.newsletter === newsletter.id)?.items ?? [];
    const owed = owedCorrections({ earlier: issues, find: (id) => corrected(id, around), language: newsletter.language, until: asOf });
    return {
      newsletter,
      address: newsletterAddress(newsletter.id),
      issues,
      elsewhere,
      toldByOthers,
      skipped: skippedOf(newsroom, newsletter, issues),
      owed,
      next: draftIssue({ publication, newsletter, issues, articles, toldByOthers, elsewhere, owed, asOf }),
    };
  });
  return { newsletters, problems };
}

/** What issues are resolved against. */
interface Around {
  readonly publication: Publication;
  /** Articles that are out. */
  readonly out: ReadonlyMap<string, Article>;
  /** All there are. */
  readonly known: ReadonlyMap<string, ArticleCopy>;
  readonly problems: Problem[];
}

function frame(publication: Publication, newsletter: Newsletter, copy: IssueCopy) {
  const address = issueAddress(newsletter.id, copy.date);
  const { number, subject, preheader, intro, stories, sponsor, elsewhere } = copy;
  return {
    newsletter,
    number,
    date: copy.date,
    moment: issueMoment(copy.date, newsletter, publication.zone),
    address,
    url: absoluteUrl(publication.url, address),
    notes: [...copy.corrections].sort((a, b) => b.at.toMillis() - a.at.toMillis()),
    passedOver: copy.passedOver,
    frozen: { number, subject, preheader, intro, stories, sponsor, elsewhere },
  };
}

function asFrozen(copy: IssueCopy, newsletter: Newsletter, earlier: readonly Issue[], around: Around) {
  const { publication } = around;
  const moment = issueMoment(copy.date, newsletter, publication.zone);
  const stories = storiesOf(copy, earlier, around);
  const intro = copy.intro ?? newsletter.intro;
  const preheader = preheaderOf(copy, stories, intro, publication, newsletter.language);
  if (copy.preheader !== null && preheader !== copy.preheader) {
    around.problems.push({
      code: "preheader-repeats",
      severity: "warning",
      place: copy.place(["preheader"]),
      message: "The preheader says the same as the subject or the first line, so a mailbox would show it twice.",
      hint: `“${preheader}” stands there instead. Write another, or remove it.`,
    });
  }
  return {
    kind: "frozen" as const,
    subject: copy.subject,
    preheader,
    intro,
    stories,
    withdrawn: copy.stories.length - stories.length,
    sponsor: copy.sponsor,
    elsewhere: copy.elsewhere.map((item) => ({ ...item, published: momentOrNone(item.published, publication.zone) })),
    corrections: owedCorrections({ earlier, find: (id) => corrected(id, around), language: newsletter.language, until: moment }),
    sent: null,
  };
}

/** The stories of a frozen issue; a killed one vanishes from it, a draft or an embargoed one must not be promised. */
function storiesOf(copy: IssueCopy, earlier: readonly Issue[], { out, known, problems }: Around): readonly Story[] {
  return copy.stories.flatMap((story, index): Story[] => {
    const article = out.get(story.id);
    const place = copy.place(["stories", index]);
    if (article) {
      const told = earlier.find((issue) => carriedBy(issue).includes(story.id));
      const again = told !== undefined && article.material && article.updated !== null && article.updated > told.moment;
      if (told && !again) {
        problems.push({
          code: "story-told-before",
          severity: "warning",
          place,
          message: `Issue ${told.number} (${told.date}) carried “${story.id}” already.`,
          hint: "Take it out, or mark its update in the article: `updated: { at: …, material: true }`.",
        });
      }
      return [{ ...makeStory(article, story), again }];
    }
    const unpublished = known.get(story.id);
    if (unpublished?.status === "killed") return [];
    problems.push({
      code: unpublished ? "story-not-out" : "unknown-story",
      severity: "error",
      place,
      message: unpublished ? `“${story.id}” is not published yet, so an issue cannot carry it.` : `No article has the id “${story.id}”.`,
      hint: unpublished ? "Publish the article, or take it out of the issue." : "Correct the id, or take the story out of the issue.",
    });
    return [];
  });
}

function corrected(id: string, { out, known }: Around): Corrected | null {
  const copy = known.get(id);
  if (copy?.status === "killed") return { headline: null, address: null, language: copy.language, corrections: copy.corrections };
  return out.get(id) ?? null;
}

function checkNumber(copy: IssueCopy, earlier: readonly Issue[], problems: Problem[]): void {
  const same = earlier.find(({ number }) => number === copy.number);
  if (same === undefined) return;
  problems.push({
    code: "number-twice",
    severity: "error",
    place: copy.place(["number"]),
    message: `The issue of ${same.date} has the number ${copy.number} too.`,
    hint: "Give one of the two another number.",
  });
}

function skippedOf(newsroom: Newsroom, newsletter: Newsletter, issues: readonly Issue[]): readonly SkippedIssue[] {
  return newsroom.skipped
    .filter((copy) => copy.newsletter === newsletter.id)
    .flatMap(({ skipped }) => skipped.filter(({ date }) => !issues.some((issue) => issue.date === date)))
    .sort((a, b) => compareText(b.date, a.date));
}

function asSent({ sent, pictures }: SentCopy, { out, known, publication: { zone } }: Around) {
  const isKilled = (id: string) => known.get(id)?.status === "killed";
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
    elsewhere: sent.elsewhere.map((item) => ({ ...item, published: momentOrNone(item.published, zone) })),
    corrections: sent.corrections.flatMap((correction) => {
      const at = readMoment(correction.at, zone);
      if (at === null) return [];
      return [isKilled(correction.id) ? { ...correction, at, headline: null, address: null } : { ...correction, at }];
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

function momentOrNone(iso: string | null, zone: string): DateTime | null {
  return iso === null ? null : readMoment(iso, zone);
}
