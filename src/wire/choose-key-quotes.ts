import type { FoundQuote } from "./find-quotes.ts";

/** A quotation chosen for a digest, with the reason in words. */
export interface ChosenQuote {
  readonly quote: FoundQuote;
  readonly why: string;
}

interface Candidate extends ChosenQuote {
  readonly weight: number;
  readonly speaker: string;
}

const most = 3;
/** In words: shorter says nothing by itself, longer is no key quote. */
const fewestWords = 6;
const mostWords = 60;
/** The share of its longer words that headline or standfirst have already told, above which a quotation repeats them. */
const repetition = 0.6;

/**
 * Up to three quotations for weight: of 6 to 60 words, by a known speaker, not telling again what headline or standfirst told; whole sentences and named speakers
 * weigh more, different speakers go first. In the order of the piece. Each says why it was chosen.
 */
export function chooseKeyQuotes(article: {
  readonly quotes: readonly FoundQuote[];
  readonly headline: string;
  readonly standfirst: string | null;
  readonly text: string;
}): readonly ChosenQuote[] {
  const told = [article.headline, article.standfirst ?? ""].map((line) => wordsIn(line).filter(isLong)).map((words) => new Set(words));
  const seen = new Set<string>();
  const candidates: Candidate[] = [];
  for (const quote of article.quotes) {
    const words = wordsIn(quote.text);
    const key = words.join(" ");
    if (seen.has(key)) continue;
    seen.add(key);
    const candidate = weigh(quote, words, told);
    if (candidate !== null) candidates.push(candidate);
  }
  const ranked = candidates.toSorted((a, b) => b.weight - a.weight || a.quote.start - b.quote.start);
  return pick(ranked)
    .toSorted((a, b) => a.quote.start - b.quote.start)
    .map(({ quote, why, speaker }) => ({ quote, why: why + amongOthers(candidates, speaker) }));
}

/** The weightiest of each speaker, then the weightiest of the rest. */
function pick(ranked: readonly Candidate[]): readonly Candidate[] {
  const firsts = ranked.filter((candidate, index) => ranked.findIndex(({ speaker }) => speaker === candidate.speaker) === index);
  const rest = ranked.filter((candidate) => !firsts.includes(candidate));
  return [...firsts, ...rest].slice(0, most);
}

function weigh(quote: FoundQuote, words: readonly string[], told: readonly ReadonlySet<string>[]): Candidate | null {
  if (quote.speaker === null || words.length < fewestWords || words.length > mostWords) return null;
  const long = words.filter(isLong);
  const repeated = Math.max(...told.map((line) => (long.length === 0 ? 0 : long.filter((word) => line.has(word)).length / long.length)));
  if (repeated > repetition) return null;
  const whole = /^[^\p{L}\p{N}]*[\p{Lu}\p{Lo}\p{N}]/u.test(quote.text) && /[.!?…。！？؟,][”’»"']?$/u.test(quote.text);
  const named = isNamed(quote.speaker.name);
  // Beyond thirty words length adds nothing.
  const weight = (whole ? 2 : 0) + (named ? 1 : 0) + Math.min(words.length, 30) / 30 - repeated;
  const who = [quote.speaker.name, quote.speaker.role].filter((part) => part !== null).join(", ");
  const why = `${whole ? "a whole sentence" : "part of a sentence"} of ${words.length} words by ${who}${named ? "" : " (not named)"}`;
  return { quote, why, weight, speaker: quote.speaker.name };
}

function amongOthers(candidates: readonly Candidate[], speaker: string): string {
  const count = candidates.filter((candidate) => candidate.speaker === speaker).length;
  return count > 1 ? `; chosen from ${count} by this speaker` : "";
}

/** A name, not "a spokesman for the ministry". */
function isNamed(name: string): boolean {
  return /^\P{Ll}/u.test(name) && !/^(?:the|an?|one|another|some|several|two|three|many|his|her|their|its|our)\s/i.test(name);
}

function isLong(word: string): boolean {
  return word.length > 3;
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:[’'][\p{L}]+)*/gu) ?? [];
}
