import type { Article } from "../model/article.ts";
import { readTerms } from "./article-terms.ts";
import { NearestArticles } from "./nearest-articles.ts";
import { RelatedMemory, type RememberedGroup, rankAgain, rememberedTerms } from "./related-memory.ts";
import { SharedWords } from "./related-reason.ts";
import { indexTerms } from "./term-index.ts";
import { likenessWorthLinking, worthLinking } from "./worth-linking.ts";

/** What of an article its nearness to others rests on. */
export type Relatable = Pick<Article, "id" | "headline" | "standfirst" | "text" | "language" | "published" | "topics" | "section">;

/** An article that another could be related to. */
export interface Candidate<Kind extends Relatable> {
  readonly other: Kind;
  /** How near, rounded to thousandths: 1 would be the article itself; a link in the text adds 10. */
  readonly score: number;
  /** In words: "both about ferry fares; same section"; `null` when there is nothing an editor would say. */
  readonly why: () => string | null;
}

/** What one article is near to. */
export interface Ranking<Kind extends Relatable> {
  /** Nearest first; copies and updates of the article itself are not among them. */
  readonly candidates: readonly Candidate<Kind>[];
  /** Ids of the articles that tell the same story: beside this one, none of them need be shown. */
  readonly same: ReadonlySet<string>;
}

/** How many candidates each article gets: enough that copies of one another can be passed over. */
const candidates = 24;

/**
 * By each article's id, the others nearest to it. Only stories in one language are compared.
 * @param linksFrom ids of the articles that an article's text links to
 * @param memory what was left by the edition before, and is left for the next
 */
export function rankRelated<Kind extends Relatable>(
  articles: readonly Kind[],
  linksFrom: (id: string) => ReadonlySet<string>,
  memory: RelatedMemory = new RelatedMemory(),
): ReadonlyMap<string, Ranking<Kind>> {
  const groups = new Map<string, Kind[]>();
  for (const article of articles) {
    const language = article.language.toLowerCase().split("-")[0] ?? "";
    const group = groups.get(language) ?? [];
    group.push(article);
    groups.set(language, group);
  }
  for (const language of [...memory.groups.keys()]) if (!groups.has(language)) memory.groups.delete(language);
  const rankings = new Map<string, Ranking<Kind>>();
  for (const [language, group] of groups) {
    const ranked = rankGroup(group, linksFrom, memory.groups.get(language));
    memory.groups.set(language, ranked.remembered);
    ranked.rankings.forEach((ranking, at) => void rankings.set(group[at]?.id ?? "", ranking));
  }
  return rankings;
}

function rankGroup<Kind extends Relatable>(
  articles: readonly Kind[],
  linksFrom: (id: string) => ReadonlySet<string>,
  before: RememberedGroup | undefined,
): { readonly rankings: readonly Ranking<Kind>[]; readonly remembered: RememberedGroup } {
  const known = new Map(before?.articles.map((article) => [article.beside.id, article]));
  const linked = linkedEitherWay(articles, linksFrom);
  const now = articles.map((article, at) => ({
    words: {
      headline: article.headline,
      standfirst: article.standfirst,
      text: article.text,
      language: article.language,
      topics: article.topics,
    },
    terms: rememberedTerms(known.get(article.id), article) ?? readTerms(article),
    beside: {
      id: article.id,
      published: article.published.toMillis(),
      section: article.section?.id ?? null,
      topics: article.topics.map((topic) => topic.id),
      linked: linked[at] ?? new Set<number>(),
    },
    label: labelOf(article, linked[at] ?? new Set(), articles, linksFrom),
  }));
  const terms = now.map((article) => article.terms);
  const index = indexTerms(terms);
  const nearest = new NearestArticles(
    index,
    now.map(({ beside }) => beside),
    candidates,
  );
  const least = likenessWorthLinking(articles.length);
  const ranked =
    before?.least === least
      ? rankAgain(before, now, index, nearest)
      : now.map((_, at) => ({ neighbourhood: nearest.of(at), reasons: new Map() }));
  const words = new SharedWords(index, terms, articles);

  const rankings = articles.map((article, at): Ranking<Kind> => {
    const { near, same } = ranked[at]?.neighbourhood ?? { near: [], same: [] };
    const reasons = ranked[at]?.reasons ?? new Map<string, string | null>();
    const alike = new Set(same);
    return {
      same: new Set(same.flatMap((other) => articles[other]?.id ?? [])),
      candidates: worthLinking(
        near.filter(({ other }) => !alike.has(other)),
        least,
        linked[at] ?? new Set(),
      ).flatMap(({ other: place, score, likeness }): readonly Candidate<Kind>[] => {
        const other = articles[place];
        if (other === undefined) return [];
        const why = () => {
          const known = reasons.get(other.id);
          if (known !== undefined) return known;
          // Where the editor gave both stories topics, and none is the same, single words must not say otherwise, unless there are many.
          const found = reason(article, other, linksFrom, (apart) => words.between(at, place, apart && likeness < least * 2));
          reasons.set(other.id, found);
          return found;
        };
        return [{ other, score: Math.round(score * 1000) / 1000, why }];
      }),
    };
  });
  const { weights, places, lengths, headlines, sizes } = index;
  const remembered = {
    articles: now.map((article, at) => ({ ...article, ...(ranked[at] ?? { neighbourhood: { near: [], same: [] }, reasons: new Map() }) })),
    least,
    index: { weights, places, lengths, headlines, sizes },
  };
  return { rankings, remembered };
}

/** All that nearness and its reasons rest on beside the words of the text. */
function labelOf(
  { id, published, section, topics }: Relatable,
  linked: ReadonlySet<number>,
  articles: readonly Relatable[],
  linksFrom: (id: string) => ReadonlySet<string>,
): string {
  const links = [...linked].map((other) => articles[other]?.id ?? "").sort();
  return JSON.stringify([
    published.toMillis(),
    section?.id,
    topics.map((topic) => [topic.id, topic.name]),
    links,
    [...linksFrom(id)].sort(),
  ]);
}

function linkedEitherWay(articles: readonly Relatable[], linksFrom: (id: string) => ReadonlySet<string>): readonly ReadonlySet<number>[] {
  const places = new Map(articles.map(({ id }, at) => [id, at]));
  const linked = articles.map(() => new Set<number>());
  articles.forEach(({ id }, at) => {
    for (const target of linksFrom(id)) {
      const other = places.get(target);
      if (other === undefined || other === at) continue;
      linked[at]?.add(other);
      linked[other]?.add(at);
    }
  });
  return linked;
}

function reason(
  article: Relatable,
  other: Relatable,
  linksFrom: (id: string) => ReadonlySet<string>,
  words: (apart: boolean) => readonly string[],
): string | null {
  const link = linksFrom(article.id).has(other.id)
    ? "linked in the text"
    : linksFrom(other.id).has(article.id)
      ? "links to this story"
      : null;
  const ids = new Set(other.topics.map((topic) => topic.id));
  const topics = article.topics.filter((topic) => ids.has(topic.id)).map((topic) => topic.name);
  const about = topics.length > 0 ? topics.slice(0, 2) : words(article.topics.length > 0 && other.topics.length > 0);
  const section = article.section !== null && article.section.id === other.section?.id ? "same section" : null;
  if (link === null && about.length === 0) return null;
  const parts = [link, about.length === 0 ? null : `both about ${about.join(" and ")}`, section].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join("; ");
}
