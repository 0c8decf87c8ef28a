import type { BodyWindow } from "./body-window.ts";
import type { Marked } from "./classify-lines.ts";
import { isBreadcrumb } from "./furniture.ts";
import { endsSentence } from "./lines.ts";

/** The line chosen as the headline, and how sure that is (0 to 1). */
export interface HeadlineChoice {
  readonly at: number;
  readonly text: string;
  readonly confidence: number;
  /** Another line that nearly won. */
  readonly rival: number | null;
}

const furthest = 400;

/** Chooses the headline among the lines before the story by where they stand and how much they speak of it. */
export function chooseHeadline(marked: readonly Marked[], body: BodyWindow | null): HeadlineChoice | null {
  const end = body ? body.first : marked.length;
  const told = body ? bodyWords(marked, body) : new Set<string>();
  const repeats = countRepeats(marked, end);
  const from = Math.max(0, end - furthest);
  let best: { at: number; score: number } | null = null;
  let second: { at: number; score: number } | null = null;
  for (let at = from; at < end; at += 1) {
    const entry = marked[at];
    if (!entry || !isCandidate(entry)) continue;
    const score = rate(marked, at, end, told, repeats);
    if (!best || score > best.score) {
      second = best;
      best = { at, score };
    } else if (!second || score > second.score) {
      second = { at, score };
    }
  }
  const line = best ? marked[best.at]?.line : undefined;
  if (!best || !line) return null;
  const lead = second ? best.score - second.score : 3;
  const confidence = Math.max(0.3, Math.min(0.98, 0.55 + best.score * 0.04 + lead * 0.06));
  const rival = second && lead < 0.6 && marked[second.at]?.line.text !== line.text ? second.at : null;
  return { at: best.at, text: line.text, confidence: Math.round(confidence * 100) / 100, rival };
}

// “AUDIO: …” and “… (2 min)” name a recording of the story.
const recording = /^(?:audio|video|podcast|watch|listen|photos?|gallery|bilder)\s*:|\(\d+ min\.?\)$/i;

function isCandidate(entry: Marked): boolean {
  const { is, line } = entry;
  if (line.text.length > 260 || line.words > 40 || !/\p{L}/u.test(line.text) || recording.test(line.text)) return false;
  if (is.kind === "byline") return is.byline.shape === "bare";
  if (is.kind === "caption") return is.caption.sure === "likely" && is.caption.credit === null;
  return is.kind === "short" || is.kind === "prose" || is.kind === "label" || is.kind === "item";
}

const keyWords = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]{4,}|[\u3040-\u9fff]{2}/gu) ?? [];

function bodyWords(marked: readonly Marked[], body: BodyWindow): ReadonlySet<string> {
  const words = new Set<string>();
  for (const entry of marked.slice(body.first, body.last + 1)) {
    if (entry.is.kind === "prose" || entry.is.kind === "item")
      for (const word of keyWords(entry.line.text.slice(0, 4000))) words.add(stem(word));
  }
  return words;
}

// Five letters stand for a word in all its endings, in any language that inflects at the end.
const stem = (word: string): string => word.slice(0, 5);

const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

function countRepeats(marked: readonly Marked[], end: number): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  for (const { line } of marked.slice(Math.max(0, end - furthest), end)) {
    if (line.text.length > 300) continue;
    const pieces = new Set([line.text, ...line.text.split(/\s+[–—-]\s+|\s*[|›»>]\s*/)].map(fold));
    for (const piece of pieces) if (piece.length > 15) seen.set(piece, (seen.get(piece) ?? 0) + 1);
  }
  return seen;
}

