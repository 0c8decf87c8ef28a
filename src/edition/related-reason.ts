import { type ArticleTerms, joinedWords, nowhere, type Words, wordsAt } from "./article-terms.ts";
import type { TermIndex } from "./term-index.ts";

/** A shared term is a subject when it stands in one of the headlines, or more than once in both articles. */
const headlineCount = 8;
const subjectCount = 2;
/** A second phrase is worth naming when it says at least this share of what the first says. */
const worthNaming = 0.4;
/** Among so many of the heaviest shared subjects the phrases are looked for. */
const consideredTerms = 20;
/** Words up to this length are left out of phrases: mostly "the", "and", "for". */
const shortWord = 3;

/**
 * Finds what two articles are both about: the heaviest terms they share, as the first one writes them, pairs of words before single ones.
 * Asked about many neighbours of one article in turn, it reads that article once.
 */
export class SharedWords {
  readonly #index: TermIndex;
  readonly #terms: readonly ArticleTerms[];
  readonly #articles: readonly Words[];
  /** By term, one more than where the current article holds it; 0 where it does not. */
  readonly #places: Uint32Array;
  #current = -1;
  #joined = "";

  constructor(index: TermIndex, terms: readonly ArticleTerms[], articles: readonly Words[]) {
    this.#index = index;
    this.#terms = terms;
    this.#articles = articles;
    this.#places = new Uint32Array(index.rarity.length);
  }

  /** At most two phrases, the weightier first; none when they share no subject. */
  between(article: number, other: number): readonly string[] {
    this.#turnTo(article);
    let least = 0;
    let phrases: (readonly string[])[] = [];
    for (const { at, weight } of this.#heaviest(article, other)) {
      if (weight < least) break;
      const words = phraseAt(this.#joined, at);
      if (words.length === 0) continue;
      if (phrases.length === 0) least = weight * worthNaming;
      const overlapping = phrases.filter((phrase) => phrase.some((part) => words.some((word) => sameWord(part, word))));
      if (overlapping.length === 0) {
        if (phrases.length < 2) phrases.push(words);
      } else if (overlapping.every((phrase) => phrase.length < words.length)) {
        // "ferry fares" takes the place of "ferry", and of "fares".
        phrases = phrases.map((phrase) => (phrase === overlapping[0] ? words : phrase)).filter((phrase) => !overlapping.includes(phrase));
      }
    }
    return phrases.map((words) => (words[0] ?? "").replaceAll(/\s+/g, " "));
  }

  #turnTo(article: number): void {
    if (article === this.#current) return;
    for (const id of this.#index.held[this.#current] ?? []) this.#places[id] = 0;
    this.#index.held[article]?.forEach((id, place) => {
      this.#places[id] = place + 1;
    });
    const found = this.#articles[article];
    this.#joined = found ? joinedWords(found) : "";
    this.#current = article;
  }

  #heaviest(article: number, other: number): readonly { readonly at: number; readonly weight: number }[] {
    const mine = this.#index.weights[article] ?? new Float32Array();
    const theirs = this.#index.weights[other] ?? new Float32Array();
    const found: { at: number; weight: number }[] = [];
    this.#index.held[other]?.forEach((id, place) => {
      const here = this.#places[id] ?? 0;
      if (here === 0) return;
      if (!this.#isSubject(article, here - 1, other, place)) return;
      const weight = (mine[here - 1] ?? 0) * (theirs[place] ?? 0);
      const last = found.at(-1);
      if (found.length === consideredTerms && last !== undefined && last.weight >= weight) return;
      const at = this.#terms[article]?.at[this.#index.places[article]?.[here - 1] ?? 0] ?? 0;
      if (at === nowhere) return;
      // Of two terms that say as much, the one that stands first in the article.
      let rank = found.length;
      while (rank > 0 && isAfter(found[rank - 1], weight, at)) rank -= 1;
      found.splice(rank, 0, { at, weight });
      if (found.length > consideredTerms) found.pop();
    });
    return found;
  }

  #isSubject(article: number, here: number, other: number, there: number): boolean {
    const mine = this.#terms[article]?.counts[this.#index.places[article]?.[here] ?? 0] ?? 0;
    const theirs = this.#terms[other]?.counts[this.#index.places[other]?.[there] ?? 0] ?? 0;
    return Math.min(mine, theirs) >= subjectCount || Math.max(mine, theirs) >= headlineCount;
  }
}

/** A term's words without short ones at the ends: the whole phrase, and when there are two words, each. */
function phraseAt(joined: string, at: number): readonly string[] {
  const [whole = "", first, second] = wordsAt(joined, at);
  if (first === undefined || second === undefined) return isTelling(whole) ? [whole] : [];
  const kept = [first, second].filter((word, place) => isTelling(word) || (place === 1 && /^\p{Lu}/u.test(word)));
  return kept.length === 2 ? [whole, first, second] : kept.filter(isTelling);
}

/** Long enough, a figure, an acronym, or in letters that are not Latin, where a word may be short. */
function isTelling(word: string): boolean {
  return word.length > shortWord || /\p{N}|^\p{Lu}+$|[^\p{Script=Latin}]/u.test(word);
}

function isAfter(listed: { readonly at: number; readonly weight: number } | undefined, weight: number, at: number): boolean {
  return listed !== undefined && (listed.weight < weight || (listed.weight === weight && listed.at > at));
}

function sameWord(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
