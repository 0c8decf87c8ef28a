import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { loadPublication } from "../content/load-publication.ts";
import { slugOf } from "../content/slug.ts";
import { writeArticle } from "../content/write-article.ts";
import { DateTime } from "../model/time.ts";
import { countProblems, reportProblems } from "./report.ts";
import { type Call, type ExitCode, UsageError } from "./usage.ts";

/** `broadsheet new "Headline"`: an article file to fill in. */
export async function newArticle(call: Call): Promise<ExitCode> {
  const headline = call.arguments.join(" ").trim();
  if (headline === "") throw new UsageError('An article needs a headline: broadsheet new "Ferry fares to rise".');
  const { publication, problems } = await loadPublication(call.root);
  if (publication === null) {
    call.talk(`${reportProblems(problems, call.colour)}\n\n${countProblems(problems, null)} Nothing was written.`);
    return 1;
  }
  const now = DateTime.now().setZone(publication.zone);
  const day = now.toFormat("yyyy-MM-dd");
  const file = path.join("content", "articles", now.toFormat("yyyy"), now.toFormat("MM"), `${day}-${slugOf(headline)}.md`);
  const front = {
    id: `${day}-${slugOf(headline)}`,
    headline,
    standfirst: "One or two sentences that say what happened and why it matters.",
    published: now.toFormat("yyyy-MM-dd'T'HH:mm"),
    section: publication.sections[0]?.id ?? null,
    topics: [],
    byline: publication.people.slice(0, 1).map((person) => person.id),
    status: "draft",
  };
  const target = path.join(call.root, file);
  await mkdir(path.dirname(target), { recursive: true });
  try {
    await writeFile(target, writeArticle(front, "Write here.\n"), { flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    call.talk(`${file} is there already. Nothing was written; choose another headline or edit that file.`);
    return 1;
  }
  call.print(
    call.json
      ? JSON.stringify({ file })
      : `${file} is ready to fill in. It stays a draft until you remove “status: draft”.\nNext: broadsheet check`,
  );
  return 0;
}
