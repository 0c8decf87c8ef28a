import type { FeedEntry } from "./feed-entry.ts";
import { renderJsonItem } from "./feed-json.ts";
import { renderAtomEntry, renderRssItem } from "./feed-xml.ts";
import type { FeedFormat } from "./feeds.ts";
import { checkItem } from "./read-back.ts";

/** An entry's bytes in a format, with its whole content or its summary. */
export type FeedForms = (entry: FeedEntry, format: FeedFormat, full: boolean) => Uint8Array;

const renderers = { rss: renderRssItem, atom: renderAtomEntry, json: renderJsonItem } as const;

/**
 * Renders each entry once for each format, however many feeds it stands in, and reads it back before any feed gets it. Its content is too long to be
 * kept for all, so only the last one is: who wants several formats of an entry asks for them in a row.
 */
export function makeFeedForms(): FeedForms {
  const keep = makeShelf();
  const made = new Map<string, Map<FeedEntry, Uint8Array>>();
  let last: { readonly entry: FeedEntry; readonly content: string } | null = null;
  const contentOf = (entry: FeedEntry): string => {
    if (last?.entry !== entry) last = { entry, content: entry.content() };
    return last.content;
  };
  return (entry, format, full) => {
    const key = `${format} ${full}`;
    const forms = made.get(key) ?? new Map<FeedEntry, Uint8Array>();
    made.set(key, forms);
    const known = forms.get(entry);
    if (known !== undefined) return known;
    const content = full ? contentOf(entry) : null;
    const text = renderers[format](entry, content);
    checkItem(format, text, entry, content);
    const bytes = keep(text);
    forms.set(entry, bytes);
    return bytes;
  };
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
