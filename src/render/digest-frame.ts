import { absoluteUrl, newsletterAddress } from "../model/address.ts";
import type { Edition } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import { directionOf } from "../model/language.ts";
import { unsubscribeMark } from "../model/mail-marks.ts";
import type { Sponsor } from "../model/publication.ts";
import { type DateTime, readMoment } from "../model/time.ts";
import { type Words, wordsOf } from "../model/words.ts";
import type { DigestStory } from "./digest-stories.ts";
import { mailAddress, mailParagraphs, mailWords, mailWordsOrNone } from "./digest-words.ts";

/** A link of the text part: its number in brackets, and the address that stands below the stories. */
interface Note {
  readonly number: number;
  readonly url: string;
}

interface DigestCorrection {
  readonly headline: string;
  readonly url: string | null;
  readonly kind: string;
  readonly text: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly number: number;
  readonly moment: DateTime | null;
}

interface DigestHeadline {
  readonly headline: string;
  readonly url: string;
  readonly source: string;
  readonly standfirst: string | null;
}

interface DigestSponsor {
  readonly label: string;
  readonly name: string;
  readonly text: string;
  readonly url: string;
  readonly host: string;
  readonly position: Sponsor["position"];
}

/** All that the digest's templates may show, as plain words: nothing of the model itself gets into a mail. */
export interface DigestFrame {
  readonly words: Words;
  readonly subject: string;
  readonly preheader: string;
  readonly newsletter: string;
  readonly publication: string;
  readonly moment: Issue["moment"];
  readonly number: number;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly align: "left" | "right";
  readonly colours: { readonly ink: string; readonly accent: string; readonly sea: string };
  readonly intro: readonly string[];
  readonly stories: readonly DigestStory[];
  /** Stories of which only the headline stands. */
  readonly shorts: readonly DigestStory[];
  readonly elsewhere: readonly DigestHeadline[];
  readonly corrections: readonly DigestCorrection[];
  readonly sponsor: DigestSponsor | null;
  readonly footer: readonly string[];
  readonly online: string;
  readonly archive: string;
  readonly feeds: string;
  readonly unsubscribe: string;
  /** The number of an address among the notes. */
  readonly noteOf: (url: string) => number;
  readonly notes: readonly Note[];
}

/** Prepares an issue for its templates. A draft has no web copy yet, so its link leads to the front page. */
export function digestFrame(issue: Issue, edition: Edition, stories: readonly DigestStory[]): DigestFrame {
  const { publication } = edition;
  const { newsletter } = issue;
  const { language } = newsletter;
  const words = wordsOf(language);
  const direction = directionOf(language);
  const elsewhere = issue.elsewhere.map(({ headline, url, source, standfirst }) => ({
    headline: mailWords(headline),
    url: mailAddress(url),
    source: mailWords(source),
    standfirst: mailWordsOrNone(standfirst),
  }));
  const linked = [...stories.flatMap(({ related }) => related.map(({ url }) => url)), ...elsewhere.map(({ url }) => url)];
  const numbers = new Map<string, number>();
  for (const url of linked) if (url !== null && !numbers.has(url)) numbers.set(url, numbers.size + 1);
  return {
    words,
    subject: mailWords(issue.subject),
    preheader: mailWords(issue.preheader),
    newsletter: mailWords(newsletter.name),
    publication: mailWords(publication.name),
    moment: issue.moment,
    number: issue.number,
    language,
    direction,
    align: direction === "rtl" ? "right" : "left",
    colours: publication.colours,
    intro: mailParagraphs(issue.intro),
    stories: stories.filter((story) => !story.short),
    shorts: stories.filter((story) => story.short),
    elsewhere,
    corrections: issue.corrections.map((correction) => ({
      headline: correction.headline === null ? words.withdrawnStory : mailWords(correction.headline),
      url: correction.address === null ? null : absoluteUrl(publication.url, correction.address),
      kind: words[correction.kind],
      text: mailWords(correction.text),
      language: correction.language,
      direction: directionOf(correction.language),
      number: correction.carried.number,
      moment: readMoment(correction.carried.date, publication.zone),
    })),
    sponsor: issue.sponsor && digestSponsor(issue.sponsor, words),
    footer: mailParagraphs(newsletter.footer ?? publication.contact.address),
    online: issue.kind === "draft" ? publication.url : issue.url,
    archive: absoluteUrl(publication.url, newsletterAddress(newsletter.id)),
    feeds: absoluteUrl(publication.url, "/feeds/"),
    unsubscribe: unsubscribeMark,
    noteOf: (url) => numbers.get(url) ?? 0,
    notes: [...numbers].map(([url, number]) => ({ number, url })),
  };
}

function digestSponsor({ label, name, text, url, position }: Sponsor, words: Words): DigestSponsor {
  return {
    label: mailWords(label ?? words.advertisement),
    name: mailWords(name),
    text: mailWords(text),
    url: mailAddress(url),
    host: new URL(url).host,
    position,
  };
}
