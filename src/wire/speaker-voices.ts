import type { ReadParagraph, Token } from "./quote-tokens.ts";
import { genderOfName } from "./speaker-given-names.ts";
import { courtesyBefore, genderOfRole, type Mention, type NamedPerson, type People } from "./speaker-people.ts";
import { isOffice, type Phrase, phraseAt, wordsOf } from "./speaker-phrases.ts";
import { roleAfter, roleBefore, tidy } from "./speaker-roles.ts";
import { sentenceSubject } from "./speaker-subjects.ts";
import { adverbs, courtesies, documents, type Gender, prepositions, pronouns } from "./speaker-words.ts";

/** Someone or something that speaks in the article. */
export interface Voice {
  readonly name: string;
  readonly role: string | null;
  readonly gender: Gender | "group" | "thing" | null;
  /** The person behind it, where it is known: also for "the minister". */
  readonly person: NamedPerson | null;
  readonly start: number;
  readonly end: number;
}

interface Heard {
  readonly voice: Voice;
  readonly paragraph: number;
  readonly token: number;
}

/** Who is spoken of and who speaks, in the order of the article; resolves names, descriptions and pronouns. */
export class Voices {
  private readonly heard: Heard[] = [];
  private readonly text: string;
  private readonly paragraphs: readonly ReadParagraph[];
  private readonly people: People;

  constructor(text: string, paragraphs: readonly ReadParagraph[], people: People) {
    this.text = text;
    this.paragraphs = paragraphs;
    this.people = people;
  }

  /** Notes that a voice speaks at a place, so that a pronoun may mean it. */
  hear(voice: Voice, paragraph: number, token: number): void {
    this.heard.push({ voice, paragraph, token });
  }

  /** The voice that a phrase means; `null` for a pronoun that cannot be resolved. */
  of(phrase: Phrase, paragraph: number): Voice | null {
    const tokens = this.paragraphs[paragraph]?.tokens ?? [];
    switch (phrase.kind) {
      case "pronoun":
        return this.ofPronoun(phrase, paragraph, tokens);
      case "person":
      case "body":
        return this.ofName(phrase, tokens);
      case "description":
        return this.ofDescription(phrase, paragraph, tokens);
    }
  }

  private ofName(phrase: Phrase, tokens: readonly Token[]): Voice | null {
    const parts: string[] = [];
    for (let at = phrase.nameFrom; at < phrase.nameTo; at += 1) {
      const token = tokens[at];
      if (token?.kind === "word") parts.push(token.lower);
    }
    const courtesy = courtesyBefore(tokens, phrase.nameFrom);
    const person = this.people.named(parts, courtesy);
    const { start, end } = this.place(tokens, phrase.nameFrom, phrase.nameTo);
    if (person !== null && (phrase.kind === "person" || parts.length === 1))
      return { name: person.name, role: person.role, gender: person.gender, person, start, end };
    const name = wordsOf(this.text, tokens, phrase.nameFrom, phrase.nameTo);
    const described = phrase.kind === "body" ? null : (tidy(wordsOf(this.text, tokens, phrase.from, phrase.nameFrom)) ?? null);
    const role =
      phrase.kind === "body"
        ? null
        : (roleBefore(this.text, tokens, phrase.nameFrom) ?? described ?? roleAfter(this.text, tokens, phrase.nameTo));
    const gender = phrase.kind === "body" ? "thing" : (courtesy ?? genderOfRole(role) ?? genderOfName(parts[0] ?? "") ?? null);
    return { name, role: role !== null && this.isRole(role) ? role : null, gender, person: null, start, end };
  }

  private isRole(role: string): boolean {
    return /\p{Ll}/u.test(role) || role.includes(" ") || role.length > 2;
  }

