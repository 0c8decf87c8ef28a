import { isKnownAgency } from "./agencies.ts";
import { type CaptionLine, soundsLikeCaption } from "./caption.ts";
import type { Marked } from "./classify-lines.ts";
import { endsSentence, withoutEndMark } from "./lines.ts";
import type { WireBlock, WireName } from "./parsed-wire.ts";
import { findRepeats } from "./repeats.ts";

/** A piece of the body and the line it stands on. */
export interface PlacedBlock {
  readonly block: WireBlock;
  readonly at: number;
}

export interface PlacedCaption {
  readonly caption: CaptionLine;
  readonly at: number;
  /** Where the credit stands when it has a line of its own. */
  readonly creditAt: number;
}

/** The story itself, and what stood in its midst. */
export interface Body {
  readonly blocks: readonly PlacedBlock[];
  readonly captions: readonly PlacedCaption[];
  /** “Read also: …” and the headlines below a heading of that kind. */
  readonly related: readonly { readonly headline: string; readonly at: number }[];
  /** Paragraphs that stand a second time and were left out. */
  readonly repeated: readonly number[];
}

const tweetSign = /^[—–-]\s?.{1,60}\(@\w{1,20}\)\s.{4,30}$|pic\.twitter\.com\/\w+|https:\/\/t\.co\/\w+/;

/** Reads the lines from the first of the story to its last. */
export function readBody(marked: readonly Marked[], first: number, last: number, used: ReadonlySet<number>): Body {
  const blocks: PlacedBlock[] = [];
  const captions: PlacedCaption[] = [];
  const related: { headline: string; at: number }[] = [];
  const pulled = pullQuotes(marked, first, last);
  const repeated = findRepeats(marked, first, last);
  const left: number[] = [];
  let listing = false;
  for (let at = first; at <= last; at += 1) {
    const entry = marked[at];
    if (!entry || used.has(at)) continue;
    const { is, line } = entry;
    const again = repeated.get(at);
    if (again === "caption") {
      captions.push({ caption: { caption: line.text, credit: null, sure: "likely" }, at, creditAt: at });
      continue;
    }
    if (again === "furniture") {
      if (is.kind === "prose" && line.words >= 8 && !captions.some((placed) => placed.caption.caption === line.text)) left.push(at);
      continue;
    }
    switch (is.kind) {
      case "prose":
        listing = false;
        if (pulled.has(at)) break;
        blocks.push({ block: { kind: isEmbed(marked, at) ? "embed" : "paragraph", text: withoutEndMark(line.text) }, at });
        break;
      case "item":
        if (listing && !endsSentence(is.text)) related.push({ headline: is.text, at });
        else blocks.push({ block: { kind: "list-item", text: is.text }, at });
        break;
      case "short": {
        if (tweetSign.test(line.text)) {
          blocks.push({ block: { kind: "embed", text: line.text }, at });
          break;
        }
        if (listing && line.words >= 4) {
          related.push({ headline: line.text, at });
          break;
        }
        if (pulled.has(at)) break;
        const kind = shortKind(marked, at, last);
        if (kind) blocks.push({ block: { kind, text: line.text }, at });
        break;
      }
      case "label":
        if (!listing && followedByCopy(marked, at, last)) blocks.push({ block: { kind: "subhead", text: line.text }, at });
        break;
      case "byline":
        if (isKnownAgency(line.text)) {
          const placed = withLineBelow(marked, { caption: null, credit: line.text, sure: "likely" }, at);
          captions.push(placed);
          at = Math.max(at, placed.at);
        } else if (is.byline.shape === "bare" && !listing && followedByCopy(marked, at, last))
          blocks.push({ block: { kind: "subhead", text: line.text }, at });
        else if (tweetSign.test(line.text)) blocks.push({ block: { kind: "embed", text: line.text }, at });
        break;
      case "stamp":
        if (tweetSign.test(line.text)) blocks.push({ block: { kind: "embed", text: line.text }, at });
        break;
      case "caption":
        if (is.caption.sure === "likely" && readsAsCopy(line.text, line.words))
          blocks.push({ block: { kind: "paragraph", text: line.text }, at });
        else {
          const placed = closesGroup(marked, at)
            ? withLineBelow(marked, is.caption, at)
            : (withLineAbove(marked, is.caption, at, blocks) ?? withLineBelow(marked, is.caption, at));
          captions.push(placed);
          at = Math.max(at, placed.at);
        }
        break;
      case "related":
        related.push({ headline: is.headline, at });
        break;
      case "furniture":
        if (is.furniture === "related") listing = true;
        break;
    }
  }
  return { blocks: dropTrailingSubheads(blocks), captions, related, repeated: left };
}

