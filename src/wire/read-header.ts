import { isKnownAgency } from "./agencies.ts";
import type { BodyWindow } from "./body-window.ts";
import type { Marked } from "./classify-lines.ts";
import { readDateline } from "./dateline.ts";
import { isBreadcrumb } from "./furniture.ts";
import { endsSentence } from "./lines.ts";
import type { WireName } from "./parsed-wire.ts";
import { isSectionLabel } from "./section-names.ts";
import { isStampLabel, type Stamp } from "./wire-dates.ts";

/** A value and the line it came from. */
export interface Found<T> {
  readonly value: T;
  readonly at: number;
}

/** The names of a byline and the lines they were read from, the first of them `at`. */
export interface FoundByline extends Found<readonly WireName[]> {
  readonly lines: readonly number[];
  readonly confidence: number;
}

/** What stands around the headline, before the story. */
export interface Header {
  readonly kicker: Found<string> | null;
  readonly section: Found<string> | null;
  readonly standfirst: Found<string> | null;
  readonly byline: FoundByline | null;
  readonly stamps: readonly Found<Stamp>[];
  /** The agency after “Source:”. */
  readonly source: Found<string> | null;
  /** The first line of the story: behind a standfirst and byline that the body seemed to hold. */
  readonly bodyFirst: number;
  readonly used: ReadonlySet<number>;
}

/** Reads what stands between headline and story and right before the headline. */
export function readHeader(marked: readonly Marked[], headline: number | null, body: BodyWindow | null): Header {
  const end = body ? body.first : marked.length;
  const start = headline === null ? 0 : headline + 1;
  const pushed = body ? pushPastByline(marked, start, body) : end;
  const used = new Set<number>();
  const byline = findByline(marked, headline, start, pushed, used);
  const stamps = findStamps(marked, headline, start, pushed);
  for (const stamp of stamps) used.add(stamp.at);
  const standfirst = findStandfirst(marked, start, pushed, body, used);
  if (standfirst) used.add(standfirst.at);
  const { kicker, section } = findLabels(marked, headline, start, pushed);
  return { kicker, section, standfirst, byline, stamps, source: findSource(marked, headline, pushed), bodyFirst: pushed, used };
}

// A standfirst is running text, so the story seems to begin with it; a byline or a date behind it shows where it truly begins.
function pushPastByline(marked: readonly Marked[], start: number, body: BodyWindow): number {
  let first = body.first;
  let prose = 0;
  let long = false;
  for (let at = body.first; at <= Math.min(body.last - 1, body.first + 7); at += 1) {
    const entry = marked[at];
    if (!entry) break;
    const { is, line } = entry;
    if (is.kind === "prose" || is.kind === "item") {
      prose += 1;
      if (line.words > 70) long = true;
      if (prose > 3 || line.words > 130) break;
    }
    // Behind a long paragraph or three short ones only a line that says “By” is still believed.
    const near = prose <= 2 && !long;
    const sign =
      (is.kind === "byline" && is.byline.shape === "lead") ||
      (near && is.kind === "stamp" && prose <= 1) ||
      (near && is.kind === "byline" && isNamed(marked, at, start));
    if (sign && remains(marked, at + 1, body.last)) first = at + 1;
  }
  while (first < body.last && !isCopy(marked[first])) first += 1;
  return pastToDateline(marked, first, body.last);
}

// A story that has a dateline begins with it: what stands before is its standfirst or a caption.
function pastToDateline(marked: readonly Marked[], first: number, last: number): number {
  for (let at = first; at <= Math.min(last, first + 3); at += 1) {
    const entry = marked[at];
    const dateline = entry?.is.kind === "prose" ? readDateline(entry.line.text) : null;
    if (dateline && (dateline.agency !== null || dateline.stamp !== null)) return at;
    if (entry && entry.line.words > 60) return first;
  }
  return first;
}

const isCopy = (entry: Marked | undefined): boolean =>
  entry !== undefined && (entry.is.kind === "prose" || entry.is.kind === "item" || entry.is.kind === "short");

function remains(marked: readonly Marked[], from: number, to: number): boolean {
  let words = 0;
  for (let at = from; at <= to && words < 40; at += 1) if (marked[at]?.is.kind === "prose") words += marked[at]?.line.words ?? 0;
  return words >= 20;
}

