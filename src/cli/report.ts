import { styleText } from "node:util";
import type { Problem } from "../model/problem.ts";

/** Whether a stream takes colour: only a terminal does, and never against NO_COLOR. */
export function takesColour(stream: { readonly isTTY?: boolean }, environment: Readonly<Record<string, string | undefined>>): boolean {
  return stream.isTTY === true && !environment.NO_COLOR;
}

/** Problems as an editor reads them: by file, with the line itself, what is wrong and what to do. */
export function reportProblems(problems: readonly Problem[], colour: boolean): string {
  const paint = (style: "bold" | "red" | "yellow" | "dim", text: string) => (colour ? styleText(style, text) : text);
  const lines: string[] = [];
  let file: string | null = null;
  for (const problem of problems) {
    if (problem.place.file !== file) {
      file = problem.place.file;
      lines.push("", paint("bold", file));
    }
    const severity = paint(problem.severity === "error" ? "red" : "yellow", problem.severity);
    lines.push(`  ${problem.place.line}:${problem.place.column}  ${severity}  ${problem.message}  ${paint("dim", problem.code)}`);
    if (problem.place.source !== null && problem.place.source.trim() !== "") lines.push(`        | ${problem.place.source}`);
    lines.push(`        ${problem.hint}`);
  }
  return lines.slice(1).join("\n");
}

/** `1 error, 2 warnings in 42 articles.` */
export function countProblems(problems: readonly Problem[], articles: number | null): string {
  const errors = problems.filter((problem) => problem.severity === "error").length;
  const warnings = problems.length - errors;
  const found = `${amount(errors, "error")}, ${amount(warnings, "warning")}`;
  return articles === null ? `${found}.` : `${found} in ${amount(articles, "article")}.`;
}

/** `1 file`, `3 files`, `2 stories`. */
export function amount(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** Bytes in words: `812 bytes`, `34 kB`, `2.1 MB`. */
export function size(bytes: number): string {
  if (bytes < 1000) return amount(bytes, "byte");
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
