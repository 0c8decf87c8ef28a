/** Something in the ledger's folder that must not be guessed about. The message says what to do. */
export class LedgerError extends Error {
  override readonly name = "LedgerError";
}

/** Another process is sending this issue. */
export class LedgerHeldError extends LedgerError {}
