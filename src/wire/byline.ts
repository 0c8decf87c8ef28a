import { isHouse, isKnownAgency, isWire } from "./agencies.ts";
import { endsSentence } from "./lines.ts";
import type { WireName } from "./parsed-wire.ts";
import { isPersonName, isRole, readName } from "./person-name.ts";
import { type Stamp, scanStamps } from "./wire-dates.ts";

/** A line that names who wrote something, perhaps with a time in the same line. */
export interface BylineLine {
  readonly names: readonly WireName[];
  readonly stamps: readonly Stamp[];
  /** `lead`: the line says “By”. `role`: a name with its role or agency. `bare`: nothing but a name. */
  readonly shape: "lead" | "role" | "bare";
}

const genre =
  "(?:an? )?(?:analysis|opinion|comment|commentary|interview|column|review|explainer|essay|feature|kolumne|kommentar|analyse|bericht|gastbeitrag|reportage|essai|chronique)";
const lead = new RegExp(
  String.raw`^[-–—|•·\s]*(?:(?:written|story|report|reported|reporting|posted|published|text|words|article|contributed|compiled|edited and reported)\s+by|${genre}\s+(?:by|von|par|di|door)|by|authors?|autor(?:in|a|es|en)?|reporter|text|par|por|von|di|da|door|av|oleh|imeandikwa na|na|बाय|بقلم|كتب|كتبت|تقرير|автор|текст)(?:\s*[:|]\s*|\s+)(?=[\p{Lu}\p{Lo}@"“])`,
  "iu",
);
const places =
  /^(?:new|los|las|san|santa|port|hong|cape|addis|abu|tel|saint|st\.?|north|south|east|west|central|el|dar|rio|buenos|kuala|sri|united|washington|mexico|puerto)$/i;

function clean(text: string): string {
  return text
    .replace(/\s*\S+@\S+\.\S+/g, "")
    .replace(/\s*[([]?@[\w.]+[)\]]?/g, "")
    .replace(/\s+\d{1,2}\s*-?\s*min(?:ute)?s?(?:\s+(?:read|to read|listen|watch))?$/i, "")
    .replace(/^[\s,|•·:–—/-]+|[\s,|•·:;–—/-]+$/g, "")
    .replace(/\s+(?:on|at|follow)$/i, "")
    .trim();
}

// Pages lose the space between a name and its role when copied: “Ann BellStaff Writer”, “byAnn Bell”.
const unglue = (text: string): string =>
  text
    .replace(/(?<=\p{Ll}{2})\d{1,2}(?=\s*(?:,|&|$))/gu, "")
    .replace(/^by(?=\p{Lu}\p{Ll})/u, "by ")
    .replace(/(\p{Lu}\p{Ll}{3,})(?=\p{Lu}\p{L}{2,})/gu, "$1, ");

const withFiles = /\s+with (?:files|reporting|additional reporting|contributions?)(?: from| by)?\s.*$/i;

const none = { role: null, affiliation: null };

