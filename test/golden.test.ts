import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildNewsroom, expectedFolder, readTexts } from "./golden-newsroom.ts";

describe("the golden newsroom", () => {
  let built: Awaited<ReturnType<typeof buildNewsroom>>;
  beforeAll(async () => {
    built = await buildNewsroom("golden");
  });
  afterAll(() => built.remove());

  it("builds to the same files as before, one by one", async () => {
    const [made, expected] = await Promise.all([readTexts(built.output), readTexts(expectedFolder)]);
    expect([...made.keys()]).toEqual([...expected.keys()]);
    for (const [name, text] of expected) expect(made.get(name), name).toBe(text);
  });

  it("says what was made, how large, where, how long and what to do next", () => {
    expect(built.run.stdout).toMatch(/\d+ pages, [\d.]+ [kM]B/);
    expect(built.run.stdout).toMatch(/\d+ feeds/);
    expect(built.run.stdout).toMatch(/in \d+\.\d s/);
    expect(built.run.stdout).toContain("Next: npm start");
  });

  it("shows nothing of what is embargoed or withdrawn on any surface", async () => {
    for (const [name, text] of await readTexts(built.output)) {
      expect(text, name).not.toMatch(/under embargo|not-yet|This story was withdrawn|2026-11-19-withdrawn/);
    }
  });

  it("lists every file with its hash in the manifest", async () => {
    const manifest = JSON.parse(await readFile(path.join(built.output, "manifest.json"), "utf8"));
    const entries = await readdir(built.output, { recursive: true, withFileTypes: true });
    expect(manifest.files).toHaveLength(entries.filter((entry) => entry.isFile()).length - 1);
    for (const { path: name, sha256 } of manifest.files) {
      const bytes = await readFile(path.join(built.output, name));
      expect(createHash("sha256").update(bytes).digest("hex"), name).toBe(sha256);
    }
  });

  it("is the same bytes in another zone, another locale, without a cache", async () => {
    const other = await buildNewsroom("golden", { TZ: "Pacific/Auckland", LANG: "ar_EG.UTF-8", LC_ALL: "ar_EG.UTF-8" });
    try {
      const [one, two] = await Promise.all(
        [built.output, other.output].map((output) => readFile(path.join(output, "manifest.json"), "utf8")),
      );
      expect(two).toBe(one);
    } finally {
      await other.remove();
    }
  });
});
