import type { Marked } from "./classify-lines.ts";
import type { WireAmbiguity, WireName, WireRelated } from "./parsed-wire.ts";
import { type Clock, resolveMoment, speakIso } from "./resolve-moment.ts";
import { type Card, readTail } from "./tail.ts";
import type { Stamp } from "./wire-dates.ts";

/** Whose a byline between the story and the first related headline is. */
export type BylineOwner = "story" | "related";

/** The headlines of other stories, where they stood and what is doubtful about them. */
export interface RelatedReading {
  readonly items: readonly WireRelated[];
  readonly sources: readonly { readonly field: string; readonly at: number; readonly words: string | null }[];
  readonly ambiguities: readonly WireAmbiguity[];
  /** The line whose byline can be the article's own. */
  readonly leading: LeadingByline | null;
  readonly confidence: number;
}

interface LeadingByline {
  readonly at: number;
  readonly names: readonly WireName[];
  readonly stamps: readonly { readonly value: Stamp; readonly at: number }[];
  /** Whose it was said to be; `null` when nobody said. */
  readonly belongs: BylineOwner | null;
}

/** Joins the headlines found in the midst of the story with those below it. */
export function readRelated(
  marked: readonly Marked[],
  inline: readonly { readonly headline: string; readonly at: number }[],
  from: number,
  story: { readonly headline: string | null; readonly byline: boolean; readonly leading: BylineOwner | null },
  clock: Clock,
): RelatedReading {
  const tail = readTail(marked, from, marked.length - 1, false);
  const leading = tail.leading !== null && !story.byline ? tail.leading : null;
  const below = leading !== null && story.leading === "story" ? withoutLeading(tail, leading) : tail.cards;
  const cards = [...inline.map((entry): Card => ({ ...entry, section: null, byline: null, stamp: null })), ...below];
  const seen = new Set([fold(story.headline ?? "")]);
  const kept = cards.filter((card) => {
    const key = fold(card.headline);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const items = kept.map((card) => toRelated(card, clock));
  const sources = kept.flatMap((card, index) => cardSources(card, index));
  const open = story.leading === null ? leading : null;
  return {
    items,
    sources,
    ambiguities: doubts(marked, tail, open, kept, clock),
    leading: leading === null ? null : readLeading(marked, leading, story.leading),
    confidence: open === null ? 0.85 : 0.7,
  };
}

/** The cards when the byline above them is the story's: those of its list as if their bylines stood behind the headlines. */
function withoutLeading(tail: ReturnType<typeof readTail>, leading: number): readonly Card[] {
  if (tail.otherOrder === null)
    return tail.cards.map((card) => (card.byline?.at === leading ? { ...card, byline: null, stamp: null } : card));
  const last = tail.otherOrder.at(-1)?.at ?? leading;
  return [...tail.otherOrder, ...tail.cards.filter((card) => card.at > last)];
}

function readLeading(marked: readonly Marked[], at: number, belongs: BylineOwner | null): LeadingByline | null {
  const entry = marked[at];
  if (entry?.is.kind !== "byline") return null;
  return { at, names: entry.is.byline.names, stamps: entry.is.byline.stamps.map((value) => ({ value, at })), belongs };
}

const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** Names as they are read aloud: `Ann Bell and Joe Otieno`. */
export function joinNames(names: readonly WireName[]): string {
  return names.map((name) => name.name).join(" and ");
}

function toRelated(card: Card, clock: Clock): WireRelated {
  return {
    section: card.section?.text ?? null,
    headline: card.headline,
    byline: card.byline ? joinNames(card.byline.names) : null,
    published: card.stamp ? resolveMoment(card.stamp.stamp, clock) : null,
  };
}

function cardSources(card: Card, index: number): RelatedReading["sources"] {
  const field = `related[${index}]`;
  return [
    { field: `${field}.headline`, at: card.at, words: card.headline },
    ...(card.section ? [{ field: `${field}.section`, at: card.section.at, words: card.section.text }] : []),
    ...(card.byline
      ? [
          {
            field: `${field}.byline`,
            at: card.byline.at,
            words: card.byline.names.length === 1 ? (card.byline.names[0]?.name ?? null) : null,
          },
        ]
      : []),
    ...(card.stamp ? [{ field: `${field}.published`, at: card.stamp.at, words: card.stamp.stamp.words }] : []),
  ];
}

function doubts(
  marked: readonly Marked[],
  tail: ReturnType<typeof readTail>,
  leading: number | null,
  kept: readonly Card[],
  clock: Clock,
): readonly WireAmbiguity[] {
  const entry = leading === null ? undefined : marked[leading];
  const orders = tail.rivals.flatMap(([one, other]) => orderDoubts(marked, one, other));
  if (!entry || entry.is.kind !== "byline") return [...orders, ...unresolved(kept, clock)];
  const name = joinNames(entry.is.byline.names);
  const own = tail.cards.find((card) => card.byline?.at === leading) ?? tail.cards[0];
  const stamp = entry.is.byline.stamps[0];
  const time = stamp ? resolveMoment(stamp, clock) : null;
  const when = time ? (time.iso ? `, ${speakIso(time.iso, clock)}` : `, “${time.words}”`) : "";
  const others = (tail.otherOrder ?? [])
    .filter((card) => card.byline)
    .map((card) => `“${card.headline}” is by ${joinNames(card.byline?.names ?? [])}`);
  const shifted = others.length > 0 ? ` The bylines below then stand after their headlines: ${others.join("; ")}.` : "";
  return [
    {
      code: "byline-ambiguous",
      field: "byline",
      message: `“${entry.line.text}” stands between the story and the first related headline and can belong to either. No byline was set.`,
      readings: [
        `It belongs to “${own?.headline ?? ""}”, by ${name}${when}.`,
        `It is this article's own byline: by ${name}${when}.${shifted}`,
      ],
      lines: [entry.line.number],
    },
    ...orders,
    ...unresolved(kept, clock),
  ];
}

// Where two orders fit equally well, each line that changes its headline is named with both.
function orderDoubts(marked: readonly Marked[], one: readonly Card[], other: readonly Card[]): readonly WireAmbiguity[] {
  const owners = (cards: readonly Card[]): ReadonlyMap<number, Card> =>
    new Map(
      cards.flatMap((card) =>
        [card.section?.at, card.byline?.at, card.stamp?.at]
          .filter((at) => at !== undefined)
          .map((at): readonly [number, Card] => [at, card]),
      ),
    );
  const first = owners(one);
  const second = owners(other);
  const moved = [...new Set([...first.keys(), ...second.keys()])]
    .filter((at) => first.get(at)?.at !== second.get(at)?.at)
    .sort((a, b) => a - b);
  if (moved.length === 0) return [];
  const told = (owner: ReadonlyMap<number, Card>): string =>
    moved
      .slice(0, 6)
      .map((at) => {
        const card = owner.get(at);
        return `“${marked[at]?.line.text ?? ""}” belongs to ${card ? `“${card.headline}”` : "no headline"}`;
      })
      .join("; ");
  return [
    {
      code: "related-order",
      field: "related",
      message: "The lines of the related headlines can be read in two orders. The first was taken.",
      readings: [`${told(first)}.`, `${told(second)}.`],
      lines: moved.map((at) => marked[at]?.line.number ?? 0),
    },
  ];
}

function unresolved(kept: readonly Card[], clock: Clock): readonly WireAmbiguity[] {
  const open = kept.filter((card) => card.stamp && resolveMoment(card.stamp.stamp, clock).iso === null);
  if (open.length === 0) return [];
  const words = open.map((card) => `“${card.stamp?.stamp.words ?? ""}”`).join(", ");
  return [
    {
      code: "times-unresolved",
      field: "related",
      message: `Times of related headlines could not be worked out: ${words}. Give the time the copy was captured.`,
      readings: [],
      lines: [],
    },
  ];
}
