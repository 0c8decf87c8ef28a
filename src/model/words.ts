import { ar } from "./words/ar.ts";
import { de } from "./words/de.ts";
import { en } from "./words/en.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";
import { sw } from "./words/sw.ts";

/** Words that go with a count, by the forms a language has for it. */
export type Counted = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** The fixed words of the surfaces in one language. What stands in braces is filled in; see `fill`. */
export interface Words {
  readonly readOnTheWeb: string;
  /** Between parts of a line, with its blank. */
  readonly comma: string;
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
  readonly skip: string;
  readonly sections: string;
  readonly section: string;
  readonly topics: string;
  readonly topic: string;
  readonly topicsAbout: string;
  readonly people: string;
  /** `Who writes {name}.` */
  readonly peopleAbout: string;
  readonly writer: string;
  readonly language: string;
  readonly archive: string;
  readonly archiveAbout: string;
  readonly newsletters: string;
  readonly newslettersAbout: string;
  /** `{name} by mail.` */
  readonly newslettersOf: string;
  readonly noNewsletterYet: string;
  readonly correctionsAbout: string;
  readonly nothingCorrected: string;
  /** `{address}` is a link. */
  readonly foundMistake: string;
  readonly withdrawal: string;
  /** `A story of {date}` */
  readonly storyOf: string;
  readonly storyWithdrawn: string;
  readonly more: string;
  /** `More from {name}:` */
  readonly moreFrom: string;
  readonly allStories: string;
  readonly feed: string;
  readonly newsByMail: string;
  readonly besideTheStory: string;
  readonly keyQuotes: string;
  readonly newest: string;
  readonly allByMonth: string;
  readonly byMail: string;
  readonly feedsForReaders: string;
  /** `How to follow {name} in a reader.` */
  readonly feedsAbout: string;
  readonly followInReader: string;
  readonly noneSoFar: string;
  readonly allCorrections: string;
  readonly nothingHere: string;
  readonly pages: string;
  readonly pageOf: string;
  readonly pageTitle: string;
  readonly listAbout: string;
  readonly laterStories: string;
  readonly earlierStories: string;
  readonly allMonths: string;
  readonly notHere: string;
  readonly notHereWhy: string;
  readonly frontPage: string;
  /** By the language's own forms of number (Unicode CLDR). */
  readonly storyCount: Counted;
  readonly whoSaidWhat: string;
  readonly whoSaidWhatAbout: string;
  readonly saidBy: string;
  readonly nobodyQuoted: string;
  readonly earlierInAlphabet: string;
  readonly laterInAlphabet: string;
  readonly namesake: string;
  readonly inTheStory: string;
  readonly laterQuotes: string;
  readonly earlierQuotes: string;
  readonly quoteCount: Counted;
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

/** Words for a count in the form its language wants. */
export function fillCount(words: Counted, count: number, language: string): string {
  return fill(words[new Intl.PluralRules(language).select(count)] ?? words.other, { count });
}
