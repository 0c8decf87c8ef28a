import { appendFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { broadsheet, copyNewsroom } from "../golden-newsroom.ts";

describe("the command, in a temporary newsroom", () => {
  let root: string;
  let remove: () => Promise<void>;
  beforeEach(async () => {
    ({ root, remove } = await copyNewsroom("golden"));
  });
  afterEach(() => remove());

  const article = () => path.join(root, "content", "articles", "2026", "11", "2026-11-20-crane-returns.md");

  it("keeps the old output and says so when the copy has a mistake", async () => {
    expect((await broadsheet(root, ["build", "--as-of", "2026-11-24T09:00"])).code).toBe(0);
    const before = await readFile(path.join(root, "dist", "manifest.json"), "utf8");
    await writeFile(article(), (await readFile(article(), "utf8")).replace("section: water", "section: watre"));
    const run = await broadsheet(root, ["build", "--as-of", "2026-11-24T09:00"]);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("content/articles/2026/11/2026-11-20-crane-returns.md");
    expect(run.stderr).toContain("unknown-section");
    expect(run.stderr).toContain("water");
    expect(run.stderr).toContain("Nothing was written");
    expect(await readFile(path.join(root, "dist", "manifest.json"), "utf8")).toBe(before);
  });

  it("reports mistakes of several files together, in the order of the files", async () => {
    await writeFile(article(), (await readFile(article(), "utf8")).replace("crane.svg", "crain.svg"));
    await writeFile(path.join(root, "content/articles/2026/11/2026-11-25-x.md"), "---\nheadline: X\npublished: 2026-13-45\n---\nText.\n");
    const run = await broadsheet(root, ["check"]);
    expect(run.code).toBe(1);
    expect(run.stdout.indexOf("picture-missing")).toBeGreaterThan(0);
    expect(run.stdout.indexOf("impossible-date")).toBeGreaterThan(run.stdout.indexOf("picture-missing"));
    expect(run.stdout).toContain("2 errors");
  });

  it("stops a build when a stored quote differs from the body by one letter, and shows both", async () => {
    const file = path.join(root, "content", "articles", "2026", "11", "2026-11-18-harbour-dues.md");
    await writeFile(file, (await readFile(file, "utf8")).replace("A boat that pays nothing", "A boat that paid nothing"));
    const run = await broadsheet(root, ["build"]);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("quote-not-verbatim");
    expect(run.stderr).toContain("9:5");
    expect(run.stderr).toContain("pays nothing");
    expect(run.stderr).toContain("paid nothing");
  });

  it("stops a build whose own template alters a quotation, and leaves the old output as it was", async () => {
    const templates = path.join(root, "content", "_templates", "partials");
    await mkdir(templates, { recursive: true });
    const shipped = await readFile(path.join(import.meta.dirname, "../../templates/partials/picture.njk"), "utf8");
    await writeFile(path.join(templates, "picture.njk"), shipped.replace("one.text | quoted", "one.text | upper | quoted"));
    const run = await broadsheet(root, ["build", "--as-of", "2026-11-24T09:00"]);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(
      /A quotation on site\/\S+ is not what was said[\s\S]*said: [\s\S]*shown: [\s\S]*content\/_templates[\s\S]*Nothing was written/,
    );
    expect((await readdir(root)).filter((name) => name !== ".broadsheet")).toEqual(["content"]);
  });

  it("refuses two articles at one address", async () => {
    await writeFile(
      path.join(root, "content/articles/crane.md"),
      "---\nheadline: Crane\npublished: 2026-11-21\nslug: crane-returns\n---\nText.\n",
    );
    const run = await broadsheet(root, ["build"]);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("address-twice");
  });

  it("prints the edition as one JSON value with quotes and related links", async () => {
    const run = await broadsheet(root, ["inspect", "--json", "--as-of", "2026-11-24T09:00"]);
    const edition = JSON.parse(run.stdout);
    const crane = edition.articles.find((one: { id: string }) => one.id === "2026-11-20-crane-returns");
    expect(crane.url).toBe("https://quay.example/paper/2026/11/crane-returns/");
    expect(crane.quotes.map((quote: { speaker: { name: string } }) => quote.speaker.name)).toEqual(["Rosa Brandão", "Rosa Brandão"]);
    expect(crane.quotes[0].why).toMatch(/whole sentence|part of a sentence|chosen by the editor/);
    expect(crane.quotes[0].url).toMatch(/\/crane-returns\/#p-[0-9a-z]{7}$/);
    expect(edition.speakers.map((one: { name: string; url: string }) => [one.name, one.url])).toContainEqual([
      "Rosa Brandão",
      "https://quay.example/paper/speakers/rosa-brandao/",
    ]);
    const words = await broadsheet(root, ["inspect", "2026-11-20-crane-returns", "--as-of", "2026-11-24T09:00"]);
    expect(words.stdout).toMatch(/Key quotes[\s\S]*Rosa Brandão, harbour engineer: [\s\S]*Related links[\s\S]*chosen by the editor/);
    const none = await broadsheet(root, ["inspect", "2026-11-20-crane-return", "--as-of", "2026-11-24T09:00"]);
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("Did you mean “2026-11-20-crane-returns”?")]);
    expect(crane.related[0]).toMatchObject({ id: "2026-11-18-harbour-dues", why: "chosen by the editor" });
    expect(crane.related[1]).toMatchObject({ id: null, url: "https://cranes.example/keep" });
    expect(crane.byline).toEqual([
      { kind: "person", name: "João Reis" },
      { kind: "person", name: "Inês Duarte" },
    ]);
  });

  it("says which command there is not, and leaves with 2", async () => {
    const run = await broadsheet(root, ["publish"]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("There is no command “publish”");
  });

  it("refuses to replace a folder that no build made", async () => {
    await mkdir(path.join(root, "mine"));
    await writeFile(path.join(root, "mine", "thesis.txt"), "years of work");
    const run = await broadsheet(root, ["build", "--out", path.join(root, "mine")]);
    expect(run.code).toBe(2);
    expect(await readdir(path.join(root, "mine"))).toEqual(["thesis.txt"]);
  });

  it("imports pasted copy as an article once, a second time changes nothing, and a headline at its end becomes a link on every surface", async () => {
    const pasted = path.join(root, "pasted.txt");
    await writeFile(pasted, pastedPage);
    const first = await broadsheet(root, ["import", pasted, "--captured", "2026-11-23T10:00+00:00"]);
    expect(first.code).toBe(0);
    expect(first.stdout).toContain("For an editor to decide:");
    expect(first.stdout).toMatch(/The desk would ask:[\s\S]*“last month” meant October 2026/);
    const files = (await readdir(path.join(root, "content"), { recursive: true })).sort();
    const second = await broadsheet(root, ["import", pasted, "--captured", "2026-11-23T10:00+00:00"]);
    expect(second.code).toBe(0);
    expect(second.stdout).toContain("was imported before");
    expect((await readdir(path.join(root, "content"), { recursive: true })).sort()).toEqual(files);
    // One of the two headlines at its end is a story of ours by now, typed by somebody else.
    await writeFile(
      path.join(root, "content/articles/2026/11/2026-11-22-nights.md"),
      "---\nheadline: Night Buses to Run Until Two in the Morning…\npublished: 2026-11-22T20:00\n---\nThe last one leaves the quay at two.\n",
    );
    const build = await broadsheet(root, ["build", "--as-of", "2026-11-24T09:00"]);
    expect(build.stderr).not.toMatch(/[1-9] errors?/);
    expect(build.code).toBe(0);
    const mail = await readFile(path.join(root, "dist/mail/morning/next.txt"), "utf8");
    expect(mail).toContain("Pilots will guide every tanker");
    const link = "https://quay.example/paper/2026/11/nights/";
    const page = await readFile(
      path.join(root, "dist/site/2026/11/pilots-will-guide-every-tanker-into-the-bay-from-march/index.html"),
      "utf8",
    );
    expect(page).toContain('<a href="/paper/2026/11/nights/" dir="auto">Night Buses to Run Until Two in the Morning…</a>');
    expect(page).toMatch(/Town<\/span>\s*<span class="related__headline">Library opens on Sundays for the first time<\/span>/);
    for (const file of ["site/feed.xml", "site/atom.xml", "site/feed.json", "mail/morning/next.html", "mail/morning/next.txt"]) {
      const text = await readFile(path.join(root, "dist", file), "utf8");
      expect(text.split(link).length, file).toBeGreaterThan(1);
      expect(text, file).toMatch(/Library\s+opens\s+on\s+Sundays/);
    }
    expect(mail).toContain("Maria Leal");
  });

  it("makes an article file to fill in, and never overwrites one", async () => {
    const first = await broadsheet(root, ["new", "Bell tower struck by lightning"]);
    expect(first.code).toBe(0);
    expect((await broadsheet(root, ["check"])).code).toBe(0);
    expect((await broadsheet(root, ["new", "Bell tower struck by lightning"])).code).toBe(1);
  });

  it("answers an empty folder and a missing publication.yaml with one clear problem each", async () => {
    await rm(path.join(root, "content", "articles"), { recursive: true });
    const empty = await broadsheet(root, ["build"]);
    expect([empty.code, empty.stderr.includes("no-articles")]).toEqual([1, true]);
    await rm(path.join(root, "content", "publication.yaml"));
    const missing = await broadsheet(root, ["build"]);
    expect([missing.code, missing.stderr.includes("publication-missing")]).toEqual([1, true]);
  });

  it("warns of what it cleaned and publishes all the same", async () => {
    await appendFile(article(), '\n<script>alert("x")</script>\n');
    const run = await broadsheet(root, ["build", "--as-of", "2026-11-24T09:00"]);
    expect(run.code).toBe(0);
    expect(run.stderr).toContain("raw-html-cleaned");
    expect(await readFile(path.join(root, "dist/site/2026/11/crane-returns/index.html"), "utf8")).not.toContain('alert("x")');
  });
});

// Invented copy in the shape of a page that was selected and pasted whole.
const pastedPage = `Pilots will guide every tanker into the bay from March

The pilot boat leaving the harbour last winter. [Tide Agency]

Harbour master Maria Leal on Thursday, November 19, said that every tanker will take a pilot aboard before it enters the bay.

The rule follows two groundings last month, when ships came in at night without one.

"We will not wait for a third one to teach us what the first two already taught us," Leal said.

It begins in March, when four new pilots finish their training at the school across the water.

"A pilot costs less than a tug, and a tug costs less than a beach," Leal added.

By Tide Agency 2 hrs ago
Town
Library opens on Sundays for the first time
Town
Night buses to run until two in the morning
By Ana Silva 15 hrs ago
`;
