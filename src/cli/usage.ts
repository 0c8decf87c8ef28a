/** The command was not understood: exit code 2, with the remedy in the message. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What was asked is understood and must not be done: the message says why and what to do. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: ExitCode;
  constructor(message: string, code: ExitCode, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** What only the commands about sending heed. Texts as the user wrote them. */
export interface SendingOptions {
  readonly to: string | null;
  readonly transport: string | null;
  readonly ledger: string | null;
  readonly limit: string | null;
  readonly test: string | null;
  readonly from: string | null;
  readonly dryRun: boolean;
  readonly announce: boolean;
  readonly retryUncertain: boolean;
  readonly newList: boolean;
}

/** What every command gets: its arguments, the streams, and the world that only the cli room may touch. */
export interface Call {
  readonly arguments: readonly string[];
  readonly root: string;
  readonly json: boolean;
  readonly asOf: string | null;
  readonly out: string;
  readonly captured: string | null;
  /** Whose a byline is that can be read two ways, as the user wrote it. */
  readonly byline: string | null;
  /** The part of a digest to show as it is; `null` for its summary. */
  readonly part: "html" | "text" | "eml" | "brief" | null;
  readonly sending: SendingOptions;
  /** Where secrets come from. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly print: (text: string) => void;
  readonly talk: (text: string) => void;
  readonly colour: boolean;
}

/** 0 done; 1 the copy has errors; 2 wrong usage; 3 the world outside failed; 4 delivery incomplete; 70 our bug. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 70;
