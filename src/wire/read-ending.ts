import { isKnownAgency } from "./agencies.ts";
import { readByline } from "./byline.ts";
import type { Marked } from "./classify-lines.ts";
import { isRole } from "./person-name.ts";
import type { Found, FoundByline } from "./read-header.ts";
import type { Stamp } from "./wire-dates.ts";

/** What stands right below the story: who wrote it, when, and the agency's mark. */
export interface Ending {
  /** `settled`: no headline follows that it could belong to. */
  readonly byline: (FoundByline & { readonly settled: boolean }) | null;
  readonly stamps: readonly Found<Stamp>[];
  readonly source: Found<string> | null;
}

/** Reads the lines right below the story, up to the first heading of something else. */
export function readEnding(marked: readonly Marked[], from: number): Ending {
  const stamps: Found<Stamp>[] = [];
  let byline: Ending["byline"] = null;
  let source: Found<string> | null = null;
  let steps = 0;
  for (let at = from; at < marked.length && steps < 5; at += 1) {
    const entry = marked[at];
    if (!entry || (entry.is.kind === "furniture" && entry.is.furniture !== "plain" && entry.is.furniture !== "end")) break;
    steps += 1;
    const reporting = /^\(?(?:reporting|writing|report)\s+by\s+(.+?)(?:[;)]|(?<=\p{L}{2})\.|,?\s+(?:editing|writing)\b|$)/iu.exec(
      entry.line.text,
    );
    if (reporting) {
      const read = readByline(`By ${reporting[1] ?? ""}`);
      if (read && !byline) byline = { value: read.names, at, lines: [at], confidence: 0.75, settled: false };
      continue;
    }
    if (entry.is.kind === "byline" && entry.is.byline.shape !== "bare" && at - from <= 1) {
      const settled = endsThere(marked, at);
      if (settled || entry.is.byline.shape === "lead")
        byline ??= { value: entry.is.byline.names, at, lines: [at], confidence: settled ? 0.85 : 0.7, settled };
    }
    if (entry.is.kind === "stamp" && entry.is.stamps.every((stamp) => stamp.age === null))
      for (const value of entry.is.stamps) stamps.push({ value, at });
    const mark = /^[\W]{0,3}(\p{L}[\p{L} .]{1,30}?)[\W]{0,2}$/u.exec(entry.line.text)?.[1];
    if (mark && isKnownAgency(mark) && steps === 1) source = { value: mark, at };
  }
  return { byline, stamps, source };
}

// With tags, a share line or nothing at all behind it, a byline can only belong to what stands before it.
function endsThere(marked: readonly Marked[], at: number): boolean {
  const role = marked[at + 1];
  const next = role?.is.kind === "short" && isRole(role.line.text) && role.line.words <= 6 ? marked[at + 2] : role;
  return next === undefined || (next.is.kind === "furniture" && !/advert/i.test(next.line.text));
}
