import { readEdition } from "./read-edition.ts";
import { countProblems, reportProblems } from "./report.ts";
import type { Call, ExitCode } from "./usage.ts";

/** `broadsheet check`: reads everything, reports everything, writes nothing. */
export async function check(call: Call): Promise<ExitCode> {
  const reading = await readEdition(call.root, call.asOf);
  if (call.json) call.print(JSON.stringify({ problems: reading.problems }));
  else {
    if (reading.problems.length > 0) call.print(`${reportProblems(reading.problems, call.colour)}\n`);
    call.print(`${countProblems(reading.problems, reading.articles)} Nothing was written.`);
  }
  return reading.edition === null ? 1 : 0;
}
