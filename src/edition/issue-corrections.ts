import type { Correction } from "../model/article.ts";
import type { Issue, IssueCorrection } from "../model/issue.ts";
import { type DateTime, isoMoment } from "../model/time.ts";

/** What corrections need to know of an article, out or withdrawn. */
export interface Corrected {
  /** `null` when it was withdrawn. */
  readonly headline: string | null;
  readonly address: string | null;
  readonly language: string;
  readonly corrections: readonly Correction[];
}

/**
 * The corrections that an issue owes its readers: each to what an earlier issue of the newsletter said and has not put right since, once.
 * Updates are no corrections. Oldest first.
 * @param earlier issues of the same newsletter, in any order
 */
export function owedCorrections(wanted: {
  readonly earlier: readonly Issue[];
  readonly find: (id: string) => Corrected | null;
  readonly language: string;
  readonly until: DateTime;
}): readonly IssueCorrection[] {
  const { earlier, find, language, until } = wanted;
  const told = new Set(earlier.flatMap(({ corrections }) => corrections.map(({ id, at }) => `${id} ${isoMoment(at)}`)));
  const owed: IssueCorrection[] = [];
  const owe = (issue: Issue, id: string, subject: Corrected, corrections: readonly Correction[]) => {
    for (const { at, kind, text } of corrections) {
      if (kind === "update" || at.toMillis() > until.toMillis() || told.has(`${id} ${isoMoment(at)}`)) continue;
      const { headline, address } = subject;
      owed.push({ id, headline, address, language: subject.language, at, kind, text, carried: { number: issue.number, date: issue.date } });
    }
  };
  for (const [id, issue] of lastToCarry(earlier)) {
    const article = find(id);
    if (article) owe(issue, id, article, unheeded(issue, id, article.corrections));
  }
  for (const issue of earlier)
    owe(issue, issue.date, { headline: issue.subject, address: issue.address, language, corrections: [] }, issue.notes);
  return owed.sort((a, b) => a.at.toMillis() - b.at.toMillis() || (a.id < b.id ? -1 : 1));
}

/** The newest issue that carried each story: what it said is what its readers know. */
function lastToCarry(earlier: readonly Issue[]): ReadonlyMap<string, Issue> {
  const last = new Map<string, Issue>();
  for (const issue of [...earlier].sort((a, b) => a.moment.toMillis() - b.moment.toMillis()))
    for (const id of carriedBy(issue)) last.set(id, issue);
  return last;
}

/** Ids of the stories an issue told, also those withdrawn since. */
export function carriedBy(issue: Issue): readonly string[] {
  return (issue.frozen?.stories ?? issue.stories).map(({ id }) => id);
}

/** Corrections that a story did not heed yet: by the record of what was sent, else by the time it was to go out. */
function unheeded(issue: Issue, id: string, corrections: readonly Correction[]): readonly Correction[] {
  const sent = issue.sent?.stories.find((story) => story.id === id);
  return corrections.filter(({ at }) => (sent ? !sent.heeded.includes(isoMoment(at)) : at.toMillis() > issue.moment.toMillis()));
}
