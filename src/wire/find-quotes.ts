import { type Paragraph, paragraphsOf, type QuoteSpan, quoteSpans } from "./quote-spans.ts";
import { type NamedPerson, peopleOf, personNamed, roleAfter, type Word, wordsOf } from "./speaker-people.ts";
import { type Subject, subjectOf } from "./speaker-subject.ts";
import { pronouns } from "./speaker-words.ts";

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

/** How far around a quotation its attribution is looked for, in characters: keeps the work linear on text without sentences. */
const reach = 400;

/**
 * Finds what is quoted in an article and who said it. Names are completed from the whole text, pronouns resolved to the person last spoken of;
 * who cannot be told is `null`. Titles, nicknames and single words in marks are no quotations.
 * Paragraphs are parted by line ends. Linear in the length of the text.
 */
export function findQuotes(text: string): FoundQuote[] {
  const paragraphs = paragraphsOf(text);
  const people = peopleOf(
    text,
    paragraphs.flatMap((paragraph) => wordsOf(text.slice(paragraph.start, paragraph.end), paragraph.start)),
  );
  const quotes: FoundQuote[] = [];
  let speaking: FoundSpeaker | null = null;
  let open = false;
  for (const paragraph of paragraphs) {
    const spans = quoteSpans(text, paragraph, open);
    const told = spans.map((_span, index) => attribute(text, paragraph, spans, index, people, speaking));
    const named = told.find((speaker) => speaker !== null) ?? null;
    let last: FoundSpeaker | null = null;
    spans.forEach((span, index) => {
      if (!isQuotation(text, span, paragraph, told[index] ?? null)) return;
      const before = text.slice(paragraph.start, span.start).replace(/[\s“"«„‘']/gu, "");
      const speaker: FoundSpeaker | null =
        told[index] ??
        (span.goesOn ? speaking : null) ??
        last ??
        (index === 0 && named ? named : null) ??
        (before === "" ? (named ?? speaking) : leadIn(text, paragraph, span, people));
      last = speaker ?? last;
      quotes.push({ text: text.slice(span.start, span.end), start: span.start, end: span.end, speaker });
    });
    speaking = last ?? named ?? subjectOfParagraph(text, paragraph, people) ?? speaking;
    open = spans.at(-1)?.open ?? false;
  }
  return quotes;
}

/** Reads the clause after the quotation, then the one before it. */
function attribute(
  text: string,
  paragraph: Paragraph,
  spans: readonly QuoteSpan[],
  index: number,
  people: readonly NamedPerson[],
  speaking: FoundSpeaker | null,
): FoundSpeaker | null {
  const span = spans[index];
  if (span === undefined) return null;
  const nextStart = spans[index + 1]?.start ?? paragraph.end;
  const after = clauseAfter(text, span.end, Math.min(nextStart, span.end + reach));
  const previousEnd = spans[index - 1]?.end ?? paragraph.start;
  const before = clauseBefore(text, Math.max(previousEnd, span.start - reach), span.start);
  const leads =
    /[:,]\s*["“«„‘'「]?\s*$/u.test(text.slice(before.start, span.start)) ||
    /\b(?:that|as)\s*["“]\s*$/.test(text.slice(before.start, span.start));
  const endsInside = /[.!?…]$/.test(text.slice(span.start, span.end));
  const sides: readonly (readonly ["before" | "after", { start: number; end: number }])[] =
    leads && (endsInside || after.start >= after.end)
      ? [
          ["after", before],
          ["before", after],
        ]
      : [
          ["before", after],
          ["after", before],
        ];
  for (const [near, clause] of sides) {
    if (clause.end <= clause.start) continue;
    const words = wordsOf(text.slice(clause.start, clause.end), clause.start);
    const subject = subjectOf(text, words, near);
    if (subject) return toSpeaker(text, subject, people, span, speaking);
  }
  return null;
}

function clauseAfter(text: string, from: number, to: number): { start: number; end: number } {
  const start = from + 1;
  const slice = text.slice(start, to);
  const stop = /[.!?](?=\s+["“«]?\p{Lu}|\s*$)|[\n;]/u.exec(
    slice.replace(/\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Gov|Rep|Gen|Col|Lt|St|Jr|[A-Z])\./g, (short) => short.replace(".", " ")),
  );
  return { start, end: stop ? start + stop.index : to };
}

function clauseBefore(text: string, from: number, to: number): { start: number; end: number } {
  const slice = text.slice(from, to);
  const plain = slice.replace(/\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Gov|Rep|Gen|Col|Lt|St|Jr|[A-Z])\./g, (short) => short.replace(".", " "));
  let begin = 0;
  for (const match of plain.matchAll(/[.!?][”"’»]?\s+(?=\S)/gu)) {
    if (match.index + match[0].length < plain.trimEnd().length - 1) begin = match.index + match[0].length;
  }
  return { start: from + begin, end: to };
}

function toSpeaker(
  text: string,
  subject: Subject,
  people: readonly NamedPerson[],
  span: QuoteSpan,
  speaking: FoundSpeaker | null,
): FoundSpeaker | null {
  switch (subject.kind) {
    case "name": {
      const person = personNamed(people, subject.run.name);
      const { start, end } = subject.run;
      return person
        ? { name: person.name, role: person.role, start, end }
        : { name: subject.run.name, role: subject.run.role ?? roleAfter(text, end), start, end };
    }
    case "description": {
      const words = text.slice(subject.start, subject.end).replace(/\s+/g, " ");
      return { name: words, role: null, start: subject.start, end: subject.end };
    }
    case "pronoun":
      return resolvePronoun(subject.word, people, span, speaking);
  }
}

/** A pronoun means whoever was speaking, if it fits, else the fitting person named last before it. */
function resolvePronoun(word: Word, people: readonly NamedPerson[], span: QuoteSpan, speaking: FoundSpeaker | null): FoundSpeaker | null {
  const wanted = pronouns.get(word.lower) ?? "any";
  if (wanted === "self") return null;
  const fits = (gender: NamedPerson["gender"]) => wanted === "any" || gender === null || gender === wanted;
  const at = Math.min(word.start, span.start);
  let nearest: NamedPerson | null = null;
  let nearestAt = -1;
  for (const person of people) {
    const mention = lastBefore(person.mentions, at);
    if (mention > nearestAt && fits(person.gender)) {
      nearest = person;
      nearestAt = mention;
    }
  }
  const current = speaking === null ? null : personNamed(people, speaking.name);
  if (speaking && (current === null || fits(current.gender)) && (nearest === null || nearest === current || nearestAt < speaking.start)) {
    return { ...speaking, start: word.start, end: word.end };
  }
  if (nearest === null) return speaking ? { ...speaking, start: word.start, end: word.end } : null;
  if (wanted === "male" || wanted === "female") nearest.gender ??= wanted;
  return { name: nearest.name, role: nearest.role, start: word.start, end: word.end };
}

function lastBefore(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? -1 : (sorted[low - 1] ?? -1);
}

/** "The minister was firm: “…”": the subject of the sentence that leads in, when no verb of saying tells. */
function leadIn(text: string, paragraph: Paragraph, span: QuoteSpan, people: readonly NamedPerson[]): FoundSpeaker | null {
  const clause = clauseBefore(text, Math.max(paragraph.start, span.start - reach), span.start);
  for (const person of people) {
    const at = lastBefore(person.mentions, clause.end);
    if (at >= clause.start) return { name: person.name, role: person.role, start: at, end: at + person.surname.length };
  }
  return null;
}

/** Whom a paragraph without quotation is about: the first person it names, when it says that they said something. */
function subjectOfParagraph(text: string, paragraph: Paragraph, people: readonly NamedPerson[]): FoundSpeaker | null {
  const words = wordsOf(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + reach)), paragraph.start);
  const subject = subjectOf(text, words, "before");
  if (subject?.kind !== "name") return null;
  const person = personNamed(people, subject.run.name);
  return person ? { name: person.name, role: person.role, start: subject.run.start, end: subject.run.end } : null;
}

/** Titles, nicknames, scare quotes and single terms are no quotations: too short, and nobody is said to say them. */
function isQuotation(text: string, span: QuoteSpan, paragraph: Paragraph, told: FoundSpeaker | null): boolean {
  const inner = text.slice(span.start, span.end);
  const count = inner.split(/\s+/, 6).length;
  const closed = /[.,!?…]$/.test(inner) || /^[,.]/.test(text.slice(span.end + 1, span.end + 2));
  const whole = span.start - paragraph.start <= 2 && paragraph.end - span.end <= 2;
  if (count >= 5) return !isTitle(inner, told);
  return count >= 2 && closed && (told !== null || whole) && !isTitle(inner, told);
}

function isTitle(inner: string, told: FoundSpeaker | null): boolean {
  const words = inner.split(/\s+/).filter((word) => word.length > 3);
  return told === null && words.length > 0 && words.every((word) => word[0] !== word[0]?.toLowerCase() || /\d/.test(word));
}
