import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { createTransport } from "nodemailer";
import { openLedger } from "../../src/deliver/ledger.ts";
import { personalMessage } from "../../src/deliver/personal-message.ts";
import { readRecipients } from "../../src/deliver/read-recipients.ts";
import { readerKeys } from "../../src/deliver/reader-keys.ts";
import { sendIssue } from "../../src/deliver/send-issue.ts";
import { readSmtpUrl } from "../../src/deliver/smtp-settings.ts";
import { smtpTransport } from "../../src/deliver/smtp-transport.ts";

// Sends 5,000 messages of 60 kB over 5 connections to a sink in a process of its own: with the ledger on, and with nodemailer's pool, which
// makes each message anew. Then reads a list of 100,000. Taken in pairs, so that a busy machine slows both.

const messages = 5000;
const connections = 5;
const pairs = 2;
const mark = "%%UNSUBSCRIBE%%";
const keys = readerKeys("only for measuring");

/** A mail server that takes everything and reads nothing. */
const sink = `
const net = require("node:net");
let taken = 0;
const end = Buffer.from("\\r\\n.\\r\\n");
const server = net.createServer({ noDelay: true }, (socket) => {
  let data = false, rest = Buffer.alloc(0);
  socket.write("220 sink\\r\\n");
  socket.on("error", () => {});
  socket.on("data", (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      if (data) {
        const at = rest.indexOf(end);
        if (at < 0) { rest = rest.subarray(Math.max(0, rest.length - 4)); return; }
        rest = rest.subarray(at + 5);
        data = false;
        taken += 1;
        socket.write("250 taken\\r\\n");
      } else {
        const at = rest.indexOf(10);
        if (at < 0) return;
        const verb = rest.toString("latin1", 0, 4).toUpperCase();
        rest = rest.subarray(at + 1);
        if (verb === "DATA") { data = true; socket.write("354 go\\r\\n"); }
        else if (verb === "EHLO") socket.write("250-sink\\r\\n250-PIPELINING\\r\\n250 8BITMIME\\r\\n");
        else if (verb === "QUIT") socket.end("221 bye\\r\\n");
        else socket.write("250 ok\\r\\n");
      }
    }
  });
}).listen(0, "127.0.0.1", () => console.log(server.address().port));
process.on("message", () => process.send(taken));
process.stdin.on("end", () => process.exit()).resume();
`;

if (process.argv[2] !== undefined) {
  const none = { size: 0, has: () => false };
  const { readers } = await readRecipients(process.argv[2], {
    newsletter: "morning",
    language: "en",
    known: ["morning"],
    keys,
    suppression: none,
  });
  const most = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(`reading a list of ${readers.length.toLocaleString("en")} readers alone: ${most.toFixed(0)} MB at most\n`);
  process.exit();
}

const child = spawn(process.execPath, ["-e", sink], { stdio: ["pipe", "pipe", "inherit", "ipc"] });
const [line] = (await once(createInterface({ input: child.stdout ?? process.stdin }), "line")) as string[];
const port = Number(line);
const folder = await mkdtemp(path.join(tmpdir(), "bench-"));

const text = `The ferry leaves at noon.\n${mark}\n`.padEnd(4000, "News from the quay, and more of it. ");
const html = `<p><a href="${mark}">Unsubscribe</a></p>${'<p style="margin:0">Fares rise – says “nobody” at the quay.</p>\n'.repeat(860)}`;
const head = { from: "The Quay <desk@quay.example>", subject: "High water at noon", date: new Date(0) };

async function taken(): Promise<number> {
  child.send("count");
  const [count] = (await once(child, "message")) as number[];
  return count ?? 0;
}

interface Figure {
  readonly perSecond: number;
  readonly cpu: number;
}

async function measure(send: () => Promise<void>): Promise<Figure> {
  const before = await taken();
  const cpu = process.cpuUsage();
  const started = performance.now();
  await send();
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  if ((await taken()) - before !== messages) throw new Error("Messages were lost, so there is nothing to measure.");
  return { perSecond: messages / seconds, cpu: (user + system) / 1000 / messages };
}

const readers = Array.from({ length: messages }, (_, index) => {
  const key = `reader${index}@strait.example`;
  return { address: key, domain: "strait.example", key, name: `Reader ${index}`, id: keys.readerOf(key), line: index + 2 };
});

