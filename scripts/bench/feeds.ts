import { mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { absoluteUrl, articleAddress, articleTag, personAddress, sectionAddress, topicAddress } from "../../src/model/address.ts";
import type { Article } from "../../src/model/article.ts";
import type { Edition, Listing } from "../../src/model/edition.ts";
import type { Person, Publication, Section, Topic } from "../../src/model/publication.ts";
import { type OpenHtml, rootMark } from "../../src/model/safe-html.ts";
import { DateTime } from "../../src/model/time.ts";
import { writeFeeds } from "../../src/publish/write-feeds.ts";
import { writeManifest } from "../../src/publish/write-manifest.ts";
import { sampleArticle, sampleEdition, samplePublication } from "../../test/render/sample-edition.ts";

// All feeds of a paper of 10,000 articles over five years, from the edition to files with their hashes; then one word of one article is changed.
const count = 10_000;
const url = "https://bench.example/";

const named = (kind: string, many: number) =>
  Array.from({ length: many }, (_, index) => ({ id: `${kind}-${index}`, name: `The ${kind} of number ${index}` }));
const sections: readonly Section[] = named("section", 8).map((one) => ({ ...one, description: null }));
const topics: readonly Topic[] = named("topic", 400);
const people: readonly Person[] = named("person", 60).map((one) => ({ ...one, role: null, email: null, bio: null }));

const publication: Publication = {
  ...samplePublication,
  name: "The Bench",
  url,
  tag: "bench.example,2026",
  sections,
  people,
};

// A small generator of numbers that is the same on every machine (Park and Miller).
let seed = 7;
const random = (below: number) => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % below;
};
const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index];
  if (found === undefined) throw new RangeError(`nothing at ${index}`);
  return found;
};
const words =
  "the harbour council said on tuesday that ferry fares would rise in january because fuel costs more than it did last year & nobody’s oil is free".split(
    " ",
  );
const sentence = (length: number) => `${Array.from({ length }, () => at(words, random(words.length))).join(" ")}.`;

function makeArticle(index: number): Article {
  const published = DateTime.fromISO("2026-11-24T06:00", { zone: publication.zone })
    .setLocale("en")
    .minus({ minutes: index * 262 });
  const id = `story-${index}`;
  const address = articleAddress(published, id);
  // 350 to 900 words.
  const paragraphs = Array.from({ length: 7 + random(11) }, () => sentence(50));
  const text = paragraphs.join("\n\n");
  const html = paragraphs.map((words) => `<p>${words.replaceAll("&", "&amp;")} <a href="${rootMark}/about/">More</a></p>`).join("\n");
  const about = [...new Set([random(400), random(400), random(400)])].map((topic) => at(topics, topic));
  return sampleArticle({
    id,
    published,
    address,
    url: absoluteUrl(url, address),
    tag: articleTag(publication.tag, id),
    headline: `Story number ${index} about fares & tides`,
    standfirst: sentence(20),
    section: at(sections, random(8)),
    topics: about,
    byline: [{ kind: "person", person: at(people, random(60)) }],
    body: html as OpenHtml,
    text,
    quotes: [{ text: "We had no choice", speaker: { name: "Grace Otieno", role: "harbour master" }, why: "", anchor: null, page: null }],
  });
}

function makeEdition(articles: readonly Article[]): Edition {
  const listed = <Subject>(
    subjects: readonly Subject[],
    address: (subject: Subject) => string,
    belongs: (article: Article, subject: Subject) => boolean,
  ) =>
    subjects.map(
      (subject): Listing<Subject> => ({
        subject,
        address: address(subject),
        articles: articles.filter((article) => belongs(article, subject)),
      }),
    );
  return sampleEdition({
    publication,
    articles,
    sections: listed(
      sections,
      ({ id }) => sectionAddress(id),
      ({ section }, { id }) => section?.id === id,
    ),
    topics: listed(
      topics,
      ({ id }) => topicAddress(id),
      (article, { id }) => article.topics.some((topic) => topic.id === id),
    ),
    people: listed(
      people,
      ({ id }) => personAddress(id),
      ({ byline }, { id }) => byline.some((one) => one.kind === "person" && one.person.id === id),
    ),
  });
}

const folder = await mkdtemp(path.join(tmpdir(), "bench-feeds-"));
const output = path.join(folder, "dist");
const stage = path.join(folder, "stage");

/** Writes the feeds and their part of the manifest, as a build does, and puts them in the old ones' place. */
async function build(edition: Edition) {
  const before = process.cpuUsage();
  const started = performance.now();
  const feeds = await writeFeeds(edition, () => 48_211, stage, output);
  await writeManifest(stage, feeds.files);
  const used = process.cpuUsage(before);
  const wall = (performance.now() - started) / 1000;
  await rm(output, { recursive: true, force: true });
  await rename(stage, output);
  if (process.env.SPLIT) process.stderr.write(`user ${used.user / 1e6} sys ${used.system / 1e6}\n`);
  return { ...feeds, cpu: (used.user + used.system) / 1e6, wall };
}

const articles = Array.from({ length: count }, (_, index) => makeArticle(index));
const edition = makeEdition(articles);
const say = (line: string) => process.stdout.write(`${line}\n`);
try {
  const runs = [];
  for (let run = 0; run < 3; run += 1) {
    await rm(output, { recursive: true, force: true });
    runs.push(await build(edition));
  }
  const [run] = runs.sort((a, b) => a.cpu - b.cpu).slice(1);
  if (run === undefined) throw new Error("no run");
  const bytes = run.files.reduce((sum, file) => sum + file.bytes, 0);
  say(
    `${run.files.length} feeds of ${count} articles, ${(bytes / 1e6).toFixed(0)} MB: ${run.cpu.toFixed(2)} s CPU, ${run.wall.toFixed(2)} s wall (median of 3)`,
  );

  for (const index of [0, 4000]) {
    const changed = articles.map((article, at) =>
      at === index ? { ...article, body: `${article.body}\n<p>One more.</p>` as OpenHtml } : article,
    );
    const again = await build(makeEdition(changed));
    const id = articles[index]?.tag ?? "";
    const wrong: string[] = [];
    for (const name of again.written) if (!(await readFile(path.join(output, name), "utf8")).includes(id)) wrong.push(name);
    say(
      `one word in article ${index}: ${again.written.length} feeds written anew, ${wrong.length} of them without that article; ${again.cpu.toFixed(2)} s CPU`,
    );
    await build(edition);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
