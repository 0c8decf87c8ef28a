import { isDash, type Token } from "./quote-tokens.ts";
import { isNamePart, isNickname, isOffice } from "./speaker-names.ts";
import { type Phrase, phraseAt } from "./speaker-phrases.ts";
import { isReportingVerb } from "./speaker-verbs.ts";
import { adverbs, auxiliaries, collectives, determiners, documents, phraseStops, prepositions, pronouns } from "./speaker-words.ts";

/** How far left of a verb its subject is looked for, in tokens: keeps the work linear on text without sentences. */
const reach = 45;

/** The subject of the verb at a token, read leftwards within its sentence. */
export function subjectOf(tokens: readonly Token[], from: number, verb: number, nested = false): Phrase | null {
  const floor = Math.max(from, verb - reach);
  if (isParticiple(tokens, verb)) {
    // "with Costa saying", "a message stating": the participle has a subject of its own.
    const own = tokens[verb - 1]?.kind === "word" ? phraseEnding(tokens, floor, verb) : null;
    if (own !== null && /^(?:with|has|had|have|of|showed|shows|heard)$/.test(tokens[own.from - 1]?.lower ?? "")) return own;
    const main = mainSubject(tokens, floor, verb, nested);
    const head = own === null ? undefined : tokens[own.core - 1];
    return head !== undefined && documents.has(head.lower) && own?.kind === "description" && (main === null || main.kind === "description")
      ? own
      : main;
  }
  let at = verb;
  while (at > floor && isBetween(tokens, at - 1)) at -= 1;
  const before = tokens[at - 1];
  if (at <= floor || before === undefined) return null;
  if (before.lower === "who" || before.lower === "which" || before.lower === "that") return relativeSubject(tokens, floor, at - 1);
  if (before.lower === "and" || before.lower === "but" || before.lower === "to" || before.lower === "then")
    return mainSubject(tokens, floor, at - 1, nested);
  if (before.kind === "word") {
    const ending = phraseEnding(tokens, floor, at);
    const who = relativeBefore(tokens, floor, at);
    if (who >= 0 && who + 1 !== ending?.from) {
      const head = relativeSubject(tokens, floor, who);
      if (head !== null) return head;
    }
    if (ending !== null || at === verb) return ending;
    return phraseEnding(tokens, floor, verb);
  }
  if (/^[,)]$/.test(before.text) || isDash(before)) return beforeApposition(tokens, floor, at - 1);
  return null;
}

/** "adding", "to say", "saying": their subject is that of the clause they hang on. */
function isParticiple(tokens: readonly Token[], verb: number): boolean {
  const word = tokens[verb];
  if (word === undefined || !word.lower.endsWith("ing")) return false;
  return !/^(?:is|are|was|were|been|be|kept|started|began)$/.test(tokens[verb - 1]?.lower ?? "");
}

/** Whether the head of a description can speak: an office, a document, a body of people. */
export function speaks(head: Token | undefined): boolean {
  return head !== undefined && (isOffice(head) || documents.has(head.lower) || collectives.has(head.lower));
}

function isBetween(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at];
  if (word === undefined || word.kind !== "word") return false;
  if (word.capital && !adverbs.has(word.lower)) return false;
  if (word.lower === "a") return false;
  if (auxiliaries.has(word.lower)) return true;
  if (word.lower.endsWith("ly") && !/^(?:family|assembly|ally|italy)$/.test(word.lower)) return true;
  if (adverbs.has(word.lower) && !word.possessive && !determiners.has(tokens[at - 1]?.lower ?? "")) return true;
  return /^(?:on|late|early)$/.test(word.lower) && adverbs.has(tokens[at + 1]?.lower ?? "");
}

