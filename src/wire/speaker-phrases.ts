import type { Token } from "./quote-tokens.ts";
import { isNamePart, isNickname, isOffice, isOfficePart } from "./speaker-names.ts";
import { isReportingVerb } from "./speaker-verbs.ts";
import {
  adverbs,
  bodyWords,
  collectives,
  courtesies,
  determiners,
  documents,
  nameParticles,
  notNames,
  officeParts,
  phraseStops,
  prepositions,
  pronouns,
} from "./speaker-words.ts";

/** A noun phrase that may speak; offsets are indexes of tokens, `to` and `nameTo` exclusive. */
export interface Phrase {
  readonly kind: "pronoun" | "person" | "body" | "description";
  readonly from: number;
  readonly to: number;
  /** The name within it; of a pronoun or description the whole. */
  readonly nameFrom: number;
  readonly nameTo: number;
  /** After the head noun, where "for the ministry" and the like begin. */
  readonly core: number;
}

/** Phrases longer than this are cut: no subject is, and reading stays linear. */
const longest = 22;

/** The phrase that begins at a token, read forward; `null` where none does. `whole` says that it is known to reach the end, so no word in it is a verb. */
export function phraseAt(tokens: readonly Token[], from: number, before: number = tokens.length, whole = false): Phrase | null {
  const first = tokens[from];
  if (first === undefined || first.kind !== "word" || from >= before) return null;
  // French inverts: "a-t-elle ajouté".
  if (/-(?:ils?|elles?)$/.test(first.lower))
    return { kind: "pronoun", from, to: from + 1, nameFrom: from, nameTo: from + 1, core: from + 1 };
  if (pronouns.has(first.lower) && !(determiners.has(first.lower) && tokens[from + 1]?.kind === "word")) {
    const wanted = pronouns.get(first.lower);
    if (first.lower === "us" && first.text === "US") {
      // The country, not the pronoun.
    } else {
      return wanted === "relative" ? null : { kind: "pronoun", from, to: from + 1, nameFrom: from, nameTo: from + 1, core: from + 1 };
    }
  }
  if (prepositions.has(first.lower) || (phraseStops.has(first.lower) && !first.capital)) return null;
  const limit = Math.min(before, from + longest, tokens.length);
  let to = from;
  let core = -1;
  while (to < limit) {
    const token = tokens[to];
    if (token === undefined || token.kind !== "word") {
      if (to > from && isNickname(tokens, to)) {
        to += 1;
        continue;
      }
      break;
    }
    if (to > from && isReportingVerb(tokens, to) && !(token.capital && !token.possessive)) break;
    const toward = token.lower === "to" && to > from && (determiners.has(tokens[to + 1]?.lower ?? "") || isNamePart(tokens[to + 1]));
    if (phraseStops.has(token.lower) && !toward && !(token.capital && to > from && token.text.length > 1)) {
      if (token.lower === "and" && to > from && joins(tokens, to, from)) {
        to += 1;
        continue;
      }
      break;
    }
    if (to > from && prepositions.has(token.lower) && !token.capital) {
      if (core === -1) core = to;
      if (endsAtTime(tokens, to)) break;
    } else if (to > from && core === -1 && determiners.has(token.lower) && !token.capital) break;
    else if (to > from && pronouns.has(token.lower) && !token.capital && !determiners.has(token.lower)) break;
    else if (
      to > from &&
      adverbs.has(token.lower) &&
      (token.capital || /day$|^(?:today|yesterday|tonight|later|earlier)$/.test(token.lower)) &&
      !token.possessive &&
      !(isNamePart(tokens[to - 1]) && isNamePart(token))
    )
      break;
    else if (
      to > from &&
      !token.capital &&
      token.lower.endsWith("ly") &&
      !/^(?:family|only|early|daily|weekly|monthly|elderly|assembly|ally|supply|rally)$/.test(token.lower)
    )
      break;
    else if (!whole && to > from && isVerbLike(tokens, from, to, core !== -1)) break;
    to += 1;
  }
  while (to > from && prepositions.has(tokens[to - 1]?.lower ?? "")) to -= 1;
  if (to === from) return null;
  if (core === -1 || core > to) core = to;
  return classify(tokens, from, to, core);
}

