/** Plain words by their paragraphs, which a blank line parts. */
export function paragraphs(text: string | null): readonly string[] {
  return (text ?? "")
    .split(/\n[\t ]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}