function rate(marked: readonly Marked[], at: number, end: number, told: ReadonlySet<string>, repeats: ReadonlyMap<string, number>): number {
  const entry = marked[at];
  if (!entry) return -99;
  const { text, words } = entry.line;
  const keys = keyWords(text);
  const shared = keys.filter((word) => told.has(stem(word))).length;
  let score = 0;
  score += keys.length === 0 ? 0 : (shared / (keys.length + 1)) * 3 + Math.min(shared, 6) * 0.45;
  score += words < 3 ? -2.5 : words < 4 ? -1.2 : words > 16 ? -(words - 16) * 0.16 : 0.4;
  score += /[.。]["'”’)]?$/.test(text) ? -2.6 : /\p{L}{3}\.\s\p{Lu}/u.test(text) ? -0.8 : 0;
  score += text.endsWith(":") || text.endsWith(",") ? -2 : 0;
  score +=
    entry.is.kind === "byline"
      ? isAuthorAbove(marked, at)
        ? -3
        : -1.2
      : entry.is.kind === "label"
        ? -3
        : entry.is.kind === "item"
          ? -1.5
          : 0;
  score += (repeats.get(fold(text)) ?? 0) > 1 && shared >= 2 && !isListed(marked, at) ? 1.8 : 0;
  score -= endsInHeadline(marked, at) || isCrumb(marked, at) ? 3 : 0;
  score -= isStandfirst(marked, at, end) ? 2 : isLaterPoint(marked, at) ? 1 : 0;
  score -= /^(?:home|startseite|accueil|inicio)\s+\p{Lu}/iu.test(text) ? 1.5 : 0;
  score -= isBelowByline(marked, at) ? 1.5 : 0;
  score += /\s[|–—-]\s[^|–—-]{2,40}$/.test(text) && text.split(/\s[|]\s/).length > 1 ? -1 : 0;
  score += at === 0 ? 1.2 : firstOfCopy(marked, at) ? 0.8 : 0;
  score += signs(marked, at, end);
  score -= Math.min(1.8, copyBetween(marked, at, end) * 0.2);
  score -= isSecond(marked, at, told) ? 1.6 : 0;
  score -= isListed(marked, at) ? 2 : 0;
  score += /^[\p{Ll}]/u.test(text) ? -1 : 0;
  return score;
}

function firstOfCopy(marked: readonly Marked[], at: number): boolean {
  return (
    marked
      .slice(Math.max(0, at - 12), at)
      .every(({ is }) => is.kind === "furniture" || is.kind === "label" || is.kind === "stamp" || is.kind === "caption") && at <= 12
  );
}

// What stands right below a line that speaks of the story is its standfirst.
function isSecond(marked: readonly Marked[], at: number, told: ReadonlySet<string>): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 6); before -= 1) {
    const entry = marked[before];
    if (
      !entry ||
      !isCandidate(entry) ||
      endsInHeadline(marked, before) ||
      isCrumb(marked, before) ||
      entry.line.words < 3 ||
      entry.line.words > 24
    )
      continue;
    if (entry.line.words <= 5 && isFollowedByStandfirst(marked, at)) continue;
    const keys = keyWords(entry.line.text);
    const shared = keys.filter((word) => told.has(stem(word))).length;
    const nearest = before >= at - 2;
    if (shared >= (nearest ? 2 : 3) && shared >= keys.length * (nearest ? 0.4 : 0.55)) return true;
  }
  return false;
}

// A breadcrumb ends in the headline, which then stands alone a few lines below.
function endsInHeadline(marked: readonly Marked[], at: number): boolean {
  const text = marked[at]?.line.text ?? "";
  for (let next = at + 1; next < Math.min(marked.length, at + 7); next += 1) {
    const other = marked[next]?.line.text ?? "";
    if (other.length > 12 && other.length < text.length && text.length <= 400 && (text.endsWith(other) || text.includes(` ${other} - `)))
      return true;
  }
  return false;
}

// The last part of a breadcrumb is often repeated below it.
function isCrumb(marked: readonly Marked[], at: number): boolean {
  const line = marked[at]?.line;
  if (!line || line.words > 4) return false;
  return [1, 2, 3].some((back) => {
    const above = marked[at - back];
    return above?.is.kind === "furniture" && isBreadcrumb(above.line.text) && above.line.text.endsWith(line.text);
  });
}

