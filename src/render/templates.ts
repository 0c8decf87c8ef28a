import nunjucks from "nunjucks";
import { absoluteUrl } from "../model/address.ts";
import type { DateTime } from "../model/time.ts";
import { type Counted, fill, fillCount } from "../model/words.ts";

/** Makes text from a template and its data. */
export interface Templates {
  readonly render: (template: string, data: object) => string;
}

/**
 * The Nunjucks environment for HTML: everything from copy is escaped, a field that is not there is an error. A file in an earlier folder
 * shadows the same path in a later one.
 */
export function makeTemplates(folders: readonly string[]): Templates {
  return makeEnvironment(folders, true);
}

/** The same for plain text, where nothing is escaped. */
export function makeTextTemplates(folders: readonly string[]): Templates {
  return makeEnvironment(folders, false);
}

function makeEnvironment(folders: readonly string[], autoescape: boolean): Templates {
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader([...folders], { noCache: false }), {
    autoescape,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  environment.addFilter("href", (address: string, root: string) => root + belowRoot(address));
  environment.addFilter("absolute", (address: string, url: string) => absoluteUrl(url, belowRoot(address)));
  environment.addFilter("day", (moment: DateTime, language = "en") => dayIn(moment, language));
  environment.addFilter("month", (moment: DateTime, language = "en") => moment.setLocale(language).toFormat("LLLL yyyy"));
  environment.addFilter("time", (moment: DateTime) => moment.toFormat("HH:mm"));
  environment.addFilter("dayTime", (moment: DateTime, language = "en") => `${dayIn(moment, language)}, ${moment.toFormat("HH:mm")}`);
  environment.addFilter("iso", (moment: DateTime) => moment.toISO({ suppressMilliseconds: true }));
  environment.addFilter("fill", fill);
  environment.addFilter("count", (words: Counted, count: number, language: string) => fillCount(words, count, language));
  environment.addFilter("host", (url: string) => new URL(url).host);
  environment.addFilter("initial", initialOf);
  environment.addFilter("quoted", quotedIn);
  environment.addFilter("json", (value: unknown) => new nunjucks.runtime.SafeString(scriptSafe(value)));
  return { render: (template, data) => environment.render(template, data) };
}

/** A link that lost its way into a template is found by the first build, not by a reader. */
function belowRoot(address: string): string {
  if (!address.startsWith("/")) throw new Error(`“${address}” is no address below the publication's root: it must begin with a slash.`);
  return address;
}

// One format costs more than a small page's template, and a day's stories share theirs.
const days = new Map<string, string>();

function dayIn(moment: DateTime, language: string): string {
  const key = `${language} ${moment.year} ${moment.ordinal}`;
  const known = days.get(key);
  if (known !== undefined) return known;
  const local = moment.setLocale(language);
  const text = dayMonthYear(language)
    ? local.toFormat("cccc d MMMM yyyy")
    : local.toLocaleString({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  days.set(key, text);
  return text;
}

// English without a country is written as in Britain here; other languages order a date by their own rules.
function dayMonthYear(language: string): boolean {
  const tag = language.toLowerCase();
  return tag === "en" || (tag.startsWith("en-") && tag !== "en-us" && tag !== "en-ca");
}

const firstCluster = new Intl.Segmenter("und", { granularity: "grapheme" });

/** The first letter of a name, as a reader sees it. */
function initialOf(name: string): string {
  for (const { segment } of firstCluster.segment(name)) return segment.toUpperCase();
  return "";
}

// Unicode CLDR, quotation marks by language; what is not here is set as in English.
const marks: Readonly<Record<string, readonly [string, string]>> = {
  ar: ["«", "»"],
  fa: ["«", "»"],
  fr: ["«\u00a0", "\u00a0»"],
  it: ["«", "»"],
  es: ["«", "»"],
  pt: ["“", "”"],
  ru: ["«", "»"],
  uk: ["«", "»"],
  el: ["«", "»"],
  de: ["„", "“"],
  cs: ["„", "“"],
  pl: ["„", "”"],
  ja: ["「", "」"],
  sv: ["”", "”"],
  fi: ["”", "”"],
};

/** Words somebody said, between the quotation marks of their language. */
function quotedIn(text: string, language: string): string {
  const [open, close] = marks[(language.split("-")[0] ?? "").toLowerCase()] ?? ["“", "”"];
  return open + text + close;
}

/** JSON that may stand in a script element: no character of it can end the element. */
function scriptSafe(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
