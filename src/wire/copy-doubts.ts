import { soundsLikeCaption } from "./caption.ts";
import type { HeadlineChoice } from "./choose-headline.ts";
import type { Marked } from "./classify-lines.ts";
import type { WireAmbiguity } from "./parsed-wire.ts";

/** What is doubtful about the headline, and whether there is a story below it. */
export function headlineDoubts(marked: readonly Marked[], headline: HeadlineChoice | null, paragraphs: number): readonly WireAmbiguity[] {
  const doubts: WireAmbiguity[] = [];
  if (!headline)
    doubts.push({
      code: "no-headline",
      field: "headline",
      message: "No line reads as a headline. Write one; until then the first words of the story stand in its place.",
      readings: [],
      lines: [],
    });
  if (paragraphs === 0)
    doubts.push({ code: "no-body", field: "body", message: "No running text was found below the headline.", readings: [], lines: [] });
  const rival = headline?.rival === null || headline?.rival === undefined ? undefined : marked[headline.rival]?.line;
  if (headline && rival)
    doubts.push({
      code: "headline-ambiguous",
      field: "headline",
      message: "Two lines read as the headline.",
      readings: [headline.text, rival.text],
      lines: [marked[headline.at]?.line.number ?? 1, rival.number],
    });
  return doubts;
}

/** Paragraphs that stood in the copy a second time. */
export function repeatedText(lines: readonly number[]): readonly WireAmbiguity[] {
  if (lines.length === 0) return [];
  const message =
    lines.length === 1
      ? "A paragraph stands in the copy twice. The second was left out."
      : "Paragraphs stand in the copy twice. The second of each was left out.";
  return [{ code: "repeated-text", field: "body", message, readings: [], lines }];
}

/** Last paragraphs that told who the author is. */
export function authorNote(lines: readonly number[]): readonly WireAmbiguity[] {
  if (lines.length === 0) return [];
  const message = "The copy ends with a note about its author. It was left out of the story.";
  return [{ code: "author-note", field: "body", message, readings: [], lines }];
}

/** A standfirst that tells what is seen in a picture, where no other line is a caption. */
export function standfirstOrCaption(standfirst: string, lines: readonly number[]): readonly WireAmbiguity[] {
  if (!soundsLikeCaption(standfirst)) return [];
  const readings = [`Standfirst: ${standfirst}`, `Caption: ${standfirst}`];
  const message = "This line can be the standfirst or the caption of a picture.";
  return [{ code: "standfirst-or-caption", field: "standfirst", message, readings, lines }];
}
