import { absoluteUrl, newsletterAddress } from "../model/address.ts";
import type { Edition } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import { directionOf } from "../model/language.ts";
import { unsubscribeMark } from "../model/mail-marks.ts";
import type { DigestStory } from "./digest-stories.ts";
import { mailAddress, mailParagraphs, mailWords } from "./digest-words.ts";

/** A link of the text part: its number in brackets, and the address that stands below the stories. */
interface Note {
  readonly number: number;
  readonly url: string;
}

/** All that the digest's templates may show, as plain words: nothing of the model itself gets into a mail. */
export interface DigestFrame {
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
  /** Stories of which only the headline is left. */
  readonly shorts: readonly DigestStory[];
  readonly sponsor: {
    readonly label: string;
    readonly name: string;
    readonly text: string;
    readonly url: string;
    readonly host: string;
  } | null;
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
  const { newsletter, sponsor } = issue;
  const direction = directionOf(publication.language);
  const numbers = new Map<string, number>();
  for (const { related } of stories) {
    for (const { url } of related) if (url !== null && !numbers.has(url)) numbers.set(url, numbers.size + 1);
  }
  return {
    subject: mailWords(issue.subject),
    preheader: mailWords(issue.preheader),
    newsletter: mailWords(newsletter.name),
    publication: mailWords(publication.name),
    moment: issue.moment,
    number: issue.number,
    language: publication.language,
    direction,
    align: direction === "rtl" ? "right" : "left",
    colours: publication.colours,
    intro: mailParagraphs(issue.intro),
    stories: stories.filter((story) => !story.short),
    shorts: stories.filter((story) => story.short),
    sponsor:
      sponsor === null
        ? null
        : {
            label: mailWords(sponsor.label ?? "Advertisement"),
            name: mailWords(sponsor.name),
            text: mailWords(sponsor.text),
            url: mailAddress(sponsor.url),
            host: new URL(sponsor.url).host,
          },
    footer: mailParagraphs(newsletter.footer ?? publication.contact.address),
    online: issue.kind !== "draft" ? issue.url : publication.url,
    archive: absoluteUrl(publication.url, newsletterAddress(newsletter.id)),
    feeds: absoluteUrl(publication.url, "/feeds/"),
    unsubscribe: unsubscribeMark,
    noteOf: (url) => numbers.get(url) ?? 0,
    notes: [...numbers].map(([url, number]) => ({ number, url })),
  };
}
