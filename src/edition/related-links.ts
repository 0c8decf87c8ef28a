import type { Article, RelatedLink } from "../model/article.ts";
import type { ArticleCopy } from "../model/copy.ts";
import { compareText, type Problem } from "../model/problem.ts";
import { rankRelated } from "./rank-related.ts";

/** How many related links an article has when its editor wrote fewer. */
const wanted = 4;

/**
 * Gives every article its related links: the written ones first, in their order, then the nearest by what they are about.
 * Only articles that are out are linked; a written link to one that is drafted, embargoed or killed is left out, one to nothing is a problem.
 * A headline elsewhere without an address becomes a link to our own article once one carries that headline.
 */
export function linkRelated(
  articles: readonly Article[],
  copies: readonly ArticleCopy[],
  allCopies: readonly ArticleCopy[],
): { readonly articles: readonly Article[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const out = new Map(articles.map((article) => [article.id, article]));
  const known = new Map(allCopies.map((copy) => [copy.id, copy]));
  const byHeadline = new Map(articles.map((article) => [sameHeadline(article.headline), article]));
  const ranked = rankRelated(articles, wanted * 2);

  const linked = articles.map((article, position) => {
    const links: RelatedLink[] = [];
    const taken = new Set([article.id]);
    const add = (other: Article, why: string) => {
      if (taken.has(other.id)) return;
      taken.add(other.id);
      links.push({
        kind: "article",
        id: other.id,
        headline: other.headline,
        address: other.address,
        published: other.published,
        section: other.section,
        why,
      });
    };
    const copy = copies[position];
    copy?.related.forEach((written, index) => {
      if (written.kind === "article") {
        const other = out.get(written.id);
        if (other) add(other, "chosen by the editor");
        else if (!known.has(written.id)) {
          problems.push({
            code: "unknown-related",
            severity: "error",
            place: copy.place(["related", index]),
            message: `No article has the id “${written.id}”.`,
            hint: `Nearest is ${nearestId(written.id, known)}. Correct the id, or write a headline and a url for a story elsewhere.`,
          });
        }
        return;
      }
      const ours = written.url === null ? byHeadline.get(sameHeadline(written.headline)) : undefined;
      if (ours) add(ours, "chosen by the editor");
      else links.push({ ...written, why: "chosen by the editor" });
    });
    for (const { other, why } of ranked[position] ?? []) {
      if (links.length >= wanted) break;
      add(other, why);
    }
    return { ...article, related: links };
  });
  return { articles: linked, problems };
}

function sameHeadline(headline: string): string {
  return headline
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The known id that shares the longest beginning or the most words with the wrong one. */
function nearestId(id: string, known: ReadonlyMap<string, ArticleCopy>): string {
  const words = new Set(id.split("-"));
  const score = (other: string) => other.split("-").filter((word) => words.has(word)).length;
  const best = [...known.keys()].sort((a, b) => score(b) - score(a) || compareText(a, b))[0];
  return best === undefined ? "none" : `“${best}”`;
}
