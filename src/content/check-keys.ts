import type { FindPlace } from "../model/copy.ts";
import type { Problem } from "../model/problem.ts";
import { type FrontMatter, isRecord } from "./front-matter.ts";
import { suggest } from "./nearest.ts";
import type { Checked, KnownKeys, Mistake, Schema } from "./schema.ts";

type Way = readonly (string | number)[];

/** Reads front matter by its schema. `null`, with a problem for each mistake, when it does not fit. */
export function checkKeys<T extends Schema>(front: FrontMatter, schema: T, known: KnownKeys, problems: Problem[]): Checked<T> | null {
  const result = schema.safeParse(front.values);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const way = issue.path.filter((step) => typeof step !== "symbol");
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) problems.push(unknownKey(front.place, way, key, known));
    } else problems.push(wrongValue(front, way, issue));
  }
  return null;
}

/** Gives keys their canonical names, and keeps places true to what stands in the file. */
export function renameKeys(front: FrontMatter, aliases: Readonly<Record<string, string>>, problems: Problem[]): FrontMatter {
  const written = new Map<string, string>();
  const values: [string, unknown][] = [];
  for (const [key, value] of Object.entries(front.values)) {
    const canonical = Object.hasOwn(aliases, key) ? (aliases[key] ?? key) : key;
    const other = written.get(canonical);
    if (other !== undefined) {
      problems.push({
        code: "key-twice",
        severity: "error",
        place: front.place([key]),
        message: `“${other}” and “${key}” both say the ${canonical}.`,
        hint: "Keep one of the two and remove the other.",
      });
      continue;
    }
    written.set(canonical, key);
    values.push([canonical, value]);
  }
  const place: FindPlace = ([first, ...rest]) =>
    first === undefined ? front.place([]) : front.place([written.get(String(first)) ?? first, ...rest]);
  return { values: Object.fromEntries(values), place };
}

function unknownKey(place: FindPlace, way: Way, key: string, known: KnownKeys): Problem {
  const keys = known[nameOf(way)] ?? [];
  const within = way.length === 0 ? "here" : `in “${nameOf(way)}”`;
  return {
    code: "unknown-key",
    severity: "error",
    place: place([...way, key]),
    message: `The key “${key}” is not known ${within}.`,
    hint: suggest(key, keys) || `Remove it. These are known: ${keys.join(", ")}.`,
  };
}

function wrongValue(front: FrontMatter, way: Way, issue: Mistake): Problem {
  const name = nameOf(way) || "this file";
  if (valueAt(front.values, way) === undefined) {
    return {
      code: "key-missing",
      severity: "error",
      place: front.place(way),
      message: `“${name}” is missing.`,
      hint: `Add \`${way.at(-1)}:\` with its value.`,
    };
  }
  return {
    code: "wrong-value",
    severity: "error",
    place: front.place(way),
    message: `The value of “${name}” cannot be used.`,
    hint: wanted(way, issue),
  };
}

function wanted(way: Way, issue: Mistake): string {
  switch (issue.code) {
    case "invalid_value":
      return `Write one of these: ${issue.values.join(", ")}.`;
    case "invalid_type":
      return issue.expected === "array"
        ? "Write a list: each entry on a line of its own after “- ”, or all between [ and ] with commas."
        : issue.expected === "object"
          ? "Write keys with values below it, each on a line of its own, two spaces further in."
          : "Write plain text, between quotation marks if it contains “: ” or begins with [ or {.";
    case "invalid_key":
      return "Begin the line with a day such as 2026-11-23, a colon and a space.";
    case "too_small":
      return "Write at least one entry that is not empty.";
    default:
      if (way.includes("colours")) return "Write a colour as # and six digits from 0 to 9 and a to f, such as #1b1f23.";
      return way.at(-1) === "at" ? "Write the time with four digits, such as 06:30." : "Write a whole number, such as 10.";
  }
}

function nameOf(way: Way): string {
  return way.filter((step) => typeof step === "string").join(".");
}

function valueAt(values: unknown, way: Way): unknown {
  return way.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return value[Number(step)];
    if (isRecord(value)) return value[step];
    // A single value stands for a list or a map of one.
    return value;
  }, values);
}
