import type { Standing } from "../deliver/ledger-record.ts";
import type { Reader, Recipients } from "../deliver/read-recipients.ts";
import type { Sent } from "../deliver/send-issue.ts";
import type { Issue } from "../model/issue.ts";
import { amount, shownPath } from "./report.ts";
import type { Call, ExitCode } from "./usage.ts";

const mostRows = 20;

/** Tells what of a list is not sent to, before anything is sent. */
export function tellRows(call: Call, recipients: Recipients, file: string): void {
  const { refused, duplicates, declined, elsewhere, suppressed } = recipients;
  for (const { line, reason } of refused.slice(0, mostRows)) call.talk(`  ${file}:${line}  ${reason}`);
  if (refused.length > mostRows) call.talk(`  … and ${refused.length - mostRows} more`);
  const left = [
    [refused.length, "refused"],
    [duplicates, "twice on it"],
    [declined, "without consent"],
    [elsewhere, "for other newsletters"],
    [suppressed, "unsubscribed"],
  ] as const;
  const words = left.filter(([count]) => count > 0).map(([count, what]) => `${count.toLocaleString("en")} ${what}`);
  call.talk(`${amount(recipients.readers.length, "reader")} in ${file}${words.length === 0 ? "" : `; left out: ${words.join(", ")}`}.`);
}

/** How many of a list stand where. */
export interface Tally {
  readonly accepted: number;
  readonly refused: number;
  readonly deferred: number;
  readonly uncertain: number;
  readonly waiting: number;
}

/** Counts standings; `readers` null when the list is not at hand: then `listed` is how many it had. */
export function tally(standings: Iterable<Standing>, listed: number): Tally {
  const counts = { accepted: 0, refused: 0, deferred: 0, uncertain: 0 };
  for (const { kind } of standings) counts[kind] += 1;
  const { accepted, refused, deferred, uncertain } = counts;
  return { ...counts, waiting: Math.max(0, listed - accepted - refused - deferred - uncertain) };
}

/** `accepted  4,990` and so on, only what there is. */
export function tallyLines({ accepted, refused, deferred, uncertain, waiting }: Tally): readonly string[] {
  const rows = [
    ["accepted", accepted, "the server took the message"],
    ["refused", refused, "by the server, for good"],
    ["deferred", deferred, "the server asked to try later"],
    ["uncertain", uncertain, "handed over, but no answer is known"],
    ["waiting", waiting, "not tried yet"],
  ] as const;
  return rows
    .filter(([name, count]) => count > 0 || name === "accepted")
    .map(([name, count, what]) => `  ${name.padEnd(10)}${count.toLocaleString("en").padStart(9)}  ${what}`);
}

/** Tells what a run did and what comes next. */
export function tellSent(
  call: Call,
  {
    issue,
    recipients,
    sent,
    ledger,
  }: { readonly issue: Issue; readonly recipients: Recipients; readonly sent: Sent; readonly ledger: string },
): ExitCode {
  const { id } = issue.newsletter;
  const own = recipients.readers.flatMap((reader) => sent.standings.get(reader.id) ?? []);
  const counts = tally(own, recipients.readers.length);
  const uncertain = recipients.readers.filter((reader) => sent.standings.get(reader.id)?.kind === "uncertain");
  const again = `broadsheet send ${id} ${issue.date} --to ${call.sending.to}`;
  const code = exitCode(sent, counts, recipients);
  if (call.json) {
    const lines = uncertain.map(({ line }) => line);
    call.print(
      JSON.stringify({
        newsletter: id,
        date: issue.date,
        accepted: sent.accepted,
        standing: counts,
        uncertainLines: lines,
        rowsRefused: recipients.refused,
        stopped: sent.stopped,
        ledger,
      }),
    );
    return code;
  }
  call.print(
    [
      `${issue.newsletter.name}, No. ${issue.number}, ${issue.date}: the server took ${amount(sent.accepted, "message")} in this run.`,
      ...tallyLines(counts),
      ...refusedReasons(recipients.readers, sent),
      ...uncertainLines(uncertain, call.sending.to ?? "", sent.standings),
      ...stopWords(sent),
      nextStep(counts, sent, again),
      `The ledger is ${shownPath(ledger)}.`,
    ].join("\n"),
  );
  return code;
}

function exitCode(sent: Sent, counts: Tally, recipients: Recipients): ExitCode {
  if (sent.stopped?.kind === "failures" || sent.stopped?.kind === "hopeless") return 3;
  return counts.waiting + counts.deferred + counts.uncertain + recipients.refused.length > 0 ? 4 : 0;
}

function refusedReasons(readers: readonly Reader[], sent: Sent): readonly string[] {
  const refused = readers.flatMap(({ id, line }) => {
    const standing = sent.standings.get(id);
    return standing?.kind === "refused" ? [`  line ${line} refused: ${standing.reply}`] : [];
  });
  return refused.length > mostRows
    ? [...refused.slice(0, mostRows), `  … and ${refused.length - mostRows} more; broadsheet status lists the reasons`]
    : refused;
}

function uncertainLines(readers: readonly Reader[], file: string, standings: ReadonlyMap<string, Standing>): readonly string[] {
  const lines = readers.slice(0, mostRows).map(({ id, line }) => {
    const standing = standings.get(id);
    return `  ${file}:${line} uncertain: ${standing?.kind === "uncertain" ? standing.reply : ""}`;
  });
  return readers.length > mostRows ? [...lines, `  … and ${readers.length - mostRows} more`] : lines;
}

function stopWords({ stopped }: Sent): readonly string[] {
  switch (stopped?.kind) {
    case "failures":
      return [`Stopped: too many failures in a row. The last was: ${stopped.reply}`];
    case "hopeless":
      return [`Stopped, as trying again would change nothing: ${stopped.reply}`];
    case "told":
      return ["Ended when told to."];
    default:
      return [];
  }
}

function nextStep({ waiting, deferred, uncertain }: Tally, { stopped }: Sent, again: string): string {
  if (waiting + deferred > 0) return `Next${stopped === null || stopped.kind === "told" ? "" : ", when that is mended"}: ${again}`;
  if (uncertain > 0)
    return `Next: ask the mail server’s log about the uncertain; ${again} --retry-uncertain sends to them again, at the risk of twice.`;
  return "Everyone who could get it has had it.";
}
