import path from "node:path";
import { loadPublication } from "../content/load-publication.ts";
import { pingHub } from "../deliver/ping-hub.ts";
import { readPings, writePings } from "../deliver/ping-record.ts";
import { absoluteUrl } from "../model/address.ts";
import { readManifest } from "../publish/read-manifest.ts";
import { amount, countProblems, reportProblems } from "./report.ts";
import { type Call, type ExitCode, UsageError } from "./usage.ts";

const isFeed = /(?:^|\/)(?:feed\.xml|atom\.xml|feed\.json)$/;

/** After so many refusals in a row the hub means it. */
const mostRefusals = 3;

interface Told {
  readonly address: string;
  readonly outcome: "accepted" | "failed";
  readonly words: string | null;
}

/** `broadsheet ping`: tells the WebSub hub which feeds changed since it was last told. */
export async function ping(call: Call): Promise<ExitCode> {
  const { publication, problems } = await loadPublication(call.root);
  if (publication === null) {
    call.talk(`${reportProblems(problems, call.colour)}\n\n${countProblems(problems, null)} Nobody was told anything.`);
    return 1;
  }
  const { hub } = publication.feeds;
  if (hub === null) throw new UsageError("This publication has no hub. Name one in publication.yaml: feeds: { hub: https://… }.");
  const files = await readManifest(call.out);
  if (files === null) throw new UsageError(`There is no build in ${call.out}. Run broadsheet build, deploy it, then ping.`);

  const record = path.join(call.root, ".broadsheet", "pinged.json");
  const known = await readPings(record, new URL(hub).href);
  const feeds = files.filter((file) => file.path.startsWith("site/") && isFeed.test(file.path));
  const changed = feeds.filter((file) => known[file.path] !== file.sha256);
  const addressOf = (file: { readonly path: string }) => new URL(absoluteUrl(publication.url, file.path.slice("site".length))).href;

  if (call.sending.dryRun || changed.length === 0) {
    const addresses = changed.map(addressOf);
    if (call.json) call.print(JSON.stringify({ hub, dryRun: call.sending.dryRun, changed: addresses, told: [] }));
    else if (changed.length === 0) call.print(`No feed changed since the hub ${hub} was last told. Nothing to do.`);
    else
      call.print(
        `${amount(changed.length, "feed")} changed, and ${hub} would be told of:\n${addresses.map((one) => `  ${one}`).join("\n")}`,
      );
    return 0;
  }

  const told: Told[] = [];
  // What is gone from the build is forgotten, so that a feed which comes back is news again.
  const kept = new Map(feeds.flatMap((file) => (known[file.path] === undefined ? [] : ([[file.path, known[file.path] ?? ""]] as const))));
  let refusals = 0;
  for (const file of changed) {
    const address = addressOf(file);
    const outcome = await pingHub(hub, address);
    if (outcome.kind === "accepted") {
      refusals = 0;
      kept.set(file.path, file.sha256);
      told.push({ address, outcome: "accepted", words: null });
      continue;
    }
    told.push({ address, outcome: "failed", words: outcome.words });
    refusals += 1;
    if (outcome.kind === "unreachable" || refusals >= mostRefusals) break;
  }
  await writePings(record, new URL(hub).href, Object.fromEntries([...kept].sort(([a], [b]) => (a < b ? -1 : 1))));
  return report(call, hub, told, changed.length);
}

function report(call: Call, hub: string, told: readonly Told[], wanted: number): ExitCode {
  const accepted = told.filter(({ outcome }) => outcome === "accepted");
  const failed = told.filter(({ outcome }) => outcome === "failed");
  if (call.json) call.print(JSON.stringify({ hub, dryRun: false, changed: wanted, told }));
  else {
    for (const { address } of accepted) call.print(`told of ${address}`);
    call.print(`The hub ${hub} took ${accepted.length} of ${amount(wanted, "changed feed")}.`);
  }
  if (failed.length === 0) return 0;
  for (const { address, words } of failed) call.talk(`${hub} did not take ${address}: ${words}.`);
  const rest = wanted - told.length;
  if (rest > 0) call.talk(`${amount(rest, "feed")} more ${rest === 1 ? "was" : "were"} not tried.`);
  call.talk("Run broadsheet ping again: what the hub took is remembered, and only the rest is told.");
  return accepted.length === 0 ? 3 : 4;
}
