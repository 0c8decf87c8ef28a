import { readFile } from "node:fs/promises";

export const overview = `broadsheet build
  turns the copy in content/ into dist/site, dist/mail and dist/manifest.json

Commands
  build                   makes everything, or nothing: the old output stays on any error
  check                   reads everything, reports everything, writes nothing
  dev                     serves the build on localhost:8080 and builds again on every change
  new "Headline"          an article file to fill in
  import <file...>        pasted copy becomes articles, with a list of what an editor must decide
  digest <newsletter>     what would go out now: subject, stories, size; or the mail itself
  issue <newsletter>      freezes the next issue into content/issues/
  inspect                 the edition as JSON: articles with quotes and related links, newsletters, issues

Common
  --root <folder>         the folder that holds content/ (default: here)
  --json                  results for machines
  --help, --version

broadsheet <command> --help says more.`;

const helps: Readonly<Record<string, string>> = {
  build: `broadsheet build --out dist --as-of 2026-11-23T06:00

  --out <folder>          where the output goes (default: dist below the root)
  --as-of <moment>        what is due by then is published (default: now); in the publication's zone unless it carries an offset`,
  check: `broadsheet check

Reports every mistake in the copy with file, line, reason and remedy. Writes nothing. Exit code 1 when there are errors.`,
  dev: `broadsheet dev

Serves the site on http://localhost:8080/ (the next free port when that is taken) and builds again when copy or a template changes.
When the copy has errors, they are shown here and the last good build stays.`,
  new: `broadsheet new "Ferry fares to rise in January"

Writes content/articles/<yyyy>/<mm>/<date>-<slug>.md with the fields of an article, as a draft. Never overwrites.`,
  import: `broadsheet import pasted.txt --captured 2026-11-22T10:00+03:00

  --captured <moment>     when the copy was taken; "1 hr ago" is counted from there

Writes one Markdown article for each file below content/articles/ and keeps the copy as received in content/wire/. Never overwrites; the
same copy a second time changes nothing.`,
  digest: `broadsheet digest morning
broadsheet digest morning 2026-11-23 --text

Shows what would go out now, or the issue of a day that is cut. Writes nothing.

  --html, --text, --eml   the mail as readers get it, before the link to unsubscribe is filled in
  --brief                 the edition for chats and short messages
  --as-of <moment>        as it would be at another time`,
  issue: `broadsheet issue morning
broadsheet issue morning 2026-11-24

Freezes the issue that is due into content/issues/<newsletter>/<date>.yaml, where an editor may change it until it is sent. The issue of
a day is cut once: running the command again changes nothing. When there are fewer stories than the newsletter wants, none is cut, and the
reason is noted in content/issues/<newsletter>/skipped.yaml.

  <date>                  another day, on the newsletter's schedule or not
  --as-of <moment>        as it would be at another time`,
  inspect: `broadsheet inspect --json

Prints the edition as JSON; with --json on one line.`,
};

/** What a command does, beginning with an example. */
export function commandHelp(name: string): string {
  return helps[name] ?? overview;
}

/** The version in package.json. */
export async function version(): Promise<string> {
  const text = await readFile(new URL("../../package.json", import.meta.url), "utf8");
  const found: unknown = JSON.parse(text);
  return typeof found === "object" && found !== null && "version" in found ? String(found.version) : "unknown";
}
