import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { loadPublication } from "../content/load-publication.ts";
import { slugOf } from "../content/slug.ts";
import { writeArticle } from "../content/write-article.ts";
import type { Problem } from "../model/problem.ts";
import type { Publication } from "../model/publication.ts";
import { DateTime, readMoment } from "../model/time.ts";
import { decodeCopy } from "../wire/decode-copy.ts";
import { type DraftArticle, draftArticle } from "../wire/draft-article.ts";
import { type FieldLines, fieldLines } from "../wire/field-lines.ts";
import { parseWire } from "../wire/parse-wire.ts";
import type { ParsedWire } from "../wire/parsed-wire.ts";
import type { BylineOwner } from "../wire/read-related.ts";
import { type CopyFile, findCopy, largestCopy, readCopy } from "./find-copy.ts";
import { readByDesk } from "./read-by-desk.ts";
import { countProblems, reportProblems } from "./report.ts";
import { type Call, type ExitCode, UsageError } from "./usage.ts";

type Outcome =
  | {
      readonly kind: "written";
      readonly from: string;
      readonly file: string;
      readonly draft: DraftArticle;
      readonly copy: ParsedWire;
      readonly assumed: string | null;
      /** What the desk would ask about the article as written. */
      readonly desk: readonly Problem[];
    }
  | { readonly kind: "known"; readonly from: string; readonly kept: string }
  | { readonly kind: "refused"; readonly from: string; readonly reason: string }
  /** A file in a folder that is no copy, such as a picture. */
  | { readonly kind: "passed"; readonly from: string; readonly reason: string };

/** What the import takes from the command line and the world. */
export type ImportCall = Pick<Call, "arguments" | "root" | "json" | "captured" | "byline" | "print" | "talk" | "colour">;

/** `broadsheet import`: pasted copy becomes article files; never overwrites, and the same copy twice changes nothing. */
export async function importCopy(call: ImportCall): Promise<ExitCode> {
  if (call.arguments.length === 0)
    throw new UsageError("Say which file to import: broadsheet import pasted.txt --captured 2026-11-22T10:00+03:00.");
  const { publication, problems } = await loadPublication(call.root);
  if (publication === null) {
    call.talk(`${reportProblems(problems, call.colour)}\n\n${countProblems(problems, null)} Nothing was written.`);
    return 1;
  }
  const { zone } = publication;
  if (call.captured !== null && readMoment(call.captured, zone) === null) {
    throw new UsageError(`“${call.captured}” is no moment. Write --captured like 2026-11-22T10:00+03:00.`);
  }
  const byline = bylineOwner(call.byline);
  const files = await findCopy(call.arguments);
  const kept = await readKept(path.join(call.root, "content", "wire"));
  const outcomes: Outcome[] = [];
  for (const file of files) outcomes.push(await importFile(call, file, publication, kept, byline));
  if (call.json) call.print(JSON.stringify(outcomes.map(describe)));
  else call.print([...outcomes.map((outcome) => tell(outcome, call.colour)), ...sumUp(outcomes)].join("\n\n"));
  return outcomes.some((outcome) => outcome.kind === "refused") ? 1 : 0;
}

function bylineOwner(given: string | null): BylineOwner | undefined {
  if (given === null || given === "story" || given === "related") return given ?? undefined;
  throw new UsageError(`“${given}” is neither. Write --byline story when the line below the story names its author, or --byline related.`);
}

