import { createPrivateKey } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { DkimSigner } from "./mail-library.ts";

export interface DkimKey {
  readonly domain: string;
  readonly selector: string;
  /** PEM, RSA. */
  readonly privateKey: string;
}

/** The key cannot sign. The message says what to do. */
export class DkimKeyError extends Error {
  override readonly name = "DkimKeyError";
}

// RFC 8058, section 4: both List-Unsubscribe headers must be signed. Gmail counts Feedback-ID only when it is.
const signedFields = [
  "From",
  "Reply-To",
  "To",
  "Subject",
  "Date",
  "Message-ID",
  "MIME-Version",
  "Content-Type",
  "Content-Language",
  "List-Id",
  "List-Unsubscribe",
  "List-Unsubscribe-Post",
  "Auto-Submitted",
  "Precedence",
  "Feedback-ID",
].join(":");

/**
 * Makes what signs messages (RFC 6376, rsa-sha256, relaxed).
 * @throws DkimKeyError when the key is no RSA key of at least 1,024 bits: the library would leave such messages unsigned in silence
 */
export function messageSigner(key: DkimKey): (message: Buffer) => Promise<Buffer> {
  const privateKey = readKey(key.privateKey);
  const signer = new DkimSigner({ domainName: key.domain, keySelector: key.selector, privateKey, headerFieldNames: signedFields });
  return async (message) => {
    const signed = await buffer(signer.sign(message));
    if (!signed.subarray(0, 15).toString("latin1").startsWith("DKIM-Signature:"))
      throw new Error("The mail library left a message unsigned.");
    return signed;
  };
}

function readKey(pem: string): string {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === "rsa" && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= 1024) return pem;
  } catch (cause) {
    throw new DkimKeyError("DKIM_PRIVATE_KEY is no private key that can be read. Make one: openssl genrsa -out dkim.pem 2048.", { cause });
  }
  throw new DkimKeyError("DKIM_PRIVATE_KEY is no RSA key of at least 1,024 bits. Make one: openssl genrsa -out dkim.pem 2048.");
}
