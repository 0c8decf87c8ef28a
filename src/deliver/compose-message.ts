import { createHash } from "node:crypto";
import { createTransport } from "nodemailer";
import type { Edition, Issue } from "../model/edition.ts";

/**
 * Makes the `.eml` of an issue (RFC 5322, both parts as RFC 2046 alternatives): the same issue gives the same bytes.
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
  const host = new URL(edition.publication.url).host;
  const from = readMailbox(issue.newsletter.from);
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  const { message } = await transport.sendMail({
    from,
    to: "Undisclosed recipients:;",
    ...(issue.newsletter.replyTo === null ? {} : { replyTo: readMailbox(issue.newsletter.replyTo) }),
    subject: oneLine(issue.subject),
    date: issue.moment.toJSDate(),
    messageId: `<${issue.newsletter.id}.${issue.date}@${host}>`,
    // nodemailer draws its boundaries at random unless given a base.
    baseBoundary: createHash("sha256").update(`${issue.newsletter.id} ${issue.date}`).digest("hex").slice(0, 24),
    list: { id: { url: `${issue.newsletter.id}.${host}`, comment: oneLine(issue.newsletter.name) } },
    headers: { "Content-Language": edition.publication.language },
    text,
    html,
    textEncoding: "quoted-printable",
  });
  if (!(message instanceof Uint8Array)) throw new Error("The mail library gave a stream where it was asked for bytes.");
  return message;
}

function readMailbox(mailbox: string): { readonly name: string; readonly address: string } {
  const match = /^(?:([^<>\r\n]*)<)?\s*([^\s<>,;:"]+@[^\s<>,;:"]+)\s*>?$/.exec(mailbox.trim());
  if (match?.[2] === undefined) throw new Error(`“${mailbox}” is no mailbox.`);
  return { name: oneLine(match[1]?.trim() ?? ""), address: match[2] };
}

/** A header holds one line: what would begin another is a blank. */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, " ");
}
