import { mkdtemp, readFile, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Article } from "../../src/model/article.ts";
import { writeFeeds } from "../../src/publish/write-feeds.ts";
import { writeManifest } from "../../src/publish/write-manifest.ts";
import { sampleArticle, sampleEdition } from "../render/sample-edition.ts";

describe("the feeds of one build after another", () => {
  let folder: string;
  const output = () => path.join(folder, "dist");
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "feeds-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function build(articles: readonly Article[]) {
    const stage = path.join(folder, "stage");
    const feeds = await writeFeeds(sampleEdition({ articles }), () => 0, stage, output());
    await writeManifest(stage, feeds.files);
    await rm(output(), { recursive: true, force: true });
    await rename(stage, output());
    return feeds.written;
  }
  const inode = async (name: string) => (await stat(path.join(output(), "site", name))).ino;

  it("are written anew only where something changed; the others keep their file, and with it its date", async () => {
    const [one, two] = [sampleArticle({ id: "one", section: null }), sampleArticle({ id: "two" })];
    expect(await build([one, two])).toHaveLength(9);
    const [whole, section] = [await inode("feed.xml"), await inode("sections/island/feed.xml")];
    expect(await build([one, two])).toEqual([]);
    expect([await inode("feed.xml"), await inode("sections/island/feed.xml")]).toEqual([whole, section]);
    const edited = { ...one, headline: "One, edited" };
    expect(await build([edited, two])).toEqual(["site/feed.xml", "site/atom.xml", "site/feed.json"]);
    expect(await inode("sections/island/feed.xml")).toBe(section);
    expect(await readFile(path.join(output(), "site/feed.xml"), "utf8")).toContain("One, edited");
  });

  it("are written again when the last build lost a file", async () => {
    await build([sampleArticle()]);
    await rm(path.join(output(), "site/feed.xml"));
    expect(await build([sampleArticle()])).toEqual(["site/feed.xml"]);
  });

  it("stand in the manifest with their size and hash, without being read again", async () => {
    await build([sampleArticle()]);
    const manifest = JSON.parse(await readFile(path.join(output(), "manifest.json"), "utf8"));
    const listed = manifest.files.find(({ path: name }: { path: string }) => name === "site/feed.xml");
    expect(listed.bytes).toBe((await readFile(path.join(output(), "site/feed.xml"))).length);
  });
});
