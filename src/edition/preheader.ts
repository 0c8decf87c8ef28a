import type { Story } from "../model/issue.ts";
import type { Publication } from "../model/publication.ts";
import { fill, wordsOf } from "../model/words.ts";

/** The editor's preheader, unless it repeats what stands beside it; else the second headline, the first standfirst, the tagline. */
export function preheaderOf(
  given: { readonly subject: string; readonly preheader: string | null },
  stories: readonly Story[],
  intro: string | null,
  publication: Publication,
  language: string,
): string {
  const [lead, second] = stories;
  return choosePreheader(given.subject, intro?.split(/\n\s*\n/)[0] ?? lead?.headline ?? null, [
    given.preheader,
    second ? fill(wordsOf(language).also, { headline: second.headline }) : null,
    lead?.standfirst ?? null,
    intro ? (lead?.headline ?? null) : null,
    publication.tagline,
    publication.name,
  ]);
}

/**
 * The line that a mailbox shows after the subject: the first of the candidates that repeats neither the subject nor the line the mail begins with.
 * @param begins the first words below the masthead
 */
function choosePreheader(subject: string, begins: string | null, candidates: readonly (string | null)[]): string {
  const taken = new Set([subject, begins ?? ""].map(bare));
  return candidates.find((candidate) => candidate !== null && bare(candidate) !== "" && !taken.has(bare(candidate))) ?? "";
}

/** Whether two lines say the same: letters and digits alone count. */
export function saysTheSame(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
