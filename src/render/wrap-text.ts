/** Wraps plain text at a width, keeping the mark at the beginning of a quoted or listed line. A word longer than the width, as an address is, stands alone. */
export function wrapText(text: string, width: number): string {
  return text
    .split("\n")
    .map((line) => wrapLine(line.trimEnd(), width))
    .join("\n");
}

function wrapLine(line: string, width: number): string {
  if (line.length <= width) return line;
  const mark = /^(?:> {1,2}|\* )/.exec(line)?.[0] ?? "";
  const inner = mark.startsWith("*") ? "  " : mark;
  const lines: string[] = [];
  let current = mark;
  for (const word of line.slice(mark.length).split(" ")) {
    if (current.length + word.length > width && current.length > inner.length) {
      lines.push(current.trimEnd());
      current = inner;
    }
    current += `${word} `;
  }
  lines.push(current.trimEnd());
  return lines.join("\n");
}
