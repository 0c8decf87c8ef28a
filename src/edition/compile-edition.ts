import {
  absoluteUrl,
  articleAddress,
  articleTag,
  languageAddress,
  monthAddress,
  personAddress,
  sectionAddress,
  topicAddress,
} from "../model/address.ts";
import type { Article, Figure } from "../model/article.ts";
import type { ArticleCopy, FigureCopy, Newsroom } from "../model/copy.ts";
import type { Edition, Listing, Month, Withdrawal } from "../model/edition.ts";
import { freezeDeep } from "../model/freeze-deep.ts";
import { directionOf } from "../model/language.ts";
import type { Picture } from "../model/picture.ts";
import { compareText, type Problem, sortProblems } from "../model/problem.ts";
import type { Language, Topic } from "../model/publication.ts";
import { type DateTime, later } from "../model/time.ts";
import { checkAddresses } from "./check-addresses.ts";
import { checkFeedChoices } from "./check-feed-choices.ts";
import { deskWarnings, withoutSilenced } from "./desk/desk-warnings.ts";
import { type ArticleQuotes, quotesOf } from "./key-quotes.ts";
import { linkRelated } from "./related-links.ts";
import { RelatedMemory } from "./related-memory.ts";
import { resolveIssues } from "./resolve-issues.ts";
import { type Speakers, tellSpeakers } from "./speakers.ts";

/**
 * Compiles checked copy into the edition of one moment: what is due, in order, with addresses, quotes proved, related links and issues.
 * Problems that only show between files, or between a quote and its body, come back beside it; with an error among them the edition must not be published.
 * @param memory what compiling an earlier edition left, to make this one quicker; nothing that comes out depends on it
 */
export function compileEdition(
  newsroom: Newsroom,
  asOf: DateTime,
  memory = new RelatedMemory(),
): { readonly edition: Edition; readonly problems: readonly Problem[] } {
  const { publication } = newsroom;
  const problems: Problem[] = [...checkAddresses(newsroom.articles), ...checkFeedChoices(newsroom)];

  const due = newsroom.articles.filter((copy) => isDue(copy, asOf)).sort(newestFirst);
  const quoted = due.map((copy) => ({ copy, ...quotesOf(copy) }));
  const speakers = tellSpeakers(quoted, publication.desk.onePerson);
  const unlinked = quoted.map((one) => toArticle(one.copy, newsroom, asOf, one, speakers));
  const linked = linkRelated(unlinked, due, newsroom.articles, publication.url, memory);
  problems.push(...linked.problems);
  const articles = linked.articles;

  // What is not out yet is read all the same: its mistakes are better met now than at the minute its embargo ends.
  const dueIds = new Set(due);
  const waiting = newsroom.articles.filter((copy) => copy.status !== "killed" && !dueIds.has(copy));
  for (const { copy, problems: doubts } of [...quoted, ...waiting.map((copy) => ({ copy, ...quotesOf(copy) }))])
    problems.push(...withoutSilenced(doubts, copy, publication), ...deskWarnings(copy, publication));

  const issues = resolveIssues(newsroom, articles, asOf);
  problems.push(...issues.problems);

  const edition: Edition = {
    publication,
    asOf,
    articles,
    sections: publication.sections.map((section) =>
      listing(section, sectionAddress(section.id), (article) => article.section?.id === section.id, articles),
    ),
    topics: topicListings(articles),
    people: publication.people.map((person) =>
      listing(
        person,
        personAddress(person.id),
        (article) => article.byline.some((byline) => byline.kind === "person" && byline.person.id === person.id),
        articles,
      ),
    ),
    languages: languageListings(articles, publication.language),
    speakers: speakers.list(articles),
    months: monthListings(articles),
    newsletters: issues.newsletters,
    pages: newsroom.pages.map(({ slug, headline, standfirst, body }) => ({ address: `/${slug}/`, headline, standfirst, body })),
    corrections: articles
      .flatMap((article) => article.corrections.map((correction) => ({ article, correction })))
      .sort((a, b) => b.correction.at.toMillis() - a.correction.at.toMillis() || compareText(a.article.id, b.article.id)),
    withdrawals: publication.killNotice ? withdrawals(newsroom, asOf) : [],
    pictures: shownPictures(newsroom, due, articles),
    redirects: due
      .flatMap((copy) => copy.formerly.map((from) => ({ from, to: articleAddress(copy.published, copy.slug) })))
      .sort((a, b) => compareText(a.from, b.from)),
  };
  return { edition: freezeDeep(edition), problems: sortProblems(problems) };
}

function isDue(copy: ArticleCopy, asOf: DateTime): boolean {
  if (copy.status !== "published") return false;
  const moment = copy.embargo ? later(copy.embargo, copy.published) : copy.published;
  return moment.toMillis() <= asOf.toMillis();
}

function newestFirst(a: ArticleCopy, b: ArticleCopy): number {
  return b.published.toMillis() - a.published.toMillis() || compareText(a.id, b.id);
}

