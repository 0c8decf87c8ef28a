import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ForeignFolderError, stageAndSwap } from "../../src/publish/output-folder.ts";

describe("the output folder", () => {
  let parent: string;
  let output: string;
  beforeEach(async () => {
    parent = await mkdtemp(path.join(tmpdir(), "output-"));
    output = path.join(parent, "dist");
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));

  const make = (text: string) => async (stage: string) => {
    await writeFile(path.join(stage, "manifest.json"), "{}");
    await writeFile(path.join(stage, "page.html"), text);
  };
  const page = () => readFile(path.join(output, "page.html"), "utf8");

  it("is replaced whole by a build that succeeds, with nothing left beside it", async () => {
    await stageAndSwap(output, make("old"));
    await stageAndSwap(output, make("new"));
    expect(await page()).toBe("new");
    expect(await readdir(parent)).toEqual(["dist"]);
  });

  it("stays as it was when a build fails half way", async () => {
    await stageAndSwap(output, make("old"));
    const failing = stageAndSwap(output, async (stage) => {
      await make("half")(stage);
      throw new Error("the disk is full");
    });
    await expect(failing).rejects.toThrow("the disk is full");
    expect(await page()).toBe("old");
    expect(await readdir(parent)).toEqual(["dist"]);
  });

  it("comes back when a run was cut off between taking the old away and putting the new in place", async () => {
    await stageAndSwap(output, make("old"));
    await rename(output, path.join(parent, ".dist.old"));
    await expect(
      stageAndSwap(output, async () => {
        throw new Error("again");
      }),
    ).rejects.toThrow("again");
    expect(await page()).toBe("old");
  });

  it("is never a folder of somebody else's files", async () => {
    await mkdir(output);
    await writeFile(path.join(output, "thesis.txt"), "years of work");
    await expect(stageAndSwap(output, make("new"))).rejects.toThrow(ForeignFolderError);
    expect(existsSync(path.join(output, "thesis.txt"))).toBe(true);
  });
});
