import type { Article } from "../model/article.ts";
import { compareText } from "../model/problem.ts";

/** Words that say nothing of a story's subject are those in more than this share of the stories. */
const tooCommon = 0.25;
/** How many of its heaviest words stand for an article. */
const keptWords = 60;
/** A neighbour below this share of likeness (cosine, 0 to 1) is no neighbour. */
const leastLikeness = 0.06;

interface Weighted {
  readonly word: string;
  readonly weight: number;
}

/**
 * For each article the others nearest to it, nearest first, by TF-IDF cosine over headline, standfirst and text (Salton and Buckley 1988),
 * with shared topics and section as a small push, and the reason in words.
 * Only stories in the same language, and never two with the same headline.
 */
export function rankRelated(articles: readonly Article[], most: number): readonly (readonly { other: Article; why: string }[])[] {
  const counts = articles.map(countWords);
  const spread = new Map<string, number>();
  for (const count of counts) for (const word of count.keys()) spread.set(word, (spread.get(word) ?? 0) + 1);
  const vectors = counts.map((count) => weigh(count, spread, articles.length));

  const holders = new Map<string, { article: number; weight: number }[]>();
  vectors.forEach((vector, article) => {
    for (const { word, weight } of vector) {
      const list = holders.get(word) ?? [];
      list.push({ article, weight });
      holders.set(word, list);
    }
  });

  return articles.map((article, position) => {
    const likeness = new Map<number, number>();
    for (const { word, weight } of vectors[position] ?? []) {
      for (const holder of holders.get(word) ?? []) {
        if (holder.article !== position) likeness.set(holder.article, (likeness.get(holder.article) ?? 0) + weight * holder.weight);
      }
    }
    const near = [...likeness]
      .filter(([other, cosine]) => cosine >= leastLikeness && articles[other]?.language === article.language)
      .map(([other, cosine]) => ({
        other: articles[other] as Article,
        score: push(article, articles[other] as Article, cosine),
        index: other,
      }))
      .sort((a, b) => b.score - a.score || compareText(a.other.id, b.other.id));
    const headlines = new Set([article.headline]);
    const chosen: { other: Article; why: string }[] = [];
    for (const { other, index } of near) {
      if (chosen.length === most) break;
      if (headlines.has(other.headline)) continue;
      headlines.add(other.headline);
      chosen.push({ other, why: reason(article, other, vectors[position] ?? [], vectors[index] ?? []) });
    }
    return chosen;
  });
}

function countWords(article: Article): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (text: string, times: number) => {
    for (const match of text.toLowerCase().matchAll(/\p{L}[\p{L}\p{M}\p{N}’']{2,}/gu)) {
      const word = stem(match[0]);
      counts.set(word, (counts.get(word) ?? 0) + times);
    }
  };
  add(article.headline, 3);
  add(article.standfirst ?? "", 2);
  add(article.text, 1);
  return counts;
}

/** Plural and possessive endings fall away; more would join words that differ. */
function stem(word: string): string {
  const bare = word.replace(/[’'].*$/u, "");
  return bare.length > 4 && bare.endsWith("s") && !bare.endsWith("ss") ? bare.slice(0, -1) : bare;
}

function weigh(counts: ReadonlyMap<string, number>, spread: ReadonlyMap<string, number>, total: number): readonly Weighted[] {
  const weighted: Weighted[] = [];
  for (const [word, count] of counts) {
    const holders = spread.get(word) ?? 1;
    if (holders < 2 || (total > 8 && holders > total * tooCommon)) continue;
    weighted.push({ word, weight: (1 + Math.log(count)) * Math.log(total / holders + 1) });
  }
  weighted.sort((a, b) => b.weight - a.weight || compareText(a.word, b.word));
  const kept = weighted.slice(0, keptWords);
  const length = Math.hypot(...kept.map(({ weight }) => weight)) || 1;
  return kept.map(({ word, weight }) => ({ word, weight: weight / length }));
}

function push(article: Article, other: Article, cosine: number): number {
  const topics = sharedTopics(article, other).length;
  const section = article.section !== null && article.section.id === other.section?.id ? 0.02 : 0;
  return cosine + Math.min(topics, 3) * 0.05 + section;
}

function sharedTopics(article: Article, other: Article): readonly string[] {
  const ids = new Set(other.topics.map((topic) => topic.id));
  return article.topics.filter((topic) => ids.has(topic.id)).map((topic) => topic.name);
}

function reason(article: Article, other: Article, mine: readonly Weighted[], theirs: readonly Weighted[]): string {
  const topics = sharedTopics(article, other);
  const weights = new Map(theirs.map(({ word, weight }) => [word, weight]));
  const words = mine
    .filter(({ word }) => weights.has(word))
    .map(({ word, weight }) => ({ word, weight: weight * (weights.get(word) ?? 0) }))
    .sort((a, b) => b.weight - a.weight || compareText(a.word, b.word))
    .slice(0, 3)
    .map(({ word }) => word);
  const about = topics.length > 0 ? `both about ${topics.join(" and ")}` : `both mention ${words.join(", ")}`;
  return article.section !== null && article.section.id === other.section?.id ? `${about}; same section` : about;
}
