import type { Edition } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import { directionOf } from "../model/language.ts";
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
  const places = new Map(edition.articles.map(({ id, address }) => [id, address]));
  return {
    issue: {
      ...issue,
      intro: paragraphs(issue.intro),
      stories: issue.stories.map((story) => ({
        ...story,
        direction: directionOf(story.language),
        text: paragraphs(story.text),
        address: places.get(story.id) ?? null,
        related: story.related.flatMap((link): readonly PageLink[] => {
          if (link.kind === "elsewhere") return [{ headline: link.headline, url: link.url, address: null }];
          const address = places.get(link.id);
          return address === undefined ? [] : [{ headline: link.headline, url: null, address }];
        }),
      })),
    },
  };
}
