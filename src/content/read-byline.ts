import type { Byline } from "../model/article.ts";
import type { Publication } from "../model/publication.ts";
import { complain, type Report } from "./copy-file.ts";
import { nearest } from "./nearest.ts";
import { slugOf } from "./slug.ts";

/** One entry of a byline as written: `who` is a person or agency of the publication; the others name somebody new. */
export interface BylineEntry {
  readonly who: string | null;
  readonly agency: string | null;
  readonly name: string | null;
}

/** Who an entry of the byline means; `null`, with a problem, when nobody is known by that name. */
export function readByline(entry: BylineEntry, index: number, publication: Publication, report: Report): Byline | null {
  const { people, agencies } = publication;
  const means = (wanted: string) => (known: { readonly id: string; readonly name: string }) =>
    known.id === wanted || known.name.toLowerCase() === wanted.toLowerCase();
  if ([entry.who, entry.agency, entry.name].filter((name) => name !== null).length !== 1) {
    return complain(
      report,
      "wrong-value",
      ["byline", index],
      "This entry of the byline does not name one author.",
      "Write a person's id, { agency: Name } or { name: Guest Name }.",
    );
  }
  if (entry.agency !== null) {
    const agency = agencies.find(means(entry.agency));
    return { kind: "agency", agency: agency ?? { id: slugOf(entry.agency) || "agency", name: entry.agency } };
  }
  if (entry.name !== null) return { kind: "guest", name: entry.name };
  const who = entry.who ?? "";
  const person = people.find(means(who));
  if (person) return { kind: "person", person };
  const agency = agencies.find(means(who));
  if (agency) return { kind: "agency", agency };
  const near = nearest(
    who,
    [...people, ...agencies].flatMap(({ id, name }) => [id, name]),
  );
  return complain(
    report,
    "unknown-person",
    ["byline", index],
    `Nobody in publication.yaml is called “${who}”.`,
    `${near === null ? "" : `Did you mean “${near}”? `}Add the person there, or write { name: ${who} } for a guest and { agency: ${who} } for an agency.`,
  );
}
