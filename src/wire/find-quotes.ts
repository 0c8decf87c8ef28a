import { type Attribution, attributionOf, leading } from "./quote-attribution.ts";
import { isQuotation } from "./quote-kinds.ts";
import { quotedParagraphs } from "./quote-spans.ts";
import { isDash, type ReadParagraph, readParagraph } from "./quote-tokens.ts";
import { peopleOf } from "./speaker-people.ts";
import { type Phrase, phraseAt } from "./speaker-phrases.ts";
import type { Voice } from "./speaker-reference.ts";
import { sentenceSubject, subjectOf } from "./speaker-subjects.ts";
import { isReportingVerb } from "./speaker-verbs.ts";
import { Voices } from "./speaker-voices.ts";

/** Who said it, as the article names them anywhere; the offsets are of the words that told us. */
export interface FoundSpeaker {
  readonly name: string;
  readonly role: string | null;
  readonly start: number;
  readonly end: number;
}

/** A quotation in a text: its words without the outer marks, verbatim. */
export interface FoundQuote {
  readonly text: string;
  /** Offsets into the text searched, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly speaker: FoundSpeaker | null;
}

interface Candidate {
  readonly token: number;
  readonly attribution: Attribution | null;
}

/**
 * Finds what is quoted in an article and who said it. Names are completed from the whole text, pronouns resolved to the person last spoken of;
 * who cannot be told is `null`. Titles, nicknames and single words in marks are no quotations.
 * Paragraphs are parted by line ends. Linear in the length of the text.
 */
export function findQuotes(text: string): FoundQuote[] {
  const paragraphs = quotedParagraphs(text).map((paragraph) => readParagraph(text, paragraph));
  const voices = new Voices(text, paragraphs, peopleOf(text, paragraphs));
  const quotes: FoundQuote[] = [];
  let speaking: Voice | null = null;
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index === 0 && isHeadline(text, paragraph, paragraphs.length)) continue;
    const candidates = quotationsIn(text, paragraph);
    let last: Voice | null = null;
    let lastToken = -1;
    for (const [order, candidate] of candidates.entries()) {
      const voice: Voice | null = voiceOf(voices, paragraphs, index, candidate, candidates[order + 1] ?? null, {
        last,
        lastToken,
        speaking,
      });
      const token = paragraph.tokens[candidate.token];
      if (token === undefined) continue;
      if (voice !== null) {
        voices.hear(voice, index, candidate.token);
        last = voice;
        lastToken = candidate.token;
      }
      quotes.push({
        text: text.slice(token.start, token.end),
        start: token.start,
        end: token.end,
        speaker: voice === null ? null : { name: voice.name, role: voice.role, start: voice.start, end: voice.end },
      });
    }
    speaking = last ?? (candidates.length > 0 ? null : (spokenOf(voices, paragraph, index) ?? (isAside(paragraph) ? speaking : null)));
  }
  return quotes;
}

function quotationsIn(text: string, paragraph: ReadParagraph): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const [token, { kind }] of paragraph.tokens.entries()) {
    if (kind !== "quote") continue;
    const attribution = attributionOf(text, paragraph, token);
    if (isQuotation(text, paragraph, token, attribution?.direct ?? null)) found.push({ token, attribution });
  }
  return found;
}

/** The voice of a quotation: by its own sentence, else by those around it. */
function voiceOf(
  voices: Voices,
  paragraphs: readonly ReadParagraph[],
  index: number,
  candidate: Candidate,
  next: Candidate | null,
  before: { readonly last: Voice | null; readonly lastToken: number; readonly speaking: Voice | null },
): Voice | null {
  const paragraph = paragraphs[index];
  if (paragraph === undefined) return null;
  const { tokens, sentenceFrom } = paragraph;
  const { token, attribution } = candidate;
  if (attribution !== null && !(attribution.loose && before.last !== null && sentenceFrom[token] === token)) {
    const told = attribution.direct ? voices.of(attribution.phrase, index) : loosely(voices, attribution.phrase, index);
    if (told !== null) return told;
  }
  if (tokens[token]?.span?.goesOn) return before.speaking;
  const cited = citeLine(voices, paragraphs, index, token);
  if (cited !== null) return cited;
  const from = sentenceFrom[token] ?? 0;
  const alone = from === token;
  if (before.last !== null) {
    if (!alone) return from <= before.lastToken || sentenceFrom[from - 1] === sentenceFrom[before.lastToken] ? before.last : null;
    return subjectBetween(voices, paragraph, index, before.lastToken + 1, token) ?? before.last;
  }
  if (!alone) return null;
  if (token > 0) return spokenBefore(voices, paragraph, index, token);
  if (next?.attribution?.direct) {
    const told = voices.of(next.attribution.phrase, index);
    if (told !== null) return told;
  }
  if (next !== null) {
    const told = subjectBetween(voices, paragraph, index, token + 1, next.token);
    if (told !== null) return told;
  }
  return before.speaking;
}