function readNames(content: string, leads: boolean): readonly WireName[] | null {
  const segments = clean(content)
    .split(/\s*(?:\||•|·|;|\t|\s[–—-]\s|\/)\s*|,\s*(?=\S)/)
    .map(clean)
    .filter((part) => part !== "");
  const names: WireName[] = [];
  let loose = 0;
  for (const [at, segment] of segments.entries()) {
    const parts = segment
      .split(/\s+(?:and|&|et|und|y|og|och|with|mit|avec|na)\s+|^(?:and|&)\s+/i)
      .map(clean)
      .filter((part) => part !== "");
    const found = parts.map((part) => readName(part, leads && at === 0 && segments.length === 1, leads));
    const role = isRole(segment) && !isKnownAgency(segment) && (names.length > 0 || found.every((name) => name === null));
    const whole = parts.length === 1 && isHouse(segment) && !role ? readName(segment, true, leads) : null;
    if (whole?.kind === "agency" || (!role && found.length === 1 && found[0]?.kind === "agency" && names.length > 0)) {
      const agency = whole?.name ?? segment;
      const last = names.at(-1);
      if (last?.kind === "person" && !(at > 1 && names.some((name) => name.affiliation)))
        names[names.length - 1] = { ...last, affiliation: agency };
      else if (names.length === 0) names.push({ kind: "agency", name: agency, ...none });
      continue;
    }
    const real = found.filter((name) => name !== null);
    if (at > 0 && isShouted(segment) && names.some((name) => !isShouted(name.name))) {
      const last = names.at(-1);
      if (last) names[names.length - 1] = { ...last, affiliation: last.affiliation ?? segment };
    } else if (real.length === parts.length && !role && (at === 0 || continues(segments, at, segment))) {
      names.push(...real);
    } else if (role && names.length > 0) {
      const last = names.at(-1);
      if (last) names[names.length - 1] = { ...last, role: last.role ?? segment };
      loose += segment.split(" ").length > 12 ? 20 : 0;
    } else if (names.length === 0) {
      return null;
    } else {
      loose += segment.split(" ").length;
    }
  }
  return names.length > 0 && loose <= (leads ? 5 : 2) ? names : null;
}

const isShouted = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}{3}/u.test(text);

// After a comma stands another author or a place: authors go on until an “and”.
function continues(segments: readonly string[], at: number, segment: string): boolean {
  if (places.test(segment.split(" ")[0] ?? "")) return false;
  const conjoined = segments.slice(at).some((part) => /(?:^|\s)(?:and|&)\s/.test(part));
  return (
    conjoined ||
    (segments.length > 2 && at < segments.length - 1 && isPersonName(segment)) ||
    (segments.length === 2 && isPersonName(segment))
  );
}

// Two sentences are no byline; the full stops of initials and titles end none.
const twoSentences = /\p{L}{3}[.!?]["'”’]?\s+\p{Lu}\p{L}+\s+\p{Ll}/u;

/** Reads a line as a byline; `null` when it is none. */
export function readByline(text: string): BylineLine | null {
  if (text.length > 200 || text.length < 2 || /^["“‘«]/.test(text) || (text.length > 70 && endsSentence(text))) return null;
  const { stamps, rest } = scanStamps(text.replace(/\t|\s{2,}/g, " | "));
  const line = clean(unglue(rest).replace(/^(?:posted|published|updated)\s+(?=by\b)/i, "")).replace(withFiles, "");
  if (line === "" || twoSentences.test(line)) return null;
  const match = lead.exec(line);
  // “Ann Bell/dpa” without spaces is whose picture it is.
  if (!match && line.split("/").length === 2 && !/\s\/|\/\s/.test(line) && line.split("/").some((part) => isKnownAgency(part))) return null;
  if (match) {
    const names = readNames(line.slice(match[0].length), true);
    return names?.every((name) => name.kind === "agency" || isPersonName(name.name, true)) ? { names, stamps, shape: "lead" } : null;
  }
  const embedded = /\s(?:by|By)\s+(\p{Lu}.*)$/u.exec(line);
  const written = /(?:written|posted|reported|story) by\s/i.test(line);
  if (embedded && (line.split(" ").length <= 8 || written) && stamps.length > 0) {
    const names = readNames(embedded[1] ?? "", true);
    if (names) return { names, stamps, shape: "lead" };
  }
  if (isWire(line) || (isKnownAgency(line) && line.length > 3))
    return { names: [{ kind: "agency", name: line, ...none }], stamps, shape: "bare" };
  const names = readNames(line, false);
  const first = names?.[0];
  if (!names || !first) return null;
  // “AFP, MANILA” and “Reuters, Ann Bell”: the agency leads.
  if (first.kind === "agency") return isWire(first.name) && line.split(" ").length <= 5 ? { names, stamps, shape: "role" } : null;
  if (/(?:^|\s)@\w{2,}/.test(text)) return { names, stamps, shape: "role" };
  return { names, stamps, shape: names.some((name) => name.role ?? name.affiliation) ? "role" : "bare" };
}
