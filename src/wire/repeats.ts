import { soundsLikeCaption } from "./caption.ts";
import type { Marked } from "./classify-lines.ts";

const near = 5;
const paragraph = 25;
const sentence = 15;

/**
 * Lines in the midst of the story that stand there more than once. A caption is shown small and large, within a few lines; a short line three times,
 * or a run of short lines twice, is furniture; of anything else the first stays. Where most of the page stands twice, only the second copy goes.
 */
export function findRepeats(marked: readonly Marked[], first: number, last: number): ReadonlyMap<number, "caption" | "furniture"> {
  const places = new Map<string, number[]>();
  let copies = 0;
  for (let at = first; at <= last; at += 1) {
    const entry = marked[at];
    if (!entry || !isCopy(entry)) continue;
    copies += 1;
    const found = places.get(entry.line.text);
    if (found) found.push(at);
    else places.set(entry.line.text, [at]);
  }
  const again = new Set([...places.values()].filter((found) => found.length > 1).flat());
  const twofold = again.size > copies / 2;
  const result = new Map<number, "caption" | "furniture">();
  for (const [text, found] of places) {
    const [one, two] = found;
    if (one === undefined || two === undefined) continue;
    const words = marked[one]?.line.words ?? 0;
    const run = found.every((at) => again.has(nextCopy(marked, at, 1)) || again.has(nextCopy(marked, at, -1)));
    if (found.length === 2 && two - one <= near && words >= 6 && soundsLikeCaption(text)) result.set(one, "caption").set(two, "furniture");
    else if (
      !twofold &&
      ((found.length > 2 && words < sentence && marked[one]?.is.kind !== "prose") || (found.length === 2 && run && words < paragraph))
    )
      for (const at of found) result.set(at, "furniture");
    else if (found.length === 2) result.set(two, "furniture");
  }
  return result;
}

const isCopy = ({ is }: Marked): boolean => is.kind === "prose" || is.kind === "short" || is.kind === "item";

function nextCopy(marked: readonly Marked[], at: number, step: 1 | -1): number {
  for (let next = at + step; Math.abs(next - at) <= 3; next += step) {
    const entry = marked[next];
    if (entry && isCopy(entry)) return next;
  }
  return -1;
}
