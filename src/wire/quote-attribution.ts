import { isDash, type ReadParagraph, type Token } from "./quote-tokens.ts";
import { type Phrase, phraseAt } from "./speaker-phrases.ts";
import { inverted, isRelative, phraseEnding, sentenceSubject, speaks, subjectOf } from "./speaker-subjects.ts";
import { isLooseVerb, isReportingVerb } from "./speaker-verbs.ts";
import { accordingTo, adverbs, auxiliaries, determiners, phraseStops, prepositions } from "./speaker-words.ts";

/** Who a sentence says is speaking. */
export interface Attribution {
  readonly phrase: Phrase;
  /** Whether the words of attribution stand right beside the quotation. */
  readonly direct: boolean;
  /** Whether the quotation ended its sentence, so that these words may as well begin another: “… anyway.” Costa said … */
  readonly loose?: boolean;
}

/** How far from a quotation its attribution is looked for, in tokens. */
const reach = 50;

/** The attribution of a quotation by its own sentence; `null` when that names nobody. */
export function attributionOf(text: string, paragraph: ReadParagraph, quote: number): Attribution | null {
  const { tokens, sentenceTo } = paragraph;
  const before = leading(paragraph, quote);
  const found = following(text, paragraph, quote);
  const after =
    found === null
      ? null
      : {
          ...found,
          loose: endsWith(text, tokens[quote], ".") && tokens[quote + 1]?.kind === "word" && tokens[quote + 1]?.capital === true,
        };
  if (before?.direct && after?.direct)
    return leadsIn(tokens, quote) || (tokens[quote - 1]?.text === "," && !endsWith(text, tokens[quote], ",")) ? before : after;
  if (before?.direct) return before;
  if (after?.direct) return after;
  if (before !== null) return before;
  if (after !== null) return after;
  const to = Math.min(sentenceTo[quote] ?? tokens.length, quote + reach);
  return trailing(tokens, quote + 1, to) ?? mainAfter(paragraph, quote, to);
}

/** "After saying her foot was “too swollen”, she left": the subject stands after the quotation. */
function mainAfter({ tokens, sentenceFrom }: ReadParagraph, quote: number, to: number): Attribution | null {
  const first = tokens[sentenceFrom[quote] ?? quote];
  if (first === undefined || first.kind !== "word" || !(prepositions.has(first.lower) || /(?:ing|ed)$/.test(first.lower))) return null;
  const phrase = phraseAt(tokens, tokens[quote + 1]?.text === "," ? quote + 2 : quote + 1, to);
  return phrase !== null && (phrase.kind === "person" || phrase.kind === "pronoun") ? { phrase, direct: false } : null;
}

function leadsIn(tokens: readonly Token[], quote: number): boolean {
  return /^(?::|that)$/.test(tokens[quote - 1]?.lower ?? "");
}

function endsWith(text: string, token: Token | undefined, mark: string): boolean {
  return token !== undefined && token.end > token.start && text[token.end - 1] === mark;
}

/** Reads what follows a quotation: "said Ana Cruz", "Ana Cruz told the council", "according to her lawyer", "— Ana Cruz". */
function following(text: string, { tokens, sentenceFrom, sentenceTo }: ReadParagraph, quote: number): Attribution | null {
  const to = Math.min(sentenceTo[quote] ?? tokens.length, quote + reach);
  let at = quote + 1;
  const dash = isDash(tokens[at]);
  if (tokens[at]?.text === "," || dash) at += 1;
  if (at >= to) return null;
  const first = tokens[at];
  if (first === undefined || first.kind !== "word") return null;
  if (first.lower === "as") at += 1;
  while (
    at < to &&
    (auxiliaries.has(tokens[at]?.lower ?? "") || /^(?:a|ont|ha|han|hat|haben)$|ly$/.test(tokens[at]?.lower ?? "")) &&
    isReportingVerb(tokens, at + 1)
  )
    at += 1;
  if (tokens[at]?.lower === "according" && tokens[at + 1]?.lower === "to") return direct(phraseAt(tokens, at + 2, to));
  if (first.lower === "per" || accordingTo.has(first.lower)) return direct(phraseAt(tokens, at + 1, to));
  if (isReportingVerb(tokens, at)) {
    if (/ing$/.test(tokens[at]?.lower ?? "")) return null;
    const phrase = inverted(tokens, at, at);
    if (phrase !== null && phrase.to <= to) return direct(phrase);
  }
  const phrase = phraseAt(tokens, at, to);
  const verb = phrase === null ? null : verbAfter(tokens, phrase, to);
  if (verb !== null) return direct(verb);
  const near = nearVerb(tokens, at, to);
  if (near !== null) return direct(near);
  if (phrase === null) return null;
  const personal =
    phrase.kind === "person" || phrase.kind === "pronoun" || (phrase.kind === "description" && speaks(tokens[phrase.core - 1]));
  if (sentenceFrom[quote] === quote && endsWith(text, tokens[quote], ",") && personal && isVerbForm(tokens[phrase.to]))
    return direct(phrase);
  if (dash && (phrase.kind === "person" || phrase.kind === "body") && (phrase.to >= to || tokens[phrase.to]?.text === ","))
    return direct(phrase);
  return null;
}

