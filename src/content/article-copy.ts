import { createHash } from "node:crypto";
import path from "node:path";
import type { ArticleCopy, QuoteCopy, RelatedCopy } from "../model/copy.ts";
import type { Problem } from "../model/problem.ts";
import type { Publication, Section, Topic } from "../model/publication.ts";
import { DateTime } from "../model/time.ts";
import { checkKeys, renameKeys } from "./check-keys.ts";
import { columnOf } from "./column-of.ts";
import { complain, languageOf, momentOf, type Report, readCopyFile, webAddress } from "./copy-file.ts";
import { renderBody } from "./markdown.ts";
import { suggest } from "./nearest.ts";
import type { Pictures } from "./picture.ts";
import { readByline } from "./read-byline.ts";
import { readFigure } from "./read-figure.ts";
import { readSilence } from "./read-silence.ts";
import { aliases, articleKeys, articleSchema } from "./schema.ts";
import { slugOf } from "./slug.ts";

/** What reading an article needs of the newsroom around it. */
export interface Around {
  readonly root: string;
  readonly publication: Publication;
  readonly pictures: Pictures;
}

/** One article from its file; `null`, with problems, when its meaning would have to be guessed. */
export async function readArticle(file: string, around: Around, problems: Problem[]): Promise<ArticleCopy | null> {
  const { root, publication, pictures } = around;
  const { zone } = publication;
  const copy = await readCopyFile(root, file, problems);
  if (copy === null) return null;
  const front = renameKeys(copy.front, aliases, problems);
  const given = checkKeys(front, articleSchema, articleKeys, problems);
  if (given === null) return null;
  const { place } = front;
  const report: Report = { place, problems };

  const body = await renderBody(copy.body, given.headline, pictures, copy.placeOfLine, problems);
  const headline = given.headline ?? body.headline;
  if (headline === null)
    complain(
      report,
      "headline-missing",
      [],
      "This article has no headline.",
      "Add `headline:` to the front matter, or begin the body with “# ” and the headline.",
    );

  const stem = path.posix.parse(file).name;
  const dated = /^(\d{4}-\d{2}-\d{2})(?:[-_ ]+(.*))?$/.exec(stem);
  const published = momentOf(given.published ?? dated?.[1] ?? null, zone, given.published === null ? [] : ["published"], report);
  if (given.published === null && !dated) {
    complain(
      report,
      "date-missing",
      [],
      "This article has no date.",
      "Add `published:` to the front matter, such as 2026-11-23T06:00, or begin the file's name with the day.",
    );
  }
  const id = given.id ?? stem;
  if (/[/\\]/.test(id) || id === ".." || id === ".")
    complain(report, "unsafe-id", ["id"], `The id “${id}” cannot be used.`, "Use letters, digits and hyphens, without slashes.");
  const updated = momentOf(given.updated?.at ?? null, zone, ["updated", "at"], report);
  const killed = momentOf(given.kill?.at ?? null, zone, ["kill", "at"], report);
  if (given.kill !== null && given.status !== "killed")
    complain(
      report,
      "kill-not-killed",
      ["kill"],
      "This article says when it was killed, and is not killed.",
      "Add `status: killed`, or remove `kill:`.",
    );
  const embargo = momentOf(given.embargo, zone, ["embargo"], report);
  const language = given.language === null ? publication.language : languageOf(given.language, ["language"], report);
  const canonical = webAddress(given.canonical, ["canonical"], report);
  const figure = given.figure === null ? null : await readFigure(given.figure, zone, pictures, report);
  const related = given.related.map((entry, index): RelatedCopy | null => {
    const moment = momentOf(entry.published, zone, ["related", index, "published"], report);
    const url = webAddress(entry.url, ["related", index, "url"], report);
    if (entry.id !== null) return { kind: "article", id: entry.id };
    if (entry.headline !== null) return { ...entry, kind: "elsewhere", headline: entry.headline, url, published: moment };
    return complain(
      report,
      "key-missing",
      ["related", index],
      "This related link has no headline.",
      "Write an article's id, or add `headline:`.",
    );
  });
  const corrections = given.corrections.map((entry, index) => ({
    ...entry,
    at: momentOf(entry.at, zone, ["corrections", index, "at"], report),
  }));
  const slug = readSlug(given.slug, (dated ? dated[2] : stem) ?? headline ?? "", stem, report);
  const section = readSection(given.section, publication, report);
  const byline = given.byline.map((entry, index) => readByline(entry, index, publication, report));
  const formerly = given.formerly.map((old, index) => oldAddress(old, index, publication, report));
  // Every null below was complained about; the newsroom does not open with an error in it.
  if (headline === null || published === null || language === null) return null;
  return {
    id,
    slug,
    file,
    place,
    bodyPlace: (offset) => {
      const { line, before, word } = body.text.spotAt(offset);
      const place = copy.placeOfLine(line);
      return { ...place, column: columnOf(place.source ?? "", before, word) };
    },
    anchorAt: body.text.anchorAt,
    headline,
    standfirst: given.standfirst,
    published,
    updated,
    material: given.updated?.material ?? false,
    lead: given.lead,
    section,
    topics: readTopics(given.topics),
    byline: byline.filter((entry) => entry !== null),
    dateline: given.dateline,
    figure,
    body: body.html,
    text: body.text.text,
    bodyPictures: body.pictures,
    bodyLinks: body.links,
    quotes: given.quotes?.map(readQuote) ?? null,
    related: related.filter((entry) => entry !== null),
    corrections: corrections.flatMap(({ at, kind, text }) => (at instanceof DateTime ? [{ at, kind, text }] : [])),
    words: createHash("sha256")
      .update(
        JSON.stringify([headline, given.standfirst, figure?.picture?.hash, figure?.alt, figure?.caption, figure?.credit, copy.body.trim()]),
      )
      .digest("hex"),
    status: given.draft && given.status === "published" ? "draft" : given.status,
    kill: killed === null ? null : { at: killed, text: given.kill?.text ?? null },
    embargo,
    language,
    canonical,
    formerly: formerly.filter((old) => old !== null),
    silence: readSilence(given.silence, ["silence"], report),
  };
}

