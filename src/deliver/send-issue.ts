import type { Ledger } from "./ledger.ts";
import type { Standing } from "./ledger-record.ts";
import { maskReply } from "./mask-reply.ts";
import { type Pace, paceReaders } from "./pace.ts";
import type { Reader } from "./read-recipients.ts";
import type { Lane, Outcome, Transport } from "./transport.ts";

export interface Sendout {
  readonly readers: readonly Reader[];
  readonly ledger: Ledger;
  readonly transport: Transport;
  /** Envelope sender. */
  readonly from: string;
  /** Makes a reader's message. */
  readonly message: (reader: Reader) => Promise<Buffer>;
  readonly limits: {
    readonly perSecond: number | null;
    readonly perSecondAndDomain: number | null;
    /** Minutes before the second, third, … try. */
    readonly retryAfter: readonly number[];
    /** Failures in a row after which sending stops. */
    readonly stopAfter: number;
    /** Messages handed on at most in this run; `null` for all. */
    readonly most: number | null;
  };
  /** Readers whose message may have gone out get it again. */
  readonly retryUncertain: boolean;
  /** Aborts cleanly: what is on its way is finished, nothing new begins. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  readonly onWait: (until: Date, readers: number) => void;
}

export interface Progress {
  /** Handed on in this run, with whatever answer. */
  readonly done: number;
  readonly left: number;
}

export interface Sent {
  /** How many messages the server took in this run. */
  readonly accepted: number;
  /** Why it ended early: the words of the server, or nothing when it was told to. `null` when all had their turn. */
  readonly stopped: { readonly kind: "failures" | "hopeless"; readonly reply: string } | { readonly kind: "told" } | null;
  /** Where every reader of the list stands now; those not in it have had nothing. */
  readonly standings: ReadonlyMap<string, Standing>;
}

/** Those of a list whose turn it is, before any waiting. */
export function readersToSend(
  readers: readonly Reader[],
  standings: ReadonlyMap<string, Standing>,
  retryUncertain: boolean,
): readonly Reader[] {
  return readers.filter(({ id }) => {
    const kind = standings.get(id)?.kind;
    return kind === undefined || kind === "deferred" || (kind === "uncertain" && retryUncertain);
  });
}

/**
 * Sends an issue to those who have not had it, one message a reader: the intention is flushed to the ledger before a message is handed
 * on, the answer noted as soon as it comes.
 */
export async function sendIssue(job: Sendout): Promise<Sent> {
  const run = new Run(job);
  let round = readersToSend(job.readers, job.ledger.state.standings, job.retryUncertain);
  for (;;) {
    await run.sendRound(round.filter((reader) => run.isDue(reader)));
    if (run.stopped !== null) break;
    round = round.filter((reader) => run.mayTryAgain(reader));
    const next = Math.min(...round.map((reader) => run.dueAt(reader)));
    if (round.length === 0 || run.spent) break;
    job.onWait(new Date(next), round.length);
    // A timer may fire a millisecond before its time; nobody would be due yet, and the wait would be told twice.
    await sleep(next - Date.now() + 1, job.signal);
    if (job.signal.aborted) run.stopped = { kind: "told" };
    if (run.stopped !== null) break;
  }
  await job.ledger.flush();
  return { accepted: run.accepted, stopped: run.stopped, standings: run.standings };
}

interface Turn {
  readonly reader: Reader;
  readonly message: Buffer;
}

/** One run of sending: what it knows of each reader, and what it did. */
class Run {
  accepted = 0;
  readonly standings: Map<string, Standing>;
  stopped: Sent["stopped"] = null;
  readonly #job: Sendout;
  #handed = 0;
  #failures = 0;
  readonly #tries = new Map<string, number>();

  constructor(job: Sendout) {
    this.#job = job;
    this.standings = new Map(job.ledger.state.standings);
  }

  /** Whether this run has handed on as many as it may. */
  get spent(): boolean {
    const { most } = this.#job.limits;
    return most !== null && this.#handed >= most;
  }

  /** When a reader's turn comes, in milliseconds: at once, unless the server asked to wait. */
  dueAt({ id }: Reader): number {
    const standing = this.standings.get(id);
    if (standing?.kind !== "deferred") return 0;
    const { retryAfter } = this.#job.limits;
    const minutes = retryAfter[Math.min(standing.tries, retryAfter.length) - 1] ?? 0;
    return Date.parse(standing.last) + minutes * 60_000;
  }

  isDue(reader: Reader): boolean {
    return this.dueAt(reader) <= Date.now();
  }

