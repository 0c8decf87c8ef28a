import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { digest } from "../../src/cli/digest.ts";
import { issue } from "../../src/cli/issue.ts";
import { issueMail } from "../../src/cli/issue-mail.ts";
import { readEdition } from "../../src/cli/read-edition.ts";
import { type Call, UsageError } from "../../src/cli/usage.ts";
import { sentIssue } from "../../src/edition/sent-issue.ts";
import { sentIssueFile } from "../../src/model/sent-issue.ts";
import { copyNewsroom, goldenMoment } from "../golden-newsroom.ts";
import { plainCall } from "./plain-call.ts";

describe("the commands of an issue", () => {
  let root: string;
  let remove: () => Promise<void>;
  let printed: string[];
  beforeEach(async () => {
    ({ root, remove } = await copyNewsroom("golden"));
    printed = [];
  });
  afterEach(() => remove());

  const call = (args: readonly string[], given: Partial<Call> = {}): Call =>
    plainCall(root, args, { asOf: goldenMoment, print: (text) => printed.push(text), ...given });
  const folder = () => path.join(root, "content/issues/morning");

  it("freezes the issue that is due once, however often it runs", async () => {
    expect(await issue(call(["morning"]))).toBe(0);
    const file = path.join(folder(), "2026-11-24.yaml");
    const written = await readFile(file, "utf8");
    expect(written).toContain("number: 2\n");
    await writeFile(file, written.replace("Fog closes the bar", "Fog shuts the bar"));
    expect(await issue(call(["morning"]))).toBe(0);
    expect(await readFile(file, "utf8")).toContain("Fog shuts the bar");
    expect(await readdir(folder())).toEqual(["2026-11-20.yaml", "2026-11-24.yaml"]);
    expect(printed.at(-1)).toContain("is frozen already");
    expect(await digest(call(["morning", "2026-11-24"]))).toBe(0);
    expect(printed.at(-1)).toContain("Fog shuts the bar");
  });

  it("notes once why a day had no issue, and says so to a machine too", async () => {
    await issue(call(["morning"]));
    for (let run = 0; run < 2; run += 1) expect(await issue(call(["morning"], { asOf: "2026-11-25T06:00", json: true }))).toBe(0);
    expect(JSON.parse(printed.at(-1) ?? "")).toMatchObject({
      date: "2026-11-25",
      cut: false,
      skipped: expect.stringMatching(/^nothing new since issue 2/),
    });
    expect(await readFile(path.join(folder(), "skipped.yaml"), "utf8")).toBe(
      '2026-11-25: "nothing new since issue 2 (2026-11-24); Morning Tide wants at least 1"\n',
    );
    expect(await issue(call(["morning", "2026-12-24"]))).toBe(0);
    expect(printed.at(-1)).toContain("Nothing was written.");
  });

  it("shows a digest in each of its parts, and writes nothing", async () => {
    const before = await readdir(root, { recursive: true });
    for (const [part, wanted] of [
      [null, "would go out Tuesday 24 November 2026, 06:30 (Europe/Lisbon)"],
      ["html", "<h1 "],
      ["text", "\nUnsubscribe:\n%%UNSUBSCRIBE%%"],
      ["eml", "Message-ID: <morning.2026-11-24@quay.example>"],
      ["brief", "1. Fog closes the bar for a third day\nhttps://quay.example/paper/2026/11/fog/"],
    ] as const) {
      expect(await digest(call(["morning"], { part }))).toBe(0);
      expect(printed.at(-1), part ?? "summary").toContain(wanted);
    }
    expect(await readdir(root, { recursive: true })).toEqual(before);
  });

  it("proves that an issue is made again as it was sent, and says when it is not", async () => {
    const { edition } = await readEdition(root, goldenMoment);
    const frozen = edition?.newsletters[0]?.issues[0];
    if (!edition || !frozen) throw new Error("no issue");
    const { hashes } = await issueMail(frozen, edition, root);
    const file = path.join(root, sentIssueFile("morning", "2026-11-20"));
    await writeFile(file, JSON.stringify(sentIssue(frozen, { at: frozen.moment, mail: hashes })));
    await digest(call(["morning", "2026-11-20"]));
    expect(printed.at(-1)).toContain("byte for byte what was sent");
    await writeFile(
      path.join(root, "content/publication.yaml"),
      (await readFile(path.join(root, "content/publication.yaml"), "utf8"))
        .replace("1 Net Lane", "2 Net Lane")
        .replace("1 Net Lane", "2 Net Lane"),
    );
    await digest(call(["morning", "2026-11-20"]));
    expect(printed.at(-1)).toContain("not what was sent");
  });

  it("says which newsletters and issues there are when one is asked for that is not", async () => {
    await expect(issue(call([]))).rejects.toThrow(new UsageError("Say which newsletter. There is: morning."));
    await expect(digest(call(["evening"]))).rejects.toThrow("There is no newsletter “evening”. There is: morning.");
    await expect(digest(call(["morning", "2026-11-01"]))).rejects.toThrow("The newest are 2026-11-20");
    await expect(issue(call(["morning", "monday"]))).rejects.toThrow("“monday” is no day.");
  });
});
