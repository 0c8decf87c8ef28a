import { spawnSync } from "node:child_process";

// Everything, in the order in which a mistake is cheapest to find.
const steps: readonly (readonly [string, readonly string[]])[] = [
  ["types", ["npm", "run", "--silent", "typecheck"]],
  ["format and lint", ["npm", "run", "--silent", "lint"]],
  ["tests", ["npm", "run", "--silent", "test"]],
  ["build", ["npm", "run", "--silent", "build"]],
  ["links and feeds", ["node", "--import", "tsx", "scripts/check-output.ts"]],
];

for (const [name, [command, ...rest]] of steps) {
  process.stderr.write(`\n— ${name}\n`);
  const { status } = spawnSync(command ?? "", rest, { stdio: "inherit" });
  if (status !== 0) {
    process.stderr.write(`\n${name}: failed. What comes after it was not checked.\n`);
    process.exit(1);
  }
}
process.stderr.write("\nEverything is in order.\n");
