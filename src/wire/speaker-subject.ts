import { type NameRun, nameAround, type Word } from "./speaker-people.ts";
import { betweenWords, pronouns, sayingVerbs } from "./speaker-words.ts";

/** Who a clause says is speaking, as it stands there. */
export type Subject =
  | { readonly kind: "name"; readonly run: NameRun }
  | { readonly kind: "pronoun"; readonly word: Word }
  | { readonly kind: "description"; readonly start: number; readonly end: number };

const determiners = new Set("the a an one another some several many two three his her their its our".split(" "));
const stoppers = new Set("that when while as after before who which because if in on at but and for with".split(" "));

/** The subject of the saying verb nearest to the quotation; `near` says on which side of the clause the quotation stands. */
export function subjectOf(text: string, words: readonly Word[], near: "before" | "after"): Subject | null {
  const order = words.map((_, index) => index);
  if (near === "after") order.reverse();
  for (const index of order) {
    const word = words[index];
    if (word === undefined || !sayingVerbs.has(word.lower) || word.capital) {
      if (word?.lower === "according" && words[index + 1]?.lower === "to") {
        const found = subjectAfter(text, words, index + 2);
        if (found) return found;
      }
      continue;
    }
    const before = subjectBefore(text, words, index);
    // After a quotation the inverted order is common: “…,” said Rosa Brandão. But a pronoun or name straight before the verb wins.
    const after = subjectAfter(text, words, index + 1);
    if (index === 0 && near === "before") {
      if (after) return after;
      continue;
    }
    if (before) return before;
    if (after && near === "before") return after;
  }
  return null;
}

function subjectBefore(text: string, words: readonly Word[], verb: number): Subject | null {
  let at = verb - 1;
  while (
    at >= 0 &&
    (betweenWords.has(words[at]?.lower ?? "") || (words[at]?.lower.endsWith("ly") ?? false)) &&
    gap(text, words, at).trim() === ""
  )
    at -= 1;
  const word = words[at];
  if (word === undefined) return null;
  if (pronouns.has(word.lower) && word.lower !== "who") return { kind: "pronoun", word };
  if (/^\s*,/.test(gap(text, words, at)) || word.lower === "who") {
    // An apposition stands between name and verb: the name is before the comma that opens it.
    for (let left = at; left > 0 && at - left < 24; left -= 1) {
      if (!gap(text, words, left - 1).includes(",")) continue;
      const run = nameAround(text, words, left - 1);
      if (run) return { kind: "name", run };
    }
  }
  const run = nameAround(text, words, at);
  if (run) return { kind: "name", run };
  // Further left within the clause: "Costa, in a letter to the council, said", "the mayor of the town said".
  for (let left = at; left >= 0 && at - left < 12; left -= 1) {
    const here = words[left];
    if (here && determiners.has(here.lower)) {
      return stoppers.has(words[left - 1]?.lower ?? "") &&
        left > 0 &&
        !words[left - 1]?.capital &&
        !["that", "when", "but", "and"].includes(words[left - 1]?.lower ?? "")
        ? (describedFurther(text, words, left, at) ?? { kind: "description", start: here.start, end: words[at]?.end ?? here.end })
        : { kind: "description", start: here.start, end: words[at]?.end ?? here.end };
    }
    const named = nameAround(text, words, left);
    if (named && at - left >= 1) return { kind: "name", run: named };
  }
  return null;
}

/** "a spokesman for the ministry": the description begins before the preposition. */
function describedFurther(text: string, words: readonly Word[], from: number, at: number): Subject | null {
  for (let left = from - 1; left >= 0 && at - left < 14; left -= 1) {
    const here = words[left];
    if (here === undefined || sayingVerbs.has(here.lower)) return null;
    if (determiners.has(here.lower)) return { kind: "description", start: here.start, end: words[at]?.end ?? here.end };
    const run = left < from - 1 ? nameAround(text, words, left) : null;
    if (run) return { kind: "name", run };
  }
  return null;
}

function subjectAfter(text: string, words: readonly Word[], from: number): Subject | null {
  const first = words[from];
  if (first === undefined) return null;
  if (pronouns.has(first.lower)) return first.lower === "it" ? null : { kind: "pronoun", word: first };
  for (let at = from; at < Math.min(words.length, from + 8); at += 1) {
    const word = words[at];
    if (word === undefined || stoppers.has(word.lower) || (gap(text, words, at - 1).includes(",") && at > from)) break;
    const run = nameAround(text, words, at);
    if (run && run.start >= first.start) return { kind: "name", run };
  }
  if (!determiners.has(first.lower)) return null;
  let last = from;
  while (
    last + 1 < words.length &&
    last - from < 10 &&
    /^[ {2}]+$/.test(gap(text, words, last)) &&
    !["that", "when", "who", "as", "after", "while"].includes(words[last + 1]?.lower ?? "")
  )
    last += 1;
  return last > from ? { kind: "description", start: first.start, end: words[last]?.end ?? first.end } : null;
}

/** What stands between a word and the next. */
function gap(text: string, words: readonly Word[], left: number): string {
  const a = words[left];
  const b = words[left + 1];
  return a && b ? text.slice(a.end, b.start) : "";
}
