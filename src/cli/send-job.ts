import path from "node:path";
import { fileTransport } from "../deliver/file-transport.ts";
import type { Recipients } from "../deliver/read-recipients.ts";
import type { ReaderKeys } from "../deliver/reader-keys.ts";
import { smtpTransport } from "../deliver/smtp-transport.ts";
import type { Transport } from "../deliver/transport.ts";
import type { Edition } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import type { IssueMail } from "./issue-mail.ts";
import type { MessageMaker } from "./reader-message.ts";
import { smtpServerFrom } from "./secrets.ts";
import { type Call, UsageError } from "./usage.ts";

/** A command that would send, for hints. */
export const sendExample = "broadsheet send morning 2026-11-24 --to readers.csv";
/** Seconds. RFC 5321, section 4.5.3.2: a server may take ten minutes over a message it was given; few take one. */
const patience = 300;

/** All that sending one issue to one list needs. */
export interface Job {
  readonly call: Call;
  readonly edition: Edition;
  readonly issue: Issue;
  readonly mail: IssueMail;
  readonly maker: MessageMaker;
  readonly keys: ReaderKeys;
  readonly folder: string;
  readonly recipients: Recipients;
}

/** What mailbox providers will miss, told while it can still be mended: RFC 8058 wants an address to post to, and a signature over it. */
export function tellMissing(call: Call, issue: Issue): void {
  const { id, sending } = issue.newsletter;
  if (sending.unsubscribeUrl === null) {
    call.talk(
      `Readers of ${id} can unsubscribe by mail alone. For one click, as large providers ask, set \`sending: { unsubscribeUrl: … }\`.`,
    );
  } else if (sending.dkim === null) {
    call.talk(
      "The mail is not signed here. Your mail server must sign it, List-Unsubscribe and List-Unsubscribe-Post included; else set `dkim:`.",
    );
  }
}

/** Where the messages go: the mail server, or a folder. */
export function transportFor(call: Call, issue: Issue): Transport {
  const { id, sending } = issue.newsletter;
  switch (call.sending.transport ?? "smtp") {
    case "smtp":
      return smtpTransport(smtpServerFrom(call.environment), { connections: sending.connections, patience });
    case "file":
      return fileTransport(path.join(call.root, ".broadsheet", "outbox", id, issue.date));
    default:
      throw new UsageError(`There is no transport “${call.sending.transport}”. There is: smtp, file.`);
  }
}
