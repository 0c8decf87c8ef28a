import { ar } from "./words/ar.ts";
import { de } from "./words/de.ts";
import { en } from "./words/en.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";
import { sw } from "./words/sw.ts";

/** The fixed words of the surfaces in one language. What stands in braces is filled in; see `fill`. */
export interface Words {
  readonly readOnTheWeb: string;
  /** An issue's number: `No. {number}`. */
  readonly number: string;
  /** Before the second headline in a mailbox's preview: `Also: {headline}`. */
  readonly also: string;
  readonly related: string;
  readonly moreStories: string;
  readonly elsewhere: string;
  readonly corrections: string;
  readonly correction: string;
  readonly clarification: string;
  readonly update: string;
  /** Where the error stood: `in No. {number}, {date}`. */
  readonly inIssue: string;
  readonly withdrawnStory: string;
  /** Over a story that is told again. */
  readonly updated: string;
  readonly advertisement: string;
  readonly picture: string;
  /** Over the numbered addresses of the text part. */
  readonly addresses: string;
  /** `You get this because you asked for {newsletter}.` */
  readonly whyYouGetThis: string;
  readonly unsubscribe: string;
  readonly earlierIssues: string;
  readonly feeds: string;
  readonly changedSinceSent: string;
  readonly goneSinceSent: string;
  /** A story, or some, are missing from the web copy. */
  readonly withdrawnSinceSent: string;
  readonly newerIssue: string;
  readonly olderIssue: string;
  readonly newsletter: string;
  readonly noIssueYet: string;
  /** `To receive it, write to {address}.` */
  readonly howToReceive: string;
}

const tables: Readonly<Record<string, Words>> = { ar, de, en, es, fr, sw };

/** The words of a language, by its BCP 47 tag; English where we have none. */
export function wordsOf(language: string): Words {
  return tables[(language.split("-")[0] ?? "").toLowerCase()] ?? en;
}

/** Puts values in the places that words keep for them: `fill("No. {number}", { number: 3 })`. */
export function fill(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
