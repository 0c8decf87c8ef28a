import type { Article } from "../model/article.ts";
import type { Edition } from "../model/edition.ts";
import { type Problem, wholeFile } from "../model/problem.ts";
import { type FeedSource, feedSources, partnerRules } from "./feed-sources.ts";

/** Where feeds that go to a partner fall short of the partner's rules. Nothing is asked of the partner: only its published rules are compared. */
export function checkPartnerFeeds(edition: Edition): readonly Problem[] {
  return feedSources(edition).flatMap((source) => (source.partner === null ? [] : shortcomings(source, source.partner, edition)));
}

function shortcomings(source: FeedSource, partner: NonNullable<FeedSource["partner"]>, edition: Edition): readonly Problem[] {
  const rules = partnerRules[partner];
  const feed = `The feed ${source.address}feed.xml, which goes to ${rules.name},`;
  const shown = source.subjects.slice(0, source.items);
  const articles = shown.flatMap((subject) => (subject.kind === "article" ? [subject.article] : []));
  const unpictured = articles.filter((article) => !hasPicture(article, rules.picture));
  const unsigned = articles.filter(({ byline }) => byline.length === 0);
  const problems: Problem[] = [];
  const say = (message: string, hint: string) =>
    problems.push({
      code: "partner-feed",
      severity: "warning",
      place: wholeFile("content/publication.yaml"),
      message: `${feed} ${message}`,
      hint,
    });
  if (shown.length < rules.items)
    say(
      `has ${shown.length} items, and ${rules.name} wants ${rules.items}.`,
      source.items < rules.items
        ? `Raise its \`items\` to ${rules.items}.`
        : "Name a feed with more articles, such as the whole publication’s: /.",
    );
  if (source.content === "summary")
    say("carries summaries, and whole articles are wanted.", "Remove `content: summary` from its settings.");
  if (edition.publication.feeds.hub === null)
    say("names no hub, through which its news would arrive at once.", "Name one under `feeds`: hub: https://….");
  if (unpictured.length > 0)
    say(
      `has ${unpictured.length} of ${articles.length} articles without a picture of ${rules.picture} pixels or more on its smaller side: ${some(unpictured)}.`,
      "Give each a `figure` that is large enough and has the right to stand in feeds.",
    );
  if (unsigned.length > 0)
    say(`has ${unsigned.length} of ${articles.length} articles without an author: ${some(unsigned)}.`, "Give each a `byline`.");
  return problems;
}

function hasPicture({ figure }: Article, least: number): boolean {
  if (!figure?.picture || !figure.rights.feeds) return false;
  const { width, height } = figure.picture.jpeg;
  return Math.min(width, height) >= least;
}

function some(articles: readonly Article[]): string {
  const named = articles.slice(0, 3).map(({ headline }) => `“${headline}”`);
  const more = articles.length - named.length;
  return named.join(", ") + (more > 0 ? ` and ${more} more` : "");
}
