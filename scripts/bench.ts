import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

// One file per subject in scripts/bench, each in a process of its own. `npm run bench -- quotes` runs those whose name begins so.
const folder = join(import.meta.dirname, "bench");
const wanted = process.argv.slice(2);
const subjects = readdirSync(folder)
  .filter((name) => name.endsWith(".ts"))
  .sort();
const chosen = subjects.filter((name) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)));
if (chosen.length === 0) {
  process.stderr.write(`Nothing to measure is called that. There is: ${subjects.map((name) => name.slice(0, -3)).join(", ")}.\n`);
  process.exit(2);
}
for (const name of chosen) {
  process.stdout.write(`\n— ${name.slice(0, -3)}\n`);
  const { status } = spawnSync(process.execPath, ["--import", "tsx", join(folder, name)], { stdio: "inherit" });
  if (status !== 0) process.exit(1);
}