/** “…,” Costa deadpanned: after the comma any verb is one of saying, but none of being. */
function isVerbForm(token: Token | undefined): boolean {
  return (
    token?.kind === "word" &&
    !token.capital &&
    /(?:ed|[^s'’]s)$/.test(token.lower) &&
    !/^(?:was|is|has|does|seemed|remained|stayed|used|needed|tried|wanted)$/.test(token.lower)
  );
}

/** A verb of saying soon after a place, nothing but words between: for subjects that cannot be read forward. */
function nearVerb(tokens: readonly Token[], from: number, to: number): Phrase | null {
  if (!tokens[from]?.capital && !determiners.has(tokens[from]?.lower ?? "")) return null;
  for (let at = from; at < Math.min(to, from + 14); at += 1) {
    const word = tokens[at];
    if (word === undefined || word.kind !== "word" || (phraseStops.has(word.lower) && !auxiliaries.has(word.lower))) return null;
    if (at > from && isReportingVerb(tokens, at)) return subjectOf(tokens, from, at);
  }
  return null;
}

/** The phrase as the subject of a verb of saying after it, over adverbs and what stands in commas. */
function verbAfter(tokens: readonly Token[], phrase: Phrase, to: number): Phrase | null {
  let at = phrase.to;
  for (let steps = 0; at < to && steps < 5; steps += 1) {
    while (at < to && isAside(tokens, at)) at += 1;
    if (isReportingVerb(tokens, at)) return phrase;
    const mark = tokens[at]?.text;
    if (mark !== "," && mark !== "(" && !isDash(tokens[at])) return null;
    const closing = mark === "(" ? ")" : mark;
    let end = at + 1;
    while (end < Math.min(to, at + 32) && tokens[end]?.text !== closing) end += 1;
    if (tokens[end]?.text !== closing) return null;
    at = end + (mark === "," && !isVerbSoon(tokens, end + 1, to) ? 0 : 1);
    if (at === end && at >= to) return null;
  }
  return null;
}

function isVerbSoon(tokens: readonly Token[], from: number, to: number): boolean {
  let at = from;
  while (at < to && isAside(tokens, at)) at += 1;
  return isReportingVerb(tokens, at);
}

function isAside(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at];
  if (word === undefined || word.kind !== "word") return false;
  if (auxiliaries.has(word.lower) && word.lower !== "a") return true;
  if (word.lower.endsWith("ly") && !word.capital) return true;
  if (adverbs.has(word.lower)) return true;
  return /^(?:on|late|early|in|at)$/.test(word.lower) && adverbs.has(tokens[at + 1]?.lower ?? "");
}

function direct(phrase: Phrase | null): Attribution | null {
  return phrase === null ? null : { phrase, direct: true };
}

/** Reads what leads in to a place, within its sentence: a verb of saying and its subject, "according to", "Ana Cruz:". */
export function leading(paragraph: ReadParagraph, place: number): Attribution | null {
  const { tokens, sentenceFrom } = paragraph;
  const start = place < tokens.length ? (sentenceFrom[place] ?? 0) : (sentenceFrom[place - 1] ?? 0);
  const from = Math.max(start, place - reach);
  if (from >= place) return null;
  const last = tokens[place - 1];
  const colon = last?.text === ":";
  const beside = last?.text === "," || colon || last?.lower === "that" || last?.lower === "as" || isReportingVerb(tokens, place - 1);
  let inner: Phrase | null = null;
  for (let at = place - 1, tried = 0; at >= from && tried < 5; at -= 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const according = token.lower === "according" && tokens[at + 1]?.lower === "to" ? 2 : accordingTo.has(token.lower) ? 1 : 0;
    if (according > 0) {
      const phrase = phraseAt(tokens, at + according, place);
      if (phrase !== null) return { phrase, direct: beside };
    }
    if (/^(?:words|view|opinion|phrase)$/.test(token.lower) && tokens[at - 1]?.possessive) {
      const phrase = phraseEnding(tokens, from, at);
      if (phrase !== null) return { phrase, direct: true };
    }
    // "Calling the plan “mad”, she …": the subject follows.
    if (!isReportingVerb(tokens, at) || (at === start && token.lower.endsWith("ing"))) continue;
    tried += 1;
    if (isLooseVerb(token) && !(beside || at >= place - 3 || hasThat(tokens, at, place))) continue;
    const quoted = quotedBy(tokens, from, at);
    if (quoted !== null) return { phrase: quoted, direct: beside };
    const phrase = inverted(tokens, from, at) ?? subjectOf(tokens, from, at);
    if (phrase === null || phrase.to > place) continue;
    // "Costa told the court that he feared": the pronoun, or who merely feels, is inside what the outer verb reports.
    if (
      inner === null &&
      (phrase.kind === "pronoun" ||
        /^(?:feel|felt|think|thought|believ)/.test(token.lower) ||
        isRelative(tokens, at) ||
        isUnreal(tokens, at)) &&
      phrase.from > from
    ) {
      inner = phrase;
      continue;
    }
    if (inner !== null && inner.kind !== "pronoun" && phrase.kind === "description") break;
    return { phrase, direct: beside };
  }
  if (inner !== null) return { phrase: inner, direct: beside };
  if (colon) {
    const alone = phraseAt(tokens, from, place - 1);
    if (alone !== null && alone.kind === "person" && alone.to === place - 1) return { phrase: alone, direct: true };
  }
  const subject = sentenceSubject(tokens, start < from ? place : start, place);
  if (subject === null || subject.to >= place || subject.kind === "body") return null;
  if (
    subject.kind === "description" &&
    !speaks(tokens[subject.core - 1]) &&
    !(beside && determiners.has(tokens[subject.from]?.lower ?? ""))
  )
    return null;
  return { phrase: subject, direct: false };
}

/** "would say", "to say": nobody has said it yet, so an outer verb of saying goes before. */
function isUnreal(tokens: readonly Token[], verb: number): boolean {
  return /^(?:to|will|would|can|could|should|must|might|may)$/.test(tokens[verb - 1]?.lower ?? "");
}

function hasThat(tokens: readonly Token[], verb: number, place: number): boolean {
  for (let at = verb + 1; at < Math.min(place, verb + 6); at += 1) if (tokens[at]?.lower === "that") return true;
  return false;
}

/** "The Lantern quoted Ana Cruz as saying": whom the saying belongs to. */
function quotedBy(tokens: readonly Token[], from: number, verb: number): Phrase | null {
  if (!/^(?:saying|telling)$/.test(tokens[verb]?.lower ?? "") || tokens[verb - 1]?.lower !== "as") return null;
  const phrase = phraseEnding(tokens, from, verb - 1);
  return phrase !== null && isReportingVerb(tokens, phrase.from - 1) ? phrase : null;
}

/** The first verb of saying further on in the sentence, with its subject. */
function trailing(tokens: readonly Token[], from: number, to: number): Attribution | null {
  for (let at = from, tried = 0; at < to && tried < 3; at += 1) {
    if (tokens[at]?.kind === "quote") return null;
    if (!isReportingVerb(tokens, at)) continue;
    tried += 1;
    const phrase = inverted(tokens, from, at) ?? subjectOf(tokens, from, at);
    if (phrase !== null && phrase.kind !== "description") return { phrase, direct: false };
  }
  return null;
}
