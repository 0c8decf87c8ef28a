import type { ArticleTerms } from "./article-terms.ts";

/** Terms in more articles than this tell nothing apart; it also bounds how much any one term can cost. */
const commonAbove = 90;
/** So many of an article's heaviest terms are looked up; only very long articles have more. */
export const keptTerms = 1000;

/** Which articles hold which terms, and how much each says. Articles are named by their place in the list. */
export interface TermIndex {
  /** Each article's terms that others hold too, as places in the columns below. */
  readonly held: readonly Int32Array[];
  /** How much each of those says in that article. */
  readonly weights: readonly Float32Array[];
  /** Where each of those stands among the article's terms. */
  readonly places: readonly Uint32Array[];
  /** How many telling terms each article has, its own counted too. */
  readonly sizes: Uint32Array;
  /** The length of each article's vector, its own terms counted too. */
  readonly lengths: Float64Array;
  /** Term by term, how rare it is: between 0 and 1. */
  readonly rarity: Float64Array;
  /** The sum of rarity over each article's headline, its own terms counted too. */
  readonly headlines: Float64Array;
  /** How many of each article's held terms are its headline's; they come first. */
  readonly ofHeadline: Uint32Array;
  readonly holders: Postings;
  /** Who has it in the headline. */
  readonly namers: Postings;
}

/** The articles of term `t` are `articles[from[t]]` to `articles[from[t + 1]]`, without the last. */
export interface Postings {
  readonly from: Uint32Array;
  readonly articles: Uint32Array;
  readonly weights: Float32Array;
}

/**
 * Indexes the terms of articles in one language. A term weighs the root of its count, over the root of how many articles hold it. That number is
 * taken in steps (4, 8, 16, …), and the number of all articles hardly enters, so that an article more or less leaves nearly every weight as it
 * was, to the last bit.
 */
export function indexTerms(articles: readonly ArticleTerms[]): TermIndex {
  const { numbers, spread } = countHolders(articles);
  const limit = tooCommon(articles.length);
  const rarity = Float64Array.from(spread, (count) => (count > limit ? 0 : rarityOf(count)));
  const alone = rarityOf(1);

  const held: Int32Array[] = [];
  const weights: Float32Array[] = [];
  const places: Uint32Array[] = [];
  const headlines = new Float64Array(articles.length);
  const lengths = new Float64Array(articles.length);
  const sizes = new Uint32Array(articles.length);
  const longest = articles.reduce((most, { terms }) => Math.max(most, terms.length), 0);
  const mine = { ids: new Int32Array(longest), weights: new Float32Array(longest), places: new Uint32Array(longest) };
  articles.forEach(({ terms, counts, ofHeadline }, article) => {
    const ids = numbers[article] ?? new Int32Array();
    let squares = 0;
    let heading = 0;
    let size = 0;
    let telling = 0;
    for (let place = 0; place < terms.length; place += 1) {
      const id = ids[place] ?? -1;
      const rare = id === -1 ? alone : (rarity[id] ?? 0);
      if (rare === 0) continue;
      telling += 1;
      const count = counts[place] ?? 0;
      squares += count * rare * rare;
      if (place < ofHeadline) heading += rare;
      if (id === -1) continue;
      mine.ids[size] = id;
      mine.weights[size] = Math.sqrt(count) * rare;
      mine.places[size] = place;
      size += 1;
    }
    lengths[article] = Math.sqrt(squares) || 1;
    headlines[article] = heading;
    sizes[article] = telling;
    const kept = size > keptTerms ? keepHeaviest(mine, size, terms) : size;
    held.push(mine.ids.slice(0, kept));
    weights.push(mine.weights.slice(0, kept));
    places.push(mine.places.slice(0, kept));
  });
  const ofHeadline = Uint32Array.from(articles, (article, at) => places[at]?.filter((place) => place < article.ofHeadline).length ?? 0);
  return {
    held,
    weights,
    places,
    sizes,
    lengths,
    rarity,
    headlines,
    ofHeadline,
    holders: post(held, weights, spread.length, (article) => held[article]?.length ?? 0),
    namers: post(held, weights, spread.length, (article) => ofHeadline[article] ?? 0),
  };
}

/** Words that stand in more articles than this are too common: four of a handful, half of a dozen, a quarter of some dozens, so many in a large newsroom. */
function tooCommon(articles: number): number {
  const many = stepped(articles);
  return Math.max(4, Math.min(commonAbove, Math.max(many / 4, Math.min(16, many / 2))));
}

/** A word that two articles hold by chance is no rarer than one that five hold for a reason. */
function rarityOf(count: number): number {
  return 1 / Math.sqrt(Math.max(4, stepped(count)));
}

function stepped(count: number): number {
  return 2 ** Math.round(Math.log2(count));
}

interface Columns {
  readonly ids: Int32Array;
  readonly weights: Float32Array;
  readonly places: Uint32Array;
}

