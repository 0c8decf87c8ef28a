/** Copy as text, and what had to be assumed about its bytes. */
export interface DecodedCopy {
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
  /** What an editor should know, in whole sentences; `null` when nothing was assumed. */
  readonly assumed: string | null;
}

/** Decodes the bytes of a received file. What is not UTF-8 or marked UTF-16 is read as Windows-1252, and the result says so. */
export function decodeCopy(bytes: Uint8Array): DecodedCopy {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, "utf-16le", null);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, "utf-16be", null);
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8", assumed: null };
  } catch {
    return fallback(bytes);
  }
}

// Node 20 decodes windows-1252 as ISO 8859-1, so the quotation marks and dashes at 80–9F are put right here (the table of the WHATWG Encoding Standard).
const upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const westernText = (bytes: Uint8Array): string =>
  new TextDecoder("latin1").decode(bytes).replace(/[\u0080-\u009f]/g, (sign) => upper.charAt(sign.charCodeAt(0) - 0x80));

function decoded(bytes: Uint8Array, encoding: DecodedCopy["encoding"], assumed: string | null): DecodedCopy {
  return { text: new TextDecoder(encoding).decode(bytes), encoding, assumed };
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
  };
}
