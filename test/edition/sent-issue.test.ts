import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadNewsroom } from "../../src/content/load-newsroom.ts";
import { compileEdition } from "../../src/edition/compile-edition.ts";
import { sentIssue } from "../../src/edition/sent-issue.ts";
import type { Edition } from "../../src/model/edition.ts";
import type { Issue } from "../../src/model/issue.ts";
import { sentIssueFile } from "../../src/model/sent-issue.ts";
import { readMoment } from "../../src/model/time.ts";
import { renderDigest } from "../../src/render/digest.ts";
import { makeTemplates, makeTextTemplates } from "../../src/render/templates.ts";
import { copyNewsroom } from "../golden-newsroom.ts";

const folders = [fileURLToPath(new URL("../../templates/", import.meta.url))];
const html = makeTemplates(folders);
const templates = { html, text: makeTextTemplates(folders), web: html };

const crane = "content/articles/2026/11/2026-11-20-crane-returns.md";
const issueFile = "content/issues/morning/2026-11-20.yaml";

describe("an issue that was sent", () => {
  let root: string;
  let remove: () => Promise<void>;
  let before: { readonly edition: Edition; readonly issue: Issue };
  const at = readMoment("2026-11-20T06:31", "Europe/Lisbon");

  const compile = async () => {
    const { newsroom, problems } = await loadNewsroom(root);
    const asOf = readMoment("2026-11-24T09:00", "Europe/Lisbon");
    if (newsroom === null || asOf === null) return { problems, edition: null, issue: null };
    const { edition, problems: more } = compileEdition(newsroom, asOf);
    return { problems: more, edition, issue: edition.newsletters[0]?.issues[0] ?? null };
  };
  const render = async () => {
    const { edition, issue } = await compile();
    if (!edition || !issue) throw new Error("no issue");
    return renderDigest(issue, edition, templates, { css: "/site.css" });
  };
  const edit = async (file: string, change: (text: string) => string) => {
    const name = path.join(root, file);
    const text = await readFile(name, "utf8");
    expect(change(text)).not.toBe(text);
    await writeFile(name, change(text));
  };

  beforeEach(async () => {
    ({ root, remove } = await copyNewsroom("golden"));
    const { edition, issue } = await compile();
    if (!edition || !issue || !at) throw new Error("no issue");
    before = { edition, issue };
    const record = sentIssue(issue, { at, mail: { html: "ab".repeat(32), text: "cd".repeat(32) } });
    await writeFile(path.join(root, sentIssueFile("morning", "2026-11-20")), JSON.stringify(record));
  });
  afterEach(() => remove());

  it("is made again from its record, byte for byte", async () => {
    const { html, text } = await renderDigest(before.issue, before.edition, templates, { css: "/site.css" });
    expect((await compile()).issue?.kind).toBe("sent");
    expect(await render()).toMatchObject({ html, text });
  });

  it("still shows what was sent when an article is edited, with a mark on the web copy", async () => {
    const { html, text } = await render();
    await edit(crane, (copy) =>
      copy.replace("The old crane returns to the quay", "Another headline").replace("two years after", "three years after"),
    );
    const after = await render();
    expect(after).toMatchObject({ html, text });
    expect(after.web).toContain("The old crane returns to the quay");
    expect(after.web).toContain("This story has been changed since the issue was sent.");
    expect(after.web).not.toContain("Another headline");
  });

  it("shows a correction made afterwards on the web copy, and no earlier one", async () => {
    expect((await render()).web).not.toContain("The crane was built in 1926");
    await edit(crane, (copy) => copy.replace("corrections:\n", "corrections:\n  - { at: 2026-11-23T10:00, text: It is green. }\n"));
    const { web } = await render();
    expect(web).toContain("It is green.");
    expect(web).not.toContain("The crane was built in 1926");
  });

  it("keeps no word of a story that was withdrawn, and says that one is missing", async () => {
    await edit(crane, (copy) => copy.replace("section:", "status: killed\nsection:"));
    const { html, text, web } = await render();
    for (const surface of [html, text, web.replace(/<h1>.*?<\/h1>/, "")]) expect(surface).not.toMatch(/old crane returns|handed back/);
    expect(web).toContain("What is missing here was withdrawn");
  });

  it("refuses a change of its file, names what was sent, and takes a note", async () => {
    await edit(issueFile, (copy) => copy.replace("The crane is back", "The crane is here").replace("Dues stay put", "Dues stay"));
    const { problems } = await compile();
    expect(problems.map(({ code, place, message }) => [code, place.line, message])).toEqual([
      ["issue-changed-after-sending", 2, "The subject was changed after this issue was sent. It was “The crane is back”."],
      [
        "issue-changed-after-sending",
        7,
        "The headline of “2026-11-18-harbour-dues” was changed after this issue was sent. It was “Dues stay put”.",
      ],
    ]);
    await edit(issueFile, (copy) => copy.replace("is here", "is back").replace("Dues stay", "Dues stay put"));
    await edit(issueFile, (copy) => `${copy}corrections:\n  - { at: 2026-11-21T08:00, text: There were three stories. }\n`);
    expect((await compile()).problems).toEqual([]);
    expect((await render()).web).toContain("There were three stories.");
  });

  it("refuses a record without its issue, and a damaged record", async () => {
    await rm(path.join(root, issueFile));
    expect((await compile()).problems).toMatchObject([{ code: "issue-changed-after-sending", severity: "error" }]);
    await edit(sentIssueFile("morning", "2026-11-20"), (text) => text.slice(0, 100));
    expect((await compile()).problems).toMatchObject([{ code: "sent-record-damaged", severity: "error" }]);
  });
});
