import { watch } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import EleventyDevServer from "@11ty/eleventy-dev-server";
import { RelatedMemory } from "../edition/related-memory.ts";
import { build } from "./build.ts";
import type { Call, ExitCode } from "./usage.ts";

const port = 8080;
const templates = fileURLToPath(new URL("../../templates/", import.meta.url));

/** `broadsheet dev`: serves the site and builds again on a change of copy or template; with errors, the last good build stays. */
export async function dev(call: Call): Promise<ExitCode> {
  const memory = new RelatedMemory();
  await build(call, memory);
  const server = EleventyDevServer.getServer("broadsheet", path.join(call.out, "site"), { port, showAllHosts: false, liveReload: true });
  server.serve(port);

  let running = false;
  let again = false;
  let waiting: NodeJS.Timeout | undefined;
  const rebuild = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      call.talk("\nSomething changed; building again.");
      const code = await build(call, memory).catch((error: unknown) => {
        call.talk(error instanceof Error ? error.message : String(error));
        return 3;
      });
      if (code === 0) await server.reload({ files: [] });
    } while (again);
    running = false;
  };
  // Editors save in several steps: a short wait makes one build of them.
  const changed = () => {
    clearTimeout(waiting);
    waiting = setTimeout(rebuild, 80);
  };
  const watchers = [path.join(call.root, "content"), templates].map((folder) => watch(folder, { recursive: true }, changed));
  await new Promise<void>((resolve) => process.once("SIGINT", resolve).once("SIGTERM", resolve));
  for (const watcher of watchers) watcher.close();
  await server.close();
  return 0;
}
