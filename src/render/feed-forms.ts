import type { FeedEntry } from "./feed-entry.ts";
import { renderJsonItem } from "./feed-json.ts";
import { renderAtomEntry, renderRssItem } from "./feed-xml.ts";
import type { FeedFormat } from "./feeds.ts";
import { checkItem } from "./read-back.ts";

/** An entry's bytes in a format, with its whole content or its summary. */
export type FeedForms = (entry: FeedEntry, format: FeedFormat, full: boolean) => Uint8Array;

const renderers = { rss: renderRssItem, atom: renderAtomEntry, json: renderJsonItem } as const;

/** Renders each entry once for each format, however many feeds it stands in, and reads it back before any feed gets it. */
export function makeFeedForms(): FeedForms {
  const keep = makeShelf();
  const made = new Map<string, WeakMap<FeedEntry, Uint8Array>>();
  return (entry, format, full) => {
    const key = `${format} ${full}`;
    const known = made.get(key) ?? new WeakMap<FeedEntry, Uint8Array>();
    made.set(key, known);
    const found = known.get(entry);
    if (found !== undefined) return found;
    const text = renderers[format](entry, full);
    checkItem(format, text, entry, full);
    const bytes = keep(text);
    known.set(entry, bytes);
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
