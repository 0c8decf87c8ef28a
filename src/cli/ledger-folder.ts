import path from "node:path";
import type { Call } from "./usage.ts";

/** Where ledgers and the suppression file are: as given, or `.broadsheet/ledger` below the root. */
export function ledgerFolder(call: Call): string {
  return call.sending.ledger === null ? path.join(call.root, ".broadsheet", "ledger") : path.resolve(call.sending.ledger);
}
