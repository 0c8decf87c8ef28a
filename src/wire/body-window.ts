import type { Marked } from "./classify-lines.ts";
import type { Furniture } from "./furniture.ts";
import { endsSentence, type Line } from "./lines.ts";

/** The lines of the story itself, from `first` to `last`; `null` when no line is running text. */
export interface BodyWindow {
  readonly first: number;
  readonly last: number;
}

/**
 * Finds the run of lines that holds the most running text, where furniture, cards and headings of other stories cost.
 * The same maximal-sum idea as in boilerplate removal by text density, with costs set by what newsrooms put on pages.
 */
export function findBody(marked: readonly Marked[]): BodyWindow | null {
  const weights = weigh(marked);
  let best = 0;
  let found: BodyWindow | null = null;
  let sum = 0;
  let from = 0;
  weights.forEach((weight, at) => {
    if (sum <= 0) {
      sum = 0;
      from = at;
    }
    sum += weight;
    if (sum > best) {
      best = sum;
      found = { first: from, last: at };
    }
  });
  return found ? trimWindow(marked, found) : null;
}

function weigh(marked: readonly Marked[]): readonly number[] {
  const weights: number[] = [];
  let cards = 0;
  let run = 0;
  marked.forEach((entry, at) => {
    run = isRunning(entry) ? 0 : run + 1;
    cards = Math.max(cardsNear(entry), entry.is.kind === "prose" ? cards - 1 : cards, 0);
    const alone = entry.is.kind === "prose" && !isRunning(beside(marked, at, -1)) && !isRunning(beside(marked, at, 1));
    const lone = alone && (cards > 0 || isAmongCards(marked, at));
    // An advertisement between two paragraphs parts them less than a menu does.
    const brief = run <= 2 && entry.is.kind === "furniture" && entry.is.furniture === "plain";
    weights.push(brief ? -2 : weight(entry, at, lone));
  });
  return weights;
}

// Below a heading such as “Related”, or beside an age, a paragraph that stands alone sums up another story.
function cardsNear({ is }: Marked): number {
  if (is.kind === "furniture" && is.furniture === "related") return 6;
  return is.kind === "stamp" && is.stamps.some((stamp) => stamp.age) ? 3 : 0;
}

function weight({ is, line }: Marked, at: number, lone: boolean): number {
  switch (is.kind) {
    case "prose":
      return Math.min(line.words, 60) * (lone ? 0.25 : 1);
    case "item":
      return endsSentence(is.text) || line.words >= 6 ? Math.min(line.words, 30) * 0.5 : -2;
    case "furniture":
      return furnitureCost(is.furniture, line, at);
    case "stamp":
      return -12;
    case "byline":
      return is.byline.shape === "bare" ? -6 : -14;
    case "caption":
      return -3;
    case "related":
      return -4;
    case "label":
      return -10;
    case "short":
      return line.words >= 12 ? -2 : -5;
  }
}

function furnitureCost(furniture: Furniture, line: Line, at: number): number {
  switch (furniture) {
    case "related":
      return -25;
    case "comments":
      // “12 comments” below a headline only counts them; a heading of its own opens them.
      return at > 0 && line.words <= 4 && /^\d/.test(line.text) ? -20 : -150;
    case "footer":
      return -60;
    case "end":
      return -45;
    case "plain":
      return -5;
  }
}

// Teasers alternate: headline, name or date, one sentence. A story with subheads has no names and dates between.
function isAmongCards(marked: readonly Marked[], at: number): boolean {
  let running = 0;
  let marks = 0;
  for (let next = Math.max(0, at - 5); next <= Math.min(marked.length - 1, at + 5); next += 1) {
    const entry = marked[next];
    if (next === at || !entry) continue;
    if (isRunning(entry)) running += 1;
    if (entry.is.kind === "byline" || entry.is.kind === "stamp" || entry.is.kind === "label") marks += 1;
  }
  return running <= 3 && marks >= 2;
}

function beside(marked: readonly Marked[], at: number, step: 1 | -1): Marked | undefined {
  for (let next = at + step; Math.abs(next - at) <= 3; next += step) {
    const is = marked[next]?.is;
    if (is?.kind !== "furniture" || is.furniture !== "plain") return marked[next];
  }
  return undefined;
}

function isRunning(entry: Marked | undefined): boolean {
  return entry !== undefined && (entry.is.kind === "prose" || entry.is.kind === "item" || entry.is.kind === "caption");
}

// A headline that ends in a question mark or a quotation looks like running text; the story begins behind it.
function trimWindow(marked: readonly Marked[], window: BodyWindow): BodyWindow {
  let first = window.first;
  while (first < window.last) {
    const entry = marked[first];
    const next = marked[first + 1];
    if (!entry || !next) break;
    if (
      entry.is.kind === "prose" &&
      !opensAsHeadline(marked, first, window.last) &&
      !(isAboveCredit(entry, next) && !isHeaded(marked, first))
    )
      break;
    first += 1;
  }
  first = pastHeadline(marked, first, window.last);
  let last = withoutTeasers(marked, first, window.last);
  while (last > first && isForeign(marked, last)) last -= 1;
  return { first, last: extendList(marked, first, last) };
}

