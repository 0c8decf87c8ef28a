import { type BylineLine, readByline } from "./byline.ts";
import { type CaptionLine, hasCaptionCue, isSlashCredit, readCaption } from "./caption.ts";
import { type Furniture, readFurniture, readInlineRelated } from "./furniture.ts";
import { endsProse, endsSentence, type Line, withoutEndMark } from "./lines.ts";
import { isSectionLabel } from "./section-names.ts";
import { type Stamp, scanStamps } from "./wire-dates.ts";

/** What one line of pasted copy is, judged by the line alone. */
export type LineKind =
  | { readonly kind: "furniture"; readonly furniture: Furniture }
  | { readonly kind: "stamp"; readonly stamps: readonly Stamp[] }
  | { readonly kind: "byline"; readonly byline: BylineLine }
  | { readonly kind: "caption"; readonly caption: CaptionLine }
  | { readonly kind: "related"; readonly headline: string }
  | { readonly kind: "label" }
  | { readonly kind: "item"; readonly text: string }
  /** Running text. */
  | { readonly kind: "prose" }
  /** Neither running text nor anything known: headlines, subheads, navigation. */
  | { readonly kind: "short" };

/** A line with what it is. */
export interface Marked {
  readonly line: Line;
  readonly is: LineKind;
}

/** Judges every line alone. */
export function classifyLines(lines: readonly Line[]): readonly Marked[] {
  const marked = lines.map((line): Marked => ({ line, is: classify(line) }));
  return marked.map((entry, at) => captionBelowOpener(marked[at - 1], entry));
}

const opener =
  /^(?:open this photo in gallery|view (?:image )?(?:in )?fullscreen|(?:image|photo|bild vergrößern|enlarge (?:this )?image))\s*:?$/i;

// “Open this photo in gallery:” stands above a caption and nothing else.
function captionBelowOpener(before: Marked | undefined, entry: Marked): Marked {
  const copy = entry.is.kind === "prose" || entry.is.kind === "short";
  if (!copy || !before || !opener.test(before.line.text) || entry.line.words < 4 || entry.line.words > 60) return entry;
  return { ...entry, is: { kind: "caption", caption: { caption: entry.line.text, credit: null, sure: "certain" } } };
}

const bullet = /^(?:[*•▪◦‣·●–—-]|\d{1,2}[.)])\s+(?=\S)/u;

function classify(line: Line): LineKind {
  const { text, words } = line;
  if (text.length > 1500) return { kind: "prose" };
  const pictured = /^(?:©|\(c\)|credit|copyright\s)/i.test(text) && !/(?:19|20)\d\d/.test(text) ? readCaption(text) : null;
  if (pictured) return { kind: "caption", caption: pictured };
  const numeric = /^[\d\s/.,:TZ+-]{8,40}$/.test(text) ? readStampLine(text) : null;
  if (numeric?.some((stamp) => stamp.date)) return { kind: "stamp", stamps: numeric };
  const furniture = readFurniture(text);
  if (furniture) return { kind: "furniture", furniture };
  const related = readInlineRelated(text);
  if (related && !endsSentence(text)) return { kind: "related", headline: related };
  const credit = isSlashCredit(text) ? readCaption(text) : null;
  if (credit) return { kind: "caption", caption: credit };
  const byline = readByline(text);
  const stamp = byline && (byline.shape !== "bare" || isSigned(byline, text)) ? null : readStampLine(text);
  if (stamp) return { kind: "stamp", stamps: stamp };
  if (byline && (byline.shape !== "bare" || isSigned(byline, text) || (isShort(byline, words) && byline.stamps.length === 0)))
    return { kind: "byline", byline };
  if (isSectionLabel(text)) return { kind: "label" };
  const caption = readCaption(text);
  if (caption && !(caption.sure === "likely" && words > 60)) return { kind: "caption", caption };
  if (hasCaptionCue(text) && words <= 70 && /^(?:file|image caption|photo caption|caption:|pictured|in this)/i.test(text)) {
    return {
      kind: "caption",
      caption: {
        caption: text.replace(/^(?:(?:image|photo) caption[,:]?|caption:)\s*/i, ""),
        credit: null,
        sure: /^(?:image|photo) caption/i.test(text) ? "certain" : "likely",
      },
    };
  }
  const mark = bullet.exec(text);
  if (mark && text.length > mark[0].length) return { kind: "item", text: text.slice(mark[0].length) };
  if (isProse(withoutEndMark(text), words)) return { kind: "prose" };
  return { kind: "short" };
}

// “Ann Bell - Nov 19, 2019” is signed and dated; “June 9 - Coral Sky Amphitheatre” is a line of a list.
function isSigned({ names, stamps }: BylineLine, text: string): boolean {
  const [name, ...more] = names;
  const dated = stamps.some((stamp) => stamp.date ?? stamp.age);
  if (!dated || more.length > 0 || name === undefined || name.name.split(" ").length > 4) return false;
  return text.startsWith(name.name) || (text.endsWith(name.name) && /[/|•·–-]\s*$/.test(text.slice(0, text.length - name.name.length)));
}

// Each author of a list has up to four words, with “and” between; reading minutes may follow.
const isShort = ({ names }: BylineLine, words: number): boolean =>
  words <= (names.length === 1 ? 4 : names.reduce((sum, name) => sum + name.name.split(" ").length + 1, 0)) ||
  (names.length === 1 &&
    words <= 8 &&
    names[0]?.kind === "person" &&
    words - names[0].name.split(" ").length <= 3 &&
    names[0].name.split(" ").length <= 3);

// A menu in one line is long, but hardly a word of it is in lower case and nothing ends.
function isMenu(text: string, words: number): boolean {
  const capitals = text.match(/(?<![\p{L}\p{N}’'])\p{Lu}/gu)?.length ?? 0;
  return capitals > words * 0.6 && !/[.!?…;,]/.test(text);
}

function isProse(text: string, words: number): boolean {
  if (words >= 25) return !isMenu(text, words);
  if (endsSentence(text) && words >= 3) return !/[?!]["'”’)]?$/.test(text) || words >= 5;
  return words >= 5 && endsProse(text);
}

const filler =
  /\b(?:by|at|on|in|and|read|min|mins|minute|minutes|local|time|updated|hrs|hours|est|date|news|last|of|for|story|from|since|uhr|lesezeit|lesedauer|minuten|minuti|lettura|di|lecture|lectura)\b/gi;

/** The stamps of a line that is nothing but dates, times and a few words of filler. */
function readStampLine(text: string): readonly Stamp[] | null {
  if (text.length > 160 || !/[\d]|ago|day|hier|ayer|gestern|now/i.test(text)) return null;
  const { stamps, rest } = scanStamps(text);
  if (stamps.length === 0) return null;
  const left = rest
    .replace(filler, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const words = left === "" ? 0 : left.split(" ").length;
  return words === 0 || (words <= 2 && left.length < 18 && !/\p{Ll}{3,} \p{Ll}{3,}/u.test(left) && !endsSentence(text)) ? stamps : null;
}
