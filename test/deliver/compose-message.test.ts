import { simpleParser } from "mailparser";
import { describe, expect, it } from "vitest";
import { composeMessage } from "../../src/deliver/compose-message.ts";
import type { Issue } from "../../src/model/issue.ts";
import { sampleEdition, samplePublication } from "../render/sample-edition.ts";
import { morning, sampleIssue } from "../render/sample-issue.ts";

const parts = { html: "<p>Hallo, Žofie 🎈</p>", text: "Hallo, Žofie 🎈\n" };
const compose = (issue: Issue, edition = sampleEdition()) => composeMessage({ issue, edition, ...parts });

describe("composeMessage", () => {
  it("makes a message that an independent reader takes apart again", async () => {
    const mail = await simpleParser(Buffer.from(await compose(sampleIssue({ subject: "Žofie’s fares – 🎈" }))));
    expect(mail.subject).toBe("Žofie’s fares – 🎈");
    expect(mail.messageId).toBe("<morning.2026-11-23@lantern.example>");
    expect(mail.date?.toISOString()).toBe("2026-11-23T05:00:00.000Z");
    expect(mail.from?.value).toEqual([{ name: "The Lantern", address: "morning@lantern.example" }]);
    expect(mail.replyTo?.value).toEqual([{ name: "", address: "desk@lantern.example" }]);
    expect(mail.headers.get("list")).toMatchObject({ id: { name: "Morning Post", id: "morning.lantern.example" } });
    expect(mail.html).toBe(parts.html);
    expect(mail.text).toBe(parts.text);
  });

  it("ends every line with CRLF, keeps it below 998 bytes, and gives the same bytes twice", async () => {
    const bytes = await compose(sampleIssue({ subject: "ž".repeat(300) }));
    const raw = Buffer.from(bytes).toString("latin1");
    expect(raw).not.toMatch(/[^\r]\n|\r[^\n]/);
    expect(Math.max(...raw.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(998);
    expect(await compose(sampleIssue({ subject: "ž".repeat(300) }))).toEqual(bytes);
  });

  it("makes no header of words from copy", async () => {
    const forged = "Fares\r\nBcc: evil@evil.example\r\n\r\nbody";
    const issue = sampleIssue({ subject: forged, newsletter: { ...morning, name: forged } });
    const mail = await simpleParser(Buffer.from(await compose(issue)));
    expect(mail.bcc).toBeUndefined();
    expect(mail.subject).toBe("Fares Bcc: evil@evil.example body");
    expect(mail.html).toBe(parts.html);
  });

  it("leaves the port out of the message's id", async () => {
    const edition = sampleEdition({ publication: { ...samplePublication, url: "http://lantern.example:8080/" } });
    expect((await simpleParser(Buffer.from(await compose(sampleIssue(), edition)))).messageId).toBe("<morning.2026-11-23@lantern.example>");
  });

  it.each([
    ["a quoted name", '"Lantern, The" <a@lantern.example>', { name: "Lantern, The", address: "a@lantern.example" }],
    ["an address alone", " a@lantern.example ", { name: "", address: "a@lantern.example" }],
    ["an address in brackets", "<a@lantern.example>", { name: "", address: "a@lantern.example" }],
  ])("reads %s", async (_, from, wanted) => {
    const mail = await simpleParser(Buffer.from(await compose(sampleIssue({ newsletter: { ...morning, from } }))));
    expect(mail.from?.value).toEqual([wanted]);
  });

  it.each([
    "nobody",
    "",
    "a@lantern.example, evil@evil.example",
    "A <a@lantern.example>, B <evil@evil.example>",
    "a@lantern.example\r\nBcc: evil@evil.example",
    "A\r\nBcc: evil@evil.example\r\nX: <a@lantern.example>",
    "Group: a@lantern.example;",
    "A <a@b@lantern.example>",
    "A <@lantern.example>",
    "A <a@lantern.example",
  ])("refuses %j as a sender", async (from) => {
    await expect(compose(sampleIssue({ newsletter: { ...morning, from } }))).rejects.toThrow("is no mailbox");
  });
});
