import type { Near } from "./nearest-articles.ts";

/** In a newsroom of one article two would have to be so much alike; in one of four times as many, half as much is worth the same. */
const likenessOfOne = 0.35;
const mostAsked = 0.05;
/** A link is not worth showing beside one that is twenty times as near. */
const besideNearest = 0.05;

/**
 * The likeness (cosine, 0 to 1) from which on two articles in a newsroom of so many are worth linking. It falls with the root of their number: a
 * shared word weighs less the more articles hold it. Steps of two keep it still when an article comes or goes.
 */
export function likenessWorthLinking(articles: number): number {
  return Math.min(mostAsked, likenessOfOne / Math.sqrt(2 ** Math.round(Math.log2(Math.max(1, articles)))));
}

/** Of an article's neighbours those that are near enough to be shown; one linked in the text, or linking here, always is. */
export function worthLinking(near: readonly Near[], least: number, linked: ReadonlySet<number>): readonly Near[] {
  const nearest = near.reduce((most, { other, score }) => Math.max(most, linked.has(other) ? 0 : score), 0);
  return near.filter(({ other, score, likeness }) => linked.has(other) || (likeness >= least && score >= nearest * besideNearest));
}
