import type { Marked } from "./classify-lines.ts";
import type { WireName } from "./parsed-wire.ts";
import type { Stamp } from "./wire-dates.ts";

/** A headline of another story with what stands around it; the numbers are places in the list of lines. */
export interface Card {
  readonly headline: string;
  readonly at: number;
  readonly section: { readonly text: string; readonly at: number } | null;
  readonly byline: { readonly names: readonly WireName[]; readonly at: number } | null;
  readonly stamp: { readonly stamp: Stamp; readonly at: number } | null;
}

/** The stories below the copy. */
export interface Tail {
  readonly cards: readonly Card[];
  /** A byline that stands between the story and the first card, with no heading between: it can belong to either. */
  readonly leading: number | null;
  /** The cards as if their bylines stood behind the headlines, when a byline leads. */
  readonly otherOrder: readonly Card[] | null;
  /** Pairs of readings of one list that fit equally well. */
  readonly rivals: readonly (readonly [readonly Card[], readonly Card[]])[];
}

type Kind = "section" | "headline" | "byline" | "age" | "text";

interface Element {
  readonly kind: Kind;
  readonly at: number;
}

interface Region {
  readonly opened: boolean;
  readonly elements: readonly Element[];
  readonly first: boolean;
}

/** Reads the stories listed from one line to another. `opened` says that a heading such as “Related” stood before them. */
export function readTail(marked: readonly Marked[], from: number, to: number, opened: boolean): Tail {
  const regions = split(marked, from, to, opened);
  const cards: Card[] = [];
  let leading: number | null = null;
  let otherOrder: readonly Card[] | null = null;
  const rivals: (readonly [readonly Card[], readonly Card[]])[] = [];
  for (const region of regions) {
    if (!isListing(marked, region)) continue;
    const first = region.elements[0];
    const reading = readOrder(marked, promote(marked, region));
    // One by one: a page may list more cards than one call takes arguments.
    for (const card of reading.cards) cards.push(card);
    if (reading.rival) rivals.push([reading.cards, reading.rival]);
    if (region.first && !region.opened && first && hasNames(marked[first.at])) {
      leading = first.at;
      otherOrder = reading.trailing;
    }
  }
  return { cards, leading, otherOrder, rivals };
}

function hasNames(entry: Marked | undefined): boolean {
  return entry?.is.kind === "byline" && entry.is.byline.shape !== "bare";
}

function split(marked: readonly Marked[], from: number, to: number, opened: boolean): readonly Region[] {
  const regions: Region[] = [];
  let elements: Element[] = [];
  let open = opened;
  let closed = false;
  let first = true;
  const close = (): void => {
    // Comments hold sentences; headlines below a lone “Leave a comment” do not.
    const headlinesOnly = elements.every((element) => element.kind !== "text") && elements.length > 1;
    if (elements.length > 0 && (!closed || headlinesOnly)) regions.push({ opened: open, elements, first });
    if (elements.length > 0) first = false;
    elements = [];
  };
  for (let at = from; at <= to; at += 1) {
    const entry = marked[at];
    if (!entry) break;
    if (entry.is.kind === "furniture") {
      const { furniture } = entry.is;
      if (furniture === "plain" || furniture === "end") continue;
      close();
      first = first && furniture === "comments";
      open = furniture === "related";
      closed = furniture === "comments";
      continue;
    }
    const kind = elementKind(entry);
    if (kind) elements.push({ kind, at });
  }
  close();
  return regions;
}

function elementKind({ is, line }: Marked): Kind | null {
  if (/^[(@—–]|https?:\/\/|\(@\w+\)/.test(line.text)) return null;
  switch (is.kind) {
    case "label":
      return "section";
    case "stamp":
      return "age";
    case "byline":
      return is.byline.shape === "bare" && line.words >= 4 ? "headline" : "byline";
    case "related":
      return "headline";
    case "item":
      return is.text.length < 200 && line.words >= 5 ? "headline" : null;
    case "prose":
      return line.words <= 22 && /[?!"'”’»]$/.test(line.text) ? "headline" : "text";
    case "short":
      if (line.words >= 4 || (line.words === 3 && line.text.length > 18)) return line.text.length > 220 ? "text" : "headline";
      return line.words <= 3 && line.text.length <= 30 && line.words > 0 ? "section" : null;
    case "caption":
    case "furniture":
      return null;
  }
}

// Without a heading above it a list of lines is a listing only if cards show: ages, bylines, or several headlines in a row.
function isListing(marked: readonly Marked[], region: Region): boolean {
  const headlines = region.elements.filter((element) => element.kind === "headline");
  if (headlines.length === 0) return false;
  if (region.opened) return true;
  const ages = region.elements.some((element) => element.kind === "age" || hasNames(marked[element.at]));
  if (ages && region.elements.length >= 2) return true;
  const labels = region.elements.filter((element) => element.kind === "section").length;
  if (labels > 0 && labels <= headlines.length * 2) return true;
  return region.first && headlines.length >= 2 && headlines.every((element) => isPlainHeadline(marked[element.at]));
}

// Among headlines a rare sentence is a headline too; where every card has one it is a summary.
function promote(marked: readonly Marked[], region: Region): readonly Element[] {
  const texts = region.elements.filter((element) => element.kind === "text").length;
  const headlines = region.elements.filter((element) => element.kind === "headline").length;
  if (!region.opened || texts * 3 > headlines) return region.elements;
  return region.elements.map((element) =>
    element.kind === "text" && (marked[element.at]?.line.words ?? 99) <= 18 ? { ...element, kind: "headline" } : element,
  );
}

function isPlainHeadline(entry: Marked | undefined): boolean {
  if (!entry) return false;
  const { text, words } = entry.line;
  return words >= 4 && words <= 24 && !/^[^\p{L}\p{N}]*\d+[^\p{L}\p{N}]|[:;,]$/u.test(text) && !/[–—-]{1,2}\s\d/.test(text);
}

const kinds: readonly Kind[] = ["section", "byline", "age", "text"];

function permutations(items: readonly Kind[]): readonly (readonly Kind[])[] {
  if (items.length <= 1) return [items];
  return items.flatMap((item, at) => permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]));
}

