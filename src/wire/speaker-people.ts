import { honorifics, nameParticles, notNames, offices } from "./speaker-words.ts";

export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** Whether it begins with a capital letter. */
  readonly capital: boolean;
}

/** A person as the article names them. */
export interface NamedPerson {
  readonly name: string;
  readonly surname: string;
  role: string | null;
  gender: "male" | "female" | null;
  /** Where each naming begins, in rising order. */
  readonly mentions: number[];
}

/** A name in the text: its words without office and honorific, and the words of office before it. */
export interface NameRun {
  readonly name: string;
  readonly role: string | null;
  readonly gender: "male" | "female" | null;
  readonly start: number;
  readonly end: number;
}

/** Splits text into words with their offsets; apostrophes, hyphens and the dots of initials belong to the word. */
export function wordsOf(text: string, offset: number): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/\p{L}\.(?:\p{L}\.)*|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[’'-][\p{L}\p{N}]+)*/gu)) {
    const word = match[0];
    const first = word[0] ?? "";
    words.push({
      text: word,
      lower: word.toLowerCase(),
      start: offset + match.index,
      end: offset + match.index + word.length,
      capital: first !== first.toLowerCase(),
    });
  }
  return words;
}

function bare(word: string): string {
  return word.replace(/[’']s?$/u, "");
}

/** The name that contains the word at an index, or begins there; `null` when it is none. */
export function nameAround(text: string, words: readonly Word[], index: number): NameRun | null {
  const joined = (left: number) => {
    const a = words[left];
    const b = words[left + 1];
    return a !== undefined && b !== undefined && /^\.?[ {2}]+$/u.test(text.slice(a.end, b.start)) && !/[’']s$/u.test(a.text);
  };
  const part = (at: number): boolean => {
    const word = words[at];
    if (word === undefined) return false;
    return word.capital && (!notNames.has(word.lower) || honorifics.has(word.lower));
  };
  if (!part(index)) return null;
  let first = index;
  let last = index;
  while (
    first > 0 &&
    joined(first - 1) &&
    (part(first - 1) || (nameParticles.has(words[first - 1]?.lower ?? "") && part(first - 2) && joined(first - 2)))
  )
    first -= 1;
  while (joined(last) && (part(last + 1) || (nameParticles.has(words[last + 1]?.lower ?? "") && part(last + 2) && joined(last + 1))))
    last += 1;
  let gender: NameRun["gender"] = null;
  let nameFirst = first;
  while (nameFirst < last && (offices.has(words[nameFirst]?.lower ?? "") || honorifics.has(words[nameFirst]?.lower ?? ""))) {
    gender = honorifics.get(words[nameFirst]?.lower ?? "") ?? gender;
    nameFirst += 1;
  }
  const start = words[nameFirst];
  const end = words[last];
  if (!start || !end || (nameFirst === last && (offices.has(start.lower) || notNames.has(start.lower)))) return null;
  // Words of office before the name, in either case, are the role: "harbour master Maria Leal", "Kenya's President William Ruto".
  let roleFirst = first;
  while (
    roleFirst > 0 &&
    roughlyJoined(text, words, roleFirst - 1) &&
    (offices.has(words[roleFirst - 1]?.lower ?? "") || /[’']s$/u.test(words[roleFirst - 1]?.text ?? ""))
  )
    roleFirst -= 1;
  const roleStart = words[roleFirst];
  let role = roleStart !== undefined && roleFirst < nameFirst ? text.slice(roleStart.start, start.start).trim() : null;
  if (role !== null && (honorifics.has(role.toLowerCase().replace(".", "")) || /[’']s$/u.test(role))) role = null;
  return { name: text.slice(start.start, end.end).replace(/[’']s$/u, ""), role, gender, start: start.start, end: end.end };
}

function roughlyJoined(text: string, words: readonly Word[], left: number): boolean {
  const a = words[left];
  const b = words[left + 1];
  return a !== undefined && b !== undefined && /^[ {2}]+$/u.test(text.slice(a.end, b.start));
}

/** Everyone the article names in full, with the role it gives them anywhere. Two people of one surname stay two. */
export function peopleOf(text: string, words: readonly Word[]): readonly NamedPerson[] {
  const people = new Map<string, NamedPerson>();
  const short: NameRun[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const run = nameAround(text, words, index);
    if (run === null) continue;
    while (index + 1 < words.length && (words[index + 1]?.start ?? 0) < run.end) index += 1;
    if (!run.name.includes(" ")) {
      short.push(run);
      continue;
    }
    const known = people.get(run.name);
    const role = run.role ?? roleAfter(text, run.end);
    if (known) {
      known.mentions.push(run.start);
      known.role ??= role;
      known.gender ??= run.gender;
    } else {
      people.set(run.name, {
        name: run.name,
        surname: bare(run.name.split(" ").at(-1) ?? run.name),
        role,
        gender: run.gender,
        mentions: [run.start],
      });
    }
  }
  const bySurname = new Map<string, NamedPerson[]>();
  for (const person of people.values()) bySurname.set(person.surname, [...(bySurname.get(person.surname) ?? []), person]);
  for (const run of short) {
    const named = bySurname.get(run.name) ?? [];
    const person = named.length === 1 ? named[0] : undefined;
    if (person === undefined) continue;
    person.mentions.push(run.start);
    person.role ??= run.role;
    person.gender ??= run.gender;
  }
  for (const person of people.values()) person.mentions.sort((a, b) => a - b);
  return [...people.values()];
}

/** The role in apposition: "Rosa Brandão, the harbour engineer, …". */
export function roleAfter(text: string, end: number): string | null {
  const match =
    /^,\s+(?:\d{1,3},\s+)?((?:the|a|an|who is the|its|their|his|her|of)?\s*[\p{L}][^,.;:“”"()\n]{2,70}?)(?=,|\.|;|$|\n| who\b| said\b| says\b| told\b)/u.exec(
      text.slice(end, end + 120),
    );
  const role = match?.[1]?.trim();
  if (role === undefined || /^(?:and|but|who|which|said|says|added|adding|told|when|as|with|in|on|at)\b/i.test(role)) return null;
  const first = role.split(/\s+/)[0] ?? "";
  const lower = first.toLowerCase();
  if (
    !["the", "a", "an", "its", "their", "his", "her"].includes(lower) &&
    ![...role.toLowerCase().split(/[\s-]+/)].some((word) => offices.has(word))
  )
    return null;
  return role.replace(/^(?:the|a|an)\s+/i, "");
}

/** The person meant by a name or surname, if only one can be. */
export function personNamed(people: readonly NamedPerson[], name: string): NamedPerson | null {
  const plain = bare(name);
  const exact = people.find((person) => person.name === plain);
  if (exact) return exact;
  const last = plain.split(" ").at(-1) ?? plain;
  const first = plain.split(" ")[0] ?? plain;
  const same = people.filter((person) =>
    plain.includes(" ") ? person.surname === last && person.name.split(" ")[0]?.[0] === first[0] : person.surname === last,
  );
  if (same.length === 1) return same[0] ?? null;
  if (same.length === 0 && !plain.includes(" ")) {
    const given = people.filter((person) => person.name.split(" ")[0] === plain);
    return given.length === 1 ? (given[0] ?? null) : null;
  }
  return null;
}
