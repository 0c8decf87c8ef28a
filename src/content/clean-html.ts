import type { Element, Nodes, Root } from "hast";
import rehypeParse from "rehype-parse";
import rehypeSanitize, { type Options } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { paragraphId } from "./paragraph-ids.ts";

const words =
  "a abbr b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup table tbody td tfoot th thead time tr u ul var";

const allowed: Options = {
  tagNames: words.split(" "),
  attributes: {
    "*": ["dir", "lang", "title", ["id", paragraphId]],
    a: ["href"],
    code: [["className", /^language-/]],
    img: ["src", "alt", "width", "height", "loading"],
    ol: ["start"],
    td: ["colSpan", "rowSpan", ["style", /^text-align:(?:left|center|right)$/]],
    th: ["colSpan", "rowSpan", "scope", ["style", /^text-align:(?:left|center|right)$/]],
    time: ["dateTime"],
  },
  protocols: { href: ["http", "https", "mailto", "tel"] },
  strip: ["script", "style", "iframe", "object", "embed", "template", "noscript", "title", "textarea", "select"],
  clobber: [],
};

const parser = unified().use(rehypeParse, { fragment: true });
const cleaner = unified().use(rehypeSanitize, allowed);
const writer = unified().use(rehypeStringify);

/** HTML of which only the allowed elements are left. */
export interface CleanedHtml {
  readonly html: string;
  /** Names of what was taken out, each once: `script`, `onclick`. */
  readonly dropped: readonly string[];
}

/**
 * Cleans HTML written by hand. Pictures stay only when their address begins with `ours`, which no copy can know, and root-relative links get it.
 * @param ours stands for the publication's root
 */
export function cleanHtml(html: string, ours: string): CleanedHtml {
  const tree = parser.parse(html);
  const before = countNames(tree);
  const cleaned = cleaner.runSync(tree);
  settle(cleaned, ours);
  const after = countNames(cleaned);
  const dropped = [...before].filter(([name, count]) => count > (after.get(name) ?? 0)).map(([name]) => name);
  return { html: writer.stringify(cleaned), dropped: dropped.sort() };
}

/** The words of a piece of HTML, without those of its scripts. */
export function textOfHtml(html: string): string {
  const pieces: string[] = [];
  const collect = (node: Nodes): void => {
    if (node.type === "text") pieces.push(node.value);
    if ("children" in node) {
      if (node.type === "element" && node.tagName === "br") pieces.push("\n");
      for (const child of node.children) collect(child);
    }
  };
  collect(cleaner.runSync(parser.parse(html)));
  return pieces.join("").trim();
}

function countNames(tree: Root): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  const visit = (node: Nodes): void => {
    if (node.type === "element") {
      add(node.tagName);
      for (const name of Object.keys(node.properties)) add(name.toLowerCase());
    }
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return counts;
}

function settle(parent: Root | Element, ours: string): void {
  parent.children = parent.children.filter(
    (child) => child.type !== "element" || child.tagName !== "img" || String(child.properties.src).startsWith(ours),
  );
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    const href = child.properties.href;
    if (typeof href === "string" && href.startsWith("/") && !href.startsWith("//") && !href.startsWith(ours))
      child.properties.href = ours + href;
    settle(child, ours);
  }
}
