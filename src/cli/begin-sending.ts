import { mkdir, open } from "node:fs/promises";
import path from "node:path";
import type { Ledger } from "../deliver/ledger.ts";
import { LedgerError } from "../deliver/ledger-error.ts";
import { sentIssue } from "../edition/sent-issue.ts";
import type { Issue } from "../model/issue.ts";
import { sentIssueFile } from "../model/sent-issue.ts";
import { DateTime } from "../model/time.ts";
import type { IssueMail } from "./issue-mail.ts";
import { amount } from "./report.ts";
import type { Job } from "./send-job.ts";
import { Refusal } from "./usage.ts";

/** Writes down what is being sent before the first message is: the public record, and the ledger's head. */
export async function beginSending({ call, edition, issue, mail, keys, recipients }: Job, ledger: Ledger): Promise<void> {
  const { head, run: earlier } = ledger.state;
  const { newsletter, date, sent } = issue;
  if (sent !== null && earlier === null && !call.sending.retryUncertain) {
    throw new LedgerError(
      `Sending of this issue began ${sent.at}, but its ledger is not here, so nobody knows who had it. Fetch the ledger (--ledger says from which folder); or, if it is lost, say --retry-uncertain, and everyone may get the issue twice. Nothing was sent.`,
    );
  }
  if (head !== null && head.key !== keys.fingerprint) {
    throw new LedgerError(
      "The ledger was kept with another READER_SECRET, so nobody in it can be recognised. Set the secret it was kept with. Nothing was sent.",
    );
  }
  if (head !== null && head.mail !== mail.hashes.eml) throw changedMail(issue);
  const list = { hash: recipients.hash, readers: recipients.readers.length + recipients.suppressed };
  if (head !== null && head.list.hash !== list.hash && !call.sending.newList) {
    throw new Refusal(
      `The list is not the one that sending began with: it had ${amount(head.list.readers, "reader")}, now ${amount(list.readers, "reader")}. ` +
        "Send with the list as it was; or say --new-list, and those who are new on it get the issue too. Nothing was sent.",
      2,
    );
  }
  if (sent === null) {
    const record = sentIssue(issue, {
      at: DateTime.now().setZone(edition.publication.zone),
      mail: { html: mail.hashes.html, text: mail.hashes.text },
    });
    await writeRecord(path.join(call.root, sentIssueFile(newsletter.id, date)), `${JSON.stringify(record, null, 1)}\n`);
  }
  if (head === null || head.list.hash !== list.hash) {
    ledger.note({
      ledger: 1,
      newsletter: newsletter.id,
      date,
      key: keys.fingerprint,
      mail: mail.hashes.eml,
      list,
      at: new Date().toISOString(),
    });
    await ledger.flush();
  }
}

async function writeRecord(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const handle = await open(file, "wx");
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** An issue older than its window is news to nobody. */
export function refuseStale(issue: Issue, asOf: DateTime): void {
  const { within } = issue.newsletter.sending;
  const age = asOf.diff(issue.moment).as("hours");
  if (age <= within) return;
  throw new Refusal(
    `This issue was to go out ${issue.moment.toFormat("d MMMM yyyy, HH:mm")}, ${Math.floor(age)} hours ago, and may be sent for ${within} hours. ` +
      `Cut a new one: broadsheet issue ${issue.newsletter.id}; or let old issues go out by \`sending: { within: … }\` in publication.yaml. Nothing was sent.`,
    2,
  );
}

/** What began with one mail goes on with the same. */
export function refuseChanged(issue: Issue, mail: IssueMail): void {
  const { sent } = issue;
  if (sent !== null && (sent.mail.html !== mail.hashes.html || sent.mail.text !== mail.hashes.text)) throw changedMail(issue);
}

function changedMail(issue: Issue): Refusal {
  return new Refusal(
    `The mail of this issue is not the one that sending began with: something changed since that readers would see, a template or a setting in publication.yaml. ` +
      `Put it back as it was; ${sentIssueFile(issue.newsletter.id, issue.date)} has what was sent. Nothing was sent.`,
    1,
  );
}
