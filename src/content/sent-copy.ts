import type { SentCopy } from "../model/copy.ts";
import type { Picture } from "../model/picture.ts";
import { type Problem, wholeFile } from "../model/problem.ts";
import { sentIssueFile } from "../model/sent-issue.ts";
import type { Pictures } from "./picture.ts";
import { readText } from "./read-text.ts";
import { sentIssueSchema } from "./schema.ts";

/** The record of a sent issue; `null`, with a problem, when it is damaged. */
export async function readSentIssue(root: string, file: string, pictures: Pictures, problems: Problem[]): Promise<SentCopy | null> {
  const text = await readText(root, file, problems);
  if (text === null) return null;
  const read = sentIssueSchema.safeParse(parseJson(text));
  if (!read.success || sentIssueFile(read.data.newsletter, read.data.date) !== file) {
    problems.push({
      code: "sent-record-damaged",
      severity: "error",
      place: wholeFile(file),
      message: "This record of a sent issue is not as it was written.",
      hint: "Take it back from where your copy is kept. It is the proof of what readers got, and nobody should edit, rename or remove it.",
    });
    return null;
  }
  const sent = read.data;
  const found = new Map<string, Picture>();
  for (const { figure } of sent.stories) {
    const picture = figure?.picture && (await pictures.findSame(figure.picture.src, figure.picture.hash));
    if (picture) found.set(picture.src, picture);
  }
  return { file, sent, pictures: found };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
