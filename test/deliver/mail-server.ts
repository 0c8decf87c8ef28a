import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { SMTPServer } from "smtp-server";

/** How the server treats one attempt to reach a recipient. */
export type Treatment =
  | "accept"
  | "hang up"
  | "stall"
  | "close before reply"
  | "stall before reply"
  | { readonly at: "sender" | "recipient" | "message"; readonly code: number };

export interface MailServer {
  readonly port: number;
  /** Every message the server took for good, by recipient; those it kept silent about too. */
  readonly taken: Map<string, Buffer[]>;
  /** How often each recipient was named. */
  readonly tries: Map<string, number>;
  /** Calls back once, when the next message begins to arrive. */
  readonly onNextMessage: (then: () => void) => void;
  readonly close: () => Promise<void>;
}

/**
 * A real mail server on loopback that treats each attempt as told.
 * @param delay milliseconds to take over each message, half before it counts as taken and half before the answer
 */
export async function startMailServer(
  treat: (recipient: string, attempt: number) => Treatment = () => "accept",
  delay: () => number = () => 0,
  mostConnections = Number.POSITIVE_INFINITY,
): Promise<MailServer> {
  let next = () => {};
  const taken = new Map<string, Buffer[]>();
  const tries = new Map<string, number>();
  let sender: Treatment | null = null;
  const treatments = new WeakMap<object, { recipient: string; treatment: Treatment }>();
  const hangUp = (id: string) => {
    for (const connection of server.connections) if (connection.session.id === id) connection._socket.destroy();
  };
  const refusal = (code: number, recipient: string) =>
    Object.assign(new Error(`${code === 421 ? "Too busy" : `No luck for <${recipient}>`}`), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    maxClients: mostConnections,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onMailFrom: ({ address }, _session, callback) => {
      sender = treat(`from:${address}`, 1);
      callback(typeof sender === "object" && sender.at === "sender" ? refusal(sender.code, address) : null);
    },
    onRcptTo: ({ address }, session, callback) => {
      const attempt = (tries.get(address) ?? 0) + 1;
      tries.set(address, attempt);
      const treatment = treat(address, attempt);
      treatments.set(session, { recipient: address, treatment });
      if (treatment === "hang up") return hangUp(session.id);
      if (treatment === "stall") return;
      callback(typeof treatment === "object" && treatment.at === "recipient" ? refusal(treatment.code, address) : null);
    },
    onData: (stream, session, callback) => {
      const { recipient = "", treatment = "accept" } = treatments.get(session) ?? {};
      next();
      next = () => {};
      buffer(stream).then(async (message) => {
        const pause = delay() / 2;
        if (pause > 0) await sleep(pause);
        if (typeof treatment === "object" && treatment.at === "message") return callback(refusal(treatment.code, recipient));
        taken.set(recipient, [...(taken.get(recipient) ?? []), message]);
        if (treatment === "close before reply") return hangUp(session.id);
        if (treatment === "stall before reply") return;
        if (pause > 0) await sleep(pause);
        callback(null, "Ok: queued");
      }, callback);
    },
  });
  server.on("error", () => {});
  const port = await new Promise<number>((resolve, reject) => {
    server.once("error", reject);
    const listening = server.listen(0, "127.0.0.1", () => {
      const address = listening.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  return {
    port,
    taken,
    tries,
    onNextMessage: (then) => {
      next = then;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
