import { type ArticleTerms, isSilent, joinedWords, nowhere, type Words, wordsAt } from "./article-terms.ts";
import type { TermIndex } from "./term-index.ts";

/** Two words that stand together, or a name, are a subject when one of the headlines has them, or both articles more than once; one word only then. */
const headlineCount = 8;
const subjectCount = 2;
/** A second phrase is worth naming when it says at least this share of what the first says. */
const worthNaming = 0.4;
/** Among so many of the heaviest shared subjects the phrases are looked for. */
const consideredTerms = 20;
/** Words up to this length are no subject: mostly "the", "and", "for". */
const shortWord = 3;

interface Shared {
  /** Where the first article has it, as `ArticleTerms.at` counts, and where the other. */
  readonly at: number;
  readonly there: number;
  readonly weight: number;
  /** How often it stands in the article that has it less often. */
  readonly least: number;
}

interface Phrase {
  /** The whole as it stands in the text, and when it is two words, each. */
  readonly words: readonly string[];
  /** Two words, or a name. */
  readonly strong: boolean;
}

/**
 * Finds what two articles are both about: the heaviest terms they share, as the first one writes them. Words that are no subject in any story (see
 * `silentWords`) are left out. Two words together and names say more than single words.
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

  /**
   * At most two phrases, names and pairs of words first, then the weightier; none when they share no subject.
   * @param strict single words will not do
   */
  between(article: number, other: number, strict: boolean): readonly string[] {
    this.#turnTo(article);
    let least = 0;
    let phrases: Phrase[] = [];
    for (const shared of this.#heaviest(article, other)) {
      if (shared.weight < least) break;
      const phrase = this.#phrase(shared, other);
      if (phrase === null) continue;
      if (phrases.length === 0) least = shared.weight * worthNaming;
      const overlapping = phrases.filter(({ words }) => words.some((part) => phrase.words.some((word) => sameWord(part, word))));
      if (overlapping.length === 0) {
        if (phrases.length < 2) phrases.push(phrase);
        else if (phrase.strong && !phrases.some(({ strong }) => strong)) phrases = [phrase, ...phrases.slice(0, 1)];
      } else if (overlapping.every(({ words }) => words.length < phrase.words.length)) {
        // "ferry fares" takes the place of "ferry", and of "fares".
        phrases = phrases.map((one) => (one === overlapping[0] ? phrase : one)).filter((one) => !overlapping.includes(one));
      }
    }
    if (strict && !phrases.some(({ strong }) => strong)) return [];
    return phrases.sort((a, b) => Number(b.strong) - Number(a.strong)).map(({ words }) => (words[0] ?? "").replaceAll(/\s+/g, " "));
  }

  #phrase({ at, there, least }: Shared, other: number): Phrase | null {
    const language = this.#articles[this.#current]?.language ?? "";
    const [whole = "", first, second] = wordsAt(this.#joined, at);
    if (first !== undefined && second !== undefined) {
      const telling = isTelling(first, language) && (isTelling(second, language) || /^\p{Lu}/u.test(second));
      return telling ? { words: [whole, first, second], strong: true } : null;
    }
    if (!isTelling(whole, language)) return null;
    if (isNameIn(this.#joined, whole)) return this.#name(whole, there, other);
    return least < subjectCount ? null : { words: [whole], strong: false };
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

  /** "Attard" as "Grace Attard" when both call that person so, once at least; a surname alone may be two people's. */
  #name(name: string, there: number, other: number): Phrase | null {
    const article = this.#articles[other];
    const text = article === undefined ? "" : joinedWords(article);
    if (!/^\p{Lu}/u.test(wordsAt(text, there)[0] ?? "")) return null;
    for (const [whole, first = ""] of this.#joined.matchAll(
      new RegExp(`(?<=[\\p{Ll},;] )(\\p{Lu}[\\p{L}\\p{M}’'-]+) ${name}(?![\\p{L}\\p{M}\\p{N}])`, "gu"),
    )) {
      if (isTelling(first, article?.language ?? "") && text.includes(whole)) return { words: [whole, first, name], strong: true };
    }
    return { words: [name], strong: false };
  }

  #heaviest(article: number, other: number): readonly Shared[] {
    const mine = this.#terms[article];
    const theirs = this.#terms[other];
    const { weights, places, held } = this.#index;
    const found: Shared[] = [];
    held[other]?.forEach((id, index) => {
      const here = (this.#places[id] ?? 0) - 1;
      if (here === -1) return;
      const place = places[article]?.[here] ?? 0;
      const otherPlace = places[other]?.[index] ?? 0;
      const count = mine?.counts[place] ?? 0;
      const otherCount = theirs?.counts[otherPlace] ?? 0;
      const least = Math.min(count, otherCount);
      if (least < subjectCount && Math.max(count, otherCount) < headlineCount) return;
      const weight = (weights[article]?.[here] ?? 0) * (weights[other]?.[index] ?? 0);
      const last = found.at(-1);
      if (found.length === consideredTerms && last !== undefined && last.weight >= weight) return;
      const at = mine?.at[place] ?? nowhere;
      if (at === nowhere) return;
      // Of two terms that say as much, the one that stands first in the article.
      let rank = found.length;
      while (rank > 0 && isAfter(found[rank - 1], weight, at)) rank -= 1;
      found.splice(rank, 0, { at, there: theirs?.at[otherPlace] ?? nowhere, weight, least });
      if (found.length > consideredTerms) found.pop();
    });
    return found;
  }
}

/** Long enough, an acronym, or in letters that are not Latin, where a word may be short; never a figure alone, nor a word that is no subject. */
function isTelling(word: string, language: string): boolean {
  return (
    (word.length > shortWord || /^\p{Lu}+$|[^\p{Script=Latin}]/u.test(word)) && !/^[\p{N}\p{P}]+$/u.test(word) && !isSilent(word, language)
  );
}

/** Whether a word stands with a capital inside a sentence, where only names do (and in German the nouns). */
function isNameIn(text: string, word: string): boolean {
  if (!/^\p{Lu}/u.test(word)) return false;
  for (let at = text.indexOf(` ${word}`); at > 0; at = text.indexOf(` ${word}`, at + 1)) {
    if (/[\p{Ll},;]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}

function isAfter(listed: { readonly at: number; readonly weight: number } | undefined, weight: number, at: number): boolean {
  return listed !== undefined && (listed.weight < weight || (listed.weight === weight && listed.at > at));
}

function sameWord(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
