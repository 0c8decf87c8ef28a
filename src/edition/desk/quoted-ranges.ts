/** Offsets of what stands between quotation marks, the marks included, in rising order and never overlapping. */
export type Ranges = readonly (readonly [start: number, end: number])[];

const closers: Readonly<Record<string, string>> = { "“": "”", "„": "“”", "«": "»", "「": "」", "『": "』", '"': '"', "‘": "’", "'": "'" };
const marks = /[“„«「『"‘']/g;
// Single marks are also apostrophes: a closing one is looked for no further than a long sentence.
const longestSingle = 300;

/**
 * What is quoted in a text, scare quotes and titles too: the desk touches none of it.
 * A mark that is not closed quotes the rest of its paragraph, as the first paragraphs of a long quotation do. Linear in the length of the text.
 */
export function quotedRanges(text: string): Ranges {
  const ranges: [number, number][] = [];
  marks.lastIndex = 0;
  for (let found = marks.exec(text); found !== null; found = marks.exec(text)) {
    const at = found.index;
    const mark = found[0];
    if (!opens(text, at, mark)) continue;
    const end = mark === "‘" || mark === "'" ? endOfSingle(text, at, mark) : endOfDouble(text, at, closers[mark] ?? "");
    if (end === null) continue;
    ranges.push([at, end]);
    marks.lastIndex = end;
  }
  return ranges;
}

function opens(text: string, at: number, mark: string): boolean {
  if (mark !== '"' && mark !== "'" && mark !== "‘") return true;
  const before = at === 0 ? " " : (text[at - 1] ?? " ");
  return /[\s([{—–:/-]/.test(before) && /\S/.test(text[at + 1] ?? " ");
}

function endOfDouble(text: string, at: number, close: string): number {
  for (let end = at + 1; end < text.length; end += 1) {
    const here = text[end] ?? "";
    if (close.includes(here)) return end + 1;
    if (here === "\n" && text[end + 1] === "\n") return end;
  }
  return text.length;
}

function endOfSingle(text: string, at: number, mark: string): number | null {
  const limit = Math.min(text.length, at + longestSingle);
  for (let end = at + 2; end < limit; end += 1) {
    const here = text[end];
    if (here === "\n" && text[end + 1] === "\n") return null;
    const closing = here === "’" || here === mark;
    if (closing && /\S/.test(text[end - 1] ?? " ") && !/[\p{L}\p{N}]/u.test(text[end + 1] ?? " ")) return end + 1;
  }
  return null;
}
