import type { ReadParagraph, Token } from "./quote-tokens.ts";
import { genderOfName } from "./speaker-given-names.ts";
import { isNamePart, isOffice } from "./speaker-names.ts";
import { courtesyBefore, genderOfRole, type NamedPerson, type People } from "./speaker-people.ts";
import { type Phrase, phraseAt, wordsOf } from "./speaker-phrases.ts";
import { fits, prominence, sentencesBetween, type Voice } from "./speaker-reference.ts";
import { roleAfter, roleBefore, tidy } from "./speaker-roles.ts";
import { sentenceSubject } from "./speaker-subjects.ts";
import { adverbs, bodyWords, courtesies, documents, type Gender, officeParts, pronouns } from "./speaker-words.ts";

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
        onlyCourtesies(tokens, named.from, named.nameFrom) &&
        head !== undefined &&
        isOffice(head) &&
        (after === undefined || after.kind !== "word" || !/^(?:and)$/.test(after.lower))
      ) {
        const voice = this.ofName(named, tokens);
        if (voice !== null && (voice.name.includes(" ") || voice.person !== null))
          return withRole(voice, tidy(wordsOf(this.text, tokens, phrase.from, phrase.to)));
      }
    }
    const split = nameAtEnd(tokens, phrase);
    if (split !== null) {
      const voice = this.ofName(split, tokens);
      if (voice !== null) return withRole(voice, tidy(wordsOf(this.text, tokens, phrase.from, split.nameFrom)));
    }
    const to = this.withoutTime(tokens, phrase);
    const { start, end } = this.place(tokens, phrase.from, to);
    const head = tokens[phrase.core - 1];
    const name = wordsOf(this.text, tokens, phrase.from, to);
    const gender = documents.has(head?.lower ?? "")
      ? "thing"
      : head !== undefined && /(?:[^s]s|men|people|police|children)$/.test(head.lower) && !/(?:woman|man)$/.test(head.lower)
        ? "group"
        : (genderOfRole(name) ?? (head !== undefined && isOffice(head) ? null : "thing"));
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
      const rank = prominence(this.paragraphs, mention, paragraph, token);
      if (rank === null) continue;
      const at = this.paragraphs[mention.paragraph]?.tokens[mention.token];
      consider(
        { name: person.name, role: person.role, gender: person.gender, person, start: at?.start ?? 0, end: at?.end ?? 0 },
        mention,
        rank + Math.min(person.weight, 2) * 0.2,
      );
    }
    this.describedBefore(paragraph, token, consider);
    return best;
  }

  /** "The mayor was away. “…,” he said": somebody without a name, as the subject of the sentences just before. */
  private describedBefore(
    paragraph: number,
    token: number,
    consider: (voice: Voice, at: { readonly paragraph: number; readonly token: number }, rank: number) => void,
  ): void {
    const read = this.paragraphs[paragraph];
    if (read === undefined) return;
    let to = read.sentenceFrom[token] ?? 0;
    for (let sentences = 0; sentences < 2 && to > 0; sentences += 1) {
      const from = read.sentenceFrom[to - 1] ?? 0;
      const phrase = sentenceSubject(read.tokens, from, to);
      const head = phrase === null ? undefined : read.tokens[phrase.core - 1];
      if (phrase?.kind === "description" && head !== undefined && isOffice(head))
        consider(this.ofDescription(phrase, paragraph, read.tokens), { paragraph, token: from }, 2.5);
      to = from;
    }
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

/** A voice with a role learnt just now, which the person keeps for their later quotations. */
function withRole(voice: Voice, role: string | null): Voice {
  if (voice.person !== null) voice.person.role ??= role;
  return { ...voice, role: voice.role ?? role };
}

/** "Mayor of Salina Bay Rosa Lind": an office, what it is over, and the name straight after. */
function nameAtEnd(tokens: readonly Token[], phrase: Phrase): Phrase | null {
  const head = tokens[phrase.core - 1];
  if (head === undefined || !isOffice(head)) return null;
  let name = phrase.to;
  while (name > phrase.core + 1 && phrase.to - name < 4 && isNamePart(tokens[name - 1]) && !bodyWords.has(tokens[name - 1]?.lower ?? ""))
    name -= 1;
  const over = tokens[name - 1];
  const count = phrase.to - name;
  if (
    count < 2 ||
    count > 3 ||
    over === undefined ||
    over.possessive ||
    !over.capital ||
    !(bodyWords.has(over.lower) || officeParts.has(over.lower))
  )
    return null;
  return { kind: "person", from: phrase.from, to: phrase.to, nameFrom: name, nameTo: phrase.to, core: phrase.core };
}

function onlyCourtesies(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!courtesies.has(tokens[at]?.lower ?? "")) return false;
  return true;
}
