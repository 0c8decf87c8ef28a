import { silentWords } from "./silent-words.ts";
import { foldUnit, noWord, silentMark, standsAlone } from "./word-units.ts";

/** The words an article is judged by. */
export interface Words {
  readonly headline: string;
  readonly standfirst: string | null;
  readonly text: string;
  readonly language: string;
  readonly topics: readonly { readonly id: string }[];
}

/**
 * The terms of one article, in the order they first appear: its words, shortened, and each two that stand side by side.
 * The columns belong together. A term is a number made from its letters, so that articles read apart can be compared.
 */
export interface ArticleTerms {
  readonly terms: Uint32Array;
  /** How often each stands there; in the headline eight times as much, in the standfirst twice. */
  readonly counts: Float32Array;
  /** Where each can be read: twice the offset into headline, standfirst and text, joined by line ends, and one more for a pair; `nowhere` for a topic. */
  readonly at: Uint32Array;
  /** The first so many are the headline's. */
  readonly ofHeadline: number;
}

export const nowhere = 0xffffffff;
/** A topic given by the editor is a term beside the words: rare topics join stories, those of half the newsroom hardly do. */
const topicCounts = 3;
const headlineCounts = 8;
const standfirstCounts = 2;
/** A word that is no subject in any story hardly counts, nor do two of them; beside another word it makes a turn of phrase, which counts for less. */
const silentCounts = 0.01;
const halfSilentCounts = 0.7;
/** Words are compared by so many letters at most, the plural's ending left off, which joins most forms of a word in most languages. */
const comparedLetters = 7;

/** The pieces of an article that terms are read from, joined as `ArticleTerms.at` counts. */
export function joinedWords({ headline, standfirst, text }: Words): string {
  return `${headline}\n${standfirst ?? ""}\n${text}`;
}

/** Reads the terms of one article; the time it takes grows with its length alone. */
export function readTerms(words: Words): ArticleTerms {
  const silent = silentTerms(words.language);
  tally.clear();
  let from = 0;
  let ofHeadline = 0;
  for (const [piece, counts] of [
    [words.headline, headlineCounts],
    [words.standfirst ?? "", standfirstCounts],
    [words.text, 1],
  ] as const) {
    scan(piece, from, counts, silent, tally);
    if (counts === headlineCounts) ofHeadline = tally.size;
    from += piece.length + 1;
  }
  for (const { id } of words.topics) tally.add(topicTerm(id), topicCounts, nowhere, true);
  return tally.finish(ofHeadline);
}

/** Terms, asked about for every word of every text: the table by their last bits says no fast, and mostly. */
class SilentTerms {
  readonly #terms: ReadonlySet<number>;
  readonly #maybe = new Uint8Array(0x4000);

  constructor(terms: Uint32Array) {
    this.#terms = new Set(terms);
    for (const term of terms) this.#maybe[term & 0x3fff] = 1;
  }

  has(term: number): boolean {
    return this.#maybe[term & 0x3fff] === 1 && this.#terms.has(term);
  }
}

const noneSilent = new SilentTerms(new Uint32Array());
const silentTermsOf = new Map<string, SilentTerms>();

/** The terms of the words that are no subject in a language. */
function silentTerms(language: string): SilentTerms {
  const code = language.toLowerCase().split("-")[0] ?? "";
  const known = silentTermsOf.get(code);
  if (known !== undefined) return known;
  tally.clear();
  scan(silentWords(code), 0, 1, noneSilent, tally);
  const found = new SilentTerms(tally.finish(0).terms);
  silentTermsOf.set(code, found);
  return found;
}

/** Whether one word, in any of its forms that count as one, is no subject in any story. */
export function isSilent(word: string, language: string): boolean {
  const silent = silentTerms(language);
  tally.clear();
  scan(word, 0, 1, silent, tally);
  return (tally.finish(0).counts[0] ?? 0) < 1;
}

/** A term as written, read where `ArticleTerms.at` says: its words, and all between the first and the last. */
export function wordsAt(joined: string, at: number): readonly string[] {
  const from = at >>> 1;
  const firstEnd = endOfWord(joined, from);
  if ((at & 1) === 0) return [joined.slice(from, firstEnd)];
  let next = firstEnd;
  while (next < joined.length && isOutside(joined.charCodeAt(next))) next += 1;
  const end = endOfWord(joined, next);
  return [joined.slice(from, end), joined.slice(from, firstEnd), joined.slice(next, end)];
}

/** Begins as no word can, so that a topic is not taken for the word it is called by. */
function topicTerm(id: string): number {
  let hash = 0x811c9dc5 ^ 35;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return mix(hash);
}

function endOfWord(text: string, from: number): number {
  let end = from;
  if (end < text.length && foldUnit(text.charCodeAt(end)) !== noWord && standsAlone(text.charCodeAt(end))) return end + 1;
  while (end < text.length && !isOutside(text.charCodeAt(end)) && !standsAlone(text.charCodeAt(end))) end += 1;
  return end;
}

function isOutside(unit: number): boolean {
  return foldUnit(unit) === noWord;
}

