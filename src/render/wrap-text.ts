const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Wraps plain text at a width, keeping the mark at the beginning of a quoted, listed or numbered line. An address longer than the width
 * stands alone, uncut; any other word of that length, as in a language without spaces, is parted between two letters.
 */
export function wrapText(text: string, width: number): string {
  return text
    .split("\n")
    .map((line) => wrapLine(line.trimEnd(), width))
    .join("\n");
}

function wrapLine(line: string, width: number): string {
  if (line.length <= width) return line;
  const mark = /^(?:> – |> |\* )/.exec(line)?.[0] ?? "";
  const inner = mark.startsWith(">") ? "> " : " ".repeat(mark.length);
  const words = line
    .slice(mark.length)
    .split(" ")
    .flatMap((word) => partWord(word, width - mark.length));
  const lines: string[] = [];
  let current = mark;
  let begun = false;
  for (const word of words) {
    if (begun && current.length + word.length > width) {
      lines.push(current.trimEnd());
      current = inner;
    }
    current += `${word} `;
    begun = true;
  }
  lines.push(current.trimEnd());
  return lines.join("\n");
}

function partWord(word: string, width: number): readonly string[] {
  if (word.length <= width || word.includes("://")) return [word];
  const parts: string[] = [];
  let current = "";
  for (const { segment } of graphemes.segment(word)) {
    if (current !== "" && current.length + segment.length > width) {
      parts.push(current);
      current = "";
    }
    current += segment;
  }
  return [...parts, current];
}
