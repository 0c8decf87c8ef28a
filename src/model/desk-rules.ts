/** The permanent ids of what the desk's eye warns of; an article silences them with `silence: [doubled-word]`. */
export const deskRules = [
  "acronym-undefined",
  "alt-repeats-caption",
  "alt-repeats-file-name",
  "caption-without-credit",
  "doubled-word",
  "headline-number-not-in-body",
  "name-two-spellings",
  "relative-date",
  "speaker-ambiguous",
  "weekday-not-of-date",
] as const;

export type DeskRule = (typeof deskRules)[number];

/** Whether somebody's word for a rule is the id of one. */
export function isDeskRule(word: string): word is DeskRule {
  return deskRules.some((rule) => rule === word);
}
