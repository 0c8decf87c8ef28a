import type { Newsroom } from "../model/copy.ts";
import { type Problem, wholeFile } from "../model/problem.ts";

/** Feeds the settings ask for that no article belongs in: most likely a slip of the pen, which only all articles together can show. */
export function checkFeedChoices({ publication, articles }: Newsroom): readonly Problem[] {
  const known = new Set([
    ...articles.flatMap((copy) => copy.topics.map(({ id }) => `topics/${id}`)),
    ...articles.map((copy) => `languages/${copy.language.toLowerCase()}`),
  ]);
  return publication.feeds.each
    .filter(({ feed }) => /^(?:topics|languages)\//.test(feed) && !known.has(feed))
    .map(({ feed }) => ({
      code: "feed-without-articles",
      severity: "warning",
      place: wholeFile("content/publication.yaml"),
      message: `The feed ${feed} is asked for under \`feeds\`, and no article belongs in it, so it is not made.`,
      hint: "Correct its name, or remove it until there is an article.",
    }));
}