/** The line "— Ana Cruz, harbour master" under a quotation that is a paragraph of its own, or several. */
function citeLine(voices: Voices, paragraphs: readonly ReadParagraph[], index: number, token: number): Voice | null {
  if (token !== 0) return null;
  for (let at = index; at < index + 8; at += 1) {
    const quoted = paragraphs[at]?.tokens ?? [];
    if (quoted.length !== 1 || quoted[0]?.kind !== "quote") return null;
    const line = paragraphs[at + 1]?.tokens ?? [];
    if (isDash(line[0]) && line.length < 24) {
      const phrase = phraseAt(line, 1);
      return phrase === null || (phrase.to < line.length && line[phrase.to]?.text !== "," && line[phrase.to]?.text !== ".")
        ? null
        : voices.of(phrase, at + 1);
    }
    if (!quoted[0].span?.open) return null;
  }
  return null;
}

/** The voice of a phrase that only stands in the same sentence: a name that is nobody's is no speaker. */
function loosely(voices: Voices, phrase: Phrase, index: number): Voice | null {
  const voice = voices.of(phrase, index);
  return phrase.kind === "person" && (voice?.person ?? null) === null ? null : voice;
}

/** The subject of the last whole sentence between two places, if it is a person. */
function subjectBetween(voices: Voices, paragraph: ReadParagraph, index: number, from: number, to: number): Voice | null {
  const { sentenceFrom, tokens } = paragraph;
  const sentence = sentenceFrom[to - 1] ?? 0;
  if (sentence < from) return null;
  return personal(voices, sentenceSubject(tokens, sentence, to), index);
}

/** Who speaks or is spoken of in the sentences before a place in its paragraph. */
function spokenBefore(voices: Voices, paragraph: ReadParagraph, index: number, limit: number): Voice | null {
  const { tokens, sentenceFrom } = paragraph;
  let to = limit;
  for (let sentences = 0; to > 0 && sentences < 4; sentences += 1) {
    const from = sentenceFrom[to - 1] ?? 0;
    const told = reportedIn(voices, paragraph, index, from, to) ?? personal(voices, sentenceSubject(tokens, from, to), index);
    if (told !== null) return told;
    to = from;
  }
  return null;
}

/** The subject of the last verb of saying in a sentence. */
function reportedIn(voices: Voices, paragraph: ReadParagraph, index: number, from: number, to: number): Voice | null {
  let tried = 0;
  for (let at = Math.max(from, to - 80); at < to && tried < 6; at += 1) {
    if (!isReportingVerb(paragraph.tokens, at)) continue;
    tried += 1;
    const phrase = subjectOf(paragraph.tokens, from, at);
    const voice = phrase === null ? null : voices.of(phrase, index);
    if (voice !== null) return voice;
  }
  return null;
}

function personal(voices: Voices, phrase: Phrase | null, index: number): Voice | null {
  if (phrase === null || phrase.kind === "body") return null;
  const voice = voices.of(phrase, index);
  return voice !== null &&
    voice.gender !== "thing" &&
    (phrase.kind !== "description" || voice.person !== null) &&
    (phrase.kind !== "person" || voice.person !== null)
    ? voice
    : null;
}

/** Who speaks in a paragraph without quotations, so that the next may be theirs. */
function spokenOf(voices: Voices, paragraph: ReadParagraph, index: number): Voice | null {
  const { tokens } = paragraph;
  const end = tokens.at(-1);
  if (end === undefined) return null;
  if (end.text === ":" || end.text === ",") {
    const led = leading(paragraph, tokens.length);
    const told = led === null ? null : voices.of(led.phrase, index);
    if (told !== null) return told;
  }
  const told = spokenBefore(voices, paragraph, index, tokens.length);
  if (told !== null) voices.hear(told, index, tokens.length - 1);
  return told;
}

/** A caption, a heading: it does not part a speaker from what they say next. */
function isAside(paragraph: ReadParagraph): boolean {
  return paragraph.tokens.length < 12 && !/^[.!?…:]$/.test(paragraph.tokens.at(-1)?.text ?? "");
}

function isHeadline(text: string, paragraph: ReadParagraph, paragraphs: number): boolean {
  if (paragraphs < 3 || paragraph.end - paragraph.start > 200) return false;
  if (paragraph.tokens[0]?.kind === "quote" && isDash(paragraph.tokens[1])) return false;
  const last = paragraph.tokens.at(-1);
  return (
    !/[.!?…:,]["”’'»]?\s*$/u.test(text.slice(Math.max(paragraph.start, paragraph.end - 4), paragraph.end)) &&
    !(last?.kind === "quote" && paragraph.tokens.length === 1)
  );
}
