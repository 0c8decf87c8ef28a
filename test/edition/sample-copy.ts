import { deskWarnings } from "../../src/edition/desk/desk-warnings.ts";
import type { ArticleCopy, FigureCopy } from "../../src/model/copy.ts";
import type { Place } from "../../src/model/problem.ts";
import type { Publication } from "../../src/model/publication.ts";
import type { OpenHtml } from "../../src/model/safe-html.ts";
import { moment, samplePublication } from "../render/sample-edition.ts";

/** An article as the content room gives it; give what matters to the test. Offsets of the body are its columns. */
export function sampleCopy(given: Partial<ArticleCopy> = {}): ArticleCopy {
  const text = given.text ?? "Words.";
  const place = (column: number): Place => ({ file: "content/articles/a.md", line: 1, column, source: null });
  return {
    id: "a",
    slug: "a",
    file: "content/articles/a.md",
    place: () => place(1),
    bodyPlace: (offset) => ({ ...place(offset + 1), line: 2, source: text }),
    anchorAt: () => null,
    headline: "Headline",
    standfirst: null,
    published: moment("2024-11-12T06:00"),
    updated: null,
    material: false,
    lead: false,
    section: null,
    topics: [],
    byline: [],
    dateline: null,
    figure: null,
    body: `<p>${text}</p>` as OpenHtml,
    text,
    words: text,
    bodyPictures: [],
    bodyLinks: [],
    quotes: null,
    related: [],
    corrections: [],
    status: "published",
    kill: null,
    embargo: null,
    language: "en",
    canonical: null,
    formerly: [],
    silence: [],
    ...given,
  };
}

export const sampleFigure: FigureCopy = {
  picture: null,
  alt: "A white ferry.",
  caption: "The ferry on its last crossing.",
  credit: "Ivo Marr",
  rights: { site: true, feeds: true, mail: true, until: null },
};

/** What the desk says of an article, as `rule: message`. */
export function deskSays(given: Partial<ArticleCopy>, settings: Partial<Publication["desk"]> = {}): readonly string[] {
  const publication = { ...samplePublication, desk: { ...samplePublication.desk, ...settings } };
  return deskWarnings(sampleCopy(given), publication).map(({ code, message }) => `${code}: ${message}`);
}
