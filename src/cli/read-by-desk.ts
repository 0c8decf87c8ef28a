import { type Around, readArticle } from "../content/article-copy.ts";
import { openPictures } from "../content/picture.ts";
import { walk } from "../content/walk.ts";
import { deskWarnings, withoutSilenced } from "../edition/desk/desk-warnings.ts";
import { quotesOf } from "../edition/key-quotes.ts";
import { type Problem, sortProblems } from "../model/problem.ts";
import type { Publication } from "../model/publication.ts";

/** What the desk would ask about one article's file, as it stands below a root. */
export async function readByDesk(root: string, file: string, publication: Publication): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const around: Around = { root, publication, pictures: openPictures(root, await walk(root, "content/images", [])) };
  const copy = await readArticle(file, around, problems);
  return sortProblems([
    ...problems,
    ...(copy === null ? [] : [...withoutSilenced(quotesOf(copy).problems, copy, publication), ...deskWarnings(copy, publication)]),
  ]);
}
