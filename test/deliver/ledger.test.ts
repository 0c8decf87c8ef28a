import { spawn } from "node:child_process";
import { appendFile, copyFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ledgerFile, openLedger, readLedger } from "../../src/deliver/ledger.ts";

let folder: string;
let file: string;
const now = new Date("2026-11-24T05:30:00Z");
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "ledger-"));
  file = ledgerFile(folder, "morning", "2026-11-24");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("openLedger", () => {
  it("turns a second writer away and says who holds the ledger", async () => {
    const ledger = await openLedger(file, now, false);
    await expect(openLedger(file, now, false)).rejects.toThrow(`process ${process.pid} on ${hostname()} since 2026-11-24T05:30:00.000Z`);
    await ledger.close("ended");
    await (await openLedger(file, now, false)).close("ended");
    expect(await readdir(path.dirname(file))).toEqual(["2026-11-24.jsonl"]);
  });

  it("takes over from a process that is gone, and only one of many does", async () => {
    await (await openLedger(file, now, false)).close("ended");
    const gone = spawn("true");
    await new Promise((resolve) => gone.once("exit", resolve));
    await writeFile(`${file}.lock`, JSON.stringify({ pid: gone.pid, born: "1", host: hostname(), since: "x" }));
    const opened = await Promise.allSettled(Array.from({ length: 8 }, () => openLedger(file, now, true)));
    expect(opened.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("knows a process from a later one with the same number", async () => {
    await (await openLedger(file, now, false)).close("ended");
    await writeFile(`${file}.lock`, JSON.stringify({ pid: process.pid, born: "1", host: hostname(), since: "x" }));
    await (await openLedger(file, now, false)).close("ended");
  });

  it("leaves a lock of another machine alone, and says which file it is", async () => {
    await (await openLedger(file, now, false)).close("ended");
    await writeFile(`${file}.lock`, JSON.stringify({ pid: 1, born: null, host: "another", since: "yesterday" }));
    await expect(openLedger(file, now, false)).rejects.toThrow(`If that machine is gone, remove ${file}.lock`);
  });

  it("cuts off a last line that was not finished, and refuses any other it cannot read", async () => {
    const ledger = await openLedger(file, now, false);
    ledger.note({ reader: "a", state: "intended", at: "t" });
    ledger.note({ reader: "a", state: "accepted", at: "t" });
    await ledger.close("ended");
    await appendFile(file, '{"reader":"b","state":"acc');
    const again = await openLedger(file, now, false);
    expect([...again.state.standings]).toEqual([["a", { kind: "accepted" }]]);
    again.note({ reader: "c", state: "handed", at: "t" });
    await again.close("ended");
    expect([...((await readLedger(file))?.standings.keys() ?? [])]).toEqual(["a", "c"]);
    await appendFile(file, "nonsense\n");
    await expect(readLedger(file)).rejects.toThrow(/line 8 cannot be read: “nonsense”/);
  });

  it("goes on after a run that was cut off here, but not after one that was cut off elsewhere", async () => {
    const ledger = await openLedger(file, now, false);
    ledger.note({ reader: "a", state: "accepted", at: "t" });
    await ledger.close("open");
    await copyFile(file, path.join(folder, "travelled.jsonl"));
    await (await openLedger(file, now, false)).close("ended");
    const travelled = path.join(folder, "travelled.jsonl");
    await expect(openLedger(travelled, now, false)).rejects.toThrow("did not end and was not on this machine");
    const adopted = await openLedger(travelled, now, true);
    expect(adopted.state.standings.size).toBe(1);
    await adopted.close("ended");
    await (await openLedger(travelled, now, false)).close("ended");
  });

  it("counts an intention as acted upon only if the message began to go out, or if the machine was started anew since", async () => {
    const ledger = await openLedger(file, now, false);
    ledger.note({ reader: "a", state: "intended", at: "t" });
    ledger.note({ reader: "b", state: "intended", at: "t" });
    ledger.note({ reader: "b", state: "handed", at: "t" });
    await ledger.close("open");
    expect([...((await readLedger(file))?.standings.keys() ?? [])]).toEqual(["b"]);
    await writeFile(file, (await readFile(file, "utf8")).replace(/"boot":"[^"]+"/, '"boot":"another"'));
    expect([...((await readLedger(file))?.standings.keys() ?? [])]).toEqual(["a", "b"]);
  });

  it("keeps the tries of a deferred reader whose next intention was withdrawn", async () => {
    const ledger = await openLedger(file, now, false);
    for (const state of ["intended", "deferred", "intended", "deferred", "intended", "withdrawn"] as const)
      ledger.note({ reader: "a", state, at: "t" });
    ledger.note({ reader: "b", state: "intended", at: "t" });
    ledger.note({ reader: "b", state: "withdrawn", at: "t" });
    await ledger.close("ended");
    expect([...((await readLedger(file))?.standings ?? [])]).toEqual([["a", { kind: "deferred", reply: "", last: "t", tries: 2 }]]);
    expect(await readFile(file, "utf8")).toMatch(/"state":"ended"/);
  });
});