// Some papers sum the story up in points between headline and byline: the first line of such a run is the headline.
function isLaterPoint(marked: readonly Marked[], at: number): boolean {
  let first = at;
  while (first > 0 && at - first < 5 && marked[first - 1]?.is.kind === "short" && (marked[first - 1]?.line.words ?? 0) >= 6) first -= 1;
  return at - first >= 2;
}

// Some papers put author and date above the headline.
function isAuthorAbove(marked: readonly Marked[], at: number): boolean {
  const after = marked.slice(at + 1, at + 5);
  const dated = after.findIndex(({ is }) => is.kind === "stamp");
  return dated >= 0 && dated <= 1 && after.slice(dated + 1).some(({ is, line }) => is.kind === "short" && line.words >= 5);
}

// What stands below “By …” is no headline when a line above could be one.
function isBelowByline(marked: readonly Marked[], at: number): boolean {
  const lead = [1, 2].find((back) => {
    const is = marked[at - back]?.is;
    return is?.kind === "byline" && is.byline.shape === "lead";
  });
  const above = lead === undefined ? undefined : marked[at - lead - 1];
  return above !== undefined && isCandidate(above) && above.line.words >= 4;
}

// Even one that shares no word with the line above is a standfirst when it is the longer of the two and reads as a sentence.
// A kicker looks the same, but is shorter still and has the standfirst behind the headline.
function isStandfirst(marked: readonly Marked[], at: number, end: number): boolean {
  const line = marked[at]?.line;
  const above = marked[at - 1];
  if (!line || !above || (above.is.kind !== "short" && above.is.kind !== "prose")) return false;
  const { words, text } = above.line;
  if (words < 3 || words > 16 || line.words < words + 3 || /^[\p{Lu}\p{N}\s&/’'-]+$/u.test(text) || endsSentence(text.replace(/[?!]$/, "")))
    return false;
  const next = marked[at + 1];
  const third =
    next !== undefined && at + 1 <= end && (next.is.kind === "prose" || next.is.kind === "short") && next.line.words >= 8 && at + 1 < end;
  if (words <= 5) return !third && (endsSentence(line.text) || line.words >= 14);
  return !third || endsSentence(line.text);
}

// With its own standfirst behind it, a line is no standfirst of the kicker above.
function isFollowedByStandfirst(marked: readonly Marked[], at: number): boolean {
  const next = marked[at + 1];
  return next !== undefined && (next.is.kind === "prose" || next.is.kind === "short") && next.line.words >= 10 && next.line.words <= 75;
}

// Headlines below “Related” or “Most read” are those of other stories.
function isListed(marked: readonly Marked[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 10); before -= 1) {
    const is = marked[before]?.is;
    if (is?.kind === "furniture" && is.furniture === "related") return true;
    if (is?.kind === "byline" && is.byline.shape === "lead") return false;
  }
  return false;
}

// A byline or a date soon below is the surest sign of a headline.
function signs(marked: readonly Marked[], at: number, end: number): number {
  let found = 0;
  let steps = 0;
  for (let next = at + 1; next < Math.min(end + 1, at + 8) && steps < 4; next += 1) {
    const is = marked[next]?.is;
    if (!is) break;
    const lead = is.kind === "byline" && is.byline.shape === "lead";
    if (is.kind === "byline" || is.kind === "stamp") found = Math.max(found, (lead ? 2.4 : 1.6) - steps * 0.3);
    if (is.kind !== "furniture") steps += 1;
  }
  return found;
}

function copyBetween(marked: readonly Marked[], at: number, end: number): number {
  let count = 0;
  for (let next = at + 1; next < end && count < 12; next += 1) {
    const kind = marked[next]?.is.kind;
    if (kind === "short" || kind === "label" || kind === "prose") count += 1;
  }
  return count;
}
