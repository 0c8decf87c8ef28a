import type { Article } from "../model/article.ts";
import type { Edition } from "../model/edition.ts";

/** A section on the front page: one story with its picture, then headlines. */
export interface Strip {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly feature: Article | null;
  readonly rest: readonly Article[];
}

/** What stands where on the front page. No story stands in two places, but for the list of the newest. */
export interface FrontPage {
  readonly lead: Article | null;
  readonly second: readonly Article[];
  readonly below: readonly Article[];
  readonly strips: readonly Strip[];
  readonly latest: readonly Article[];
}

/** How far back a picture may pull an older story to the top. */
const leadCandidates = 6;

/** Lays out the front page: the newest story with a picture leads, unless the newest pictures are old. */
export function frontPage(edition: Edition): FrontPage {
  const { articles, publication } = edition;
  const inOurLanguage = (article: Article) => article.language === publication.language;
  const newest = articles.slice(0, leadCandidates);
  const lead =
    newest.find((article) => showsPicture(article) && inOurLanguage(article)) ?? newest.find(inOurLanguage) ?? articles[0] ?? null;
  const others = articles.slice(0, 8).filter((article) => article !== lead);
  const second = others.slice(0, 5);
  const below = others.slice(5, 7);
  const shown = new Set([lead, ...second, ...below]);
  const strips = edition.sections.flatMap(({ subject, address, articles: listed }) => {
    const left = listed.slice(0, shown.size + 4).filter((article) => !shown.has(article));
    const stories = left.slice(0, 4);
    const feature = stories.find((article) => showsPicture(article)) ?? null;
    const rest = stories.filter((article) => article !== feature);
    return stories.length === 0 ? [] : [{ id: subject.id, name: subject.name, address, feature, rest }];
  });
  return { lead, second, below, strips, latest: articles.slice(0, 8) };
}

/** Whether readers of the site get to see the article's picture, by what is there and by its rights. */
export function showsPicture(article: Article): boolean {
  return article.figure?.picture != null && article.figure.rights.site;
}