function toArticle(copy: ArticleCopy, newsroom: Newsroom, asOf: DateTime, quotes: ArticleQuotes, speakers: Speakers): Article {
  const { publication } = newsroom;
  const address = articleAddress(copy.published, copy.slug);
  const changes = [copy.updated, ...copy.corrections.map((correction) => correction.at)].filter((at) => at !== null);
  return {
    id: copy.id,
    path: copy.file,
    address,
    url: absoluteUrl(publication.url, address),
    tag: articleTag(publication.tag, copy.id),
    headline: copy.headline,
    standfirst: copy.standfirst,
    published: copy.published,
    updated: copy.updated,
    material: copy.material,
    lead: copy.lead,
    modified: changes.reduce(later, copy.published),
    section: copy.section,
    topics: copy.topics,
    byline: copy.byline,
    dateline: copy.dateline,
    figure: copy.figure ? toFigure(copy.figure, asOf) : null,
    body: copy.body,
    text: copy.text,
    quotes: quotes.key.map((quote) => ({ ...quote, page: quote.speaker && speakers.pageOf(copy, quote.speaker) })),
    ambiguous: quotes.ambiguous,
    related: [],
    corrections: [...copy.corrections].sort((a, b) => b.at.toMillis() - a.at.toMillis()),
    words: copy.words,
    language: copy.language,
    direction: directionOf(copy.language),
    canonical: copy.canonical,
  };
}

function toFigure(figure: FigureCopy, asOf: DateTime): Figure {
  const { site, feeds, mail, until } = figure.rights;
  const held = until === null || asOf.toMillis() < until.toMillis();
  return { ...figure, rights: { site: site && held, feeds: feeds && held, mail: mail && held } };
}

function listing<Subject>(
  subject: Subject,
  address: string,
  belongs: (article: Article) => boolean,
  articles: readonly Article[],
): Listing<Subject> {
  return { subject, address, articles: articles.filter(belongs) };
}

function topicListings(articles: readonly Article[]): readonly Listing<Topic>[] {
  const groups = new Map<string, { subject: Topic; articles: Article[] }>();
  for (const article of articles) {
    for (const topic of article.topics) {
      const group = groups.get(topic.id) ?? { subject: topic, articles: [] };
      group.articles.push(article);
      groups.set(topic.id, group);
    }
  }
  return [...groups.values()]
    .map((group) => ({ ...group, address: topicAddress(group.subject.id) }))
    .sort((a, b) => compareText(a.subject.name, b.subject.name) || compareText(a.subject.id, b.subject.id));
}

/** One listing for each language, when there is more than one. */
function languageListings(articles: readonly Article[], home: string): readonly Listing<Language>[] {
  const tags = [...new Set([home, ...articles.map(({ language }) => language)])];
  const [first = home, ...others] = tags;
  if (others.length === 0) return [];
  return [first, ...others.sort(compareText)].map((tag) => {
    const id = tag.toLowerCase();
    const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
    return listing({ id, tag, name }, languageAddress(id), (article) => article.language === tag, articles);
  });
}

function monthListings(articles: readonly Article[]): readonly Month[] {
  const groups = new Map<string, { first: DateTime; articles: Article[] }>();
  for (const article of articles) {
    const key = article.published.toFormat("yyyy-MM");
    const group = groups.get(key) ?? { first: article.published.startOf("month"), articles: [] };
    group.articles.push(article);
    groups.set(key, group);
  }
  return [...groups.entries()]
    .map(([key, group]) => ({ key, ...group, address: monthAddress(key) }))
    .sort((a, b) => compareText(b.key, a.key));
}

/** Notices of articles that had been out when they were killed. The id of a notice is made of its moment alone: an article's id may tell what it said. */
function withdrawals({ publication, articles }: Newsroom, asOf: DateTime): readonly Withdrawal[] {
  const killed = articles
    .filter(({ status }) => status === "killed")
    .map((copy) => ({ copy, at: copy.kill?.at ?? copy.updated ?? copy.published }))
    .filter(({ copy, at }) => {
      const out = copy.embargo ? later(copy.embargo, copy.published) : copy.published;
      return out.toMillis() <= at.toMillis() && at.toMillis() <= asOf.toMillis();
    })
    .sort((a, b) => a.at.toMillis() - b.at.toMillis() || compareText(a.copy.id, b.copy.id));
  const counts = new Map<string, number>();
  return killed
    .map(({ copy, at }) => {
      const moment = at.toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'");
      const count = (counts.get(moment) ?? 0) + 1;
      counts.set(moment, count);
      const tag = articleTag(publication.tag, `withdrawn:${moment}${count === 1 ? "" : `-${count}`}`);
      return { tag, at, published: copy.published, text: copy.kill?.text ?? null };
    })
    .reverse();
}

/** The pictures that readers may get: nothing of an article that is not out appears, not even its picture. */
function shownPictures(newsroom: Newsroom, due: readonly ArticleCopy[], articles: readonly Article[]): readonly Picture[] {
  const shown = new Map<string, Picture>();
  const show = (picture: Picture | null) => {
    if (picture) shown.set(picture.src, picture);
  };
  show(newsroom.publication.logo);
  for (const { figure } of articles) {
    if (figure && (figure.rights.site || figure.rights.feeds || figure.rights.mail)) show(figure.picture);
  }
  for (const copy of due) copy.bodyPictures.forEach(show);
  return [...shown.values()].sort((a, b) => compareText(a.src, b.src));
}
