/** One logical line of pasted copy. Offsets are code units into the text, the end exclusive; lines count from 1. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly number: number;
  readonly lastNumber: number;
  /** Lines with no blank line between them share a group. */
  readonly group: number;
  /** Words, where two ideographs count as one word. */
  readonly words: number;
  readonly indent: number;
}

const lineEnds = /\r\n|[\n\r\u0085\u2028\u2029\v\f]/g;

/** Splits copy into its lines without the blank ones; paragraphs broken at a fixed width are put together again. */
export function readLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let number = 0;
  let group = 0;
  let blank = false;
  const add = (from: number, to: number): void => {
    number += 1;
    const start = skipForward(text, from, to);
    const end = skipBack(text, start, to);
    if (start === end) {
      blank = true;
      return;
    }
    if (blank) group += 1;
    blank = false;
    const line = text.slice(start, end);
    lines.push({ text: line, start, end, number, lastNumber: number, group, words: countWords(line), indent: start - from });
  };
  let from = 0;
  for (const match of text.matchAll(lineEnds)) {
    add(from, match.index);
    from = match.index + match[0].length;
  }
  add(from, text.length);
  return joinWrapped(lines);
}

function isSpace(code: number): boolean {
  return (
    code <= 0x20 ||
    (code >= 0x7f && code <= 0xa0) ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202f) ||
    (code >= 0x205f && code <= 0x2069) ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

function skipForward(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function skipBack(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && isSpace(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

/** Counts words; in scripts that part them by no space, two signs count as one word. */
export function countWords(text: string): number {
  let words = 0;
  let signs = 0;
  let inside = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      inside = false;
    } else if ((code >= 0x3040 && code <= 0x9fff) || (code >= 0x0e00 && code <= 0x0eff) || (code >= 0x1000 && code <= 0x109f)) {
      signs += 1;
      inside = false;
    } else if (!inside) {
      words += 1;
      inside = true;
    }
  }
  return words + Math.ceil(signs / 2);
}

const sentenceEnd = /[.!?…。！？؟।॥۔]["'”’»›)\]」』]{0,3}$/u;
const looseEnd = /[.!?…。！？؟।॥۔:;,]["'”’»›)\]」』]{0,3}$|["”»」』]$/u;

const closing = /\s*(?:\benditem\b\.?|\bENDS\b\.?|■|◼|###|-30-|\(END\))\s*$/i;

/** A paragraph without the agency's end mark behind its last sentence. */
export function withoutEndMark(text: string): string {
  const tail = text.slice(-16);
  const match = closing.exec(tail);
  if (!match || !/[.!?"'”’)\]]\s*$/.test(tail.slice(0, match.index))) return text;
  return text.slice(0, text.length - tail.length + match.index);
}

// “… underneath N.Y.C.” and “… in the U.S.” end no sentence for certain; a headline may end so.
const initials = /(?:^|[\s(“"])(?:\p{Lu}\.){2,4}$/u;

/** Whether a line ends as a sentence does. */
export function endsSentence(text: string): boolean {
  const end = text.slice(-8);
  return sentenceEnd.test(end) && !initials.test(end);
}

/** Whether a line ends as running text may: a sentence, a quotation, or a colon or comma before what follows. */
export function endsProse(text: string): boolean {
  return looseEnd.test(text.slice(-8));
}

const widest = 110;

// Wire services still send lines broken near column 70. Such a line ends where the next word would not have fitted.
function joinWrapped(lines: readonly Line[]): readonly Line[] {
  let width = 0;
  let inner = 0;
  let open = 0;
  let long = 0;
  let total = 0;
  lines.forEach((line, at) => {
    const next = lines[at + 1];
    if (!next || next.group !== line.group) return;
    inner += 1;
    total += line.text.length;
    if (line.text.length > widest) long += 1;
    else width = Math.max(width, line.text.length);
    if (!endsSentence(line.text) && /^[\p{Ll}\d]/u.test(next.text)) open += 1;
  });
  if (inner < 4 || long > inner * 0.1 || open < inner * 0.3 || width < 40 || total < inner * width * 0.7) return lines;
  const joined: Line[] = [];
  let parts: Line[] = [];
  const close = (): void => {
    const first = parts[0];
    const last = parts.at(-1);
    if (first && last) joined.push(parts.length === 1 ? first : merge(parts, first, last));
    parts = [];
  };
  for (const line of lines) {
    const before = parts.at(-1);
    if (before && !(before.group === line.group && fills(before, line, width))) close();
    parts.push(line);
  }
  close();
  return joined;
}

function fills(line: Line, next: Line, width: number): boolean {
  if (next.indent >= 2 && line.indent < next.indent) return false;
  const space = next.text.indexOf(" ");
  const word = space < 0 ? next.text.length : space;
  return line.text.length <= widest && line.text.length + 1 + word > width - 6;
}

function merge(parts: readonly Line[], first: Line, last: Line): Line {
  const text = parts.map((part) => part.text).join(" ");
  return { ...first, text, end: last.end, lastNumber: last.number, words: countWords(text) };
}
