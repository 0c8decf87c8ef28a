import type { ArticleCopy } from "../../model/copy.ts";
import type { DeskRule } from "../../model/desk-rules.ts";
import type { Place, Problem } from "../../model/problem.ts";
import { type DeskWord, deskWords } from "./desk-words.ts";

/** A piece of an article's copy as the desk reads it. */
export interface Passage {
  readonly field: "headline" | "standfirst" | "caption" | "body";
  readonly text: string;
  readonly words: readonly DeskWord[];
  /** Where words that stand at an offset into the text are in the file. */
  readonly place: (offset: number) => Place;
}

/** The words readers get: headline, standfirst, caption and body. */
export function passagesOf(copy: ArticleCopy): readonly Passage[] {
  const passages: Passage[] = [];
  const add = (field: Passage["field"], text: string | null, place: Passage["place"]) => {
    if (text !== null && text !== "") passages.push({ field, text, words: deskWords(text), place });
  };
  const inFront = (way: readonly string[], text: string | null) => (offset: number) => wordsIn(copy.place(way), text ?? "", offset);
  add("headline", copy.headline, inFront(["headline"], copy.headline));
  add("standfirst", copy.standfirst, inFront(["standfirst"], copy.standfirst));
  add("caption", copy.figure?.caption ?? null, inFront(["figure", "caption"], copy.figure?.caption ?? null));
  add("body", copy.text, copy.bodyPlace);
  return passages;
}

/** The body alone. */
export function passageOf(copy: ArticleCopy): Passage {
  return { field: "body", text: copy.text, words: deskWords(copy.text), place: copy.bodyPlace };
}

/** The place of words within a value whose key stands at a place, when they are on the key's line. */
function wordsIn(key: Place, value: string, offset: number): Place {
  const start = key.source?.indexOf(value, key.column - 1) ?? -1;
  return start === -1 ? key : { ...key, column: start + offset + 1 };
}

/** How often a rule speaks in one passage at most: by then its reader has understood. */
export const mostWarnings = 25;

/** A warning of the desk. */
export function warning(code: DeskRule, place: Place, message: string, hint: string): Problem {
  return { code, severity: "warning", place, message, hint };
}