async function withLedger(round: number): Promise<void> {
  const library = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  const { message } = await library.sendMail({ ...head, to: "Undisclosed recipients:;", text, html, textEncoding: "quoted-printable" });
  if (!(message instanceof Uint8Array)) throw new Error("The mail library gave no bytes.");
  const writeIn = personalMessage(message, mark);
  const ledger = await openLedger(path.join(folder, `${round}.jsonl`), new Date(), false);
  await sendIssue({
    readers,
    ledger,
    transport: smtpTransport(readSmtpUrl(`smtp://127.0.0.1:${port}?tls=off`), { connections, patience: 60 }),
    from: "desk@quay.example",
    message: async ({ address, name, key }) => {
      const token = keys.tokenOf(key, "morning");
      return writeIn({
        address,
        name,
        messageId: `${keys.messageOf(key, "morning", "2026-11-24")}@quay.example`,
        unsubscribeUrl: `https://quay.example/out?reader=${token}`,
        unsubscribeMail: `mailto:desk@quay.example?subject=${token}`,
      });
    },
    limits: { perSecond: null, perSecondAndDomain: null, retryAfter: [], stopAfter: 20, most: null },
    retryUncertain: false,
    signal: new AbortController().signal,
    onProgress: () => {},
    onWait: () => {},
  });
  await ledger.close("ended");
}

async function withPool(): Promise<void> {
  const pool = createTransport({
    pool: true,
    host: "127.0.0.1",
    port,
    maxConnections: connections,
    maxMessages: messages,
    ignoreTLS: true,
  });
  await Promise.all(
    readers.map(({ address, name, key }) => {
      const url = `https://quay.example/out?reader=${keys.tokenOf(key, "morning")}`;
      return pool.sendMail({
        ...head,
        to: { name, address },
        list: { unsubscribe: [[url, `mailto:desk@quay.example?subject=${key}`]] },
        text: text.replace(mark, url),
        html: html.replace(mark, url),
      });
    }),
  );
  pool.close();
}

const ours: Figure[] = [];
const theirs: Figure[] = [];
for (let round = 0; round < pairs; round += 1) {
  theirs.push(await measure(withPool));
  ours.push(await measure(() => withLedger(round)));
  const [one, other] = [ours.at(-1), theirs.at(-1)];
  if (one && other) {
    process.stdout.write(
      `pair ${round + 1}: ${one.perSecond.toFixed(0)} messages a second with the ledger, ${other.perSecond.toFixed(0)} by a pool that makes each anew: ` +
        `${(one.perSecond / other.perSecond).toFixed(2)} times; CPU ${one.cpu.toFixed(2)} and ${other.cpu.toFixed(2)} ms a message\n`,
    );
  }
}
child.stdin?.end();

const rows = 100_000;
const file = path.join(folder, "readers.csv");
await writeFile(
  file,
  `email,name,newsletters,language,consented,source\n${Array.from({ length: rows }, (_, index) => `reader.number${index}@strait${index % 500}.example,Reader ${index},morning,en,2026-01-02,form`).join("\n")}\n`,
);
await once(spawn(process.execPath, ["--import", "tsx", import.meta.filename, file], { stdio: "inherit" }), "exit");
const root = path.join(folder, "newsroom");
await cp(path.join(import.meta.dirname, "../../test/newsrooms/golden/content"), path.join(root, "content"), { recursive: true });
const command = spawn(
  process.execPath,
  ["--import", "tsx", path.join(import.meta.dirname, "../../src/cli/main.ts"), "send", "morning", "2026-11-20", "--to", file].concat([
    "--root",
    root,
    "--as-of",
    "2026-11-20T07:00",
    "--transport",
    "file",
    "--limit",
    "1",
  ]),
  { env: { ...process.env, READER_SECRET: "only for measuring" }, stdio: "ignore" },
);
const started = performance.now();
let peak = 0;
// Linux keeps the most a process ever had in its memory.
const watching = setInterval(async () => {
  const status = await readFile(`/proc/${command.pid}/status`, "utf8").catch(() => "");
  peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}, 10);
await once(command, "exit");
clearInterval(watching);
process.stdout.write(
  `broadsheet send with a list of ${rows.toLocaleString("en")} rows: ${peak.toFixed(0)} MB at most, ${((performance.now() - started) / 1000).toFixed(1)} s\n`,
);
await rm(folder, { recursive: true, force: true });
