import { sortProblems } from "../model/problem.ts";
import { checkPartnerFeeds } from "../render/feed-partners.ts";
import { readEdition } from "./read-edition.ts";
import { countProblems, reportProblems } from "./report.ts";
import type { Call, ExitCode } from "./usage.ts";

/** `broadsheet check`: reads everything, reports everything, writes nothing. */
export async function check(call: Call): Promise<ExitCode> {
  const reading = await readEdition(call.root, call.asOf);
  const partners = reading.edition === null ? [] : checkPartnerFeeds(reading.edition);
  const problems = sortProblems([...reading.problems, ...partners]);
  if (call.json) call.print(JSON.stringify({ problems }));
  else {
    if (problems.length > 0) call.print(`${reportProblems(problems, call.colour)}\n`);
    call.print(`${countProblems(problems, reading.articles)} Nothing was written.`);
  }
  return reading.edition === null ? 1 : 0;
}
