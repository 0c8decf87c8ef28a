import { createHash } from "node:crypto";
import type { Edition } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import { type Mailbox, readMailbox } from "../model/mailbox.ts";
import { createTransport } from "./mail-library.ts";

/**
 * Makes the `.eml` of an issue (RFC 5322, both parts as RFC 2046 alternatives, lines ending in CRLF): the same issue gives the same bytes.
 * It is addressed to nobody: readers are written in when it is sent.
 * @throws Error when the newsletter's `from` is no mailbox
 */
export async function composeMessage(wanted: {
  readonly issue: Issue;
  readonly edition: Edition;
  readonly html: string;
  readonly text: string;
}): Promise<Uint8Array> {
  const { issue, edition, html, text } = wanted;
  const { feedbackId } = issue.newsletter.sending;
  const host = new URL(edition.publication.url).hostname;
  const from = mailboxOf(issue.newsletter.from);
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  const { message } = await transport.sendMail({
    from,
    to: "Undisclosed recipients:;",
    ...(issue.newsletter.replyTo === null ? {} : { replyTo: mailboxOf(issue.newsletter.replyTo) }),
    subject: oneLine(issue.subject),
    date: issue.moment.toJSDate(),
    messageId: `<${issue.newsletter.id}.${issue.date}@${host}>`,
    // nodemailer draws its boundaries at random unless given a base.
    baseBoundary: createHash("sha256").update(`${issue.newsletter.id} ${issue.date}`).digest("hex").slice(0, 24),
    list: { id: { url: `${issue.newsletter.id}.${host}`, comment: oneLine(issue.newsletter.name) } },
    headers: {
      "Content-Language": edition.publication.language,
      // RFC 3834, section 5: no out-of-office note may answer this. Precedence is no standard, but some mail servers heed nothing else.
      "Auto-Submitted": "auto-generated",
      Precedence: "bulk",
      ...(feedbackId === null ? {} : { "Feedback-ID": oneLine(feedbackId) }),
    },
    text,
    html,
    textEncoding: "quoted-printable",
  });
  if (!(message instanceof Uint8Array)) throw new Error("The mail library gave a stream where it was asked for bytes.");
  return message;
}

/** A newsletter's mailbox, which passed the door: see `readMailbox`. */
function mailboxOf(written: string): Mailbox {
  const mailbox = readMailbox(written);
  if (mailbox === null)
    throw new Error(`${JSON.stringify(written)} is no mailbox. Write it like The Paper <desk@example.org>, or the address alone.`);
  return mailbox;
}

/** A header holds one line: what would begin another is a blank. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
