import type { Problem } from "../../model/problem.ts";
import { type DeskWord, isCapital } from "./desk-words.ts";
import { type Passage, warning } from "./passages.ts";
import { beginners, titles } from "./person-words.ts";

// What readers of general news know without explanation; a newsroom adds its own in publication.yaml.
const common = new Set(
  `UN EU US USA CIO HTTP HTTPS UK UAE USSR NGO NATO OPEC IMF WTO WHO OECD GDP VAT CEO CFO CTO MP MEP PM QC BBC CNN FBI CIA NASA AIDS HIV DNA RNA MRI CT GP ICU IVF IQ TV CCTV GPS PC IT AI
  ID PIN USB LED CD DVD PDF CV FAQ VIP DIY ATM PR HR OK DJ PhD BA MA MBA RIP SOS SUV RV FM AM BC AD BCE CE GMT UTC AP AFP FIFA UEFA NBA NFL IOC LGBT LGBTQ RSVP ISBN HTML
  URL SMS ZIP COVID UNICEF JPEG GIF WWW API HQ LLC LLP PLC LTD USS HMS MV SS NE NW SE SW NNE NNW SSE SSW ENE ESE WNW WSW`.split(/\s+/),
);

const roman = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const shape = /^(\p{Lu}{2,5})(?:[’']?s|[-‑].*)?$/u;
/** An article that is all acronyms is told once, not a hundred times. */
const most = 12;

/**
 * Acronyms that the article uses and explains nowhere, each at its first use outside quotations; in English.
 * Explained is what stands in brackets after its words (“Harbour Users’ Committee (HUC)”), before them, or whose words stand somewhere with these initials.
 * @param known what needs no explanation here: the newsroom's own list, the agencies, the byline
 */
export function acronymsUndefined(passages: readonly Passage[], known: ReadonlySet<string>): readonly Problem[] {
  const first = new Map<string, { readonly passage: Passage; readonly start: number }>();
  const defined = new Set<string>();
  for (const passage of passages) {
    if (passage.field === "headline") continue;
    const { text, words } = passage;
    words.forEach((word, at) => {
      if (word.lead === word.text.charCodeAt(0) && word.lead < 128) return;
      // Most words are ruled out by their first two letters, without the expression.
      const second = word.text.charCodeAt(1);
      if (word.text.length < 2 || (second >= 97 && second <= 122)) return;
      const acronym = shape.exec(word.text)?.[1];
      if (acronym === undefined || defined.has(acronym)) return;
      if (isDefinition(text, word.start, word.start + acronym.length, acronym)) {
        defined.add(acronym);
        first.delete(acronym);
      } else if (
        !word.quoted &&
        !first.has(acronym) &&
        !common.has(acronym) &&
        !known.has(acronym) &&
        !roman.test(acronym) &&
        !isDesignation(passage, at) &&
        !isInName(passage, at) &&
        !isShouted(passage, at)
      ) {
        first.set(acronym, { passage, start: word.start });
      }
    });
  }
  if (first.size === 0) return [];
  const spelled = new Set<string>();
  const small = new Set<string>();
  for (const passage of passages) {
    addInitials(passage, spelled);
    for (const { text } of passage.words) if (!isCapital(text) && text.length <= 5) small.add(text);
  }
  return [...first]
    .filter(([acronym]) => !spelled.has(acronym) && !small.has(acronym.toLowerCase()))
    .slice(0, most)
    .map(([acronym, { passage, start }]) =>
      warning(
        "acronym-undefined",
        passage.place(start),
        `“${acronym}” is explained nowhere in the article.`,
        `Write it out where it stands first, with (${acronym}) after it.`,
      ),
    );
}

/** “… (HUC)”, “HUC (Harbour Users’ …)”, “HUC, or the Harbour Users’ …”, “HUC, short for …”, “known as HUC”. */
function isDefinition(text: string, start: number, end: number, acronym: string): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 60);
  if (/\p{L}["”’»]? ?\(["“]?(?:the |or |hereafter )?$/u.test(before) && /^(?:[’']?s)?["”]?[);,]/.test(after)) return true;
  if (/\b(?:known as|called|abbreviated|abbreviation|acronym|or) (?:the )?$/.test(before)) return true;
  if (/^,? (?:or |short for|stands? for|stood for|which stands|meaning |an? (?:abbreviation|acronym))/.test(after)) return true;
  const expansion = /^,? ?[(–—] ?(?:the |a |an )?(\p{L})/u.exec(after)?.[1];
  // In brackets after it stands what it means, in whatever language its letters are.
  return expansion !== undefined && (isCapital(expansion) || expansion === acronym[0]?.toLowerCase());
}

/** A unit (“40 KW”), a zone (“8 p.m. ET”), a number's name (“FY 2015”, “BA 123”), a state after a town (“Salem, OR”), part of an address or file name. */
function isDesignation({ text, words }: Passage, at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  const after = words[at + 1];
  if (word === undefined) return false;
  if (/\d/.test(word.text)) return true;
  // “ER: There is …”: an interview's initials.
  if (text[word.end] === ":" && (word.start === 0 || text[word.start - 1] === "\n")) return true;
  if (before && /\d$/.test(before.text) && /^[^\S\n]?$/.test(text.slice(before.end, word.start))) return true;
  if (after && /^\d/.test(after.text) && /^[^\S\n#№]*$/.test(text.slice(word.end, after.start))) return true;
  if (/[ap]\.?m\.?,? $/i.test(text.slice(Math.max(0, word.start - 8), word.start))) return true;
  if (word.text.length === 2 && before && isCapital(before.text) && text.slice(before.end, word.start) === ", ") return true;
  return /[./@#_\\&=:;+]/.test(text[word.start - 1] ?? " ") || /^(?:[/@#_\\&=+]|\.\p{L})/u.test(text.slice(word.end, word.end + 2));
}

/** “Salina HUC Tower”, “HUC News”: beside another capitalised word it is part of a name, which nobody spells out. An office is no part of it. */
function isInName({ text, words }: Passage, at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  const after = words[at + 1];
  const named = (other: DeskWord | undefined) =>
    other !== undefined &&
    /^\p{Lu}\p{Ll}/u.test(other.text) &&
    !titles.has(other.text.toLowerCase()) &&
    !beginners.has(other.text.toLowerCase());
  if (word === undefined) return false;
  if (named(after) && text.slice(word.end, after?.start) === " ") return true;
  const starts = before === undefined || at === 1 || /[.!?:\n“"]\s*$/.test(text.slice(words[at - 2]?.end, before.start));
  return named(before) && !starts && text.slice(before?.end, word.start) === " " && !/[’']s$/.test(before?.text ?? "");
}

/** Among words in capitals, none tells that it is an acronym. */
function isShouted({ text, words }: Passage, at: number): boolean {
  const start = words[at]?.start ?? 0;
  const before =
    text
      .slice(Math.max(0, start - 80), start)
      .split("\n")
      .at(-1) ?? "";
  const after = text.slice(start, start + 80).split("\n", 1)[0] ?? "";
  if (!/\p{Ll}/u.test(before + after)) return true;
  const loud = (one: DeskWord | undefined, two: DeskWord | undefined, word: DeskWord | undefined) =>
    one !== undefined && two !== undefined && text.slice(one.end, two.start) === " " && /^\p{Lu}{4,}$/u.test(word?.text ?? "");
  return loud(words[at - 1], words[at], words[at - 1]) || loud(words[at], words[at + 1], words[at + 1]);
}

const between = /^(?:of|for|and|the|in|on|to|a|an|de|du|la|le|des)$/;

/** The initials of every run of up to five words that begins with a capital; small words between may count or not. */
function addInitials({ words }: Passage, spelled: Set<string>): void {
  const initials = words.map(({ text }) =>
    text.includes("-")
      ? text
          .split("-")
          .map((part) => part[0]?.toUpperCase() ?? "")
          .join("")
      : (text[0]?.toUpperCase() ?? ""),
  );
  for (let at = 0; at < words.length; at += 1) {
    if (!isCapital(words[at]?.text ?? "")) continue;
    let short = "";
    let long = "";
    for (let next = at; next < words.length && next < at + 8 && short.length <= 5; next += 1) {
      const here = initials[next] ?? "";
      long += here;
      if (!between.test(words[next]?.text ?? "")) short += here;
      if (short.length >= 2 && short.length <= 5) spelled.add(short);
      if (long.length >= 2 && long.length <= 5) spelled.add(long);
    }
  }
}
