import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { parse } from "csv-parse";
import { maskAddress } from "./mask-reply.ts";
import { readAddress } from "./read-address.ts";
import type { ReaderKeys } from "./reader-keys.ts";
import type { Suppression } from "./suppression.ts";

/** Someone who asked for the newsletter and may get it. */
export interface Reader {
  /** ASCII, as SMTP takes it. */
  readonly address: string;
  readonly domain: string;
  /** See `readAddress`. */
  readonly key: string;
  readonly name: string | null;
  /** Keyed hash: the reader's name in the ledger. */
  readonly id: string;
  /** Line of the list, from 1. */
  readonly line: number;
}

export interface RefusedRow {
  readonly line: number;
  readonly reason: string;
}

/** A list of recipients, read for one newsletter. */
export interface Recipients {
  /** In the list's order. */
  readonly readers: readonly Reader[];
  readonly refused: readonly RefusedRow[];
  /** Rows that repeat an address; its first row counts. */
  readonly duplicates: number;
  /** Rows whose reader said no. */
  readonly declined: number;
  /** Rows of other newsletters. */
  readonly elsewhere: number;
  /** Readers left out because they unsubscribed. */
  readonly suppressed: number;
  /** Keyed hash of who is on the list for this newsletter, in whatever order, those who unsubscribed too. */
  readonly hash: string;
}

/** The file is no list of recipients. The message says what to do. */
export class ListError extends Error {
  override readonly name = "ListError";
}

const needed = ["email", "consented"] as const;
const consent = /^(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Reads recipients from a CSV file: `email` and `consented`, and if they are there `name`, `newsletters` and `language`, which counts where
 * the newsletters are not named. The file is read in a stream; what is kept of a row is its reader.
 * @param wanted.language the newsletter's, BCP 47
 * @param wanted.known ids of all newsletters
 * @throws ListError when the file is no such list
 */
export async function readRecipients(
  file: string,
  wanted: {
    readonly newsletter: string;
    readonly language: string;
    readonly known: readonly string[];
    readonly keys: ReaderKeys;
    readonly suppression: Suppression;
  },
): Promise<Recipients> {
  const { newsletter, language, known, keys, suppression } = wanted;
  const delimiter = await findDelimiter(file);
  const rows = createReadStream(file).pipe(
    parse({ bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true, trim: false, max_record_size: 100_000 }),
  );
  let columns: ReadonlyMap<string, number> | null = null;
  const readers: Reader[] = [];
  const refused: RefusedRow[] = [];
  const seen = new Set<string>();
  const counts = { duplicates: 0, declined: 0, elsewhere: 0, suppressed: 0 };
  try {
    for await (const { record, info } of rows as AsyncIterable<{ record: readonly string[]; info: { readonly lines: number } }>) {
      if (columns === null) {
        columns = readHeading(record, file);
        continue;
      }
      const cell = (name: string) => record[columns?.get(name) ?? Number.POSITIVE_INFINITY] ?? "";
      const line = info.lines;
      const refuse = (reason: string) => refused.push({ line, reason });
      const read = readAddress(cell("email"));
      if (read.kind === "refused") {
        refuse(`${maskAddress(cell("email").trim())}: ${read.reason}`);
        continue;
      }
      const said = readConsent(cell("consented"));
      if (said === "declined") counts.declined += 1;
      else if (said !== "given") refuse(`${maskAddress(read.address)}: ${said}`);
      if (said !== "given") continue;
      if (columns.has("newsletters")) {
        const chosen = cell("newsletters")
          .split(/[\s,;|]+/)
          .filter(Boolean);
        const unknown = chosen.find((id) => !known.includes(id));
        if (unknown !== undefined) refuse(`${maskAddress(read.address)}: there is no newsletter “${unknown}”`);
        else if (!chosen.includes(newsletter)) counts.elsewhere += 1;
        if (unknown !== undefined || !chosen.includes(newsletter)) continue;
      }
      if (!columns.has("newsletters") && !sameLanguage(cell("language"), language)) {
        counts.elsewhere += 1;
        continue;
      }
      const id = keys.readerOf(read.key);
      if (seen.has(id)) {
        counts.duplicates += 1;
        continue;
      }
      seen.add(id);
      if (suppression.has(read.key, newsletter)) counts.suppressed += 1;
      else readers.push({ address: read.address, domain: read.domain, key: read.key, name: cell("name").trim() || null, id, line });
    }
  } catch (cause) {
    throw cause instanceof ListError || !isCsvMistake(cause)
      ? cause
      : new ListError(`${file} cannot be read as CSV: ${cause.message}. Nothing was sent.`);
  }
  if (columns === null) throw new ListError(`${file} is empty. Its first line must name the columns: email,name,newsletters,consented.`);
  const hash = createHash("sha256");
  for (const id of [...seen].sort()) hash.update(id);
  return { readers, refused, ...counts, hash: hash.digest("hex") };
}

function readHeading(record: readonly string[], file: string): ReadonlyMap<string, number> {
  const columns = new Map(record.map((name, index) => [name.trim().toLowerCase(), index] as const));
  const missing = needed.filter((name) => !columns.has(name));
  if (missing.length > 0) {
    throw new ListError(
      `${file} has no column ${missing.map((name) => `“${name}”`).join(" and no column ")}. Its first line must name the columns, such as email,name,newsletters,consented. Nothing was sent.`,
    );
  }
  return columns;
}

/** Whether a reader who wants a language gets it; one who names none takes any. A region is no other language. */
function sameLanguage(wanted: string, language: string): boolean {
  const primary = (tag: string) => tag.trim().toLowerCase().split(/[-_]/)[0];
  return wanted.trim() === "" || primary(wanted) === primary(language);
}

function readConsent(text: string): "given" | "declined" | string {
  const word = text.trim().toLowerCase();
  if (["yes", "true", "1"].includes(word)) return "given";
  if (["no", "false", "0"].includes(word)) return "declined";
  if (word === "") return "no consent is noted";
  const [, year, month, day] = consent.exec(text.trim()) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (day !== undefined && date.getUTCDate() === Number(day) && date.getUTCMonth() === Number(month) - 1) return "given";
  return `“${text.trim().slice(0, 30)}” says no consent; write the day it was given, such as 2026-03-02, or yes`;
}

/** Spreadsheets of many countries write semicolons, some write tabs: the first line tells. */
async function findDelimiter(file: string): Promise<string> {
  const handle = await open(file, "r").catch((cause: unknown) => {
    throw new ListError(`${file} cannot be read: ${cause instanceof Error ? cause.message : cause}. Nothing was sent.`);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    const start = buffer.subarray(0, bytesRead);
    if (start.includes(0)) throw new ListError(`${file} is not in UTF-8. Save it as CSV in UTF-8. Nothing was sent.`);
    const [first = ""] = start.toString("utf8").split(/\r|\n/);
    const count = (mark: string) => first.split(mark).length;
    return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
  } finally {
    await handle.close();
  }
}

function isCsvMistake(cause: unknown): cause is Error {
  return cause instanceof Error && "code" in cause && String(cause.code).startsWith("CSV_");
}
