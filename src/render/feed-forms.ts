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
  const made = new Map<string, WeakMap<FeedEntry, Uint8Array>>();
  return (entry, format, full) => {
    const key = `${format} ${full}`;
    const known = made.get(key) ?? new WeakMap<FeedEntry, Uint8Array>();
    made.set(key, known);
    const found = known.get(entry);
    if (found !== undefined) return found;
    const text = renderers[format](entry, full);
    checkItem(format, text, entry, full);
    const bytes = Buffer.from(text);
    known.set(entry, bytes);
    return bytes;
  };
}
