import { monthOf, weekdayOf } from "./date-words.ts";

export type AgeUnit = "second" | "minute" | "hour" | "day" | "week" | "month" | "year";

/** A time as it stands in the copy, not yet resolved. */
export interface Stamp {
  readonly label: "published" | "updated" | null;
  /** The words without the label, verbatim, and where they stand in the line. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly weekday: number | null;
  readonly date: {
    readonly year: number | null;
    readonly month: number;
    readonly day: number;
    readonly dayFirst: "certain" | "unsure";
  } | null;
  readonly age: { readonly count: number; readonly unit: AgeUnit } | null;
  readonly time: { readonly hour: number; readonly minute: number } | null;
  readonly zone: string | null;
}

/** The stamps in a line, and what is left of the line without them. */
export interface StampScan {
  readonly stamps: readonly Stamp[];
  readonly rest: string;
}

type Token =
  | { readonly kind: "label"; readonly updated: boolean }
  | { readonly kind: "weekday"; readonly day: number }
  | { readonly kind: "date"; readonly date: NonNullable<Stamp["date"]> }
  | { readonly kind: "age"; readonly count: number; readonly unit: AgeUnit }
  | { readonly kind: "time"; readonly hour: number; readonly minute: number }
  | { readonly kind: "zone"; readonly zone: string }
  | { readonly kind: "filler" };

interface Found {
  readonly token: Token;
  readonly length: number;
}

const labelShape =
  /(?:(?:first|last|originally|date|article|artikel|zuerst|zuletzt|sist|son)\s+)?(published|posted|updated|modified|created|uploaded|issued|revised|publi[eé]e?|mis [aà] jour|modifi[eé]|publicado|actualizado|atualizado|ver[oö]ffentlicht|publiziert(?: am)?|erstellt(?: am)?|aktualisiert|stand|pubblicato|aggiornato|gepubliceerd|bijgewerkt|diterbitkan|imechapishwa|publisert|oppdatert|publicerad|uppdaterad|offentliggjort|opdateret|udgivet|julkaistu|päivitetty|publikacja|opublikowano|aktualizacja|yayınlanma|güncelleme|giriş|geschrieben|date|time|updated on)(?!\p{L})(?:\s+(?:date|time)(?!\p{L}))?(?:\s*(?:on|at|le|el|am|em|il|op)(?!\p{L}))?[\s:]*/iuy;
const wordShape = /[\p{L}][\p{L}-]*\.?/uy;
const isoShape = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)[T,]?/y;
const numericShape = /(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/])/y;
const cjkShape = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?/y;
const monthFirst = /([\p{L}]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s+(?:at\s+)?((?:19|20)\d\d))?/uy;
const dayFirst = /(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:of\s+|de\s+|d')?([\p{L}]{3,11})\b\.?(?:,?[\s-]*(?:de\s+)?((?:19|20)\d\d))?/uy;
const clock = /(\d{1,2})\s*[:.h]\s*(\d\d)(?::\d\d(?:\.\d+)?)?\s*(?:([ap])\.?\s?m\b\.?)?/iy;
const hourOnly = /(\d{1,2})\s*([ap])\.?\s?m\b\.?/iy;
const military = /([01]\d|2[0-3])([0-5]\d)\s*(?=(?:hrs|hours|gmt|utc|eat|cat|wat|est|edt|bst|h)\b)(?:hrs|hours|h)?/iy;
const zoneShape =
  /\(?((?:UTC|GMT)\s*[+-]\s*\d{1,2}(?::?\d\d)?|[+-]\d\d:?\d\d|Z\b|[A-Z]{2,4}(?:\b|(?=[A-Z][a-z]))|[A-Z]\.[A-Z]\.(?:[A-Z]\.)?)\)?/y;
const ageShape =
  /(?:about\s+|over\s+)?(\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s*\+?\s*(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|mos?|mths?|years?|yrs?|y)\.?\s+ago\b/iy;
const foreignAge =
  /(?:il y a|hace|h[aá]|vor|fa)\s+(\d{1,4}|un[ae]?|uma?|einer?|einem)\s+(seconde?s?|segundos?|sekunden?|minut[eo]s?|minuten?|min|heures?|horas?|stunden?|std|h|jours?|d[ií]as?|tag(?:en|e)?|semaines?|semanas?|wochen?|mois|mes(?:es)?|monat(?:en|e)?|an(?:s|os|n[eé]es)?|a[nñ]os?|jahr(?:en|e)?)\b\.?/iuy;
const dayWords =
  /(just now|moments ago|today|yesterday|aujourd[’']hui|hier|hoy|ayer|heute|gestern|hoje|ontem)(?!\p{L})(?!\s+(?!at\b)\p{Ll})/iuy;
const separators = /[\s|•·,;:()[\]–—/-]+/y;
const fillerWords =
  /(?:at|on|le|el|um|uhr|às|à|alle)(?!\p{L})|\d{1,2}[\s-]*min(?:ute)?s?\s+(?:read|watch|listen)(?!\p{L})|(?:read|reading)\s+time:?/iuy;
/[\s|•·,;:()[\]–—/-]+|(?:at|on|the|le|el|um|às|à|alle)\b|\d{1,2}[\s-]*min(?:ute)?s?\s+(?:read|watch|listen)\b|(?:read|reading)\s+time:?/iuy;

const unitNames: ReadonlyMap<string, AgeUnit> = new Map([
  ["s", "second"],
  ["m", "minute"],
  ["h", "hour"],
  ["d", "day"],
  ["j", "day"],
  ["t", "day"],
  ["w", "week"],
  ["y", "year"],
  ["a", "year"],
]);
const countWords: ReadonlyMap<string, number> = new Map(
  ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"].map((word, at) => [word, at + 1]),
);

function unitOf(word: string): AgeUnit {
  const name = word.toLowerCase();
  if (/^(?:mo|mth|mois|mes|monat)/.test(name)) return "month";
  if (/^(?:min)/.test(name)) return "minute";
  if (/^(?:st|ho|he|hr)/.test(name)) return "hour";
  if (/^(?:sem|wo)/.test(name)) return "week";
  if (/^jahr/.test(name)) return "year";
  return unitNames.get(name.charAt(0)) ?? "day";
}

function shapeAt(shape: RegExp, text: string, at: number): RegExpExecArray | null {
  shape.lastIndex = at;
  return shape.exec(text);
}

function validDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

function dateFrom(
  year: string | undefined,
  month: number,
  day: string | undefined,
  sure: "certain" | "unsure",
  length: number,
): Found | null {
  const date = { year: year ? Number(year.length === 2 ? `20${year}` : year) : null, month, day: Number(day), dayFirst: sure };
  return validDay(date.month, date.day) ? { token: { kind: "date", date }, length } : null;
}

function readDate(text: string, at: number): Found | null {
  const iso = shapeAt(isoShape, text, at) ?? shapeAt(cjkShape, text, at);
  if (iso) return dateFrom(iso[1], Number(iso[2]), iso[3], "certain", iso[0].length);
  const numeric = shapeAt(numericShape, text, at);
  if (numeric) {
    const first = Number(numeric[1]);
    const second = Number(numeric[3]);
    const monthLeads = second > 12;
    const unsure = first <= 12 && second <= 12 && first !== second && numeric[2] === "/";
    return dateFrom(
      numeric[4],
      monthLeads ? first : second,
      monthLeads ? numeric[3] : numeric[1],
      unsure ? "unsure" : "certain",
      numeric[0].length,
    );
  }
  const named = shapeAt(monthFirst, text, at);
  const month = named ? monthOf(named[1] ?? "") : null;
  if (named && month) return dateFrom(named[3], month, named[2], "certain", named[0].length);
  const later = shapeAt(dayFirst, text, at);
  const laterMonth = later ? monthOf(later[2] ?? "") : null;
  if (later && laterMonth) return dateFrom(later[3], laterMonth, later[1], "certain", later[0].length);
  return null;
}

function readTime(text: string, at: number): Found | null {
  const found = shapeAt(military, text, at) ?? shapeAt(clock, text, at);
  const short = found ? null : shapeAt(hourOnly, text, at);
  const match = found ?? short;
  if (!match) return null;
  const half = (short ? match[2] : match[3])?.toLowerCase();
  let hour = Number(match[1]);
  const minute = short ? 0 : Number(match[2]);
  if (half === "p" && hour < 12) hour += 12;
  if (half === "a" && hour === 12) hour = 0;
  return hour < 24 && minute < 60 ? { token: { kind: "time", hour, minute }, length: match[0].length } : null;
}

function readAge(text: string, at: number): Found | null {
  const match = shapeAt(ageShape, text, at) ?? shapeAt(foreignAge, text, at);
  if (match) {
    const word = (match[1] ?? "").toLowerCase();
    const count = /^\d/.test(word) ? Number(word) : (countWords.get(word) ?? 1);
    return { token: { kind: "age", count, unit: unitOf(match[2] ?? "") }, length: match[0].length };
  }
  const day = shapeAt(dayWords, text, at);
  if (!day) return null;
  const word = (day[1] ?? "").toLowerCase();
  if (/now|moments/.test(word)) return { token: { kind: "age", count: 0, unit: "minute" }, length: day[0].length };
  const past = /^(?:yesterday|hier|ayer|gestern|ontem)/.test(word);
  return { token: { kind: "age", count: past ? 1 : 0, unit: "day" }, length: day[0].length };
}

function readToken(text: string, at: number, before: Token | null): Found | null {
  const label = shapeAt(labelShape, text, at);
  if (label)
    return {
      token: { kind: "label", updated: /^(?:upd|mod|rev|mis|actu|atu|akt|agg|bij|opp|upp|opd|päi|gün)/i.test(label[1] ?? "") },
      length: label[0].length,
    };
  const found = readAge(text, at) ?? readDate(text, at) ?? readTime(text, at);
  if (found) return found;
  if (before?.kind === "time") {
    const zone = shapeAt(zoneShape, text, at);
    if (zone && zone[0] !== "") return { token: { kind: "zone", zone: zone[1] ?? "" }, length: zone[0].length };
  }
  const word = shapeAt(wordShape, text, at);
  const weekday = word ? weekdayOf(word[0]) : null;
  if (word && weekday) return { token: { kind: "weekday", day: weekday }, length: word[0].length };
  return null;
}

/** Whether a line begins with “Published”, “Updated” or the like and a time. */
export function isStampLabel(text: string): boolean {
  return text.length <= 80 && shapeAt(labelShape, text, 0) !== null && /\d/.test(text);
}

interface Draft {
  label: "published" | "updated" | null;
  start: number;
  end: number;
  weekday: number | null;
  date: Stamp["date"];
  age: Stamp["age"];
  time: Stamp["time"];
  zone: string | null;
}

const emptyDraft = (at: number): Draft => ({
  label: null,
  start: at,
  end: at,
  weekday: null,
  date: null,
  age: null,
  time: null,
  zone: null,
});

// A word glued to the one before (`20197:05 AM ESTUpdated`) still starts a token: pages lose their spaces when copied.
// A date may stick to a name: “Ann Bell24.04.2024”.
const wordStart = (text: string, at: number): boolean =>
  at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) || (/\d/.test(text.charAt(at)) && /\p{Ll}/u.test(text.charAt(at - 1)));

/** Finds the dates, times and ages in one line, at most its first 240 code units. */
export function scanStamps(line: string): StampScan {
  const text = line.slice(0, 240);
  const stamps: Stamp[] = [];
  const rest: string[] = [];
  let draft = emptyDraft(0);
  let before: Token | null = null;
  let glued = false;
  const close = (at: number): void => {
    if (draft.date || draft.age) {
      stamps.push({ ...draft, words: text.slice(draft.start, draft.end).trim() });
      rest.push(" | ");
    } else if (draft.end > draft.start && draft.label === null) rest.push(text.slice(draft.start, draft.end));
    draft = emptyDraft(at);
  };
  let at = 0;
  while (at < text.length) {
    const found: Found | null = wordStart(text, at) || glued ? readToken(text, at, before) : null;
    if (found) {
      take(found.token, found.length);
      at += found.length;
      before = found.token;
      glued = true;
      continue;
    }
    glued = false;
    const filler = shapeAt(separators, text, at) ?? (before && wordStart(text, at) ? shapeAt(fillerWords, text, at) : null);
    if (filler && filler[0] !== "") {
      rest.push(/^[\s|•·,;:()[\]–—/-]/.test(filler[0]) ? filler[0] : " ");
      at += filler[0].length;
      continue;
    }
    close(at);
    before = null;
    const stop = nextBreak(text, at);
    rest.push(text.slice(at, stop));
    at = stop;
  }
  close(at);
  return { stamps, rest: `${rest.join("")}${line.slice(240)}`.replace(/\s+/g, " ").trim() };

  function take(token: Token, length: number): void {
    const end = at + length;
    if (token.kind === "label") {
      close(at);
      draft = { ...emptyDraft(end), label: token.updated ? "updated" : "published" };
      return;
    }
    const full =
      (token.kind === "date" && draft.date) ||
      (token.kind === "age" && draft.age) ||
      (token.kind === "weekday" && draft.weekday && draft.date);
    if (full || (token.kind === "age" && draft.date)) close(at);
    if (draft.end === draft.start) draft.start = at;
    draft.end = end;
    if (token.kind === "weekday") draft.weekday = token.day;
    if (token.kind === "date") draft.date = token.date;
    if (token.kind === "age") draft.age = { count: token.count, unit: token.unit };
    if (token.kind === "time") draft.time = { hour: token.hour, minute: token.minute };
    if (token.kind === "zone") draft.zone = token.zone;
  }
}

function nextBreak(text: string, at: number): number {
  let stop = at + 1;
  const inWord = (place: number): boolean => /[\p{L}\p{N}'’.@_-]/u.test(text.charAt(place));
  while (stop < text.length && inWord(stop) && inWord(at) && !(wordStart(text, stop) && /\d/.test(text.charAt(stop)))) stop += 1;
  return stop;
}