// A bare name is a byline only in company: a date, a role, an account or a lone “By” right beside it.
function isNamed(marked: readonly Marked[], at: number, start: number): boolean {
  const entry = marked[at];
  if (!entry || entry.is.kind !== "byline") return false;
  if (entry.is.byline.shape !== "bare") return true;
  // Names with a comma behind are topics or people of the story.
  if (entry.line.text.endsWith(",") || isListed(marked, at)) return false;
  if (entry.is.byline.stamps.length > 0) return entry.line.words <= 16;
  if (entry.line.words > 8) return false;
  if (/@\w|\d\s*min(?:ute)?s?\b/.test(entry.line.text)) return true;
  const before = neighbour(marked, at, -1, start);
  const after = neighbour(marked, at, 1, start);
  if (isCompany(before, true) || isCompany(after, false)) return true;
  // Authors stand one below the other, and the date below the last.
  const next = marked[at + 1];
  return next?.is.kind === "byline" && next.is.byline.shape === "bare" && next.line.words <= 5 && isNamed(marked, at + 1, at + 1);
}

// Below “Related topics” stand names that the story is about.
function isListed(marked: readonly Marked[], at: number): boolean {
  const is = marked[at - 1]?.is;
  return is?.kind === "furniture" && is.furniture === "related";
}

function neighbour(marked: readonly Marked[], at: number, step: 1 | -1, start: number): Marked | null {
  for (let next = at + step, steps = 0; next >= Math.max(0, start - 1) && next < marked.length && steps < 3; next += step, steps += 1) {
    const entry = marked[next];
    if (!entry) return null;
    if (entry.is.kind === "furniture" && !/min|^@/.test(entry.line.text)) continue;
    if (entry.is.kind === "label" && step > 0) continue;
    return entry;
  }
  return null;
}

const roleLine = /\b(?:correspondent|reporter|editor|writer|columnist|contributor|journalist|staff|bureau chief|analyst)\b/i;

function isCompany(entry: Marked | null, before: boolean): boolean {
  if (!entry) return false;
  if (entry.is.kind === "stamp" || (!before && isStampLabel(entry.line.text))) return true;
  if (before && /^(?:by|written by|authors?|author of the article|words|text|report|von|par|por|autor(?:in)?)\s*:?$/i.test(entry.line.text))
    return true;
  if (!before && entry.is.kind === "byline" && isKnownAgency(entry.line.text)) return true;
  if (entry.is.kind === "furniture") return /^@\w|min(?:ute)?s? read/i.test(entry.line.text);
  return !before && entry.line.words <= 7 && roleLine.test(entry.line.text) && !endsSentence(entry.line.text);
}

function findByline(marked: readonly Marked[], headline: number | null, start: number, end: number, used: Set<number>): Header["byline"] {
  const inside = collect(marked, start, end, start, used);
  if (headline === null || (inside && inside.confidence >= 0.9)) return inside;
  const above = collect(marked, Math.max(0, headline - 4), headline, null, used);
  return above && (!inside || above.confidence > inside.confidence) ? above : inside;
}

// Above the headline (`start` is null) a bare name beside a date is as often a kicker, so it does not count there.
function collect(marked: readonly Marked[], from: number, to: number, start: number | null, used: Set<number>): Header["byline"] {
  let names: readonly WireName[] = [];
  const lines: number[] = [];
  let first = -1;
  let last = -1;
  let confidence = 0;
  let bareBefore = false;
  for (let at = from; at < to; at += 1) {
    const entry = marked[at];
    if (!entry || entry.is.kind !== "byline") continue;
    const { byline } = entry.is;
    const accepted = byline.shape !== "bare" || byline.stamps.length > 0 || (start !== null && isNamed(marked, at, start));
    if (!accepted) continue;
    // Behind a line that says “By”, a bare name is somebody else unless it goes on right there.
    if (first >= 0 && byline.shape === "bare" && !bareBefore && at - last > 1) continue;
    // And before one, a bare name that does not stand right above it is a kicker or somebody in the story.
    if (first >= 0 && byline.shape === "lead" && bareBefore && at - last > 1) {
      for (const before of lines.splice(0)) used.delete(before);
      names = [];
      first = -1;
    }
    if (first >= 0 && (at - last > 3 || names.some((name) => byline.names.some((other) => sameName(name, other))))) continue;
    names = [...names, ...byline.names];
    confidence = Math.max(confidence, byline.shape === "lead" ? 0.95 : byline.shape === "role" ? 0.9 : 0.8);
    if (first < 0) first = at;
    last = at;
    bareBefore = byline.shape === "bare";
    used.add(at);
    lines.push(at);
  }
  if (first < 0) return null;
  const role = marked[last + 1];
  const only = names.length === 1 ? names[0] : undefined;
  if (role && only && !only.role && last + 1 < to && role.is.kind !== "prose" && role.line.words <= 8 && roleLine.test(role.line.text)) {
    used.add(last + 1);
    lines.push(last + 1);
    names = [{ ...only, role: role.line.text }];
    confidence = Math.max(confidence, 0.9);
  }
  const people = names.filter((name) => name.kind === "person");
  return { value: people.length > 0 ? people : names, at: first, lines, confidence };
}

