/** A file of copy in its two parts. Lines count from 1. */
export interface SplitCopy {
  readonly front: string;
  /** The file's line on which the front matter's YAML begins. */
  readonly frontLine: number;
  readonly body: string;
  /** The file's line on which the body begins. */
  readonly bodyLine: number;
}

/** Parts the front matter, between two lines of `---`, from the body. `null` when the second line is missing. */
export function splitFrontMatter(text: string): SplitCopy | null {
  const lines = text.split("\n");
  if (!isFence(lines[0])) return { front: "", frontLine: 1, body: text, bodyLine: 1 };
  const end = lines.findIndex((line, index) => index > 0 && isFence(line));
  if (end === -1) return null;
  return { front: `${lines.slice(1, end).join("\n")}\n`, frontLine: 2, body: lines.slice(end + 1).join("\n"), bodyLine: end + 2 };
}

function isFence(line: string | undefined): boolean {
  return line !== undefined && line.trimEnd() === "---";
}
