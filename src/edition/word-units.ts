/** What a UTF-16 code unit is to a word: of no word, a mark that says nothing, a word by itself, or the letter it counts as. */
export const noWord = 1;
export const silentMark = 2;

const folded = new Uint16Array(0x10000);
const kept = new Uint8Array(0x10000);

/** The letter a code unit counts as: small, and without accents where the script writes them as marks; `noWord` or `silentMark` otherwise. */
export function foldUnit(unit: number): number {
  const known = folded[unit] ?? 0;
  if (known !== 0) return known;
  const found = fold(unit);
  folded[unit] = found;
  kept[unit] = isAlone(unit) ? 1 : 0;
  return found;
}

/** Whether a code unit, asked for by `foldUnit` before, is of a script that writes no spaces: each of its letters counts as a word. */
export function standsAlone(unit: number): boolean {
  return kept[unit] === 1;
}

function fold(unit: number): number {
  // Halves of a pair belong to rare scripts and pictographs: they are taken as they are.
  if (unit >= 0xd800 && unit < 0xe000) return unit;
  const char = String.fromCharCode(unit);
  if (/[\u0300-\u036f\u064b-\u065f]/.test(char)) return silentMark;
  if (!/[\p{L}\p{M}\p{N}]/u.test(char)) return noWord;
  const small = char.toLowerCase();
  const apart = small.normalize("NFD");
  return (/^.\p{M}/u.test(apart) ? apart : small).charCodeAt(0);
}

function isAlone(unit: number): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(
    String.fromCharCode(unit),
  );
}
