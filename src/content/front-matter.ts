import {
  type DocumentOptions,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParseOptions,
  parse,
  parseDocument,
  type SchemaOptions,
  stringify,
  visit,
} from "yaml";
import type { FindPlace } from "../model/copy.ts";
import type { Place, Problem } from "../model/problem.ts";
import { withoutControls } from "./read-text.ts";

// Every scalar stays the text it is in the file: dates, `1984`, `No` and `1.10` mean what the newsroom wrote. Only nothing is nothing.
const options: ParseOptions & DocumentOptions & SchemaOptions = { schema: "failsafe", customTags: ["null"], logLevel: "error" };

/** YAML as read: a map of keys, and where each value stands in the file. */
export interface FrontMatter {
  readonly values: Readonly<Record<string, unknown>>;
  readonly place: FindPlace;
}

/** A piece of YAML in a file. */
export interface YamlSource {
  readonly file: string;
  readonly yaml: string;
  /** The whole file's lines, to show. */
  readonly lines: readonly string[];
  /** The file's line on which the YAML begins. */
  readonly firstLine: number;
}

/** Reads YAML as text, lists and maps; keys without a value are left out. `null`, with problems, when it is broken. */
export function readFrontMatter(source: YamlSource, problems: Problem[]): FrontMatter | null {
  const place = findPlaces(source);
  try {
    const values = tidy(parse(source.yaml, options) ?? {});
    if (isRecord(values)) return { values, place };
    problems.push(
      broken(place([]), "There is no “key: value” where the keys should be.", "Begin each line with a key, a colon and a space."),
    );
  } catch (error) {
    problems.push(...explain(source, error));
  }
  return null;
}

/** Front matter as readable YAML between its two lines, without the keys that have no value. The same front gives the same text. */
export function writeFrontMatter(front: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(front).filter(([, value]) => value !== null && value !== undefined);
  return `---\n${given.length === 0 ? "" : stringify(Object.fromEntries(given), { lineWidth: 0 })}---\n`;
}

/** Whether a value is a map of keys. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function tidy(value: unknown): unknown {
  if (typeof value === "string") return withoutControls(value).trim();
  if (Array.isArray(value)) return value.map(tidy);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, tidy(inner)] as const);
  return Object.fromEntries(entries.filter(([, inner]) => inner !== null && inner !== ""));
}

function lineAt(source: YamlSource, line: number, column: number): Place {
  const at = Math.min(source.firstLine + line - 1, Math.max(1, source.lines.length));
  return { file: source.file, line: at, column, source: source.lines[at - 1] ?? null };
}

/** Positions cost a second, slower parse: it is made when the first place is asked for. */
function findPlaces(source: YamlSource): FindPlace {
  let read: { readonly counter: LineCounter; readonly contents: unknown } | null = null;
  return (way) => {
    if (way.length === 0) return { file: source.file, line: 1, column: 1, source: source.lines[0] ?? null };
    if (read === null) {
      const counter = new LineCounter();
      read = { counter, contents: parseDocument(source.yaml, { ...options, lineCounter: counter }).contents };
    }
    const offset = offsetOf(read.contents, way);
    if (offset === null) return { file: source.file, line: 1, column: 1, source: source.lines[0] ?? null };
    const { line, col } = read.counter.linePos(offset);
    return lineAt(source, line, col);
  };
}

/** Offset of the nearest thing on the way that is there: a key in a map, an item in a list. */
function offsetOf(contents: unknown, way: readonly (string | number)[]): number | null {
  let node = contents;
  let offset: number | null = null;
  for (const step of way) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (pair === undefined || !isScalar(pair.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === "number") {
      const item = node.items[step];
      if (!isMap(item) && !isScalar(item) && !isSeq(item)) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return offset;
}

function explain(source: YamlSource, error: unknown): readonly Problem[] {
  const counter = new LineCounter();
  const hint = "Put text that contains “: ” or “ #”, or begins with a quotation mark or one of [ { & * ! % @, between quotation marks.";
  try {
    const document = parseDocument(source.yaml, { ...options, lineCounter: counter, prettyErrors: false });
    const twice = document.errors.filter((one) => one.code === "DUPLICATE_KEY");
    const first = document.errors[0];
    if (first !== undefined && twice.length === 0) {
      const { line, col } = counter.linePos(first.pos[0]);
      return [broken(lineAt(source, line, col), `This cannot be read as YAML: ${sentence(first.message)}`, hint)];
    }
    if (twice.length > 0) {
      const keys = new Map<number, string>();
      visit(document, { Pair: (_, pair) => void (isScalar(pair.key) && keys.set(pair.key.range?.[0] ?? -1, String(pair.key.value))) });
      return twice.map(({ pos }) => {
        const { line, col } = counter.linePos(pos[0]);
        return {
          code: "key-twice",
          severity: "error",
          place: lineAt(source, line, col),
          message: `“${keys.get(pos[0]) ?? "This key"}” is given twice.`,
          hint: "Keep one of the two and remove the other.",
        };
      });
    }
  } catch {
    // The reason is the first error, which is told below.
  }
  return [
    broken(lineAt(source, 1, 1), `This cannot be read as YAML: ${sentence(error instanceof Error ? error.message : "it is broken")}`, hint),
  ];
}

function broken(place: Place, message: string, hint: string): Problem {
  return { code: "yaml-broken", severity: "error", place, message, hint };
}

function sentence(words: string): string {
  const first = (words.split("\n")[0] ?? "").trim();
  return /[.:]$/.test(first) ? first.replace(/:$/, ".") : `${first}.`;
}
