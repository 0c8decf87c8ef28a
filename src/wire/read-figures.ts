import { hasCaptionCue } from "./caption.ts";
import type { Marked } from "./classify-lines.ts";
import type { WireFigure } from "./parsed-wire.ts";
import type { PlacedCaption } from "./read-body.ts";

/** A figure and the lines its caption and credit stand on. */
export interface PlacedFigure {
  readonly figure: WireFigure;
  readonly captionAt: number;
  readonly creditAt: number;
}

const above = 10;

/** The pictures around the headline. The one between headline and story leads; one above the headline comes next. */
export function headFigures(
  marked: readonly Marked[],
  headline: number | null,
  bodyFirst: number,
  taken: ReadonlySet<number>,
): readonly PlacedFigure[] {
  const below = readHeadFigures(marked, headline === null ? 0 : headline + 1, bodyFirst, taken);
  return headline === null ? below : [...below, ...readHeadFigures(marked, Math.max(0, headline - above), headline, taken)];
}

/** All pictures in their order. A credit that stands alone beside the same picture's caption and credit says nothing new. */
export function joinFigures(...parts: readonly (readonly PlacedFigure[])[]): readonly PlacedFigure[] {
  const figures = parts.flat();
  const told = new Set(figures.filter(({ figure }) => figure.caption !== null).map(({ figure }) => figure.credit));
  return figures.filter(({ figure }) => figure.caption !== null || (figure.credit !== null && !told.has(figure.credit)));
}

// Reads the captions among the lines around the headline; a credit on a line of its own takes the line above as its caption.
function readHeadFigures(marked: readonly Marked[], from: number, to: number, taken: ReadonlySet<number>): readonly PlacedFigure[] {
  const figures: PlacedFigure[] = [];
  for (let at = from; at < to; at += 1) {
    const entry = marked[at];
    if (!entry || taken.has(at)) continue;
    if (entry.is.kind === "caption") {
      figures.push(withNeighbour(marked, { caption: entry.is.caption, at, creditAt: at }, from, to, taken));
    } else if (hasCaptionCue(entry.line.text) && entry.line.words <= 60) {
      figures.push({ figure: { caption: entry.line.text, credit: null }, captionAt: at, creditAt: at });
    }
  }
  return merge(figures);
}

/** Turns captions found in the body into figures. */
export function bodyFigures(captions: readonly PlacedCaption[]): readonly PlacedFigure[] {
  return merge(
    captions.map(({ caption, at, creditAt }) => ({
      figure: { caption: caption.caption, credit: caption.credit },
      captionAt: at,
      creditAt,
    })),
  );
}

function withNeighbour(
  marked: readonly Marked[],
  placed: PlacedCaption,
  from: number,
  to: number,
  taken: ReadonlySet<number>,
): PlacedFigure {
  const { caption, at } = placed;
  const plain = { figure: { caption: caption.caption, credit: caption.credit }, captionAt: at, creditAt: at };
  if (caption.caption !== null) return plain;
  const beside = captionBeside(marked, at, (place) => place >= from && place < to && !taken.has(place));
  const found = beside === null ? undefined : marked[beside];
  return found && beside !== null
    ? { figure: { caption: found.line.text, credit: caption.credit }, captionAt: beside, creditAt: at }
    : plain;
}

/** The line that a credit on a line of its own belongs to: the one above, or the one below if only that stands right beside it. */
export function captionBeside(marked: readonly Marked[], at: number, free: (place: number) => boolean): number | null {
  const group = marked[at]?.line.group;
  const fits = (place: number, fewest: number): boolean => {
    const entry = marked[place];
    const text = entry?.is.kind === "short" || entry?.is.kind === "prose";
    return entry !== undefined && text && free(place) && entry.line.words >= fewest && entry.line.words <= 60;
  };
  if (marked[at - 1]?.line.group === group && fits(at - 1, 2)) return at - 1;
  if (marked[at + 1]?.line.group === group && fits(at + 1, 3)) return at + 1;
  return fits(at - 1, 3) ? at - 1 : null;
}

// “Image source, X” and “Image caption, Y” are two lines of one figure.
function merge(figures: readonly PlacedFigure[]): readonly PlacedFigure[] {
  const merged: PlacedFigure[] = [];
  for (const next of figures) {
    const before = merged.at(-1);
    const near = before !== undefined && Math.abs(next.captionAt - before.creditAt) <= 2;
    if (before && near && before.figure.caption === null && next.figure.credit === null) {
      merged[merged.length - 1] = {
        figure: { caption: next.figure.caption, credit: before.figure.credit },
        captionAt: next.captionAt,
        creditAt: before.creditAt,
      };
    } else if (before && near && before.figure.credit === null && next.figure.caption === null) {
      merged[merged.length - 1] = {
        figure: { caption: before.figure.caption, credit: next.figure.credit },
        captionAt: before.captionAt,
        creditAt: next.creditAt,
      };
    } else {
      merged.push(next);
    }
  }
  return merged;
}