/** The "who" of a relative clause that goes on up to a place: "an official who asked not to be named said". */
function relativeBefore(tokens: readonly Token[], floor: number, end: number): number {
  for (let at = end - 1; at > floor && at > end - 18; at -= 1) {
    const word = tokens[at];
    if (word === undefined || word.kind !== "word") return -1;
    if (word.lower === "who") return tokens[at - 1]?.kind === "word" && !isReportingVerb(tokens, at - 1) ? at : -1;
  }
  return -1;
}

/** "Costa, who runs the port, said", "the man who said": what the pronoun hangs on. */
function relativeSubject(tokens: readonly Token[], floor: number, pronoun: number): Phrase | null {
  const end = tokens[pronoun - 1]?.text === "," ? pronoun - 1 : pronoun;
  if (end <= floor) return null;
  return tokens[pronoun]?.lower === "which" ? phraseAt(tokens, unitStart(tokens, floor, end), end, true) : phraseEnding(tokens, floor, end);
}

/** The subject of the clause before a place: of its verb of saying if it has one, else of its sentence. */
function mainSubject(tokens: readonly Token[], floor: number, limit: number, nested: boolean): Phrase | null {
  // One clause inside another, no deeper: "and said and said and said" must not be read over and over.
  if (nested) return sentenceSubject(tokens, floor, limit);
  for (let at = limit - 1, tried = 0; at > floor && tried < 4; at -= 1) {
    if (!isReportingVerb(tokens, at) || isParticiple(tokens, at) || isRelative(tokens, at)) continue;
    tried += 1;
    const found = inverted(tokens, floor, at) ?? subjectOf(tokens, floor, at, true);
    if (found !== null) return found;
  }
  return sentenceSubject(tokens, floor, limit);
}

/** Whether a verb belongs to a relative clause: "an architect who said". */
export function isRelative(tokens: readonly Token[], verb: number): boolean {
  let at = verb - 1;
  while (at > verb - 4 && isBetween(tokens, at)) at -= 1;
  return /^(?:who|which)$/.test(tokens[at]?.lower ?? "");
}

/** Verbs that name whom one speaks to, so that a noun after them is not the subject. */
const addressing =
  /^(?:tell|told|ask|urg|warn|remind|inform|advis|accus|critici|quot|prais|blam|call|assur|describ|rebuk|dismiss|reassur|thank|address)/;

