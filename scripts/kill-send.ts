import { killSender } from "../test/deliver/kill-sender.ts";

// Kills the sender at random instants, as often as told, and holds the ledger against what the mail server got.
const kills = Number(process.argv[2] ?? 200);
const { faults, ...totals } = await killSender(kills, Math.random);
process.stdout.write(
  `${totals.kills} kills in ${totals.issues} issues to ${totals.readers} readers: ${totals.readers - totals.uncertain} had exactly one message, ` +
    `${totals.uncertain} are listed as uncertain (${totals.uncertainAccepted} of them had one), ${faults.length} had two or were lost in silence.\n`,
);
for (const fault of faults) process.stdout.write(`  ${fault}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
