import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadNewsroom } from "../../src/content/load-newsroom.ts";
import { compileEdition } from "../../src/edition/compile-edition.ts";
import { readMoment } from "../../src/model/time.ts";
import { copyNewsroom } from "../golden-newsroom.ts";

describe("an edition", () => {
  let root: string;
  let remove: () => Promise<void>;
  beforeEach(async () => {
    ({ root, remove } = await copyNewsroom("golden"));
  });
  afterEach(() => remove());

  const file = (name: string) => path.join(root, "content", "articles", "2026", "11", name);
  const put = (name: string, front: string, body = "Text.") => writeFile(file(name), `---\n${front}\n---\n${body}\n`);
  async function compile(asOf: string) {
    const { newsroom, problems } = await loadNewsroom(root);
    if (newsroom === null) throw new Error(JSON.stringify(problems));
    const moment = readMoment(asOf, newsroom.publication.zone);
    if (moment === null) throw new Error("no moment");
    return compileEdition(newsroom, moment);
  }

  it("holds an article from the very minute its embargo ends, in the publication's zone", async () => {
    await put("e.md", "headline: Sealed\npublished: 2026-11-23T05:00\nembargo: 2026-11-23T12:00");
    const has = async (asOf: string) => (await compile(asOf)).edition.articles.some((article) => article.id === "e");
    expect([await has("2026-11-23T11:59"), await has("2026-11-23T12:00"), await has("2026-11-23T12:59+01:00")]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("keeps an article's permanent id when headline, slug, section and address of the publication change", async () => {
    const before = (await compile("2026-11-24")).edition.articles.find((article) => article.headline.startsWith("The old crane"));
    const text = await readFile(file("2026-11-20-crane-returns.md"), "utf8");
    await rm(file("2026-11-20-crane-returns.md"));
    await writeFile(
      file("crane.md"),
      text
        .replace(
          "headline: The old crane returns to the quay",
          "id: 2026-11-20-crane-returns\nheadline: Crane back\nslug: crane\nformerly: [/2026/11/crane-returns/]",
        )
        .replace("section: water", "section: town"),
    );
    const settings = path.join(root, "content", "publication.yaml");
    await writeFile(settings, (await readFile(settings, "utf8")).replace("https://quay.example/paper/", "https://observer.example/"));
    const { edition, problems } = await compile("2026-11-24");
    const after = edition.articles.find((article) => article.headline === "Crane back");
    expect(problems).toEqual([]);
    expect(after?.tag).toBe(before?.tag);
    expect(after?.url).toBe("https://observer.example/2026/11/crane/");
    expect(edition.redirects).toEqual([{ from: "/2026/11/crane-returns/", to: "/2026/11/crane/" }]);
  });

  it("drops a picture from the surfaces its rights do not cover, and from all when they end", async () => {
    await put(
      "p.md",
      "headline: Pictured\npublished: 2026-11-21\nfigure: { src: crane.svg, alt: A crane., credit: Ana, rights: { feeds: false, until: 2026-11-23 } }",
    );
    const rights = async (asOf: string) => (await compile(asOf)).edition.articles.find((article) => article.id === "p")?.figure?.rights;
    expect(await rights("2026-11-22T23:59")).toEqual({ site: true, feeds: false, mail: true });
    expect(await rights("2026-11-23T00:00")).toEqual({ site: false, feeds: false, mail: false });
  });

  it("names no picture of an article that is not out", async () => {
    await rm(file("2026-11-20-crane-returns.md"));
    await rm(path.join(root, "content", "issues"), { recursive: true });
    await rm(file("2026-11-18-harbour-dues.md"));
    await rm(file("2026-11-22-arabic.md"));
    await put("s.md", "headline: Later\npublished: 2027-01-01\nfigure: { src: crane.svg, alt: A crane. }");
    expect((await compile("2026-11-24")).edition.pictures).toEqual([]);
  });

  it("lists each language by its own name, the publication's first, and none when there is only one", async () => {
    await put("f.md", "headline: Le quai\npublished: 2026-11-21\nlanguage: fr");
    const languages = async () =>
      (await compile("2026-11-24")).edition.languages.map(({ subject, address, articles }) => [subject.name, address, articles.length]);
    expect(await languages()).toEqual([
      ["English", "/languages/en/", 3],
      ["العربية", "/languages/ar/", 1],
      ["français", "/languages/fr/", 1],
    ]);
    await rm(file("f.md"));
    await rm(file("2026-11-22-arabic.md"));
    expect(await languages()).toEqual([]);
  });

  it("keeps a notice of a killed article that had been out, where the publication says so, and nothing of the article", async () => {
    const settings = path.join(root, "content", "publication.yaml");
    const withdrawals = async (asOf: string) => (await compile(asOf)).edition.withdrawals;
    await put("a.md", "headline: Wrong\npublished: 2026-11-21\nstatus: killed\nkill: { at: 2026-11-22T10:00, text: We were wrong. }");
    await put("b.md", "headline: Never out\npublished: 2026-11-23\nstatus: killed\nkill: 2026-11-22T10:00");
    expect(await withdrawals("2026-11-24")).toEqual([]);
    await writeFile(settings, `${await readFile(settings, "utf8")}killNotice: true\n`);
    const found = await withdrawals("2026-11-24");
    expect(found.map(({ tag, text }) => [tag, text])).toEqual([
      ["tag:quay.example,2026:withdrawn%3A20261122T100000Z", "We were wrong."],
      ["tag:quay.example,2026:withdrawn%3A20261119T060000Z", null],
    ]);
    expect((await withdrawals("2026-11-22T09:59")).map(({ text }) => text)).toEqual([null]);
  });

  it("says when the settings ask for a feed that no article belongs in", async () => {
    const settings = path.join(root, "content", "publication.yaml");
    await writeFile(settings, `${await readFile(settings, "utf8")}feeds: { each: [topics/Harbour, topics/harbor, corrections] }\n`);
    expect((await compile("2026-11-24")).problems.map(({ code, message }) => [code, message])).toEqual([
      ["feed-without-articles", "The feed topics/harbor is asked for under `feeds`, and no article belongs in it, so it is not made."],
    ]);
  });

  it("relates articles only to others that are out, in their language, with the reason in words", async () => {
    await put("k.md", "headline: Crane withdrawn from the quay\npublished: 2026-11-21\nstatus: killed", "The harbour crane and the quay.");
    await put(
      "r.md",
      "headline: Crane and harbour dues\npublished: 2026-11-22\ntopics: [harbour]\nrelated: [k]",
      "Captains pay harbour dues for the crane, which lifts nets, masts and now and then a tractor.",
    );
    const { edition, problems } = await compile("2026-11-24");
    const related = edition.articles.find((article) => article.id === "r")?.related ?? [];
    expect(problems).toEqual([]);
    expect(related.map((link) => link.kind === "article" && link.id)).not.toContain("k");
    expect(related.map((link) => link.kind === "article" && link.id)).toContain("2026-11-20-crane-returns");
    expect(related[0]?.why).toContain("both about harbour");
  });

  it("turns a headline elsewhere into a link of ours once an article carries it", async () => {
    await put(
      "w.md",
      "headline: Pasted\npublished: 2026-11-22\nrelated: [{ headline: The old crane RETURNS to the quay, section: Water }]",
    );
    const link = (await compile("2026-11-24")).edition.articles.find((article) => article.id === "w")?.related[0];
    expect(link).toMatchObject({ kind: "article", id: "2026-11-20-crane-returns" });
  });

  it("drafts the next issue from what no earlier one carried or passed over, a backdated story included", async () => {
    await put("late.md", "headline: Written late\npublished: 2026-11-17");
    const next = (await compile("2026-11-24T09:00")).edition.newsletters[0]?.next;
    if (next?.kind !== "issue") throw new Error("no draft");
    expect(next.issue.stories.map((story) => story.id)).toEqual(["2026-11-23-fog", "late"]);
    expect([next.issue.number, next.issue.date]).toEqual([2, "2026-11-24"]);
  });

  it("says why there is no next issue", async () => {
    const next = (await compile("2026-11-20T07:30")).edition.newsletters[0]?.next;
    expect(next).toEqual({ kind: "skipped", reason: "nothing new since issue 1 (2026-11-20); Morning Tide wants at least 1" });
  });

  it("is frozen all the way down", async () => {
    const { edition } = await compile("2026-11-24");
    const article = edition.articles[0];
    expect([edition, edition.articles, article, article?.topics, article?.byline[0]].every((part) => Object.isFrozen(part))).toBe(true);
  });
});
