import type { Article, RelatedLink } from "../model/article.ts";
import type { ArticleCopy } from "../model/copy.ts";
import { compareText, type Problem } from "../model/problem.ts";
import { findOwnLinks } from "./own-links.ts";
import { rankRelated } from "./rank-related.ts";
import { RelatedMemory } from "./related-memory.ts";

/** How many related links an article has when its editor wrote fewer. */
const wanted = 5;

const byEditor = "chosen by the editor";

/**
 * Gives every article its related links: the written ones first, in their order, then the nearest by what they are about.
 * Only articles that are out are linked; a written link to one that is drafted, embargoed or killed is left out, one to nothing is a problem.
 * A headline elsewhere without an address, or with one of ours, becomes a link to our own article once one carries that headline or stands there.
 */
export function linkRelated(
  articles: readonly Article[],
  copies: readonly ArticleCopy[],
  allCopies: readonly ArticleCopy[],
  root: string,
  memory: RelatedMemory = new RelatedMemory(),
): { readonly articles: readonly Article[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const out = new Map(articles.map((article) => [article.id, article]));
  const known = new Map(allCopies.map((copy) => [copy.id, copy]));
  const ownLinks = findOwnLinks(copies, root);
  const promote = promotion(articles, ownLinks.idAt);
  const rankings = rankRelated(articles, ownLinks.linksFrom, memory);

  const linked = articles.map((article, position) => {
    const links: RelatedLink[] = [];
    const shown = new Shown(article);
    const add = (other: Article, why: string, score: number | null) => {
      shown.add(other.id, other.headline, rankings.get(other.id)?.same ?? none);
      links.push({
        kind: "article",
        id: other.id,
        headline: other.headline,
        address: other.address,
        published: other.published,
        section: other.section,
        why,
        score,
      });
    };
    const copy = copies[position];
    copy?.related.forEach((written, index) => {
      if (written.kind === "article") {
        const other = out.get(written.id);
        if (other) {
          if (!shown.hasId(other.id)) add(other, byEditor, null);
        } else if (!known.has(written.id)) {
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
      const ours = promote(written);
      if (ours) {
        if (!shown.hasId(ours.id)) add(ours, byEditor, null);
      } else links.push({ ...written, why: byEditor });
    });
    for (const { other, score, why } of rankings.get(article.id)?.candidates ?? []) {
      if (links.length >= wanted) break;
      if (shown.tells(other.id, other.headline)) continue;
      const words = why();
      if (words !== null) add(other, words, score);
    }
    return { ...article, related: links };
  });
  return { articles: linked, problems };
}

const none: ReadonlySet<string> = new Set();

/** What the reader of an article has before him: stories by id, with all that tell the same, and headlines. */
class Shown {
  readonly #ids: Set<string>;
  readonly #told = new Set<string>();
  readonly #headlines: Set<string>;

  constructor(article: Article) {
    this.#ids = new Set([article.id]);
    this.#headlines = new Set([comparedHeadline(article.headline)]);
  }

  add(id: string, headline: string, same: ReadonlySet<string>): void {
    this.#ids.add(id);
    this.#headlines.add(comparedHeadline(headline));
    for (const other of same) this.#told.add(other);
  }

  hasId(id: string): boolean {
    return this.#ids.has(id);
  }

  tells(id: string, headline: string): boolean {
    return this.#ids.has(id) || this.#told.has(id) || this.#headlines.has(comparedHeadline(headline));
  }
}

type Elsewhere = Extract<ArticleCopy["related"][number], { kind: "elsewhere" }>;

/** Finds our own article behind a headline elsewhere. Of several with that headline, the one nearest to the given date, else the newest. */
function promotion(articles: readonly Article[], idAt: (url: string) => string | null): (written: Elsewhere) => Article | undefined {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const byHeadline = new Map<string, Article[]>();
  for (const article of articles) {
    const words = comparedHeadline(article.headline);
    const list = byHeadline.get(words) ?? [];
    list.push(article);
    byHeadline.set(words, list);
  }
  return ({ url, headline, published }) => {
    if (url !== null) return byId.get(idAt(url) ?? "");
    const words = comparedHeadline(headline);
    if (words === "") return undefined;
    const found = byHeadline.get(words) ?? [];
    if (published === null) return found[0];
    const gap = (article: Article) => Math.abs(article.published.toMillis() - published.toMillis());
    return [...found].sort((a, b) => gap(a) - gap(b))[0];
  };
}

/** A headline as its words: capitals, marks, spaces and the ways to write one letter do not count. */
export function comparedHeadline(headline: string): string {
  return headline
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\u0027\u2018\u2019\u02bc\u00ad]/g, "")
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

/** The known id that shares the longest beginning or the most words with the wrong one. */
function nearestId(id: string, known: ReadonlyMap<string, ArticleCopy>): string {
  const words = new Set(id.split("-"));
  const score = (other: string) => other.split("-").filter((word) => words.has(word)).length;
  const best = [...known.keys()].sort((a, b) => score(b) - score(a) || compareText(a, b))[0];
  return best === undefined ? "none" : `“${best}”`;
}
