import type { ArticleTerms, Words } from "./article-terms.ts";
import type { Beside, NearestArticles, Neighbourhood } from "./nearest-articles.ts";
import type { TermIndex } from "./term-index.ts";

/**
 * What ranking the articles of one edition leaves behind, so that the next edition, after an edit, costs little: held by the caller, and of no
 * influence on what comes out.
 */
export class RelatedMemory {
  /** By language. */
  readonly groups = new Map<string, RememberedGroup>();
}

/** The articles of one language as they were ranked. */
export interface RememberedGroup {
  readonly articles: readonly RememberedArticle[];
  /** The likeness that was worth linking. */
  readonly least: number;
  readonly index: Pick<TermIndex, "weights" | "places" | "lengths" | "headlines" | "sizes">;
}

export interface RememberedArticle {
  readonly words: Words;
  readonly terms: ArticleTerms;
  readonly beside: Beside;
  /** All else that a reason is made of. */
  readonly label: string;
  /** Places are those of the remembered group. */
  readonly neighbourhood: Neighbourhood;
  /** Reasons already put into words, by the other's id. */
  readonly reasons: Map<string, string | null>;
}

/** The terms of an article read before; `null` when a word of it has changed. */
export function rememberedTerms(before: RememberedArticle | undefined, now: Words): ArticleTerms | null {
  if (before === undefined) return null;
  const { headline, standfirst, text, language, topics } = before.words;
  const same =
    headline === now.headline &&
    standfirst === now.standfirst &&
    text === now.text &&
    language === now.language &&
    topics.length === now.topics.length &&
    topics.every(({ id }, at) => id === now.topics[at]?.id);
  return same ? before.terms : null;
}

export interface Ranked {
  readonly neighbourhood: Neighbourhood;
  readonly reasons: Map<string, string | null>;
}

type Present = Omit<RememberedArticle, "neighbourhood" | "reasons">;

/**
 * Ranks a group anew where that could change anything, and takes over the rest: an article's neighbourhood stands as long as nothing it was made of has
 * changed, and nothing that has could enter it.
 */
export function rankAgain(before: RememberedGroup, now: readonly Present[], index: TermIndex, nearest: NearestArticles): readonly Ranked[] {
  const oldPlaces = new Map(before.articles.map(({ beside }, place) => [beside.id, place]));
  const places = new Map(now.map(({ beside }, place) => [beside.id, place]));
  const moved = Int32Array.from(before.articles, ({ beside }) => places.get(beside.id) ?? -1);
  const changed = new Uint8Array(now.length);
  const oldChanged = new Uint8Array(before.articles.length).fill(1);
  now.forEach((article, place) => {
    const old = oldPlaces.get(article.beside.id);
    if (old === undefined || !isAsBefore(before, old, article, index, place)) changed[place] = 1;
    else oldChanged[old] = 0;
  });

  const stale = changed.slice();
  const oldOf = (place: number) => oldPlaces.get(now[place]?.beside.id ?? "") ?? -1;
  now.forEach((_, place) => {
    const { near, same } = before.articles[oldOf(place)]?.neighbourhood ?? { near: [], same: [] };
    if (near.some(({ other }) => oldChanged[other] === 1) || same.some((other) => oldChanged[other] === 1)) stale[place] = 1;
  });
  const leastOf = (place: number) => {
    const near = before.articles[oldOf(place)]?.neighbourhood.near ?? [];
    return near.length < nearest.most ? 0 : (near.at(-1)?.score ?? 0);
  };
  changed.forEach((is, place) => {
    if (is === 1) {
      nearest.eachReached(place, leastOf, (other) => {
        stale[other] = 1;
      });
    }
  });

  return now.map((_, place): Ranked => {
    const old = before.articles[oldOf(place)];
    if (old === undefined || changed[place] === 1) return { neighbourhood: nearest.of(place), reasons: new Map() };
    const isGone = (id: string) => changed[places.get(id) ?? -1] !== 0;
    const reasons = new Map([...old.reasons].filter(([id]) => !isGone(id)));
    if (stale[place] === 1) return { neighbourhood: nearest.of(place), reasons };
    const { near, same } = old.neighbourhood;
    return {
      reasons,
      neighbourhood: {
        near: near.map((one) => ({ ...one, other: moved[one.other] ?? -1 })),
        same: same.map((other) => moved[other] ?? -1),
      },
    };
  });
}

/** Whether an article's words, weights and what stands beside them are, to the last bit, what they were. */
function isAsBefore(before: RememberedGroup, old: number, article: Present, index: TermIndex, place: number): boolean {
  const was = before.articles[old];
  return (
    was !== undefined &&
    was.terms === article.terms &&
    was.label === article.label &&
    before.index.lengths[old] === index.lengths[place] &&
    before.index.headlines[old] === index.headlines[place] &&
    before.index.sizes[old] === index.sizes[place] &&
    isSame(before.index.places[old], index.places[place]) &&
    isSame(before.index.weights[old], index.weights[place])
  );
}

function isSame(a: Uint32Array | Float32Array | undefined, b: Uint32Array | Float32Array | undefined): boolean {
  if (a === undefined || b === undefined || a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}
