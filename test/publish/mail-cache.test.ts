import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mailRecipe, openMailCache } from "../../src/publish/mail-cache.ts";

describe("the cache of mails", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "mails-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("has a mail made once, by what it is made of, and forgets what a build did not ask for", async () => {
    let made = 0;
    const make = (text: string) => async () => `${text} ${++made}`;
    const first = openMailCache(folder);
    expect([await first.keep("a", make("A")), await first.keep("b", make("B")), await first.keep("a", make("A"))]).toEqual([
      "A 1",
      "B 2",
      "A 1",
    ]);
    await first.prune();
    const second = openMailCache(folder);
    expect([await second.keep("a", make("A")), await second.keep("c", make("C"))]).toEqual(["A 1", "C 3"]);
    await second.prune();
    expect(await readdir(folder)).toHaveLength(2);
    expect(await openMailCache(folder).keep("b", make("B"))).toBe("B 4");
  });

  it("is of the MJML that is installed", async () => {
    const { dependencies } = JSON.parse(await readFile(path.resolve(import.meta.dirname, "../../package.json"), "utf8"));
    expect(mailRecipe.startsWith(`mjml-${dependencies.mjml}-`)).toBe(true);
  });
});