// Below the story stand teasers of others. Paragraphs end in full stops and headlines do not, so a last part without them, after a break, goes.
function withoutTeasers(marked: readonly Marked[], first: number, last: number): number {
  let end = last;
  for (;;) {
    const part = lastPart(marked, first, end);
    if (part === null || share(marked, first, part.from - 1) < 0.6 || share(marked, part.to, end) >= 0.5 || hasLong(marked, part.to, end))
      return end;
    end = part.from - 1;
  }
}

/** The last break in the story: two lines or more that are no running text, or a heading of something else. */
function lastPart(marked: readonly Marked[], first: number, last: number): { readonly from: number; readonly to: number } | null {
  let run = 0;
  for (let at = last; at > first; at -= 1) {
    const entry = marked[at];
    const running = isRunning(entry);
    run = running ? 0 : run + 1;
    const heading = entry?.is.kind === "furniture" && entry.is.furniture !== "plain";
    if ((run >= 2 || heading) && at + run <= last) return { from: at, to: at + run };
  }
  return null;
}

const longest = 30;

const hasLong = (marked: readonly Marked[], from: number, to: number): boolean =>
  marked.slice(from, to + 1).some(({ is, line }) => is.kind === "prose" && line.words > longest);

function share(marked: readonly Marked[], from: number, to: number): number {
  let running = 0;
  let plain = 0;
  for (let at = from; at <= to; at += 1) {
    const entry = marked[at];
    if (entry?.is.kind !== "prose") continue;
    running += 1;
    if (endsPlain(entry.line.text)) plain += 1;
  }
  return running === 0 ? 0 : plain / running;
}

/** Whether a line above can be the headline. */
function isHeaded(marked: readonly Marked[], first: number): boolean {
  return marked
    .slice(Math.max(0, first - 30), first)
    .some(({ is, line }) => line.words >= 4 && (is.kind === "short" || (is.kind === "prose" && !endsPlain(line.text))));
}

// A sentence with nothing but a credit below it is a caption, and stands before the story, perhaps before the headline.
const isAboveCredit = (entry: Marked, next: Marked): boolean =>
  next.is.kind === "caption" && next.is.caption.caption === null && next.is.caption.sure === "certain" && entry.line.words <= 45;

// What asks or quotes and is followed by a name, a date or a longer paragraph is the headline.
function opensAsHeadline(marked: readonly Marked[], at: number, last: number): boolean {
  const line = marked[at]?.line;
  if (!line || line.words > 24 || endsPlain(line.text)) return false;
  for (let next = at + 1; next <= Math.min(last, at + 4); next += 1) {
    const entry = marked[next];
    if (entry?.is.kind === "byline" || entry?.is.kind === "stamp" || entry?.is.kind === "caption") return true;
    if (entry?.is.kind !== "prose") continue;
    if (line.words <= 18 && entry.line.words >= line.words) return true;
    if (entry.line.words > 30) return false;
  }
  return false;
}

// Above the headline a caption may stand as a whole sentence. A short line with a name, a date or furniture behind it shows the headline,
// if nothing before looks like one; a subhead has running text behind it.
function pastHeadline(marked: readonly Marked[], first: number, last: number): number {
  if (isHeaded(marked, first)) return first;
  let prose = 0;
  for (let at = first; at <= Math.min(last - 1, first + 5) && prose <= 3; at += 1) {
    const entry = marked[at];
    const next = marked[at + 1];
    if (entry?.is.kind === "prose") prose += 1;
    const dated = next?.is.kind === "stamp" || (next?.is.kind === "byline" && next.is.byline.shape === "lead");
    const sign = dated || (prose <= 1 && (next?.is.kind === "byline" || next?.is.kind === "furniture"));
    if (at > first && sign && entry?.is.kind === "short" && entry.line.words >= 4 && entry.line.words <= 24) return at + 1;
  }
  return first;
}

// A story that is largely a list goes on where its list goes on, though no line of it is running text.
function extendList(marked: readonly Marked[], first: number, last: number): number {
  let listed = marked[last]?.line.text.endsWith(":") ? 3 : 0;
  for (let at = first; at <= last && listed < 3; at += 1) {
    const short = marked[at]?.is.kind === "short" && marked[at - 1]?.is.kind === "short";
    if (short || marked[at]?.is.kind === "item") listed += 1;
  }
  let end = last;
  while (listed >= 3 && end + 1 < marked.length && end - last < 80 && isListLine(marked[end + 1])) end += 1;
  return end;
}

function isListLine(entry: Marked | undefined): boolean {
  return entry !== undefined && (entry.is.kind === "item" || (entry.is.kind === "short" && entry.line.words >= 3));
}

// Below the story stand headlines of others, and one that asks a question looks like running text.
function isForeign(marked: readonly Marked[], at: number): boolean {
  const entry = marked[at];
  if (!entry || entry.is.kind !== "prose") return true;
  const asks = entry.line.words <= 20 && !endsPlain(entry.line.text) && /[?!"'”’»]$/.test(entry.line.text);
  return asks && marked[at - 1]?.is.kind === "short" && marked[at + 1]?.is.kind === "short";
}

const endsPlain = (text: string): boolean => /[.。।۔:,;]["'”’»)]{0,2}$|[.,]["”’»]$/u.test(text.slice(-6));
