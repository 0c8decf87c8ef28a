import { type DeskRule, deskRules, isDeskRule } from "../model/desk-rules.ts";
import type { Report } from "./copy-file.ts";
import { suggest } from "./nearest.ts";

/** The desk's rules that are silenced; a word that is no rule's id silences nothing, and is said. */
export function readSilence(written: readonly string[], way: readonly (string | number)[], report: Report): readonly DeskRule[] {
  return written.filter((word, index): word is DeskRule => {
    if (isDeskRule(word)) return true;
    report.problems.push({
      code: "unknown-rule",
      severity: "warning",
      place: report.place([...way, index]),
      message: `The desk has no rule “${word}”, so nothing is silenced by it.`,
      hint: suggest(word, deskRules) || `Write one of these: ${deskRules.join(", ")}.`,
    });
    return false;
  });
}
