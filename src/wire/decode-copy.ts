/** Copy as text, and what had to be assumed about its bytes. */
export interface DecodedCopy {
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
  /** What an editor should know, in whole sentences; `null` when nothing was assumed. */
  readonly assumed: string | null;
  /** What the bytes are and what to do, in whole sentences, when they are no text; `null` when they are. */
  readonly refused: string | null;
}

/** Decodes the bytes of a received file. What is not UTF-8 or marked UTF-16 is read as Windows-1252, and the result says so. */
export function decodeCopy(bytes: Uint8Array): DecodedCopy {
  const format = formatOf(bytes);
  if (format !== null) return { text: "", encoding: "utf-8", assumed: null, refused: format };
  const copy = readText(bytes);
  return isBinary(copy.text) ? { ...copy, text: "", assumed: null, refused: unknownFormat } : copy;
}

function readText(bytes: Uint8Array): DecodedCopy {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, "utf-16le", null);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, "utf-16be", null);
  try {
    return decoded(bytes, "utf-8", null);
  } catch {
    return fallback(bytes);
  }
}

const saveAsText = "Open it, and copy the words of the story into a plain text file.";
const unknownFormat = `This file is not text. ${saveAsText}`;
const picture = `This is a picture, a sound or a film. ${saveAsText}`;
// The first bytes of a file in hexadecimal, with a dot for any half-byte, say what it is, whatever its name.
const formats: readonly (readonly [string, string])[] = [
  ["255044462d", `This is a PDF. ${saveAsText}`],
  ["504b0304", `This is a Word document or another packed file. ${saveAsText}`],
  ["d0cf11e0", `This is an old Word document or spreadsheet. ${saveAsText}`],
  ["7b5c727466", `This is rich text (RTF). ${saveAsText}`],
  ["1f8b", "This is a packed file. Unpack it, and import what is inside."],
  ...["89504e47", "ffd8ff", "47494638", "52494646", "49492a00", "4d4d002a", "494433", "4f676753", "........66747970"].map(
    (start): readonly [string, string] => [start, picture],
  ),
];

function formatOf(bytes: Uint8Array): string | null {
  const head = [...bytes.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return formats.find(([start]) => new RegExp(`^${start}`).test(head))?.[1] ?? null;
}

const control = /(?![\t\n\r\f\v\u0080-\u009f])\p{Cc}/gu;

// Copy has hardly any control characters; the bytes of other files are full of them.
function isBinary(text: string): boolean {
  const controls = text.slice(0, 20_000).match(control)?.length ?? 0;
  return controls >= 8 && controls > Math.min(text.length, 20_000) * 0.005;
}

// Node 20 decodes windows-1252 as ISO 8859-1, so the quotation marks and dashes at 80–9F are put right here (the table of the WHATWG Encoding Standard).
const upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const westernText = (bytes: Uint8Array): string =>
  new TextDecoder("latin1").decode(bytes).replace(/[\u0080-\u009f]/g, (sign) => upper.charAt(sign.charCodeAt(0) - 0x80));

function decoded(bytes: Uint8Array, encoding: DecodedCopy["encoding"], assumed: string | null): DecodedCopy {
  return { text: new TextDecoder(encoding, { fatal: encoding === "utf-8" }).decode(bytes), encoding, assumed, refused: null };
}

function fallback(bytes: Uint8Array): DecodedCopy {
  const zeros = bytes.subarray(0, 2000).reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  if (zeros > Math.min(bytes.length, 2000) * 0.3) {
    const encoding = bytes[0] === 0 ? "utf-16be" : "utf-16le";
    return decoded(
      bytes,
      encoding,
      `The file has no byte order mark; it was read as ${encoding.toUpperCase()} because every other byte is zero.`,
    );
  }
  return {
    text: westernText(bytes),
    encoding: "windows-1252",
    assumed:
      "The file is not valid UTF-8; it was read as Windows-1252, the usual encoding of older Windows programs. Check names with accents and the quotation marks.",
    refused: null,
  };
}
