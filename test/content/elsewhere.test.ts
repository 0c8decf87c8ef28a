import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { loadNewsroom } from "../../src/content/load-newsroom.ts";
import { readSavedFeed } from "../../src/content/saved-feed.ts";
import { isoMoment } from "../../src/model/time.ts";

const zone = "Europe/Malta";
const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>The Gazette &amp;amp; Post</title><link>https://gazette.example/</link>${items}</channel></rss>`;

describe("a saved feed", () => {
  it("reads RSS: words without their markup, an address, a date with a named zone", () => {
    const feed = readSavedFeed(
      rss(
        "<item><title>R&amp;amp;D at the &lt;i&gt;weir&lt;/i&gt;</title><link>/weir</link><description>&lt;p&gt;It &lt;b&gt;holds&lt;/b&gt;.&lt;script&gt;x()&lt;/script&gt;&lt;/p&gt;</description><pubDate>Fri, 20 Nov 2026 06:00:00 EST</pubDate></item>",
      ),
      zone,
    );
    expect(feed?.title).toBe("The Gazette & Post");
    const [item] = feed?.items ?? [];
    expect(item).toMatchObject({ headline: "R&D at the weir", url: "https://gazette.example/weir", standfirst: "It holds." });
    expect(item?.published && isoMoment(item.published)).toBe("2026-11-20T12:00:00+01:00");
  });

  it("reads Atom: text titles as they stand, the alternate link, the date of publication before that of a change", () => {
    const feed = readSavedFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">A &amp;amp; B</title><link href="https://a.example/"/>
      <entry><title type="text">5 &lt; 6 &amp;amp; so on</title><link rel="enclosure" href="https://a.example/x.mp3"/><link href="one"/><published>2026-11-20T05:00:00Z</published><updated>2026-11-21T05:00:00Z</updated></entry></feed>`,
      zone,
    );
    expect(feed?.title).toBe("A & B");
    expect(feed?.items[0]).toMatchObject({ headline: "5 < 6 &amp; so on", url: "https://a.example/one" });
    expect(feed?.items[0]?.published?.toISO()).toBe("2026-11-20T06:00:00.000+01:00");
  });

  it("reads JSON Feed, and takes the address of a page elsewhere where the item has none of its own", () => {
    const feed = readSavedFeed(
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "J",
        items: [{ id: "1", external_url: "https://j.example/1", title: "A &amp; b", date_published: "2026-11-20T06:00:00+01:00" }],
      }),
      zone,
    );
    expect(feed?.items[0]).toMatchObject({ headline: "A &amp; b", url: "https://j.example/1" });
  });

  it.each([
    "",
    "not a feed",
    "<html><body>503</body></html>",
    '{"a":1}',
    "<rss><channel><item><title>x",
    "\u0000\u0001",
    "[1,2]",
  ])("is none when it reads %j", (text) => {
    expect(readSavedFeed(text, zone)).toBeNull();
  });

  it("survives a headline of ten thousand nested elements", () => {
    const deep = "&lt;b&gt;".repeat(10_000);
    expect(readSavedFeed(rss(`<item><title>${deep}x</title><link>https://g.example/</link></item>`), zone)?.items).toHaveLength(1);
  });
});

describe("headlines from elsewhere", () => {
  const made: string[] = [];
  afterEach(async () => {
    for (const folder of made.splice(0)) await rm(folder, { recursive: true });
  });

  async function newsroomWith(files: Readonly<Record<string, string | Buffer>>, feeds: string) {
    const root = await mkdtemp(path.join(tmpdir(), "elsewhere-"));
    made.push(root);
    await cp(path.resolve(import.meta.dirname, "../newsrooms/broken/saved-feed-missing"), root, { recursive: true });
    await mkdir(path.join(root, "content/elsewhere"), { recursive: true });
    for (const [name, words] of Object.entries(files)) await writeFile(path.join(root, "content/elsewhere", name), words);
    await writeFile(
      path.join(root, "content/publication.yaml"),
      `name: The Mill Post\nurl: https://mill.example\nlanguage: en\nzone: ${zone}\nsections: [{ id: town, name: Town }, { id: river, name: River }]\npeople: [{ id: ada-vella, name: Ada Vella }]\nnewsletters:\n  - { id: daily, name: Daily, from: desk@mill.example, elsewhere: { feeds: ${feeds}, max: 3 } }\n  - { id: plain, name: Plain, from: desk@mill.example }\n`,
    );
    const { newsroom, problems } = await loadNewsroom(root);
    return { elsewhere: newsroom?.elsewhere ?? [], problems, newsroom };
  }

  const item = (name: string, day: number, address = `https://gazette.example/${name}`) =>
    `<item><title>${name}</title><link>${address}</link><pubDate>${new Date(Date.UTC(2026, 10, day, 6)).toUTCString()}</pubDate></item>`;

  it("come from all of a newsletter's feeds, each address once, newest first, with their source", async () => {
    const { elsewhere, problems } = await newsroomWith(
      {
        "a.xml": rss(item("weir", 18) + item("race", 20)),
        "b.xml": rss(item("twice", 19, "http://gazette.example/weir?utm_source=b#top") + item("eel", 20, "https://eel.example/")),
      },
      "[a.xml, { file: b.xml, source: The Other }]",
    );
    expect(problems).toEqual([]);
    expect(elsewhere.map(({ newsletter }) => newsletter)).toEqual(["daily"]);
    expect(elsewhere[0]?.items.map(({ headline, url, source }) => [headline, url, source])).toEqual([
      ["eel", "https://eel.example/", "The Other"],
      ["race", "https://gazette.example/race", "The Gazette & Post"],
      ["twice", "http://gazette.example/weir#top", "The Other"],
    ]);
  });

  it("are read in the encoding their feed declares", async () => {
    const latin = Buffer.from(`<?xml version="1.0" encoding="iso-8859-1"?>${rss(item("Café", 20)).slice(21)}`, "latin1");
    const { elsewhere } = await newsroomWith({ "a.xml": latin }, "[a.xml]");
    expect(elsewhere[0]?.items[0]?.headline).toBe("Café");
  });

  it("stop no newsroom when a feed is broken: the others are taken, and the editor is told", async () => {
    const { elsewhere, problems, newsroom } = await newsroomWith(
      { "a.xml": "<html>503</html>", "b.xml": rss(item("weir", 18)) },
      "[a.xml, b.xml]",
    );
    expect(newsroom).not.toBeNull();
    expect(problems.map(({ code, severity, place }) => [code, severity, place.file])).toEqual([
      ["saved-feed-unreadable", "warning", "content/elsewhere/a.xml"],
    ]);
    expect(elsewhere[0]?.items.map(({ headline }) => headline)).toEqual(["weir"]);
  });
});
