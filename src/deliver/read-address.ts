import { domainToASCII } from "node:url";

/** One mailbox as SMTP takes it (RFC 5321, section 4.1.2), or why a text is none. */
export type ReadAddress =
  | {
      readonly kind: "address";
      /** ASCII; the domain in small letters, international names as `xn--…`. */
      readonly address: string;
      readonly domain: string;
      /** The same for all ways to write one mailbox. Case before the @ is folded: no provider in use tells it apart. */
      readonly key: string;
    }
  | { readonly kind: "refused"; readonly reason: string };

const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const dotString = new RegExp(`^${atom}(?:\\.${atom})*$`);
// Angle brackets are left out, though RFC 5321 allows them between quotation marks: they end the address in an SMTP command.
const quotedString = /^"(?:[ !#-;=?-[\]-~]|\\[ -;=?-~])+"$/;
const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/** Reads one address, which must stand alone: no name, no list, no group, no second line. */
export function readAddress(text: string): ReadAddress {
  const refused = (reason: string): ReadAddress => ({ kind: "refused", reason });
  if (/\p{Cc}|[\u2028\u2029]/u.test(text)) return refused("a line break or another control character stands in the address");
  const whole = text.trim();
  if (whole === "") return refused("there is no address");
  const at = whole.lastIndexOf("@");
  const local = whole.slice(0, Math.max(at, 0));
  const quoted = local.startsWith('"');
  if (!quoted) {
    if (/[,;]/.test(whole)) return refused("more than one address, or a comma or semicolon in it; write one address per row");
    if (/[<>]/.test(whole))
      return refused("a name or brackets stand beside the address; write the address alone, and the name in a column of its own");
    if (whole.includes(":")) return refused("this is the name of a group, not an address");
    if (/\s/.test(whole)) return refused("a blank stands in the address");
  }
  if (at < 1) return refused("no @ stands between a name and a domain");
  if (/[^ -~]/.test(local)) return refused("letters beyond ASCII stand before the @, which few mail servers take; ask for another address");
  const plain = quoted ? unquote(local) : local;
  if (plain === null) return refused("the part before the @ begins with a quotation mark but is no quoted name");
  if (!quoted && !dotString.test(local)) return refused("the part before the @ has a character or a dot that may not stand there");
  if (plain.length > 64) return refused("the part before the @ is longer than 64 characters");
  const domain = readDomain(whole.slice(at + 1));
  if (domain === null) return refused("the part after the @ is no domain");
  const address = `${plain}@${domain}`;
  if (address.length > 254) return refused("the address is longer than 254 characters");
  const key = `${plain.toLowerCase()}@${domain}`;
  return { kind: "address", address, domain, key: key === address ? address : key };
}

/** A quoted local part in its shortest form: `"ann"` is the same mailbox as `ann`. */
function unquote(local: string): string | null {
  if (!quotedString.test(local)) return null;
  const inner = local.slice(1, -1).replaceAll(/\\(.)/g, "$1");
  return dotString.test(inner) ? inner : `"${inner.replaceAll(/["\\]/g, "\\$&")}"`;
}

function readDomain(text: string): string | null {
  // Node's reading of hosts takes more than a mail domain may have: escapes, numbers, ports.
  if (!/^(?:[\p{L}\p{M}\p{N}.\u3002-]|\u200c|\u200d)+$/u.test(text)) return null;
  const domain = domainToASCII(text).toLowerCase();
  const labels = domain.split(".");
  const last = labels.at(-1) ?? "";
  if (domain.length > 253 || labels.length < 2 || !labels.every((one) => label.test(one)) || /^\d+$/.test(last)) return null;
  return domain;
}
