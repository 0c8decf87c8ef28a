import type { Edition } from "../model/edition.ts";
import { type FeedSource, renderFeeds } from "./feeds.ts";

/** The feeds of an edition: the whole publication and each section. */
export function feedSources(edition: Edition): readonly FeedSource[] {
  const { publication } = edition;
  const whole: FeedSource = {
    title: publication.name,
    description: publication.description,
    address: "/",
    language: publication.language,
    articles: edition.articles,
  };
  const sections = edition.sections.map(({ subject, address, articles }) => ({
    title: `${publication.name}: ${subject.name}`,
    description: subject.description ?? `${subject.name} in ${publication.name}`,
    address,
    language: publication.language,
    articles,
  }));
  return [whole, ...sections];
}

/** Every feed document with its address. */
export function renderEveryFeed(
  edition: Edition,
  sizeOf: (address: string) => number,
): readonly { readonly address: string; readonly text: string }[] {
  return feedSources(edition).flatMap((source) => {
    const { rss, atom, json } = renderFeeds(source, edition, sizeOf);
    return [
      { address: `${source.address}feed.xml`, text: rss },
      { address: `${source.address}atom.xml`, text: atom },
      { address: `${source.address}feed.json`, text: json },
    ];
  });
}