function scan(text: string, from: number, counts: number, silent: SilentTerms, tally: Tally): void {
  let before = 0;
  let beforeAt = 0;
  let longBefore = false;
  let hushedBefore = false;
  let index = 0;
  while (index < text.length) {
    const unit = text.charCodeAt(index);
    let letter = foldUnit(unit);
    if (letter === noWord) {
      if (parts(unit)) before = 0;
      index += 1;
      continue;
    }
    const start = index;
    let hash = 0x811c9dc5;
    // The last letter waits: an s at the end is left off.
    let waiting = 0;
    let length = 0;
    let counted = false;
    const alone = standsAlone(unit);
    do {
      if (letter !== silentMark) {
        if (waiting !== 0 && length <= comparedLetters) hash = Math.imul(hash ^ waiting, 0x01000193);
        waiting = letter;
        length += 1;
        if (letter >= 48 && letter <= 57) counted = true;
      }
      index += 1;
      if (alone || index >= text.length) break;
      letter = foldUnit(text.charCodeAt(index));
    } while (letter !== noWord && !standsAlone(text.charCodeAt(index)));
    if (waiting !== 0 && length <= comparedLetters && !(waiting === 115 && length > 3)) hash = Math.imul(hash ^ waiting, 0x01000193);
    const capitals = isAcronym(text, start, index);
    if (length >= 3 || counted || alone || capitals) {
      const term = mix(hash);
      const hushed = silent.has(term) && !capitals;
      tally.add(term, hushed ? counts * silentCounts : counts, (from + start) * 2, isSmall(text.charCodeAt(start)));
      // “are the” and “out for” are no subject: of two that stand together, one is a longer word.
      const long = length >= 4 || counted || alone || capitals;
      if (before !== 0 && (long || longBefore)) {
        const says = counts * (!hushed && !hushedBefore ? 1 : hushed && hushedBefore ? silentCounts : halfSilentCounts);
        tally.add(mix(Math.imul(before, 0x9e3779b1) ^ term), says, (from + beforeAt) * 2 + 1, isSmall(text.charCodeAt(beforeAt)));
      }
      before = term;
      hushedBefore = hushed;
      longBefore = long;
      beforeAt = start;
    } else if (!followsApostrophe(text, start)) before = 0;
  }
}

/** Words on both sides of a space, a hyphen or an apostrophe stand together; anything else parts them. */
function parts(unit: number): boolean {
  return unit !== 32 && unit !== 45 && unit !== 39 && unit !== 0x2019 && unit !== 0xa0 && unit !== 10 && unit !== 0x2010 && unit !== 0x2011;
}

function followsApostrophe(text: string, start: number): boolean {
  const unit = text.charCodeAt(start - 1);
  return unit === 39 || unit === 0x2019;
}

/** `EU`, `WHO`: two or three capitals say more than as many letters do otherwise. */
function isAcronym(text: string, start: number, end: number): boolean {
  if (end - start > 3) return false;
  for (let at = start; at < end; at += 1) if (isSmall(text.charCodeAt(at))) return false;
  return end - start >= 2;
}

function isSmall(unit: number): boolean {
  return unit === foldUnit(unit);
}

/** Spreads a hash over all 32 bits (the finaliser of MurmurHash3); never 0, which stands for nothing. */
function mix(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  mixed ^= mixed >>> 16;
  return mixed >>> 0 || 1;
}

const roomForTerms = 2048;

/** Counts terms in the order they come; an open table of numbers, because a Map of two million pairs of words is slow. */
class Tally {
  size = 0;
  #slots = new Int32Array(roomForTerms * 2);
  #terms = new Uint32Array(roomForTerms);
  #counts = new Float32Array(roomForTerms);
  #at = new Uint32Array(roomForTerms);
  #small = new Uint8Array(roomForTerms);

  add(term: number, count: number, at: number, small: boolean): void {
    const mask = this.#slots.length - 1;
    let slot = term & mask;
    for (let place = this.#slots[slot] ?? -1; place !== -1; place = this.#slots[slot] ?? -1) {
      if (this.#terms[place] === term) {
        this.#counts[place] = (this.#counts[place] ?? 0) + count;
        // "ferry fares" reads better in a reason than "Ferry fares" from the beginning of a sentence.
        if (small && this.#small[place] === 0) {
          this.#at[place] = at;
          this.#small[place] = 1;
        }
        return;
      }
      slot = (slot + 1) & mask;
    }
    if (this.size === this.#terms.length) {
      this.#grow();
      this.add(term, count, at, small);
      return;
    }
    this.#slots[slot] = this.size;
    this.#terms[this.size] = term;
    this.#counts[this.size] = count;
    this.#at[this.size] = at;
    this.#small[this.size] = small ? 1 : 0;
    this.size += 1;
  }

  /** Makes room for another article; what a very long one needed is given back. */
  clear(): void {
    this.size = 0;
    if (this.#terms.length > roomForTerms * 16) {
      this.#slots = new Int32Array(roomForTerms * 2);
      this.#terms = new Uint32Array(roomForTerms);
      this.#counts = new Float32Array(roomForTerms);
      this.#at = new Uint32Array(roomForTerms);
      this.#small = new Uint8Array(roomForTerms);
    }
    this.#slots.fill(-1);
  }

  finish(ofHeadline: number): ArticleTerms {
    const { size } = this;
    return { terms: this.#terms.slice(0, size), counts: this.#counts.slice(0, size), at: this.#at.slice(0, size), ofHeadline };
  }

  #grow(): void {
    const length = this.#terms.length * 2;
    const longer = <Column extends Uint32Array | Float32Array | Uint8Array>(fresh: Column, old: Column): Column => {
      fresh.set(old);
      return fresh;
    };
    this.#terms = longer(new Uint32Array(length), this.#terms);
    this.#counts = longer(new Float32Array(length), this.#counts);
    this.#at = longer(new Uint32Array(length), this.#at);
    this.#small = longer(new Uint8Array(length), this.#small);
    this.#slots = new Int32Array(length * 2).fill(-1);
    const mask = this.#slots.length - 1;
    for (let place = 0; place < this.size; place += 1) {
      let slot = (this.#terms[place] ?? 0) & mask;
      while (this.#slots[slot] !== -1) slot = (slot + 1) & mask;
      this.#slots[slot] = place;
    }
  }
}

// Used again for each article: making room costs more than reading.
const tally = new Tally();
