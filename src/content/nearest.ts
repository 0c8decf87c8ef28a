const longest = 64;

/** The known name that somebody most likely meant, or `null` when none is near. */
export function nearest(wanted: string, names: Iterable<string>): string | null {
  const word = wanted.toLowerCase().slice(0, longest);
  let best: string | null = null;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const name of names) {
    if (Math.abs(name.length - word.length) >= least) continue;
    const changes = countChanges(word, name.toLowerCase().slice(0, longest));
    if (changes < least) {
      least = changes;
      best = name;
    }
  }
  return best;
}

/** “Did you mean …” as a sentence, or nothing. */
export function suggest(wanted: string, names: Iterable<string>): string {
  const name = nearest(wanted, names);
  return name === null ? "" : `Did you mean “${name}”?`;
}

/** Levenshtein's distance: how many letters must be put in, taken out or changed. */
function countChanges(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 0; i < one.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j++) {
      const change = (row[j] ?? 0) + (one[i] === other[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
