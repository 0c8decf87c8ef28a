import { type DeskWord, isCapital } from "./desk-words.ts";

/** A number as written, in digits or English words, with its scale: “Sh300bn”, “2.5 million”, “two hundred and eleven”. */
export interface WrittenNumber {
  readonly value: number;
  /** Half of the last place given: what rounding may have taken away. */
  readonly slack: number;
  readonly start: number;
  readonly end: number;
  /** The index of its last word. */
  readonly last: number;
}

const small = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, value) => [word, value] as const),
);
const tens = new Map(
  "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, index) => [word, (index + 2) * 10] as const),
);
const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
};
const named: ReadonlyMap<string, number> = new Map([
  ["dozen", 12],
  ["half", 0.5],
  ["twice", 2],
  ["double", 2],
  ["doubled", 2],
  ["triple", 3],
  ["once", 1],
  ["pair", 2],
  ["couple", 2],
]);

const digits = /^\p{Lu}{0,3}?(\p{Nd}+(?:[.,’']\p{Nd}+)*)(?:(k|m|mn|bn|b|tn)|-?(?:st|nd|rd|th|s)|p|c|km|kg|m|%)?(?:-.*)?$/iu;

/** The words a number in words may begin with: nearly every other word is ruled out by one look. */
const beginnings = new Set([...small.keys(), ...tens.keys(), ...named.keys()]);

/** Every number among the words. */
export function writtenNumbers(text: string, words: readonly DeskWord[]): readonly WrittenNumber[] {
  const found: WrittenNumber[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const number = numberAt(text, words, at);
    if (number === null) continue;
    found.push(number);
    at = number.last;
  }
  return found;
}

function numberAt(text: string, words: readonly DeskWord[], at: number): WrittenNumber | null {
  const word = words[at];
  if (word === undefined) return null;
  const code = word.text.charCodeAt(0);
  const inDigits = code < 128 && code > 57 && !/\d/.test(word.text) ? null : digits.exec(word.text);
  if (inDigits) {
    const value = Number(latin(inDigits[1] ?? ""));
    if (Number.isNaN(value)) return null;
    const own = scales[(inDigits[2] ?? "").toLowerCase()];
    const next = words[at + 1];
    const scale = own ?? (next && /^[\s-]$/.test(text.slice(word.end, next.start)) ? scaleOf(next.text) : null);
    const last = own === undefined && scale !== null ? at + 1 : at;
    return {
      value: value * (scale ?? 1),
      slack: slackOf(latin(inDigits[1] ?? "")) * (scale ?? 1),
      start: word.start,
      end: words[last]?.end ?? word.end,
      last,
    };
  }
  return mayBegin(word.text) ? inWords(text, words, at) : null;
}

function mayBegin(word: string): boolean {
  if (beginnings.has(word)) return true;
  const hyphen = word.search(/[-‑]/);
  const first = hyphen === -1 ? word : word.slice(0, hyphen);
  return (hyphen !== -1 || isCapital(word)) && beginnings.has(first.toLowerCase());
}

function scaleOf(word: string): number | null {
  const scale = scales[word.toLowerCase()];
  return scale !== undefined && word.length > 1 ? scale : null;
}

/** “two hundred and eleven”, “forty-nine”, “three million”, “a dozen”. */
function inWords(text: string, words: readonly DeskWord[], at: number): WrittenNumber | null {
  let total = 0;
  let current: number | null = null;
  let last = at - 1;
  for (let index = at; index < words.length && index < at + 10; index += 1) {
    const word = words[index];
    if (word === undefined) break;
    if (index > at && !/^[^\S\n]$/.test(text.slice(words[index - 1]?.end, word.start))) break;
    const lower = word.text.toLowerCase();
    if (lower === "and" && current !== null && index > at) continue;
    const value = numberWord(lower);
    const scale = lower.length > 2 ? scales[lower] : undefined;
    if (value !== null && (current === null || current % 100 === 0)) current = (current ?? 0) + value;
    else if (scale === 100 && current !== null) current *= 100;
    else if (scale !== undefined && current !== null) {
      total += current * scale;
      current = 0;
    } else break;
    last = index;
  }
  const end = words[last]?.end;
  if (current === null || end === undefined) return null;
  const start = words[at]?.start ?? 0;
  return { value: total + current, slack: slackOf(String(total + current)), start, end, last };
}

function numberWord(lower: string): number | null {
  const simple = small.get(lower) ?? tens.get(lower) ?? named.get(lower);
  if (simple !== undefined) return simple;
  const [ten, one] = lower.split(/[-‑]/);
  const value = tens.get(ten ?? "");
  const unit = small.get(one ?? "");
  return value !== undefined && unit !== undefined && unit > 0 && unit < 10
    ? value + unit
    : value !== undefined && one !== undefined
      ? value
      : null;
}

/** Digits of any script as those of this one; marks between thousands go, a decimal mark becomes a point. */
function latin(written: string): string {
  const plain = [...written].map((digit) => (/\p{Nd}/u.test(digit) ? String(digitValue(digit)) : digit)).join("");
  return plain.replaceAll(/[.,’'](?=\d{3}(?!\d))/g, "").replace(/[,’']/, ".");
}

/** Decimal digits stand in Unicode in runs of ten, from zero up. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  if (code < 128) return code - 48;
  let zero = code;
  while (zero > 0 && code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}

function slackOf(written: string): number {
  const decimals = written.split(".")[1]?.length ?? 0;
  if (decimals > 0) return 10 ** -decimals / 2;
  const zeros = /0*$/.exec(written)?.[0].length ?? 0;
  return zeros === 0 ? 0.5 : 10 ** Math.min(zeros, written.length - 1) / 2;
}
