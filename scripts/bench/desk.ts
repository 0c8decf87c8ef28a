import path from "node:path";
import { loadNewsroom } from "../../src/content/load-newsroom.ts";
import { compileEdition } from "../../src/edition/compile-edition.ts";
import { deskWarnings } from "../../src/edition/desk/desk-warnings.ts";
import { quotesOf } from "../../src/edition/key-quotes.ts";
import { DateTime } from "../../src/model/time.ts";
import { renderPages } from "../../src/render/pages.ts";
import { proveHtml, quotedIn } from "../../src/render/prove-surfaces.ts";
import { makeTemplates } from "../../src/render/templates.ts";

// The demonstration's articles again and again, until they are a thousand.
const wanted = 1000;
const { newsroom } = await loadNewsroom(".");
if (newsroom === null) throw new Error("The demonstration does not load.");
const { publication, articles } = newsroom;
const copies = Array.from({ length: wanted }, (_, at) => articles[at % articles.length]).filter((copy) => copy !== undefined);
const characters = copies.reduce((sum, { text }) => sum + text.length, 0);

function measure(name: string, work: () => void): number {
  work();
  const times = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  });
  const seconds = times.sort((a, b) => a - b)[2] ?? Number.NaN;
  process.stdout.write(`${name.padEnd(52)} ${seconds.toFixed(2)} s CPU  (median of 5)\n`);
  return seconds;
}

const desk = measure(`${wanted} articles read by the desk`, () => {
  for (const copy of copies) deskWarnings(copy, publication);
});
process.stdout.write(`${"".padEnd(52)} ${(characters / 1e6 / desk).toFixed(1)} MB/s\n`);
measure(`${wanted} articles' quotations found and chosen`, () => {
  for (const copy of copies) quotesOf(copy);
});

const { edition } = compileEdition(newsroom, DateTime.now().setZone(publication.zone));
const templates = makeTemplates([path.resolve("templates")]);
const made = new Map(renderPages(edition, templates, { css: "/a.css" }).map(({ address, render }) => [address, render]));
const shown = Array.from({ length: wanted }, (_, at) => edition.articles[at % edition.articles.length]).filter(
  (article) => article !== undefined,
);
const pages = shown.map((article) => ({ article, html: made.get(article.address)?.() ?? "" }));
const rendering = measure(`${wanted} article pages rendered and read back`, () => {
  for (const { article } of pages) made.get(article.address)?.();
});
const proving = measure(`${wanted} article pages read back`, () => {
  for (const { article, html } of pages) proveHtml(article.address, html, quotedIn([article]));
});
process.stdout.write(`${"".padEnd(52)} ${((proving / (rendering - proving)) * 100).toFixed(0)} % of rendering them\n`);