/** Moves the heaviest terms to the front of the columns, in their order in the article, and says how many they are. */
function keepHeaviest({ ids, weights, places }: Columns, size: number, terms: Uint32Array): number {
  const term = (index: number) => terms[places[index] ?? 0] ?? 0;
  const kept = Array.from({ length: size }, (_, index) => index)
    .sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || term(a) - term(b))
    .slice(0, keptTerms)
    .sort((a, b) => a - b);
  kept.forEach((from, to) => {
    ids[to] = ids[from] ?? 0;
    weights[to] = weights[from] ?? 0;
    places[to] = places[from] ?? 0;
  });
  return kept.length;
}

/**
 * Numbers the terms that at least two articles hold, and counts their holders. Terms are first dealt out into piles by their highest bits, so that
 * each pile is counted in a table small enough for the processor to keep at hand.
 */
function countHolders(articles: readonly ArticleTerms[]): {
  /** Article by article, each term's number, or -1 where no other article holds it. */
  readonly numbers: readonly Int32Array[];
  readonly spread: Uint32Array;
} {
  const total = articles.reduce((sum, { terms }) => sum + terms.length, 0);
  const piles = deal(articles, total);
  const numbers = new Int32Array(total).fill(-1);
  const spread: number[] = [];
  for (let pile = 0; pile < pileCount; pile += 1) {
    const from = piles.from[pile] ?? 0;
    const end = piles.from[pile + 1] ?? 0;
    const mask = 2 ** Math.ceil(Math.log2((end - from) * 2 + 2)) - 1;
    const keys = new Uint32Array(mask + 1);
    const counts = new Uint32Array(mask + 1);
    const slots = new Uint32Array(end - from);
    for (let at = from; at < end; at += 1) {
      const term = piles.terms[at] ?? 0;
      let slot = term & mask;
      while (keys[slot] !== 0 && keys[slot] !== term) slot = (slot + 1) & mask;
      keys[slot] = term;
      counts[slot] = (counts[slot] ?? 0) + 1;
      slots[at - from] = slot;
    }
    // From here on a shared term's slot holds its number, one more than that, in place of the term.
    keys.fill(0);
    for (let at = from; at < end; at += 1) {
      const slot = slots[at - from] ?? 0;
      const count = counts[slot] ?? 0;
      if (count < 2) continue;
      if (keys[slot] === 0) keys[slot] = spread.push(count);
      numbers[piles.entries[at] ?? 0] = (keys[slot] ?? 0) - 1;
    }
  }
  let next = 0;
  return {
    numbers: articles.map(({ terms }) => {
      next += terms.length;
      return numbers.subarray(next - terms.length, next);
    }),
    spread: Uint32Array.from(spread),
  };
}

const pileCount = 256;

/** All terms of all articles, pile by pile, each with its place in the row of all. */
function deal(
  articles: readonly ArticleTerms[],
  total: number,
): { readonly from: Uint32Array; readonly terms: Uint32Array; readonly entries: Uint32Array } {
  const from = new Uint32Array(pileCount + 1);
  for (const { terms } of articles) {
    for (let place = 0; place < terms.length; place += 1) {
      const after = ((terms[place] ?? 0) >>> 24) + 1;
      from[after] = (from[after] ?? 0) + 1;
    }
  }
  for (let pile = 0; pile < pileCount; pile += 1) from[pile + 1] = (from[pile + 1] ?? 0) + (from[pile] ?? 0);
  const next = from.slice();
  const dealt = { from, terms: new Uint32Array(total), entries: new Uint32Array(total) };
  let entry = 0;
  for (const { terms } of articles) {
    for (let place = 0; place < terms.length; place += 1) {
      const term = terms[place] ?? 0;
      const at = next[term >>> 24] ?? 0;
      next[term >>> 24] = at + 1;
      dealt.terms[at] = term;
      dealt.entries[at] = entry;
      entry += 1;
    }
  }
  return dealt;
}

function post(
  held: readonly Int32Array[],
  weights: readonly Float32Array[],
  terms: number,
  amountOf: (article: number) => number,
): Postings {
  const from = new Uint32Array(terms + 1);
  held.forEach((ids, article) => {
    const end = amountOf(article);
    for (let index = 0; index < end; index += 1) from[(ids[index] ?? 0) + 1] = (from[(ids[index] ?? 0) + 1] ?? 0) + 1;
  });
  for (let term = 0; term < terms; term += 1) from[term + 1] = (from[term + 1] ?? 0) + (from[term] ?? 0);
  const next = from.slice();
  const articles = new Uint32Array(from[terms] ?? 0);
  const column = new Float32Array(articles.length);
  held.forEach((ids, article) => {
    const end = amountOf(article);
    for (let index = 0; index < end; index += 1) {
      const at = next[ids[index] ?? 0] ?? 0;
      next[ids[index] ?? 0] = at + 1;
      articles[at] = article;
      column[at] = weights[article]?.[index] ?? 0;
    }
  });
  return { from, articles, weights: column };
}
