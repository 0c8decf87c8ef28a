import type { Article, Correction } from "./article.ts";
import type { NewsletterIssues } from "./issue.ts";
import type { Picture } from "./picture.ts";
import type { Language, Person, Publication, Section, Topic } from "./publication.ts";
import type { OpenHtml } from "./safe-html.ts";
import type { DateTime } from "./time.ts";

/** A subject and its articles, newest first. */
export interface Listing<Subject> {
  readonly subject: Subject;
  /** Below the publication's root, with a slash at both ends. */
  readonly address: string;
  readonly articles: readonly Article[];
}

export interface Month {
  /** `2026-11` */
  readonly key: string;
  readonly first: DateTime;
  readonly address: string;
  readonly articles: readonly Article[];
}

export interface StaticPage {
  readonly address: string;
  readonly headline: string;
  readonly standfirst: string | null;
  readonly body: OpenHtml;
}

export interface Redirect {
  /** Below the publication's root. */
  readonly from: string;
  readonly to: string;
}

/** What one person said in one article, in its order. */
export interface SpokenIn {
  readonly article: Article;
  /** Each verbatim, with the id of its paragraph in the article's body. */
  readonly quotes: readonly { readonly text: string; readonly anchor: string | null }[];
}

/** A person and all they were quoted with. */
export interface SpeakerListing {
  readonly id: string;
  readonly name: string;
  /** As the articles give them, the newest first, each once. */
  readonly roles: readonly string[];
  /** Below the publication's root. */
  readonly address: string;
  /** Newest first. */
  readonly spoken: readonly SpokenIn[];
  /** How many quotations that is. */
  readonly count: number;
  /** Others of this name, who hold other offices and are not this person as far as anybody said. */
  readonly namesakes: readonly { readonly address: string; readonly roles: readonly string[] }[];
}

/** An article with its correction, for the corrections page. */
export interface CorrectionNote {
  readonly article: Article;
  readonly correction: Correction;
}

/** The notice that a killed article leaves: nothing of the article itself. */
export interface Withdrawal {
  /** Permanent id of the notice, which is not the article's. */
  readonly tag: string;
  readonly at: DateTime;
  /** When the article had been published. */
  readonly published: DateTime;
  /** The newsroom's own words, if it gave some. */
  readonly text: string | null;
}

/** Everything publishable at one moment: the only model that surfaces are made from. Frozen. */
export interface Edition {
  readonly publication: Publication;
  readonly asOf: DateTime;
  /** All published articles, newest first. */
  readonly articles: readonly Article[];
  /** One for each section of the publication, in its order. */
  readonly sections: readonly Listing<Section>[];
  /** By name. */
  readonly topics: readonly Listing<Topic>[];
  /** In the publication's order; those who wrote nothing yet too. */
  readonly people: readonly Listing<Person>[];
  /** The publication's own first, then by tag; none when all articles are in one language. */
  readonly languages: readonly Listing<Language>[];
  /** Everyone named who was quoted, by name. */
  readonly speakers: readonly SpeakerListing[];
  /** Newest first. */
  readonly months: readonly Month[];
  readonly newsletters: readonly NewsletterIssues[];
  readonly pages: readonly StaticPage[];
  /** Newest first. */
  readonly corrections: readonly CorrectionNote[];
  /** What was killed and leaves a notice, newest first. */
  readonly withdrawals: readonly Withdrawal[];
  /** Every picture that some surface shows, by src. */
  readonly pictures: readonly Picture[];
  readonly redirects: readonly Redirect[];
}