// With a blank line between, a line above a credit is its caption only if it is short or sounds like one.
const brief = 22;
// In a paste without any blank lines, every line stands right below another.
const crowded = 30;

// A credit on its own line right below a short line makes that line its caption, and no part of the story.
function withLineAbove(marked: readonly Marked[], caption: CaptionLine, at: number, blocks: PlacedBlock[]): PlacedCaption | null {
  const above = marked[at - 1];
  const last = blocks.at(-1);
  if (caption.caption !== null) return { caption, at, creditAt: at };
  if (!above || last?.at !== at - 1) return null;
  // “Image source, X” has its own line for the caption, below.
  const own = marked[at + 1]?.is;
  if (own?.kind === "caption" && own.caption.credit === null) return null;
  const dense = marked[at - 2]?.line.group === marked[at]?.line.group && marked[at + 1]?.line.group === marked[at]?.line.group;
  const sounds = above.line.words <= 40 && soundsLikeCaption(above.line.text);
  const joined =
    (above.line.group === marked[at]?.line.group && !(dense && above.line.words > crowded)) || above.line.words <= brief || sounds;
  if (!joined || above.line.words > 60) return null;
  blocks.pop();
  return { caption: { ...caption, caption: above.line.text }, at: at - 1, creditAt: at };
}

// A lone credit that is the last line but one before a blank belongs to what stands below it, whatever stands above.
function closesGroup(marked: readonly Marked[], at: number): boolean {
  const own = marked[at];
  const group = own?.line.group;
  const lone = own?.is.kind === "byline" || (own?.is.kind === "caption" && own.is.caption.caption === null);
  return lone && marked[at + 1]?.line.group === group && marked[at + 2] !== undefined && marked[at + 2]?.line.group !== group;
}

// Some papers put the credit first: then the caption stands right below it, with no blank line between.
function withLineBelow(marked: readonly Marked[], caption: CaptionLine, at: number): PlacedCaption {
  const below = marked[at + 1];
  const apart = marked[at - 1]?.line.group !== marked[at]?.line.group || closesGroup(marked, at);
  const words = below && below.line.group === marked[at]?.line.group ? below.line.words : 0;
  const copy = below?.is.kind === "prose" || below?.is.kind === "short";
  if (!below || !apart || !copy || words < 3 || words > 45) return { caption, at, creditAt: at };
  return { caption: { ...caption, caption: below.line.text }, at: at + 1, creditAt: at };
}

const readsAsCopy = (text: string, words: number): boolean => words > 25 || /["”’»]\s*(?:\([^()]*\)|[^"”»]{0,40})$/.test(text.slice(-80));

/** The body without the last paragraphs that tell who its author is: “Ann Bell is a reporter for the Leaf.” */
export function withoutAuthorNote(body: Body, names: readonly WireName[]): Body {
  const { blocks } = body;
  let end = blocks.length;
  while (end > 1 && end > blocks.length - 3 && isAuthorNote(blocks[end - 1]?.block.text ?? "", names)) end -= 1;
  return { ...body, blocks: blocks.slice(0, end) };
}

