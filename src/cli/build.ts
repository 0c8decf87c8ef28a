import path from "node:path";
import { composeMessage } from "../deliver/compose-message.ts";
import { RelatedMemory } from "../edition/related-memory.ts";
import type { Edition } from "../model/edition.ts";
import { PrivateAddressError } from "../publish/private-addresses.ts";
import { hasBuild, type Published, publishEdition } from "../publish/publish-edition.ts";
import { readEdition } from "./read-edition.ts";
import { amount, countProblems, deskCount, partDesk, reportProblems, size } from "./report.ts";
import { type Call, type ExitCode, Refusal } from "./usage.ts";

/**
 * `broadsheet build`: everything, or nothing.
 * @param memory what an earlier build of this process left, to make this one quicker
 */
export async function build(call: Call, memory = new RelatedMemory()): Promise<ExitCode> {
  const started = performance.now();
  const reading = await readEdition(call.root, call.asOf, memory);
  const shownOut = path.relative(process.cwd(), call.out) || ".";
  const { desk, others } = partDesk(reading.problems);
  if (others.length > 0) call.talk(reportProblems(others, call.colour));
  if (reading.edition === null) {
    const kept = await whatIsKept(call.out, shownOut);
    call.talk(`\n${countProblems(reading.problems, reading.articles)}${deskCount(desk)} Nothing was written; ${kept}.`);
    if (call.json) call.print(JSON.stringify({ built: false, problems: reading.problems }));
    return 1;
  }
  const published = await publishEdition({ edition: reading.edition, root: call.root, output: call.out, composeMessage }).catch(
    async (error: unknown) => {
      if (!(error instanceof PrivateAddressError)) throw error;
      throw new Refusal(`${error.message}\nNothing was written; ${await whatIsKept(call.out, shownOut)}.`, 1, error);
    },
  );
  if (reading.problems.length > 0) call.talk(`\n${countProblems(reading.problems, reading.articles)}${deskCount(desk)}\n`);
  for (const what of published.shortened) call.talk(`Shortened for Gmail: ${what}`);
  if (call.json) call.print(JSON.stringify({ built: true, files: published.files.length, problems: reading.problems }));
  else call.print(summary(reading.edition, published, shownOut, performance.now() - started));
  return 0;
}

async function whatIsKept(out: string, shown: string): Promise<string> {
  return (await hasBuild(out)) ? `the site in ${path.join(shown, "site")} is unchanged` : "there is no earlier build";
}

function summary(edition: Edition, published: Published, out: string, milliseconds: number): string {
  const made = (from: string, matches: (file: string) => boolean = () => true) => {
    const files = published.files.filter((file) => file.path.startsWith(from) && matches(file.path));
    return { count: files.length, size: size(files.reduce((sum, file) => sum + file.bytes, 0)) };
  };
  const pages = made("site/", (file) => file.endsWith(".html"));
  const feeds = made("site/", (file) => /\/(?:feed\.xml|atom\.xml|feed\.json|feeds\/archive\/\d+\.(?:xml|json))$/.test(file));
  const pictures = made("site/images/");
  const digests = made("mail/");
  const total = made("");
  const issues = edition.newsletters.reduce((sum, { issues }) => sum + issues.length, 0);
  const rows: readonly (readonly [string, string])[] = [
    ["articles", amount(edition.articles.length, "article")],
    ["pages", `${amount(pages.count, "page")}, ${pages.size}`],
    ["feeds", `${amount(feeds.count, "feed")}, ${feeds.size}`],
    ["pictures", `${amount(pictures.count, "file")} of ${amount(edition.pictures.length, "picture")}, ${pictures.size}`],
    ["digests", `${amount(issues, "issue")} and the next of ${amount(edition.newsletters.length, "newsletter")}, ${digests.size}`],
    ["in all", `${amount(total.count, "file")}, ${total.size}, in ${(milliseconds / 1000).toFixed(1)} s`],
  ];
  const skipped = edition.newsletters.flatMap(({ newsletter, next }) =>
    next.kind === "skipped" ? [`${newsletter.name}: no next issue, ${next.reason}.`] : [],
  );
  return [
    `${edition.publication.name}, as of ${edition.asOf.toFormat("d MMMM yyyy HH:mm")} (${edition.publication.zone})`,
    ...rows.map(([name, value]) => `  ${name.padEnd(9)} ${value}`),
    ...skipped,
    `The site to deploy is ${path.join(out, "site")}; the mails are in ${path.join(out, "mail")}.`,
    "Next: npm start shows it at http://localhost:8080/ and follows your changes.",
  ].join("\n");
}
