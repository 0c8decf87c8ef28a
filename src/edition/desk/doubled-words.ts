import type { Problem } from "../../model/problem.ts";
import type { DeskWord } from "./desk-words.ts";
import { mostWarnings, type Passage, warning } from "./passages.ts";

// English says these twice on purpose: tenses ("had had"), clauses that meet ("that that", "is is"), emphasis and calls.
const spared = new Set(
  "had that is was her you do very really so no yes ha bye hear there well now long far many much again never blah night boo choo knock tut win yo hush nil love all one two three four five six".split(
    " ",
  ),
);

/** A word that was written twice in a row, in English: “the the”. Names (“Bora Bora”) and numbers are left alone. */
export function doubledWords(passage: Passage): readonly Problem[] {
  const { text, words } = passage;
  const problems: Problem[] = [];
  for (let at = 1; at < words.length && problems.length < mostWarnings; at += 1) {
    const one = words[at - 1];
    const two = words[at];
    if (!one || !two || one.text.length !== two.text.length || one.quoted || two.quoted) continue;
    const lower = two.text.toLowerCase();
    // The second of a doubled name has its capital again.
    if (two.text !== lower || one.text.toLowerCase() !== lower || !/^\p{L}/u.test(lower) || spared.has(lower)) continue;
    // Three times is a manner of speaking (“help help help”); words on two lines of code are two statements.
    if (isSame(words[at + 1], lower) || isSame(words[at - 2], lower)) continue;
    if (!/^[^\S\n]+$/.test(text.slice(one.end, two.start))) continue;
    problems.push(
      warning("doubled-word", passage.place(two.start), `“${one.text} ${two.text}”: the word stands here twice.`, "Take one away."),
    );
  }
  return problems;
}

function isSame(word: DeskWord | undefined, lower: string): boolean {
  return word?.text.toLowerCase() === lower;
}
