import type { Marked } from "./classify-lines.ts";
import type { WireName, WireSource } from "./parsed-wire.ts";

/** Notes where each field of the result stands in the copy, and how sure it is. */
export interface SourceNotes {
  readonly entries: readonly WireSource[];
  readonly confidence: Readonly<Record<string, number>>;
  /** Notes that a field came from a line: from the exact words where they stand in it verbatim, else from the whole line. */
  readonly note: (field: string, at: number, words: string | null) => void;
  readonly sure: (field: string, confidence: number) => void;
  /** Notes a field that was found, with its confidence, and gives its value back. */
  readonly keep: (field: string, found: { readonly value: string; readonly at: number } | null, confidence: number) => string | null;
  /** Notes the byline as a whole and each name, role and affiliation in it. */
  readonly keepNames: (names: readonly WireName[], lines: readonly number[], confidence: number) => void;
}

/** Starts the notes for one text. */
export function sourceNotes(text: string, marked: readonly Marked[]): SourceNotes {
  const entries: WireSource[] = [];
  const confidence: Record<string, number> = {};
  const note = (field: string, at: number, words: string | null): void => {
    const line = marked[at]?.line;
    if (!line) return;
    const whole = line.end - line.start;
    const inside = words === null || words.length >= whole ? -1 : text.slice(line.start, line.end).indexOf(words);
    const start = inside < 0 ? line.start : line.start + inside;
    const end = inside < 0 || words === null ? line.end : start + words.length;
    entries.push({ field, line: line.number, lastLine: line.lastNumber, start, end });
  };
  const sure = (field: string, value: number): void => {
    confidence[field] = value;
  };
  const keep: SourceNotes["keep"] = (field, found, value) => {
    if (!found) return null;
    note(field, found.at, found.value);
    sure(field, value);
    return found.value;
  };
  const keepNames: SourceNotes["keepNames"] = (names, lines, value) => {
    const only = names.length === 1 ? names[0] : undefined;
    const home = (words: string): number => lines.find((at) => marked[at]?.line.text.includes(words)) ?? lines[0] ?? 0;
    sure("byline", value);
    if (only) note("byline", home(only.name), only.name);
    else for (const at of lines) note("byline", at, null);
    names.forEach((name, index) => {
      note(`byline[${index}].name`, home(name.name), name.name);
      if (name.role !== null) note(`byline[${index}].role`, home(name.role), name.role);
      if (name.affiliation !== null) note(`byline[${index}].affiliation`, home(name.affiliation), name.affiliation);
    });
  };
  return { entries, confidence, note, sure, keep, keepNames };
}