interface Reading {
  readonly cost: number;
  readonly cards: readonly (readonly Element[])[];
}

interface Order {
  readonly cards: readonly Card[];
  /** As if bylines stood behind their headlines. */
  readonly trailing: readonly Card[] | null;
  /** Another order that fits as well and gives a line to another headline. */
  readonly rival: readonly Card[] | null;
}

const closeCost = 0.5;

/** Works out in which order section, byline, age and headline stand on each card: the order that leaves least over. */
function readOrder(marked: readonly Marked[], elements: readonly Element[]): Order {
  const present = kinds.filter((kind) => elements.some((element) => element.kind === kind));
  const orders = permutations([...present, "headline"]);
  const costs = orders.map((order) => readAs(marked, elements, order, present).cost);
  const least = Math.min(...costs);
  const cardsOf = (order: readonly Kind[]): readonly Card[] =>
    readAs(marked, elements, order, present)
      .cards.map((card) => toCard(marked, card))
      .filter((card) => card !== null);
  const best = cardsOf(orders[costs.indexOf(least)] ?? ["headline"]);
  const late = orders
    .map((order, at) => ({ order, cost: costs[at] ?? 0 }))
    .filter(({ order }) => order.includes("byline") && order.indexOf("byline") > order.indexOf("headline"))
    .sort((one, other) => one.cost - other.cost)[0];
  const signature = signatureOf(best);
  const near = orders.filter((_, at) => (costs[at] ?? 0) - least <= closeCost).map(cardsOf);
  const rival = near.find((cards) => signatureOf(cards) !== signature && cards.length === best.length) ?? null;
  const trailing = late ? cardsOf(late.order) : null;
  return { cards: best, trailing: trailing && signatureOf(trailing) !== signature ? trailing : null, rival };
}

const signatureOf = (cards: readonly Card[]): string =>
  cards.map((card) => `${card.at}:${card.section?.at ?? ""}:${card.byline?.at ?? ""}:${card.stamp?.at ?? ""}`).join(" ");

const orphanCost: Readonly<Record<Kind, number>> = { section: 0.6, byline: 1.5, age: 1.5, text: 0.4, headline: 0 };
const missingCost: Readonly<Record<Kind, number>> = { section: 1, byline: 1, age: 1, text: 0.3, headline: 0 };

function readAs(marked: readonly Marked[], elements: readonly Element[], order: readonly Kind[], present: readonly Kind[]): Reading {
  const cards: Element[][] = [];
  let card: Element[] = [];
  let rank = -1;
  let cost = 0;
  let before: Element | null = null;
  for (const element of elements) {
    const own = order.indexOf(element.kind);
    const opens = own <= rank || card.length === 0;
    if (opens && card.length > 0) {
      cards.push(card);
      card = [];
    }
    const together = before !== null && marked[before.at]?.line.group === marked[element.at]?.line.group;
    if (before !== null && opens === together) cost += 0.25;
    card.push(element);
    rank = own;
    before = element;
  }
  if (card.length > 0) cards.push(card);
  for (const found of cards) {
    const has = new Set(found.map((element) => element.kind));
    if (has.has("headline")) for (const kind of present) cost += has.has(kind) ? 0 : missingCost[kind];
    else for (const element of found) cost += orphanCost[element.kind];
  }
  return { cost, cards };
}

function toCard(marked: readonly Marked[], elements: readonly Element[]): Card | null {
  const pick = (kind: Kind): Element | undefined => elements.find((element) => element.kind === kind);
  // A headline of two sentences looks like a summary, until it is seen to stand where the headline should.
  const headline =
    pick("headline") ??
    (elements.length > 1 ? elements.find(({ kind, at }) => kind === "text" && (marked[at]?.line.words ?? 99) <= 24) : undefined);
  const head = headline ? marked[headline.at] : undefined;
  if (!headline || !head) return null;
  const section = pick("section");
  const label = section ? marked[section.at] : undefined;
  const byline = pick("byline");
  const by = byline ? marked[byline.at] : undefined;
  const age = pick("age");
  const time = age ? marked[age.at] : undefined;
  const names = by?.is.kind === "byline" ? by.is.byline : null;
  const stamped = time?.is.kind === "stamp" ? time.is.stamps[0] : undefined;
  const own = names?.stamps[0];
  return {
    headline: headlineText(head),
    at: headline.at,
    section: section && label ? { text: label.line.text, at: section.at } : null,
    byline: byline && names ? { names: names.names, at: byline.at } : null,
    stamp: age && stamped ? { stamp: stamped, at: age.at } : byline && own ? { stamp: own, at: byline.at } : null,
  };
}

function headlineText({ is, line }: Marked): string {
  if (is.kind === "related") return is.headline;
  if (is.kind === "item") return is.text;
  return line.text;
}
