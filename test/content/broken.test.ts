import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { loadNewsroom } from "../../src/content/load-newsroom.ts";
import { compileEdition } from "../../src/edition/compile-edition.ts";
import { sortProblems } from "../../src/model/problem.ts";
import { moment } from "../render/sample-edition.ts";
import { problemLines } from "./problem-lines.ts";

const broken = path.resolve(import.meta.dirname, "../newsrooms/broken");
const mistakes = (await readdir(broken)).sort();
const made: string[] = [];

afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true });
});

/** A copy of a newsroom to be broken in ways that version control cannot keep. */
async function copyOf(mistake: string): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), "broken-"));
  made.push(root);
  await cp(path.join(broken, mistake), root, { recursive: true });
  return root;
}

describe("a newsroom with a mistake in it", () => {
  it.each(mistakes)("names the mistake, its place and its remedy: %s", async (mistake) => {
    const root = path.join(broken, mistake);
    const expected = (await readFile(path.join(root, "expected.txt"), "utf8")).trimEnd().split("\n");
    const { newsroom, problems } = await loadNewsroom(root);
    expect(newsroom === null).toBe(problems.some(({ severity }) => severity === "error"));
    const compiled = newsroom === null ? [] : compileEdition(newsroom, moment("2026-11-24T09:00")).problems;
    expect(problemLines(sortProblems([...problems, ...compiled]))).toEqual(expected);
  });

  it("refuses a file that is not UTF-8 and shows the line", async () => {
    const root = await copyOf("not-copy");
    const words = Buffer.from("---\nheadline: The caf\u00e9\n---\nWords.\n", "latin1");
    await writeFile(path.join(root, "content/articles/2026-11-20-mill.md"), words);
    const { newsroom, problems } = await loadNewsroom(root);
    expect(newsroom).toBeNull();
    expect(problemLines(problems)[0]).toBe(
      "content/articles/2026-11-20-mill.md 2:18 error not-utf8 This file is not UTF-8, so some of its letters cannot be read. | Save it again with the encoding UTF-8, and check its accents and quotation marks.",
    );
  });

  it("refuses symbolic links to files and folders, and reads nothing through them", async () => {
    const root = await copyOf("not-copy");
    await symlink("/etc/hostname", path.join(root, "content/articles/host.md"));
    await symlink(tmpdir(), path.join(root, "content/articles/outside"));
    const { newsroom, problems } = await loadNewsroom(root);
    expect(newsroom).toBeNull();
    expect(problems.filter(({ code }) => code === "symbolic-link").map(({ place }) => place.file)).toEqual([
      "content/articles/host.md",
      "content/articles/outside",
    ]);
  });

  it("shows the broken line itself", async () => {
    const { problems } = await loadNewsroom(path.join(broken, "unknown-section"));
    expect(problems[0]?.place.source).toBe("section: rivr");
  });
});
