import type { Problem } from "../../model/problem.ts";
import type { DateTime } from "../../model/time.ts";
import { type DeskWord, isCapital } from "./desk-words.ts";
import { type WrittenNumber, writtenNumbers } from "./numbers.ts";
import { type Passage, warning } from "./passages.ts";

// A headline counts the items of its own list with these: “Five ways to mend a net”. The list does not say how many it has.
const listed =
  /^(?:\p{L}+\s){0,3}?(?:ways|things|tips|reasons|lessons|questions|answers|steps|facts|takeaways|ideas|principles|rules|myths|mistakes|signs|habits|tools|examples|stories|highlights|pictures|photos|charts|points|notes|recipes|books|films|places|resources|tricks|secrets|challenges|benefits|methods|strategies|practices|guidelines|considerations|words|minutes|months|years)\b/iu;
const hedged = /\b(?:nearly|almost|about|around|over|some|up to|more than|less than|fewer than|at least|roughly)\s+\p{Sc}?$/iu;

/** A number in the headline that the story below never gives; rounding is allowed for. */
export function headlineNumbers(passages: readonly Passage[], published: DateTime): readonly Problem[] {
  const headline = passages.find(({ field }) => field === "headline");
  if (headline === undefined) return [];
  const wanted = writtenNumbers(headline.text, headline.words).filter((number) => isFigure(headline, number, published));
  if (wanted.length === 0) return [];
  const given = passages
    .filter(({ field }) => field !== "headline")
    .flatMap(({ text, words }) => writtenNumbers(text, words).map(({ value }) => value));
  return wanted
    .filter((number) => !given.some((value) => matches(number, value, hedged.test(headline.text.slice(0, number.start)))))
    .map((number) =>
      warning(
        "headline-number-not-in-body",
        headline.place(number.start),
        `The headline says ${headline.text.slice(number.start, number.end)}; the story never does.`,
        "Check the number against the story, and give it there too.",
      ),
    );
}

function matches({ value, slack }: WrittenNumber, given: number, loose: boolean): boolean {
  const room = loose ? value * 0.1 : Math.min(slack, value * 0.05);
  return Math.abs(given - value) <= Math.max(room, value * 1e-9);
}

/** Whether it counts or measures: not a year about now, a name (“Apollo 11”, “24/7”), an ordinal, a “one” that is no number, the length of a list. */
function isFigure({ text, words }: Passage, number: WrittenNumber, published: DateTime): boolean {
  const word = words.find(({ start }) => start === number.start);
  if (word === undefined || word.quoted) return false;
  const written = text.slice(number.start, number.end);
  const before = text.slice(0, number.start);
  const after = text.slice(number.end);
  if (Number.isInteger(number.value) && Math.abs(number.value - published.year) <= 2) return false;
  if (/^(?:one|half|twice|double|doubled|triple|once|pair|couple|zero)$/i.test(written) || /\d(?:st|nd|rd|th|s)$/i.test(written))
    return false;
  if (/[#/:.№–-]\s?$/.test(before) && /[#/:.№\d]/.test(before.at(-1) ?? before.at(-2) ?? "")) return false;
  if (/^(?:[/:]|[-–]\d)/.test(after)) return false;
  if (/^[\d.]+$/.test(written) && isPartOfName(text, words, words.indexOf(word))) return false;
  if (
    /\b(?:part|chapter|episode|section|title|article|page|day|week|phase|level|grade|version|area|route|number|no\.?|top|age|aged|under|over)\s$/i.test(
      before,
    ) &&
    /^[\d.]+$/.test(written)
  )
    return /\b(?:under|over)\s$/i.test(before) && /^\s+\p{Ll}/u.test(after);
  return !listed.test(after.trimStart());
}

/** “Apollo 11 lands”: a number straight after a capitalised word belongs to it, unless capitals say nothing in this headline. */
function isPartOfName(text: string, words: readonly DeskWord[], at: number): boolean {
  const before = words[at - 1];
  if (before === undefined || !isCapital(before.text) || !/^[^\S\n]$/.test(text.slice(before.end, words[at]?.start))) return false;
  const long = words.filter((word) => word !== before && /^\p{L}{4}/u.test(word.text));
  if (long.length > 1 && long.filter((word) => isCapital(word.text)).length > long.length * 0.6) return false;
  return (
    at > 1 ||
    !/^(?:nearly|almost|about|around|over|some|only|another|just|all|at|more|up|under|the|these|those|and|for|in|of|with)$/i.test(
      before.text,
    )
  );
}
