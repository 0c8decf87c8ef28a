import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Transport } from "./transport.ts";

/** Writes each message into a folder as `<reader>.eml`, whole or not at all: for another program to send, or to look at. */
export function fileTransport(folder: string): Transport {
  return {
    lanes: 1,
    tryOut: async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return null;
    },
    openLane: () => ({
      hand: async ({ reader, message }, onBegin) => {
        const file = path.join(folder, `${reader}.eml`);
        try {
          await writeFile(`${file}.part`, message, { mode: 0o600 });
          onBegin();
          await rename(`${file}.part`, file);
        } catch (error) {
          return { kind: "unsent", reply: error instanceof Error ? error.message : String(error), hopeless: true };
        }
        return { kind: "accepted", reply: "written to a file" };
      },
      close: async () => {},
    }),
  };
}
