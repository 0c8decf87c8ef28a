import path from "node:path";
import { parseArgs } from "node:util";
import { ForeignFolderError } from "../publish/output-folder.ts";
import { AlteredQuoteError } from "../render/prove-quotes.ts";
import { commandHelp, overview, version } from "./help.ts";
import { takesColour } from "./report.ts";
import { type Call, type ExitCode, Refusal, UsageError } from "./usage.ts";

type Command = (call: Call) => Promise<ExitCode>;

// Loaded when called: `--help` need not wait for a build's packages.
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  build: async () => (await import("./build.ts")).build,
  check: async () => (await import("./check.ts")).check,
  digest: async () => (await import("./digest.ts")).digest,
  dev: async () => (await import("./dev.ts")).dev,
  import: async () => (await import("./import.ts")).importCopy,
  inspect: async () => (await import("./inspect.ts")).inspect,
  issue: async () => (await import("./issue.ts")).issue,
  new: async () => (await import("./new.ts")).newArticle,
  ping: async () => (await import("./ping.ts")).ping,
  send: async () => (await import("./send.ts")).send,
  status: async () => (await import("./status.ts")).status,
  unsubscribe: async () => (await import("./unsubscribe.ts")).unsubscribe,
};

const options = {
  root: { type: "string" },
  out: { type: "string" },
  "as-of": { type: "string" },
  captured: { type: "string" },
  byline: { type: "string" },
  html: { type: "boolean" },
  text: { type: "boolean" },
  eml: { type: "boolean" },
  brief: { type: "boolean" },
  to: { type: "string" },
  transport: { type: "string" },
  ledger: { type: "string" },
  limit: { type: "string" },
  test: { type: "string" },
  from: { type: "string" },
  "dry-run": { type: "boolean" },
  announce: { type: "boolean" },
  "retry-uncertain": { type: "boolean" },
  "new-list": { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

const parts = ["html", "text", "eml", "brief"] as const;

async function main(argv: readonly string[]): Promise<ExitCode> {
  const talk = (text: string) => process.stderr.write(`${text}\n`);
  const print = (text: string) => process.stdout.write(`${text}\n`);
  try {
    const { values, positionals } = readArguments(argv);
    if (values.version) {
      print(await version());
      return 0;
    }
    const [name, ...rest] = positionals;
    if (name === undefined) {
      (values.help ? print : talk)(overview);
      return values.help ? 0 : 2;
    }
    const load = commands[name];
    if (load === undefined) throw new UsageError(`There is no command “${name}”. The commands are ${Object.keys(commands).join(", ")}.`);
    if (values.help) {
      print(commandHelp(name));
      return 0;
    }
    const root = path.resolve(values.root ?? ".");
    const command = await load();
    return await command({
      arguments: rest,
      root,
      json: values.json ?? false,
      asOf: values["as-of"] ?? null,
      out: path.resolve(values.out ?? path.join(root, "dist")),
      captured: values.captured ?? null,
      byline: values.byline ?? null,
      part: parts.find((part) => values[part]) ?? null,
      sending: {
        to: values.to ?? null,
        transport: values.transport ?? null,
        ledger: values.ledger ?? null,
        limit: values.limit ?? null,
        test: values.test ?? null,
        from: values.from ?? null,
        dryRun: values["dry-run"] ?? false,
        announce: values.announce ?? false,
        retryUncertain: values["retry-uncertain"] ?? false,
        newList: values["new-list"] ?? false,
      },
      environment: process.env,
      print,
      talk,
      colour: takesColour(process.stderr, process.env),
    });
  } catch (error) {
    return explain(error, talk);
  }
}

function readArguments(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message.split(". ")[0] : error}.`);
  }
}

function explain(error: unknown, talk: (text: string) => void): ExitCode {
  if (error instanceof UsageError) {
    talk(`${error.message}\nbroadsheet --help lists the commands.`);
    return 2;
  }
  if (error instanceof Refusal) {
    talk(error.message);
    return error.code;
  }
  if (error instanceof ForeignFolderError) {
    talk(error.message);
    return 2;
  }
  if (error instanceof AlteredQuoteError) {
    talk(`${error.message}\nNothing was written; the output folder is as it was.`);
    return 1;
  }
  if (error instanceof Error && isOutside(error)) {
    talk(`${error.message}${causes(error)}\nThe output folder is as it was.`);
    return 3;
  }
  talk(
    `This is a mistake in Broadsheet, not in your copy. Please report it with these lines:\n${error instanceof Error ? error.stack : String(error)}`,
  );
  return 70;
}

/** The world outside failed: the disk says so by a code, and what we could not read has its reason as cause. */
function isOutside(error: Error): boolean {
  return ("code" in error && typeof error.code === "string" && /^E[A-Z]+$/.test(error.code)) || error.cause instanceof Error;
}

function causes(error: Error): string {
  return error.cause instanceof Error ? `\n  ${error.cause.message}${causes(error.cause)}` : "";
}

process.exitCode = await main(process.argv.slice(2));
