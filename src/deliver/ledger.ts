import { closeSync, fdatasync, openSync, truncateSync, writeFileSync, writeSync } from "node:fs";
import { mkdir, open, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { LedgerError } from "./ledger-error.ts";
import { lockLedger } from "./ledger-lock.ts";
import { type HeadRecord, type LedgerRecord, LedgerReplay, type LedgerState, type ReaderRecord } from "./ledger-record.ts";

/** The ledger of one issue, open for writing by this process alone. */
export interface Ledger {
  /** As it was when it was opened. */
  readonly state: LedgerState;
  /** Begins the run, as the first note does. */
  readonly begin: () => void;
  /** Notes something; it survives the end of this process at once, and the machine's with the next flush. */
  readonly note: (record: LedgerRecord) => void;
  /** Resolves when all that was noted before is on the disk. Calls that come while the disk works share one flush. */
  readonly flush: () => Promise<void>;
  /** @param run whether the run is over, or is to be carried on from this machine alone */
  readonly close: (run: "ended" | "open") => Promise<void>;
}

/** Where an issue's ledger stands. */
export function ledgerFile(folder: string, newsletter: string, date: string): string {
  return path.join(folder, newsletter, `${date}.jsonl`);
}

/**
 * Reads a ledger without holding it; `null` when there is none.
 * @throws LedgerError when a line of it cannot be read
 */
export async function readLedger(file: string): Promise<LedgerState | null> {
  const read = await replay(file);
  return read === null ? null : read.state;
}

/**
 * Opens an issue's ledger, or begins it.
 * @param adopt go on although an earlier run did not end and went on elsewhere
 * @throws LedgerError when another process holds it, when it cannot be read, or when a run on another machine did not end
 */
export async function openLedger(file: string, now: Date, adopt: boolean): Promise<Ledger> {
  await mkdir(path.dirname(file), { recursive: true });
  const unlock = await lockLedger(file, now);
  try {
    const read = await replay(file);
    const state = read?.state ?? new LedgerReplay(null).state;
    await refuseElsewhere(file, state, adopt);
    // A line without its end was never flushed, so nothing was done on its word.
    if (read !== null && read.torn > 0) truncateSync(file, read.bytes);
    return await startRun(file, state, now, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function startRun(file: string, state: LedgerState, now: Date, unlock: () => Promise<void>): Promise<Ledger> {
  const run = `${now.getTime().toString(36)}-${process.pid.toString(36)}`;
  const descriptor = openSync(file, "a", 0o600);
  await flushFolder(path.dirname(file));
  const boot = await bootOf();
  let begun = false;
  const write = (record: LedgerRecord) => void writeSync(descriptor, `${JSON.stringify(record)}\n`);
  const flush = sharedFlush(descriptor);
  const begin = () => {
    if (begun) return;
    writeFileSync(mateFile(file), run, { mode: 0o600 });
    write({ run, state: "begun", at: now.toISOString(), ...(boot === null ? {} : { boot }) });
    begun = true;
  };
  // A run with nothing to say leaves no trace; but one that did not end is ended by the next.
  if (state.run?.state === "begun") begin();
  return {
    state,
    begin,
    note: (record) => {
      begin();
      write(record);
    },
    flush,
    close: async (kind) => {
      if (begun && kind === "ended") write({ run, state: "ended", at: new Date().toISOString() });
      await flush();
      closeSync(descriptor);
      if (begun && kind === "ended") await rm(mateFile(file), { force: true });
      await unlock();
    },
  };
}

/**
 * A ledger may travel, through a repository above all. One whose last run did not end is complete only where that run was: there, a
 * small file beside it names the run. Anywhere else it says less than happened.
 */
async function refuseElsewhere(file: string, state: LedgerState, adopt: boolean): Promise<void> {
  if (adopt || state.run === null || state.run.state === "ended") return;
  const mate = await readFile(mateFile(file), "utf8").catch(() => null);
  if (mate === state.run.run) return;
  throw new LedgerError(
    `${file} ends in a run (begun ${state.run.at}) that did not end and was not on this machine: readers may have got the issue without a word of it here. ` +
      "Fetch the ledger of that run and send again; or, if it is lost, send with --retry-uncertain, and those readers may get the issue twice. Nothing was sent.",
  );
}

function mateFile(file: string): string {
  return `${file}.run`;
}

/** One flush at a time; those who ask while it runs share the next. That is what lets many connections wait for one disk. */
function sharedFlush(descriptor: number): () => Promise<void> {
  let running: Promise<void> | null = null;
  let waiting: Promise<void> | null = null;
  const start = (): Promise<void> => {
    const flushed = new Promise<void>((resolve, reject) => fdatasync(descriptor, (error) => (error ? reject(error) : resolve())));
    running = flushed.finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (waiting !== null) return waiting;
    if (running === null) return start();
    waiting = running
      .catch(() => {})
      .then(() => {
        waiting = null;
        return start();
      });
    return waiting;
  };
}

async function flushFolder(folder: string): Promise<void> {
  // Windows opens no folders, and needs none of this.
  const handle = await open(folder, "r").catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

/** Linux names the time since the machine was started. */
async function bootOf(): Promise<string | null> {
  return readFile("/proc/sys/kernel/random/boot_id", "utf8").then(
    (text) => text.trim() || null,
    () => null,
  );
}

interface Replayed {
  readonly state: LedgerState;
  /** Bytes of whole lines. */
  readonly bytes: number;
  /** Bytes after the last whole line. */
  readonly torn: number;
}

async function replay(file: string): Promise<Replayed | null> {
  const handle = await open(file, "r").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  });
  if (handle === null) return null;
  try {
    const { size } = await handle.stat();
    const torn = await tornBytes(handle, size);
    const read = new LedgerReplay(await bootOf());
    if (size === torn) return { state: read.state, bytes: 0, torn };
    let number = 0;
    for await (const line of createInterface({ input: handle.createReadStream({ start: 0, end: size - torn - 1, autoClose: false }) })) {
      number += 1;
      const record = readRecord(line);
      if (record === null)
        throw new LedgerError(
          `${file}, line ${number} cannot be read: “${line.slice(0, 60)}”. Restore the file from a copy. Nothing was sent.`,
        );
      read.add(record);
    }
    return { state: read.state, bytes: size - torn, torn };
  } finally {
    await handle.close();
  }
}

/** How many bytes stand after the last line end. */
async function tornBytes(handle: Awaited<ReturnType<typeof open>>, size: number): Promise<number> {
  const last = Buffer.alloc(Math.min(size, 65_536));
  await handle.read(last, 0, last.length, size - last.length);
  return last.length - 1 - last.lastIndexOf("\n");
}

const states: readonly string[] = [
  "intended",
  "handed",
  "accepted",
  "refused",
  "deferred",
  "unknown",
  "withdrawn",
] satisfies readonly ReaderRecord["state"][];

function readRecord(line: string): LedgerRecord | null {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is LedgerRecord {
  if (typeof value !== "object" || value === null) return false;
  if ("reader" in value)
    return typeof value.reader === "string" && "state" in value && states.includes(String(value.state)) && "at" in value;
  if ("run" in value) return typeof value.run === "string" && "state" in value && (value.state === "begun" || value.state === "ended");
  return isHead(value);
}

function isHead(value: object): value is HeadRecord {
  return "ledger" in value && value.ledger === 1 && "mail" in value && typeof value.mail === "string" && "list" in value && "key" in value;
}