const sameName = (one: WireName, other: WireName): boolean => one.name.toLowerCase() === other.name.toLowerCase();

function findStamps(marked: readonly Marked[], headline: number | null, start: number, end: number): readonly Found<Stamp>[] {
  const found: Found<Stamp>[] = [];
  const gather = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) {
      const is = marked[at]?.is;
      const stamps = is?.kind === "stamp" ? is.stamps : is?.kind === "byline" ? is.byline.stamps : [];
      for (const value of stamps) found.push({ value, at });
    }
  };
  gather(start, end);
  if (headline !== null) gather(Math.max(0, headline - 5), headline);
  return found;
}

function findStandfirst(
  marked: readonly Marked[],
  start: number,
  end: number,
  body: BodyWindow | null,
  used: ReadonlySet<number>,
): Found<string> | null {
  for (let at = start; at < end; at += 1) {
    const entry = marked[at];
    if (!entry || used.has(at)) continue;
    const { is, line } = entry;
    const text = is.kind === "prose" || (is.kind === "short" && line.words >= 6) || (is.kind === "item" && line.words >= 6);
    if (text && line.words <= 75 && body && !isBeforeCredit(marked, at)) return { value: is.kind === "item" ? is.text : line.text, at };
  }
  return null;
}

function isBeforeCredit(marked: readonly Marked[], at: number): boolean {
  const next = marked[at + 1]?.is;
  return next?.kind === "caption" && next.caption.caption === null;
}

function findSource(marked: readonly Marked[], headline: number | null, end: number): Found<string> | null {
  for (let at = Math.max(0, (headline ?? 0) - 3); at < end; at += 1) {
    const value = /^source\s*:\s*(\p{L}[\p{L} .-]{1,40})$/iu.exec(marked[at]?.line.text ?? "")?.[1];
    if (value) return { value, at };
  }
  return null;
}

function findLabels(
  marked: readonly Marked[],
  headline: number | null,
  start: number,
  end: number,
): { readonly kicker: Found<string> | null; readonly section: Found<string> | null } {
  let kicker: Found<string> | null = null;
  let section: Found<string> | null = null;
  if (headline === null) return { kicker, section };
  for (let at = headline - 1, steps = 0; at >= 0 && steps < 4; at -= 1) {
    const entry = marked[at];
    if (!entry) break;
    const { is, line } = entry;
    if (is.kind === "furniture" && isBreadcrumb(line.text)) {
      section ??= crumb(line.text, marked[headline]?.line.text ?? "", at);
      break;
    }
    const bare =
      is.kind === "byline" && is.byline.shape === "bare" && is.byline.stamps.length === 0 && /^[\p{Lu}\s&/’'-]+$/u.test(line.text);
    if (is.kind === "furniture" || is.kind === "stamp" || (is.kind === "byline" && !bare) || is.kind === "caption") continue;
    steps += 1;
    if (steps > 1) break;
    if (is.kind === "label") section ??= { value: line.text, at };
    else if (
      (is.kind === "short" || bare) &&
      line.words <= 4 &&
      line.text.length <= 40 &&
      (at <= 3 || /^\p{Lu}[\p{Lu}\s&/-]+$/u.test(line.text))
    )
      kicker ??= { value: line.text, at };
  }
  if (!section) {
    for (let at = start; at < end && !section; at += 1) {
      const entry = marked[at];
      if (entry?.is.kind === "label") section = { value: entry.line.text, at };
    }
  }
  return { kicker, section };
}

function crumb(text: string, headline: string, at: number): Found<string> | null {
  const parts = text.split(/\s*[>›»→]\s*|\s+[/|]\s+/).filter((part) => part !== "" && !/^home$/i.test(part));
  const kept = parts.filter(
    (part) =>
      part.length < 40 &&
      !headline.toLowerCase().startsWith(
        part
          .toLowerCase()
          .replace(/[.…]+$/, "")
          .slice(0, 20),
      ),
  );
  const value = kept.find((part) => isSectionLabel(part)) ?? kept.at(-1);
  return value ? { value, at } : null;
}
