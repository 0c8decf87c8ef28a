import type { ReadParagraph } from "./quote-tokens.ts";

const naming = new Set(
  `titled entitled called named dubbed nicknamed labelled labeled headlined headed known book film movie song album novel play series show single track poem exhibition documentary podcast game ship boat essay article paper
  column website site programme program chapter episode painting project operation campaign team robot award magazine`.split(/\s+/),
);

/** Words in a text; in scripts without spaces two signs count as one word. */
export function countWords(text: string): number {
  const signs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  return (text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0) + (signs > 3 ? Math.floor(signs / 2) : 0);
}

/** Whether what stands between marks is something said or written, and no title, nickname, scare quote or single term. */
export function isQuotation(text: string, paragraph: ReadParagraph, quote: number, direct: boolean | null): boolean {
  const token = paragraph.tokens[quote];
  if (token === undefined || token.span === null) return false;
  const inner = text.slice(token.start, token.end);
  const before = paragraph.tokens[quote - 1];
  const after = paragraph.tokens[quote + 1];
  // Markup and code that were pasted along.
  if (/[{}]|<[/a-z]/i.test(inner.slice(0, 400)) || text[token.span.outerStart - 1] === "=") return false;
  const count = countWords(inner.slice(0, 2000));
  const whole = token.span.open || token.span.goesOn || /[.!?…。！？]$/u.test(inner);
  const closes = /[.,!?…—–-]$/.test(inner) || after?.text === ",";
  const alone = paragraph.sentenceFrom[quote] === quote;
  const named = before !== undefined && before.kind === "word" && naming.has(before.lower);
  if (isTitle(inner) && !(direct === true && (whole || count > 12) && !named)) return false;
  if (count >= 5) return !(named && !whole && count < 9 && direct !== true);
  if (direct === true && (closes || (after === undefined && before !== undefined && /^[,:]$/.test(before.text)))) {
    return count >= 2 || (count === 1 && (alone || (whole && before?.text === ":")));
  }
  return count >= 2 && alone && whole && (after === undefined || paragraph.sentenceFrom[quote + 1] === quote + 1) && /\s/.test(inner);
}

/** Written as titles are: its long words in capitals. */
function isTitle(inner: string): boolean {
  let long = 0;
  let capitals = 0;
  for (const match of inner.slice(0, 300).matchAll(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)) {
    const word = match[0];
    if (word.length < 4 || /^(?:with|from|into|over|about|that|than|upon|after|before|under)$/i.test(word)) continue;
    long += 1;
    const first = word[0] ?? "";
    if (first !== first.toLowerCase() || /\d/.test(first)) capitals += 1;
  }
  return long > 0 && capitals === long && (long > 1 || inner.length < 24);
}
