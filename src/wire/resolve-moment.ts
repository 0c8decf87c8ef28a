import { DateTime } from "../model/time.ts";
import { zoneOf } from "./date-words.ts";
import type { Precision, WireMoment } from "./parsed-wire.ts";
import type { Stamp } from "./wire-dates.ts";

/** When the copy was taken from the page, if known, and the zone its times are in unless they say otherwise. */
export interface Clock {
  readonly captured: DateTime | null;
  readonly zone: string;
}

const isoDay = (moment: DateTime): string => moment.toFormat("yyyy-MM-dd");
const isoMinute = (moment: DateTime): string => moment.set({ second: 0, millisecond: 0 }).toISO({ suppressMilliseconds: true });
const speak = (moment: DateTime): string => moment.setLocale("en").toFormat("d MMMM yyyy");
const speakTime = (moment: DateTime): string => moment.setLocale("en").toFormat("d MMMM yyyy, HH:mm");

/** A resolved time in words for an editor: `22 November 2024, 09:00`. */
export function speakIso(iso: string, clock: Clock): string {
  return iso.length === 10 ? speak(DateTime.fromISO(iso, { zone: clock.zone })) : speakTime(DateTime.fromISO(iso, { setZone: true }));
}

/** Resolves a stamp against the capture time; what cannot be resolved keeps its words and says why. */
export function resolveMoment(stamp: Stamp, clock: Clock): WireMoment {
  if (stamp.age) return resolveAge(stamp, stamp.age, clock);
  if (stamp.date) return resolveDate(stamp, stamp.date, clock);
  return unresolved(stamp, "day", `“${stamp.words}” names no day.`);
}

function unresolved(stamp: Stamp, precision: Precision, reason: string): WireMoment {
  return { iso: null, precision, words: stamp.words, reason };
}

function resolveAge(stamp: Stamp, age: NonNullable<Stamp["age"]>, clock: Clock): WireMoment {
  const precision: Precision = age.unit === "second" ? "minute" : age.unit;
  if (!clock.captured) return unresolved(stamp, precision, `“${stamp.words}” counts from the time of capture, which was not given.`);
  const moment = clock.captured.minus({ [age.unit]: age.count });
  const exact = precision === "minute" || precision === "hour";
  const iso = exact ? isoMinute(moment) : withTime(moment, stamp, clock);
  const result = iso.length > 10 && !exact ? "minute" : precision;
  return {
    iso,
    precision: result,
    words: stamp.words,
    reason: `“${stamp.words}” counts back from the capture on ${speakTime(clock.captured)}.`,
  };
}

function zoneFor(stamp: Stamp, clock: Clock): string {
  return (stamp.zone ? zoneOf(stamp.zone) : null) ?? clock.zone;
}

function withTime(day: DateTime, stamp: Stamp, clock: Clock): string {
  if (!stamp.time) return isoDay(day);
  const parts = { year: day.year, month: day.month, day: day.day, hour: stamp.time.hour, minute: stamp.time.minute };
  return isoMinute(DateTime.fromObject(parts, { zone: zoneFor(stamp, clock) }));
}

function dayIn(year: number, month: number, day: number, clock: Clock): DateTime | null {
  try {
    return DateTime.fromObject({ year, month, day }, { zone: clock.zone });
  } catch {
    return null;
  }
}

function resolveDate(stamp: Stamp, date: NonNullable<Stamp["date"]>, clock: Clock): WireMoment {
  const precision: Precision = stamp.time ? "minute" : "day";
  if (date.year !== null) {
    const day = dayIn(date.year, date.month, date.day, clock);
    if (!day) return unresolved(stamp, precision, `“${stamp.words}” is not a day of the calendar.`);
    const clash = stamp.weekday !== null && stamp.weekday !== day.weekday;
    const reason = clash
      ? `The copy says “${stamp.words}”, but ${speak(day)} is a ${day.setLocale("en").weekdayLong}.`
      : `The copy says “${stamp.words}”.`;
    const zone = stamp.zone && !zoneOf(stamp.zone) ? ` The zone “${stamp.zone}” is not known, so ${clock.zone} was taken.` : "";
    return { iso: withTime(day, stamp, clock), precision, words: stamp.words, reason: `${reason}${zone}` };
  }
  return withoutYear(stamp, date, clock, precision);
}

function withoutYear(stamp: Stamp, date: NonNullable<Stamp["date"]>, clock: Clock, precision: Precision): WireMoment {
  const captured = clock.captured;
  if (!captured) return unresolved(stamp, precision, `“${stamp.words}” gives no year, and the time of capture was not given.`);
  const latest = captured.plus({ days: 1 });
  for (let back = 0; back <= (stamp.weekday === null ? 4 : 11); back += 1) {
    const day = dayIn(captured.year - back, date.month, date.day, clock);
    if (!day || day > latest || (stamp.weekday !== null && day.weekday !== stamp.weekday)) continue;
    const fit = stamp.weekday === null ? "" : `, where that day is a ${day.setLocale("en").weekdayLong}`;
    const reason = `“${stamp.words}” gives no year; the copy was captured on ${speak(captured)}, so the year is ${day.year}${fit}.`;
    return { iso: withTime(day, stamp, clock), precision, words: stamp.words, reason };
  }
  return unresolved(stamp, precision, `“${stamp.words}” fits no day before the capture on ${speak(captured)}.`);
}
