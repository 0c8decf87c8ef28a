import type { Problem } from "../../src/model/problem.ts";

/** Problems as lines to compare: `file line:column severity code message | hint`. */
export function problemLines(problems: readonly Problem[]): readonly string[] {
  return problems.map(
    ({ place, severity, code, message, hint }) => `${place.file} ${place.line}:${place.column} ${severity} ${code} ${message} | ${hint}`,
  );
}
