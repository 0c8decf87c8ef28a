import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { simpleParser } from "mailparser";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { send as sendCommand } from "../../src/cli/send.ts";
import { status } from "../../src/cli/status.ts";
import { unsubscribe } from "../../src/cli/unsubscribe.ts";
import { type Call, Refusal, UsageError } from "../../src/cli/usage.ts";
import { type MailServer, startMailServer } from "../deliver/mail-server.ts";
import { broadsheet, copyNewsroom, type Run } from "../golden-newsroom.ts";
import { noSending, plainCall } from "./plain-call.ts";

const secrets = { READER_SECRET: "what the harbour master keeps in a drawer" };
const list = `email,name,consented
ada@strait.example,"Lark, Ada",2026-01-02
bo@strait.example,,yes
cleo@öresund.example,Cléo,yes
dov@strait.example,,
`;

describe("broadsheet send", () => {
  let root: string;
  let remove: () => Promise<void>;
  let server: MailServer;
  let readers: string;
  beforeEach(async () => {
    ({ root, remove } = await copyNewsroom("golden"));
    server = await startMailServer((recipient, attempt) =>
      recipient.startsWith("bo@") && attempt === 1 ? { at: "recipient", code: 451 } : "accept",
    );
    readers = path.join(root, "readers.csv");
    await writeFile(readers, list);
    const settings = path.join(root, "content/publication.yaml");
    await writeFile(
      settings,
      (await readFile(settings, "utf8")).replace(
        "    footer:",
        '    sending: { retryAfter: [], unsubscribeUrl: "https://quay.example/out?reader={token}" }\n    footer:',
      ),
    );
  });
  afterEach(async () => {
    await server.close();
    await remove();
  });

  /** Calls a command as the command line would, without starting a process. */
  async function call(
    command: (call: Call) => Promise<number>,
    args: readonly string[],
    sending: Partial<Call["sending"]> = {},
    environment: Call["environment"] = {},
    asOf = "2026-11-20T07:00",
  ): Promise<Run> {
    const out = { stdout: "", stderr: "" };
    try {
      const code = await command(
        plainCall(root, args, {
          asOf,
          sending: { ...noSending, ...sending },
          environment: { ...secrets, SMTP_URL: `smtp://127.0.0.1:${server.port}?tls=off`, ...environment },
          print: (text) => {
            out.stdout += `${text}\n`;
          },
          talk: (text) => {
            out.stderr += `${text}\n`;
          },
        }),
      );
      return { code, ...out };
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof UsageError)) throw error;
      return { code: error instanceof Refusal ? error.code : 2, stdout: out.stdout, stderr: out.stderr + error.message };
    }
  }
  const issue = ["morning", "2026-11-20"];
  const send = (sending: Partial<Call["sending"]> = {}, environment: Call["environment"] = {}) =>
    call(sendCommand, issue, { to: readers, ...sending }, environment);
  const ledger = () => path.join(root, ".broadsheet/ledger/morning/2026-11-20.jsonl");

  it("sends an issue once to each reader of the list, says what is left to do, and goes on when run again", async () => {
    const first = await send();
    expect(first.code).toBe(4);
    expect(first.stderr).toContain("readers.csv:5  d…@strait.example: no consent is noted");
    expect(first.stdout).toMatch(/accepted +2 .*\n +deferred +1 /);
    expect(first.stdout).toContain("Next: broadsheet send morning 2026-11-20 --to");
    const record: unknown = JSON.parse(await readFile(path.join(root, "content/issues/morning/2026-11-20.sent.json"), "utf8"));
    expect(record).toMatchObject({ newsletter: "morning", subject: "The crane is back" });

    const token =
      /out\?reader=([\w.-]+)/.exec((await simpleParser(server.taken.get("ada@strait.example")?.[0] ?? "")).text ?? "")?.[1] ?? "";
    expect((await call(unsubscribe, [token])).stdout).toContain("gets no morning any more");

    const second = await send();
    expect(second.stderr).toContain("1 unsubscribed");
    expect([...server.taken].map(([to, messages]) => [to, messages.length])).toEqual([
      ["ada@strait.example", 1],
      ["cleo@öresund.example", 1],
      ["bo@strait.example", 1],
    ]);
    const known = await call(status, issue);
    expect(known.stdout).toMatch(/accepted +3 /);
    expect(known.stdout).toContain("is the one that was sent");
    // The folder's name is drawn at random, and may have any letters in it.
    const said = [first, second, known].map(({ stdout, stderr }) => (stdout + stderr).replaceAll(root, ""));
    expect(said.join("\n")).not.toMatch(/\b(?:ada|bo|cleo|dov|lark)\b/i);
    expect(await readFile(ledger(), "utf8")).not.toContain("@");

    await writeFile(readers, `${list}edda@strait.example,,yes\n`);
    const changed = await send();
    expect([changed.code, changed.stderr]).toEqual([2, expect.stringContaining("it had 3 readers, now 4 readers")]);
    expect((await send({ newList: true })).stdout).toContain("took 1 message in this run");

    const template = path.join(root, "content/_templates/digest/digest.txt.njk");
    await mkdir(path.dirname(template), { recursive: true });
    await copyFile(path.join(import.meta.dirname, "../../templates/digest/digest.txt.njk"), template);
    await writeFile(template, `EXTRA\n${await readFile(template, "utf8")}`);
    const other = await send({ newList: true });
    expect([other.code, other.stderr]).toEqual([1, expect.stringContaining("is not the one that sending began with")]);
    expect(server.taken.size).toBe(4);
  });

  it("makes the same messages for a folder as for a server, and a dry run notes nothing", async () => {
    await writeFile(readers, "email,consented\nada@strait.example,yes\n");
    expect((await send({ dryRun: true })).code).toBe(0);
    const dry = path.join(root, ".broadsheet/dry-run/morning/2026-11-20");
    expect(await readdir(path.join(root, ".broadsheet"))).toEqual(["dry-run"]);
    expect(await readdir(path.join(root, "content/issues/morning"))).toEqual(["2026-11-20.yaml"]);
    const announced = await send({ announce: true });
    expect([announced.code, server.taken.size]).toEqual([0, 0]);
    expect((await send()).code).toBe(0);
    const [name = ""] = await readdir(dry);
    expect(await readFile(path.join(dry, name))).toEqual(server.taken.get("ada@strait.example")?.[0]);

    await rm(ledger());
    const lost = await send();
    expect([lost.code, lost.stderr]).toEqual([3, expect.stringContaining("its ledger is not here")]);
    expect(server.taken.get("ada@strait.example")).toHaveLength(1);
  });

  it("sends one copy marked as a test, and refuses what is stale, unknown or without secrets", async () => {
    const test = await call(sendCommand, issue, { test: "me@quay.example" });
    expect([test.code, test.stderr]).toEqual([0, expect.stringContaining("The mail is not signed here")]);
    expect((await simpleParser(server.taken.get("me@quay.example")?.[0] ?? "")).subject).toBe("[Test] The crane is back");
    const stale = await call(sendCommand, issue, { to: readers }, {}, "2026-11-22T07:00");
    expect([stale.code, stale.stderr]).toEqual([2, expect.stringContaining("may be sent for 24 hours")]);
    const unfrozen = await call(sendCommand, ["morning", "2026-11-23"], { to: readers });
    expect([unfrozen.code, unfrozen.stderr]).toEqual([2, expect.stringContaining("broadsheet issue morning")]);
    const bare = await send({}, { READER_SECRET: "" });
    expect([bare.code, bare.stderr]).toEqual([2, expect.stringContaining("openssl rand -hex 32")]);
    const nowhere = await send({}, { SMTP_URL: "smtp://127.0.0.1:1?tls=off" });
    expect([nowhere.code, nowhere.stderr]).toEqual([3, expect.stringContaining("Nothing was sent")]);
    expect(server.taken.size).toBe(1);
  });

  it("is a command", async () => {
    const run = await broadsheet(root, ["send", ...issue, "--to", readers, "--as-of", "2026-11-22T07:00", "--transport", "file"], secrets);
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining("may be sent for 24 hours")]);
  });
});
