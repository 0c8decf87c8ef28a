import { issueAddress } from "../model/address.ts";
import type { Edition } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import { directionOf } from "../model/language.ts";
import { readMoment } from "../model/time.ts";
import { wordsOf } from "../model/words.ts";
import { paragraphs } from "./paragraphs.ts";

interface PageLink {
  readonly headline: string;
  /** Elsewhere. */
  readonly url: string | null;
  /** Below the publication's root. */
  readonly address: string | null;
}

/** An issue for its web copy. Its words are the issue's; its links lead to where the stories are now, and to nothing that is not out. */
export function issuePage(issue: Issue, edition: Edition) {
  const { zone } = edition.publication;
  const { newsletter } = issue;
  const places = new Map(edition.articles.map(({ id, address }) => [id, address]));
  const issues = edition.newsletters.find((one) => one.newsletter.id === newsletter.id)?.issues ?? [];
  const at = issues.findIndex(({ date }) => date === issue.date);
  const stories = issue.stories.map((story) => ({
    ...story,
    direction: directionOf(story.language),
    text: paragraphs(story.text),
    address: places.get(story.id) ?? null,
    related: story.related.flatMap((link): readonly PageLink[] => {
      if (link.kind === "elsewhere") return [{ headline: link.headline, url: link.url, address: null }];
      const address = places.get(link.id);
      return address === undefined ? [] : [{ headline: link.headline, url: null, address }];
    }),
  }));
  return {
    words: wordsOf(newsletter.language),
    issue: {
      ...issue,
      intro: paragraphs(issue.intro),
      stories: stories.filter(({ short }) => !short),
      shorts: stories.filter(({ short }) => short),
      corrections: issue.corrections.map((correction) => ({
        ...correction,
        direction: directionOf(correction.language),
        // An issue's own mistake has the issue's date for its id.
        address:
          places.get(correction.id) ?? (correction.id === correction.carried.date ? issueAddress(newsletter.id, correction.id) : null),
        moment: readMoment(correction.carried.date, zone),
      })),
    },
    newer: at > 0 ? (issues[at - 1] ?? null) : null,
    older: issues[at + 1] ?? null,
  };
}
