import type { Token } from "./quote-tokens.ts";
import { courtesies, nameParticles, notNames, officeParts, offices } from "./speaker-words.ts";

/** Whether a token names an office, a trade or a relation. */
export function isOffice({ lower, kind }: Token): boolean {
  if (kind !== "word") return false;
  if (offices.has(lower) || (lower.endsWith("s") && offices.has(lower.slice(0, -1)))) return true;
  return (
    (lower.includes("-") && offices.has(lower.slice(lower.lastIndexOf("-") + 1))) ||
    (lower.length > 6 && trade.test(lower) && !/^(?:german|ottoman|norman|roman|human)/.test(lower))
  );
}

/** Endings that make a trade: "lighthouse keeper", "boatbuilder", "oceanographer". */
const trade = /(?:keeper|maker|builder|master|mistress|grapher|ologist|onomer|ician|smith|monger|wright|writer|worker|holder|man|woman)$/;

/** Whether a token belongs to an office or a form of address before a name. */
export function isOfficePart(token: Token): boolean {
  return isOffice(token) || officeParts.has(token.lower) || courtesies.has(token.lower);
}

/** Whether a token can be a part of a name: capital, and no word that merely begins a sentence. */
export function isNamePart(token: Token | undefined): boolean {
  return token !== undefined && token.kind === "word" && token.capital && !notNames.has(token.lower) && !token.text.includes("/");
}

/** Robert “Bob” Ellery: a short quotation between two parts of a name. */
export function isNickname(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  return (
    token?.kind === "quote" &&
    /^[^\s,.]{1,14}(?: [^\s,.]{1,10})?$/.test(token.text) &&
    before?.possessive === false &&
    isNamePart(before) &&
    isNamePart(tokens[at + 1])
  );
}

/** The end of the run of name parts that begins at a token; particles and a nickname in marks may stand within. */
export function runEnd(tokens: readonly Token[], from: number, limit: number): number {
  let at = from;
  while (at < limit && isNamePart(tokens[at])) {
    if (tokens[at]?.possessive) return at + 1;
    at += 1;
    let next = at;
    while (
      next < limit &&
      next < at + 3 &&
      tokens[next]?.kind === "word" &&
      nameParticles.has(tokens[next]?.lower ?? "") &&
      !tokens[next]?.capital
    )
      next += 1;
    if (next > at && isNamePart(tokens[next]) && tokens[at]?.lower !== "y") at = next;
    else if (isNickname(tokens, at)) at += 1;
  }
  return Math.min(at, limit);
}
