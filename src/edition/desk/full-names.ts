import { type DeskWord, isCapital } from "./desk-words.ts";
import type { Passage } from "./passages.ts";
import { beginners, particles, speaking, titles } from "./person-words.ts";

/** A naming of somebody by given name and surname. */
export interface FullName {
  readonly passage: Passage;
  /** Initials and particles kept: “Rosa M. Brandão”. */
  readonly name: string;
  readonly given: string;
  readonly surname: string;
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  /** Whether the words around it say that it is a person: an office, an initial, a verb of saying, an apposition. */
  readonly person: boolean;
}

const longestRun = 12;

/** Every naming in full in a passage, in order. Linear in its words. */
export function fullNames(passage: Passage): readonly FullName[] {
  const { text, words } = passage;
  const names: FullName[] = [];
  let at = 0;
  while (at < words.length) {
    const first = words[at];
    if (first === undefined || !isNamePart(first)) {
      at += 1;
      continue;
    }
    let last = at;
    while (last + 1 < words.length && last - at < longestRun && goesOn(text, words, last)) last += 1;
    while (last > at && !isNamePart(words[last])) last -= 1;
    const name = toName(passage, at, last);
    if (name !== null) names.push(name);
    at = last + 1;
  }
  return names;
}

function isNamePart(word: DeskWord | undefined): boolean {
  return word !== undefined && isCapital(word.text) && !beginners.has(lower(word.text)) && !/\d/.test(word.text);
}

/** Whether the name goes on with the next word: joined by a space, after an initial by its dot too. */
function goesOn(text: string, words: readonly DeskWord[], index: number): boolean {
  const one = words[index];
  const two = words[index + 1];
  if (!one || !two || one.quoted !== two.quoted || /[’']s$/.test(one.text)) return false;
  const gap = text.slice(one.end, two.start);
  const initial = one.text.length === 1 || titles.has(lower(one.text));
  if (!/^[^\S\n]$/.test(gap) && !(initial && /^\.[^\S\n]?$/.test(gap))) return false;
  return isNamePart(two) || (particles.has(two.text) && isNamePart(words[index + 2]));
}

function toName(passage: Passage, from: number, to: number): FullName | null {
  const { text, words } = passage;
  let first = from;
  for (let at = from; at < to; at += 1) if (isTitle(words[at])) first = at + 1;
  if (isOfOffice(words, first)) first = withoutOffice(words, first, to);
  const run = words.slice(first, to + 1);
  const full = run.filter(({ text: part }) => part.length > 1 && isCapital(part));
  const [one] = full;
  const two = full.at(-1);
  if (!one || !two || full.length < 2 || full.length > 3 || one !== run[0] || two !== run.at(-1)) return null;
  const surname = two.text.replace(/[’']s?$/, "");
  if ([one, two].some((part) => isTitle(part) || /^\p{Lu}{2,}$/u.test(part.text))) return null;
  const initial = run.some(({ text: part }) => part.length === 1);
  const before = words[first - 1];
  const titled = first > from || (before !== undefined && isTitle(before) && /^\.?[^\S\n]$/.test(text.slice(before.end, one.start)));
  return {
    passage,
    name: text.slice(one.start, two.start) + surname,
    given: one.text,
    surname,
    start: one.start,
    end: two.start + surname.length,
    quoted: one.quoted,
    person: initial || titled || isSpeaking(text, words, first, to) || isExplained(text, words, to),
  };
}

function isTitle(word: DeskWord | undefined): boolean {
  return word !== undefined && titles.has(lower(word.text));
}

/** “Secretary of State Rosa Brandão”, “minister for Health Jane Bell”: the first words after the small one are the office's. */
function isOfOffice(words: readonly DeskWord[], first: number): boolean {
  return /^(?:of|for)$/.test(words[first - 1]?.text ?? "") && isTitle(words[first - 2]);
}

/** Where the last two long words of a run begin; its end when there are not three. */
function withoutOffice(words: readonly DeskWord[], first: number, to: number): number {
  const long: number[] = [];
  for (let at = first; at <= to; at += 1) if ((words[at]?.text.length ?? 0) > 1 && isCapital(words[at]?.text ?? "")) long.push(at);
  return long.length < 3 ? to : (long.at(-2) ?? to);
}

function isSpeaking(text: string, words: readonly DeskWord[], first: number, last: number): boolean {
  const before = words[first - 1];
  const after = words[last + 1];
  const says = (word: DeskWord | undefined) => word !== undefined && !isCapital(word.text) && speaking.has(word.text);
  return (
    (says(before) && /^[^\S\n]$/.test(text.slice(before?.end, words[first]?.start))) ||
    (says(after) && /^[^\S\n]$/.test(text.slice(words[last]?.end, after?.start)))
  );
}

/** “Rosa Brandão, the engineer”, “Ella Briffa, 15,”, “Odile Marchetti, who drives the van”. */
function isExplained(text: string, words: readonly DeskWord[], last: number): boolean {
  const after = words[last + 1];
  if (after === undefined || !/^,[^\S\n]$/.test(text.slice(words[last]?.end, after.start))) return false;
  return /^(?:the|a|an|who|whose|\d{1,3})$/.test(after.text) || titles.has(after.text);
}

function lower(word: string): string {
  return word.toLowerCase().replace(/[’']s?$/, "");
}
