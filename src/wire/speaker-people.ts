import type { ReadParagraph, Token } from "./quote-tokens.ts";
import { genderOfName } from "./speaker-given-names.ts";
import { isNamePart, isOffice, runEnd } from "./speaker-names.ts";
import { wordsOf } from "./speaker-phrases.ts";
import { roleAfter, roleApposed, roleBefore } from "./speaker-roles.ts";
import { isReportingVerb } from "./speaker-verbs.ts";
import { bodyWords, courtesies, determiners, type Gender, officeParts, prepositions } from "./speaker-words.ts";

/** A person as the article names them. */
export interface NamedPerson {
  /** In full, as first written so; with the form of address where only that tells two of one surname apart. */
  name: string;
  role: string | null;
  gender: Gender | null;
  /** How much speaks for its being a person: titles, verbs of saying, given names that are known. */
  weight: number;
}

/** Where a person is named: indexes of paragraph and token. */
export interface Mention {
  readonly person: NamedPerson;
  readonly paragraph: number;
  readonly token: number;
  /** Whether a verb of saying stands beside the name. */
  readonly speaks: boolean;
}

/** Everyone the article names, in full or not. */
export interface People {
  /** In the order of the article. */
  readonly mentions: readonly Mention[];
  /** The one person whom a name in lower-case parts can mean, else `null`. */
  named(parts: readonly string[], courtesy: Gender | null): NamedPerson | null;
}

interface Run {
  readonly parts: readonly string[];
  readonly paragraph: number;
  readonly token: number;
  readonly nameFrom: number;
  readonly nameTo: number;
  readonly role: string | null;
  readonly gender: Gender | null;
  readonly weight: number;
  readonly speaks: boolean;
}

const suffixes = /^(?:jr|sr|ii|iii|iv|qc|kc|mp|obe|cbe|mbe)\.?$/;

/** Reads every name of the article: full ones first, so that a surname anywhere means its bearer. Two people of one surname stay two. */
export function peopleOf(text: string, paragraphs: readonly ReadParagraph[]): People {
  const runs = paragraphs.flatMap((paragraph, index) => runsIn(text, paragraph, index));
  const register = new Register();
  for (const run of runs) if (run.parts.length > 1) register.addFull(run, text, paragraphs[run.paragraph]?.tokens ?? []);
  const mentions: Mention[] = [];
  for (const run of runs) {
    const tokens = paragraphs[run.paragraph]?.tokens ?? [];
    const person =
      register.named(run.parts, run.gender) ??
      (run.weight > 0 ? register.addShort(run, wordsOf(text, tokens, run.nameFrom, run.nameTo), addressed(text, tokens, run)) : null);
    if (person === null) continue;
    person.role ??= run.role;
    person.gender ??= run.gender;
    person.weight += run.weight;
    mentions.push({ person, paragraph: run.paragraph, token: run.nameFrom, speaks: run.speaks });
  }
  return { mentions, named: (parts, courtesy) => register.named(parts, courtesy) };
}

/** "Mrs Neri": the name with what is written before it. */
function addressed(text: string, tokens: readonly Token[], run: Run): string {
  const before = tokens[run.nameFrom - 1];
  return wordsOf(text, tokens, before !== undefined && courtesies.has(before.lower) ? run.nameFrom - 1 : run.nameFrom, run.nameTo);
}

class Register {
  private readonly full = new Map<string, NamedPerson>();
  private readonly bySurname = new Map<string, NamedPerson[]>();
  private readonly byGiven = new Map<string, NamedPerson[]>();
  private readonly short = new Map<string, NamedPerson>();
  private readonly address = new Map<NamedPerson, string>();

  addFull(run: Run, text: string, tokens: readonly Token[]): void {
    const key = keyOf(run.parts);
    if (this.full.has(key) || this.spelledAlike(run.parts) !== null || this.endingIn(run.parts) !== null) return;
    const person: NamedPerson = {
      name: wordsOf(text, tokens, run.nameFrom, run.nameTo),
      role: run.role,
      gender: run.gender ?? genderOfName(run.parts[0] ?? ""),
      weight: 0,
    };
    this.full.set(key, person);
    push(this.bySurname, surnameOf(run.parts), person);
    push(this.byGiven, run.parts[0] ?? "", person);
  }

  /** A person of whom only a surname is known. Mr and Mrs Neri are two, and keep their forms of address. */
  addShort(run: Run, name: string, addressed: string): NamedPerson {
    const key = run.parts.join(" ");
    const other = this.short.get(key) ?? this.bySurname.get(key)?.[0];
    const person: NamedPerson = {
      name: other === undefined ? name : addressed,
      role: run.role,
      gender: run.gender ?? genderOfName(run.parts[0] ?? ""),
      weight: 0,
    };
    if (other?.name === name) other.name = this.address.get(other) ?? name;
    this.address.set(person, addressed);
    this.short.set(other === undefined ? key : `${key} ${person.gender}`, person);
    return person;
  }

