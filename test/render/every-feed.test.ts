import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import type { Correction } from "../../src/model/article.ts";
import type { Edition } from "../../src/model/edition.ts";
import { renderEveryFeed } from "../../src/render/every-feed.ts";
import { amina, island, moment, openHtml, sampleArticle, sampleEdition, samplePublication, transport } from "./sample-edition.ts";
import { morning, sampleIssue } from "./sample-issue.ts";

function documents(edition: Edition): ReadonlyMap<string, string> {
  return new Map([...renderEveryFeed(edition, () => 0)].map(({ address, pieces }) => [address, Buffer.concat(pieces).toString()]));
}

function jsonAt(made: ReadonlyMap<string, string>, address: string) {
  return parseJsonFeed(JSON.parse(made.get(address) ?? "null"));
}

/** The ids in the three feeds of a folder, which must be the same. */
function idsAt(made: ReadonlyMap<string, string>, folder: string): readonly (string | undefined)[] {
  const json = jsonAt(made, `${folder}feed.json`).items?.map(({ id }) => id) ?? [];
  expect(parseRssFeed(made.get(`${folder}feed.xml`) ?? "").items?.map(({ guid }) => guid?.value) ?? []).toEqual(json);
  expect(parseAtomFeed(made.get(`${folder}atom.xml`) ?? "").entries?.map(({ id }) => id) ?? []).toEqual(json);
  return json;
}

const withFeeds = (feeds: Partial<typeof samplePublication.feeds>) => ({
  ...samplePublication,
  feeds: { ...samplePublication.feeds, ...feeds },
});
const tag = (id: string) => `tag:lantern.example,2026:${id}`;

