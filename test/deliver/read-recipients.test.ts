import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAddress } from "../../src/deliver/read-address.ts";
import { readRecipients } from "../../src/deliver/read-recipients.ts";
import { readerKeys } from "../../src/deliver/reader-keys.ts";
import { readSuppression, suppress, suppressionFile } from "../../src/deliver/suppression.ts";

const keys = readerKeys("a secret of the harbour office");
const known = ["morning", "weekend"];
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "recipients-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(csv: string | Buffer, newsletter = "morning") {
  const file = path.join(folder, "readers.csv");
  await writeFile(file, csv);
  const suppression = await readSuppression(suppressionFile(folder), keys);
  return readRecipients(file, { newsletter, language: "en", known, keys, suppression });
}

describe("readAddress", () => {
  it.each([
    ["ada@strait.example", "ada@strait.example"],
    [" ada@strait.example\t", null],
    ["  ada@Strait.Example ", "ada@strait.example"],
    ["Ada.Lark+news@strait.example", "Ada.Lark+news@strait.example"],
    ['"ada lark"@strait.example', '"ada lark"@strait.example'],
    ['"ada"@strait.example', "ada@strait.example"],
    ['"a\\"b"@strait.example', '"a\\"b"@strait.example'],
    ['"a,b"@strait.example', '"a,b"@strait.example'],
    ['"a@b"@strait.example', '"a@b"@strait.example'],
    ["ada@öresund.example", "ada@xn--resund-vxa.example"],
    ["ada@例え。テスト", "ada@xn--r8jz45g.xn--zckzah"],
    ["o'neill@strait.example", "o'neill@strait.example"],
    ["", null],
    ["ada", null],
    ["@strait.example", null],
    ["ada@", null],
    ["ada@strait", null],
    ["ada@strait.example.", null],
    ["ada@-strait.example", null],
    ["ada@strait..example", null],
    ["ada@127.0.0.1", null],
    ["ada@0x7f.1", null],
    ["ada@[127.0.0.1]", null],
    ["ada@strait.example:25", null],
    ["ada@str%61it.example", null],
    [".ada@strait.example", null],
    ["ada..lark@strait.example", null],
    ["ada lark@strait.example", null],
    ["Ada <ada@strait.example>", null],
    ["ada@strait.example, evil@evil.example", null],
    ["ada@strait.example;evil@evil.example", null],
    ["readers: ada@strait.example;", null],
    ["ada@strait.example\r\nBcc: evil@evil.example", null],
    ["ada@strait.example\nRCPT TO:<evil@evil.example>", null],
    ['"ada\r\n"@strait.example', null],
    ['"a>b"@strait.example', null],
    ['"ada@strait.example', null],
    ["zoë@strait.example", null],
    [`${"a".repeat(65)}@strait.example`, null],
    [`ada@${"strait.".repeat(40)}example`, null],
  ])("reads %j as %j", (text, wanted) => {
    const found = readAddress(text);
    expect(found.kind === "address" ? found.address : null).toBe(wanted);
    if (found.kind === "refused") expect(found.reason).not.toContain("@strait");
  });
});