/** "…," said Ana Cruz: the subject after a verb that follows a quotation or begins its sentence. */
export function inverted(tokens: readonly Token[], from: number, verb: number): Phrase | null {
  const before = tokens[verb - 1];
  if (before?.text === "," && tokens[verb - 2]?.kind !== "quote") {
    if (addressing.test(tokens[verb]?.lower ?? "")) return null;
    // "The cost, says Ana Cruz, is high", "The cost is high, said Ana Cruz."
    const passing = phraseAt(tokens, verb + 1);
    const after = tokens[passing?.to ?? verb];
    if (passing === null || passing.kind === "pronoun" || !(after === undefined || /^[,.:(]$/.test(after.text))) return null;
    const subject = after?.text === "," ? sentenceSubject(tokens, Math.max(from, verb - reach), verb - 1) : null;
    return subject === null || subject.kind === "description" || passing.kind === "person" ? passing : null;
  }
  const free = verb === from || before?.kind === "quote" || (before?.text === "," && tokens[verb - 2]?.kind === "quote");
  if (!free) return null;
  const next = tokens[verb + 1];
  if (
    next !== undefined &&
    /^(?:him|her|them|me|us|that|it)$/.test(next.lower) &&
    !(next.lower === "her" && tokens[verb + 2]?.kind === "word")
  )
    return null;
  return phraseAt(tokens, verb + 1);
}

/** The noun phrase that ends before a token, read leftwards over its prepositions: "the director of the Strait Line". */
export function phraseEnding(tokens: readonly Token[], from: number, end: number): Phrase | null {
  const last = tokens[end - 1];
  if (last === undefined || last.kind !== "word") return null;
  if (/^(?:him|her|them|me|us)$/.test(last.lower) && last.text !== "US") return null;
  if (pronouns.has(last.lower) && !determiners.has(last.lower)) return phraseAt(tokens, end - 1, end);
  let start = end;
  let best: Phrase | null = null;
  for (let units = 0; units < 5; units += 1) {
    const unit = unitStart(tokens, from, start);
    // "disagreed in an editorial": what stands before the preposition is a verb.
    if (unit === start || (best !== null && start - unit === 1 && /(?:ed|ing)$/.test(tokens[unit]?.lower ?? ""))) break;
    const phrase = phraseAt(tokens, unit, end, true);
    if (phrase !== null) best = phrase;
    start = unit;
    const joint = tokens[start - 1];
    if (start - 2 < from || joint === undefined || !prepositions.has(joint.lower) || joint.capital) break;
    const head = tokens[start - 2];
    if (head === undefined || head.kind !== "word" || isStop(tokens, start - 2)) break;
    if (/^(?:after|before|during|as|like|than|until|since|about|despite)$/.test(joint.lower)) break;
    start -= 1;
  }
  return best;
}

const notAdverbs = /^(?:family|only|early|daily|weekly|monthly|elderly|assembly|ally|supply|rally|fly|reply)$/;

function isStop(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at];
  if (word === undefined || word.kind !== "word") return true;
  if (word.text === "US") return false;
  if (pronouns.has(word.lower) && !determiners.has(word.lower)) return !word.capital || word.text.length < 3;
  if (!word.capital && word.lower.endsWith("ly") && !notAdverbs.test(word.lower)) return true;
  return (phraseStops.has(word.lower) && !(word.capital && word.text.length === 2)) || (isReportingVerb(tokens, at) && !word.capital);
}

/** The first token of the words that stand together before a place, without crossing a preposition. */
function unitStart(tokens: readonly Token[], from: number, end: number): number {
  let start = end;
  while (start > from) {
    const word = tokens[start - 1];
    if (word === undefined) break;
    if (word.kind === "quote") {
      if (isNickname(tokens, start - 1)) {
        start -= 1;
        continue;
      }
      break;
    }
    if (word.kind !== "word" || isStop(tokens, start - 1)) break;
    if (prepositions.has(word.lower) && !(word.capital && start - 1 > from)) break;
    start -= 1;
    if (determiners.has(word.lower) && !(word.capital && start > from && tokens[start - 1]?.capital)) {
      if (/^(?:one|all|some|many|most|both)$/.test(tokens[start - 1]?.lower ?? "")) start -= 1;
      break;
    }
  }
  return start;
}

/** "Ana Cruz, who runs the port, said", "Ana Cruz (Salina Bay) said": the name before what stands in commas or brackets. */
function beforeApposition(tokens: readonly Token[], floor: number, closing: number): Phrase | null {
  const opening = tokens[closing]?.text === ")" ? "(" : (tokens[closing]?.text ?? ",");
  let described: Phrase | null = null;
  for (let at = closing - 1, commas = 0; at > floor && commas < 6; at -= 1) {
    const token = tokens[at];
    if (token?.kind === "quote" && at < closing - 12) break;
    if (token?.text !== opening) continue;
    commas += 1;
    const phrase = phraseEnding(tokens, floor, beforeBrackets(tokens, floor, at));
    if (phrase?.kind === "person") return named(tokens, phrase, at, closing) ?? phrase;
    if (phrase !== null && phrase.kind !== "pronoun" && described === null) described = named(tokens, phrase, at, closing) ?? phrase;
    if (phrase?.kind === "pronoun") return phrase;
  }
  if (described !== null) return described;
  // Nothing before the commas: what stands between them may itself be the subject ("On Monday, Ana Cruz, said").
  return phraseEnding(tokens, floor, closing);
}

