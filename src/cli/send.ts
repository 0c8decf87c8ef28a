import { rm } from "node:fs/promises";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { fileTransport } from "../deliver/file-transport.ts";
import { type Ledger, ledgerFile, openLedger, readLedger } from "../deliver/ledger.ts";
import { LedgerError, LedgerHeldError } from "../deliver/ledger-error.ts";
import { MessageError } from "../deliver/personal-message.ts";
import { ListError, readRecipients } from "../deliver/read-recipients.ts";
import { readersToSend, type Sent, sendIssue } from "../deliver/send-issue.ts";
import { DkimKeyError } from "../deliver/sign-message.ts";
import { SmtpUrlError } from "../deliver/smtp-settings.ts";
import { readSuppression, suppressionFile } from "../deliver/suppression.ts";
import type { Transport } from "../deliver/transport.ts";
import type { Issue } from "../model/issue.ts";
import { sentIssueFile } from "../model/sent-issue.ts";
import { beginSending, refuseChanged, refuseStale } from "./begin-sending.ts";
import { findIssue, findNewsletter, readDate } from "./find-issue.ts";
import { issueMail } from "./issue-mail.ts";
import { ledgerFolder } from "./ledger-folder.ts";
import { progressLine } from "./progress.ts";
import { readEdition } from "./read-edition.ts";
import { messageMaker } from "./reader-message.ts";
import { amount, countProblems, reportProblems, shownPath } from "./report.ts";
import { readerKeysFrom } from "./secrets.ts";
import { type Job, sendExample, tellMissing, transportFor } from "./send-job.ts";
import { sendTest } from "./send-test.ts";
import { tellRows, tellSent } from "./sent-report.ts";
import { type Call, type ExitCode, Refusal, UsageError } from "./usage.ts";

/** `broadsheet send <newsletter> <date> --to recipients.csv`: one message to each reader who has had none. Again: resumes. */
export async function send(call: Call): Promise<ExitCode> {
  // V8 would let the heap grow to twice what lives in it before it cleans up. Long lists matter more here than speed: the server is waited for.
  setFlagsFromString("--optimize-for-size");
  try {
    return await sendOrTest(call);
  } catch (error) {
    if (error instanceof LedgerHeldError) throw new Refusal(error.message, 4, error);
    if (error instanceof LedgerError) throw new Refusal(error.message, 3, error);
    if (error instanceof MessageError) throw new Refusal(error.message, 1, error);
    if (error instanceof ListError || error instanceof SmtpUrlError || error instanceof DkimKeyError)
      throw new Refusal(error.message, 2, error);
    throw error;
  }
}

async function sendOrTest(call: Call): Promise<ExitCode> {
  const { to, test } = call.sending;
  const [name, day, ...more] = call.arguments;
  if (name === undefined || day === undefined || more.length > 0)
    throw new UsageError(`Say which issue of which newsletter: ${sendExample}.`);
  const reading = await readEdition(call.root, call.asOf);
  if (reading.edition === null) {
    call.talk(`${reportProblems(reading.problems, call.colour)}\n\n${countProblems(reading.problems, reading.articles)} Nothing was sent.`);
    return 1;
  }
  const { edition } = reading;
  const issue = findIssue(findNewsletter(edition, name), readDate(day, edition));
  const keys = readerKeysFrom(call.environment);
  if (test !== null) return sendTest(call, edition, issue, test, keys);
  if (to === null) throw new UsageError(`Say who gets it: ${sendExample}; or --test you@example.org for one copy to yourself.`);

  refuseStale(issue, edition.asOf);
  const folder = ledgerFolder(call);
  const recipients = await readRecipients(to, {
    newsletter: issue.newsletter.id,
    language: issue.newsletter.language,
    known: edition.publication.newsletters.map(({ id }) => id),
    keys,
    suppression: await readSuppression(suppressionFile(folder), keys),
  });
  // MJML is large: it comes after the list, in whose traces it finds room.
  const mail = await issueMail(issue, edition, call.root);
  refuseChanged(issue, mail);
  const maker = await messageMaker({ issue, edition, mail, keys, environment: call.environment });
  tellRows(call, recipients, to);
  const job: Job = { call, edition, issue, mail, maker, keys, folder, recipients };
  return call.sending.dryRun ? dryRun(job) : sendForGood(job);
}

