import { readMailbox } from "../model/mailbox.ts";
import type { Sending } from "../model/publication.ts";
import { complain, type Report } from "./copy-file.ts";

/** Checks how a newsletter is sent: what a mail server or a mail program would stumble over is found while there is time to mend it. */
export function checkSending(sending: Sending, from: string, way: readonly (string | number)[], report: Report): void {
  checkUnsubscribing(sending, way, report);
  checkSigning(sending, from, way, report);
  if (sending.connections > 50) {
    const hint = "Write a number up to 50; most servers allow between 2 and 20.";
    complain(report, "too-many-connections", [...way, "connections"], `No mail server likes ${sending.connections} connections.`, hint);
  }
}

function checkUnsubscribing({ unsubscribeUrl, unsubscribeMail }: Sending, way: readonly (string | number)[], report: Report): void {
  if (unsubscribeUrl !== null) {
    const filled = unsubscribeUrl.replaceAll("{token}", "token");
    // RFC 8058 knows https alone; brackets and blanks would end the header's address.
    const plain = URL.canParse(filled) && new URL(filled).protocol === "https:" && !/[\s<>,"{}\p{Cc}]|[^ -~]/u.test(filled);
    if (!plain || filled === unsubscribeUrl) {
      complain(
        report,
        "bad-unsubscribe-url",
        [...way, "unsubscribeUrl"],
        `“${unsubscribeUrl}” is no address to unsubscribe at.`,
        "Write an https address with {token} where each reader's token goes, such as https://example.org/unsubscribe?reader={token}.",
      );
    }
  }
  if (unsubscribeMail !== null && readMailbox(unsubscribeMail)?.address !== unsubscribeMail) {
    const hint = "Write one address without a name, such as unsubscribe@example.org.";
    complain(report, "bad-mailbox", [...way, "unsubscribeMail"], `“${unsubscribeMail}” is no address.`, hint);
  }
}

function checkSigning({ dkim }: Sending, from: string, way: readonly (string | number)[], report: Report): void {
  if (dkim === null) return;
  const name = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i;
  for (const key of ["domain", "selector"] as const) {
    if (name.test(dkim[key])) continue;
    const hint = `The DNS entry's name is <selector>._domainkey.<domain>; write its ${key} alone.`;
    complain(report, "bad-dkim", [...way, "dkim", key], `“${dkim[key]}” is no ${key} of a DKIM key.`, hint);
  }
  // RFC 7489, section 3.1: a signature helps only when it is of the sender's own domain, or of the one above it.
  const sender = readMailbox(from)?.address.split("@")[1]?.toLowerCase() ?? "";
  const domain = dkim.domain.toLowerCase();
  if (sender !== "" && sender !== domain && !sender.endsWith(`.${domain}`)) {
    complain(
      report,
      "dkim-of-another-domain",
      [...way, "dkim", "domain"],
      `The newsletter comes from ${sender}, but ${dkim.domain} signs it, so mail servers will not trust the signature.`,
      "Sign with the domain that stands in `from:`, or with the one above it.",
    );
  }
}
