import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Place, Problem } from "../model/problem.ts";

// Every control character (Unicode category Cc) but tab and line ends.
const control = /[^\P{Cc}\t\n\r]/gu;

/** A text without the control characters that no reader sees and XML forbids; tabs and line ends stay. */
export function withoutControls(text: string): string {
  return text.replace(control, "");
}

/**
 * A file of copy as text with plain line ends. `null`, with a problem, when it is not UTF-8.
 * @throws when the file cannot be read
 */
export async function readText(root: string, file: string, problems: Problem[]): Promise<string | null> {
  const bytes = await readFile(path.join(root, file));
  // Lenient decoding takes the byte order mark away and shows where the first bad byte stands.
  const decoded = new TextDecoder("utf-8").decode(bytes).replace(/\r\n?/g, "\n");
  if (!isUtf8(bytes)) {
    problems.push({
      code: "not-utf8",
      severity: "error",
      place: placeOfOffset(file, decoded, Math.max(0, decoded.indexOf("\ufffd"))),
      message: "This file is not UTF-8, so some of its letters cannot be read.",
      hint: "Save it again with the encoding UTF-8, and check its accents and quotation marks.",
    });
    return null;
  }
  const first = decoded.search(control);
  if (first === -1) return decoded;
  const cleaned = withoutControls(decoded);
  const count = decoded.length - cleaned.length;
  const place = placeOfOffset(file, decoded, first);
  problems.push({
    code: "control-characters",
    severity: "warning",
    place: { ...place, source: withoutControls(place.source ?? "") },
    message:
      count === 1
        ? "An invisible control character was taken out."
        : `${count} invisible control characters were taken out, the first one here.`,
    hint: "Type this line again to remove it from the file, and check that no letter is missing.",
  });
  return cleaned;
}

function placeOfOffset(file: string, text: string, offset: number): Place {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return {
    file,
    line: text.slice(0, start).split("\n").length,
    column: offset - start + 1,
    source: text.slice(start, end === -1 ? text.length : end),
  };
}
