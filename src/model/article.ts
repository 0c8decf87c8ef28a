import type { Picture } from "./picture.ts";
import type { Agency, Person, Section, Topic } from "./publication.ts";
import type { OpenHtml } from "./safe-html.ts";
import type { DateTime } from "./time.ts";

/** Who wrote it: one of our people (with a page), a guest by name, or an agency. */
export type Byline =
  | { readonly kind: "person"; readonly person: Person }
  | { readonly kind: "guest"; readonly name: string }
  | { readonly kind: "agency"; readonly agency: Agency };

/** The surfaces a picture may appear on, as they stand at the edition's moment. */
export interface Rights {
  readonly site: boolean;
  readonly feeds: boolean;
  readonly mail: boolean;
}

/** A picture with its words. `picture` is null where only the words came, as with pasted copy. */
export interface Figure {
  readonly picture: Picture | null;
  /** What is seen, for those who do not see it; empty only for a picture marked decorative. */
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
  readonly rights: Rights;
}

export interface Speaker {
  readonly name: string;
  readonly role: string | null;
}

/** Words between quotation marks in the body, and who said them. The text has no outer marks. */
export interface KeyQuote {
  readonly text: string;
  readonly speaker: Speaker | null;
  /** Why it was chosen, in words: "chosen by the editor", "a whole sentence of 12 words by …". */
  readonly why: string;
  /** The id of the paragraph in the body in which it stands; `null` where that has none. */
  readonly anchor: string | null;
  /** The page of all that its speaker said, below the publication's root; `null` for who is not named. */
  readonly page: string | null;
}

/** A quotation whose speaker the article does not tell apart from another. */
export interface AmbiguousQuote {
  readonly text: string;
  /** In a whole sentence: who it may be. */
  readonly note: string;
}

/** Another article, or a headline elsewhere with or without an address. */
export type RelatedLink =
  | {
      readonly kind: "article";
      readonly id: string;
      readonly headline: string;
      /** Below the publication's root. */
      readonly address: string;
      readonly published: DateTime;
      readonly section: Section | null;
      /** In words: "chosen by the editor", "both about ferry fares". */
      readonly why: string;
      /** How near it was found, 1 being the article itself; `null` when an editor chose it. */
      readonly score: number | null;
    }
  | {
      readonly kind: "elsewhere";
      readonly headline: string;
      readonly url: string | null;
      readonly source: string | null;
      readonly section: string | null;
      readonly byline: string | null;
      readonly published: DateTime | null;
      readonly why: string;
    };

/** A dated note on an article, shown wherever the article is shown. */
export interface Correction {
  readonly at: DateTime;
  readonly kind: "correction" | "clarification" | "update";
  readonly text: string;
}

/** One story, checked and compiled: what every surface shows. */
export interface Article {
  readonly id: string;
  /** The file it was read from, below the root. */
  readonly path: string;
  /** Below the publication's root: `/2026/11/ferry-fares/`. */
  readonly address: string;
  /** Absolute. */
  readonly url: string;
  /** Permanent id for feeds (RFC 4151). */
  readonly tag: string;
  readonly headline: string;
  readonly standfirst: string | null;
  readonly published: DateTime;
  /** A material change, if there was one. */
  readonly updated: DateTime | null;
  /** Whether the update is worth telling again to those who were told the story. */
  readonly material: boolean;
  /** Its editor wants it on top of an issue. */
  readonly lead: boolean;
  /** The newest of published, updated and the corrections. */
  readonly modified: DateTime;
  readonly section: Section | null;
  readonly topics: readonly Topic[];
  readonly byline: readonly Byline[];
  readonly dateline: string | null;
  readonly figure: Figure | null;
  readonly body: OpenHtml;
  /** The body as plain text, paragraphs parted by a blank line. */
  readonly text: string;
  readonly quotes: readonly KeyQuote[];
  readonly ambiguous: readonly AmbiguousQuote[];
  readonly related: readonly RelatedLink[];
  readonly corrections: readonly Correction[];
  /** SHA-256, in hex, of the words a reader gets (headline, standfirst, picture and its words, body as written): another hash, another version. */
  readonly words: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** Absolute; where it first appeared, when that was elsewhere. */
  readonly canonical: string | null;
}

/** A byline's name, as printed. */
export function bylineName(byline: Byline): string {
  switch (byline.kind) {
    case "person":
      return byline.person.name;
    case "guest":
      return byline.name;
    case "agency":
      return byline.agency.name;
  }
}
