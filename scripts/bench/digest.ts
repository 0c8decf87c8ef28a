import { loadNewsroom } from "../../src/content/load-newsroom.ts";
import { compileEdition } from "../../src/edition/compile-edition.ts";
import { makeStory } from "../../src/edition/make-story.ts";
import { readMoment } from "../../src/model/time.ts";
import { templateFolders } from "../../src/publish/template-folders.ts";
import { renderDigest } from "../../src/render/digest.ts";
import { makeTemplates, makeTextTemplates } from "../../src/render/templates.ts";

// A digest of the demonstration's newest ten stories that have a picture, quotes and related links: bytes, and milliseconds once warm.
const { newsroom, problems } = await loadNewsroom(".");
const asOf = readMoment("2026-11-24T09:00", newsroom?.publication.zone ?? "UTC");
if (newsroom === null || asOf === null) throw new Error(`The demonstration does not open: ${JSON.stringify(problems)}`);
const { edition } = compileEdition(newsroom, asOf);
const [issue] = edition.newsletters.find(({ newsletter }) => newsletter.id === "weekend")?.issues ?? [];
if (issue === undefined) throw new Error("The demonstration has no weekend issue.");

const html = makeTemplates(templateFolders("."));
const templates = { html, text: makeTextTemplates(templateFolders(".")), web: html };
const full = edition.articles.filter(({ figure, quotes, related }) => figure?.picture && quotes.length > 0 && related.length > 0);

for (const count of [10, 20, 40]) {
  const stories = full.slice(0, count).map((article) => makeStory(article));
  const render = () => renderDigest({ ...issue, stories }, edition, templates, { css: "/site.css" });
  for (let run = 0; run < 5; run += 1) await render();
  const runs = 20;
  const started = { wall: performance.now(), cpu: process.cpuUsage() };
  let made = await render();
  for (let run = 1; run < runs; run += 1) made = await render();
  const cpu = process.cpuUsage(started.cpu);
  const kB = (text: string) => `${(Buffer.byteLength(text) / 1000).toFixed(1)} kB`;
  process.stdout.write(
    `${String(stories.length).padStart(2)} stories  ${((performance.now() - started.wall) / runs).toFixed(0)} ms wall  ${((cpu.user + cpu.system) / 1000 / runs).toFixed(0)} ms CPU  ` +
      `HTML ${kB(made.html)}  text ${kB(made.text)}${made.shortened.map((what) => `\n            left out: ${what}`).join("")}\n`,
  );
}
