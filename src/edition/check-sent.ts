import type { IssueCopy, IssueWords, StoryCopy } from "../model/copy.ts";
import type { Problem } from "../model/problem.ts";

const hint = "What was sent cannot change: put it back as it was. To tell its readers of a mistake, add it under `corrections:`.";

/** What an editor changed in an issue's file after it was sent, each with its place. */
export function checkSent(copy: IssueCopy, sent: IssueWords): readonly Problem[] {
  const problems: Problem[] = [];
  const changed = (way: readonly (string | number)[], what: string, was: string | number | null) => {
    problems.push({
      code: "issue-changed-after-sending",
      severity: "error",
      place: copy.place(way),
      message: `${what} was changed after this issue was sent.${was === null ? "" : ` It was “${was}”.`}`,
      hint,
    });
  };
  for (const [key, name] of [
    ["number", "The number"],
    ["subject", "The subject"],
    ["preheader", "The preheader"],
    ["intro", "The intro"],
  ] as const) {
    if (copy[key] !== sent[key]) changed([key], name, sent[key]);
  }
  if (!same(copy.sponsor, sent.sponsor)) changed(["sponsor"], "The sponsor", sent.sponsor?.name ?? null);
  if (!same(copy.elsewhere, sent.elsewhere)) changed(["elsewhere"], "What stands under Elsewhere", null);
  const ids = (stories: readonly StoryCopy[]) => stories.map(({ id }) => id).join(", ");
  if (ids(copy.stories) !== ids(sent.stories)) changed(["stories"], "The list of stories", ids(sent.stories));
  else
    copy.stories.forEach((story, index) => {
      const was = sent.stories[index];
      for (const [key, name] of [
        ["headline", "headline"],
        ["standfirst", "standfirst"],
        ["text", "text"],
      ] as const) {
        if (was && story[key] !== was[key]) changed(["stories", index, key], `The ${name} of “${story.id}”`, was[key]);
      }
      if (was && story.short !== was.short)
        changed(["stories", index, "short"], `The length of “${story.id}”`, was.short ? "short" : "full");
    });
  return problems;
}

/** Whether two values are the same data, in whatever order their keys stand. */
function same(one: object | null, other: object | null): boolean {
  const sorted = (value: object | null) =>
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === "object" && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort()) : inner,
    );
  return sorted(one) === sorted(other);
}
