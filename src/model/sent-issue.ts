import type { Correction } from "./article.ts";
import type { IssueWords } from "./copy.ts";
import type { StoryQuote } from "./issue.ts";
import type { Sponsor } from "./publication.ts";

// What was sent, as plain data: no moment is a luxon one, so it is JSON as it is. Moments are RFC 3339 with their offset.

/** A story as it was sent. */
export interface SentStory {
  readonly id: string;
  /** Hash of the article's words then; see `Article`. */
  readonly words: string;
  readonly headline: string;
  readonly standfirst: string | null;
  readonly text: string | null;
  readonly address: string;
  readonly section: string | null;
  readonly language: string;
  readonly figure: {
    /** Its file below content/images and the hash of its bytes. A picture that was replaced since is not shown any more. */
    readonly picture: { readonly src: string; readonly hash: string } | null;
    readonly alt: string;
    readonly caption: string | null;
    readonly credit: string | null;
    readonly rights: { readonly site: boolean; readonly feeds: boolean; readonly mail: boolean };
  } | null;
  readonly quotes: readonly StoryQuote[];
  readonly related: readonly SentLink[];
  /** Moments of the article's corrections that were made by then. */
  readonly heeded: readonly string[];
  readonly short: boolean;
  readonly again: boolean;
}

export type SentLink =
  | { readonly kind: "article"; readonly id: string; readonly headline: string; readonly address: string }
  | {
      readonly kind: "elsewhere";
      readonly headline: string;
      readonly url: string | null;
      readonly source: string | null;
      readonly section: string | null;
      readonly byline: string | null;
      readonly published: string | null;
    };

/** A correction that the issue told. */
export interface SentCorrection {
  readonly id: string;
  readonly headline: string | null;
  readonly address: string | null;
  readonly language: string;
  readonly at: string;
  readonly kind: Correction["kind"];
  readonly text: string;
  readonly carried: { readonly number: number; readonly date: string };
}

export interface SentElsewhere {
  readonly headline: string;
  readonly url: string;
  readonly source: string;
  readonly standfirst: string | null;
  readonly published: string | null;
}

/**
 * The record of an issue as its readers got it, written when sending begins and kept for ever: `content/issues/<newsletter>/<date>.sent.json`.
 * It is public and names no reader.
 */
export interface SentIssue {
  readonly newsletter: string;
  /** `yyyy-mm-dd` */
  readonly date: string;
  /** When sending began. */
  readonly at: string;
  /** SHA-256, in hex, of the neutral mail's two parts (UTF-8), before anything personal is filled in. */
  readonly mail: { readonly html: string; readonly text: string };
  readonly number: number;
  readonly subject: string;
  readonly preheader: string;
  readonly intro: string | null;
  readonly stories: readonly SentStory[];
  readonly sponsor: Sponsor | null;
  readonly elsewhere: readonly SentElsewhere[];
  readonly corrections: readonly SentCorrection[];
  /** What the issue's file said: nothing of it may change afterwards. */
  readonly frozen: IssueWords;
}

/** Where an issue's record stands, below the root. */
export function sentIssueFile(newsletter: string, date: string): string {
  return `content/issues/${newsletter}/${date}.sent.json`;
}
