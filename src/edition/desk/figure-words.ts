import type { ArticleCopy } from "../../model/copy.ts";
import type { Problem } from "../../model/problem.ts";
import { warning } from "./passages.ts";

/** What is amiss with the words of a picture: a caption without credit, an alternative text that only repeats caption or file name. */
export function figureWords(copy: ArticleCopy): readonly Problem[] {
  const { figure } = copy;
  if (figure === null) return [];
  const problems: Problem[] = [];
  if (figure.caption !== null && figure.credit === null) {
    problems.push(
      warning(
        "caption-without-credit",
        copy.place(["figure", "caption"]),
        "This caption has no credit.",
        "Say below it with `credit:` whose picture it is.",
      ),
    );
  }
  const repeats = sayTheSame(figure.alt, figure.caption, figure.picture?.src ?? null);
  if (repeats === "caption") {
    problems.push(
      warning(
        "alt-repeats-caption",
        copy.place(["figure", "alt"]),
        "The alternative text says the same as the caption, so who cannot see the picture hears it twice and learns nothing of it.",
        "Say at `alt:` what is to be seen, and leave what it means to the caption.",
      ),
    );
  } else if (repeats === "file") {
    problems.push(
      warning(
        "alt-repeats-file-name",
        copy.place(["figure", "alt"]),
        "The alternative text is only the name of the file.",
        "Say at `alt:` what the picture shows.",
      ),
    );
  }
  return problems;
}

/** What an alternative text merely repeats. Letters and digits count; case, punctuation and a file's ending do not. */
export function sayTheSame(alt: string, caption: string | null, src: string | null): "caption" | "file" | null {
  const words = bare(alt);
  if (words === "") return null;
  if (caption !== null && words === bare(caption)) return "caption";
  const name = src?.split("/").at(-1) ?? null;
  if (name !== null && (words === bare(name) || words === bare(name.replace(/\.[^.]+$/, "")))) return "file";
  return /^\S+\.(?:jpe?g|png|svg|webp|gif|avif)$/i.test(alt.trim()) ? "file" : null;
}

function bare(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(" ");
}
