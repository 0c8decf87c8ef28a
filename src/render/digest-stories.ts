import { absoluteUrl } from "../model/address.ts";
import type { Issue, Story, StoryLink } from "../model/issue.ts";
import { directionOf } from "../model/language.ts";
import type { Publication } from "../model/publication.ts";
import { wordsOf } from "../model/words.ts";
import { mailAddress, mailParagraphs, mailWords, mailWordsOrNone } from "./digest-words.ts";

/** A story as a mail shows it: absolute addresses, plain words, nothing that mail may not carry. */
export interface DigestStory {
  /** Whether only its headline is left, to keep the mail whole. */
  readonly short: boolean;
  readonly id: string;
  readonly headline: string;
  readonly url: string;
  readonly section: string | null;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly align: "left" | "right";
  /** The side on which a quotation's bar stands. */
  readonly side: "left" | "right";
  readonly picture: { readonly url: string; readonly alt: string; readonly width: number; readonly height: number } | null;
  readonly caption: string | null;
  readonly credit: string | null;
  readonly standfirst: string | null;
  /** What the issue itself says about it, by paragraphs. */
  readonly text: readonly string[];
  /** It was told before, and is told again for a material update. */
  readonly again: boolean;
  readonly quotes: readonly { readonly text: string; readonly speaker: string | null; readonly role: string | null }[];
  readonly related: readonly { readonly headline: string; readonly url: string | null; readonly about: string | null }[];
}

/** The stories of an issue for its mail. A picture without mail rights is left out; its words stay. */
export function digestStories(issue: Issue, publication: Publication): readonly DigestStory[] {
  return issue.stories.map((story) => toDigestStory(story, publication, issue.newsletter.language));
}

function toDigestStory(story: Story, publication: Publication, digestLanguage: string): DigestStory {
  const { figure, language } = story;
  const direction = directionOf(language);
  const align = direction === "rtl" ? "right" : "left";
  return {
    short: story.short,
    again: story.again,
    text: mailParagraphs(story.text),
    id: story.id,
    headline: mailWords(story.headline),
    url: absoluteUrl(publication.url, story.address),
    section: mailWordsOrNone(story.section),
    language,
    direction,
    align,
    side: align,
    picture:
      figure?.picture && figure.rights.mail
        ? {
            url: absoluteUrl(publication.url, figure.picture.jpeg.address),
            alt: mailWords(figure.alt),
            width: figure.picture.jpeg.width,
            height: figure.picture.jpeg.height,
          }
        : null,
    caption: mailWordsOrNone(figure?.caption ?? null),
    credit: mailWordsOrNone(figure?.credit ?? null),
    standfirst: mailWordsOrNone(story.standfirst),
    quotes: story.quotes.map(({ text, speaker }) => ({
      text: mailWords(text),
      speaker: mailWordsOrNone(speaker?.name ?? null),
      role: mailWordsOrNone(speaker?.role ?? null),
    })),
    related: story.related.map((link) => toDigestLink(link, publication, digestLanguage)),
  };
}

function toDigestLink(link: StoryLink, publication: Publication, language: string): DigestStory["related"][number] {
  switch (link.kind) {
    case "article":
      return { headline: mailWords(link.headline), url: absoluteUrl(publication.url, link.address), about: null };
    case "elsewhere": {
      const day = link.published?.setLocale(language).toFormat("d MMMM yyyy") ?? null;
      return {
        headline: mailWords(link.headline),
        url: link.url === null ? null : mailAddress(link.url),
        about: mailWordsOrNone([link.section, link.byline, link.source, day].filter((word) => word !== null).join(wordsOf(language).comma)),
      };
    }
  }
}
