import type { WireAmbiguity, WireMoment } from "./parsed-wire.ts";
import type { Found } from "./read-header.ts";
import { type Clock, resolveMoment } from "./resolve-moment.ts";
import { type Stamp, scanStamps } from "./wire-dates.ts";

/** When the article appeared and when it was changed, as far as the copy tells. */
export interface Times {
  readonly published: Found<WireMoment> | null;
  readonly updated: Found<WireMoment> | null;
  readonly confidence: number;
  readonly ambiguities: readonly Omit<WireAmbiguity, "lines">[];
}

/** Where the text itself names a day: the dateline and the first paragraphs. */
export interface DayMention {
  readonly text: string;
  readonly at: number;
}

/** Reads the times from the stamps around the headline, else proposes the day that the story itself names. */
export function readTimes(
  stamps: readonly Found<Stamp>[],
  dateline: Found<Stamp> | null,
  mentions: readonly DayMention[],
  clock: Clock,
): Times {
  const labelled = stamps.find((stamp) => stamp.value.label === "published");
  const plain = stamps.find((stamp) => stamp.value.label === null);
  const changed = stamps.find((stamp) => stamp.value.label === "updated");
  const first = labelled ?? plain ?? null;
  const updated = changed ? { value: resolveMoment(changed.value, clock), at: changed.at } : null;
  if (first) return fromStamp(first, updated, clock);
  if (updated) {
    const value = { ...updated.value, reason: `The copy gives only the time of an update. ${updated.value.reason}` };
    return { published: { value, at: updated.at }, updated, confidence: 0.6, ambiguities: [proposal(value)] };
  }
  if (dateline) {
    const value = resolveMoment(dateline.value, clock);
    return {
      published: { value, at: dateline.at },
      updated: null,
      confidence: value.iso ? 0.8 : 0.3,
      ambiguities: value.iso ? [] : [undated(value)],
    };
  }
  return fromText(mentions, clock);
}

function fromStamp(first: Found<Stamp>, updated: Found<WireMoment> | null, clock: Clock): Times {
  const value = resolveMoment(first.value, clock);
  const ambiguities: Omit<WireAmbiguity, "lines">[] = [];
  if (value.iso === null) ambiguities.push(undated(value));
  if (first.value.date?.dayFirst === "unsure" && first.value.date.year !== null) {
    const { year, month, day } = first.value.date;
    const two = (number: number): string => String(number).padStart(2, "0");
    ambiguities.push({
      code: "date-order",
      field: "published",
      message: `“${value.words}” can be read with the day or the month first.`,
      readings: [`Day first: ${year}-${two(month)}-${two(day)}.`, `Month first: ${year}-${two(day)}-${two(month)}.`],
    });
  }
  if (/, but /.test(value.reason)) {
    ambiguities.push({
      code: "weekday-clash",
      field: "published",
      message: value.reason,
      readings: ["The date is right.", "The weekday is right."],
    });
  }
  return { published: { value, at: first.at }, updated, confidence: value.iso ? 0.95 : 0.4, ambiguities };
}

function undated(value: WireMoment): Omit<WireAmbiguity, "lines"> {
  return { code: "date-unresolved", field: "published", message: `The date could not be worked out. ${value.reason}`, readings: [] };
}

function proposal(value: WireMoment): Omit<WireAmbiguity, "lines"> {
  const reading = value.iso === null ? [] : [`The article is of ${value.iso.slice(0, 10)}.`, "It is of another day."];
  return { code: "date-proposed", field: "published", message: `The date is only a proposal. ${value.reason}`, readings: reading };
}

const furthestDays = 60;

// The day the story speaks of is at most the day it was published, so it is only a proposal; old days are history, not news.
function fromText(mentions: readonly DayMention[], clock: Clock): Times {
  let unresolved: Found<WireMoment> | null = null;
  for (const mention of mentions) {
    for (const stamp of sentenceStamps(mention.text)) {
      if (!stamp.date) continue;
      const found = resolveMoment(stamp, clock);
      const value = { ...found, reason: stamp.date.year === null ? `In the text, ${found.reason}` : found.reason };
      if (found.iso === null) {
        unresolved ??= { value, at: mention.at };
        continue;
      }
      if (clock.captured) {
        const age = clock.captured.diff(clock.captured.set({ ...ymd(found.iso) }), "days").days;
        if (age < -1 || age > furthestDays) continue;
      }
      return {
        published: { value, at: mention.at },
        updated: null,
        confidence: clock.captured ? 0.6 : 0.35,
        ambiguities: [proposal(value)],
      };
    }
  }
  return { published: unresolved, updated: null, confidence: 0.2, ambiguities: unresolved ? [proposal(unresolved.value)] : [] };
}

function ymd(iso: string): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)), day: Number(iso.slice(8, 10)) };
}

// Scanned in overlapping pieces because a line scan stops at its first few hundred characters.
function sentenceStamps(text: string): readonly Stamp[] {
  return [...scanStamps(text.slice(0, 240)).stamps, ...(text.length > 240 ? scanStamps(text.slice(200, 440)).stamps : [])];
}