/** A plain word after a name or a noun that can only be a verb: "Costa seemed", "the council voted". No tagger tells, so its form and its neighbour do. */
function isVerbLike(tokens: readonly Token[], from: number, at: number, inside: boolean): boolean {
  const word = tokens[at];
  const before = tokens[at - 1];
  if (word === undefined || before === undefined || word.capital || before.kind !== "word") return false;
  if (/n['’]t$/.test(word.lower)) return true;
  if (before.possessive || prepositions.has(before.lower) || determiners.has(before.lower)) return false;
  if (isNamePart(before)) {
    if (isOffice(word) || officeParts.has(word.lower) || documents.has(word.lower) || collectives.has(word.lower)) return false;
    // "Costa staffer Maya Harris": who does something, and then the name.
    if (isNamePart(tokens[at + 1]) && /(?:er|or|ist|ant|ent|ian|man|woman|mate)$/.test(word.lower)) return false;
    if (pasts.has(word.lower) || /ed$/.test(word.lower)) return true;
    // "a spokesman for Costa hotels": after a preposition a plural is more likely than a verb.
    if (/[^s]s$/.test(word.lower)) return !inside;
    // A name and a plain word: a noun only where more words of the phrase follow ("the Velmar ferry captain").
    const next = tokens[at + 1];
    return !(
      bodyWords.has(before.lower) ||
      determiners.has(tokens[from]?.lower ?? "") ||
      (next !== undefined && next.kind === "word" && (isOffice(next) || (next.capital && isOffice(word))))
    );
  }
  if (pasts.has(word.lower)) return true;
  return (
    word.lower.endsWith("ed") &&
    word.lower.length > 4 &&
    (isOffice(before) || collectives.has(before.lower) || /s$/.test(before.lower) || documents.has(before.lower))
  );
}

/** Irregular pasts that are no nouns. */
const pasts = new Set(
  `took gave went came got saw met began ran won lost held kept brought knew broke chose drew drove fell flew fought grew paid sat sent spent stood threw wore shook sought made became bought built caught rose sold taught
  understood seems wants needs hopes expects appears remains became`.split(/\s+/),
);

const times = /^(?:days?|hours?|minutes?|seconds?|weeks?|months?|years?|decades?|moments?|mornings?|evenings?|nights?)$/;

/** "health and safety officer", "Ministry of Food and Fisheries": "and" within a phrase, not between two. */
function joins(tokens: readonly Token[], at: number, from: number): boolean {
  const left = tokens[at - 1];
  const right = tokens[at + 1];
  if (left === undefined || right?.kind !== "word" || determiners.has(right.lower)) return false;
  if (left.capital && right.capital && isNamePart(left) && isNamePart(right)) {
    for (let back = at - 1; back >= from && at - back < 8; back -= 1) if (bodyWords.has(tokens[back]?.lower ?? "")) return true;
    return bodyWords.has(tokens[at + 2]?.lower ?? "");
  }
  if (left.capital || right.capital || isReportingVerb(tokens, at + 1)) return false;
  const after = tokens[at + 2];
  return after?.kind === "word" && !phraseStops.has(after.lower) && !isReportingVerb(tokens, at + 2);
}

/** "the captain on Tuesday", "a resident in a statement": the preposition begins what is no part of the phrase. */
function endsAtTime(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined || next.kind !== "word") return true;
  if (
    /^(?:on|in|at|by|since|during|after|before|for)$/.test(tokens[at]?.lower ?? "") &&
    (adverbs.has(next.lower) || /^\d{4}$/.test(next.text))
  )
    return true;
  if (/^(?:during|after|before|while|as|despite|since|until|via|about|ahead|amid|upon)$/.test(tokens[at]?.lower ?? "")) return true;
  if (tokens[at]?.lower === "to" && (phraseStops.has(next.lower) || /^(?:reporters|journalists|the|me|us|him|her|them)$/.test(next.lower)))
    return next.lower !== "the";
  if (/^(?:in|at|on|through|by|during|with)$/.test(tokens[at]?.lower ?? "")) {
    for (let look = at + 1; look < at + 5; look += 1) {
      const word = tokens[look];
      if (word === undefined || word.kind !== "word") break;
      if (
        /^(?:statement|interview|letter|tweet|tweets|post|speech|email|e-mail|press|briefing|telephone|phone|message|conference|memo|hearing|video|reporters|journalists|response|reply|court|news)$/.test(
          word.lower,
        )
      )
        return true;
      if (prepositions.has(word.lower)) break;
    }
  }
  return false;
}

function classify(tokens: readonly Token[], from: number, to: number, core: number): Phrase | null {
  let start = core;
  while (start > from && isRunPart(tokens, start - 1, from)) start -= 1;
  // Nothing of a name at the end of the core: the head is a plain noun.
  while (start < core && !isNamePart(tokens[start])) start += 1;
  if (start === core) {
    if (to - from === 1 && determiners.has(tokens[from]?.lower ?? "")) return null;
    if (indefinite.test(tokens[from]?.lower ?? "") || times.test(tokens[core - 1]?.lower ?? "")) return null;
    if (
      core - from === 1 &&
      (adverbs.has(tokens[from]?.lower ?? "") || notNames.has(tokens[from]?.lower ?? "")) &&
      !determiners.has(tokens[from]?.lower ?? "")
    )
      return null;
    return { kind: "description", from, to, nameFrom: from, nameTo: to, core };
  }
  let name = start;
  for (let at = start; at < core; at += 1) if (tokens[at]?.possessive && at + 1 < core) name = at + 1;
  const owned = name > start;
  while (name < core - 1 && isOfficePart(tokens[name] as Token)) name += 1;
  // "CEO of the Refugee Council Enver Solomon" is read elsewhere; here "Team coach Ana Cruz" loses all up to its last office.
  for (let at = core - 2; at > name; at -= 1) {
    const token = tokens[at];
    if (token !== undefined && isOffice(token)) {
      name = at + 1;
      break;
    }
  }
  const last = tokens[core - 1];
  const lone = name === core - 1;
  const titled = name > from && isTitled(tokens[name - 1]);
  if (last !== undefined && isOffice(last) && !titled && lone) {
    return { kind: "description", from, to, nameFrom: from, nameTo: to, core };
  }
  let body = false;
  if (!titled || owned) for (let at = name; at < core; at += 1) if (bodyWords.has(tokens[at]?.lower ?? "")) body = true;
  const determined = start > from && determiners.has(tokens[start - 1]?.lower ?? "") && !titled;
  if (body || (determined && name === start)) {
    const end = core < to && tokens[core]?.lower === "of" ? to : core;
    return { kind: "body", from, to: end, nameFrom: start, nameTo: end, core };
  }
  if (lone && last !== undefined && last.text.replace(".", "").length === 1) return null;
  return { kind: "person", from, to, nameFrom: name, nameTo: core, core };
}

const indefinite = /^(?:any|no|some|every)(?:body|one|thing)$/;

function isTitled(token: Token | undefined): boolean {
  return token !== undefined && (courtesies.has(token.lower) || isOffice(token));
}

function isRunPart(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at];
  if (isNamePart(token)) return true;
  if (token?.kind === "quote") return at > from && isNickname(tokens, at);
  return (
    token !== undefined &&
    token.kind === "word" &&
    nameParticles.has(token.lower) &&
    isNamePart(tokens[at + 1]) &&
    at > from &&
    (isNamePart(tokens[at - 1]) || nameParticles.has(tokens[at - 1]?.lower ?? ""))
  );
}

/** The words of tokens as written, line ends and runs of spaces as one space, without the last owner's 's. */
export function wordsOf(text: string, tokens: readonly Token[], from: number, to: number): string {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (first === undefined || last === undefined || to <= from) return "";
  return text.slice(first.start, last.possessive ? last.start + last.text.length : last.end).replace(/\s+/g, " ");
}
