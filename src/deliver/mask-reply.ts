const longest = 300;

/**
 * A server's words as they may stand in the ledger and the log: one line, without the reader's address or any other. Servers like to
 * repeat it.
 */
export function maskReply(reply: string, address: string): string {
  const local = address.slice(0, address.lastIndexOf("@"));
  const known = reply.replaceAll(/[\p{Cc}\s]+/gu, " ").replaceAll(new RegExp(escapePattern(address), "gi"), "<address>");
  const others = known.replaceAll(/[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+/g, "<address>");
  const alone =
    local.length < 3 ? others : others.replaceAll(new RegExp(`(?<![\\w.+-])${escapePattern(local)}(?![\\w+-])`, "gi"), "<name>");
  const text = alone.replaceAll("<<address>>", "<address>").trim();
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** An address as it may stand in the log: the first letter and the domain, `g…@example.org`. */
export function maskAddress(text: string): string {
  const at = text.lastIndexOf("@");
  if (at < 1) return "…";
  const domain = /^[\p{L}\p{N}.-]+/u.exec(text.slice(at + 1))?.[0] ?? "…";
  return `${text.slice(0, 1).replace(/[^\p{L}\p{N}]/u, "")}…@${domain}`;
}

function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
