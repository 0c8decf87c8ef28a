import type { FindPlace } from "../model/copy.ts";
import type { Place, Problem } from "../model/problem.ts";
import { type DateTime, readMoment } from "../model/time.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { readText } from "./read-text.ts";
import { splitFrontMatter } from "./split-front-matter.ts";

/** A Markdown file in its two parts. */
export interface CopyFile {
  readonly front: FrontMatter;
  readonly body: string;
  /** Where a line of the body, counted from 0, stands in the file. */
  readonly placeOfLine: (line: number) => Place;
}

/** Reads a Markdown file with front matter; `null`, with problems, when it cannot be. */
export async function readCopyFile(root: string, file: string, problems: Problem[]): Promise<CopyFile | null> {
  const text = await readText(root, file, problems);
  if (text === null) return null;
  const split = splitFrontMatter(text);
  const lines = text.split("\n");
  if (split === null) {
    problems.push({
      code: "front-matter-open",
      severity: "error",
      place: { file, line: 1, column: 1, source: lines[0] ?? null },
      message: "The front matter begins here and never ends.",
      hint: "Write a second line of three hyphens (---) between the front matter and the body.",
    });
    return null;
  }
  const front = readFrontMatter({ file, yaml: split.front, lines, firstLine: split.frontLine }, problems);
  if (front === null) return null;
  const placeOfLine = (line: number): Place => {
    const at = Math.min(split.bodyLine + line, Math.max(1, lines.length));
    return { file, line: at, column: 1, source: lines[at - 1] ?? null };
  };
  return { front, body: split.body, placeOfLine };
}

/** Reads a file that is YAML throughout; `null`, with problems, when it cannot be. */
export async function readYamlFile(root: string, file: string, problems: Problem[]): Promise<FrontMatter | null> {
  const yaml = await readText(root, file, problems);
  return yaml === null ? null : readFrontMatter({ file, yaml, lines: yaml.split("\n"), firstLine: 1 }, problems);
}

/** Reports mistakes in the values of one file. */
export interface Report {
  readonly place: FindPlace;
  readonly problems: Problem[];
}

/** Notes an error at the place of a value. */
export function complain(report: Report, code: string, way: readonly (string | number)[], message: string, hint: string): null {
  report.problems.push({ code, severity: "error", place: report.place(way), message, hint });
  return null;
}

/** A moment as written, in the zone; `null` when none is given, or, with a problem, when there is no such moment. */
export function momentOf(written: string | null, zone: string, way: readonly (string | number)[], report: Report): DateTime | null {
  if (written === null) return null;
  return (
    readMoment(written, zone) ??
    complain(report, "impossible-date", way, `“${written}” is no moment in the calendar.`, "Write it like 2026-11-23 or 2026-11-23T06:00.")
  );
}

/** An address on the web as written; `null`, with a problem, when it is none. */
export function webAddress(written: string | null, way: readonly (string | number)[], report: Report): string | null {
  if (written === null) return null;
  if (URL.canParse(written) && /^https?:$/.test(new URL(written).protocol)) return written;
  return complain(
    report,
    "bad-address",
    way,
    `“${written}” is no address on the web.`,
    "Write it in full, such as https://example.org/page/.",
  );
}

/** A language's tag in its usual form; `null`, with a problem, when it is none (BCP 47). */
export function languageOf(written: string, way: readonly (string | number)[], report: Report): string | null {
  try {
    return Intl.getCanonicalLocales(written)[0] ?? null;
  } catch {
    return complain(report, "unknown-language", way, `“${written}” is no language tag.`, "Write it like en, pt-BR or ar.");
  }
}