async function importFile(
  call: ImportCall,
  file: CopyFile,
  publication: Publication,
  kept: Map<string, string>,
  byline: BylineOwner | undefined,
): Promise<Outcome> {
  const { zone } = publication;
  const from = file.path;
  if (file.size > largestCopy)
    return { kind: "refused", from, reason: "This file is larger than 20 MB, which no story is. Cut the story out of it and import that." };
  const bytes = await readCopy(file);
  const known = kept.get(hashOf(bytes));
  if (known !== undefined) return { kind: "known", from, kept: path.join("content", "wire", known) };

  const decoded = decodeCopy(bytes);
  if (decoded.refused !== null) return { kind: file.named ? "refused" : "passed", from, reason: decoded.refused };
  const copy = parseWire(decoded.text, { zone, captured: call.captured ?? undefined, byline });
  const draft = draftArticle(copy, { zone });
  if (draft.kind === "refused") return { kind: "refused", from, reason: draft.reason };
  const headline = draft.front.headline;
  const published =
    draft.front.published ?? (call.captured ? readMoment(call.captured, zone) : DateTime.now().setZone(zone))?.toFormat("yyyy-MM-dd") ?? "";
  const day = published.slice(0, 10);
  const slug = slugOf(headline) || hashOf(bytes).slice(0, 8);
  const article = path.join("content", "articles", day.slice(0, 4), day.slice(5, 7), `${day}-${slug}.md`);
  const target = path.join(call.root, article);
  await mkdir(path.dirname(target), { recursive: true });
  try {
    await writeFile(target, writeArticle({ ...draft.front, published }, draft.body), { flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    return {
      kind: "refused",
      from,
      reason: `${article} is there already and is never overwritten. Rename one of the two and import again.`,
    };
  }
  // The copy as received is kept last: its presence says that the import was finished.
  kept.set(hashOf(bytes), await keep(path.join(call.root, "content", "wire"), path.basename(from), bytes));
  const desk = await readByDesk(call.root, article.split(path.sep).join("/"), publication);
  return { kind: "written", from, file: article, draft, copy, assumed: decoded.assumed, desk };
}

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The copy kept so far: the name of each file by the hash of its bytes. */
async function readKept(folder: string): Promise<Map<string, string>> {
  const kept = new Map<string, string>();
  for (const name of (await readdir(folder).catch(() => [])).sort().reverse()) {
    const bytes = await readFile(path.join(folder, name)).catch(() => null);
    if (bytes !== null) kept.set(hashOf(bytes), name);
  }
  return kept;
}

async function keep(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  await mkdir(folder, { recursive: true });
  const { name: stem, ext } = path.parse(name);
  const other = `${stem}-${hashOf(bytes).slice(0, 8)}${ext}`;
  try {
    await writeFile(path.join(folder, name), bytes, { flag: "wx" });
    return name;
  } catch {
    await writeFile(path.join(folder, other), bytes);
    return other;
  }
}

function describe(outcome: Outcome) {
  return outcome.kind === "written"
    ? {
        from: outcome.from,
        file: outcome.file,
        headline: outcome.draft.kind === "article" ? outcome.draft.front.headline : null,
        decisions: decisionsOf(outcome.draft),
        fields: fieldLines(outcome.copy),
        ambiguities: outcome.copy.ambiguities,
        problems: outcome.desk,
      }
    : outcome;
}

function decisionsOf(draft: DraftArticle): readonly string[] {
  return draft.kind === "article" ? draft.decisions : [];
}

function tell(outcome: Outcome, colour: boolean): string {
  switch (outcome.kind) {
    case "known":
      return `${outcome.from} was imported before (${outcome.kept} is the same copy). Nothing was written.`;
    case "refused":
      return `${outcome.from}: ${outcome.reason} Nothing was written.`;
    case "passed":
      return `${outcome.from} was passed over. ${outcome.reason}`;
    case "written": {
      const decisions = [...(outcome.assumed === null ? [] : [outcome.assumed]), ...decisionsOf(outcome.draft)];
      return [
        `${outcome.from} is now ${outcome.file}.`,
        "Read from the copy:",
        ...fieldLines(outcome.copy).map(tellField),
        ...(decisions.length === 0
          ? []
          : ["For an editor to decide:", ...decisions.map((decision, index) => `  ${index + 1}. ${decision}`)]),
        ...(outcome.desk.length === 0 ? [] : ["The desk would ask:", reportProblems(outcome.desk, colour)]),
      ].join("\n");
    }
  }
}

function tellField({ field, first, last, confidence }: FieldLines): string {
  const lines = first === last ? `line ${first}` : `lines ${first}–${last}`;
  return `  ${(fieldNames.get(field) ?? field).padEnd(18)} ${lines}${confidence < sureEnough ? "   not sure" : ""}`;
}

const sureEnough = 0.7;
const fieldNames: ReadonlyMap<string, string> = new Map([
  ["figure.caption", "caption"],
  ["figure.credit", "credit"],
  ["related", "related headlines"],
]);

// One file needs no sum; of a folder an editor wants to know whether all came through.
function sumUp(outcomes: readonly Outcome[]): readonly string[] {
  const count = (kind: Outcome["kind"]): number => outcomes.filter((outcome) => outcome.kind === kind).length;
  const written = count("written");
  const parts: readonly (readonly [number, string])[] = [
    [written, written === 1 ? "article was written" : "articles were written"],
    [count("known"), "imported before"],
    [count("passed"), "passed over"],
    [count("refused"), "refused"],
  ];
  const told = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  return [...(outcomes.length > 1 ? [`${told.join(", ")}.`] : []), ...(written > 0 ? ["Next: broadsheet build"] : [])];
}
