import path from "node:path";
import type { PageCopy } from "../model/copy.ts";
import type { Problem } from "../model/problem.ts";
import type { Around } from "./article-copy.ts";
import { checkKeys, renameKeys } from "./check-keys.ts";
import { complain, type Report, readCopyFile } from "./copy-file.ts";
import { renderBody } from "./markdown.ts";
import { pageAliases, pageKeys, pageSchema } from "./schema.ts";
import { slugOf } from "./slug.ts";

const reserved = new Set(
  "sections topics people speakers archive search newsletters feeds languages corrections images assets 404 pagefind page".split(" "),
);

/** A page that is no article from its file; `null`, with problems, when it cannot be read. */
export async function readPage(file: string, around: Around, problems: Problem[]): Promise<PageCopy | null> {
  const copy = await readCopyFile(around.root, file, problems);
  if (copy === null) return null;
  const front = renameKeys(copy.front, pageAliases, problems);
  const given = checkKeys(front, pageSchema, pageKeys, problems);
  if (given === null) return null;
  const report: Report = { place: front.place, problems };
  const body = await renderBody(copy.body, given.headline, around.pictures, copy.placeOfLine, problems);
  const headline = given.headline ?? body.headline;
  const wanted = given.slug ?? path.posix.parse(file).name;
  const slug = slugOf(wanted);
  if (slug === "" || (given.slug !== null && given.slug !== slug)) {
    complain(
      report,
      "unsafe-slug",
      ["slug"],
      `“${wanted}” cannot be part of an address.`,
      `Use small letters from a to z, digits and hyphens${slug === "" ? "" : `, such as ${slug}`}.`,
    );
  } else if (reserved.has(slug) || /^\d{4}$/.test(slug)) {
    complain(
      report,
      "reserved-address",
      ["slug"],
      `/${slug}/ is an address the publication needs itself.`,
      "Give the page another `slug:`.",
    );
  }
  if (headline === null)
    return complain(
      report,
      "headline-missing",
      [],
      "This page has no headline.",
      "Add `headline:` to the front matter, or begin the body with “# ” and the headline.",
    );
  return { slug, file, headline, standfirst: given.standfirst, body: body.html };
}
