/** Words between outer quotation marks: offsets of the words themselves, marks left out. */
export interface QuoteSpan {
  readonly start: number;
  readonly end: number;
  /** Whether the paragraph ended before the quotation did, so that the next one goes on with it. */
  readonly open: boolean;
  /** Whether it goes on from the paragraph before. */
  readonly goesOn: boolean;
}

/** A paragraph: offsets into the text. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
}

const closers: Readonly<Record<string, string>> = { "“": "”", "«": "»", "„": "“”", "「": "」", "『": "』", "‹": "›" };

/** The paragraphs of a text: what stands between line ends, without the blank ones. */
export function paragraphsOf(text: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    if (text.slice(start, end).trim() !== "") paragraphs.push({ start, end });
    start = end + 1;
  }
  return paragraphs;
}

/** The quotations of a paragraph, in one pass over its characters. Marks within a quotation of another kind belong to it. */
export function quoteSpans(text: string, paragraph: Paragraph, openBefore: boolean): readonly QuoteSpan[] {
  const spans: QuoteSpan[] = [];
  const single = outerSingles(text, paragraph);
  let at = paragraph.start;
  while (at < paragraph.end) {
    const mark = text[at] ?? "";
    const close = opens(text, at, paragraph, single)
      ? mark === '"'
        ? '"'
        : mark === "‘"
          ? "’"
          : mark === "'"
            ? "'"
            : closers[mark]
      : undefined;
    if (close === undefined) {
      at += 1;
      continue;
    }
    const goesOn = openBefore && spans.length === 0 && text.slice(paragraph.start, at).trim() === "";
    let end = at + 1;
    let depth = 0;
    while (end < paragraph.end) {
      const here = text[end] ?? "";
      if (mark === "«" && here === "«") depth += 1;
      if (close.includes(here) && closes(text, end, here)) {
        if (depth === 0) break;
        depth -= 1;
      }
      end += 1;
    }
    const open = end >= paragraph.end;
    // A mark that is never closed is a quotation only where a paragraph may leave one open, at its beginning or after a lead-in.
    if (open && mark === "'") {
      at += 1;
      continue;
    }
    const from = skipSpace(text, at + 1, end, 1);
    const to = skipSpace(text, end, from, -1);
    if (to > from) spans.push({ start: from, end: to, open, goesOn });
    at = end + 1;
  }
  return spans;
}

function skipSpace(text: string, from: number, limit: number, step: 1 | -1): number {
  let at = from;
  while (at !== limit && /\s/.test(text[step === 1 ? at : at - 1] ?? "x")) at += step;
  return at;
}

function opens(text: string, at: number, paragraph: Paragraph, single: boolean): boolean {
  const mark = text[at] ?? "";
  const before = at === paragraph.start ? " " : (text[at - 1] ?? " ");
  const after = text[at + 1] ?? " ";
  const free = /[\s([{—–\-:,“‘]/.test(before);
  if (mark === '"') return free || /["']/.test(before);
  if (mark === "‘") return single && free && /\S/.test(after);
  if (mark === "'") return single && free && /[\p{L}\p{N}]/u.test(after);
  return closers[mark] !== undefined;
}

function closes(text: string, at: number, mark: string): boolean {
  if (mark !== "’" && mark !== "'") return true;
  const before = text[at - 1] ?? " ";
  const after = text[at + 1] ?? " ";
  if (/[\p{L}\p{N}]/u.test(after)) return false;
  // An apostrophe of a plural owner (“the guilds’ money”) stands after a letter and before a word; a closing mark mostly after punctuation.
  return /[.,!?…;:—–]/.test(before) || /[.,!?;:)\n—–]/.test(after) || at + 1 >= text.length || /\s/.test(after);
}

/** British houses put single marks outside: only where no double ones stand in the paragraph are they taken for quotations. */
function outerSingles(text: string, paragraph: Paragraph): boolean {
  for (let at = paragraph.start; at < paragraph.end; at += 1) {
    const mark = text[at];
    if (mark === '"' || mark === "“" || mark === "«" || mark === "„") return false;
  }
  return true;
}
