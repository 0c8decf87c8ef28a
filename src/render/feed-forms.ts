import type { FeedEntry } from "./feed-entry.ts";
import { renderJsonItem } from "./feed-json.ts";
import { renderAtomEntry, renderRssItem } from "./feed-xml.ts";
import type { FeedFormat } from "./feeds.ts";
import { checkItem } from "./read-back.ts";

/** An entry's bytes in a format, with its whole content or its summary. */
export type FeedForms = (entry: FeedEntry, format: FeedFormat, full: boolean) => Uint8Array;

const renderers = { rss: renderRssItem, atom: renderAtomEntry, json: renderJsonItem } as const;

/**
 * Renders each entry once for each format, however many feeds it stands in, and reads it back before any feed gets it. All three formats are made
 * together, because they share its content, which is too long to be kept.
 */
export function makeFeedForms(): FeedForms {
  const keep = makeShelf();
  const made = { full: new Map<FeedEntry, Rendered>(), summary: new Map<FeedEntry, Rendered>() };
  return (entry, format, full) => {
    const forms = made[full ? "full" : "summary"];
    const known = forms.get(entry) ?? renderAll(entry, full ? entry.content() : null, keep);
    forms.set(entry, known);
    return known[format];
  };
}

type Rendered = Readonly<Record<FeedFormat, Uint8Array>>;

function renderAll(entry: FeedEntry, content: string | null, keep: (text: string) => Uint8Array): Rendered {
  const render = (format: FeedFormat) => {
    const text = renderers[format](entry, content);
    checkItem(format, text, entry, content);
    return keep(text);
  };
  return { rss: render("rss"), atom: render("atom"), json: render("json") };
}

const shelfBytes = 4_000_000;

/** Keeps texts as UTF-8, many to one piece of memory: thirty thousand pieces of their own would keep the collector of garbage busy. */
function makeShelf(): (text: string) => Uint8Array {
  let shelf = Buffer.allocUnsafeSlow(0);
  let used = 0;
  return (text) => {
    // A unit of UTF-16 takes three bytes at most.
    const most = text.length * 3;
    if (most > shelfBytes / 8) return Buffer.from(text);
    if (used + most > shelf.length) {
      shelf = Buffer.allocUnsafeSlow(shelfBytes);
      used = 0;
    }
    const start = used;
    used += shelf.write(text, start);
    return shelf.subarray(start, used);
  };
}
