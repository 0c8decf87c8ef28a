import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { ledgerFile, readLedger } from "../../src/deliver/ledger.ts";
import { type MailServer, startMailServer } from "./mail-server.ts";

export interface KillReport {
  readonly kills: number;
  readonly issues: number;
  readonly readers: number;
  /** Readers listed as uncertain when all was over; how many of them had their message. */
  readonly uncertain: number;
  readonly uncertainAccepted: number;
  /** What must never happen, in words. */
  readonly faults: readonly string[];
}

const readersPerIssue = 60;
const program = path.join(import.meta.dirname, "sender-process.ts");

/** Sends issues with a process that is killed at random instants and started again, and counts what each reader got. */
export async function killSender(kills: number, random: () => number): Promise<KillReport> {
  const totals = { kills: 0, issues: 0, readers: 0, uncertain: 0, uncertainAccepted: 0 };
  const faults: string[] = [];
  while (totals.kills < kills) {
    const folder = await mkdtemp(path.join(tmpdir(), "killed-"));
    // A server that takes its time, so that there are instants to be killed at: before, within and after its answers.
    const server = await startMailServer(
      () => "accept",
      () => random() * 8,
    );
    const file = ledgerFile(folder, "morning", `issue-${totals.issues}`);
    for (let finished = false; !finished; ) {
      finished = await runOnce(file, server, totals.kills < kills, random);
      if (!finished) totals.kills += 1;
    }
    await count(file, server, totals, faults);
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
  return { ...totals, faults };
}

/** `true` when the process came to its end by itself. */
async function runOnce(file: string, server: MailServer, kill: boolean, random: () => number): Promise<boolean> {
  const child = spawn(process.execPath, ["--import", "tsx", program, file, String(server.port), String(readersPerIssue)], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (words) => {
    said += words;
  });
  let timer: NodeJS.Timeout | undefined;
  const aim = (most: number) => {
    if (!kill) return;
    timer = setTimeout(() => child.kill("SIGKILL"), random() * most);
  };
  // Mostly while it sends; now and then while it starts, reads the ledger or takes the lock.
  if (random() < 0.2) aim(1000);
  else server.onNextMessage(() => aim(60));
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => child.once("exit", (...how) => resolve(how)));
  clearTimeout(timer);
  if (signal === null && code !== 0) throw new Error(`The sender failed:\n${said}`);
  return signal === null;
}

async function count(
  file: string,
  server: MailServer,
  totals: { issues: number; readers: number; uncertain: number; uncertainAccepted: number },
  faults: string[],
): Promise<void> {
  const standings = (await readLedger(file))?.standings ?? new Map();
  totals.issues += 1;
  totals.readers += readersPerIssue;
  for (let index = 0; index < readersPerIssue; index += 1) {
    const got = server.taken.get(`reader${index}@strait.example`)?.length ?? 0;
    const kind = standings.get(`id-reader${index}`)?.kind;
    if (kind === "uncertain") totals.uncertain += 1;
    if (kind === "uncertain" && got === 1) totals.uncertainAccepted += 1;
    const right = kind === "accepted" ? got === 1 : kind === "uncertain" && got <= 1;
    if (!right) faults.push(`reader${index} of issue ${totals.issues} got ${got} messages and stands as ${kind ?? "nothing"}`);
  }
}
