import type { Problem } from "../../model/problem.ts";
import type { DateTime } from "../../model/time.ts";
import { mostWarnings, type Passage, warning } from "./passages.ts";

const months = "January February March April May June July August September October November December".split(" ");
const weekdays = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const numbers = "zero one two three four five six seven eight nine ten".split(" ");
const triggers = new Set(["yesterday", "tomorrow", "tonight", "last", "next", "this", "ago"]);
const leads = new Set([...triggers].map((word) => word.charCodeAt(0)));
/** Beyond ten years a reader does not count: “forty years ago” is as true next year. */
const mostYears = 10;

const span = "(night|week|weekend|month|year|spring|summer|autumn|fall|winter)";
const days = `(${weekdays.join("|")})`;
const monthNames = `(${months.join("|")})`;
const ahead = new RegExp(`^(last|next)\\s+(?:${span}|${days}|${monthNames})(?![\\p{L}\\p{N}-])`, "iu");
const now = new RegExp(`^this\\s+(?:(morning|afternoon|evening|week|weekend|month|year)|${days}|${monthNames})(?![\\p{L}\\p{N}-])`, "iu");
const monthBefore = new RegExp(`${monthNames}(?:,? of)?,?\\s+$`, "u");
const agoBefore =
  /(?<![\p{L}\p{N}.,-])(\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s+(minute|hour|day|week|month|year)s?\s+$/iu;
// With one of these before it, the phrase counts from another moment (“the next day”) or means a stretch of time (“the last year”).
const owned = /(?<![\p{L}\p{N}])(?:the|this|that|its|his|her|their|our|my|your|every|each|a|one|very|[\p{L}]+[’']s|s[’'])\s+$/iu;
const ofTomorrow = /(?<![\p{L}\p{N}])(?:of|and|for|a|better|brighter|today[’']s|no)\s+$/iu;

/**
 * Words whose meaning moves with the day they are read (“last month”, “October last year”, “yesterday”), in English, with the date they
 * meant on the day of publication. Each phrase once in an article.
 */
export function relativeDates(passage: Passage, published: DateTime, seen: Set<string>): readonly Problem[] {
  const { text, words } = passage;
  const problems: Problem[] = [];
  for (const word of words) {
    if (problems.length === mostWarnings) break;
    if (!leads.has(word.lead) || word.quoted || word.text.length > 11) continue;
    const trigger = word.text.toLowerCase().replace(/[’']s$/, "");
    if (!triggers.has(trigger)) continue;
    const before = text.slice(Math.max(0, word.start - 40), word.start);
    const found = read(trigger, before, text.slice(word.start, word.start + 40), published);
    if (found === null) continue;
    const start = word.start - found.back;
    const phrase = text.slice(start, word.start + found.length).replaceAll(/\s+/g, " ");
    const key = phrase.toLowerCase();
    if (seen.has(key)) continue;
    seen.add(key);
    const meant = found.meant?.() ?? null;
    problems.push(
      warning(
        "relative-date",
        passage.place(start),
        meant === null
          ? `“${phrase}” depends on when it is read.`
          : `“${phrase}” meant ${meant} on the day of publication, ${day(published)}.`,
        meant === null ? "Add the year." : "Write that date, so that it stays true when it is read later.",
      ),
    );
  }
  return problems;
}

interface Found {
  /** The date it meant, in words; `null` when that depends on the reader's hemisphere. */
  readonly meant: (() => string) | null;
  /** Characters of the phrase before the trigger word. */
  readonly back: number;
  /** Characters of the phrase from the trigger word on. */
  readonly length: number;
}

function read(trigger: string, before: string, from: string, published: DateTime): Found | null {
  switch (trigger) {
    case "yesterday":
    case "tomorrow":
      if (ofTomorrow.test(before)) return null;
      return { meant: () => day(published.plus({ days: trigger === "tomorrow" ? 1 : -1 })), back: 0, length: trigger.length };
    case "tonight":
      return { meant: () => day(published), back: 0, length: trigger.length };
    case "ago":
      return readAgo(before, published);
    case "this":
      return readThis(from, published);
    default:
      return readAhead(before, from, published);
  }
}

function readAgo(before: string, published: DateTime): Found | null {
  const found = agoBefore.exec(before);
  if (found === null) return null;
  const written = (found[1] ?? "").toLowerCase();
  const count = /^an?$/.test(written) ? 1 : /^\d/.test(written) ? Number(written) : numbers.indexOf(written);
  const unit = (found[2] ?? "").toLowerCase();
  const moment = published.minus({ [`${unit}s`]: count });
  const at = { back: before.length - found.index, length: 3 };
  switch (unit) {
    case "minute":
    case "hour":
      return { meant: () => `${day(moment)}, ${moment.toFormat("HH:mm")}`, ...at };
    case "day":
      return { meant: () => day(moment), ...at };
    case "week":
      return { meant: () => `the week of ${date(moment)}`, ...at };
    case "month":
      return { meant: () => moment.toFormat("LLLL yyyy"), ...at };
    default:
      return count > mostYears ? null : { meant: () => moment.toFormat("yyyy"), ...at };
  }
}

function readThis(from: string, published: DateTime): Found | null {
  const found = now.exec(from);
  if (found === null) return null;
  const [{ length }, part, weekday, month] = found;
  const at = { back: 0, length };
  if (weekday !== undefined) {
    if (!weekdays.includes(weekday)) return null;
    const moment = published.plus({ days: weekdays.indexOf(weekday) + 1 - published.weekday });
    return { meant: () => day(moment), ...at };
  }
  if (month !== undefined) return months.includes(month) ? { meant: () => `${month} ${published.year}`, ...at } : null;
  switch (part?.toLowerCase()) {
    case "week":
      return { meant: () => `the week of ${date(published.startOf("week"))}`, ...at };
    case "weekend":
      return { meant: () => thisWeekend(published), ...at };
    case "month":
      return { meant: () => published.toFormat("LLLL yyyy"), ...at };
    case "year":
      return { meant: () => published.toFormat("yyyy"), ...at };
    default:
      return { meant: () => day(published), ...at };
  }
}

function readAhead(before: string, from: string, published: DateTime): Found | null {
  const found = ahead.exec(from);
  if (found === null || owned.test(before)) return null;
  const [{ length }, way, part, weekday, month] = found;
  const step = way?.toLowerCase() === "last" ? -1 : 1;
  const at = { back: 0, length };
  if (weekday !== undefined) return weekdays.includes(weekday) ? { meant: () => nearWeekday(weekday, step, published), ...at } : null;
  if (month !== undefined) {
    if (!months.includes(month)) return null;
    const passed = step === -1 ? months.indexOf(month) + 1 < published.month : months.indexOf(month) + 1 <= published.month;
    return { meant: () => `${month} ${published.year + (step === -1 ? (passed ? 0 : -1) : passed ? 1 : 0)}`, ...at };
  }
  switch (part?.toLowerCase()) {
    case "night":
      return step === -1 ? { meant: () => `the night before ${day(published)}`, ...at } : null;
    case "week":
      return { meant: () => `the week of ${date(published.startOf("week").plus({ weeks: step }))}`, ...at };
    case "weekend":
      return { meant: () => `the weekend of ${date(published.startOf("week").plus({ weeks: step, days: 5 }))}`, ...at };
    case "month":
      return { meant: () => published.plus({ months: step }).toFormat("LLLL yyyy"), ...at };
    case "year": {
      const named = monthBefore.exec(before);
      const year = String(published.year + step);
      return named === null
        ? { meant: () => year, ...at }
        : { meant: () => `${named[1]} ${year}`, back: before.length - named.index, length };
    }
    default:
      return { meant: null, ...at };
  }
}

/** English is of two minds whether “next Friday” is the coming one: both are named when they differ. */
function nearWeekday(name: string, step: 1 | -1, published: DateTime): string {
  const wanted = weekdays.indexOf(name) + 1;
  const distance = (((wanted - published.weekday) * step + 7) % 7 || 7) * step;
  const nearest = published.plus({ days: distance });
  const sameWeek = nearest.startOf("week").toMillis() === published.startOf("week").toMillis();
  return sameWeek ? `${day(nearest)} or ${day(nearest.plus({ weeks: step }))}` : day(nearest);
}

/** Early in the week, “this weekend” is as often the one that was. */
function thisWeekend(published: DateTime): string {
  const coming = published.startOf("week").plus({ days: 5 });
  return published.weekday <= 3
    ? `the weekend of ${date(coming.minus({ weeks: 1 }))} or ${date(coming)}`
    : `the weekend of ${date(coming)}`;
}

function day(moment: DateTime): string {
  return moment.toFormat("cccc d LLLL yyyy");
}

function date(moment: DateTime): string {
  return moment.toFormat("d LLLL yyyy");
}
