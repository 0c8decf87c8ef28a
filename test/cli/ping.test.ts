import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ping } from "../../src/cli/ping.ts";
import { type Call, UsageError } from "../../src/cli/usage.ts";
import { noSending, plainCall } from "./plain-call.ts";

describe("ping", () => {
  let root: string;
  let hub: Server;
  let address: string;
  /** The bodies of the pings the hub got. */
  let got: URLSearchParams[];
  /** What the hub answers, by the number of the ping; 204 unless it is here. */
  let answers: Map<number, { readonly status: number; readonly body?: string; readonly location?: string }>;
  let printed: string[];
  let said: string[];

  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), "ping-"));
    [got, printed, said, answers] = [[], [], [], new Map()];
    hub = createServer(async (request, response) => {
      const pieces: Buffer[] = [];
      for await (const piece of request) pieces.push(piece);
      expect([request.method, request.headers["content-type"]]).toEqual(["POST", "application/x-www-form-urlencoded;charset=UTF-8"]);
      got.push(new URLSearchParams(Buffer.concat(pieces).toString()));
      const { status, body, location } = answers.get(got.length) ?? { status: 204 };
      response.writeHead(status, location === undefined ? {} : { location }).end(body);
    }).listen(0, "127.0.0.1");
    await once(hub, "listening");
    const bound = hub.address();
    if (bound === null || typeof bound === "string") throw new Error("no port");
    address = `http://127.0.0.1:${bound.port}/hub`;
    await settings(`feeds: { hub: "${address}" }`);
  });
  afterEach(async () => {
    await new Promise((resolve) => hub.close(resolve));
    await rm(root, { recursive: true });
  });

  async function settings(more: string) {
    await mkdir(path.join(root, "content"), { recursive: true });
    const common =
      "name: The Mill Post\nurl: https://mill.example/paper/\nlanguage: en\nzone: Europe/Malta\nsections: [{ id: town, name: Town }]\n";
    await writeFile(path.join(root, "content/publication.yaml"), `${common}${more}\n`);
  }

  async function built(files: Readonly<Record<string, string>>) {
    await mkdir(path.join(root, "dist"), { recursive: true });
    const listed = Object.entries(files).map(([name, sha256]) => ({ path: name, bytes: 1, sha256 }));
    await writeFile(path.join(root, "dist/manifest.json"), JSON.stringify({ files: listed }));
  }

  const run = (given: Partial<Call> = {}) =>
    ping(plainCall(root, [], { print: (text) => printed.push(text), talk: (text) => said.push(text), ...given }));
  const topics = () => got.map((body) => body.get("hub.url"));

  it("tells the hub of each feed once, by the address that the feed gives itself, and of nothing else", async () => {
    await built({
      "site/feed.xml": "1",
      "site/sections/town/atom.xml": "1",
      "site/index.html": "1",
      "site/feeds/archive/2026.xml": "1",
      "mail/feed.xml": "1",
    });
    expect(await run()).toBe(0);
    expect(topics()).toEqual(["https://mill.example/paper/feed.xml", "https://mill.example/paper/sections/town/atom.xml"]);
    expect(got.map((body) => [body.get("hub.mode"), body.get("hub.topic")])).toEqual(topics().map((topic) => ["publish", topic]));
    expect(printed.at(-1)).toBe(`The hub ${address} took 2 of 2 changed feeds.`);
  });

  it("tells of what changed since, and of nothing after a build that changed nothing", async () => {
    await built({ "site/feed.xml": "1", "site/atom.xml": "1" });
    await run();
    got.length = 0;
    expect(await run()).toBe(0);
    expect(topics()).toEqual([]);
    expect(printed.at(-1)).toBe(`No feed changed since the hub ${address} was last told. Nothing to do.`);
    await built({ "site/feed.xml": "2", "site/atom.xml": "1" });
    await run();
    expect(topics()).toEqual(["https://mill.example/paper/feed.xml"]);
  });

  it("shows in a dry run what it would tell, tells nobody and remembers nothing", async () => {
    await built({ "site/feed.xml": "1" });
    expect(await run({ sending: { ...noSending, dryRun: true } })).toBe(0);
    expect(printed).toEqual([`1 feed changed, and ${address} would be told of:\n  https://mill.example/paper/feed.xml`]);
    expect(topics()).toEqual([]);
    await run();
    expect(topics()).toHaveLength(1);
  });

  it("says in the hub's words what it did not take, remembers what it did, and tells only the rest the next time", async () => {
    await built({ "site/atom.xml": "1", "site/feed.json": "1", "site/feed.xml": "1" });
    answers.set(2, { status: 429, body: "<b>Too many</b>\u001b[31m pings\nsecond line" });
    expect(await run()).toBe(4);
    expect(said).toEqual([
      `${address} did not take https://mill.example/paper/feed.json: 429, Too many [31m pings.`,
      "Run broadsheet ping again: what the hub took is remembered, and only the rest is told.",
    ]);
    got.length = 0;
    expect(await run()).toBe(0);
    expect(topics()).toEqual(["https://mill.example/paper/feed.json"]);
  });

  it("gives up after three refusals in a row, and follows no redirection, which would turn the ping into a visit", async () => {
    await built(Object.fromEntries(["a", "b", "c", "d", "e"].map((name) => [`site/topics/${name}/feed.xml`, "1"])));
    for (const ping of [1, 2, 3]) answers.set(ping, { status: 302, location: "https://elsewhere.example/" });
    expect(await run()).toBe(3);
    expect(topics()).toHaveLength(3);
    expect(said[0]).toBe(
      `${address} did not take https://mill.example/paper/topics/a/feed.xml: 302, it has moved to https://elsewhere.example/.`,
    );
    expect(said[3]).toBe("2 feeds more were not tried.");
  });

  it("says when the hub cannot be reached, and tries no other feed", async () => {
    await settings('feeds: { hub: "http://127.0.0.1:9/hub" }');
    await built({ "site/feed.xml": "1", "site/atom.xml": "1" });
    expect(await run()).toBe(3);
    expect(said[0]).toMatch(/^http:\/\/127\.0\.0\.1:9\/hub did not take https:\/\/mill\.example\/paper\/feed\.xml: .+\.$/);
    expect(said[1]).toBe("1 feed more was not tried.");
  });

  it("tells a new hub everything", async () => {
    await built({ "site/feed.xml": "1" });
    await run();
    await settings(`feeds: { hub: "${address}?other" }`);
    await run();
    expect(topics()).toHaveLength(2);
  });

  it("prints for machines what was told", async () => {
    await built({ "site/feed.xml": "1" });
    await run({ json: true });
    expect(JSON.parse(printed[0] ?? "")).toEqual({
      hub: address,
      dryRun: false,
      changed: 1,
      told: [{ address: "https://mill.example/paper/feed.xml", outcome: "accepted", words: null }],
    });
  });

  it("says what is missing: a hub, a build, or settings that can be read", async () => {
    await built({ "site/feed.xml": "1" });
    await settings("");
    await expect(run()).rejects.toThrow(
      new UsageError("This publication has no hub. Name one in publication.yaml: feeds: { hub: https://… }."),
    );
    await settings(`feeds: { hub: "${address}" }`);
    await expect(run({ out: path.join(root, "nowhere") })).rejects.toThrow(
      /There is no build in .*nowhere\. Run broadsheet build, deploy it, then ping\./,
    );
    await settings("feeds: { hub: no address }");
    expect(await run()).toBe(1);
    expect(said[0]).toContain("“no address” is no address on the web.");
  });

  it("survives a record that somebody spoilt", async () => {
    await built({ "site/feed.xml": "1" });
    await mkdir(path.join(root, ".broadsheet"));
    await writeFile(path.join(root, ".broadsheet/pinged.json"), "{ half");
    expect(await run()).toBe(0);
    expect(JSON.parse(await readFile(path.join(root, ".broadsheet/pinged.json"), "utf8")).feeds).toEqual({ "site/feed.xml": "1" });
  });
});