const reserved = new Set(["index.html", "feed.xml", "atom.xml", "feed.json", "page"]);

function readSlug(given: string | null, fallback: string, stem: string, report: Report): string {
  if (given === null) return slugOf(fallback) || `story-${createHash("sha256").update(stem).digest("hex").slice(0, 8)}`;
  if (/[\s/\\?#%<>"'&:*|]/.test(given) || given.startsWith(".")) {
    const better = slugOf(given);
    complain(
      report,
      "unsafe-slug",
      ["slug"],
      `“${given}” cannot be the last part of an address.`,
      `Use letters, digits and hyphens${better === "" ? "" : `, such as ${better}`}.`,
    );
  } else if (reserved.has(given.toLowerCase())) {
    complain(report, "reserved-address", ["slug"], `“${given}” is a name the publication needs itself.`, "Choose another slug.");
  }
  return given;
}

function readSection(given: string | null, publication: Publication, report: Report): Section | null {
  if (given === null) return null;
  const { sections } = publication;
  const section = sections.find(({ id, name }) => id === given || name.toLowerCase() === given.toLowerCase());
  if (section) return section;
  const ids = sections.map(({ id }) => id);
  const hint = suggest(given, ids) || `These are in publication.yaml: ${ids.join(", ")}.`;
  return complain(report, "unknown-section", ["section"], `There is no section “${given}” in publication.yaml.`, hint);
}

function readTopics(names: readonly string[]): readonly Topic[] {
  const topics = new Map<string, Topic>();
  for (const name of names) {
    const id = slugOf(name) || `topic-${createHash("sha256").update(name).digest("hex").slice(0, 8)}`;
    if (!topics.has(id)) topics.set(id, { id, name });
  }
  return [...topics.values()];
}

const outerMarks = new Set(["“”", '""', "«»", "„“"]);

function readQuote(entry: { readonly text: string; readonly speaker: string | null; readonly role: string | null }): QuoteCopy {
  const { text, speaker, role } = entry;
  const marked = text.length > 2 && outerMarks.has(`${text[0]}${text.at(-1)}`);
  const named = speaker !== null && speaker.toLowerCase() !== "unnamed";
  return { text: marked ? text.slice(1, -1) : text, speaker: named ? { name: speaker, role } : null };
}

function oldAddress(given: string, index: number, publication: Publication, report: Report): string | null {
  const below = given.startsWith(publication.url) ? given.slice(publication.url.length) : given;
  const address = `/${below.replace(/^\//, "")}`;
  const unsafe = /[\s\\?#]/.test(address) || address.startsWith("//") || address.includes(":") || address.split("/").includes("..");
  if (unsafe || address === "/") {
    return complain(
      report,
      "bad-address",
      ["formerly", index],
      `“${given}” is no old address within the publication.`,
      "Write it from the publication's root, such as /2026/11/old-address/.",
    );
  }
  // An address that ends in a file's name is one: other generators published story.html.
  return address.endsWith("/") || /\.[a-z0-9]{1,5}$/i.test(address) ? address : `${address}/`;
}
