import { generateKeyPairSync } from "node:crypto";
import { simpleParser } from "mailparser";
import { describe, expect, it } from "vitest";
import { composeMessage } from "../../src/deliver/compose-message.ts";
import { type Personal, personalMessage } from "../../src/deliver/personal-message.ts";
import { messageSigner } from "../../src/deliver/sign-message.ts";
import { sampleEdition } from "../render/sample-edition.ts";
import { sampleIssue } from "../render/sample-issue.ts";

const mark = "%%UNSUBSCRIBE%%";
const url = "https://lantern.example/unsubscribe?list=morning&reader=morning.Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4";
const ada: Personal = {
  address: "ada@strait.example",
  name: "Ada Lark",
  messageId: "morning.2026-11-23.x1@lantern.example",
  unsubscribeUrl: url,
  unsubscribeMail: "mailto:desk@lantern.example?subject=unsubscribe%20morning.Zm9v",
};

async function write(personal: Personal, before = "", after = ""): Promise<Buffer> {
  const html = `<p>${before}<a href="${mark}">Žofie out</a>${after}</p>`;
  const text = `${before}\n${mark}\n${after}Žofie = out\n`;
  const mail = await composeMessage({ issue: sampleIssue(), edition: sampleEdition(), html, text });
  return personalMessage(mail, mark)(personal);
}

describe("personalMessage", () => {
  it("writes the reader's link into both parts wherever a line of the mail is cut", async () => {
    for (let length = 0; length < 90; length += 1) {
      const before = "x".repeat(length);
      const bytes = await write(ada, before, "tail");
      const raw = bytes.toString("latin1");
      const lines = raw.slice(raw.indexOf("\r\n\r\n")).split("\r\n");
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(76);
      const mail = await simpleParser(bytes);
      expect(mail.html).toBe(`<p>${before}<a href="${url.replaceAll("&", "&amp;")}">Žofie out</a>tail</p>`);
      expect(mail.text).toBe(`${before}\n${url}\ntailŽofie = out\n`);
    }
  });

  it("has one List-Unsubscribe with both ways, and the post that one click needs", async () => {
    const raw = (await write(ada)).toString("latin1");
    expect(raw.match(/^List-Unsubscribe:/gm)).toHaveLength(1);
    const mail = await simpleParser(raw);
    expect(mail.headers.get("list")).toMatchObject({
      unsubscribe: { url, mail: "desk@lantern.example?subject=unsubscribe%20morning.Zm9v" },
    });
    expect(raw).toContain("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
    expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
    expect(mail.headers.get("precedence")).toBe("bulk");
    expect(mail.headers.has("feedback-id")).toBe(false);
    expect(raw.match(/^(?:To|Message-ID|From|Date|Subject|MIME-Version):/gim)).toHaveLength(6);
  });

  it("asks for no click where there is no address to click on", async () => {
    const raw = (await write({ ...ada, unsubscribeUrl: null })).toString("latin1");
    expect(raw).not.toContain("List-Unsubscribe-Post");
    expect((await simpleParser(raw)).html).toContain('href="mailto:desk@lantern.example?subject=unsubscribe%20morning.Zm9v"');
  });

  it.each([
    "Ada Lark",
    "Lark, Ada",
    'Ada "the quay" Lark',
    "Žofie 🎈 Nováková-Dvořáková z Přístavu",
    "=?UTF-8?Q?x?=",
    "  Ada\r\nBcc: evil@evil.example ",
    "a\\",
  ])("names the reader %j and nobody else", async (name) => {
    const mail = await simpleParser(await write({ ...ada, name }));
    expect(mail.to).toMatchObject({ value: [{ address: "ada@strait.example", name: name.replaceAll(/\s+/g, " ").trim() }] });
    expect(mail.bcc).toBeUndefined();
    expect(mail.messageId).toBe("<morning.2026-11-23.x1@lantern.example>");
  });

  it("refuses a mail without a way to unsubscribe", async () => {
    const mail = await composeMessage({ issue: sampleIssue(), edition: sampleEdition(), html: "<p>x</p>", text: mark });
    expect(() => personalMessage(mail, mark)).toThrow("The HTML part of this mail has no link to unsubscribe");
  });
});

describe("messageSigner", () => {
  const pem = (type: "rsa", bits: number) =>
    generateKeyPairSync(type, { modulusLength: bits }).privateKey.export({ type: "pkcs8", format: "pem" }).toString();

  it("signs both headers of one-click unsubscribing", async () => {
    const sign = messageSigner({ domain: "lantern.example", selector: "post", privateKey: pem("rsa", 2048) });
    const raw = (await sign(await write(ada))).toString("latin1");
    const [, signed = ""] = /[; ]h=([^;]+);/.exec(raw.replaceAll(/\r\n[ \t]+/g, "")) ?? [];
    const names = signed.toLowerCase().split(":");
    expect(names).toEqual(
      expect.arrayContaining(["from", "to", "subject", "date", "message-id", "list-id", "list-unsubscribe", "list-unsubscribe-post"]),
    );
    expect((await simpleParser(raw)).html).toContain("Žofie out");
  });

  it("refuses a key that would leave messages unsigned", () => {
    const ed25519 = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    for (const privateKey of ["", "no key", ed25519, pem("rsa", 512)]) {
      expect(() => messageSigner({ domain: "lantern.example", selector: "post", privateKey })).toThrow("DKIM_PRIVATE_KEY is no");
    }
  });
});
