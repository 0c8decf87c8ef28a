/**
 * What became of one reader's message.
 *
 * `intended` is on the disk before the socket is used, `handed` is noted when the message itself begins to go out. What follows is the
 * server's answer: `accepted` (it took the message; nobody knows more), `refused` (for good), `deferred` (later), or `unknown` when the
 * connection ended before the answer. `withdrawn` takes an intention back that was never acted upon.
 */
export interface ReaderRecord {
  readonly reader: string;
  readonly state: "intended" | "handed" | "accepted" | "refused" | "deferred" | "unknown" | "withdrawn";
  /** RFC 3339, UTC. */
  readonly at: string;
  /** The server's words, free of addresses. */
  readonly reply?: string;
}

/** What a ledger is about. A later one in the same file means that an editor let a changed list in. */
export interface HeadRecord {
  readonly ledger: 1;
  readonly newsletter: string;
  readonly date: string;
  /** Tells which READER_SECRET keys the readers' names. */
  readonly key: string;
  /** SHA-256 of the neutral mail. */
  readonly mail: string;
  readonly list: { readonly hash: string; readonly readers: number };
  readonly at: string;
}

/** A run of `send` on one machine, and its end. */
export interface RunRecord {
  readonly run: string;
  readonly state: "begun" | "ended";
  readonly at: string;
  /** Names the time between two starts of the machine; not known everywhere. */
  readonly boot?: string;
}

export type LedgerRecord = ReaderRecord | HeadRecord | RunRecord;

/** Where a reader stands: uncertain is a message that may have gone out, without an answer. */
export type Standing =
  | { readonly kind: "accepted" }
  | { readonly kind: "refused"; readonly reply: string }
  | { readonly kind: "uncertain"; readonly reply: string }
  /** @param last when it was tried last, RFC 3339 */
  | { readonly kind: "deferred"; readonly reply: string; readonly tries: number; readonly last: string };

/** All that a ledger says. Readers it does not name have had nothing. */
export interface LedgerState {
  readonly head: HeadRecord | null;
  /** The last run; `null` before the first. */
  readonly run: RunRecord | null;
  readonly standings: ReadonlyMap<string, Standing>;
}

/**
 * Reads records in their order.
 *
 * Only intentions are flushed before they are acted upon. So whether a message whose run was cut off began to go out is known only if the
 * machine has not been started anew since: what a process wrote survives its end, not the machine's.
 */
export class LedgerReplay {
  readonly #boot: string | null;
  #head: HeadRecord | null = null;
  #run: RunRecord | null = null;
  readonly #standings = new Map<string, Standing>();

  /** @param boot the time between starts that it is now; `null` when it is not known */
  constructor(boot: string | null) {
    this.#boot = boot;
  }

  add(record: LedgerRecord): void {
    if ("ledger" in record) this.#head = record;
    else if ("run" in record) this.#run = record;
    else this.#addReader(record);
  }

  get state(): LedgerState {
    return { head: this.#head, run: this.#run, standings: this.#standings };
  }

  #addReader({ reader, state, at, reply = "" }: ReaderRecord): void {
    const before = this.#standings.get(reader);
    switch (state) {
      case "intended":
        this.#tries.set(reader, before?.kind === "deferred" ? before : null);
        if (this.#boot === null || this.#run?.boot !== this.#boot) this.#standings.set(reader, cutOff);
        break;
      case "handed":
        this.#standings.set(reader, cutOff);
        break;
      case "unknown":
        this.#standings.set(reader, { kind: "uncertain", reply });
        break;
      case "accepted":
        this.#standings.set(reader, accepted);
        this.#tries.delete(reader);
        break;
      case "refused":
        this.#standings.set(reader, { kind: "refused", reply });
        this.#tries.delete(reader);
        break;
      case "deferred":
        this.#standings.set(reader, { kind: "deferred", reply, last: at, tries: (this.#tries.get(reader)?.tries ?? 0) + 1 });
        break;
      case "withdrawn": {
        const earlier = this.#tries.get(reader);
        if (earlier) this.#standings.set(reader, earlier);
        else this.#standings.delete(reader);
        break;
      }
    }
  }

  /** How a reader stood before the intention that is open. */
  readonly #tries = new Map<string, Extract<Standing, { kind: "deferred" }> | null>();
}

const accepted: Standing = { kind: "accepted" };
const cutOff: Standing = { kind: "uncertain", reply: "the run was cut off before the server's answer was noted" };
