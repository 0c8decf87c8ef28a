import type { Problem } from "../../model/problem.ts";
import { DateTime } from "../../model/time.ts";
import { type DeskWord, leadCode } from "./desk-words.ts";
import { mostWarnings, type Passage, warning } from "./passages.ts";

/** The calendar's words in a language, small letters, without dots. */
interface Calendar {
  readonly weekdays: ReadonlyMap<string, number>;
  readonly months: ReadonlyMap<string, number>;
  /** First two letters of the weekdays: nearly every other word is ruled out by them. */
  readonly leads: ReadonlySet<number>;
}

const calendars = new Map<string, Calendar>();
/** A date without its year is one within so many days of publication; further off it may be either of two. */
const near = 60;

// After the weekday: "7 November", "7th of November 2024", "7. November", "November 7, 2024"; one short word may stand between.
const dayFirst =
  /^[\s,.(]+(?:\p{L}{1,3}[\s’']+)?(\d{1,2})(?:st|nd|rd|th|er|º|ª)?[\s.,]+(?:\p{L}{1,3}[\s’']+)?(\p{L}[\p{L}\p{M}]*)\.?(?:,?\s+(?:\p{L}{2,3}\s+)?(\d{4})(?![\d\p{L}]))?/u;
const monthFirst = /^[\s,.(]+(?:the\s+)?(\p{L}[\p{L}\p{M}]*)\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?![\d\p{L}:])(?:,?\s+(\d{4})(?![\d\p{L}]))?/u;

/** A weekday that does not fit the date beside it: “Thursday, November 8” in a year in which that is a Friday. Any language whose calendar Intl knows. */
export function weekdaysOfDates(passage: Passage, published: DateTime, language: string): readonly Problem[] {
  const { text, words } = passage;
  const calendar = calendarOf(language);
  const problems: Problem[] = [];
  for (const word of words) {
    if (problems.length === mostWarnings) break;
    if (!calendar.leads.has(leadOf(word)) || word.quoted || word.text.length < 2) continue;
    const weekday = calendar.weekdays.get(word.text.toLowerCase());
    if (weekday === undefined) continue;
    const found = readDate(text.slice(word.end, word.end + 60), calendar);
    if (found === null) continue;
    const years = found.year !== null ? [found.year] : likelyYears(found, published, text, word.start);
    const nearest = years.find((year) => weekdayIn(year, found) !== null);
    if (nearest === undefined || years.some((year) => weekdayIn(year, found) === weekday)) continue;
    const date = DateTime.fromObject({ year: nearest, month: found.month, day: found.day }, { zone: "utc" }).setLocale("en");
    const written = text.slice(word.start, word.end + found.length).replaceAll(/\s+/g, " ");
    const fits = fittingYear(found, weekday, nearest);
    problems.push(
      warning(
        "weekday-not-of-date",
        passage.place(word.start),
        `“${written}”: ${date.toFormat("d LLLL yyyy")} is a ${date.toFormat("cccc")}.`,
        `Check the weekday, the date and the year.${fits === null ? "" : ` They fit in ${fits}.`}`,
      ),
    );
  }
  return problems;
}

interface WrittenDate {
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
  readonly length: number;
}

function readDate(after: string, calendar: Calendar): WrittenDate | null {
  const one = dayFirst.exec(after);
  const monthOfOne = calendar.months.get((one?.[2] ?? "").toLowerCase());
  if (one && monthOfOne !== undefined)
    return { day: Number(one[1]), month: monthOfOne, year: one[3] ? Number(one[3]) : null, length: one[0].length };
  const two = monthFirst.exec(after);
  const monthOfTwo = calendar.months.get((two?.[1] ?? "").toLowerCase());
  if (two && monthOfTwo !== undefined)
    return { day: Number(two[2]), month: monthOfTwo, year: two[3] ? Number(two[3]) : null, length: two[0].length };
  return null;
}

/** The years a date without one may mean, the likeliest first: those of the nearest such days, and any year named just before. */
function likelyYears({ day, month }: WrittenDate, published: DateTime, text: string, at: number): readonly number[] {
  const now = Date.UTC(published.year, published.month - 1, published.day);
  const around = [published.year - 1, published.year, published.year + 1]
    .map((year) => ({ year, distance: Math.abs(Date.UTC(year, month - 1, day) - now) / 86_400_000 }))
    .sort((a, b) => a.distance - b.distance);
  const sure = (around[0]?.distance ?? 0) <= near;
  const close = around.filter(({ distance }, index) => index === 0 || (!sure && distance < 366));
  const named = text.slice(Math.max(0, at - 300), at + 200).match(/(?<!\d)(?:1[89]|20)\d\d(?!\d)/g) ?? [];
  return [...close.map(({ year }) => year), ...named.map(Number)];
}

function fittingYear(date: WrittenDate, weekday: number, year: number): number | null {
  return [-1, 1, -2, 2, -3, 3, -4, -5, -6].map((step) => year + step).find((other) => weekdayIn(other, date) === weekday) ?? null;
}

/** The weekday of a day in a year, from 1 for Monday; `null` when that year has no such day. */
function weekdayIn(year: number, { day, month }: WrittenDate): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year < 1583 || date.getUTCMonth() !== month - 1 ? null : date.getUTCDay() || 7;
}

function calendarOf(language: string): Calendar {
  const known = calendars.get(language);
  if (known) return known;
  const weekdays = new Map<string, number>();
  const months = new Map<string, number>();
  const add = (names: Map<string, number>, name: string, value: number) => {
    const bare = name.toLowerCase().replace(/\.$/, "");
    if (/^\p{L}[\p{L}\p{M}]+$/u.test(bare)) names.set(bare, value);
  };
  for (const length of ["long", "short"] as const) {
    const name = new Intl.DateTimeFormat(language, { weekday: length, timeZone: "UTC" });
    const month = new Intl.DateTimeFormat(language, { day: "numeric", month: length, timeZone: "UTC", calendar: "gregory" });
    // 1 January 2024 was a Monday.
    for (let day = 1; day <= 7; day += 1) add(weekdays, name.format(Date.UTC(2024, 0, day)), day);
    for (let at = 0; at < 12; at += 1) {
      add(months, month.formatToParts(Date.UTC(2024, at, 1)).find(({ type }) => type === "month")?.value ?? "", at + 1);
    }
  }
  if (language.toLowerCase().startsWith("en"))
    for (const [name, day] of [
      ["tues", 2],
      ["thur", 4],
      ["thurs", 4],
    ] as const)
      weekdays.set(name, day);
  if (language.toLowerCase().startsWith("en")) months.set("sept", 9);
  const calendar = {
    weekdays,
    months,
    leads: new Set(
      [...weekdays.keys()].flatMap((name) => [name, name.toUpperCase()].map((word) => leadOf({ text: word, lead: leadCode(word) }))),
    ),
  };
  calendars.set(language, calendar);
  return calendar;
}

function leadOf({ text, lead }: Pick<DeskWord, "text" | "lead">): number {
  const code = text.charCodeAt(1);
  return lead * 65536 + (code >= 65 && code <= 90 ? code + 32 : code);
}
