import { keptTerms, type TermIndex } from "./term-index.ts";

/** One article as another's neighbour. */
export interface Near {
  /** Its place in the list. */
  readonly other: number;
  /** How near: 1 would be the article itself, were it written on the same day and named by none. */
  readonly score: number;
  /** How alike in words alone: cosine, 0 to 1. */
  readonly likeness: number;
}

export interface Neighbourhood {
  /** Nearest first. */
  readonly near: readonly Near[];
  /** Those that tell the same story: copies of one another, and updates. */
  readonly same: readonly number[];
}

/** What is known of an article beside its terms. */
export interface Beside {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly published: number;
  readonly section: string | null;
  readonly topics: readonly string[];
  /** The places of articles that it links to in its text, or that link to it in theirs. */
  readonly linked: ReadonlySet<number>;
}

/** A neighbour below this share of likeness (cosine, 0 to 1) is no neighbour. */
const leastLikeness = 0.012;
/** Two articles tell one story when so much of the shorter stands in the longer; less is enough within a month: updates, corrections, takes. */
const copied = 0.85;
const updated = 0.6;
/** Below this cosine two articles are not looked at so closely. */
const maybeCopied = 0.25;
/** An article whose headline stands word for word in the later one's text counts so many times more. */
const namedCounts = 4;
/** After a year the nearness is `2 ** -fading` of what it was. */
const fading = 0.6;
const topicCounts = 0.1;
const mostTopics = 3;
const sectionCounts = 0.05;
const mostPush = (1 + topicCounts * mostTopics) * (1 + sectionCounts);
/** A link in the text outweighs any likeness. */
const linkCounts = 10;

/** Two ways of adding up the same numbers differ by less. */
const generous = 1 + 1e-6;

const day = 86_400_000;
const month = 31;

/**
 * Finds the nearest articles of each article: by the terms they share (weights as the index gives them, divided by the root of the other's length:
 * "pivoted" length normalisation, Singhal et al. 1996, in a form that needs no average), more for an earlier article whose headline the later one
 * carries in its text, less the longer apart they appeared, a little more for shared topics and section, and before all others where one links to
 * the other.
 */
export class NearestArticles {
  readonly #index: TermIndex;
  readonly #beside: readonly Beside[];
  readonly most: number;
  readonly #sums: Sums;
  readonly #published: Float64Array;
  readonly #roots: Float64Array;
  readonly #fades: Float64Array;
  readonly #overlap: Overlap;

  /** @param most how many neighbours an article has at most */
  constructor(index: TermIndex, beside: readonly Beside[], most: number) {
    const count = beside.length;
    this.#index = index;
    this.#beside = beside;
    this.most = most;
    this.#sums = { likeness: new Float64Array(count), named: new Float64Array(count), touched: new Uint32Array(count) };
    this.#published = Float64Array.from(beside, ({ published }) => published);
    this.#roots = index.lengths.map(Math.sqrt);
    this.#fades = fadingByDay(this.#published);
    this.#overlap = new Overlap(index);
  }

