import { mkdir } from "node:fs/promises";
import path from "node:path";
import { text } from "node:stream/consumers";
import { loadPublication } from "../content/load-publication.ts";
import { LedgerError } from "../deliver/ledger-error.ts";
import { maskAddress } from "../deliver/mask-reply.ts";
import { readAddress } from "../deliver/read-address.ts";
import { suppress, suppressionFile, type Unsubscribed } from "../deliver/suppression.ts";
import { DateTime } from "../model/time.ts";
import { ledgerFolder } from "./ledger-folder.ts";
import { amount, countProblems, reportProblems, shownPath } from "./report.ts";
import { readerKeysFrom } from "./secrets.ts";
import { type Call, type ExitCode, Refusal, UsageError } from "./usage.ts";

/** `broadsheet unsubscribe <address|token…>`: into the suppression file, which always wins. `-` reads them from standard input, one a line. */
export async function unsubscribe(call: Call): Promise<ExitCode> {
  const given = call.arguments.length === 1 && call.arguments[0] === "-" ? (await text(process.stdin)).split("\n") : call.arguments;
  const wanted = given.map((one) => one.trim()).filter(Boolean);
  if (wanted.length === 0)
    throw new UsageError("Say who: broadsheet unsubscribe reader@example.org, or the token of a link to unsubscribe.");
  const { publication, problems } = await loadPublication(call.root);
  if (publication === null) {
    call.talk(`${reportProblems(problems, call.colour)}\n\n${countProblems(problems, null)} Nobody was unsubscribed.`);
    return 1;
  }
  const ids = publication.newsletters.map(({ id }) => id);
  const { from } = call.sending;
  if (from !== null && !ids.includes(from)) throw new UsageError(`There is no newsletter “${from}”. There is: ${ids.join(", ")}.`);
  const keys = readerKeysFrom(call.environment);
  const file = suppressionFile(ledgerFolder(call));
  await mkdir(path.dirname(file), { recursive: true });
  const day = DateTime.now().setZone(publication.zone).toFormat("yyyy-MM-dd");
  const done: { readonly who: string; readonly newsletter: string; readonly already: boolean }[] = [];
  const failed: string[] = [];
  for (const one of wanted) {
    const who = whoIs(one, from);
    const entry = who.kind === "refused" ? null : await suppress(file, who, day, keys).catch(asRefusal);
    const shown = who.kind === "token" ? "the reader of this token" : maskAddress(one);
    if (entry !== null) done.push({ who: shown, ...entry });
    else
      failed.push(
        who.kind === "refused"
          ? `${shown}: ${who.reason}.`
          : `${one}: this is no token of ours, or READER_SECRET is not the one it was made with.`,
      );
  }
  if (call.json) call.print(JSON.stringify({ done, failed }));
  else {
    for (const { who, newsletter, already } of done) {
      call.print(
        `${who} gets ${newsletter === "all" ? "no newsletter" : `no ${newsletter}`} any more${already ? "; that was noted before" : ""}.`,
      );
    }
    for (const words of failed) call.talk(words);
    if (failed.length > 0) call.talk(`${amount(failed.length, "line")} changed nothing.`);
    call.print(`The suppression file is ${shownPath(file)}.`);
  }
  return failed.length > 0 ? 2 : 0;
}

function whoIs(one: string, newsletter: string | null): Unsubscribed | { readonly kind: "refused"; readonly reason: string } {
  if (!one.includes("@")) return { kind: "token", token: one };
  const read = readAddress(one);
  return read.kind === "refused" ? read : { kind: "reader", key: read.key, newsletter };
}

function asRefusal(error: unknown): never {
  throw error instanceof LedgerError ? new Refusal(error.message, 3, error) : error;
}
