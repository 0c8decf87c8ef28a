import type { Problem } from "../model/problem.ts";
import type { Publication } from "../model/publication.ts";
import { isZone } from "../model/time.ts";
import { checkKeys } from "./check-keys.ts";
import { complain, languageOf, type Report, webAddress } from "./copy-file.ts";
import type { FrontMatter } from "./front-matter.ts";
import { suggest } from "./nearest.ts";
import { readNewsletter } from "./newsletter-copy.ts";
import type { Pictures } from "./picture.ts";
import { readSilence } from "./read-silence.ts";
import { publicationKeys, publicationSchema } from "./schema.ts";
import { slugOf } from "./slug.ts";

/** What the settings may name that stands in other folders. */
export interface Beside {
  readonly pictures: Pictures;
  /** Files below the folder of saved feeds, as paths below the root. */
  readonly savedFeeds: readonly string[];
}

/** The publication from its settings; `null`, with problems, when they do not fit. Other problems leave it incomplete: look at both. */
export async function readPublication(
  front: FrontMatter,
  { pictures, savedFeeds }: Beside,
  problems: Problem[],
): Promise<Publication | null> {
  const settings = checkKeys(front, publicationSchema, publicationKeys, problems);
  if (settings === null) return null;
  const report: Report = { place: front.place, problems };
  for (const list of ["sections", "people", "agencies", "newsletters"] as const) checkIds(list, settings[list], report);
  if (!isZone(settings.zone))
    complain(report, "unknown-zone", ["zone"], `“${settings.zone}” is no time zone.`, "Write one such as Europe/Malta or UTC.");
  const language = languageOf(settings.language, ["language"], report);
  const around = {
    sections: settings.sections,
    newsletters: settings.newsletters.map(({ id }) => id),
    language: language ?? settings.language,
    savedFeeds,
  };
  const newsletters = settings.newsletters.map((newsletter, index) => readNewsletter(newsletter, index, around, report));
  const url = webAddress(settings.url, ["url"], report);
  const each = settings.feeds.each.map((own, index) => ({
    ...own,
    feed: ownFeed(own.feed, ["feeds", "each", index, "feed"], settings, report),
  }));
  const hub = webAddress(settings.feeds.hub, ["feeds", "hub"], report);
  const logo = settings.logo === null ? null : await pictures.find(settings.logo, () => front.place(["logo"]), problems);
  if (url === null || language === null) return null;
  const address = new URL(url);
  if (address.search !== "" || address.hash !== "" || address.username !== "" || address.password !== "") {
    return complain(
      report,
      "bad-address",
      ["url"],
      "The publication's address has more than a host and a folder.",
      "Remove what follows ? or #, and any name or password.",
    );
  }
  return {
    ...settings,
    description: settings.description ?? settings.tagline ?? settings.name,
    url: address.href.endsWith("/") ? address.href : `${address.href}/`,
    language,
    tag: settings.tag ?? `${address.hostname},2026`,
    logo,
    newsletters,
    feeds: { ...settings.feeds, each, hub },
    desk: { ...settings.desk, silence: readSilence(settings.desk.silence, ["desk", "silence"], report) },
  };
}

function checkIds(list: string, entries: readonly { readonly id: string }[], report: Report): void {
  const seen = new Set<string>();
  entries.forEach(({ id }, index) => {
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
      complain(
        report,
        "unsafe-slug",
        [list, index, "id"],
        `The id “${id}” cannot be part of an address.`,
        `Use small letters from a to z, digits and single hyphens${slugOf(id) === "" ? "" : `, such as ${slugOf(id)}`}.`,
      );
    }
    if (seen.has(id))
      complain(report, "id-twice", [list, index, "id"], `Two entries of ${list} have the id “${id}”.`, "Give one of them another id.");
    seen.add(id);
  });
}
/** The folder of a feed's address, from what the settings call it. Topics and languages are known only by the articles, so any may be named. */
function ownFeed(
  written: string,
  way: readonly (string | number)[],
  settings: Readonly<Record<"sections" | "people" | "newsletters", readonly { readonly id: string }[]>>,
  report: Report,
): string {
  const feed = written.toLowerCase().replaceAll(/^\/+|\/+$/g, "");
  const [kind = "", id = "", ...more] = feed.split("/");
  if (feed === "" || feed === "corrections") return feed;
  if (more.length === 0 && id !== "" && (kind === "topics" || kind === "languages"))
    return `${kind}/${kind === "topics" ? slugOf(id) || id : id}`;
  const known = (["sections", "people", "newsletters"] as const).flatMap((list) => settings[list].map((entry) => `${list}/${entry.id}`));
  if (!known.includes(feed)) {
    const hint =
      suggest(feed, [...known, "corrections"]) || "Write it like sections/sport, people/ada-vella, topics/ferries or corrections.";
    complain(report, "unknown-feed", way, `There is no feed “${written}”.`, hint);
  }
  return feed;
}
