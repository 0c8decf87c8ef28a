import { readFile } from "node:fs/promises";
import { type ReaderKeys, readerKeys } from "../deliver/reader-keys.ts";
import { readSmtpUrl, type SmtpServer } from "../deliver/smtp-settings.ts";
import { UsageError } from "./usage.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** The keys that stand for readers. @throws UsageError when READER_SECRET is not set or too short to be one */
export function readerKeysFrom(environment: Environment): ReaderKeys {
  const secret = environment.READER_SECRET?.trim() ?? "";
  if (secret === "") {
    throw new UsageError(
      "READER_SECRET is not set. It keys the readers’ names in the ledger and their links to unsubscribe. Make it once with: openssl rand -hex 32. Then keep it: with another one, nobody would be recognised.",
    );
  }
  if (secret.length < 16)
    throw new UsageError("READER_SECRET is shorter than 16 letters, so it can be guessed. Make one with: openssl rand -hex 32.");
  return readerKeys(secret);
}

/** The mail server. @throws UsageError when SMTP_URL is not set; SmtpUrlError when it is none */
export function smtpServerFrom(environment: Environment): SmtpServer {
  const url = environment.SMTP_URL?.trim() ?? "";
  if (url === "") {
    throw new UsageError(
      "SMTP_URL is not set. Your mail provider’s page on SMTP has the server, the user and the password: smtps://user:password@mail.example.org. To write files instead, say --transport file.",
    );
  }
  return readSmtpUrl(url);
}

/** The private key for DKIM, PEM. @throws UsageError when DKIM_PRIVATE_KEY is not set or names a file that cannot be read */
export async function dkimKeyFrom(environment: Environment, dkim: { readonly domain: string; readonly selector: string }): Promise<string> {
  // A key in one line of a settings page has its line ends written out.
  const given = environment.DKIM_PRIVATE_KEY?.trim().replaceAll("\\n", "\n") ?? "";
  if (given === "") {
    throw new UsageError(
      `DKIM_PRIVATE_KEY is not set, though publication.yaml says that ${dkim.selector}._domainkey.${dkim.domain} signs the mail. Set it to the private key of that DNS entry, as a file’s name or as PEM; or remove \`dkim:\` when your mail server signs.`,
    );
  }
  if (given.startsWith("-----BEGIN")) return given;
  return readFile(given, "utf8").catch((cause: unknown) => {
    throw new UsageError(`DKIM_PRIVATE_KEY is neither PEM nor a file that can be read: ${cause instanceof Error ? cause.message : cause}.`);
  });
}
