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
import { parseWire } from "../wire/parse-wire.ts";
import { readByDesk } from "./read-by-desk.ts";
import { countProblems, reportProblems } from "./report.ts";
import { type Call, type ExitCode, UsageError } from "./usage.ts";

type Outcome =
  | {
      readonly kind: "written";
      readonly from: string;
      readonly file: string;
      readonly draft: DraftArticle;
      readonly assumed: string | null;
      /** What the desk would ask about the article as written. */
      readonly desk: readonly Problem[];
    }
  | { readonly kind: "known"; readonly from: string; readonly kept: string }
  | { readonly kind: "refused"; readonly from: string; readonly reason: string };

/** `broadsheet import`: pasted copy becomes article files; never overwrites, and the same copy twice changes nothing. */
export async function importCopy(call: Call): Promise<ExitCode> {
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
  const outcomes: Outcome[] = [];
  for (const from of call.arguments) outcomes.push(await importFile(call, from, publication));
  if (call.json) call.print(JSON.stringify(outcomes.map(describe)));
  else call.print(outcomes.map((outcome) => tell(outcome, call.colour)).join("\n\n"));
  return outcomes.some((outcome) => outcome.kind === "refused") ? 1 : 0;
}

async function importFile(call: Call, from: string, publication: Publication): Promise<Outcome> {
  const { zone } = publication;
  const bytes = await readFile(from).catch((cause: unknown) => {
    throw new UsageError(`${from} cannot be read: ${cause instanceof Error ? cause.message : cause}.`);
  });
  const wire = path.join(call.root, "content", "wire");
  const known = await findKept(wire, bytes);
  if (known !== null) return { kind: "known", from, kept: path.join("content", "wire", known) };

  const decoded = decodeCopy(bytes);
  const copy = parseWire(decoded.text, { zone, ...(call.captured === null ? {} : { captured: call.captured }) });
  const draft = draftArticle(copy, { zone });
  if (draft.kind === "refused") return { kind: "refused", from, reason: draft.reason };
  const headline = draft.front.headline;
  const published =
    draft.front.published ?? (call.captured ? readMoment(call.captured, zone) : DateTime.now().setZone(zone))?.toFormat("yyyy-MM-dd") ?? "";
  const day = published.slice(0, 10);
  const slug = slugOf(headline) || createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  const file = path.join("content", "articles", day.slice(0, 4), day.slice(5, 7), `${day}-${slug}.md`);
  const target = path.join(call.root, file);
  await mkdir(path.dirname(target), { recursive: true });
  try {
    await writeFile(target, writeArticle({ ...draft.front, published }, draft.body), { flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    return { kind: "refused", from, reason: `${file} is there already and is never overwritten. Rename one of the two and import again.` };
  }
  // The copy as received is kept last: its presence says that the import was finished.
  await keep(wire, path.basename(from), bytes);
  const desk = await readByDesk(call.root, file.split(path.sep).join("/"), publication);
  return { kind: "written", from, file, draft, assumed: decoded.assumed, desk };
}

async function findKept(folder: string, bytes: Uint8Array): Promise<string | null> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.sort()) {
    const kept = await readFile(path.join(folder, name)).catch(() => null);
    if (kept?.equals(bytes)) return name;
  }
  return null;
}

async function keep(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { name: stem, ext } = path.parse(name);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  await writeFile(path.join(folder, name), bytes, { flag: "wx" }).catch(() => writeFile(path.join(folder, `${stem}-${hash}${ext}`), bytes));
}

function describe(outcome: Outcome) {
  return outcome.kind === "written"
    ? {
        from: outcome.from,
        file: outcome.file,
        headline: outcome.draft.kind === "article" ? outcome.draft.front.headline : null,
        decisions: decisionsOf(outcome.draft),
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
    case "written": {
      const decisions = [...(outcome.assumed === null ? [] : [outcome.assumed]), ...decisionsOf(outcome.draft)];
      return [
        `${outcome.from} is now ${outcome.file}.`,
        ...(decisions.length === 0
          ? []
          : ["For an editor to decide:", ...decisions.map((decision, index) => `  ${index + 1}. ${decision}`)]),
        ...(outcome.desk.length === 0 ? [] : ["The desk would ask:", reportProblems(outcome.desk, colour)]),
        "Next: broadsheet build",
      ].join("\n");
    }
  }
}