const profession =
  /\b(?:is|was|works as|has been|covers|reports|writes)\b.{0,160}\b(?:reporter|editor|journalist|correspondent|writer|columnist|author|professor|lecturer|researcher|fellow|producer|critic|analyst|covering|from|on|for)\b/i;

const isAuthorNote = (text: string, names: readonly WireName[]): boolean =>
  text.length <= 700 && names.some(({ name }) => text.toLowerCase().startsWith(name.toLowerCase())) && profession.test(text.slice(0, 260));

function dropTrailingSubheads(blocks: readonly PlacedBlock[]): readonly PlacedBlock[] {
  let end = blocks.length;
  while (end > 0 && blocks[end - 1]?.block.kind === "subhead") end -= 1;
  return blocks.slice(0, end);
}

function isEmbed(marked: readonly Marked[], at: number): boolean {
  const next = marked[at + 1];
  return (
    tweetSign.test(marked[at]?.line.text.slice(-300) ?? "") ||
    (next !== undefined && next.line.words <= 12 && /^[—–-]\s?.{1,60}\(@\w{1,20}\)/.test(next.line.text))
  );
}

function followedByCopy(marked: readonly Marked[], at: number, last: number): boolean {
  for (let next = at + 1; next <= Math.min(last, at + 6); next += 1) {
    const kind = marked[next]?.is.kind;
    if (kind === "prose" || kind === "item") return true;
    if (kind === "short" && (marked[next]?.line.words ?? 0) >= 10) return true;
    if (kind !== "furniture" && kind !== "caption") return false;
  }
  return false;
}

// One short line before running text is a subhead; more of them in a row are a list or lines of verse.
function shortKind(marked: readonly Marked[], at: number, last: number): WireBlock["kind"] | null {
  const line = marked[at]?.line;
  if (!line) return null;
  if (line.words >= 16) return "paragraph";
  const before = marked[at - 1];
  const after = marked[at + 1];
  const inList =
    before?.line.text.endsWith(":") === true || (before?.is.kind === "short" && after?.is.kind === "short") || before?.is.kind === "item";
  if (followedByCopy(marked, at, last) && before?.is.kind !== "short")
    return before?.line.text.endsWith(":") && before.line.group === line.group ? "list-item" : "subhead";
  if (inList || after?.is.kind === "short" || before?.is.kind === "short")
    return followedByCopy(marked, at, last) ? "subhead" : "list-item";
  return followedByCopy(marked, at, last) ? "subhead" : line.words >= 8 ? "paragraph" : null;
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

// A pull quote repeats words of the story in a line of its own. At most a few candidates begin with the same two words, so this stays linear.
function pullQuotes(marked: readonly Marked[], first: number, last: number): ReadonlySet<number> {
  const candidates = new Map<string, { readonly at: number; readonly words: readonly string[] }[]>();
  const texts: { readonly at: number; readonly words: readonly string[] }[] = [];
  for (let at = first; at <= last; at += 1) {
    const entry = marked[at];
    if (!entry || (entry.is.kind !== "prose" && entry.is.kind !== "short")) continue;
    const words = wordsOf(entry.line.text);
    texts.push({ at, words });
    if (words.length < 7 || words.length > 60) continue;
    const key = `${words[0]} ${words[1]}`;
    const same = candidates.get(key) ?? [];
    if (same.length < 4) candidates.set(key, [...same, { at, words }]);
  }
  const pulled = new Set<number>();
  for (const { at, words } of texts) {
    for (let from = 0; from + 7 <= words.length; from += 1) {
      for (const candidate of candidates.get(`${words[from]} ${words[from + 1]}`) ?? []) {
        if (candidate.at === at || pulled.has(at) || words.length <= candidate.words.length) continue;
        if (candidate.words.every((word, index) => words[from + index] === word)) pulled.add(candidate.at);
      }
    }
  }
  return pulled;
}
