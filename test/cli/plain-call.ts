import path from "node:path";
import type { Call } from "../../src/cli/usage.ts";

/** A call without any option, as the command line would make it; give what matters to the test. */
export function plainCall(root: string, args: readonly string[], given: Partial<Call> = {}): Call {
  return {
    arguments: args,
    root,
    json: false,
    asOf: null,
    out: path.join(root, "dist"),
    captured: null,
    byline: null,
    part: null,
    sending: noSending,
    environment: {},
    print: () => {},
    talk: () => {},
    colour: false,
    ...given,
  };
}

export const noSending: Call["sending"] = {
  to: null,
  transport: null,
  ledger: null,
  limit: null,
  test: null,
  from: null,
  dryRun: false,
  announce: false,
  retryUncertain: false,
  newList: false,
};
