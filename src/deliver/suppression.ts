import { open, readFile } from "node:fs/promises";
import path from "node:path";
import { LedgerError } from "./ledger-error.ts";
import type { ReaderKeys } from "./reader-keys.ts";

/** Those who must get nothing more, whatever any list says. */
export interface Suppression {
  /** How many entries there are. */
  readonly size: number;
  /** @param key of the address, see `readAddress` */
  readonly has: (key: string, newsletter: string) => boolean;
}

/** Whom an entry is about: everyone's mail to a reader, or one newsletter to the holder of a token. */
export type Unsubscribed =
  | { readonly kind: "reader"; readonly key: string; readonly newsletter: string | null }
  | { readonly kind: "token"; readonly token: string };

const line = /^(\d{4}-\d{2}-\d{2}) (\S+) ([\w-]{22})$/;
const heading = "# Who unsubscribed, as keyed hashes: day, newsletter or “all”, hash. Lines are only ever added. Key ";

/** The suppression file in the ledger's folder. */
export function suppressionFile(ledger: string): string {
  return path.join(ledger, "suppressed.txt");
}

/**
 * Reads the suppression file; a missing one is empty.
 * @throws LedgerError when a line cannot be read, or when another secret made it: someone would get mail who must not
 */
export async function readSuppression(file: string, keys: ReaderKeys): Promise<Suppression> {
  const entries = await readEntries(file, keys);
  return {
    size: entries.size,
    has: (key, newsletter) => {
      if (entries.size === 0) return false;
      if (entries.has(`all ${keys.suppressedOf(key)}`)) return true;
      return entries.has(`${newsletter} ${entryOf({ kind: "token", token: keys.tokenOf(key, newsletter) }, keys)?.hash}`);
    },
  };
}

/**
 * Adds to the suppression file, flushed before it returns.
 * @returns `null` when a token is none of ours
 */
export async function suppress(
  file: string,
  who: Unsubscribed,
  day: string,
  keys: ReaderKeys,
): Promise<{ readonly newsletter: string; readonly already: boolean } | null> {
  const entry = entryOf(who, keys);
  if (entry === null) return null;
  const entries = await readEntries(file, keys);
  const { newsletter } = entry;
  if (entries.has(`${newsletter} ${entry.hash}`)) return { newsletter, already: true };
  const handle = await open(file, "a", 0o600);
  try {
    const { size } = await handle.stat();
    await handle.appendFile(`${size === 0 ? `${heading}${keys.fingerprint}\n` : ""}${day} ${newsletter} ${entry.hash}\n`);
    await handle.datasync();
  } finally {
    await handle.close();
  }
  return { newsletter, already: false };
}

function entryOf(who: Unsubscribed, keys: ReaderKeys): { readonly newsletter: string; readonly hash: string } | null {
  if (who.kind === "reader" && who.newsletter === null) return { newsletter: "all", hash: keys.suppressedOf(who.key) };
  const token = who.kind === "token" ? who.token : keys.tokenOf(who.key, who.newsletter ?? "");
  const named = keys.suppressedByToken(token);
  return named === null ? null : { newsletter: named.newsletter, hash: named.entry };
}

async function readEntries(file: string, keys: ReaderKeys): Promise<ReadonlySet<string>> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  });
  const entries = new Set<string>();
  for (const [index, row] of text.split(/\r?\n/).entries()) {
    if (row.startsWith(heading) && row.slice(heading.length) !== keys.fingerprint) {
      throw new LedgerError(
        `${file} was made with another READER_SECRET, so nobody in it can be recognised. Set the secret it was made with. Nothing was sent.`,
      );
    }
    if (row.trim() === "" || row.startsWith("#")) continue;
    const [, , newsletter, hash] = line.exec(row) ?? [];
    if (newsletter === undefined) {
      throw new LedgerError(
        `${file}, line ${index + 1} is no entry: “${row.slice(0, 40)}”. Remove the line, and use broadsheet unsubscribe to add a reader. Nothing was sent.`,
      );
    }
    entries.add(`${newsletter} ${hash}`);
  }
  return entries;
}