  of(article: number): Neighbourhood {
    const best = new Best(this.most, this.#beside);
    const same: number[] = [];
    const linked = this.#beside[article]?.linked ?? new Set<number>();
    const found = new Map<number, number>();
    this.#eachAlike(article, (other, dot, naming) => {
      if (linked.has(other)) found.set(other, dot);
      const cosine = this.#cosine(article, other, dot);
      if (cosine < leastLikeness) return;
      if (cosine >= maybeCopied && this.#tellOneStory(article, other)) same.push(other);
      const nearness = this.#nearness(article, other, dot, naming);
      // Most can be seen to be too far without looking at their topics and their date.
      if (nearness * mostPush < best.least || linked.has(other)) return;
      best.offer({ other, score: nearness * this.#push(article, other), likeness: cosine });
    });
    for (const other of linked) {
      const dot = found.get(other) ?? 0;
      const score = linkCounts + this.#nearness(article, other, dot, 0) * this.#push(article, other);
      best.offer({ other, score, likeness: this.#cosine(article, other, dot) });
    }
    return { near: best.list(), same };
  }

  /**
   * Calls for each article whose neighbourhood this one, having changed, may have to enter; seldom for one more, never for one less.
   * @param leastOf the score of another's last neighbour, 0 when it has room
   */
  eachReached(article: number, leastOf: (other: number) => number, call: (other: number) => void): void {
    this.#eachAlike(article, (other, dot, naming) => {
      const cosine = this.#cosine(article, other, dot) * generous;
      if (cosine < leastLikeness) return;
      // Of two that appeared at one moment, either may carry the other's headline.
      const named = this.#published[article] === this.#published[other] ? 1 : naming;
      const score = this.#nearness(other, article, dot, named) * this.#push(other, article) * generous;
      if (cosine >= maybeCopied || score >= leastOf(other)) call(other);
    });
  }

  #eachAlike(article: number, call: (other: number, dot: number, naming: number) => void): void {
    const amount = gather(this.#index, this.#published, article, this.#sums);
    const { likeness, named, touched } = this.#sums;
    for (let at = 0; at < amount; at += 1) {
      const other = touched[at] ?? 0;
      const dot = likeness[other] ?? 0;
      const naming = named[other] ?? 0;
      likeness[other] = 0;
      named[other] = 0;
      if (other !== article) call(other, dot, naming);
    }
  }

  #cosine(article: number, other: number, dot: number): number {
    return dot / ((this.#index.lengths[article] ?? 1) * (this.#index.lengths[other] ?? 1));
  }

  #nearness(article: number, other: number, dot: number, naming: number): number {
    const whole = Math.min(1, naming);
    const root = this.#roots[article] ?? 1;
    return (dot / (root * root * root * (this.#roots[other] ?? 1))) * (1 + namedCounts * whole * whole);
  }

  #push(article: number, other: number): number {
    const me = this.#beside[article];
    const them = this.#beside[other];
    if (me === undefined || them === undefined) return 1;
    const topics = me.topics.length === 0 ? 0 : them.topics.filter((topic) => me.topics.includes(topic)).length;
    const section = me.section !== null && me.section === them.section ? 1 + sectionCounts : 1;
    return (1 + topicCounts * Math.min(topics, mostTopics)) * section * (this.#fades[this.#daysBetween(article, other)] ?? 1);
  }

  #tellOneStory(article: number, other: number): boolean {
    return this.#overlap.between(article, other) >= (this.#daysBetween(article, other) < month ? updated : copied);
  }

  #daysBetween(article: number, other: number): number {
    return Math.floor(Math.abs((this.#published[article] ?? 0) - (this.#published[other] ?? 0)) / day);
  }
}

/** Room for adding up, article by article; all zero between two uses. */
interface Sums {
  readonly likeness: Float64Array;
  readonly named: Float64Array;
  readonly touched: Uint32Array;
}

/** Adds up, for all articles that share a term with this one, likeness and how much of the earlier one's headline the later one carries. */
function gather(index: TermIndex, published: Float64Array, article: number, { likeness, named, touched }: Sums): number {
  const { holders, namers, rarity, headlines } = index;
  const ids = index.held[article] ?? new Int32Array();
  const weights = index.weights[article] ?? new Float32Array();
  const mine = published[article] ?? 0;
  let amount = 0;
  for (let at = 0; at < ids.length; at += 1) {
    const term = ids[at] ?? 0;
    const weight = weights[at] ?? 0;
    const end = holders.from[term + 1] ?? 0;
    for (let place = holders.from[term] ?? 0; place < end; place += 1) {
      const other = holders.articles[place] ?? 0;
      if (likeness[other] === 0) {
        touched[amount] = other;
        amount += 1;
      }
      likeness[other] = (likeness[other] ?? 0) + weight * (holders.weights[place] ?? 0);
    }
    const last = namers.from[term + 1] ?? 0;
    for (let place = namers.from[term] ?? 0; place < last; place += 1) {
      const other = namers.articles[place] ?? 0;
      if ((published[other] ?? 0) <= mine) named[other] = (named[other] ?? 0) + (rarity[term] ?? 0) / (headlines[other] || 1);
    }
  }
  const headline = index.ofHeadline[article] ?? 0;
  for (let at = 0; at < headline; at += 1) {
    const term = ids[at] ?? 0;
    const share = (rarity[term] ?? 0) / (headlines[article] || 1);
    const end = holders.from[term + 1] ?? 0;
    for (let place = holders.from[term] ?? 0; place < end; place += 1) {
      const other = holders.articles[place] ?? 0;
      if ((published[other] ?? 0) > mine) named[other] = (named[other] ?? 0) + share;
    }
  }
  return amount;
}

/** How much of the shorter of two articles stands in the longer, by the terms they share. */
class Overlap {
  readonly #index: TermIndex;
  readonly #holder: Int32Array;

  constructor(index: TermIndex) {
    this.#index = index;
    this.#holder = new Int32Array(index.rarity.length).fill(-1);
  }

  between(article: number, other: number): number {
    const { held, sizes } = this.#index;
    const mine = held[article] ?? new Int32Array();
    if (mine[0] !== undefined && this.#holder[mine[0]] !== article) for (const id of mine) this.#holder[id] = article;
    let shared = 0;
    for (const id of held[other] ?? []) if (this.#holder[id] === article) shared += 1;
    return shared / Math.max(1, Math.min(sizes[article] ?? 1, sizes[other] ?? 1, keptTerms));
  }
}

/** How much nearness is left after so many days. */
function fadingByDay(published: Float64Array): Float64Array {
  const span = published.reduce((a, b) => Math.max(a, b), -Infinity) - published.reduce((a, b) => Math.min(a, b), Infinity);
  const days = Number.isFinite(span) ? Math.floor(span / day) + 1 : 1;
  return Float64Array.from({ length: days }, (_, apart) => (1 + apart / 365) ** -fading);
}

/** Keeps the best few of many. Of two equally near the one whose id comes first. */
class Best {
  readonly #most: number;
  readonly #beside: readonly Beside[];
  readonly #near: Near[] = [];

  constructor(most: number, beside: readonly Beside[]) {
    this.#most = most;
    this.#beside = beside;
  }

  offer(found: Near): void {
    const near = this.#near;
    const last = near.at(-1);
    if (near.length === this.#most && last !== undefined && !this.#before(found, last)) return;
    let at = near.length;
    while (at > 0) {
      const above = near[at - 1];
      if (above === undefined || this.#before(above, found)) break;
      at -= 1;
    }
    near.splice(at, 0, found);
    if (near.length > this.#most) near.pop();
  }

  /** What another must surpass, or equal by its id, to be kept. */
  get least(): number {
    return this.#near.length === this.#most ? (this.#near.at(-1)?.score ?? 0) : 0;
  }

  list(): readonly Near[] {
    return this.#near;
  }

  #before(a: Near, b: Near): boolean {
    if (a.score !== b.score) return a.score > b.score;
    return (this.#beside[a.other]?.id ?? "") < (this.#beside[b.other]?.id ?? "");
  }
}
