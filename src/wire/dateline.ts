import { isHouse } from "./agencies.ts";
import { type Stamp, scanStamps } from "./wire-dates.ts";

/** The place, and perhaps the day and the agency, before the first sentence: `PORT VELMAR, Nov. 7 (Xinhua) --`. */
export interface Dateline {
  readonly place: string;
  readonly agency: string | null;
  readonly stamp: Stamp | null;
  /** Code units of the paragraph that the dateline takes, with its dash and the space after it. */
  readonly length: number;
}

const dash = /^(.{2,90}?)(?:\s*(?:--|[–—])\s*|\s+-\s+)(?=[\p{Lu}\p{Lo}\d"“'‘«„(])/u;
const closed =
  /^([\p{Lu}][\p{L}'’. -]{1,40}(?:,\s[\p{Lu}][\p{L}'’. -]{1,30}){0,2}\s*\((?:[\p{Lu}][\p{L}. -]{1,30})\))\s*[:.]?\s+(?=[\p{Lu}"“])/u;
const capitals = /^((?:\p{Lu}{2,}[\p{Lu}'’. -]*){1,4}(?:,\s+[\p{Lu}][\p{L}. ]{1,25})?):\s+(?=[\p{Lu}"“])/u;

/** Reads the dateline of a paragraph; `null` when it begins with the story itself. */
export function readDateline(paragraph: string): Dateline | null {
  const head = paragraph.slice(0, 140);
  const match = dash.exec(head) ?? closed.exec(head) ?? capitals.exec(head);
  const words = match?.[1];
  if (!match || !words) return null;
  const agency = /\(([^()]{2,40})\)\s*$/.exec(words)?.[1] ?? null;
  const { stamps, rest } = scanStamps(words.replace(/\s*\([^()]*\)\s*$/, ""));
  const stamp = stamps[0] ?? null;
  const [before = "", after = ""] = rest.split("/");
  const slashed = after !== "" && isHouse(after.trim()) ? after.trim() : null;
  const place = (slashed ? before : rest).replace(/[\s,.:|]+$/, "").trim();
  const named = agency !== null && /^\p{Lu}/u.test(agency) ? agency : slashed;
  if (place === "" && named !== null && isHouse(named)) return { place: "", agency: named, stamp, length: match[0].length };
  if (!isPlace(place)) return null;
  const shouted = /^\p{Lu}[\p{Lu}'’. -]+(?:,|$)/u.test(place) && place.length > 3;
  if (!shouted && named === null && stamp === null && !/^.{2,40},\s/.test(place) && dash.exec(head) === null) return null;
  return { place, agency: named, stamp, length: match[0].length };
}

function isPlace(text: string): boolean {
  const words = text.split(/\s+/);
  if (text.length < 3 || text.length > 60 || words.length > 7) return false;
  return (
    words.every((word) => /^[\p{Lu}\p{Lo}]/u.test(word) || /^(?:de|la|el|du|al|of|and|sur|upon|am|dos|d'|and|&|near)$/.test(word)) &&
    !/[!?"“”]/.test(text)
  );
}
