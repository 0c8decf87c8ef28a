import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { LedgerHeldError } from "./ledger-error.ts";

/** Who holds a ledger. */
interface Holder {
  readonly pid: number;
  /** When the process began, as the system counts it; tells a process from a later one with the same number. `null` where it cannot be known. */
  readonly born: string | null;
  readonly host: string;
  readonly since: string;
}

/**
 * Takes the lock of a ledger: one writer at a time. A lock whose process is gone is taken over.
 * @returns what gives it back
 * @throws LedgerHeldError naming who holds it
 */
export async function lockLedger(ledger: string, now: Date): Promise<() => Promise<void>> {
  const file = `${ledger}.lock`;
  const mine = JSON.stringify({
    pid: process.pid,
    born: await bornOf(process.pid),
    host: hostname(),
    since: now.toISOString(),
  } satisfies Holder);
  if (!(await create(file, mine))) await takeOver(file, mine);
  return async () => {
    // Only what is ours: somebody may have removed it by hand and begun anew.
    if ((await readFile(file, "utf8").catch(() => "")) === mine) await rm(file, { force: true });
  };
}

/** Two may find the same dead lock. Only who holds this second, short one may replace it, after looking again. */
async function takeOver(file: string, mine: string): Promise<void> {
  const turn = `${file}.takeover`;
  if (!(await create(turn, mine))) {
    throw new LedgerHeldError(`Another send is just taking over ${file}. Run again; if this stays, remove ${turn}. Nothing was sent.`);
  }
  try {
    const held = await readHolder(file);
    if (held !== null && (await isAlive(held))) throw new LedgerHeldError(describe(held, file));
    await rename(turn, file);
  } catch (error) {
    await rm(turn, { force: true });
    throw error;
  }
}

function describe(held: Holder, file: string): string {
  const elsewhere = held.host === hostname() ? "" : ` If that machine is gone, remove ${file}.`;
  return `This issue is being sent already: process ${held.pid} on ${held.host} since ${held.since}. Wait until it is done.${elsewhere} Nothing was sent.`;
}

/** Makes a file that is whole from its first moment on; `false` when there is one already. */
async function create(file: string, text: string): Promise<boolean> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, text, { mode: 0o600 });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** `null`: the lock is gone, or says nothing, so nobody holds it. */
async function readHolder(file: string): Promise<Holder | null> {
  try {
    const held: unknown = JSON.parse(await readFile(file, "utf8"));
    if (typeof held !== "object" || held === null || !("pid" in held) || !("host" in held)) return null;
    const born = "born" in held && typeof held.born === "string" ? held.born : null;
    return { pid: Number(held.pid), host: String(held.host), since: "since" in held ? String(held.since) : "an unknown time", born };
  } catch {
    return null;
  }
}

async function isAlive(held: Holder): Promise<boolean> {
  // Of another machine's processes nothing is known here: better turned away than sent twice.
  if (held.host !== hostname()) return true;
  try {
    process.kill(held.pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  return held.born === null || (await bornOf(held.pid)) === held.born;
}

/** Field 22 of Linux's /proc/<pid>/stat; what stands before it may hold blanks, but ends with the last bracket. */
async function bornOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
}
