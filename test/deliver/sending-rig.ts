import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Ledger, ledgerFile, openLedger, readLedger } from "../../src/deliver/ledger.ts";
import type { Standing } from "../../src/deliver/ledger-record.ts";
import type { Reader } from "../../src/deliver/read-recipients.ts";
import { type Sendout, type Sent, sendIssue } from "../../src/deliver/send-issue.ts";
import { readSmtpUrl } from "../../src/deliver/smtp-settings.ts";
import { smtpTransport } from "../../src/deliver/smtp-transport.ts";

/** Readers by the names before their @. */
export function readersNamed(names: readonly string[]): readonly Reader[] {
  return names.map((name, index) => ({
    address: `${name}@strait.example`,
    domain: "strait.example",
    key: `${name}@strait.example`,
    name: null,
    id: `id-${name}`,
    line: index + 2,
  }));
}

export interface Rig {
  readonly file: string;
  /** Sends to the server at a port, as one run of the command would. */
  readonly send: (port: number, names: readonly string[], given?: Partial<Sendout>, patience?: number) => Promise<Sent>;
  readonly standings: () => Promise<Readonly<Record<string, Standing>>>;
  readonly remove: () => Promise<void>;
}

/** A ledger in a temporary folder, and what sends with it. */
export async function makeRig(): Promise<Rig> {
  const folder = await mkdtemp(path.join(tmpdir(), "ledger-"));
  const file = ledgerFile(folder, "morning", "2026-11-24");
  return {
    file,
    send: async (port, names, given = {}, patience = 5) => {
      const ledger: Ledger = await openLedger(file, new Date(), false);
      try {
        return await sendIssue({
          readers: readersNamed(names),
          ledger,
          transport: smtpTransport(readSmtpUrl(`smtp://127.0.0.1:${port}?tls=off`), {
            connections: 3,
            patience,
          }),
          from: "desk@strait.example",
          message: async (reader) => Buffer.from(`To: ${reader.address}\r\nSubject: Tide\r\n\r\nHigh at noon.\r\n`),
          limits: { perSecond: null, perSecondAndDomain: null, retryAfter: [], stopAfter: 20, most: null },
          retryUncertain: false,
          signal: new AbortController().signal,
          onProgress: () => {},
          onWait: () => {},
          ...given,
        });
      } finally {
        await ledger.close("ended");
      }
    },
    standings: async () => Object.fromEntries((await readLedger(file))?.standings ?? []),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
