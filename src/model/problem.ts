/** Where something stands in the copy. Lines and columns count from 1. */
export interface Place {
  /** Path below the root, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The line itself, without its line end; `null` when the file has none to show. */
  readonly source: string | null;
}

/** Something wrong in the copy: what, where, and what to do about it. */
export interface Problem {
  /** Permanent name of the rule, such as `unknown-section`. Never changes once released. */
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly place: Place;
  /** What is wrong, in whole sentences, without the place. */
  readonly message: string;
  /** What to do. */
  readonly hint: string;
}

/** A place that is a whole file, or a file that is not there. */
export function wholeFile(file: string): Place {
  return { file, line: 1, column: 1, source: null };
}

/** Sorts problems by file, line, column and code, so that every run shows them in the same order. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    (a, b) =>
      compareText(a.place.file, b.place.file) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}

/** Orders two texts by code unit: the same order on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
