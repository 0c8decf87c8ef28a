import { rm } from "node:fs/promises";
import { buildNewsroom, expectedFolder, writeExpected } from "../test/golden-newsroom.ts";

// Writes the golden newsroom's output anew. Read the diff as carefully as code before it is committed.
const built = await buildNewsroom("golden");
await rm(expectedFolder, { recursive: true, force: true });
const count = await writeExpected(built.output);
await built.remove();
process.stdout.write(`${count} files written. Read the diff before you commit it: git diff test/newsrooms/golden/expected\n`);