describe("the feeds of an edition", () => {
  it("are of the whole publication, each section, newsletter, person, language and topic, and of the corrections", () => {
    const [one, two] = [sampleArticle({ id: "one" }), sampleArticle({ id: "two", language: "fr" })];
    const made = documents(
      sampleEdition({
        articles: [one, two],
        people: [{ subject: amina, address: "/people/amina-yusuf/", articles: [one] }],
        languages: [
          { subject: { id: "en", tag: "en", name: "English" }, address: "/languages/en/", articles: [one] },
          { subject: { id: "fr", tag: "fr", name: "français" }, address: "/languages/fr/", articles: [two] },
        ],
        topics: [{ subject: transport, address: "/topics/transport/", articles: [one, two, one] }],
        newsletters: [
          {
            newsletter: morning,
            address: "/newsletters/morning/",
            issues: [sampleIssue()],
            elsewhere: [],
            toldByOthers: [],
            owed: [],
            skipped: [],
            next: { kind: "skipped", reason: "" },
          },
        ],
      }),
    );
    const folders = ["/", "/sections/island/", "/newsletters/morning/", "/people/amina-yusuf/"];
    folders.push("/languages/en/", "/languages/fr/", "/corrections/", "/topics/transport/");
    expect([...made.keys()]).toEqual(folders.flatMap((folder) => ["feed.xml", "atom.xml", "feed.json"].map((name) => folder + name)));
    expect(idsAt(made, "/")).toEqual([tag("one"), tag("two")]);
    expect(idsAt(made, "/languages/fr/")).toEqual([tag("two")]);
    expect(jsonAt(made, "/languages/fr/feed.json").language).toBe("fr");
    expect(idsAt(made, "/people/amina-yusuf/")).toEqual([tag("one")]);
    expect(jsonAt(made, "/sections/island/feed.json")).toMatchObject({
      title: "The Lantern & Post: Island & Sea",
      home_page_url: "https://lantern.example/paper/sections/island/",
    });
  });

  it("may each hold less, or only summaries, as the settings say", () => {
    const articles = ["a", "b", "c"].map((id) => sampleArticle({ id, text: "First words." }));
    const made = documents(
      sampleEdition({ articles, publication: withFeeds({ each: [{ feed: "sections/island", for: null, items: 2, content: "summary" }] }) }),
    );
    expect(idsAt(made, "/sections/island/")).toHaveLength(2);
    expect(made.get("/sections/island/feed.xml")).not.toContain("content:encoded>");
    expect(idsAt(made, "/")).toHaveLength(3);
    expect(made.get("/feed.xml")).toContain("<content:encoded>");
  });

  it("show each correction as an item of its own, under an id that a new wording keeps", () => {
    const at = moment("2026-11-23T10:00");
    const edition = (text: string) => {
      const notes: readonly Correction[] = [
        { at, kind: "correction", text },
        { at, kind: "clarification", text: "Both at once." },
      ];
      const article = sampleArticle({ corrections: notes });
      return sampleEdition({ articles: [article], corrections: notes.map((correction) => ({ article, correction })) });
    };
    const [made, reworded] = [documents(edition("It was €4.")), documents(edition("It was four euros."))];
    expect(idsAt(made, "/corrections/")).toEqual([
      tag("2026-11-23-ferry-fares/note-20261123T090000Z"),
      tag("2026-11-23-ferry-fares/note-20261123T090000Z-2"),
    ]);
    expect(idsAt(reworded, "/corrections/")).toEqual(idsAt(made, "/corrections/"));
    expect(jsonAt(made, "/corrections/feed.json").items?.[0]).toMatchObject({
      title: "Correction: Ferry fares to rise in January",
      url: "https://lantern.example/paper/2026/11/ferry-fares/",
      summary: "It was €4.",
    });
  });

  it("leave a notice of what was killed, in the words of the newsroom or in plain ones, among the stories and the corrections", () => {
    const withdrawals = [
      { tag: tag("withdrawn:2"), at: moment("2026-11-24T05:00"), published: moment("2026-11-20T06:00"), text: "We could not stand by it." },
      { tag: tag("withdrawn:1"), at: moment("2026-11-22T05:00"), published: moment("2026-11-20T06:00"), text: null },
    ];
    const made = documents(sampleEdition({ withdrawals }));
    expect(idsAt(made, "/")).toEqual([tag("withdrawn:2"), tag("2026-11-23-ferry-fares"), tag("withdrawn:1")]);
    const notices = jsonAt(made, "/corrections/feed.json").items;
    expect(notices?.map(({ title, summary }) => [title, summary])).toEqual([
      ["Withdrawn: a story of 20 November 2026", "We could not stand by it."],
      ["Withdrawn: a story of 20 November 2026", "A story published here on 20 November 2026 has been withdrawn."],
    ]);
  });

  it("tell all of an issue that its readers got", () => {
    const quotes = [{ text: "We had no choice", speaker: { name: "Grace Otieno", role: "harbour master" } }];
    const issue = sampleIssue({
      intro: "Good morning.\n\nIt rains.",
      stories: sampleIssue().stories.map((story) => ({ ...story, headline: "Fares & more", standfirst: null, quotes })),
      sponsor: {
        label: "Advertisement",
        name: "Net Lane Bakery",
        text: "Bread.",
        url: "https://bakery.example/?a&b",
        position: "after-lead",
      },
    });
    const newsletters = [
      {
        newsletter: morning,
        address: "/newsletters/morning/",
        issues: [issue],
        elsewhere: [],
        toldByOthers: [],
        owed: [],
        skipped: [],
        next: { kind: "skipped", reason: "" } as const,
      },
    ];
    const [item] = jsonAt(documents(sampleEdition({ newsletters })), "/newsletters/morning/feed.json").items ?? [];
    expect(item).toMatchObject({
      id: tag("issue:morning/2026-11-23").replace("issue:morning/", "issue%3Amorning%2F"),
      title: "Fares rise",
      url: issue.url,
    });
    for (const words of [
      "<p>Good morning.</p>\n<p>It rains.</p>",
      '<a href="https://lantern.example/paper/2026/11/ferry-fares/">Fares &amp; more</a>',
      "<cite>Grace Otieno, harbour master</cite>",
      "The Maria Dolores on Friday. <small>AFP</small>",
      '<a href="https://bakery.example/?a&amp;b" rel="sponsored">Net Lane Bakery</a> Bread.',
    ]) {
      expect(item?.content_html).toContain(words);
    }
  });
});

