import type { Line } from "./lines.ts";
import type { WireSource } from "./parsed-wire.ts";

/** Notes where each field of the result stands in the copy. */
export interface SourceNotes {
  readonly entries: readonly WireSource[];
  /** Notes that a field came from a line, from the exact words where they stand in it verbatim. */
  readonly note: (field: string, line: Line | undefined, words: string | null) => void;
}

/** Starts the notes for one text. */
export function sourceNotes(text: string): SourceNotes {
  const entries: WireSource[] = [];
  const note = (field: string, line: Line | undefined, words: string | null): void => {
    if (!line) return;
    const whole = line.end - line.start;
    const inside = words === null || words.length >= whole ? -1 : text.slice(line.start, line.end).indexOf(words);
    const start = inside < 0 ? line.start : line.start + inside;
    const end = inside < 0 || words === null ? line.end : start + words.length;
    entries.push({ field, line: line.number, lastLine: line.lastNumber, start, end });
  };
  return { entries, note };
}
