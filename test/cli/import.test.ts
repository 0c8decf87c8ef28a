import { mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importCopy } from "../../src/cli/import.ts";
import { UsageError } from "../../src/cli/usage.ts";
import { copyNewsroom } from "../golden-newsroom.ts";

const story = (headline: string) => `${headline}

By Ann Bell

The ferry ran late again on Tuesday, and traders on the quay of Salina Bay said that their fish was spoiling in the heat.

The company said that the engine would be mended by Friday, and that a second boat was on its way from Velmar.
`;

describe("import", () => {
  let root = "";
  let remove = async (): Promise<void> => {};
  beforeEach(async () => {
    ({ root, remove } = await copyNewsroom("golden"));
    await mkdir(path.join(root, "in"));
  });
  afterEach(() => remove());

  const place = (name: string): string => path.join(root, "in", name);
  const run = async (names: readonly string[], json = false, byline: string | null = null) => {
    const out: string[] = [];
    const code = await importCopy({
      arguments: names.map(place),
      root,
      json,
      captured: "2026-11-23T10:00+00:00",
      byline,
      print: (text) => out.push(text),
      talk: () => {},
      colour: false,
    });
    return { code, text: out.join("\n") };
  };

  it("says for each field from which lines it was read, and marks what is not sure", async () => {
    await writeFile(place("a.txt"), story("Ferry late for the third week"));
    const { code, text } = await run(["a.txt"]);
    expect(code).toBe(0);
    expect(text).toMatch(/Read from the copy:\n {2}headline +line 1\n {2}byline +line 3\n {2}body +lines 5–7\n/);
    await writeFile(place("b.txt"), story("Second boat on its way").replace("on Tuesday", "on Tuesday, November 17,"));
    expect((await run(["b.txt"])).text).toMatch(/published +line 5 {3}not sure/);
  });

  it("sets a byline that can be read two ways only when told whose it is", async () => {
    const copy = `${story("Ferry late for the third week").replace("By Ann Bell\n\n", "")}\nBy AFP 2 hrs ago\nBusiness\nBank opens on the quay\n`;
    await writeFile(place("a.txt"), copy);
    await expect(run(["a.txt"], false, "ours")).rejects.toThrow(UsageError);
    const { text } = await run(["a.txt"], true, "story");
    expect(text).not.toContain("byline-ambiguous");
    const [{ file }] = JSON.parse(text);
    expect(await readFile(path.join(root, file), "utf8")).toContain("byline:\n  - agency: AFP\n");
  });

  it("gives machines the fields with lines and confidence, and what can be read two ways", async () => {
    await writeFile(
      place("a.txt"),
      `${story("Ferry late for the third week")}\nBy AFP 2 hrs ago\nBusiness\nBank opens on the quay\n`.replace("By Ann Bell\n\n", ""),
    );
    const { text } = await run(["a.txt"], true);
    expect(JSON.parse(text)).toMatchObject([
      {
        headline: "Ferry late for the third week",
        fields: expect.arrayContaining([{ field: "headline", first: 1, last: 1, confidence: expect.any(Number) }]),
        ambiguities: expect.arrayContaining([
          expect.objectContaining({ code: "byline-ambiguous", readings: [expect.any(String), expect.any(String)] }),
        ]),
      },
    ]);
  });

  it("opens a folder, passes over what is no copy, and sums up", async () => {
    await mkdir(place("monday/late"), { recursive: true });
    await writeFile(place("monday/one.txt"), story("Ferry late for the third week"));
    await writeFile(place("monday/late/two.txt"), story("Second boat on its way"));
    await writeFile(place("monday/boat.jpg"), Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3));
    await writeFile(place("monday/.hidden"), "no copy");
    await symlink(place("monday/one.txt"), place("monday/zz.txt"));
    const first = await run(["monday"]);
    expect(first.code).toBe(0);
    expect(first.text).toContain("boat.jpg was passed over. This is a picture");
    expect(first.text).toContain("2 articles were written, 1 passed over.");
    const again = await run(["monday"]);
    expect(again.text).toContain("2 imported before, 1 passed over.");
  });

  it.each([
    ["a PDF", "story.pdf", "%PDF-1.7\n1 0 obj", "This is a PDF. Open it, and copy the words"],
    ["a Word document", "story.docx", "PK\u0003\u0004word/document.xml", "This is a Word document"],
    ["bytes without sense", "story.txt", "a\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000e".repeat(20), "This file is not text."],
    ["nothing", "story.txt", "", "There are no words in this copy."],
  ])("refuses %s in words, and writes nothing", async (_, name, content, words) => {
    await writeFile(place(name), content);
    const before = await readdir(path.join(root, "content"), { recursive: true });
    const { code, text } = await run([name]);
    expect(code).toBe(1);
    expect(text).toContain(words);
    expect(text).toContain("Nothing was written.");
    expect(await readdir(path.join(root, "content"), { recursive: true })).toEqual(before);
  });

  it("tells plainly that a file or the copy in a folder is missing", async () => {
    await mkdir(place("bare"));
    await expect(run(["gone.txt"])).rejects.toThrow(UsageError);
    await expect(run(["gone.txt"])).rejects.toThrow(/There is no file .*gone\.txt\. Check the name\./);
    await expect(run(["bare"])).rejects.toThrow(/no files in the folder/);
  });

  it("reads Windows-1252, UTF-16, Windows line ends and the source of a page, each with a word to the editor", async () => {
    await writeFile(place("w.txt"), Buffer.from(story("José’s ferry").replaceAll("\n", "\r\n").replace("’", "\u0092"), "latin1"));
    await writeFile(place("u.txt"), Buffer.from(`\ufeff${story("Ferry in two bytes")}`, "utf16le"));
    await writeFile(
      place("h.txt"),
      "<div><h1>Ferry in tags</h1><p>The ferry ran late again on Tuesday &amp; traders were angry.</p><p>The engine will be mended.</p></div>",
    );
    const { code, text } = await run(["w.txt", "u.txt", "h.txt"]);
    expect(code).toBe(0);
    expect(text).toContain("read as Windows-1252");
    expect(text).toContain("source of a web page");
    const articles = path.join(root, "content", "articles", "2026", "11");
    const written = await Promise.all((await readdir(articles)).map((name) => readFile(path.join(articles, name), "utf8")));
    for (const words of ["José’s ferry", "Ferry in two bytes", "again on Tuesday & traders"]) expect(written.join("\n")).toContain(words);
    await rm(articles, { recursive: true });
  });
});
