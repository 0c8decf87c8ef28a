import type { Article } from "../model/article.ts";
import type { CorrectionNote, Edition, Listing, Withdrawal } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import type { FeedChoice, FeedPartner, FeedSettings } from "../model/publication.ts";
import type { DateTime } from "../model/time.ts";

/** What partners want of a feed that they take. Flipboard: about.flipboard.com/rss-spec, read in November 2026. */
export const partnerRules: Readonly<Record<FeedPartner, PartnerRules>> = {
  flipboard: { name: "Flipboard", items: 30, picture: 400 },
};

interface PartnerRules {
  readonly name: string;
  /** The fewest items. */
  readonly items: number;
  /** Pixels of a picture's smaller side, at least. */
  readonly picture: number;
}

/** What stands in a feed: mostly articles, and whatever else readers are told of. */
export type FeedSubject =
  | { readonly kind: "article"; readonly article: Article }
  | { readonly kind: "correction"; readonly note: CorrectionNote }
  | { readonly kind: "withdrawal"; readonly withdrawal: Withdrawal }
  | { readonly kind: "issue"; readonly issue: Issue };

/** What feeds are about, in the order in which they are shown to people. */
export const feedKinds = ["whole", "section", "newsletter", "person", "language", "corrections", "topic"] as const;
export type FeedKind = (typeof feedKinds)[number];

/** What a feed is made of: its names, and what belongs in it, newest first. */
export interface FeedSource {
  readonly kind: FeedKind;
  /** Its name among the publication's own: `Culture`. */
  readonly name: string;
  /** Its name among those of other publications: `The Velmar Lantern: Culture`. */
  readonly title: string;
  readonly description: string;
  /** The page for people with the same, below the publication's root: `/` or `/sections/island/`. The feeds' addresses are below it. */
  readonly address: string;
  /** BCP 47. */
  readonly language: string;
  readonly content: "full" | "summary";
  /** The most items it holds. */
  readonly items: number;
  readonly partner: FeedPartner | null;
  readonly subjects: readonly FeedSubject[];
}

/** All feeds of an edition: the whole publication, every section, newsletter and person, the languages, the corrections, and topics that are not too quiet. */
export function feedSources(edition: Edition): readonly FeedSource[] {
  const { publication } = edition;
  const { feeds } = publication;
  const own = new Map(feeds.each.map((choice) => [choice.feed === "" ? "/" : `/${choice.feed}/`, choice]));
  const source = (
    kind: FeedKind,
    address: string,
    name: string,
    description: string,
    subjects: readonly FeedSubject[],
    language = publication.language,
  ): FeedSource => ({
    kind,
    name,
    title: kind === "whole" ? name : `${publication.name}: ${name}`,
    description,
    address,
    language,
    ...shapeOf(own.get(address), feeds),
    subjects,
  });
  const listed = <Subject>(
    kind: FeedKind,
    { address, articles }: Listing<Subject>,
    name: string,
    about: string | null,
    language?: string,
  ) => source(kind, address, name, about ?? `${name} in ${publication.name}`, articles.map(articleSubject), language);

  return [
    source("whole", "/", publication.name, publication.description, wholeSubjects(edition)),
    ...edition.sections.map((one) => listed("section", one, one.subject.name, one.subject.description)),
    ...edition.newsletters.map(({ newsletter, address, issues }) =>
      source(
        "newsletter",
        address,
        newsletter.name,
        newsletter.description ?? `The issues of ${newsletter.name}`,
        issues.map((issue) => ({ kind: "issue", issue })),
      ),
    ),
    ...edition.people.map((one) => listed("person", one, one.subject.name, `What ${one.subject.name} writes in ${publication.name}`)),
    ...edition.languages.map((one) => listed("language", one, one.subject.name, null, one.subject.tag)),
    source(
      "corrections",
      "/corrections/",
      "Corrections",
      `What ${publication.name} got wrong, and what is right`,
      correctionSubjects(edition),
    ),
    ...edition.topics
      .filter(({ address, articles }) => articles.length >= feeds.quietBelow || own.has(address))
      .map((one) => listed("topic", one, one.subject.name, null)),
  ];
}

/** What the settings say of one feed; a partner's rules give what they leave open. */
function shapeOf(choice: FeedChoice | undefined, feeds: FeedSettings): Pick<FeedSource, "content" | "items" | "partner"> {
  const partner = choice?.for ?? null;
  const rules = partner === null ? null : partnerRules[partner];
  return {
    content: choice?.content ?? (rules === null ? feeds.content : "full"),
    items: choice?.items ?? Math.max(feeds.items, rules?.items ?? 0),
    partner,
  };
}

function articleSubject(article: Article): FeedSubject {
  return { kind: "article", article };
}

function wholeSubjects(edition: Edition): readonly FeedSubject[] {
  const articles = edition.articles.map(articleSubject);
  return edition.withdrawals.length === 0 ? articles : newestFirst([...articles, ...edition.withdrawals.map(withdrawalSubject)]);
}

/** Corrections and notices of withdrawal, newest first. */
export function correctionSubjects(edition: Edition): readonly FeedSubject[] {
  return newestFirst([
    ...edition.corrections.map((note): FeedSubject => ({ kind: "correction", note })),
    ...edition.withdrawals.map(withdrawalSubject),
  ]);
}

function withdrawalSubject(withdrawal: Withdrawal): FeedSubject {
  return { kind: "withdrawal", withdrawal };
}

/** What comes at the same moment stays in the order given, which has its own tie-breakers. */
function newestFirst(subjects: readonly FeedSubject[]): readonly FeedSubject[] {
  return [...subjects].sort((a, b) => subjectMoment(b).toMillis() - subjectMoment(a).toMillis());
}

/** When it came out. */
export function subjectMoment(subject: FeedSubject): DateTime {
  switch (subject.kind) {
    case "article":
      return subject.article.published;
    case "correction":
      return subject.note.correction.at;
    case "withdrawal":
      return subject.withdrawal.at;
    case "issue":
      return subject.issue.moment;
  }
}
