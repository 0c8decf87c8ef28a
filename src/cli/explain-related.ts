import type { Article, RelatedLink } from "../model/article.ts";

/**
 * Why an article has the related links it has, for people: one line each with its score (1 would be the article itself, a link in the text adds 10),
 * or who chose it.
 */
export function explainRelated(article: Article): string {
  if (article.related.length === 0) return "No related links: no other story is near enough, and the editor chose none.";
  return ["Related links, in their order", ...article.related.map((link) => `  ${explainLink(link)}`)].join("\n");
}

function explainLink(link: RelatedLink): string {
  const day = link.published?.toFormat("d MMMM yyyy") ?? null;
  switch (link.kind) {
    case "article": {
      const score = link.score === null ? "editor" : link.score.toFixed(3);
      return `${score.padStart(6)}  ${link.headline}\n          ${link.why} (${link.id}, ${day})`;
    }
    case "elsewhere": {
      const where = [link.section, link.source, link.byline, day, link.url ?? "no address yet"].filter((word) => word !== null).join(", ");
      return `${"editor".padStart(6)}  ${link.headline}\n          ${link.why} (elsewhere: ${where})`;
    }
  }
}
