import { DateTime, IANAZone, Settings } from "luxon";

// The one file that imports luxon. An impossible date throws here and never travels on as "Invalid DateTime".
Settings.throwOnInvalid = true;

declare module "luxon" {
  interface TSSettings {
    throwOnInvalid: true;
  }
}

export { DateTime };

/** Whether a name is an IANA time zone this Node knows, such as `Europe/Malta`. */
export function isZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}

const momentShape = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Reads a moment as newsrooms write it: `2026-11-23`, `2026-11-23 06:00`, `2026-11-23T06:00:00+01:00`.
 * Without an offset it is local to the zone, of a time that comes twice the first; with a day alone it is that day's first minute. `null`
 * when it is no such moment.
 */
export function readMoment(text: string, zone: string): DateTime | null {
  const trimmed = text.trim();
  const shape = momentShape.exec(trimmed);
  if (shape === null) return null;
  try {
    const moment = DateTime.fromISO(trimmed.replace(" ", "T"), { zone, setZone: false }).setLocale("en");
    // Of an hour that comes twice in autumn luxon takes the one whose offset holds today, so a build would depend on its season.
    return shape[1] === undefined ? (moment.getPossibleOffsets()[0] ?? moment) : moment;
  } catch {
    return null;
  }
}

/**
 * Reads a moment as feeds write it: RFC 822 with its names of zones, or ISO 8601. Without an offset it is local to the zone. `null` when it is neither.
 */
export function readFeedMoment(text: string, zone: string): DateTime | null {
  const trimmed = text.trim();
  for (const read of [DateTime.fromISO, DateTime.fromRFC2822]) {
    try {
      return read(trimmed, { zone, setZone: false }).setLocale("en");
    } catch {
      // Not in this form; perhaps in the other.
    }
  }
  return null;
}

/** The moment as RFC 3339 with its offset and without fractions: `2026-11-23T06:00:00+01:00`. */
export function isoMoment(moment: DateTime): string {
  return (moment.millisecond === 0 ? moment : moment.set({ millisecond: 0 })).toISO({ suppressMilliseconds: true });
}

/** The later of two moments. */
export function later(one: DateTime, other: DateTime): DateTime {
  return other.toMillis() > one.toMillis() ? other : one;
}
