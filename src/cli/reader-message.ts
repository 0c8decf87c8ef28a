import { personalMessage } from "../deliver/personal-message.ts";
import { readAddress } from "../deliver/read-address.ts";
import type { Reader } from "../deliver/read-recipients.ts";
import type { ReaderKeys } from "../deliver/reader-keys.ts";
import { messageSigner } from "../deliver/sign-message.ts";
import type { Edition } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import { unsubscribeMark } from "../model/mail-marks.ts";
import { readMailbox } from "../model/mailbox.ts";
import type { IssueMail } from "./issue-mail.ts";
import { dkimKeyFrom } from "./secrets.ts";
import { UsageError } from "./usage.ts";

/** Makes each reader's message from an issue's neutral mail. */
export interface MessageMaker {
  /** Envelope sender. */
  readonly sender: string;
  readonly messageTo: (reader: Reader) => Promise<Buffer>;
}

/** @throws UsageError when a secret is missing or an address of the newsletter cannot be used in SMTP */
export async function messageMaker(wanted: {
  readonly issue: Issue;
  readonly edition: Edition;
  readonly mail: IssueMail;
  readonly keys: ReaderKeys;
  readonly environment: Readonly<Record<string, string | undefined>>;
}): Promise<MessageMaker> {
  const { issue, edition, mail, keys } = wanted;
  const { newsletter, date } = issue;
  const { unsubscribeUrl, unsubscribeMail, dkim } = newsletter.sending;
  const sender = smtpAddress(newsletter.from, "from");
  const takesMails = smtpAddress(unsubscribeMail ?? newsletter.replyTo ?? newsletter.from, "sending.unsubscribeMail");
  const writeIn = personalMessage(mail.eml, unsubscribeMark);
  const sign = dkim === null ? null : messageSigner({ ...dkim, privateKey: await dkimKeyFrom(wanted.environment, dkim) });
  const host = new URL(edition.publication.url).hostname;
  return {
    sender,
    messageTo: async ({ address, name, key }) => {
      const token = keys.tokenOf(key, newsletter.id);
      const message = writeIn({
        address,
        name,
        messageId: `${newsletter.id}.${date}.${keys.messageOf(key, newsletter.id, date)}@${host}`,
        unsubscribeUrl: unsubscribeUrl?.replaceAll("{token}", token) ?? null,
        unsubscribeMail: `mailto:${encodeURIComponent(takesMails).replaceAll("%40", "@")}?subject=unsubscribe%20${token}`,
      });
      return sign === null ? message : sign(message);
    },
  };
}

function smtpAddress(mailbox: string, key: string): string {
  const read = readAddress(readMailbox(mailbox)?.address ?? mailbox);
  if (read.kind === "address") return read.address;
  throw new UsageError(
    `\`${key}: ${mailbox}\` of the newsletter cannot be used in SMTP: ${read.reason}. Correct it in publication.yaml. Nothing was sent.`,
  );
}