describe("older articles", () => {
  const articles = [
    ...["2026-11-23", "2026-11-22", "2026-01-02", "2025-12-31", "2025-03-01", "2023-07-07"].map((day) =>
      sampleArticle({ id: `${day}-story`, published: moment(`${day}T06:00`), figure: null }),
    ),
  ];
  const made = documents(sampleEdition({ articles, publication: withFeeds({ items: 2 }) }));
  const root = "https://lantern.example/paper";

  it("are in an archive for each year, and everything is found once by going back from the current feed", () => {
    for (const start of ["/atom.xml", "/feed.xml"]) {
      const text = made.get(start) ?? "";
      const current = start === "/feed.xml" ? parseRssFeed(text).atom?.links : parseAtomFeed(text).links;
      const ids =
        start === "/feed.xml" ? parseRssFeed(text).items?.map(({ guid }) => guid?.value) : parseAtomFeed(text).entries?.map(({ id }) => id);
      const found = [...(ids ?? [])];
      const way: string[] = [];
      let next = current?.find(({ rel }) => rel === "prev-archive")?.href;
      while (next !== undefined) {
        way.push(next);
        const archive = parseAtomFeed(made.get(next.slice(root.length)) ?? "");
        found.push(...(archive.entries?.map(({ id }) => id) ?? []));
        next = archive.links?.find(({ rel }) => rel === "prev-archive")?.href;
      }
      expect(way).toEqual(["2026", "2025", "2023"].map((year) => `${root}/feeds/archive/${year}.xml`));
      expect(found).toEqual(articles.map(({ id }) => tag(id)));
    }
  });

  it("lead forward again, to the current feed, and say that they are archives", () => {
    const text = made.get("/feeds/archive/2025.xml") ?? "";
    const links = parseAtomFeed(text).links?.map(({ rel, href }) => [rel, href]);
    expect(links).toEqual([
      ["alternate", `${root}/`],
      ["self", `${root}/feeds/archive/2025.xml`],
      ["current", `${root}/atom.xml`],
      ["prev-archive", `${root}/feeds/archive/2023.xml`],
      ["next-archive", `${root}/feeds/archive/2026.xml`],
    ]);
    expect(text).toContain('xmlns:fh="http://purl.org/syndication/history/1.0"');
    expect(text).toContain("<fh:archive/>");
    expect(made.get("/atom.xml")).not.toContain("fh:archive");
  });

  it("are found once by following next_url in JSON Feed", () => {
    const found: (string | undefined)[] = [];
    for (let next: string | undefined = "/feed.json"; next !== undefined; ) {
      const feed = jsonAt(made, next);
      found.push(...(feed.items?.map(({ id }) => id) ?? []));
      next = feed.next_url?.slice(root.length);
    }
    expect(found).toEqual(articles.map(({ id }) => tag(id)));
  });

  it("make no archive while the current feed holds everything", () => {
    const all = documents(sampleEdition({ articles }));
    expect([...all.keys()].filter((address) => address.startsWith("/feeds/"))).toEqual([]);
    expect(all.get("/atom.xml")).not.toContain("prev-archive");
    expect(jsonAt(all, "/feed.json").next_url).toBeUndefined();
  });
});

describe("the size of a feed", () => {
  const long = (count: number) =>
    openHtml(Array.from({ length: count }, (_, index) => `<p>Paragraph ${index} ${"word ".repeat(190)}</p>`).join("\n"));

  it("stays below what the settings say, with the same items in all formats and the rest in the archive", () => {
    const articles = ["a", "b", "c", "d"].map((id) => sampleArticle({ id, body: long(20) }));
    const made = documents(sampleEdition({ articles, publication: withFeeds({ size: 80 }) }));
    const count = idsAt(made, "/").length;
    expect(count).toBe(3);
    for (const name of ["feed.xml", "atom.xml", "feed.json"])
      expect(Buffer.byteLength(made.get(`/${name}`) ?? "")).toBeLessThanOrEqual(80_000);
    expect(parseAtomFeed(made.get("/feeds/archive/2026.xml") ?? "").entries).toHaveLength(1);
  });

  it("ends a body that is too large after a whole paragraph, with a link to the rest", () => {
    const article = sampleArticle({ body: long(100) });
    const made = documents(sampleEdition({ articles: [article], publication: withFeeds({ size: 40 }) }));
    const html = jsonAt(made, "/feed.json").items?.[0]?.content_html ?? "";
    expect(html).toContain("<p>Paragraph 9 word");
    expect(html).not.toContain("Paragraph 10 ");
    expect(html.match(/<p>/g)?.length).toBe(html.match(/<\/p>/g)?.length);
    expect(html).toContain(`word </p>\n<p><a href="${article.url}">The rest of this story is in The Lantern &amp; Post.</a></p>`);
  });

  it("never leaves half a list, a figure or a quotation", () => {
    const body = openHtml(
      `<p>Short.</p>\n<blockquote><p>${"word ".repeat(1000)}</p><p>${"word ".repeat(1500)}</p></blockquote>\n<p>End.</p>`,
    );
    const made = documents(sampleEdition({ articles: [sampleArticle({ body })], publication: withFeeds({ size: 40 }) }));
    const html = jsonAt(made, "/feed.json").items?.[0]?.content_html ?? "";
    expect(html).toContain("<p>Short.</p>\n<p><a href");
    expect(html).not.toContain("<blockquote>");
  });
});

describe("addresses in a feed's bodies", () => {
  it("are all absolute, whatever the copy wrote", () => {
    const body = openHtml(
      '<p><a href="../harbour/?a=1&amp;b=2">up</a> <a href="//cdn.example/x">bare</a> <a href="mailto:a@b.example">mail</a> <a href="http://[">no</a></p>',
    );
    const item = jsonAt(
      documents(
        sampleEdition({ articles: [sampleArticle({ body })], sections: [{ subject: island, address: "/sections/island/", articles: [] }] }),
      ),
      "/feed.json",
    ).items?.[0];
    expect(item?.content_html).toContain(
      '<p><a href="https://lantern.example/paper/2026/11/harbour/?a=1&amp;b=2">up</a> <a href="https://cdn.example/x">bare</a> <a href="mailto:a@b.example">mail</a> <a>no</a></p>',
    );
  });
});