  named(parts: readonly string[], courtesy: Gender | null): NamedPerson | null {
    if (parts.length === 0) return null;
    if (parts.length > 1) {
      const exact = this.full.get(keyOf(parts));
      return exact ?? this.spelledAlike(parts) ?? this.endingIn(parts);
    }
    const name = parts[0] ?? "";
    const fits = ({ gender }: NamedPerson) => courtesy === null || gender === null || gender === courtesy;
    const short =
      [this.short.get(`${name} ${courtesy}`), this.short.get(name)].find((person) => person !== undefined && fits(person)) ?? null;
    const bearers = this.bySurname.get(name) ?? [];
    if (bearers.length > 0) {
      const fitting = bearers.length === 1 || courtesy !== null ? bearers.filter(fits) : [];
      return fitting.length === 1 ? (fitting[0] ?? null) : short;
    }
    const given = this.byGiven.get(name);
    return given?.length === 1 ? (given[0] ?? null) : short;
  }

  /** "Anthony" and "Antony" of one surname are one person in two spellings, and so are "Rob" and "Robert". */
  private spelledAlike(parts: readonly string[]): NamedPerson | null {
    const bearers = this.bySurname.get(surnameOf(parts)) ?? [];
    const given = parts[0] ?? "";
    const alike = bearers.filter(({ name }) => nearlySame(given, name.toLowerCase().split(" ")[0] ?? ""));
    return alike.length === 1 ? (alike[0] ?? null) : null;
  }

  /** "de la Cruz" of "Ana de la Cruz". */
  private endingIn(parts: readonly string[]): NamedPerson | null {
    const bearers = this.bySurname.get(surnameOf(parts)) ?? [];
    const ending = bearers.filter(({ name }) => name.toLowerCase().endsWith(` ${parts.join(" ")}`));
    return ending.length === 1 ? (ending[0] ?? null) : null;
  }
}

function push(map: Map<string, NamedPerson[]>, key: string, person: NamedPerson): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [person]);
  // More bearers of one name than any article has: enough to know that it is ambiguous.
  else if (known.length < 8) known.push(person);
}

function keyOf(parts: readonly string[]): string {
  return `${parts[0] ?? ""} ${surnameOf(parts)}`;
}

function surnameOf(parts: readonly string[]): string {
  for (let at = parts.length - 1; at > 0; at -= 1) if (!suffixes.test(parts[at] ?? "")) return parts[at] ?? "";
  return parts[0] ?? "";
}

function nearlySame(a: string, b: string): boolean {
  if (a[0] !== b[0] || a.length > 40 || b.length > 40) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length > 2 && long.startsWith(short)) return true;
  if (long.length < 5 || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(at + (short.length === long.length ? 1 : 0)) === long.slice(at + 1);
}

/** The gender that a form of address before a name tells. */
export function courtesyBefore(tokens: readonly Token[], name: number): Gender | null {
  for (let at = name - 1; at >= 0 && at > name - 4; at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.kind !== "word") return null;
    const told = courtesies.get(token.lower);
    if (told !== undefined && told !== null) return told;
    if (!isOffice(token) && !officeParts.has(token.lower)) return null;
  }
  return null;
}

const femaleRole =
  /(?:woman|women|\b(?:mother|sister|wife|daughter|queen|princess|actress|duchess|widow|girl|aunt|grandmother|girlfriend|lady|dame|nun|waitress|heroine|hostess))\b/i;
const maleRole =
  /(?:\b(?:spokes|chair|congress|council|business|fisher|crafts|sports|states|noble|clergy|police)?man|\b(?:father|brother|husband|son|king|prince|actor|duke|widower|boy|uncle|grandfather|boyfriend|monk|priest|imam|bishop))\b/i;

/** The gender that a role tells: "spokeswoman", "widower". */
export function genderOfRole(role: string | null): Gender | null {
  if (role === null) return null;
  const own = role.split(/\s(?:of|for|to|at|in)\s/)[0] ?? role;
  return femaleRole.test(own) ? "female" : maleRole.test(own) ? "male" : null;
}

/** Every run of name parts in a paragraph that can be a person. */
function runsIn(text: string, { tokens }: ReadParagraph, paragraph: number): readonly Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isNamePart(tokens[at])) continue;
    const to = runEnd(tokens, at, Math.min(tokens.length, at + 60));
    const run = toRun(text, tokens, at, to, paragraph);
    if (run !== null) runs.push(run);
    at = Math.max(at, to - 1);
  }
  return runs;
}

