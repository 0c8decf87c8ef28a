import { absoluteUrl } from "../model/address.ts";
import type { Publication } from "../model/publication.ts";
import type { FeedEntry } from "./feed-entry.ts";
import { type FeedSource, type FeedSubject, subjectMoment } from "./feed-sources.ts";
import { type FeedHead, feedHead } from "./feeds.ts";
import type { Attributes } from "./xml.ts";

/** What was published in a year and has left the current feed. */
export interface FeedArchive {
  readonly files: { readonly atom: string; readonly json: string };
  readonly subjects: readonly FeedSubject[];
  readonly head: (entries: readonly FeedEntry[]) => FeedHead;
}

/**
 * The archives of a feed by year, newest first (RFC 5005, section 4; `next_url` of JSON Feed), and how the current feed leads to them. Current feed
 * and archives together hold everything once: what is still in the current feed is in no archive.
 */
export function archivesOf(
  source: FeedSource,
  older: readonly FeedSubject[],
  current: FeedHead,
  publication: Publication,
): { readonly years: readonly FeedArchive[]; readonly from: Pick<FeedHead, "links" | "next"> } {
  const byYear = new Map<string, FeedSubject[]>();
  for (const subject of older) {
    const year = yearOf(subject);
    const inYear = byYear.get(year);
    if (inYear === undefined) byYear.set(year, [subject]);
    else inYear.push(subject);
  }
  const years = [...byYear.keys()].sort().reverse();
  const url = (file: string) => new URL(absoluteUrl(publication.url, file)).href;
  const link = (rel: string, year: string | undefined): readonly Attributes[] =>
    year === undefined ? [] : [{ rel, href: url(filesOf(year).atom), type: "application/atom+xml" }];
  const next = (year: string | undefined) => (year === undefined ? null : url(filesOf(year).json));

  return {
    from: { links: link("prev-archive", years[0]), next: next(years[0]) },
    years: years.map((year, index) => {
      const files = filesOf(year);
      const title = `${source.title}, ${year}`;
      return {
        files,
        subjects: byYear.get(year) ?? [],
        head: (entries) => ({
          ...feedHead({ ...source, title }, publication, entries),
          addresses: { ...current.addresses, atom: url(files.atom), json: url(files.json) },
          // A hub announces the current feed alone.
          hub: null,
          archive: true,
          links: [
            { rel: "current", href: current.addresses.atom, type: "application/atom+xml" },
            ...link("prev-archive", years[index + 1]),
            ...link("next-archive", years[index - 1]),
          ],
          next: next(years[index + 1]),
        }),
      };
    }),
  };
}

function filesOf(year: string): FeedArchive["files"] {
  return { atom: `/feeds/archive/${year}.xml`, json: `/feeds/archive/${year}.json` };
}

function yearOf(subject: FeedSubject): string {
  return String(subjectMoment(subject).year);
}
