import nunjucks from "nunjucks";
import type { DateTime } from "../model/time.ts";

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
  environment.addFilter("day", (moment: DateTime, language = "en") => dayIn(moment, language));
  environment.addFilter("time", (moment: DateTime) => moment.toFormat("HH:mm"));
  environment.addFilter("iso", (moment: DateTime) => moment.toISO({ suppressMilliseconds: true }));
  environment.addFilter("json", (value: unknown) => new nunjucks.runtime.SafeString(scriptSafe(value)));
  return { render: (template, data) => environment.render(template, data) };
}

// One format costs more than a small page's template, and a day's stories share theirs.
const days = new Map<string, string>();

function dayIn(moment: DateTime, language: string): string {
  const key = `${language} ${moment.toFormat("yyyy-MM-dd")}`;
  const known = days.get(key);
  if (known !== undefined) return known;
  const text = moment.setLocale(language).toFormat(language.startsWith("en") ? "cccc d MMMM yyyy" : "d MMMM yyyy");
  days.set(key, text);
  return text;
}

/** JSON that may stand in a script element: no character of it can end the element. */
function scriptSafe(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
