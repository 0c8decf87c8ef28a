import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * What stands for a reader where no address may stand. All are keyed by READER_SECRET, each for one purpose, so that who sees one can
 * neither find the address by trying addresses nor make another of them.
 */
export interface ReaderKeys {
  /** Eight letters that tell one secret from another. */
  readonly fingerprint: string;
  /** Names a reader in the ledger: 22 letters. @param key of the address, see `readAddress` */
  readonly readerOf: (key: string) => string;
  /** Names a reader's copy of one issue in its Message-ID. */
  readonly messageOf: (key: string, newsletter: string, date: string) => string;
  /** What a reader unsubscribes from one newsletter with: `morning.` and 32 letters. */
  readonly tokenOf: (key: string, newsletter: string) => string;
  /** Names, in the suppression file, a reader who wants no newsletter at all. */
  readonly suppressedOf: (key: string) => string;
  /** Names, in the suppression file, the reader whom a token was given to; `null` when this secret did not make the token. */
  readonly suppressedByToken: (token: string) => { readonly newsletter: string; readonly entry: string } | null;
}

/** @param secret READER_SECRET */
export function readerKeys(secret: string): ReaderKeys {
  const keyed = (purpose: string, bytes: number, ...words: readonly string[]) =>
    createHmac("sha256", secret)
      .update([purpose, ...words].join("\0"))
      .digest()
      .subarray(0, bytes);
  const letters = (purpose: string, ...words: readonly string[]) => keyed(purpose, 16, ...words).toString("base64url");
  const seal = (newsletter: string, named: Uint8Array) => keyed("seal", 8, newsletter, Buffer.from(named).toString("hex"));
  return {
    fingerprint: keyed("fingerprint", 6).toString("base64url"),
    readerOf: (key) => letters("reader", key),
    messageOf: (key, newsletter, date) => letters("message", newsletter, date, key),
    tokenOf: (key, newsletter) => {
      const named = keyed("token", 16, newsletter, key);
      return `${newsletter}.${Buffer.concat([named, seal(newsletter, named)]).toString("base64url")}`;
    },
    suppressedOf: (key) => letters("suppressed", key),
    suppressedByToken: (token) => {
      const [newsletter = "", letters32 = "", ...more] = token.trim().split(".");
      const bytes = Buffer.from(letters32, "base64url");
      if (more.length > 0 || bytes.length !== 24) return null;
      if (!timingSafeEqual(bytes.subarray(16), seal(newsletter, bytes.subarray(0, 16)))) return null;
      return { newsletter, entry: letters("suppressed-token", newsletter, letters32) };
    },
  };
}
