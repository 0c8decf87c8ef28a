import type { Edition } from "../model/edition.ts";
import { archivesOf } from "./feed-archives.ts";
import { makeFeedEntries } from "./feed-entries.ts";
import type { FeedEntry } from "./feed-entry.ts";
import { makeFeedForms } from "./feed-forms.ts";
import { feedSources } from "./feed-sources.ts";
import { assembleFeed, type FeedFormat, type FeedHead, feedHead } from "./feeds.ts";

/** A feed document with its address below the publication's root. */
export interface FeedFile {
  readonly address: string;
  /** What it holds, in pieces: feeds share their entries. */
  readonly pieces: readonly Uint8Array[];
}

export const feedFormats = ["rss", "atom", "json"] as const;
export const feedNames: Readonly<Record<FeedFormat, string>> = { rss: "feed.xml", atom: "atom.xml", json: "feed.json" };

const archiveFormats = ["atom", "json"] as const;

/** Room for what stands around the entries of a feed. */
const frameBytes = 4000;

/**
 * Every feed document, one after the other: 10,000 articles make more of them than should be held at once.
 * @param sizeOf bytes of a picture file by its address below the publication's root; 0 when unknown
 */
export function* renderEveryFeed(edition: Edition, sizeOf: (address: string) => number): Generator<FeedFile> {
  const { publication } = edition;
  const entryOf = makeFeedEntries(edition, sizeOf);
  const forms = makeFeedForms();

  for (const source of feedSources(edition)) {
    const full = source.content === "full";
    const candidates = source.subjects.slice(0, source.items).map(entryOf);
    const count = fitting(candidates, publication.feeds.size * 1000, (entry) =>
      Math.max(...feedFormats.map((format) => forms(entry, format, full).length)),
    );
    const entries = candidates.slice(0, count);
    let head: FeedHead = feedHead(source, publication, entries);
    if (source.kind === "whole") {
      const archives = archivesOf(source, source.subjects.slice(count), head, publication);
      head = { ...head, ...archives.from };
      for (const archive of archives.years) {
        const older = archive.subjects.map(entryOf);
        for (const entry of older) for (const format of archiveFormats) forms(entry, format, full);
        for (const format of archiveFormats) {
          yield { address: archive.files[format], pieces: assembleFeed(format, archive.head(older), older, full, forms) };
        }
      }
    }
    for (const format of feedFormats) {
      yield { address: source.address + feedNames[format], pieces: assembleFeed(format, head, entries, full, forms) };
    }
  }
}

/** How many entries, from the newest, a feed of so many bytes holds in every format; never none when there are some. */
function fitting(entries: readonly FeedEntry[], most: number, bytesOf: (entry: FeedEntry) => number): number {
  let bytes = frameBytes;
  const beyond = entries.findIndex((entry) => {
    bytes += bytesOf(entry);
    return bytes > most;
  });
  return beyond === -1 ? entries.length : Math.max(1, beyond);
}
