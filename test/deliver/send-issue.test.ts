import { appendFile, readFile, writeFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type MailServer, startMailServer, type Treatment } from "./mail-server.ts";
import { makeRig, type Rig } from "./sending-rig.ts";

let rig: Rig;
let server: MailServer;
beforeEach(async () => {
  rig = await makeRig();
});
afterEach(async () => {
  await rig.remove();
  await server?.close();
});

/** A server that treats those it is told of in a way of their own, and accepts the others. */
async function serverTreating(treatments: Readonly<Record<string, Treatment | readonly Treatment[]>>): Promise<MailServer> {
  server = await startMailServer((recipient, attempt) => {
    const found = treatments[recipient.split("@")[0] ?? ""];
    if (found === undefined || typeof found === "string" || "code" in found) return found ?? "accept";
    return found[attempt - 1] ?? "accept";
  });
  return server;
}

const everyone = ["ada", "bo", "cleo", "dov", "edda", "finn", "gus"];
const counts = () => Object.fromEntries([...server.taken].map(([to, messages]) => [to.split("@")[0], messages.length]));

describe("sendIssue", () => {
  it("sends one message to each reader, and nothing the second time", async () => {
    const { port } = await serverTreating({});
    expect(await rig.send(port, everyone)).toMatchObject({ accepted: 7, stopped: null });
    expect(await rig.send(port, everyone)).toMatchObject({ accepted: 0, stopped: null });
    expect(counts()).toEqual(Object.fromEntries(everyone.map((name) => [name, 1])));
    expect(server.taken.get("ada@strait.example")?.[0]?.toString()).toContain("To: ada@strait.example\r\n");
  });

  it.each([
    ["421 instead of a recipient", { at: "recipient", code: 421 }],
    ["450 for a recipient", { at: "recipient", code: 450 }],
    ["451 for a message", { at: "message", code: 451 }],
    ["421 for a message", { at: "message", code: 421 }],
    ["a connection cut at the recipient", "hang up"],
  ] as const)("tries a reader again in the next run after %s", async (_, treatment) => {
    const { port } = await serverTreating({ cleo: [treatment, treatment] });
    const first = await rig.send(port, everyone);
    expect(first.standings.get("id-cleo")?.kind).toBe("deferred");
    await rig.send(port, everyone);
    await rig.send(port, everyone);
    expect(counts()).toEqual(Object.fromEntries(everyone.map((name) => [name, 1])));
  });

  it.each([
    ["550 for a recipient", { at: "recipient", code: 550 }],
    ["552 for a message", { at: "message", code: 552 }],
  ] as const)("never tries a reader again after %s, and keeps the reason without the address", async (_, treatment) => {
    const { port } = await serverTreating({ dov: treatment });
    await rig.send(port, everyone);
    await rig.send(port, everyone);
    expect(server.tries.get("dov@strait.example")).toBe(1);
    expect((await rig.standings())["id-dov"]).toEqual({ kind: "refused", reply: `${treatment.code} No luck for <address>` });
    expect(await readFile(rig.file, "utf8")).not.toContain("@");
    expect(counts()).toEqual(Object.fromEntries(everyone.filter((name) => name !== "dov").map((name) => [name, 1])));
  });

  it("sends to everyone though the server allows fewer connections than there are", async () => {
    server = await startMailServer(
      () => "accept",
      () => 2,
      1,
    );
    const sent = await rig.send(server.port, everyone);
    expect(sent).toMatchObject({ accepted: 7, stopped: null });
    expect(counts()).toEqual(Object.fromEntries(everyone.map((name) => [name, 1])));
  });

  it("keeps a connection through many refusals without a warning", async () => {
    const warnings: string[] = [];
    const warn = (warning: Error) => warnings.push(warning.message);
    process.on("warning", warn);
    const names = Array.from({ length: 60 }, (_, index) => `${index % 4 === 0 ? "real" : "gone"}${index}`);
    server = await startMailServer((recipient) => (recipient.startsWith("gone") ? { at: "recipient", code: 550 } : "accept"));
    expect((await rig.send(server.port, names)).accepted).toBe(15);
    await new Promise((resolve) => setImmediate(resolve));
    process.off("warning", warn);
    expect(warnings).toEqual([]);
  });

  it.each([
    "close before reply",
    "stall before reply",
  ] as const)("knows nothing of a reader whose message was handed over when the server did %s, and sends it again only when told to", async (treatment) => {
    const { port } = await serverTreating({ edda: [treatment] });
    await rig.send(port, everyone, {}, 1);
    expect((await rig.standings())["id-edda"]?.kind).toBe("uncertain");
    await rig.send(port, everyone);
    expect(counts().edda).toBe(1);
    await rig.send(port, everyone, { retryUncertain: true });
    expect(counts().edda).toBe(2);
    expect((await rig.standings())["id-edda"]?.kind).toBe("accepted");
  });

  it("defers a reader at whom the server fell silent, and goes on with the others", async () => {
    const { port } = await serverTreating({ finn: ["stall"] });
    const sent = await rig.send(port, everyone, {}, 1);
    expect(sent.standings.get("id-finn")).toMatchObject({ kind: "deferred", tries: 1 });
    expect(sent.accepted).toBe(6);
  });

  it("waits for a deferred reader within the run, longer each time", async () => {
    const { port } = await serverTreating({
      gus: [
        { at: "recipient", code: 451 },
        { at: "recipient", code: 451 },
      ],
    });
    const waits: Date[] = [];
    const limits = { perSecond: null, perSecondAndDomain: null, retryAfter: [0.001, 0.003], stopAfter: 20, most: null };
    const sent = await rig.send(port, ["gus"], { limits, onWait: (until) => waits.push(until) });
    expect(sent.standings.get("id-gus")?.kind).toBe("accepted");
    expect(waits).toHaveLength(2);
    expect(server.tries.get("gus@strait.example")).toBe(3);
  });

  it("stops after so many failures in a row, with the server's words", async () => {
    server = await startMailServer(() => ({ at: "recipient", code: 451 }));
    const many = Array.from({ length: 60 }, (_, index) => `r${index}`);
    const limits = { perSecond: null, perSecondAndDomain: null, retryAfter: [1], stopAfter: 5, most: null };
    const sent = await rig.send(server.port, many, { limits });
    expect(sent.stopped).toEqual({ kind: "failures", reply: "451 No luck for <address>" });
    expect(server.tries.size).toBeLessThan(10);
  });

  it("stops at once when the server wants no mail from this sender, and blames no reader", async () => {
    server = await startMailServer((recipient) => (recipient.startsWith("from:") ? { at: "sender", code: 553 } : "accept"));
    const sent = await rig.send(server.port, everyone);
    expect(sent.stopped).toMatchObject({ kind: "hopeless" });
    expect(await rig.standings()).toEqual({});
  });

  it("stops when there is no server, and sends to everyone when there is one again", async () => {
    await serverTreating({});
    const { port } = server;
    await server.close();
    const limits = { perSecond: null, perSecondAndDomain: null, retryAfter: [], stopAfter: 2, most: null };
    expect((await rig.send(port, everyone, { limits })).stopped?.kind).toBe("failures");
    expect(await rig.standings()).toEqual({});
    await serverTreating({});
    expect((await rig.send(server.port, everyone)).accepted).toBe(7);
  });

  it("ends cleanly when told to: what was begun is finished, nobody is uncertain", async () => {
    const stop = new AbortController();
    const { port } = await serverTreating({});
    const many = Array.from({ length: 200 }, (_, index) => `r${index}`);
    const sent = await rig.send(port, many, { signal: stop.signal, onProgress: ({ done }) => done >= 20 && stop.abort() });
    expect(sent.stopped).toEqual({ kind: "told" });
    const standings = Object.values(await rig.standings());
    expect(standings.every(({ kind }) => kind === "accepted")).toBe(true);
    expect(standings.length).toBe(server.taken.size);
    expect(server.taken.size).toBeLessThan(40);
    await rig.send(port, many);
    expect([...server.taken.values()].map((messages) => messages.length)).toEqual(Array(200).fill(1));
  });

  it("sends to no more than it may in one run", async () => {
    const { port } = await serverTreating({});
    const limits = { perSecond: null, perSecondAndDomain: null, retryAfter: [], stopAfter: 20, most: 3 };
    expect((await rig.send(port, everyone, { limits })).accepted).toBe(3);
    expect((await rig.send(port, everyone, { limits })).accepted).toBe(3);
    expect(server.taken.size).toBe(6);
  });

  it("sends no faster than it may, in all and to one domain", async () => {
    const { port } = await serverTreating({});
    const limits = { perSecond: 100, perSecondAndDomain: 50, retryAfter: [], stopAfter: 20, most: null };
    const started = performance.now();
    await rig.send(port, everyone, { limits });
    expect(performance.now() - started).toBeGreaterThan(6 * 20 - 5);
    expect(server.taken.size).toBe(7);
  });

  it("counts a reader as uncertain whose line in the ledger was cut off after the intention", async () => {
    const { port } = await serverTreating({});
    await rig.send(port, everyone);
    const lines = (await readFile(rig.file, "utf8")).split("\n");
    const last = lines.findLastIndex((line) => line.includes('"accepted"'));
    const reader: string = JSON.parse(lines[last] ?? "").reader;
    await writeFile(rig.file, lines.toSpliced(last, 1).join("\n"));
    await appendFile(rig.file, '{"reader":"id-torn","state":"inten');
    const sent = await rig.send(port, everyone);
    expect(sent.accepted).toBe(0);
    expect(await rig.standings()).toMatchObject({ [reader]: { kind: "uncertain" } });
    expect(await readFile(rig.file, "utf8")).not.toContain("torn");
  });
});
