import { bylineName } from "../../model/article.ts";
import type { ArticleCopy } from "../../model/copy.ts";
import type { DeskRule } from "../../model/desk-rules.ts";
import type { Problem } from "../../model/problem.ts";
import type { Publication } from "../../model/publication.ts";
import { acronymsUndefined } from "./acronyms.ts";
import { doubledWords } from "./doubled-words.ts";
import { figureWords } from "./figure-words.ts";
import { headlineNumbers } from "./headline-numbers.ts";
import { nameSpellings } from "./name-spellings.ts";
import { passagesOf } from "./passages.ts";
import { relativeDates } from "./relative-dates.ts";
import { weekdaysOfDates } from "./weekdays.ts";

/**
 * What a copy desk would ask about an article, as warnings: nothing is changed, and nothing between quotation marks is questioned.
 * The rules about words know English; those about pictures, numbers and the calendar any language. What the article silences is left out.
 */
export function deskWarnings(copy: ArticleCopy, publication: Publication): readonly Problem[] {
  const passages = passagesOf(copy);
  const problems: Problem[] = [...figureWords(copy), ...headlineNumbers(passages, copy.published)];
  for (const passage of passages) problems.push(...weekdaysOfDates(passage, copy.published, copy.language));
  if (/^en(?:-|$)/i.test(copy.language)) {
    const seen = new Set<string>();
    for (const passage of passages) problems.push(...doubledWords(passage), ...relativeDates(passage, copy.published, seen));
    problems.push(...nameSpellings(passages), ...acronymsUndefined(passages, knownHere(copy, publication)));
  }
  return withoutSilenced(problems, copy, publication);
}

/** What is left of the problems of an article when its editor and its newsroom have answered some. */
export function withoutSilenced(problems: readonly Problem[], copy: ArticleCopy, publication: Publication): readonly Problem[] {
  const silenced = new Set<string>([...copy.silence, ...publication.desk.silence] satisfies readonly DeskRule[]);
  return silenced.size === 0 ? problems : problems.filter(({ code }) => !silenced.has(code));
}

/** Words in capitals that this newsroom and this article need not explain. */
function knownHere(copy: ArticleCopy, publication: Publication): ReadonlySet<string> {
  const names = [
    ...publication.agencies.map(({ name }) => name),
    ...copy.byline.map(bylineName),
    copy.figure?.credit ?? "",
    publication.name,
  ];
  return new Set([...publication.desk.acronyms, ...names.flatMap((name) => name.match(/\p{Lu}{2,}/gu) ?? [])]);
}