describe("readRecipients", () => {
  it("takes those who consented, each once, with the line they stand on", async () => {
    const list = await read(
      '\uFEFFEmail,Name,consented,source\r\nada@strait.example,"Lark, Ada",2026-03-02,form\r\nBO@strait.example,,yes,\r\nbo@Strait.example,Bo again,yes,\r\n\r\ncleo@strait.example,Cleo,no,\r\ndov@strait.example,Dov,,\r\nedda@strait.example,Edda,maybe,\r\nfinn@strait.example,Finn,2026-02-31,\r\n',
    );
    expect(list.readers.map(({ address, name, line }) => [address, name, line])).toEqual([
      ["ada@strait.example", "Lark, Ada", 2],
      ["BO@strait.example", null, 3],
    ]);
    expect(list).toMatchObject({ duplicates: 1, declined: 1, suppressed: 0 });
    expect(list.refused.map(({ line }) => line)).toEqual([7, 8, 9]);
    expect(list.refused[0]?.reason).toBe("d…@strait.example: no consent is noted");
  });

  it("keeps to one address a row, whatever stands between quotation marks", async () => {
    const list = await read(
      'email,consented\n"ada@strait.example\r\nBcc: evil@evil.example",yes\n"a@strait.example,b@strait.example",yes\n',
    );
    expect(list.readers).toEqual([]);
    expect(list.refused).toHaveLength(2);
    expect(JSON.stringify(list.refused)).not.toContain("evil@");
  });

  it("takes the readers of one newsletter, and refuses a row that names one which does not exist", async () => {
    const csv =
      "email;consented;newsletters\nada@strait.example;yes;morning weekend\nbo@strait.example;yes;weekend\ncleo@strait.example;yes;evening\ndov@strait.example;yes;\n";
    const list = await read(csv);
    expect(list.readers.map(({ address }) => address)).toEqual(["ada@strait.example"]);
    expect(list).toMatchObject({ elsewhere: 2, refused: [{ line: 4, reason: "c…@strait.example: there is no newsletter “evening”" }] });
    expect((await read(csv, "weekend")).readers).toHaveLength(2);
  });

  it("takes readers of the newsletter's language where the list has languages and no newsletters", async () => {
    const list = await read("email,consented,language\na@strait.example,yes,en-GB\nb@strait.example,yes,fr\nc@strait.example,yes,\n");
    expect(list.readers.map(({ line }) => line)).toEqual([2, 4]);
    expect(list.elsewhere).toBe(1);
  });

  it("knows a list by who is on it, not by their order", async () => {
    const one = await read("email,consented\nada@strait.example,yes\nbo@strait.example,yes\n");
    expect((await read("consented,email\nyes,bo@strait.example\n2026-01-01,ada@STRAIT.example\n")).hash).toBe(one.hash);
    expect((await read("email,consented\nada@strait.example,yes\n")).hash).not.toBe(one.hash);
  });

  it("never takes who unsubscribed, by address from all or by token from one newsletter", async () => {
    const file = suppressionFile(folder);
    const day = "2026-11-24";
    await suppress(file, { kind: "reader", key: "ada@strait.example", newsletter: null }, day, keys);
    await suppress(file, { kind: "token", token: keys.tokenOf("bo@strait.example", "morning") }, day, keys);
    const csv = "email,consented\nAda@strait.example,yes\nbo@strait.example,yes\ncleo@strait.example,yes\n";
    expect(await read(csv)).toMatchObject({ readers: [{ address: "cleo@strait.example" }], suppressed: 2 });
    expect(await read(csv, "weekend")).toMatchObject({ readers: [{ line: 3 }, { line: 4 }], suppressed: 1 });
    expect(await suppress(file, { kind: "reader", key: "bo@strait.example", newsletter: "morning" }, day, keys)).toEqual({
      newsletter: "morning",
      already: true,
    });
    const token = keys.tokenOf("cleo@strait.example", "morning");
    expect(await suppress(file, { kind: "token", token: `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}` }, day, keys)).toBeNull();
    await expect(readSuppression(file, readerKeys("another secret, later"))).rejects.toThrow("another READER_SECRET");
    await writeFile(file, "dov@strait.example\n");
    await expect(readSuppression(file, keys)).rejects.toThrow("line 1 is no entry");
    await rm(file);
  });

  it.each([
    ["", "is empty"],
    ["address,consented\na@strait.example,yes\n", "has no column “email”"],
    ["email,name\n", "has no column “consented”"],
    [Buffer.from("\uFEFFemail,consented\n", "utf16le"), "not in UTF-8"],
    ['email,consented\n"ada@strait.example,yes\n', "cannot be read as CSV"],
  ])("answers %j in plain words", async (csv, words) => {
    await expect(read(csv)).rejects.toThrow(words);
  });
});
