import { Feed, type Item } from "feed";

// The one file that imports the `feed` package. The package escapes wrongly, each format in its own way, and lays out slowly. So no copy passes
// through it: it lays out one item of each shape with gaps in it, and the copy goes into the gaps, escaped for where it stands. What is changed in
// the layout before that cannot meet copy by accident.

/** A piece of a document with named gaps: `pieces` has one more than `gaps`. */
export interface Layout {
  readonly pieces: readonly string[];
  readonly gaps: readonly string[];
}

/** What an item has, which decides its layout. */
export interface ItemShape {
  readonly summary: boolean;
  readonly content: boolean;
  /** For each author, whether there is an address. */
  readonly authors: readonly boolean[];
  /** For each category, whether there is an address. */
  readonly categories: readonly boolean[];
  readonly enclosure: boolean;
  readonly rights: boolean;
}

/** What a feed has besides its items. */
export interface HeadShape {
  readonly hub: boolean;
  readonly logo: boolean;
  readonly rights: boolean;
}

const open = "\uE000";
const close = "\uE001";
const gapHost = "https://gap.invalid/";
// The package writes dates and numbers itself: these stand for them.
const published = new Date(Date.UTC(1971, 0, 1));
const updated = new Date(Date.UTC(1972, 0, 1));
const length = 970_000_001;
const gapPattern = new RegExp(
  [
    `(?:<!\\[CDATA\\[)?${open}([\\w.]+)${close}(?:\\]\\]>)?`,
    `${gapHost}([\\w.]+)`,
    ...[published, updated].flatMap((date) => [date.toUTCString(), date.toISOString()]),
    String(length),
  ].join("|"),
  "g",
);

const gap = (name: string) => `${open}${name}${close}`;
const gapUrl = (name: string) => `${gapHost}${name}`;

/** Fills a layout's gaps. Each value is XML already. */
export function fill({ pieces, gaps }: Layout, values: Readonly<Record<string, string>>): string {
  let text = pieces[0] ?? "";
  gaps.forEach((name, index) => {
    text += (values[name] ?? missing(name)) + (pieces[index + 1] ?? "");
  });
  return text;
}

function missing(name: string): never {
  throw new Error(`A feed's layout has a gap for “${name}”, and nothing to fill it.`);
}

const layouts = new Map<string, Layout>();

function once(key: string, make: () => Layout): Layout {
  const known = layouts.get(key) ?? make();
  layouts.set(key, known);
  return known;
}

/** The layout of an RSS item; its gap `rest` stands before the end tag. */
export function rssItem(shape: ItemShape): Layout {
  return once(`rss ${JSON.stringify(shape)}`, () => between(withItem(shape, "rss").rss2(), "<item>", "</item>"));
}

/** The layout of an Atom entry; its gap `rest` stands before the end tag, `open` in the start tag. */
export function atomEntry(shape: ItemShape): Layout {
  return once(`atom ${JSON.stringify(shape)}`, () =>
    between(
      withItem(shape, "atom")
        .atom1()
        .replace('<title type="html">', '<title type="text">')
        .replace('<summary type="html">', '<summary type="text">'),
      "<entry>",
      "</entry>",
    ),
  );
}

/** The layout of what comes before the items of an RSS feed; its gap `open` is in the start tag, `rest` at its end. */
export function rssHead(shape: HeadShape): Layout {
  return once(`rss head ${JSON.stringify(shape)}`, () => {
    const document = emptyFeed(shape)
      .rss2()
      .replace(/<rss [^>]*>/, `<rss version="2.0"${gap("open")}>`);
    return toLayout(`${document.slice(0, document.indexOf("</channel>")).trimEnd()}\n${gap("rest")}`);
  });
}

/** The same of an Atom feed. */
export function atomHead(shape: HeadShape): Layout {
  return once(`atom head ${JSON.stringify(shape)}`, () => {
    const document = emptyFeed(shape)
      .atom1()
      .replace("<feed ", `<feed${gap("open")} `)
      .replace("<title>", '<title type="text">')
      .replace('<link rel="self" ', '<link rel="self" type="application/atom+xml" ')
      .replace('<link rel="alternate" ', '<link rel="alternate" type="text/html" ');
    return toLayout(`${document.slice(0, document.indexOf("</feed>")).trimEnd()}\n${gap("rest")}`);
  });
}

function emptyFeed(shape: HeadShape): Feed {
  return new Feed({
    id: gap("id"),
    title: gap("title"),
    description: gap("description"),
    link: gapUrl("url"),
    language: gap("language"),
    updated,
    generator: "Broadsheet",
    author: { name: gap("publisher"), link: gapUrl("home") },
    feedLinks: { rss: gapUrl("self"), atom: gapUrl("self") },
    ...(shape.hub ? { hub: gapUrl("hub") } : {}),
    ...(shape.logo ? { image: gap("logo") } : {}),
    ...(shape.rights ? { copyright: gap("rights") } : {}),
  });
}

function withItem(shape: ItemShape, format: "rss" | "atom"): Feed {
  const feed = emptyFeed({ hub: false, logo: false, rights: false });
  const url = (has: boolean, name: string) => (has ? gapUrl(name) : undefined);
  const item: Item = {
    title: gap("title"),
    id: gapUrl("id"),
    link: gapUrl("url"),
    date: updated,
    published,
    category: shape.categories.map((has, index) => {
      const address = url(has, `category${index}.url`);
      const name = gap(`category${index}`);
      return { name, term: name, ...(address === undefined ? {} : { domain: address, scheme: address }) };
    }),
    ...(shape.summary ? { description: gap("summary") } : {}),
    ...(shape.content ? { content: gap("content") } : {}),
  };
  if (format === "atom") {
    item.author = shape.authors.map((has, index) => {
      const address = url(has, `author${index}.url`);
      return { name: gap(`author${index}`), ...(address === undefined ? {} : { link: address }) };
    });
    if (shape.rights) item.copyright = gap("rights");
  } else if (shape.enclosure) {
    item.enclosure = { url: gapUrl("enclosure.url"), type: gap("enclosure.type"), length };
  }
  feed.addItem(item);
  return feed;
}

/** The one item of a document, with the gap `open` in its start tag and `rest` before its end tag. */
function between(document: string, start: string, end: string): Layout {
  const item = document.slice(document.indexOf(start) + start.length, document.indexOf(end)).trimEnd();
  return toLayout(`${start.slice(0, -1)}${gap("open")}>${item}\n${gap("rest")}${end}\n`);
}

function toLayout(text: string): Layout {
  // Indentation costs every reader bytes on every visit.
  const compact = text.replaceAll(/\n[ ]+/g, "\n");
  const pieces: string[] = [];
  const gaps: string[] = [];
  let done = 0;
  for (const match of compact.matchAll(gapPattern)) {
    pieces.push(compact.slice(done, match.index));
    gaps.push(nameOf(match));
    done = match.index + match[0].length;
  }
  return { pieces: [...pieces, compact.slice(done)], gaps };
}

function nameOf([whole, text, url]: RegExpMatchArray): string {
  if (text !== undefined) return text;
  if (url !== undefined) return url;
  if (whole === String(length)) return "enclosure.length";
  return whole === published.toUTCString() || whole === published.toISOString() ? "published" : "updated";
}
