import path from "node:path";
import { styleText } from "node:util";
import { isDeskRule } from "../model/desk-rules.ts";
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
    if (problem.place.source !== null && problem.place.source.trim() !== "")
      lines.push(`        | ${around(problem.place.source, problem.place.column)}`);
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

/** The desk's warnings apart from the other problems: a build counts them, `check` shows them. */
export function partDesk(problems: readonly Problem[]): { readonly desk: readonly Problem[]; readonly others: readonly Problem[] } {
  return { desk: problems.filter(({ code }) => isDeskRule(code)), others: problems.filter(({ code }) => !isDeskRule(code)) };
}

/** ` 12 of the warnings are the desk's: broadsheet check shows them.`, or nothing. */
export function deskCount(desk: readonly Problem[]): string {
  if (desk.length === 0) return "";
  return ` ${desk.length === 1 ? "One of the warnings is" : `${desk.length.toLocaleString("en")} of the warnings are`} the desk's: broadsheet check shows ${desk.length === 1 ? "it" : "them"}.`;
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

const shownLine = 120;

/** A line as it is, or, when it is a whole paragraph, the words around a column. */
function around(line: string, column: number): string {
  if (line.length <= shownLine) return line;
  const wanted = Math.max(0, Math.min(column - 1 - shownLine / 3, line.length - shownLine));
  const from = wanted === 0 ? 0 : line.lastIndexOf(" ", wanted) + 1 || wanted;
  const to = line.length - from <= shownLine ? line.length : Math.max(line.lastIndexOf(" ", from + shownLine), column);
  return `${from > 0 ? "…" : ""}${line.slice(from, to)}${to < line.length ? "…" : ""}`;
}

/** A file as a person here would name it: from this folder on when it is below it, else in full. */
export function shownPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith("..") ? file : relative || ".";
}
