/** One reader's message, ready to go. */
export interface Parcel {
  /** Names the reader without telling who it is. */
  readonly reader: string;
  /** Envelope sender. */
  readonly from: string;
  /** Envelope recipient, ASCII. */
  readonly to: string;
  readonly message: Buffer;
}

/** What became of a parcel. The reply is in the server's words, which may name the reader. */
export type Outcome =
  | { readonly kind: "accepted"; readonly reply: string }
  /** For good. */
  | { readonly kind: "refused"; readonly reply: string }
  /** Not now. */
  | { readonly kind: "deferred"; readonly reply: string }
  /** The message was handed over and no answer came: it may have been taken. */
  | { readonly kind: "unknown"; readonly reply: string }
  /** It never came to this reader: no connection, no login, no leave to send. `hopeless` when trying again changes nothing. */
  | { readonly kind: "unsent"; readonly reply: string; readonly hopeless: boolean };

/** One way through, one parcel at a time. */
export interface Lane {
  /** @param onBegin called right before the message itself begins to go out: until then it has certainly not */
  readonly hand: (parcel: Parcel, onBegin: () => void) => Promise<Outcome>;
  readonly close: () => Promise<void>;
}

/** A way to hand messages on: three calls, so that another way is a small file. */
export interface Transport {
  /** How many parcels may be on their way at the same time. */
  readonly lanes: number;
  /** Whether parcels can be handed on at all; `null` when they can, else why not. Hands none on. */
  readonly tryOut: () => Promise<string | null>;
  readonly openLane: () => Lane;
}
