import { ledgerFile, readLedger } from "../deliver/ledger.ts";
import { LedgerError } from "../deliver/ledger-error.ts";
import type { Standing } from "../deliver/ledger-record.ts";
import { ListError, readRecipients } from "../deliver/read-recipients.ts";
import type { Edition } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import { findIssue, findNewsletter, readDate } from "./find-issue.ts";
import { issueMail } from "./issue-mail.ts";
import { ledgerFolder } from "./ledger-folder.ts";
import { readEdition } from "./read-edition.ts";
import { amount, countProblems, reportProblems, shownPath } from "./report.ts";
import { readerKeysFrom } from "./secrets.ts";
import { tally, tallyLines } from "./sent-report.ts";
import { type Call, type ExitCode, Refusal, UsageError } from "./usage.ts";

/** `broadsheet status <newsletter> <date>`: what the ledger says, and the next command. Writes nothing. */
export async function status(call: Call): Promise<ExitCode> {
  const [name, day] = call.arguments;
  if (name === undefined || day === undefined)
    throw new UsageError("Say which issue of which newsletter: broadsheet status morning 2026-11-24.");
  const reading = await readEdition(call.root, call.asOf);
  if (reading.edition === null) {
    call.talk(`${reportProblems(reading.problems, call.colour)}\n\n${countProblems(reading.problems, reading.articles)}`);
    return 1;
  }
  const { edition } = reading;
  const issue = findIssue(findNewsletter(edition, name), readDate(day, edition));
  const file = ledgerFile(ledgerFolder(call), name, issue.date);
  const state = await readLedger(file).catch((error: unknown) => {
    throw error instanceof LedgerError ? new Refusal(error.message, 3, error) : error;
  });
  const standings = state?.standings ?? new Map<string, Standing>();
  const counts = tally(standings.values(), state?.head?.list.readers ?? 0);
  const proof = await proofOf(issue, edition, call.root);
  const lines = await linesOf(call, edition, issue);
  const began = state?.head?.at ?? null;
  if (call.json) {
    call.print(
      JSON.stringify({
        newsletter: name,
        date: issue.date,
        began,
        standing: counts,
        refused: reasons(standings, "refused"),
        uncertain: reasons(standings, "uncertain"),
        proof,
        lines: named(lines, standings),
      }),
    );
    return 0;
  }
  const again = `broadsheet send ${name} ${issue.date} --to ${call.sending.to ?? "readers.csv"}`;
  call.print(
    [
      `${issue.newsletter.name}, No. ${issue.number}, ${issue.date}: ${began === null ? "nothing of it was sent yet." : `sending began ${began}.`}`,
      ...(began === null ? [] : tallyLines(counts)),
      ...(["refused", "uncertain"] as const).flatMap((kind) =>
        reasons(standings, kind).map(({ reply, count }) => `  ${kind}, ${amount(count, "reader")}: ${reply}`),
      ),
      ...named(lines, standings).map(({ line, kind }) => `  ${call.sending.to}:${line} ${kind}`),
      ...(proof === null
        ? []
        : [
            proof.same
              ? `The mail made from the copy today is the one that was sent (HTML ${proof.html.slice(0, 12)}…, text ${proof.text.slice(0, 12)}…).`
              : "The mail made from the copy today is not the one that was sent: a template or a setting changed since.",
          ]),
      ...(state?.run?.state === "begun" ? ["The last run has not ended: it is running, or was cut off."] : []),
      nextStep(began, counts, again),
      ...(state === null ? [] : [`The ledger is ${shownPath(file)}.`]),
    ].join("\n"),
  );
  return 0;
}

function nextStep(began: string | null, { waiting, deferred, uncertain }: ReturnType<typeof tally>, again: string): string {
  if (began === null || waiting + deferred > 0) return `Next: ${again}`;
  if (uncertain > 0)
    return `Next: ask the mail server’s log about the uncertain; ${again} --retry-uncertain sends to them again, at the risk of twice.`;
  return "Everyone who could get it has had it.";
}

/** The same words of servers together, most frequent first. */
function reasons(
  standings: ReadonlyMap<string, Standing>,
  kind: "refused" | "uncertain",
): readonly { readonly reply: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const standing of standings.values()) if (standing.kind === kind) counts.set(standing.reply, (counts.get(standing.reply) ?? 0) + 1);
  return [...counts].map(([reply, count]) => ({ reply, count })).sort((a, b) => b.count - a.count || (a.reply < b.reply ? -1 : 1));
}

/** Whether the record of what was sent can be made again from the copy. `null`: nothing was sent. */
async function proofOf(
  issue: Issue,
  edition: Edition,
  root: string,
): Promise<{ readonly same: boolean; readonly html: string; readonly text: string } | null> {
  if (issue.sent === null) return null;
  const { hashes } = await issueMail(issue, edition, root);
  const { html, text } = issue.sent.mail;
  return { same: html === hashes.html && text === hashes.text, html, text };
}

/** Lines of the list by their readers' names in the ledger: only the list can tell who is meant. */
async function linesOf(call: Call, edition: Edition, issue: Issue): Promise<ReadonlyMap<string, number>> {
  const { to } = call.sending;
  if (to === null) return new Map();
  const keys = readerKeysFrom(call.environment);
  const known = edition.publication.newsletters.map(({ id }) => id);
  const { readers } = await readRecipients(to, {
    newsletter: issue.newsletter.id,
    language: issue.newsletter.language,
    known,
    keys,
    suppression: { size: 0, has: () => false },
  }).catch((error: unknown) => {
    throw error instanceof ListError ? new Refusal(error.message, 2, error) : error;
  });
  return new Map(readers.map(({ id, line }) => [id, line]));
}

function named(
  lines: ReadonlyMap<string, number>,
  standings: ReadonlyMap<string, Standing>,
): readonly { readonly line: number; readonly kind: string }[] {
  return [...lines].flatMap(([id, line]) => {
    const kind = standings.get(id)?.kind;
    return kind === "refused" || kind === "uncertain" || kind === "deferred" ? [{ line, kind }] : [];
  });
}
