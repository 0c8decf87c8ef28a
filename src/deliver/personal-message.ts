import { encodeWord, foldLines } from "./mail-library.ts";

/** What a message says to one reader alone. */
export interface Personal {
  readonly address: string;
  readonly name: string | null;
  /** Without brackets. */
  readonly messageId: string;
  /** Where the reader unsubscribes with a browser. */
  readonly unsubscribeUrl: string | null;
  /** The same by mail, a `mailto:` address. */
  readonly unsubscribeMail: string;
}

/** Writes readers into the neutral mail, one after the other. */
export type WriteIn = (personal: Personal) => Buffer;

/** The mail cannot carry what each reader's copy must. The message says what to do. */
export class MessageError extends Error {
  override readonly name = "MessageError";
}

// Quoted-printable ends a line softly at 76 characters (RFC 2045, section 6.7).
const softEnd = "=\r\n";
const lineWidth = 72;

/**
 * Cuts the neutral mail where readers are written in, once for all of them. A mark may have been cut by a soft line end, so what takes
 * its place begins and ends with one of its own: they vanish when the mail is read, wherever they fall.
 * @param mail as `composeMessage` makes it: CRLF, both parts quoted-printable, the text before the HTML
 * @param mark stands in both parts where the reader's link to unsubscribe goes
 * @throws MessageError when a part has no such place
 */
export function personalMessage(mail: Uint8Array, mark: string): WriteIn {
  const whole = Buffer.from(mail).toString("latin1");
  const end = whole.indexOf("\r\n\r\n");
  const head = Buffer.from(headerWithout(whole.slice(0, end), ["to", "message-id"]), "latin1");
  const body = whole.slice(end);
  const htmlFrom = body.search(/^content-type: text\/html/im);
  const broken = new RegExp([...mark].map((letter) => letter.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("(?:=\\r\\n)?"), "g");
  const pieces: (Buffer | "html" | "text")[] = [];
  let from = 0;
  for (const { index, 0: found } of body.matchAll(broken)) {
    pieces.push(Buffer.from(body.slice(from, index), "latin1"), index > htmlFrom ? "html" : "text");
    from = index + found.length;
  }
  pieces.push(Buffer.from(body.slice(from), "latin1"));
  for (const kind of ["text", "html"] as const) {
    if (pieces.includes(kind)) continue;
    throw new MessageError(
      `The ${kind === "html" ? "HTML" : "text"} part of this mail has no link to unsubscribe, so it is not sent. A template in content/_templates/digest must show {{ unsubscribe }}.`,
    );
  }
  return (personal) => {
    const link = personal.unsubscribeUrl ?? personal.unsubscribeMail;
    const written = { html: writeSlot(escapeHtml(link)), text: writeSlot(link) };
    return Buffer.concat([personalHeader(personal), head, ...pieces.map((piece) => (typeof piece === "string" ? written[piece] : piece))]);
  };
}

/** `List-Unsubscribe` stands once, with both ways in it (RFC 2369); only with an https address may one click do it (RFC 8058). */
function personalHeader({ address, name, messageId, unsubscribeUrl, unsubscribeMail }: Personal): Buffer {
  const lines = [
    `To: ${name === null ? "" : `${phrase(name)} `}${name === null ? address : `<${address}>`}`,
    `Message-ID: <${messageId}>`,
    `List-Unsubscribe: ${unsubscribeUrl === null ? "" : `<${unsubscribeUrl}>, `}<${unsubscribeMail}>`,
    ...(unsubscribeUrl === null ? [] : ["List-Unsubscribe-Post: List-Unsubscribe=One-Click"]),
  ];
  return Buffer.from(lines.map((line) => `${foldLines(line, 76)}\r\n`).join(""), "latin1");
}

/** A display name as RFC 5322 writes it: plain words, a quoted string, or RFC 2047's encoded words. */
function phrase(name: string): string {
  const line = name
    .replaceAll(/[\p{Cc}\u2028\u2029\s]+/gu, " ")
    .trim()
    .slice(0, 200);
  if (/[^ -~]|=\?/.test(line)) return encodeWord(line, "B", 52);
  return /^[\w !#$%&'*+/=?^`{|}~-]+$/.test(line) ? line : `"${line.replaceAll(/["\\]/g, "\\$&")}"`;
}

function headerWithout(header: string, names: readonly string[]): string {
  // A line that begins with a blank belongs to the one before it.
  return header
    .split(/\r\n(?![ \t])/)
    .filter((field) => !names.includes(field.slice(0, field.indexOf(":")).toLowerCase()))
    .join("\r\n");
}

function writeSlot(value: string): Buffer {
  const letters = [...Buffer.from(value)].map((byte) =>
    byte > 32 && byte < 127 && byte !== 61 ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`,
  );
  let line = "";
  let text = softEnd;
  for (const letter of letters) {
    if (line.length + letter.length > lineWidth) {
      text += line + softEnd;
      line = "";
    }
    line += letter;
  }
  return Buffer.from(text + line + softEnd, "latin1");
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