  private ofDescription(phrase: Phrase, paragraph: number, tokens: readonly Token[]): Voice {
    // "the captain, Juan Pérez,": the name in apposition is the speaker, the description the role.
    if (tokens[phrase.to]?.text === ",") {
      const named = phraseAt(tokens, phrase.to + 1);
      const after = named === null ? undefined : tokens[named.to];
      const head = tokens[phrase.core - 1];
      if (
        named?.kind === "person" &&
        named.from === named.nameFrom &&
        head !== undefined &&
        isOffice(head) &&
        (after === undefined || after.kind !== "word" || !/^(?:and)$/.test(after.lower))
      ) {
        const voice = this.ofName(named, tokens);
        if (voice !== null && (voice.name.includes(" ") || voice.person !== null))
          return { ...voice, role: voice.role ?? tidy(wordsOf(this.text, tokens, phrase.from, phrase.to)) };
      }
    }
    const to = this.withoutTime(tokens, phrase);
    const { start, end } = this.place(tokens, phrase.from, to);
    const head = tokens[phrase.core - 1];
    const name = wordsOf(this.text, tokens, phrase.from, to);
    const gender = documents.has(head?.lower ?? "")
      ? "thing"
      : (genderOfRole(name) ??
        (head !== undefined && /s$/.test(head.lower) ? "group" : head !== undefined && isOffice(head) ? null : "thing"));
    return { name, role: null, gender, person: this.personDescribed(phrase, paragraph, tokens), start, end };
  }

  /** "the minister", where one minister has been named before. */
  private personDescribed(phrase: Phrase, paragraph: number, tokens: readonly Token[]): NamedPerson | null {
    const head = tokens[phrase.core - 1];
    if (head === undefined || !isOffice(head) || !/^(?:the|le|la)$/.test(tokens[phrase.from]?.lower ?? "")) return null;
    for (let at = this.lastMention(paragraph, phrase.from), steps = 0; at >= 0 && steps < 40; at -= 1, steps += 1) {
      const person = this.people.mentions[at]?.person;
      if (
        person?.role
          ?.toLowerCase()
          .split(/[^\p{L}-]+/u)
          .includes(head.lower)
      )
        return person;
    }
    return null;
  }

  private withoutTime(tokens: readonly Token[], phrase: Phrase): number {
    for (let at = phrase.core; at < phrase.to; at += 1) {
      const token = tokens[at];
      if (token === undefined || !/^(?:on|in|at|by)$/.test(token.lower)) continue;
      const head = tokens[phrase.to - 1];
      for (let next = at + 1; next < Math.min(phrase.to, at + 4); next += 1) {
        const noun = tokens[next];
        if (
          noun !== undefined &&
          ((adverbs.has(noun.lower) && noun !== head) ||
            /^(?:statement|interview|post|tweet|email|letter|conference|hearing|\d{4})$/.test(noun.lower))
        )
          return at;
      }
    }
    return phrase.to;
  }

  private place(tokens: readonly Token[], from: number, to: number): { readonly start: number; readonly end: number } {
    const first = tokens[from];
    const last = tokens[to - 1];
    return {
      start: first?.start ?? 0,
      end: last === undefined ? (first?.end ?? 0) : last.possessive ? last.start + last.text.length : last.end,
    };
  }

  private ofPronoun(phrase: Phrase, paragraph: number, tokens: readonly Token[]): Voice | null {
    const token = tokens[phrase.from];
    if (token === undefined) return null;
    const word = token.lower.slice(token.lower.lastIndexOf("-") + 1);
    const wanted = pronouns.get(word);
    if (wanted === undefined || wanted === "self" || wanted === "relative") return null;
    const found = this.meant(wanted, paragraph, phrase.from);
    if (found === null) return null;
    if ((wanted === "male" || wanted === "female") && found.person !== null) found.person.gender ??= wanted;
    const named = found.person === null ? found : { ...found, name: found.person.name, role: found.person.role };
    return { ...named, start: token.start, end: token.end };
  }

  /** Whom a pronoun means: near before far, who speaks or is the subject before who is only mentioned. */
  private meant(wanted: Gender | "group" | "thing", paragraph: number, token: number): Voice | null {
    let best: Voice | null = null;
    let bestScore = Number.NEGATIVE_INFINITY;
    const consider = (voice: Voice, at: { readonly paragraph: number; readonly token: number }, rank: number) => {
      const fit = fits(wanted, voice);
      if (fit === null) return;
      const score = rank + fit - this.distance(at, paragraph, token);
      if (score > bestScore) {
        best = voice;
        bestScore = score;
      }
    };
    for (let index = this.heard.length - 1, steps = 0; index >= 0 && steps < 12; index -= 1, steps += 1) {
      const heard = this.heard[index];
      if (heard !== undefined && (heard.paragraph < paragraph || heard.token < token)) consider(heard.voice, heard, 3);
    }
    for (let index = this.lastMention(paragraph, token), steps = 0; index >= 0 && steps < 30; index -= 1, steps += 1) {
      const mention = this.people.mentions[index];
      if (mention === undefined) break;
      const { person } = mention;
      if (person.weight <= 0) continue;
      const rank = this.rank(mention, paragraph, token);
      if (rank === null) continue;
      const at = this.paragraphs[mention.paragraph]?.tokens[mention.token];
      consider(
        { name: person.name, role: person.role, gender: person.gender, person, start: at?.start ?? 0, end: at?.end ?? 0 },
        mention,
        rank + Math.min(person.weight, 2) * 0.2,
      );
    }
    return best;
  }

