import { openLedger } from "../../src/deliver/ledger.ts";
import { sendIssue } from "../../src/deliver/send-issue.ts";
import { readSmtpUrl } from "../../src/deliver/smtp-settings.ts";
import { smtpTransport } from "../../src/deliver/smtp-transport.ts";
import { readersNamed } from "./sending-rig.ts";

// A process of its own that sends one issue, so that it can be killed: <ledger> <port> <number of readers>.
const [file = "", port = "", count = ""] = process.argv.slice(2);
const ledger = await openLedger(file, new Date(), false);
await sendIssue({
  readers: readersNamed(Array.from({ length: Number(count) }, (_, index) => `reader${index}`)),
  ledger,
  transport: smtpTransport(readSmtpUrl(`smtp://127.0.0.1:${port}?tls=off`), { connections: 5, patience: 20 }),
  from: "desk@strait.example",
  message: async (reader) => Buffer.from(`To: ${reader.address}\r\nSubject: Tide\r\n\r\n${"High at noon.\r\n".repeat(500)}`),
  limits: { perSecond: null, perSecondAndDomain: null, retryAfter: [], stopAfter: 20, most: null },
  retryUncertain: false,
  signal: new AbortController().signal,
  onProgress: () => {},
  onWait: () => {},
});
await ledger.close("ended");
