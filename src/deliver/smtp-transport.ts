import { Readable } from "node:stream";
import { SmtpConnection } from "./mail-library.ts";
import type { SmtpServer } from "./smtp-settings.ts";
import type { Lane, Outcome, Parcel, Transport } from "./transport.ts";

export interface SmtpOptions {
  readonly connections: number;
  /** Seconds of silence after which a connection is given up. RFC 5321 asks for minutes: a server may take its time over the last dot. */
  readonly patience: number;
}

/**
 * Hands messages to a mail server. The library's pool is not used: it sends a message again when a connection ends early, and here
 * nothing may be sent twice. So each lane has one connection, and knows how far its message came.
 */
export function smtpTransport(server: SmtpServer, options: SmtpOptions): Transport {
  return {
    lanes: options.connections,
    tryOut: async () => {
      const opened = await openConnection(server, options);
      if (opened instanceof SmtpConnection) {
        opened.quit();
        return null;
      }
      return opened.reply;
    },
    openLane: () => openLane(server, options),
  };
}

function openLane(server: SmtpServer, options: SmtpOptions): Lane {
  let open: { readonly connection: SmtpConnection; used: boolean } | null = null;
  const drop = () => {
    open?.connection.close();
    open = null;
  };

  const hand = async (parcel: Parcel, onBegin: () => void): Promise<Outcome> => {
    if (open?.connection.destroyed) open = null;
    if (open === null) {
      const connection = await openConnection(server, options);
      if (!(connection instanceof SmtpConnection)) return connection;
      open = { connection, used: false };
    }
    const { connection, used } = open;
    open.used = true;
    const { outcome, alive, stale } = await transmit(connection, parcel, onBegin);
    if (!alive || !(await reset(connection, outcome))) drop();
    // A server may end a connection that has done its share; then not a byte of the message was asked for, and another one will do.
    if (used && stale) return hand(parcel, onBegin);
    return outcome;
  };

  return {
    hand,
    close: async () => {
      if (open !== null && !open.connection.destroyed) {
        const ended = new Promise((resolve) => open?.connection.once("end", resolve));
        open.connection.quit();
        await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 2000))]);
      }
      drop();
    },
  };
}

/** After a refusal the server's session is cleared; when even that fails, the connection is of no more use. */
async function reset(connection: SmtpConnection, outcome: Outcome): Promise<boolean> {
  if (outcome.kind === "accepted") return true;
  return new Promise((resolve) => {
    const ended = () => resolve(false);
    connection.once("end", ended);
    connection.reset((error) => {
      // A connection lives through many refusals: what listens must not pile up.
      connection.off("end", ended);
      resolve(!error);
    });
  });
}

type Failure = Extract<Outcome, { kind: "unsent" }>;

async function openConnection(server: SmtpServer, options: SmtpOptions): Promise<SmtpConnection | Failure> {
  const patience = options.patience * 1000;
  const connection = new SmtpConnection({
    host: server.host,
    port: server.port,
    secure: server.tls === "implicit",
    requireTLS: server.tls === "required",
    ignoreTLS: server.tls === "off",
    connectionTimeout: Math.min(patience, 30_000),
    greetingTimeout: Math.min(patience, 60_000),
    socketTimeout: patience,
  });
  try {
    await new Promise<void>((resolve, reject) => {
      connection.on("error", reject);
      connection.once("end", () => reject(new Error("the server ended the connection")));
      connection.connect((error) => (error ? reject(error) : resolve()));
    });
    const { login } = server;
    if (login !== null) {
      if (!connection.allowsAuth)
        throw Object.assign(new Error("SMTP_URL names a user, but the server offers no login"), { code: "EAUTH" });
      await new Promise<void>((resolve, reject) => {
        connection.once("end", () => reject(new Error("the server ended the connection during the login")));
        connection.login({ user: login.user, pass: login.password }, (error) => (error ? reject(error) : resolve()));
      });
    }
    return connection;
  } catch (error) {
    connection.close();
    return toFailure(error);
  }
}

function toFailure(error: unknown): Failure {
  const { code, responseCode } = readError(error);
  // A wrong password stays wrong, and every try brings the account nearer to being locked.
  const hopeless = code === "EAUTH" && !(responseCode >= 400 && responseCode < 500);
  return { kind: "unsent", reply: wordsOf(error), hopeless };
}

interface Transmitted {
  readonly outcome: Outcome;
  /** Whether the connection can take another message. */
  readonly alive: boolean;
  /** Whether the server ended the connection before it asked for the message. */
  readonly stale: boolean;
}

async function transmit(connection: SmtpConnection, parcel: Parcel, onBegin: () => void): Promise<Transmitted> {
  let begun = false;
  const { message } = parcel;
  const body = new Readable({
    highWaterMark: message.length + 1,
    read() {
      if (!begun) onBegin();
      begun = true;
      this.push(message);
      this.push(null);
    },
  });
  return new Promise((resolve) => {
    connection.send({ from: parcel.from, to: [parcel.to], size: message.length }, body, (error, info) => {
      const outcome: Outcome = error ? readFailure(error, begun) : { kind: "accepted", reply: info?.response ?? "" };
      const alive = !connection.destroyed;
      resolve({ outcome, alive, stale: !alive && !begun && outcome.kind === "deferred" && readError(error).code !== "ETIMEDOUT" });
    });
  });
}

/** What a failed message means for its reader. Without an answer after the message was asked for, nobody knows. */
function readFailure(error: unknown, begun: boolean): Outcome {
  const { code, responseCode, command } = readError(error);
  const reply = wordsOf(error);
  if (responseCode === 0) {
    if (begun) return { kind: "unknown", reply };
    // The library itself refuses: the server's limit is below the message, or the envelope is none.
    if (code === "EMESSAGE") return { kind: "unsent", reply, hopeless: true };
    return code === "EENVELOPE" ? { kind: "refused", reply } : { kind: "deferred", reply };
  }
  // 530 and 535 to 538 (RFC 4954) are about us, and so is a sender refused for good.
  const aboutUs = responseCode === 530 || (responseCode >= 534 && responseCode <= 538) || (command === "MAIL FROM" && responseCode >= 500);
  if (aboutUs) return { kind: "unsent", reply, hopeless: true };
  // 503, bad sequence, speaks of the session and not of the reader.
  if (responseCode >= 500 && responseCode !== 503) return { kind: "refused", reply };
  return { kind: "deferred", reply };
}

function readError(error: unknown): { readonly code: string; readonly responseCode: number; readonly command: string } {
  const found = error instanceof Error ? error : new Error(String(error));
  return {
    code: "code" in found ? String(found.code) : "",
    responseCode: "responseCode" in found && typeof found.responseCode === "number" ? found.responseCode : 0,
    command: "command" in found ? String(found.command) : "",
  };
}

/** The server's own words where there are any. */
function wordsOf(error: unknown): string {
  if (error instanceof Error && "response" in error && typeof error.response === "string") return error.response;
  return error instanceof Error ? error.message : String(error);
}