  private lastMention(paragraph: number, token: number): number {
    const { mentions } = this.people;
    let low = 0;
    let high = mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const mention = mentions[middle];
      if (mention !== undefined && (mention.paragraph < paragraph || (mention.paragraph === paragraph && mention.token < token)))
        low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** How much a mention stands out in its sentence; `null` where it cannot be meant. */
  private rank(mention: Mention, paragraph: number, token: number): number | null {
    const read = this.paragraphs[mention.paragraph];
    if (read === undefined) return null;
    const from = read.sentenceFrom[mention.token] ?? 0;
    const same = mention.paragraph === paragraph && from === read.sentenceFrom[token];
    let first = mention.token;
    while (
      first > from &&
      read.tokens[first - 1]?.kind === "word" &&
      (read.tokens[first - 1]?.capital || courtesies.has(read.tokens[first - 1]?.lower ?? ""))
    )
      first -= 1;
    const before = read.tokens[first - 1];
    const topic = before?.lower === "for" && read.tokens[first - 2]?.lower === "as";
    const oblique = first > from && before?.kind === "word" && prepositions.has(before.lower) && !topic;
    const owner =
      read.tokens.slice(mention.token, mention.token + 3).find((word) => word.possessive || word.kind !== "word" || !word.capital)
        ?.possessive === true;
    if (same) return oblique || owner ? -0.5 : 2.5;
    if (mention.speaks) return 2.7;
    const subject = sentenceSubject(read.tokens, from, read.sentenceTo[mention.token] ?? read.tokens.length);
    if (subject?.kind === "person" && subject.nameFrom <= mention.token && mention.token < subject.nameTo) return 2.4;
    if (subject !== null && subject.from <= mention.token && mention.token < subject.to) return owner ? 0.6 : 1.2;
    return oblique || owner ? 0.2 : 1;
  }

  /** Sentences between a place and a later one; a paragraph's end counts as half a sentence more. */
  private distance(at: { readonly paragraph: number; readonly token: number }, paragraph: number, token: number): number {
    const here = this.paragraphs[paragraph];
    if (at.paragraph === paragraph) return here === undefined ? 0 : sentencesBetween(here, at.token, token);
    const there = this.paragraphs[at.paragraph];
    let sum = 0.5;
    if (here !== undefined) sum += sentencesBetween(here, 0, token);
    if (there !== undefined) sum += sentencesBetween(there, at.token, there.tokens.length - 1) + 1;
    return sum + Math.min(paragraph - at.paragraph - 1, 20) * 1.5;
  }
}

function sentencesBetween(paragraph: ReadParagraph, from: number, to: number): number {
  let count = 0;
  let at = from;
  const goal = paragraph.sentenceFrom[to] ?? to;
  while (at < goal && count < 12) {
    const next = paragraph.sentenceTo[at];
    if (next === undefined || next <= at) break;
    if (next > goal) break;
    at = next;
    count += 1;
  }
  return count;
}

/** How well a pronoun fits a voice; `null` when it cannot. */
function fits(wanted: Gender | "group" | "thing", voice: Voice): number | null {
  const gender = voice.person?.gender ?? voice.gender;
  switch (wanted) {
    case "male":
    case "female":
      if (gender === wanted) return 0.8;
      return gender === null ? 0 : null;
    case "thing":
      return gender === "thing" ? 0.8 : voice.person === null && gender === null ? -0.5 : null;
    case "group":
      return gender === "group" ? 0.8 : gender === "thing" ? 0.4 : gender === null ? -0.5 : -2;
  }
}
