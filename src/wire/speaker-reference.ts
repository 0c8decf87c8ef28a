import type { ReadParagraph } from "./quote-tokens.ts";
import type { Mention, NamedPerson } from "./speaker-people.ts";
import { sentenceSubject } from "./speaker-subjects.ts";
import { courtesies, type Gender, prepositions } from "./speaker-words.ts";

/** Someone or something that speaks in the article. */
export interface Voice {
  readonly name: string;
  readonly role: string | null;
  readonly gender: Gender | "group" | "thing" | null;
  /** The person behind it, where it is known: also for "the minister". */
  readonly person: NamedPerson | null;
  readonly start: number;
  readonly end: number;
}

/** How much a mention stands out in its sentence; `null` where it cannot be meant. */
export function prominence(paragraphs: readonly ReadParagraph[], mention: Mention, paragraph: number, token: number): number | null {
  const read = paragraphs[mention.paragraph];
  if (read === undefined) return null;
  const from = read.sentenceFrom[mention.token] ?? 0;
  const same = mention.paragraph === paragraph && from === read.sentenceFrom[token];
  let first = mention.token;
  while (
    first > from &&
    read.tokens[first - 1]?.kind === "word" &&
    (read.tokens[first - 1]?.capital || courtesies.has(read.tokens[first - 1]?.lower ?? ""))
  )
    first -= 1;
  const before = read.tokens[first - 1];
  const topic = before?.lower === "for" && read.tokens[first - 2]?.lower === "as";
  const oblique = first > from && before?.kind === "word" && prepositions.has(before.lower) && !topic;
  const owner =
    read.tokens.slice(mention.token, mention.token + 3).find((word) => word.possessive || word.kind !== "word" || !word.capital)
      ?.possessive === true;
  if (same) return oblique || owner ? -0.5 : 2.5;
  if (mention.speaks) return 2.7;
  const subject = sentenceSubject(read.tokens, from, read.sentenceTo[mention.token] ?? read.tokens.length);
  if (subject?.kind === "person" && subject.nameFrom <= mention.token && mention.token < subject.nameTo) return 2.4;
  if (subject !== null && subject.from <= mention.token && mention.token < subject.to) return owner ? 0.6 : 1.2;
  return oblique || owner ? 0.2 : 1;
}

/** Whole sentences from a token to a later one of the same paragraph. */
export function sentencesBetween(paragraph: ReadParagraph, from: number, to: number): number {
  let count = 0;
  let at = from;
  const goal = paragraph.sentenceFrom[to] ?? to;
  while (at < goal && count < 12) {
    const next = paragraph.sentenceTo[at];
    if (next === undefined || next <= at) break;
    if (next > goal) break;
    at = next;
    count += 1;
  }
  return count;
}

/** How well a pronoun fits a voice; `null` when it cannot. */
export function fits(wanted: Gender | "group" | "thing", voice: Voice): number | null {
  const gender = voice.person?.gender ?? voice.gender;
  switch (wanted) {
    case "male":
    case "female":
      if (gender === wanted) return 0.8;
      return gender === null ? 0 : null;
    case "thing":
      return gender === "thing" ? 0.8 : voice.person === null && gender === null ? -0.5 : null;
    case "group":
      return gender === "group" ? 0.8 : gender === "thing" ? 0.4 : gender === null ? -0.5 : -2;
  }
}
