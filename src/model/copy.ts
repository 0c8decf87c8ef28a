import type { Byline, Correction, Speaker } from "./article.ts";
import type { DeskRule } from "./desk-rules.ts";
import type { ElsewhereItem } from "./elsewhere.ts";
import type { SkippedIssue } from "./issue.ts";
import type { Picture } from "./picture.ts";
import type { Place } from "./problem.ts";
import type { Publication, Section, Sponsor, Topic } from "./publication.ts";
import type { OpenHtml } from "./safe-html.ts";
import type { SentElsewhere, SentIssue } from "./sent-issue.ts";
import type { DateTime } from "./time.ts";

/** Where a value stands in the file, by its way through the YAML: `["quotes", 0, "text"]`; `[]` is the file's first line. */
export type FindPlace = (way: readonly (string | number)[]) => Place;

export interface FigureCopy {
  readonly picture: Picture | null;
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
  readonly rights: { readonly site: boolean; readonly feeds: boolean; readonly mail: boolean; readonly until: DateTime | null };
}

/** A related link as written: one of our articles by id, or a headline elsewhere. */
export type RelatedCopy =
  | { readonly kind: "article"; readonly id: string }
  | {
      readonly kind: "elsewhere";
      readonly headline: string;
      readonly url: string | null;
      readonly source: string | null;
      readonly section: string | null;
      readonly byline: string | null;
      readonly published: DateTime | null;
    };

/** A key quote as its editor wrote it: proved against the body later. */
export interface QuoteCopy {
  readonly text: string;
  readonly speaker: Speaker | null;
}

/** One article file, checked alone: what stands in it is true, how it fits with the others is not yet known. */
export interface ArticleCopy {
  readonly id: string;
  /** The last part of its address. */
  readonly slug: string;
  /** Path below the root. */
  readonly file: string;
  readonly place: FindPlace;
  /** Where an offset into `text` stands in the file. */
  readonly bodyPlace: (offset: number) => Place;
  /** The id of the paragraph in `body` that holds an offset into `text`; `null` where it has none. */
  readonly anchorAt: (offset: number) => string | null;
  readonly headline: string;
  readonly standfirst: string | null;
  readonly published: DateTime;
  readonly updated: DateTime | null;
  readonly material: boolean;
  readonly lead: boolean;
  readonly section: Section | null;
  readonly topics: readonly Topic[];
  readonly byline: readonly Byline[];
  readonly dateline: string | null;
  readonly figure: FigureCopy | null;
  readonly body: OpenHtml;
  readonly text: string;
  /** Pictures that stand in the body. */
  readonly bodyPictures: readonly Picture[];
  /** The addresses that links in the body lead to, as written. */
  readonly bodyLinks: readonly string[];
  /** `null`: look for them in the body. */
  readonly quotes: readonly QuoteCopy[] | null;
  readonly related: readonly RelatedCopy[];
  readonly corrections: readonly Correction[];
  /** SHA-256, in hex, of the words a reader gets; see `Article`. */
  readonly words: string;
  readonly status: "draft" | "published" | "killed";
  /** When it was killed, and what readers are told. */
  readonly kill: { readonly at: DateTime; readonly text: string | null } | null;
  readonly embargo: DateTime | null;
  readonly language: string;
  readonly canonical: string | null;
  /** Old addresses below the publication's root, each with its slashes. */
  readonly formerly: readonly string[];
  /** Rules of the desk that the editor has answered. */
  readonly silence: readonly DeskRule[];
}

/** A page that is no article: about, contact, privacy. */
export interface PageCopy {
  readonly slug: string;
  readonly file: string;
  readonly headline: string;
  readonly standfirst: string | null;
  readonly body: OpenHtml;
}

export interface StoryCopy {
  readonly id: string;
  readonly headline: string | null;
  readonly standfirst: string | null;
  /** The issue's own words on it, paragraphs parted by a blank line. */
  readonly text: string | null;
  /** Only its headline stands. */
  readonly short: boolean;
}

/** What an issue's file says that readers get. After sending, nothing of it may change. */
export interface IssueWords {
  readonly number: number;
  readonly subject: string;
  readonly preheader: string | null;
  readonly intro: string | null;
  readonly stories: readonly StoryCopy[];
  readonly sponsor: Sponsor | null;
  /** Moments are RFC 3339. */
  readonly elsewhere: readonly SentElsewhere[];
}

/** A frozen issue: `content/issues/<newsletter>/<date>.yaml`. */
export interface IssueCopy extends IssueWords {
  readonly file: string;
  readonly place: FindPlace;
  /** Id of its newsletter, from the folder. */
  readonly newsletter: string;
  /** `yyyy-mm-dd`, from the file's name. */
  readonly date: string;
  /** Notes on the issue itself, for its web copy. */
  readonly corrections: readonly Correction[];
  /** Articles an editor saw and left out; `null` when the issue does not say. */
  readonly passedOver: readonly string[] | null;
}

/** What the saved feeds of a newsletter hold. */
export interface ElsewhereCopy {
  /** Id of the newsletter. */
  readonly newsletter: string;
  /** Each address once, newest first, what has no date last. */
  readonly items: readonly ElsewhereItem[];
}

/** The times at which a newsletter had nothing to send: `content/issues/<newsletter>/skipped.yaml`. */
export interface SkippedCopy {
  readonly newsletter: string;
  readonly skipped: readonly SkippedIssue[];
}

/** The record of what was sent, and those of its pictures that are still there. */
export interface SentCopy {
  readonly file: string;
  readonly sent: SentIssue;
  /** By their file below content/images; a file with other bytes than those sent is not here. */
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** Everything below `content/`, read and checked file by file. */
export interface Newsroom {
  readonly publication: Publication;
  readonly articles: readonly ArticleCopy[];
  readonly pages: readonly PageCopy[];
  readonly issues: readonly IssueCopy[];
  /** One for each newsletter that selects from saved feeds. */
  readonly elsewhere: readonly ElsewhereCopy[];
  readonly sent: readonly SentCopy[];
  readonly skipped: readonly SkippedCopy[];
}
