import type { CorrectionNote, Edition } from "../model/edition.ts";
import { articleEntry, type FeedEntry } from "./feed-entry.ts";
import { issueEntry } from "./feed-issue.ts";
import { correctionEntry, withdrawalEntry } from "./feed-notes.ts";
import type { FeedSubject } from "./feed-sources.ts";
import { proveHtml, type Quoted, quotedIn, quotedInIssue } from "./prove-surfaces.ts";

/** Prepares what stands in feeds, each once however many feeds it stands in. */
export function makeFeedEntries(edition: Edition, sizeOf: (address: string) => number): (subject: FeedSubject) => FeedEntry {
  const { publication, corrections } = edition;
  const made = new Map<object, FeedEntry>();
  const places = samePlaces(corrections);
  const once = (of: object, make: () => FeedEntry) => {
    const entry = made.get(of) ?? make();
    made.set(of, entry);
    return entry;
  };
  return (subject) => {
    switch (subject.kind) {
      case "article":
        return once(subject.article, () => proved(articleEntry(subject.article, publication, sizeOf), quotedIn([subject.article])));
      case "correction":
        return once(subject.note, () => correctionEntry(subject.note, places.get(subject.note) ?? 0, publication));
      case "withdrawal":
        return once(subject.withdrawal, () => withdrawalEntry(subject.withdrawal, publication));
      case "issue":
        return once(subject.issue, () => proved(issueEntry(subject.issue, edition), quotedInIssue(subject.issue)));
    }
  };
}

/** The entry, its quotations read back from its HTML. That each document holds this very HTML is checked where the documents are made. */
function proved(entry: FeedEntry, quoted: Quoted): FeedEntry {
  let read = false;
  const content = () => {
    const html = entry.content();
    // It is the same each time it is made.
    if (!read) proveHtml(`the feeds, in the entry ${entry.url},`, html, quoted);
    read = true;
    return html;
  };
  return { ...entry, content };
}

/** For each note, which of its article's notes of the same moment it is, in the order of the article. */
function samePlaces(notes: readonly CorrectionNote[]): ReadonlyMap<CorrectionNote, number> {
  const counts = new Map<string, number>();
  return new Map(
    notes.map((note) => {
      const key = `${note.article.id} ${note.correction.at.toMillis()}`;
      const place = counts.get(key) ?? 0;
      counts.set(key, place + 1);
      return [note, place];
    }),
  );
}
