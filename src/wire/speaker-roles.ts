import { isDash, type Token } from "./quote-tokens.ts";
import { isOffice } from "./speaker-names.ts";
import { wordsOf } from "./speaker-phrases.ts";
import { courtesies, officeParts, prepositions } from "./speaker-words.ts";

/** Roles longer than this are no roles but clauses, in tokens. */
const longest = 14;

/** The role that stands before a name: "harbour master Maria Leal", "the island's mayor Joachim Vella". */
export function roleBefore(text: string, tokens: readonly Token[], name: number): string | null {
  let from = name;
  while (from > 0 && name - from < 8) {
    const word = tokens[from - 1];
    if (word === undefined || word.kind !== "word" || word.possessive) break;
    const own = isOffice(word) || officeParts.has(word.lower) || (courtesies.has(word.lower) && from < name);
    if (!own) break;
    from -= 1;
  }
  const last = tokens[name - 1];
  if (from === name || last === undefined || kin.test(last.lower)) return null;
  for (let at = from; at < name; at += 1) {
    const word = tokens[at];
    if (word !== undefined && isOffice(word)) return tidy(wordsOf(text, tokens, from, name));
  }
  return null;
}

/** The role in apposition: "Rosa Brandão, the harbour engineer, …", "Rosa Brandão, 61, warden of the bay, …". A clause ("who runs …") gives none. */
export function roleAfter(text: string, tokens: readonly Token[], nameEnd: number): string | null {
  if (tokens[nameEnd]?.text !== ",") return null;
  let at = nameEnd + 1;
  if (/^\d{1,3}$/.test(tokens[at]?.text ?? "") && tokens[at + 1]?.text === ",") at += 2;
  const first = tokens[at];
  if (first === undefined || first.kind !== "word" || noRole.test(first.lower)) return null;
  let to = at;
  let head = -1;
  for (; to < tokens.length && to - at < longest; to += 1) {
    const word = tokens[to];
    if (word === undefined || word.kind !== "word" || (to > at && clause.test(word.lower))) break;
    if (head === -1 && to > at && prepositions.has(word.lower)) head = to - 1;
  }
  if (head === -1) head = to - 1;
  const noun = tokens[head];
  if (to - at >= longest || noun === undefined || kin.test(noun.lower)) return null;
  // With an article it is an apposition whatever its noun; without one only an office tells.
  const after = tokens[to];
  const closed = after === undefined || /^[,.;)]$/.test(after.text) || after.lower === "who" || isDash(after);
  const determined = /^(?:the|an?)$/.test(first.lower) && to - at < 10 && !noun.capital && !hasAnd(tokens, at, to) && closed;
  return isOffice(noun) || determined ? tidy(wordsOf(text, tokens, at, to)) : null;
}

const noRole = /^(?:who|which|whose|and|but|or|said|says|when|while|as|with|in|on|at|of|from|for|to|then|he|she|they|it|his|her)$/;
const clause = /^(?:who|which|whose|that|when|while|said|says|told|tells|was|is|has|had|will|were|are|wrote|added|where)$/;
/** Relations and plain persons are no roles. */
const kin =
  /^(?:mother|father|brother|sister|son|daughter|husband|wife|widow|widower|uncle|aunt|cousin|grand\w+|friend|colleague|man|woman|boy|girl|teenager|girlfriend|boyfriend|neighbou?r|one|latter|former|week|day|year|month|time|night)$/;

function hasAnd(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (tokens[at]?.lower === "and") return true;
  return false;
}

/** The role before a name in apposition: "The mayor, Ana Cruz, said". */
export function roleApposed(text: string, tokens: readonly Token[], name: number, nameEnd: number): string | null {
  const after = tokens[nameEnd];
  if (tokens[name - 1]?.text !== "," || (after !== undefined && !/^[,.;)]$/.test(after.text))) return null;
  let head = name - 1;
  for (let at = name - 2; at >= 0 && at > name - 2 - longest; at -= 1) {
    const word = tokens[at];
    if (word === undefined || word.kind !== "word") return null;
    if (word.possessive || /^(?:the|its|his|her|their|our|my|le|la)$/.test(word.lower)) {
      const office = tokens[head - 1];
      return office !== undefined && isOffice(office) && !kin.test(office.lower) ? tidy(wordsOf(text, tokens, at, name - 1)) : null;
    }
    if (prepositions.has(word.lower)) head = at;
  }
  return null;
}

/** A role as it is written after a name: without article, and without capitals where it is an office alone. */
export function tidy(role: string): string | null {
  const bare = role.replace(/^(?:the|a|an|one of the|its|their|his|her|le|la|un|une)\s+/i, "").replace(/[\s,]+$/, "");
  if (bare === "" || courtesies.has(bare.toLowerCase().replace(/\.$/, ""))) return null;
  const words = bare.split(" ");
  const plain =
    words.every((word) => officeParts.has(word.toLowerCase()) || isPlainOffice(word)) &&
    !/^\p{Lu}{2,}$/u.test(bare) &&
    !/\p{Lu}{2}|\./u.test(bare);
  return plain ? bare.toLowerCase() : bare;
}

function isPlainOffice(word: string): boolean {
  return isOffice({ kind: "word", text: word, lower: word.toLowerCase(), start: 0, end: 0, capital: false, possessive: false, span: null });
}
