import type { FigureCopy } from "../model/copy.ts";
import { complain, momentOf, type Report } from "./copy-file.ts";
import type { Pictures } from "./picture.ts";

/** A figure's keys as written. */
export interface FigureEntry {
  readonly src: string | null;
  readonly alt: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
  readonly decorative: boolean;
  readonly rights: { readonly site: boolean; readonly feeds: boolean; readonly mail: boolean; readonly until: string | null };
}

/** The figure with its picture, which may be missing: words alone make one too. */
export async function readFigure(entry: FigureEntry, zone: string, pictures: Pictures, report: Report): Promise<FigureCopy> {
  if (entry.src !== null && entry.alt === null && !entry.decorative) {
    complain(
      report,
      "figure-without-alt",
      ["figure", "src"],
      "This picture has no words for those who do not see it.",
      "Add `alt:` and say what the picture shows, or `decorative: true` if it says nothing.",
    );
  }
  const picture = entry.src === null ? null : await pictures.find(entry.src, () => report.place(["figure", "src"]), report.problems);
  const until = momentOf(entry.rights.until, zone, ["figure", "rights", "until"], report);
  return { picture, alt: entry.alt ?? "", caption: entry.caption, credit: entry.credit, rights: { ...entry.rights, until } };
}
