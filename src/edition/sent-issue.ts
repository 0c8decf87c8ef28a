import type { Issue, Story } from "../model/issue.ts";
import type { SentIssue, SentStory } from "../model/sent-issue.ts";
import { type DateTime, isoMoment } from "../model/time.ts";

/**
 * The record of a frozen issue whose sending begins: everything that its web copy and its mail are made of.
 * @param sending.mail SHA-256, in hex, of the neutral mail's two parts
 * @throws Error for a draft, which nothing is ever sent of
 */
export function sentIssue(
  issue: Issue,
  sending: { readonly at: DateTime; readonly mail: { readonly html: string; readonly text: string } },
): SentIssue {
  if (issue.frozen === null) throw new Error("A draft cannot be sent: freeze it first.");
  return {
    newsletter: issue.newsletter.id,
    date: issue.date,
    at: isoMoment(sending.at),
    mail: sending.mail,
    number: issue.number,
    subject: issue.subject,
    preheader: issue.preheader,
    intro: issue.intro,
    stories: issue.stories.map(toSentStory),
    sponsor: issue.sponsor,
    elsewhere: issue.elsewhere.map((item) => ({ ...item, published: momentOrNone(item.published) })),
    corrections: issue.corrections.map((correction) => ({ ...correction, at: isoMoment(correction.at) })),
    frozen: issue.frozen,
  };
}

function toSentStory(story: Story): SentStory {
  const { since, figure, related, ...plain } = story;
  return {
    ...plain,
    figure: figure && { ...figure, picture: figure.picture && { src: figure.picture.src, hash: figure.picture.hash } },
    related: related.map((link) => (link.kind === "article" ? link : { ...link, published: momentOrNone(link.published) })),
  };
}

function momentOrNone(moment: DateTime | null): string | null {
  return moment === null ? null : isoMoment(moment);
}
