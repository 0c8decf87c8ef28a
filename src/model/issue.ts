import type { Correction, Figure } from "./article.ts";
import type { IssueWords } from "./copy.ts";
import type { ElsewhereItem } from "./elsewhere.ts";
import type { Newsletter, Sponsor } from "./publication.ts";
import type { SentIssue } from "./sent-issue.ts";
import type { DateTime } from "./time.ts";

/** A key quote as an issue carries it. */
export interface StoryQuote {
  readonly text: string;
  readonly speaker: { readonly name: string; readonly role: string | null } | null;
}

/** A related link as an issue carries it: to one of our articles, or a headline elsewhere with or without an address. */
export type StoryLink =
  | { readonly kind: "article"; readonly id: string; readonly headline: string; readonly address: string }
  | {
      readonly kind: "elsewhere";
      readonly headline: string;
      readonly url: string | null;
      readonly source: string | null;
      readonly section: string | null;
      readonly byline: string | null;
      readonly published: DateTime | null;
    };

/** What became of a story since its issue was sent. Before that, and when nothing did, it is `unchanged`. */
export type Since =
  | { readonly kind: "unchanged" }
  /** The words of the article are others now. */
  | { readonly kind: "changed" }
  /** Corrections that readers of the issue have not seen in it, newest first. */
  | { readonly kind: "corrected"; readonly corrections: readonly Correction[] }
  /** The article is not out any more. */
  | { readonly kind: "gone" };

/** A story in an issue, whole in itself: as the article stands, or as it stood when the issue was sent. */
export interface Story {
  /** The article's. */
  readonly id: string;
  /** `words` of the article that it carries; see `Article`. */
  readonly words: string;
  readonly headline: string;
  readonly standfirst: string | null;
  /** What the issue itself says about it, paragraphs parted by a blank line. */
  readonly text: string | null;
  /** Below the publication's root. */
  readonly address: string;
  readonly section: string | null;
  readonly language: string;
  readonly figure: Figure | null;
  readonly quotes: readonly StoryQuote[];
  readonly related: readonly StoryLink[];
  /** The article's corrections that the story already heeds, as RFC 3339 moments. */
  readonly heeded: readonly string[];
  /** Only its headline stands. */
  readonly short: boolean;
  /** An earlier issue told it; it is told again for its material update. */
  readonly again: boolean;
  readonly since: Since;
}

/** What an earlier issue said wrongly, told to the same readers. */
export interface IssueCorrection {
  /** The article's id; of an issue's own mistake, the issue's date. */
  readonly id: string;
  /** `null` for a story that was withdrawn. */
  readonly headline: string | null;
  /** Of the article, or of the issue's web copy: below the publication's root. */
  readonly address: string | null;
  readonly language: string;
  readonly at: DateTime;
  readonly kind: Correction["kind"];
  readonly text: string;
  /** The earlier issue. */
  readonly carried: { readonly number: number; readonly date: string };
}

/** One number of a newsletter. */
export interface Issue {
  readonly newsletter: Newsletter;
  /** A draft is what would be cut now; a frozen one is cut; of a sent one, everything is as its readers got it. */
  readonly kind: "draft" | "frozen" | "sent";
  readonly number: number;
  /** `yyyy-mm-dd` */
  readonly date: string;
  /** The day and time it goes out. */
  readonly moment: DateTime;
  /** Web copy, below the publication's root. */
  readonly address: string;
  /** Absolute. */
  readonly url: string;
  readonly subject: string;
  /** What a mailbox shows after the subject; never the subject, never the first line. */
  readonly preheader: string;
  readonly intro: string | null;
  readonly stories: readonly Story[];
  /** How many stories were withdrawn from every surface since the issue was cut. */
  readonly withdrawn: number;
  readonly sponsor: Sponsor | null;
  /** Headlines from saved feeds. */
  readonly elsewhere: readonly ElsewhereItem[];
  /** What earlier issues of this newsletter said wrongly. */
  readonly corrections: readonly IssueCorrection[];
  /** Notes on this issue itself, for its web copy, newest first. */
  readonly notes: readonly Correction[];
  /** Articles its editor saw and left out; `null`: all that were published before it. */
  readonly passedOver: readonly string[] | null;
  /** What its file says; `null` for a draft. */
  readonly frozen: IssueWords | null;
  /** The record of what was sent. */
  readonly sent: SentIssue | null;
}

/** A time at which a newsletter had nothing to send, and why. */
export interface SkippedIssue {
  readonly date: string;
  readonly reason: string;
}

export interface NewsletterIssues {
  readonly newsletter: Newsletter;
  readonly address: string;
  /** Newest first. */
  readonly issues: readonly Issue[];
  /** All that its saved feeds hold, newest first; an issue carries what is new in its window. Empty for a newsletter without saved feeds. */
  readonly elsewhere: readonly ElsewhereItem[];
  /** Corrections that the next issue owes its readers. */
  readonly owed: readonly IssueCorrection[];
  /** Ids of the stories told by the newsletters whose stories it leaves out. */
  readonly toldByOthers: readonly string[];
  /** Newest first. */
  readonly skipped: readonly SkippedIssue[];
  /** What would be cut now, or why nothing would be. */
  readonly next: { readonly kind: "issue"; readonly issue: Issue } | { readonly kind: "skipped"; readonly reason: string };
}