function toRun(text: string, tokens: readonly Token[], from: number, to: number, paragraph: number): Run | null {
  let name = from;
  for (let at = from; at < to - 1; at += 1) {
    const token = tokens[at];
    if (token !== undefined && (isOffice(token) || courtesies.has(token.lower))) name = at + 1;
  }
  while (name < to - 1 && officeParts.has(tokens[name]?.lower ?? "")) name += 1;
  if (name === from && to - from > 1 && /ing$/.test(tokens[from]?.lower ?? "") && (from === 0 || tokens[from - 1]?.text === ".")) name += 1;
  const parts: string[] = [];
  for (let at = name; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind === "word") parts.push(token.lower);
  }
  const last = tokens[to - 1];
  if (
    last === undefined ||
    parts.length > 5 ||
    parts.every((part) => part.length === 1) ||
    (parts.length === 1 && (isOffice(last) || officeParts.has(last.lower) || courtesies.has(last.lower)))
  )
    return null;
  const titled = name > 0 && tokens[name - 1] !== undefined && isTitle(tokens[name - 1]);
  const gender = courtesyBefore(tokens, name);
  if (!titled && parts.some((part) => bodyWords.has(part))) return null;
  const before = tokens[from - 1];
  if (!titled && before !== undefined && name === from && /^(?:the|a|an)$/.test(before.lower)) return null;
  const role = roleBefore(text, tokens, name) ?? roleAfter(text, tokens, to) ?? roleApposed(text, tokens, name, to);
  let weight = 0;
  if (titled || gender !== null) weight += 2;
  if (role !== null) weight += 1;
  // A given name alone before a plain word may be something else: "Christian values".
  if (genderOfName(parts[0] ?? "") !== null && !(parts.length === 1 && tokens[to]?.kind === "word")) weight += 1;
  const speaks = saysNear(tokens, from, to);
  if (speaks) weight += 2;
  // "Ana Cruz, 61, …", and a full name with which a sentence begins.
  if (tokens[to]?.text === "," && /^\d{1,3}$/.test(tokens[to + 1]?.text ?? "")) weight += 2;
  if (parts.length > 1 && (from === 0 || /^[.!?]$/.test(before?.text ?? "") || before?.kind === "quote")) weight += 1;
  if (weight < 2 && before !== undefined && /^(?:in|at|near|from|to|across|off|outside|into)$/.test(before.lower)) weight -= 1;
  return { parts, paragraph, token: from, nameFrom: name, nameTo: to, role, gender: gender ?? genderOfRole(role), weight, speaks };
}

/** "Ana Cruz said", "Ana Cruz, the mayor, said", "said the mayor Ana Cruz". */
function saysNear(tokens: readonly Token[], from: number, to: number): boolean {
  // "the University of Velmar told": the place does not speak.
  const office = tokens[from - 2];
  if (
    prepositions.has(tokens[from - 1]?.lower ?? "") &&
    !(office !== undefined && isOffice(office) && officeParts.has(tokens[from]?.lower ?? ""))
  )
    return false;
  if (/^(?:of|from|at|with|for)$/.test(tokens[to]?.lower ?? "")) {
    for (let at = to + 1; at < to + 8 && tokens[at]?.kind === "word"; at += 1) if (isReportingVerb(tokens, at)) return true;
    return false;
  }
  if (isReportingVerb(tokens, to)) return true;
  if (tokens[to]?.lower === "also" || tokens[to]?.lower.endsWith("ly")) return isReportingVerb(tokens, to + 1);
  for (let at = from - 1; at >= 0 && at > from - 6; at -= 1) {
    const word = tokens[at];
    if (word === undefined || word.kind !== "word") return false;
    if (isReportingVerb(tokens, at)) {
      const after = tokens[to];
      const ends = after === undefined || (after.kind === "mark" && /^[,.:(]$/.test(after.text));
      return (
        ends &&
        !word.lower.endsWith("ing") &&
        tokens[to - 1]?.possessive === false &&
        (at === 0 || tokens[at - 1]?.kind === "quote" || tokens[at - 1]?.text === ",")
      );
    }
    if (!isOffice(word) && !officeParts.has(word.lower) && !courtesies.has(word.lower) && !determiners.has(word.lower) && !word.possessive)
      return false;
  }
  return false;
}

function isTitle(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.kind === "word" &&
    (courtesies.has(token.lower) || isOffice(token)) &&
    !determiners.has(token.lower) &&
    !prepositions.has(token.lower)
  );
}
