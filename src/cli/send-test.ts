import { readAddress } from "../deliver/read-address.ts";
import type { Reader } from "../deliver/read-recipients.ts";
import type { ReaderKeys } from "../deliver/reader-keys.ts";
import type { Edition } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import { issueMail } from "./issue-mail.ts";
import { messageMaker } from "./reader-message.ts";
import { sendExample, tellMissing, transportFor } from "./send-job.ts";
import { type Call, type ExitCode, Refusal, UsageError } from "./usage.ts";

/** One copy, marked as a test, to an address that need not be on any list. No ledger, no record. */
export async function sendTest(call: Call, edition: Edition, issue: Issue, to: string, keys: ReaderKeys): Promise<ExitCode> {
  const read = readAddress(to);
  if (read.kind === "refused") throw new UsageError(`--test: ${read.reason}.`);
  tellMissing(call, issue);
  const marked: Issue = { ...issue, subject: `[Test] ${issue.subject}` };
  const mail = await issueMail(marked, edition, call.root);
  const maker = await messageMaker({ issue: marked, edition, mail, keys, environment: call.environment });
  const reader: Reader = { address: read.address, domain: read.domain, key: read.key, name: null, id: keys.readerOf(read.key), line: 0 };
  const transport = transportFor(call, issue);
  const trouble = await transport.tryOut();
  if (trouble !== null) throw new Refusal(`The test was not sent: ${trouble}`, 3);
  const lane = transport.openLane();
  const message = await maker.messageTo(reader);
  const outcome = await lane.hand({ reader: `test-${reader.id}`, from: maker.sender, to: reader.address, message }, () => {});
  await lane.close();
  if (outcome.kind !== "accepted") throw new Refusal(`The test was not taken (${outcome.kind}): ${outcome.reply}`, 3);
  call.print(
    `A test of ${issue.newsletter.name}, No. ${issue.number}, was taken: ${outcome.reply}\nNo reader had it. Next: ${sendExample.replace("morning 2026-11-24", `${issue.newsletter.id} ${issue.date}`)}`,
  );
  return 0;
}
