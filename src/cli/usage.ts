/** The command was not understood: exit code 2, with the remedy in the message. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What every command gets: its arguments, the streams, and the world that only the cli room may touch. */
export interface Call {
  readonly arguments: readonly string[];
  readonly root: string;
  readonly json: boolean;
  readonly asOf: string | null;
  readonly out: string;
  readonly captured: string | null;
  /** The part of a digest to show as it is; `null` for its summary. */
  readonly part: "html" | "text" | "eml" | "brief" | null;
  readonly print: (text: string) => void;
  readonly talk: (text: string) => void;
  readonly colour: boolean;
}

/** 0 done; 1 the copy has errors; 2 wrong usage; 3 the world outside failed; 4 delivery incomplete; 70 our bug. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 70;
