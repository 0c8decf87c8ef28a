import type { DateTime } from "./time.ts";

/** A headline from somebody else's feed, saved below `content/elsewhere`: plain words and an address, nothing of theirs that could run or be fetched. */
export interface ElsewhereItem {
  readonly headline: string;
  /** Absolute, http or https. */
  readonly url: string;
  /** Who published it. */
  readonly source: string;
  readonly standfirst: string | null;
  /** `null` when the feed does not say: such an item fits no issue's window. */
  readonly published: DateTime | null;
}
