import { paragraphs } from "./paragraphs.ts";
import { cleanText } from "./xml.ts";

/** Words from copy as one line of a mail. Hard spaces stay; a mark that sending would fill in is broken up. */
export function mailWords(text: string): string {
  return cleanText(text)
    .replaceAll(/[\t\n \u2028\u2029]+/g, " ")
    .trim()
    .replaceAll(/%(?=%)/g, "%\u2060");
}

/** The same where there may be none. */
export function mailWordsOrNone(text: string | null): string | null {
  return text === null ? null : mailWords(text) || null;
}

/** Words from copy with their paragraphs, which a blank line parts. */
export function mailParagraphs(text: string | null): readonly string[] {
  return paragraphs(cleanText(text ?? ""))
    .map(mailWords)
    .filter((paragraph) => paragraph !== "");
}

/** An address from copy. Were the mark of the reader's own address in it, a stranger's site would be told that address. */
export function mailAddress(url: string): string {
  return cleanText(url)
    .replaceAll(/[\t\n ]+/g, "")
    .replaceAll(/%(?=%)/g, "%25");
}