async function sendForGood(job: Job): Promise<ExitCode> {
  const { call, issue, recipients } = job;
  const transport = transportFor(call, issue);
  const limit = limitOf(call);
  const trouble = await transport.tryOut();
  if (trouble !== null)
    throw new Refusal(
      `The mail server cannot be used: ${trouble}\nNothing was sent. Check SMTP_URL, then run again. The authority of a private certificate is named by NODE_EXTRA_CA_CERTS.`,
      3,
    );
  await waitForItsTime(call, issue);
  const file = ledgerFile(job.folder, issue.newsletter.id, issue.date);
  const ledger = await openLedger(file, new Date(), call.sending.retryUncertain);
  let end: "ended" | "open" = "ended";
  try {
    await beginSending(job, ledger);
    if (call.sending.announce) {
      const pending = readersToSend(recipients.readers, ledger.state.standings, call.sending.retryUncertain).length;
      if (pending > 0) {
        ledger.begin();
        end = "open";
      }
      call.print(
        pending === 0
          ? "There is nobody to send to: everyone who could get it has had it, or is uncertain."
          : `${sentIssueFile(issue.newsletter.id, issue.date)} and ${shownPath(file)} say that sending begins. Commit both, then send from here.`,
      );
      return 0;
    }
    const sent = await run(job, ledger, transport, limit);
    return tellSent(call, { issue, recipients, sent, ledger: file });
  } finally {
    await ledger.close(end);
  }
}

async function run({ call, issue, maker, recipients }: Job, ledger: Ledger, transport: Transport, limit: number | null): Promise<Sent> {
  const { sending } = issue.newsletter;
  const stop = new AbortController();
  const interrupted = () => {
    // A second time means now: the ledger has all that is known.
    if (stop.signal.aborted) process.exit(4);
    stop.abort();
    call.talk("\nEnding: what is on its way is finished. Press again to end at once.");
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, interrupted);
  const pending = readersToSend(recipients.readers, ledger.state.standings, call.sending.retryUncertain).length;
  const all = limit === null ? pending : Math.min(limit, pending);
  const line = process.stderr.isTTY && !call.environment.NO_COLOR ? progressLine(process.stderr) : null;
  if (all > 0) call.talk(`${issue.newsletter.name}, No. ${issue.number}: sending to ${amount(all, "reader")}.`);
  try {
    return await sendIssue({
      readers: recipients.readers,
      ledger,
      transport,
      from: maker.sender,
      message: maker.messageTo,
      limits: { ...sending, most: limit },
      retryUncertain: call.sending.retryUncertain,
      signal: stop.signal,
      onProgress: ({ done }) => line?.show(done, all),
      onWait: (until, readers) => {
        line?.clear();
        call.talk(
          `Waiting until ${until.toTimeString().slice(0, 5)} to try ${amount(readers, "deferred reader")} again. Ctrl-C ends; running again goes on.`,
        );
      },
    });
  } finally {
    line?.clear();
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, interrupted);
  }
}

/** Everything but the sending: the messages as files, and neither ledger nor record. */
async function dryRun(job: Job): Promise<ExitCode> {
  const { call, issue, folder, recipients } = job;
  const { id } = issue.newsletter;
  const target = path.join(call.root, ".broadsheet", "dry-run", id, issue.date);
  tellMissing(call, issue);
  await rm(target, { recursive: true, force: true });
  const state = (await readLedger(ledgerFile(folder, id, issue.date))) ?? { head: null, run: null, standings: new Map() };
  const ledger: Ledger = { state, begin: () => {}, note: () => {}, flush: async () => {}, close: async () => {} };
  const transport = fileTransport(target);
  await transport.tryOut();
  const sent = await run(job, ledger, transport, limitOf(call));
  call.print(
    call.json
      ? JSON.stringify({ dryRun: true, messages: sent.accepted, folder: target })
      : `Dry run: ${amount(sent.accepted, "message")} in ${shownPath(target)}. Nothing was sent.\nNext: ${sendExample.replace("morning 2026-11-24", `${id} ${issue.date}`)}`,
  );
  return recipients.refused.length > 0 ? 4 : 0;
}

function limitOf(call: Call): number | null {
  const { limit } = call.sending;
  if (limit === null) return null;
  if (!/^[1-9]\d{0,8}$/.test(limit)) throw new UsageError(`“${limit}” is no number of messages. Write --limit 100.`);
  return Number(limit);
}

/** Scheduled jobs come early rather than late: up to two hours are waited for. */
async function waitForItsTime(call: Call, issue: Issue): Promise<void> {
  const early = issue.moment.toMillis() - (call.asOf === null ? Date.now() : issue.moment.toMillis());
  if (early <= 0) return;
  const at = issue.moment.toFormat("d MMMM yyyy, HH:mm");
  if (early > 2 * 3_600_000)
    throw new Refusal(`This issue goes out ${at}, which is more than two hours away. Send it then. Nothing was sent.`, 2);
  call.talk(`This issue goes out ${at}. Waiting until then; Ctrl-C ends.`);
  await new Promise((resolve) => setTimeout(resolve, early));
}
