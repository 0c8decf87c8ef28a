import { isHouse, isKnownAgency } from "./agencies.ts";
import { monthOf, weekdayOf } from "./date-words.ts";
import type { WireName } from "./parsed-wire.ts";

const particle = /^(?:de|da|das|do|dos|del|della|di|du|van|von|der|den|ter|la|le|el|al|bin|bint|ibn|wa|ole|of|y|e|st\.?)$/;
const nameToken = /^(?:[\p{Lu}\p{Lo}][\p{L}'’.-]*|(?:Ma?c|O['’]|[dDlL]['’])\p{Lu}[\p{L}'’-]*|al-\p{Lu}[\p{L}-]*)$/u;
const title = /^(?:dr|prof|professor|mr|mrs|ms|sir|dame|rev|fr|capt|col|gen|lt|hon|amb|eng)\.?\s+/i;
const roleHead =
  /^(?:editor|reporter|correspondent|writer|columnist|producer|journalist|contributor|analyst|fellow|professor|lecturer|author|chief|director|intern|photographer|critic|blogger|researcher|specialist|editor-in-chief|presenter|freelance|freelancer|staff|redakteur(?:in)?|redaktor(?:in)?|reporterin|korrespondent(?:in)?|autor(?:in)?|journalistin?|journaliste|giornalista|periodista|redactora?|corresponsal|rédact(?:eur|rice))$/i;
const roleModifier =
  /^(?:senior|junior|staff|chief|guest|head|lead|deputy|managing|executive|assistant|associate|contributing|special|freelance|trainee|group|news|politics|political|parliamentary|diplomatic|health|business|economics?|financial?|markets|money|consumer|property|sports?|football|opinion|national|international|foreign|world|local|city|county|regional|bureau|europe|africa|asia|us|uk|eu|education|science|technology|tech|environment|climate|energy|transport|legal|crime|courts?|defen[cs]e|security|religion|royal|culture|arts|entertainment|travel|food|fashion|lifestyle|features?|film|music|tv|media|investigative|investigations|data|digital|multimedia|audience|social|content|online|weekend|breaking)$/i;
const roleWords = /\b(?:special to|for the)\b/i;
const notFirst =
  /^(?:the|a|an|any|this|that|these|those|if|when|why|how|what|who|where|is|are|was|in|on|at|for|from|with|after|before|our|your|my|we|you|it|no|not|all|more|most|read|view|see|watch|click|share|follow|sign|log|home|about|contact|news|breaking|live|latest|top|related|comments?|photo|image|video|getty|new|north|south|east|west|middle|united|full|terms|privacy|subscribe|advertisement|mr|mrs|last|next|first|one|two|three|key|and|or|but|by|to)$/i;
// Words that stand in buttons and headings of several languages, and in no name.
const notInside =
  /^(?:the|for|your|our|with|from|this|that|you|is|are|to|now|para|und|oder|mit|für|pour|avec|dans|con|por|per|och|og|voor|met)$/i;

const none = { role: null, affiliation: null };

/** Whether words read as the name of a person: two to five capitalised words, or one where `single` is allowed. */
export function isPersonName(text: string, single = false): boolean {
  const words = text.replace(title, "").trim().split(/\s+/);
  if (text.length > 60 || words.length > 6 || (words.length < 2 && !single)) return false;
  if (!words.every((word) => nameToken.test(word) || particle.test(word))) return false;
  const first = words[0] ?? "";
  const last = words.at(-1) ?? "";
  if (notFirst.test(first) || roleModifier.test(first) || particle.test(last) || monthOf(last) !== null) return false;
  if (roleHead.test(last) || words.some((word) => notInside.test(word))) return false;
  if (words.some((word) => weekdayOf(word) !== null && word.length > 3)) return false;
  return words.filter((word) => nameToken.test(word)).length >= Math.min(2, words.length);
}

/** Whether words name what somebody does for a paper: `Political editor`. */
export function isRole(text: string): boolean {
  return roleWords.test(text) || text.split(/[^\p{L}-]+/u).some((word) => roleHead.test(word));
}

interface NameAndRole {
  readonly person: string;
  readonly role: string | null;
}

// “Ann Bell Political Editor” has no comma: the role begins at the first word that only roles have.
function splitRole(text: string): NameAndRole {
  const words = text.split(/\s+/);
  const leading = words.findIndex((word) => roleHead.test(word));
  if (leading >= 0 && leading < words.length - 1 && words.slice(0, leading).every((word) => /^[A-Z][\w-]*$/.test(word))) {
    const person = words.slice(leading + 1).join(" ");
    if (isPersonName(person)) return { person, role: words.slice(0, leading + 1).join(" ") };
  }
  if (words.length < 3 || words.length > 9 || !words.slice(2).some((word) => roleHead.test(word))) return { person: text, role: null };
  const head = words.findIndex((word, at) => at >= 2 && (roleHead.test(word) || roleModifier.test(word)));
  return { person: words.slice(0, head).join(" "), role: words.slice(head).join(" ") };
}

/** Reads one name with its role, its place or its paper; `null` when it is none. A lone word is a name only where `single` is allowed. */
export function readName(text: string, single: boolean, leads: boolean): WireName | null {
  const inside = /^(.{2,60}?)\s*[([]([^()[\]]{2,40})[)\]]$/.exec(text);
  const core = (inside?.[1] ?? text).trim();
  const placed = /^(.{3,50}?)\s+(in|at|from|for|reporting from)\s+((?:the\s+)?\p{Lu}.{1,40})$/u.exec(core);
  // Without “By”, only a place may follow a name: “… for March” is the end of a headline.
  const apart = leads || (placed?.[2] === "in" && (placed[1] ?? "").split(" ").length <= 3);
  const name = apart ? (placed?.[1] ?? core) : core;
  const extra = inside?.[2] ?? null;
  const { person, role } = splitRole(name);
  const signed = role !== null && isPersonName(person) && !isHouse(person);
  if (isHouse(name) && !signed && !isPersonWithHouseWord(name)) return { kind: "agency", name, ...none };
  if (!isPersonName(person, single)) return null;
  const employer = apart && placed?.[2] === "for" ? (placed[3] ?? "").replace(/^the\s+/, "") : null;
  return { kind: "person", name: person, role, affiliation: extra && isHouse(extra) ? extra : employer };
}

// “Emily Post” and “Ann Standard” are people; “Daily Post” is a paper. A first name cannot be told, so only initials speak for a person.
function isPersonWithHouseWord(name: string): boolean {
  return /^\p{L}+ \p{Lu}\. \p{L}+$/u.test(name) && !isKnownAgency(name);
}