  /** A deferred reader is tried again as often as there are waits; one whose wait from an earlier run is not over yet is tried too. */
  mayTryAgain(reader: Reader): boolean {
    return this.standings.get(reader.id)?.kind === "deferred" && (this.#tries.get(reader.id) ?? 0) <= this.#job.limits.retryAfter.length;
  }

  async sendRound(readers: readonly Reader[]): Promise<void> {
    const pace = paceReaders(readers, this.#job.limits);
    const take = () => this.#take(pace);
    const lanes = Array.from({ length: Math.min(this.#job.transport.lanes, readers.length) }, () => this.#job.transport.openLane());
    const results = await Promise.allSettled(lanes.map((lane) => this.#runLane(lane, take, pace.left)));
    const failed = results.find((result) => result.status === "rejected");
    if (failed) throw failed.reason;
  }

  /** The next reader, intended and flushed, with the message made; `null` when none is left or nothing more may begin. */
  async #take(pace: Pace): Promise<Turn | null> {
    const { ledger, message, signal } = this.#job;
    if (this.stopped !== null || this.spent) return null;
    const turn = pace.next(Date.now());
    if (turn === null) return null;
    this.#handed += 1;
    if (turn.wait > 0) await sleep(turn.wait, signal);
    if (signal.aborted) this.stopped ??= { kind: "told" };
    if (this.stopped !== null) return null;
    const { reader } = turn;
    const made = await message(reader);
    ledger.note({ reader: reader.id, state: "intended", at: now() });
    await ledger.flush();
    return { reader, message: made };
  }

  async #runLane(lane: Lane, take: () => Promise<Turn | null>, left: () => number): Promise<void> {
    const { limits, onProgress, signal } = this.#job;
    // Without a limit the next intention is flushed while a message is on its way; with one there is time enough, and a run that is cut
    // off leaves fewer readers uncertain.
    const ahead = limits.perSecond === null && limits.perSecondAndDomain === null;
    let next = take();
    try {
      for (let turn = await next; turn !== null; turn = await next) {
        if (signal.aborted) this.stopped ??= { kind: "told" };
        if (this.stopped !== null) {
          this.#withdraw(turn.reader);
          return;
        }
        if (ahead) next = take();
        // What fails here is thrown when it is awaited, after this message.
        next.catch(() => {});
        await this.#hand(lane, turn);
        onProgress({ done: this.#handed, left: left() });
        if (!ahead) next = take();
      }
    } catch (error) {
      this.stopped ??= { kind: "told" };
      throw error;
    } finally {
      // At once: a server that allows fewer connections than there are lanes then lets the next one in.
      await lane.close();
    }
  }

  /** Hands a message on; when it did not come as far as the reader, again after a while, until too many failures stop the run. */
  async #hand(lane: Lane, { reader, message }: Turn): Promise<void> {
    const { from, ledger, signal } = this.#job;
    for (;;) {
      const outcome = await lane
        .hand({ reader: reader.id, from, to: reader.address, message }, () =>
          ledger.note({ reader: reader.id, state: "handed", at: now() }),
        )
        .catch((error: unknown): Outcome => ({ kind: "unknown", reply: error instanceof Error ? error.message : String(error) }));
      this.#settle(reader, outcome);
      if (outcome.kind !== "unsent" || this.stopped !== null) return;
      await sleep(Math.min(250 * 2 ** this.#failures, 15_000), signal);
      if (signal.aborted) this.stopped ??= { kind: "told" };
      if (this.stopped !== null) return;
      ledger.note({ reader: reader.id, state: "intended", at: now() });
      await ledger.flush();
    }
  }

  #withdraw(reader: Reader): void {
    this.#handed -= 1;
    this.#job.ledger.note({ reader: reader.id, state: "withdrawn", at: now() });
  }

  #settle(reader: Reader, outcome: Outcome): void {
    const { ledger, limits } = this.#job;
    const at = now();
    const reply = maskReply(outcome.reply, reader.address);
    const before = this.standings.get(reader.id);
    this.#failures = outcome.kind === "accepted" ? 0 : this.#failures + 1;
    switch (outcome.kind) {
      case "accepted":
        this.accepted += 1;
        this.standings.set(reader.id, { kind: "accepted" });
        break;
      case "refused":
        this.standings.set(reader.id, { kind: "refused", reply });
        break;
      case "deferred":
        this.#tries.set(reader.id, (this.#tries.get(reader.id) ?? 0) + 1);
        this.standings.set(reader.id, { kind: "deferred", reply, last: at, tries: (before?.kind === "deferred" ? before.tries : 0) + 1 });
        break;
      case "unknown":
        this.standings.set(reader.id, { kind: "uncertain", reply });
        break;
      case "unsent":
        if (outcome.hopeless) this.stopped ??= { kind: "hopeless", reply };
        break;
    }
    const state = outcome.kind === "unsent" ? "withdrawn" : outcome.kind;
    ledger.note({ reader: reader.id, state, at, ...(reply === "" ? {} : { reply }) });
    if (this.#failures >= limits.stopAfter) this.stopped ??= { kind: "failures", reply };
  }
}

function now(): string {
  return new Date().toISOString();
}

/** Waits, or stops waiting when told to. */
async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds <= 0 || signal.aborted) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", done);
  });
}
