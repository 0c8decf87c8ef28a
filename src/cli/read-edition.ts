import { loadNewsroom } from "../content/load-newsroom.ts";
import { compileEdition } from "../edition/compile-edition.ts";
import { RelatedMemory } from "../edition/related-memory.ts";
import type { Edition } from "../model/edition.ts";
import { type Problem, sortProblems } from "../model/problem.ts";
import { DateTime, readMoment } from "../model/time.ts";
import { UsageError } from "./usage.ts";

/** What reading a newsroom gave: an edition unless something is wrong with the copy, and all that is wrong. */
export interface Reading {
  readonly edition: Edition | null;
  readonly problems: readonly Problem[];
  /** How many articles were read, drafts and killed ones too; `null` when none could be. */
  readonly articles: number | null;
}

/**
 * Reads and compiles the newsroom below a root, as of a moment.
 * @param asOf as written by the user, `null` for now
 * @param memory what an earlier reading left, to make this one quicker
 * @throws UsageError when the moment cannot be read
 */
export async function readEdition(root: string, asOf: string | null, memory = new RelatedMemory()): Promise<Reading> {
  const { newsroom, problems } = await loadNewsroom(root);
  if (newsroom === null) return { edition: null, problems: sortProblems(problems), articles: null };
  const { zone } = newsroom.publication;
  const moment = asOf === null ? DateTime.now().setZone(zone).setLocale("en") : readMoment(asOf, zone);
  if (moment === null) throw new UsageError(`“${asOf}” is no moment. Write it like 2026-11-23T06:00.`);
  const compiled = compileEdition(newsroom, moment, memory);
  const all = sortProblems([...problems, ...compiled.problems]);
  const broken = all.some((problem) => problem.severity === "error");
  return { edition: broken ? null : compiled.edition, problems: all, articles: newsroom.articles.length };
}
