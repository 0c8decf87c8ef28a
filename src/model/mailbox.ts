/** Who a mail is from: a name and one address. */
export interface Mailbox {
  /** Empty when only the address is given. */
  readonly name: string;
  readonly address: string;
}

/**
 * Reads `Name <address>` or an address alone: one mailbox, no group, no list, no second line (RFC 5322, section 3.4).
 * `null` when it is no such thing.
 */
export function readMailbox(mailbox: string): Mailbox | null {
  const text = mailbox.trim();
  const open = text.endsWith(">") ? text.lastIndexOf("<") : -1;
  const address = open === -1 ? text : text.slice(open + 1, -1);
  const name = open === -1 ? "" : text.slice(0, open).trim();
  const [local, host, ...more] = address.split("@");
  const isAddress = local !== "" && host !== undefined && host !== "" && more.length === 0 && !/[\s<>()[\],;:"\\\p{Cc}]/u.test(address);
  if (!isAddress || /[<>\p{Cc}]/u.test(name)) return null;
  return { name: name.length > 1 && name.startsWith('"') && name.endsWith('"') ? name.slice(1, -1) : name, address };
}
