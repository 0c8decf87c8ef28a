import type { Problem } from "../../model/problem.ts";
import { type FullName, fullNames } from "./full-names.ts";
import { isNearName } from "./near-names.ts";
import { mostWarnings, type Passage, warning } from "./passages.ts";

/** All namings that are spelled alike, middle initials and names aside. */
interface Spelling {
  readonly given: string;
  readonly surname: string;
  readonly mentions: FullName[];
}

// An article that names more people of one surname is a list; comparing each with each would grow by the square.
const mostOfOneName = 16;
/** Both spellings this often are no slip: these are two people. */
const often = 3;
/** Characters within which two names stand side by side. */
const sameBreath = 160;

/** One person's name in two spellings. What stands between quotation marks is compared, but the warning is for the words outside. */
export function nameSpellings(passages: readonly Passage[]): readonly Problem[] {
  const spellings = new Map<string, Spelling>();
  for (const name of passages.flatMap(fullNames)) {
    const key = `${name.given} ${name.surname}`;
    const known = spellings.get(key);
    if (known) known.mentions.push(name);
    else spellings.set(key, { given: name.given, surname: name.surname, mentions: [name] });
  }
  const problems: Problem[] = [];
  for (const share of ["surname", "given"] as const) {
    const differ = share === "surname" ? "given" : "surname";
    for (const group of groupBy(spellings.values(), (spelling) => spelling[share])) {
      group.forEach((one, index) => {
        for (const other of group.slice(index + 1)) {
          if (problems.length < mostWarnings && isNearName(one[differ], other[differ]) && isPerson(one, other) && !areTwoPeople(one, other))
            problems.push(...warn(one, other));
        }
      });
    }
  }
  return problems;
}

function groupBy(spellings: Iterable<Spelling>, key: (spelling: Spelling) => string): Iterable<readonly Spelling[]> {
  const groups = new Map<string, Spelling[]>();
  for (const spelling of spellings) {
    const group = groups.get(key(spelling));
    if (group === undefined) groups.set(key(spelling), [spelling]);
    else if (group.length < mostOfOneName) group.push(spelling);
  }
  return groups.values();
}

function isPerson(one: Spelling, other: Spelling): boolean {
  return [...one.mentions, ...other.mentions].some(({ person }) => person);
}

/** Named side by side, or both again and again: then an editor meant two people. */
function areTwoPeople(one: Spelling, other: Spelling): boolean {
  if (one.mentions.length >= often && other.mentions.length >= often) return true;
  const [few, many] = one.mentions.length < other.mentions.length ? [one, other] : [other, one];
  return few.mentions.slice(0, often).some((mention) =>
    many.mentions.some((near) => {
      if (near.passage !== mention.passage || near.quoted !== mention.quoted) return false;
      const between = mention.passage.text.slice(Math.min(near.end, mention.end), Math.max(near.start, mention.start));
      return between.length <= sameBreath && !/[.!?]\s|\n/.test(between);
    }),
  );
}

function warn(one: Spelling, other: Spelling): readonly Problem[] {
  const [rarer, usual] = one.mentions.length <= other.mentions.length ? [one, other] : [other, one];
  const free = ({ mentions }: Spelling) => mentions.find(({ quoted }) => !quoted);
  const mention = free(rarer) ?? free(usual);
  if (mention === undefined) return [];
  const against = (mention.given === rarer.given && mention.surname === rarer.surname ? usual : rarer).mentions[0];
  if (against === undefined) return [];
  const there = against.passage.place(against.start);
  return [
    warning(
      "name-two-spellings",
      mention.passage.place(mention.start),
      `“${mention.name}” here is “${against.name}” in line ${there.line}${against.quoted ? ", in a quotation" : ""}.`,
      "Find out how the name is spelled. A quotation stays as it was said; silence this rule in the article if these are two people.",
    ),
  ];
}
