import { isHouse, isKnownAgency } from "./agencies.ts";
import { monthOf, weekdayOf } from "./date-words.ts";
import { endsSentence } from "./lines.ts";
import type { WireName } from "./parsed-wire.ts";
import { type Stamp, scanStamps } from "./wire-dates.ts";

/** A line that names who wrote something, perhaps with a time in the same line. */
export interface BylineLine {
  readonly names: readonly WireName[];
  readonly stamps: readonly Stamp[];
  /** `lead`: the line says “By”. `role`: a name with its role or agency. `bare`: nothing but a name. */
  readonly shape: "lead" | "role" | "bare";
}

const lead =
  /^[-–—|•·\s]*(?:(?:written|story|report|reported|reporting|posted|published|text|words|article|contributed|compiled|edited and reported)\s+by|by|author|reporter|par|por|von|di|da|door|av|oleh|imeandikwa na|na|बाय|بقلم|كتب|كتبت|تقرير|автор|текст)(?:\s*[:|]\s*|\s+)(?=[\p{Lu}\p{Lo}@"“])/iu;
const particle = /^(?:de|da|das|do|dos|del|della|di|du|van|von|der|den|ter|la|le|el|al|bin|bint|ibn|wa|ole|of|y|e|st\.?)$/;
const nameToken = /^(?:[\p{Lu}\p{Lo}][\p{L}'’.-]*|(?:Ma?c|O['’]|[dDlL]['’])\p{Lu}[\p{L}'’-]*|al-\p{Lu}[\p{L}-]*)$/u;
const title = /^(?:dr|prof|professor|mr|mrs|ms|sir|dame|rev|fr|capt|col|gen|lt|hon|amb|eng)\.?\s+/i;
const roleWord =
  /\b(?:editor|reporter|correspondent|writer|columnist|producer|journalist|contributor|analyst|fellow|professor|lecturer|author|chief|director|intern|photographer|critic|blogger|researcher|specialist|editor-in-chief|presenter|freelance|special to|for the|staff)\b/i;
const notName =
  /^(?:the|a|an|any|this|that|these|those|if|when|why|how|what|who|where|is|are|was|in|on|at|for|from|with|after|before|our|your|my|we|you|it|no|not|all|more|most|read|view|see|watch|click|share|follow|sign|log|home|about|contact|news|breaking|live|latest|top|related|comments?|photo|image|video|getty|new|north|south|east|west|middle|united|full|terms|privacy|subscribe|advertisement|mr|mrs|last|next|first|one|two|three|key|and|or|but|by|to)$/i;
const places =
  /^(?:new|los|las|san|santa|port|hong|cape|addis|abu|tel|saint|st\.?|north|south|east|west|central|el|dar|rio|buenos|kuala|sri|united|washington|mexico|puerto)$/i;

/** Whether words read as the name of a person: two to five capitalised words, or one where `single` is allowed. */
export function isPersonName(text: string, single = false): boolean {
  const words = text.replace(title, "").trim().split(/\s+/);
  if (text.length > 60 || words.length > 6 || (words.length < 2 && !single)) return false;
  if (!words.every((word) => nameToken.test(word) || particle.test(word))) return false;
  const first = words[0] ?? "";
  const last = words.at(-1) ?? "";
  if (notName.test(first) || particle.test(last) || monthOf(last) !== null) return false;
  if (roleWord.test(last)) return false;
  if (words.some((word) => weekdayOf(word) !== null && word.length > 3)) return false;
  return words.filter((word) => nameToken.test(word)).length >= Math.min(2, words.length);
}

function clean(text: string): string {
  return text
    .replace(/\s*\S+@\S+\.\S+/g, "")
    .replace(/\s*[([]?@[\w.]+[)\]]?/g, "")
    .replace(/^[\s,|•·:–—/-]+|[\s,|•·:;–—/-]+$/g, "")
    .replace(/\s+(?:on|at)$/i, "")
    .trim();
}

// Pages lose the space between a name and its role when copied: “Ann BellStaff Writer”.
const unglue = (text: string): string => text.replace(/(\p{Lu}\p{Ll}{3,})(?=\p{Lu}\p{L}{2,})/gu, "$1, ");

const none = { role: null, affiliation: null };

function nameFrom(text: string, single: boolean): WireName | null {
  const inside = /^(.{2,60}?)\s*[([]([^()[\]]{2,40})[)\]]$/.exec(text);
  const core = (inside?.[1] ?? text).trim();
  const placed = /^(.{3,50}?)\s+(?:in|at|from|for|reporting from)\s+(\p{Lu}.{1,40})$/u.exec(core);
  const name = placed?.[1] ?? core;
  const extra = inside?.[2] ?? null;
  if (isHouse(name) && !isPersonWithHouseWord(name)) return { kind: "agency", name, ...none };
  const roleFirst = /^((?:[A-Z][\w-]*\s+)*(?:correspondent|reporter|editor|writer|columnist|analyst|intern|contributor))\s+(.+)$/i.exec(
    name,
  );
  const roleLast =
    /^(.+?)\s+((?:(?:senior|staff|chief|guest|political|health|business|sports?|opinion|national|education|science|foreign|deputy|managing)\s+)*(?:contributor|writer|reporter|correspondent|editor|columnist|journalist))$/i.exec(
      name,
    );
  const person = roleFirst?.[2] ?? roleLast?.[1] ?? name;
  if (!isPersonName(person, single)) return null;
  return {
    kind: "person",
    name: person,
    role: roleFirst?.[1] ?? roleLast?.[2] ?? null,
    affiliation: extra && isHouse(extra) ? extra : null,
  };
}

// “Emily Post” and “Ann Standard” are people; “Daily Post” is a paper. A first name cannot be told, so only initials speak for a person.
function isPersonWithHouseWord(name: string): boolean {
  return /^\p{L}+ \p{Lu}\. \p{L}+$/u.test(name) && !isKnownAgency(name);
}

function readNames(content: string, leads: boolean): readonly WireName[] | null {
  const segments = clean(content)
    .split(/\s*(?:\||•|·|;|\t|\s[–—-]\s|\/)\s*|,\s*(?=\S)/)
    .map(clean)
    .filter((part) => part !== "");
  const names: WireName[] = [];
  let loose = 0;
  for (const [at, segment] of segments.entries()) {
    const parts = segment
      .split(/\s+(?:and|&|et|und|with|na)\s+|^(?:and|&)\s+/i)
      .map(clean)
      .filter((part) => part !== "");
    const found = parts.map((part) => nameFrom(part, leads && at === 0 && segments.length === 1));
    const isRole = roleWord.test(segment) && !isKnownAgency(segment) && (names.length > 0 || found.every((name) => name === null));
    const whole = isHouse(segment) && !isRole ? nameFrom(segment, true) : null;
    if (whole?.kind === "agency" || (!isRole && found.length === 1 && found[0]?.kind === "agency" && names.length > 0)) {
      const agency = whole?.name ?? segment;
      const last = names.at(-1);
      if (last?.kind === "person" && !(at > 1 && names.some((name) => name.affiliation)))
        names[names.length - 1] = { ...last, affiliation: agency };
      else if (names.length === 0) names.push({ kind: "agency", name: agency, ...none });
      continue;
    }
    const real = found.filter((name) => name !== null);
    if (real.length === parts.length && !isRole && (at === 0 || continues(segments, at, segment))) {
      names.push(...real);
    } else if (isRole && names.length > 0) {
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

/** Reads a line as a byline; `null` when it is none. */
export function readByline(text: string): BylineLine | null {
  if (text.length > 200 || text.length < 3 || /^["“‘«]/.test(text) || (text.length > 70 && endsSentence(text))) return null;
  const { stamps, rest } = scanStamps(text.replaceAll("\t", "|"));
  const line = clean(unglue(rest).replace(/^(?:posted|published|updated)\s+(?=by\b)/i, ""));
  if (line === "" || /[.!?]["'”’]?\s+\p{Lu}\p{L}+\s+\p{Ll}/u.test(line)) return null;
  const match = lead.exec(line);
  if (match) {
    const content = line.slice(match[0].length);
    const names = readNames(content, true);
    return names?.every((name) => name.kind === "agency" || isPersonName(name.name, true)) ? { names, stamps, shape: "lead" } : null;
  }
  const embedded = /\s(?:by)\s+(\p{Lu}.*)$/u.exec(line);
  if (embedded && line.split(" ").length <= 8 && stamps.length > 0) {
    const names = readNames(embedded[1] ?? "", true);
    if (names) return { names, stamps, shape: "lead" };
  }
  if (isKnownAgency(line) && line.length > 3) return { names: [{ kind: "agency", name: line, ...none }], stamps, shape: "bare" };
  const names = readNames(line, false);
  if (!names || names[0]?.kind !== "person") return null;
  if (/(?:^|\s)@\w{2,}/.test(text)) return { names, stamps, shape: "role" };
  return { names, stamps, shape: names.some((name) => name.role ?? name.affiliation) ? "role" : "bare" };
}
