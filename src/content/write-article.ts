import { writeFrontMatter } from "./front-matter.ts";

/** An article as a file: readable front matter, a blank line, the body, one line end. */
export function writeArticle(front: Readonly<Record<string, unknown>>, body: string): string {
  return `${writeFrontMatter(front)}\n${body.trim()}\n`;
}
