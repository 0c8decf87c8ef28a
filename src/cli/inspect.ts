import { suggest } from "../content/nearest.ts";
import { absoluteUrl } from "../model/address.ts";
import { type Article, bylineName, type RelatedLink } from "../model/article.ts";
import type { Edition } from "../model/edition.ts";
import type { Issue, IssueCorrection } from "../model/issue.ts";
import { isoMoment } from "../model/time.ts";
import { explainArticle } from "./explain-article.ts";
import { readEdition } from "./read-edition.ts";
import { countProblems, reportProblems } from "./report.ts";
import { type Call, type ExitCode, UsageError } from "./usage.ts";

/** `broadsheet inspect`: the edition as JSON, a public contract; with an id, why that article has the quotes and related links it has. */
export async function inspect(call: Call): Promise<ExitCode> {
  const reading = await readEdition(call.root, call.asOf);
  const [id, ...more] = call.arguments;
  // Asked about one article, the warnings about all others would bury the answer.
  if (reading.problems.length > 0 && (id === undefined || reading.edition === null))
    call.talk(reportProblems(reading.problems, call.colour));
  if (reading.edition === null) {
    call.talk(`\n${countProblems(reading.problems, reading.articles)} There is no edition to show.`);
    return 1;
  }
  if (more.length > 0) throw new UsageError("inspect takes one id at a time.");
  if (id === undefined) {
    call.print(JSON.stringify(describeEdition(reading.edition), null, call.json ? 0 : 2));
    return 0;
  }
  const article = reading.edition.articles.find((one) => one.id === id);
  if (article === undefined) {
    const near = suggest(
      id,
      reading.edition.articles.map((one) => one.id),
    );
    throw new UsageError(`No article that is out has the id “${id}”. ${near || "Without an id, inspect lists them all."}`);
  }
  call.print(call.json ? JSON.stringify(describeArticle(article, reading.edition.publication.url)) : explainArticle(article));
  return 0;
}

function describeEdition(edition: Edition) {
  const { publication } = edition;
  return {
    publication: {
      name: publication.name,
      url: publication.url,
      language: publication.language,
      zone: publication.zone,
      sections: publication.sections,
      people: publication.people,
      agencies: publication.agencies,
    },
    articles: edition.articles.map((article) => describeArticle(article, publication.url)),
    speakers: edition.speakers.map(({ name, roles, address, spoken }) => ({
      name,
      roles,
      url: absoluteUrl(publication.url, address),
      quotes: spoken.flatMap(({ article, quotes }) =>
        quotes.map(({ text, anchor }) => ({ article: article.id, text, url: placeOf(article, anchor) })),
      ),
    })),
    newsletters: edition.newsletters.map(({ newsletter, next, owed, skipped }) => ({
      ...newsletter,
      owed: owed.map(describeCorrection),
      skipped,
      next: next.kind === "issue" ? describeIssue(next.issue) : { skipped: next.reason },
    })),
    issues: edition.newsletters.flatMap(({ issues }) => issues.map(describeIssue)),
  };
}

function describeArticle(article: Article, root: string) {
  return {
    id: article.id,
    path: article.path,
    url: article.url,
    headline: article.headline,
    standfirst: article.standfirst,
    published: isoMoment(article.published),
    updated: article.updated ? isoMoment(article.updated) : null,
    section: article.section?.id ?? null,
    topics: article.topics.map((topic) => topic.name),
    byline: article.byline.map((byline) => ({ kind: byline.kind, name: bylineName(byline) })),
    dateline: article.dateline,
    figure: article.figure
      ? {
          src: article.figure.picture?.src ?? null,
          alt: article.figure.alt,
          caption: article.figure.caption,
          credit: article.figure.credit,
          rights: article.figure.rights,
        }
      : null,
    quotes: article.quotes.map(({ text, speaker, why, anchor }) => ({ text, speaker, why, url: placeOf(article, anchor) })),
    ambiguous: article.ambiguous,
    related: article.related.map((link) => describeRelated(link, root)),
    corrections: article.corrections.map(({ at, kind, text }) => ({ at: isoMoment(at), kind, text })),
    language: article.language,
    text: article.text,
  };
}

function placeOf(article: Article, anchor: string | null): string {
  return anchor === null ? article.url : `${article.url}#${anchor}`;
}

function describeRelated(link: RelatedLink, root: string) {
  switch (link.kind) {
    case "article":
      return {
        id: link.id,
        url: absoluteUrl(root, link.address),
        headline: link.headline,
        section: link.section?.name ?? null,
        published: isoMoment(link.published),
        why: link.why,
        score: link.score,
      };
    case "elsewhere":
      return {
        id: null,
        url: link.url,
        headline: link.headline,
        section: link.section,
        source: link.source,
        byline: link.byline,
        published: link.published ? isoMoment(link.published) : null,
        why: link.why,
      };
  }
}

function describeIssue(issue: Issue) {
  return {
    newsletter: issue.newsletter.id,
    kind: issue.kind,
    number: issue.number,
    date: issue.date,
    url: issue.url,
    subject: issue.subject,
    preheader: issue.preheader,
    intro: issue.intro,
    stories: issue.stories.map(({ id, headline, standfirst, text, short, again, since }) => ({
      id,
      headline,
      standfirst,
      text,
      short,
      again,
      since: since.kind,
    })),
    sponsor: issue.sponsor,
    elsewhere: issue.elsewhere.map((item) => ({ ...item, published: item.published && isoMoment(item.published) })),
    corrections: issue.corrections.map(describeCorrection),
    sent: issue.sent?.at ?? null,
  };
}

function describeCorrection({ id, headline, at, kind, text, carried }: IssueCorrection) {
  return { id, headline, at: isoMoment(at), kind, text, carried };
}
