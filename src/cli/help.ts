import { readFile } from "node:fs/promises";

export const overview = `broadsheet build
  turns the copy in content/ into dist/site, dist/mail and dist/manifest.json

Commands
  build                   makes everything, or nothing: the old output stays on any error
  check                   reads everything, reports everything, writes nothing
  dev                     serves the build on localhost:8080 and builds again on every change
  new "Headline"          an article file to fill in
  import <file|folder...> pasted copy becomes articles, with a list of what an editor must decide
  digest <newsletter>     what would go out now: subject, stories, size; or the mail itself
  issue <newsletter>      freezes the next issue into content/issues/
  ping                    tells the WebSub hub which feeds changed
  inspect [<id>]          the edition as JSON; with an article's id, why it has its quotes and related links
  send <newsletter> <date> --to readers.csv
                          one message to each reader who has had none; again resumes
  status <newsletter> <date>
                          what became of the messages, and the next command
  unsubscribe <address|token...>
                          into the suppression file, which always wins

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
  --byline story|related  whose a byline is that stands between the story and the first related headline; without it neither gets it

Writes one Markdown article for each file below content/articles/ and keeps the copy as received in content/wire/. Never overwrites; the
same copy a second time changes nothing. Of a folder every file is read; pictures and hidden files in it are passed over. With --json each
article comes with its fields, their lines and confidence, and all that can be read two ways.`,
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
  send: `broadsheet send morning 2026-11-24 --to readers.csv

  --to <file>             CSV with the columns email and consented, and if you like name, newsletters, source
  --dry-run               writes the messages into .broadsheet/dry-run and sends nothing
  --test <address>        one copy, marked as a test, and nothing to anyone else
  --limit <number>        so many messages in this run at most
  --transport smtp|file   a mail server (default), or a folder of .eml files in .broadsheet/outbox
  --ledger <folder>       where is kept who had what (default: .broadsheet/ledger below the root)
  --announce              writes down that sending begins, and sends nothing: to be committed before a scheduled job sends
  --retry-uncertain       sends again to readers of whom nobody knows whether they had it
  --new-list              the list may be another than the one that sending began with

From the environment
  SMTP_URL                smtps://user:password@mail.example.org, or smtp://…:587 with STARTTLS (?tls=off for none)
  READER_SECRET           keys readers’ names in the ledger and their links to unsubscribe: openssl rand -hex 32, once
  DKIM_PRIVATE_KEY        PEM or its file, when publication.yaml names a dkim domain and selector
  NODE_EXTRA_CA_CERTS     a private authority that signed the mail server’s certificate

Nobody gets an issue twice: what is intended is on the disk before the server is asked, and its answer after. Ctrl-C ends cleanly. Exit
code 4 means that someone is left: run again.`,
  status: `broadsheet status morning 2026-11-24 --to readers.csv

  --to <file>             shows the lines of that list that were refused, deferred or are uncertain; needs READER_SECRET
  --ledger <folder>       where the ledger is (default: .broadsheet/ledger below the root)

Also tells whether the mail made from the copy today is the one that was sent.`,
  unsubscribe: `broadsheet unsubscribe reader@example.org

  --from <newsletter>     from this newsletter only; a token is for one newsletter in any case
  --ledger <folder>       where the suppression file is (default: .broadsheet/ledger below the root)

Several at once, or - for standard input with one on each line. Needs READER_SECRET. The file holds keyed hashes and no address.`,
  ping: `broadsheet ping --dry-run

  --dry-run               shows what would be told, and tells nobody
  --out <folder>          the build that was deployed (default: dist below the root)

Run it after each deploy. The hub in publication.yaml (feeds: { hub: … }) then fetches each feed that changed since it was last told, and passes the news
on to the readers that asked it to. What it took is remembered in .broadsheet/pinged.json, so running it again tells only the rest.`,
  inspect: `broadsheet inspect --json
broadsheet inspect 2026-11-23-ferry-fares

Prints the edition as JSON; with --json on one line.
With an article's id: why it has the key quotes it has, whose words could not be told apart, and why it has the related links it has, each with its reason and score. A score of 1 would be the article itself; a link
from one text to the other adds 10. With --json: that article as JSON.`,
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
