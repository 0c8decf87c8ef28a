import { Parser } from "htmlparser2";

// The one file that imports htmlparser2: what was rendered is read back by a parser that had no part in rendering it.

const quoting = new Set(["blockquote", "q"]);
// What no reader sees, and what names the speaker.
const unread = new Set(["script", "style", "template", "head", "noscript", "cite", "figcaption", "footer"]);
const inline = new Set(
  "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr font".split(" "),
);

const mayQuote = /<(?:blockquote|q)[\s>]|class="[^"]*quote/i;

/** The passages that a page, a feed's content or a mail sets as quotations: each paragraph within a quotation on its own, as a reader gets it. */
export function quotedPassages(html: string): readonly string[] {
  // Most of a page stands before its first quotation: what cannot be one is not read.
  const found = html.search(mayQuote);
  if (found === -1) return [];
  const start = Math.max(0, html.lastIndexOf("<", found));
  const passages: string[] = [];
  let depth = 0;
  let hidden = 0;
  let passage = "";
  // What is open, and whether it began a quotation: elements that end of themselves (img, br) never stay open.
  const open: boolean[] = [];
  const end = () => {
    if (passage.trim() !== "") passages.push(passage);
    passage = "";
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const quote = quoting.has(name) || /(?:^|[\s_-])(?:pull-?)?quote(?:$|[\s_-])/.test(attributes.class ?? "");
        open.push(quote);
        if (unread.has(name)) hidden += 1;
        if (depth > 0 && !inline.has(name)) end();
        if (quote) {
          if (depth === 0) passage = "";
          depth += 1;
        }
      },
      ontext(text) {
        if (depth > 0 && hidden === 0) passage += text;
      },
      onclosetag(name) {
        if (depth > 0 && (!inline.has(name) || (quoting.has(name) && depth === 1))) end();
        if (unread.has(name)) hidden -= 1;
        if (open.pop() && depth > 0) {
          depth -= 1;
          if (depth === 0) end();
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html.slice(start));
  end();
  return passages;
}

/** The same of a plain text, where a quotation's lines begin with `>`, and the speaker's after it with a dash. */
export function quotedLines(text: string): readonly string[] {
  const passages: string[] = [];
  let passage: string[] = [];
  let named = false;
  for (const line of [...text.split("\n"), ""]) {
    if (line.startsWith("> ")) {
      // The speaker may take more than one line.
      named ||= /^> [–—-] /.test(line);
      if (!named) passage.push(line.slice(2));
    } else {
      if (passage.length > 0) passages.push(passage.join(" "));
      passage = [];
      named = false;
    }
  }
  return passages;
}
