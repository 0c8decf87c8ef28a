import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import { expectedFolder } from "./golden-newsroom.ts";

const validate = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  // Matters of taste: the doctype's case, the length of a headline, and hashes for a style sheet from our own host.
  rules: { "doctype-style": "off", "long-title": "off", "require-sri": "off" },
});

describe("the site's HTML", () => {
  it("follows the standard and the rules of accessibility on every page of the golden newsroom", async () => {
    const site = path.join(expectedFolder, "site");
    const pages = (await readdir(site, { recursive: true })).filter((name) => name.endsWith(".html"));
    expect(pages.length).toBeGreaterThan(20);
    const faults: string[] = [];
    for (const page of pages) {
      const { results } = await validate.validateString(await readFile(path.join(site, page), "utf8"));
      for (const { messages } of results)
        for (const { line, column, message } of messages) faults.push(`${page}:${line}:${column} ${message}`);
    }
    expect(faults).toEqual([]);
  });
});
