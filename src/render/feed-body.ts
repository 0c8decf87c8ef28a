import type { Article } from "../model/article.ts";
import { withRoot } from "../model/safe-html.ts";

const tagStart = /<[a-z][a-z0-9-]*/gi;
const attribute = /\s+([^\s=>/"]+)(?:="([^"]*)")?/y;

/**
 * The body of an article for readers elsewhere: every address absolute, those to a place within the article too, and no `srcset`, which readers get wrong.
 * @param root the publication's absolute root, without a slash at the end
 */
export function feedBody(article: Article, root: string): string {
  const html: string = withRoot(article.body, root);
  const parts: string[] = [];
  let done = 0;
  tagStart.lastIndex = 0;
  for (let tag = tagStart.exec(html); tag !== null; tag = tagStart.exec(html)) {
    let at = tag.index + tag[0].length;
    attribute.lastIndex = at;
    for (let found = attribute.exec(html); found !== null; found = attribute.exec(html)) {
      const [whole, name = "", value = ""] = found;
      if (name === "srcset" || name === "sizes") {
        parts.push(html.slice(done, at));
        done = at + whole.length;
      } else if (name === "href" && value.startsWith("#")) {
        parts.push(html.slice(done, at), ` href="${article.url}${value}"`);
        done = at + whole.length;
      }
      at += whole.length;
    }
    tagStart.lastIndex = at;
  }
  parts.push(html.slice(done));
  return parts.join("");
}
