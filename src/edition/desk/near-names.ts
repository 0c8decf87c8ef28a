/**
 * Whether two words are one name in two spellings rather than two names: “Anthony” and “Antony”, “Guterres” and “Gutteres”, “Brandão” and “Brandao”;
 * not “Maria” and “Mario”, “Dan” and “Don”, “Martin” and “Marvin”. By sound first, by slips of the pen in long names second.
 */
export function isNearName(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 3) return false;
  const a = plain(one);
  const b = plain(other);
  if (a === b) return true;
  if (a.length < 3 || b.length < 3 || !sameBeginning(a, b) || endsApart(a, b)) return false;
  const soundA = sound(a);
  const soundB = sound(b);
  if (soundA === soundB) return true;
  const shorter = Math.min(a.length, b.length);
  const changes = countChanges(a, b);
  if (shorter >= 5 && changes <= (shorter >= 7 ? 3 : 2) && consonants(soundA) === consonants(soundB)) return true;
  return shorter >= 7 && changes === 1 && a.length !== b.length && a.slice(-2) === b.slice(-2);
}

function plain(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(/[^\p{L}]/gu, "")
    .toLowerCase();
}

function sameBeginning(a: string, b: string): boolean {
  const first = (name: string) => (name[0] === "k" ? "c" : name[0]);
  return first(a) === first(b);
}

/** The end of a given name tells women from men in many languages (Maria, Mario; Martin, Martina), an s a family from its plural. */
function endsApart(a: string, b: string): boolean {
  const end = (name: string) => name.replace(/(?<=[aeo])h$/, "").at(-1) ?? "";
  const [endA, endB] = [end(a), end(b)];
  if (endA === endB) return false;
  const open = /[aeiouy]/;
  return open.test(endA) || open.test(endB) || endA === "s" || endB === "s";
}

/** Spellings that sound alike in most languages written in Latin letters. */
function sound(name: string): string {
  return name
    .replaceAll(/ph|v/g, "f")
    .replaceAll(/ck|c|q/g, "k")
    .replaceAll("z", "s")
    .replaceAll("y", "i")
    .replaceAll(/(?<=[^aeiou])h|h$/g, "")
    .replaceAll(/(?<=[aeiou])h(?=[^aeiou])/g, "")
    .replaceAll(/(.)\1+/g, "$1");
}

function consonants(sound: string): string {
  return (sound[0] ?? "") + sound.slice(1).replaceAll(/[aeiou]/g, "");
}

/** Damerau's distance in its simple form: letters put in, taken out, changed or swapped with their neighbour. */
function countChanges(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      let least = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[other.length] ?? 0;
}