/** Skips "(Salina Bay)" to the left. */
function beforeBrackets(tokens: readonly Token[], floor: number, end: number): number {
  if (tokens[end - 1]?.text !== ")") return end;
  for (let at = end - 2; at > floor && at > end - 16; at -= 1) if (tokens[at]?.text === "(") return at;
  return end;
}

/** "The mayor, Ana Cruz, said": the name in the apposition, when what is before is a description. */
function named(tokens: readonly Token[], phrase: Phrase, comma: number, closing: number): Phrase | null {
  if (phrase.kind === "person" && phrase.nameTo - phrase.nameFrom > 0) return null;
  const inside = phraseAt(tokens, comma + 1, closing);
  return inside?.kind === "person" && inside.to === closing && phrase.kind === "description" ? { ...inside, from: phrase.from } : null;
}

/** The subject with which a sentence begins, after what leads in to it. */
export function sentenceSubject(tokens: readonly Token[], from: number, to: number): Phrase | null {
  const limit = Math.min(to, from + 60);
  let at = afterDateline(tokens, from, limit);
  for (let tries = 0; tries < 4 && at < limit; tries += 1) {
    while (
      at < limit &&
      (tokens[at]?.kind !== "word" ||
        /^(?:and|but|so|or|yet|still|then|also|now|later|earlier|meanwhile|however|moreover)$/.test(tokens[at]?.lower ?? ""))
    )
      at += 1;
    at = afterTime(tokens, at, limit);
    const first = tokens[at];
    if (first === undefined || at >= limit) return null;
    const leads =
      prepositions.has(first.lower) ||
      ((phraseStops.has(first.lower) || /(?:ing|ed|ly)$/.test(first.lower) || adverbs.has(first.lower)) &&
        !(first.capital && tokens[at + 1]?.capital));
    if (!leads || (first.capital && adverbs.has(first.lower) && isNamePart(first))) {
      const phrase = phraseAt(tokens, at, limit);
      const after = tokens[phrase?.to ?? limit];
      if (after?.kind === "quote") return null;
      // "Following a swiftly called, late meeting, the council …": still part of the lead-in.
      if (tries > 0 && phrase?.kind === "description" && after?.text === "," && !determiners.has(first.lower)) {
        at = phrase.to + 1;
        continue;
      }
      return phrase;
    }
    let comma = at;
    while (comma < limit && tokens[comma]?.text !== "," && !(tokens[comma]?.kind === "quote" && /,$/.test(tokens[comma]?.text ?? "")))
      comma += 1;
    if (comma >= limit) {
      // No comma after the lead-in: the first pronoun or name that a verb may follow.
      for (let look = at + 1; look < limit; look += 1)
        if (pronouns.get(tokens[look]?.lower ?? "") === "male" || pronouns.get(tokens[look]?.lower ?? "") === "female")
          return phraseAt(tokens, look, limit);
      return null;
    }
    at = comma + 1;
  }
  return null;
}

/** After "Hours later,", "Eight years ago,", "Earlier this week,". */
function afterTime(tokens: readonly Token[], from: number, limit: number): number {
  for (let at = from; at < Math.min(limit, from + 6); at += 1) {
    const token = tokens[at];
    if (token?.kind !== "word") return token?.text === "," && at > from && isTime(tokens[at - 1]) ? at + 1 : from;
  }
  return from;
}

function isTime(token: Token | undefined): boolean {
  return token !== undefined && (adverbs.has(token.lower) || token.lower === "ago");
}

/** After the place and agency that begin a report: "PORT VELMAR, Nov. 7 (Xinhua) —". */
function afterDateline(tokens: readonly Token[], from: number, limit: number): number {
  const first = tokens[from];
  if (first === undefined || first.kind !== "word" || first.text.length < 3 || first.text !== first.text.toUpperCase()) return from;
  for (let at = from + 1; at < Math.min(limit, from + 14); at += 1) if (isDash(tokens[at])) return at + 1;
  return from;
}
