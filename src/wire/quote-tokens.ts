import type { QuotedParagraph, QuoteSpan } from "./quote-spans.ts";
import { isReportingVerb } from "./speaker-verbs.ts";
import { auxiliaries, courtesies, offices } from "./speaker-words.ts";

/** A word, a punctuation mark, or a whole quotation (its words without the marks). */
export interface Token {
  readonly kind: "word" | "mark" | "quote";
  /** As written, without the 's of an owner. */
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** Whether it begins with a capital letter. */
  readonly capital: boolean;
  readonly possessive: boolean;
  readonly span: QuoteSpan | null;
}

/** A paragraph read into tokens; for each token the first token of its sentence and the one after its last. */
export interface ReadParagraph {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  readonly sentenceFrom: readonly number[];
  readonly sentenceTo: readonly number[];
}

/** A word: initials with their dots, or letters and digits joined by apostrophe, hyphen, point or ampersand within. Else one sign. */
const token =
  /((?:\p{Lu}-)?(?:\p{L}\.){2,}|[#@$£€]?[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[’'‑&@/-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*|[.,](?=\p{N})\p{N}+|\.(?=\p{Ll})[\p{L}\p{M}\p{N}]+)*)|-{2,}|[^\s\p{M}]/gu;
/** A pronoun and its shortened verb: two words in one. */
const contracted = /^(he|she|it|they|we|i|you|who|that|there)([’'](?:s|d|ll|ve|re|m))$/i;
const shortened = new Set(
  "mr mrs ms dr prof sen gov rep gen col lt st jr sr rev hon capt sgt maj cmdr mme mt no vs inc co corp amb supt insp cllr del pres ltd dept dist atty jan feb mar apr jun jul aug sep sept oct nov dec mass calif conn fla ill pa".split(
    " ",
  ),
);

/** Reads a paragraph with its quotations into tokens and sentences, in one pass. */
export function readParagraph(text: string, paragraph: QuotedParagraph): ReadParagraph {
  const tokens: Token[] = [];
  let from = paragraph.start;
  for (const span of paragraph.spans) {
    readWords(text, from, span.outerStart, tokens);
    const inner = text.slice(span.start, Math.min(span.end, span.start + 40));
    tokens.push({ kind: "quote", text: inner, lower: "", start: span.start, end: span.end, capital: false, possessive: false, span });
    from = span.outerEnd;
  }
  readWords(text, from, paragraph.end, tokens);
  return { start: paragraph.start, end: paragraph.end, tokens, ...sentencesOf(text, tokens) };
}

function readWords(text: string, from: number, to: number, tokens: Token[]): void {
  if (to <= from) return;
  const slice = text.slice(from, to);
  for (const match of slice.matchAll(token)) {
    const start = from + match.index;
    let written = match[0];
    const last = tokens.at(-1);
    if (match[1] === undefined) {
      if ((written === "’" || written === "'") && last?.kind === "word" && last.end === start && /s$/i.test(last.text)) {
        tokens[tokens.length - 1] = { ...last, end: start + 1, possessive: true };
      } else if (written === "." && last?.kind === "word" && last.end === start && isShort(last)) {
        tokens[tokens.length - 1] = { ...last, end: start + 1 };
      } else {
        tokens.push({
          kind: "mark",
          text: written,
          lower: written,
          start,
          end: start + written.length,
          capital: false,
          possessive: false,
          span: null,
        });
      }
      continue;
    }
    const end = start + written.length;
    const short = written.length < 10 ? contracted.exec(written) : null;
    if (short !== null) {
      const [, pronoun = "", verb = ""] = short;
      const middle = start + pronoun.length;
      tokens.push(wordOf(pronoun, start, middle), wordOf(verb.replace("’", "'"), middle, end));
      continue;
    }
    const possessive = written.length > 2 && /[’'][sS]$/.test(written) && !/^(?:what|let|here)[’']s$/i.test(written);
    if (possessive) written = written.slice(0, -2);
    tokens.push(wordOf(written, start, end, possessive));
  }
}

function wordOf(text: string, start: number, end: number, possessive = false): Token {
  const lower = text.toLowerCase();
  return { kind: "word", text, lower, start, end, capital: text[0] !== lower[0], possessive, span: null };
}

/** A dash of any length, or hyphens typed for one. */
export function isDash(token: Token | undefined): boolean {
  return token !== undefined && token.kind === "mark" && /^(?:[—–―]|-{1,3})$/.test(token.text);
}

/** A dot after it belongs to it: "Mr.", an initial. */
function isShort(word: Token): boolean {
  return word.capital && !word.possessive && (shortened.has(word.lower) || (word.text.length === 1 && word.lower !== "i"));
}

function sentencesOf(
  text: string,
  tokens: readonly Token[],
): { readonly sentenceFrom: readonly number[]; readonly sentenceTo: readonly number[] } {
  const sentenceFrom: number[] = new Array(tokens.length);
  const sentenceTo: number[] = new Array(tokens.length);
  let from = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    sentenceFrom[at] = from;
    if (at + 1 < tokens.length && !endsSentence(text, tokens, at)) continue;
    for (let inside = from; inside <= at; inside += 1) sentenceTo[inside] = at + 1;
    from = at + 1;
  }
  return { sentenceFrom, sentenceTo };
}

function endsSentence(text: string, tokens: readonly Token[], at: number): boolean {
  const here = tokens[at];
  const next = tokens[at + 1];
  if (here === undefined || next === undefined) return true;
  if (here.kind === "quote") {
    const last = text[here.end - 1] ?? "";
    if (!/[.!?…。！？؟۔]/.test(last)) return false;
    if (next.kind === "quote") return true;
    return next.kind === "word" && next.capital && !attributes(tokens, at + 1);
  }
  if (here.kind === "mark" && /[.!?…。！？؟۔]/.test(here.text)) {
    if (next.kind === "quote" || (next.kind === "word" && /^[#@$£€]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(next.text))) return true;
    return /^[([“"«]$/.test(next.text) || isDash(next) || /[。！？؟۔]/.test(here.text);
  }
  return false;
}

/** "…!" Costa asked: a short name or a pronoun and then a verb of saying, after a quotation that ends its own sentence. */
function attributes(tokens: readonly Token[], from: number): boolean {
  let at = from;
  for (; at < from + 7; at += 1) {
    const word = tokens[at];
    if (word === undefined || word.kind !== "word") return false;
    if (at > from && isReportingVerb(tokens, at)) return true;
    if (at > from && !word.capital && !auxiliaries.has(word.lower) && !courtesies.has(word.lower) && !offices.has(word.lower)) return false;
  }
  return false;
}
