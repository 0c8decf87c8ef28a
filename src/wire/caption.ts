import { isKnownAgency } from "./agencies.ts";
import { endsSentence } from "./lines.ts";

/** A line read as the words of a picture. */
export interface CaptionLine {
  readonly caption: string | null;
  readonly credit: string | null;
  /** `certain`: the notation is used for pictures only. `likely`: it is also used otherwise. */
  readonly sure: "certain" | "likely";
}

const longest = 900;
const label =
  "(?:photos?|images?|pictures?|pics?|photographs?|photography|photographie|foto|fotos|bild|graphic|illustration|artwork|screengrab|screenshot|picha|isithombe|umfanekiso|kuva|zdjęcie|bilde|фото|nuotr|foto de)";
const labelled = new RegExp(
  String.raw`^(?:(.*?)(?:[\s([|–—-]+|(?<=[.!?”"])(?=credit|photo|picture|image|©)|(?<=\p{Ll})(?=(?:Credit|Photograph|Photo|Picture|Image):)))??(?:file\s+)?(?:(?:${label}|video)\s*(?:credits?|courtesy|source)\s*(?:of\b|by\b)?\s*[:|/–—-]?|${label}\s*(?:[:|/]|by\b|courtesy of\b|courtesy|via\b)|credits?\s*(?:photo|image)?\s*(?::|\.{2,3}|…)|quelle:|legende:|cr[eé]dits?(?:\s+(?:photo|image))?\s*:|courtesy(?: of)?\s*:?|image source,|source:|©|\(c\)|copyright(?!\s+(?:19|20)\d\d))\s*(\S.*)$`,
  "iu",
);
const bracketed = /^(.*?)\s*\[([^[\]]{2,90})\]\.?$/;
const bracketedOpen = /^(.*?)\s*\(([^()]{2,120})\)\.?$/;
const piped = /^(.+?)\s*[|]\s*([^|]{2,60})$/;
const agencyTail =
  /^(.*?[.!?"”)])\s*(?:[-–—]\s*)?((?:\p{Lu}[\p{L}.'’-]*\s+){0,4}\p{Lu}[\p{L}.'’-]*\s?(?:\/|via)\s?\p{Lu}[\p{L}.'’ /-]{1,60})$/u;
const slashCredit = /^((?:\p{Lu}[\p{L}.'’-]*\s*){1,4}\/\s?\p{Lu}[\p{L}.'’ /-]{1,60})$/u;
const creditVerb = /\b(?:photo|image|picture|photograph|courtesy|handout|file|via|getty|pool|shutterstock|reuters|afp|xinhua|ap|epa)\b/i;
const captionCue =
  /^(?:file\s*(?:photo|picture|image|pic)?\s*[-–—:,]|file (?:photo|picture|image)|image caption,?|photo caption|caption:|pictured|in this (?:file |undated )?(?:photo|image|picture|handout|frame)|a (?:file )?(?:photo|picture) of|an undated)|\((?:left|right|centre|center|l|r|c|from left|pictured|seated|standing)\)|\bin this (?:\w+ )?(?:photo|picture|image|frame|video grab)\b|\b(?:is|are) (?:seen|pictured)\b/i;
const notCredit =
  /^(?:video|audio|pdf|sic|updated?|update|live|opinion|watch|read|photos|gallery|exclusive|breaking|podcast|explainer|analysis|laughs|applause|citation needed|edit|\d+)$/i;

/** Whether words read as a credit: names, agencies, “Courtesy”, hardly anything in lower case. */
export function isCreditWords(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (text.length > 90 || words.length > 11 || words.length === 0 || notCredit.test(text.trim()) || !/\p{L}{2}/u.test(text)) return false;
  if (endsSentence(text) && words.length > 6) return false;
  const small = words.filter(
    (word) =>
      /^\p{Ll}/u.test(word) &&
      !isKnownAgency(word.replace(/[/,].*$/, "")) &&
      !/^(?:of|for|via|and|the|by|de|da|van|von|bin|al|du|del|photo|file|image|in|at|et|y|und)$/.test(word),
  );
  return (
    small.length === 0 ||
    (small.length === 1 && /\/\s?\p{Lu}/u.test(text)) ||
    (words.length > 3 && small.length === 1) ||
    /^(?:courtesy|file|handout|via|photo|pool)\b/i.test(text)
  );
}

const leadingLabel = new RegExp(String.raw`^(?:image source,|${label}\s*(?:credits?|courtesy|source|by)?\s*:)`, "i");

const endTrim = (text: string): string => text.replace(/[\s.|,;:–—-]+$/, "");
const captionTrim = (text: string | undefined): string | null => {
  const trimmed = (text ?? "")
    .replace(/^(?:image|photo) caption[,:]?\s*|^(?:caption|legende|bildunterschrift):\s*/i, "")
    .replace(/[\s|–—(-]+$/, "")
    .trim();
  return trimmed === "" ? null : trimmed;
};

function creditTrim(text: string): string {
  const inner = /^\((.*)\)$/.exec(text)?.[1] ?? text;
  return endTrim(inner)
    .replace(/^[\s,:|–—-]+/, "")
    .replace(/^(?:by|of|courtesy of)\s+/i, "")
    .replace(/[)\]]$/, (mark) => (inner.includes(mark === ")" ? "(" : "[") ? mark : ""));
}

/** Whether a line without a credit still speaks as a caption does: “File photo of …”, “(left)”. */
export function hasCaptionCue(text: string): boolean {
  return text.length <= longest && captionCue.test(text);
}

/** Reads a line as a caption, a credit or both; `null` when it is none. */
export function readCaption(text: string): CaptionLine | null {
  if (text.length > longest || text.length < 3) return null;
  if (leadingLabel.test(text)) return readLabel(text) ?? readBracket(text) ?? readTail(text);
  return readBracket(text) ?? readTail(text) ?? readLabel(text) ?? readLooseTail(text);
}

function readBracket(text: string): CaptionLine | null {
  const square = bracketed.exec(text);
  if (square && isCreditWords(square[2] ?? ""))
    return { caption: captionTrim(square[1]), credit: stripLabel(square[2] ?? ""), sure: "certain" };
  const round = bracketedOpen.exec(text);
  const inside = round?.[2] ?? "";
  if (!round || !isCreditWords(inside)) return null;
  const pictured =
    /\b(?:photo|photograph|image|picture|handout|courtesy|getty|shutterstock|file|foto|bild|quelle|source)\b/i.test(inside) ||
    /^\p{Lu}[^/]{2,40}\/\s?\p{Lu}/u.test(inside);
  if (!pictured && !isKnownAgency(inside)) return null;
  return { caption: captionTrim(round[1]), credit: stripLabel(inside), sure: pictured ? "certain" : "likely" };
}

// “(Photo by Ann Bell/Getty Images)” is credited to Ann Bell/Getty Images, but “AP Photo/Ann Bell” is a notation of its own.
function stripLabel(credit: string): string {
  const match = new RegExp(
    String.raw`^(?:file\s+)?${label}\s*(?:credits?|courtesy|source)?\s*(?:by|of|:|/|-|,|\|)\s*(?:of\s+)?|^credits?\s*:\s*`,
    "i",
  ).exec(credit);
  return creditTrim(match ? credit.slice(match[0].length) : credit);
}

function readLabel(text: string): CaptionLine | null {
  const match = labelled.exec(text);
  if (!match) return null;
  const credit = match[2] ?? "";
  const two = /^(.{2,60}?)\s+image caption,?\s*(.+)$/i.exec(credit);
  if (two) return { caption: captionTrim(two[2]), credit: creditTrim(two[1] ?? ""), sure: "certain" };
  if (!isCreditWords(endTrim(credit))) return null;
  const before = match[1] ?? "";
  if (/^(?:file|stock|archive)$/i.test(before)) return null;
  // “Source: Ministry of Health” closes charts as well as pictures, and “courtesy of” stands in any sentence.
  if (before === "" && /^source:/i.test(text)) return null;
  const soft = /(?:source|quelle):\s*\S|courtesy/i.test(text.slice(before.length)) && !/photo|image|pic/i.test(text.slice(before.length));
  if (soft && before !== "" && !endsSentence(endKeeping(before)) && text.split(" ").length > 40) return null;
  return { caption: captionTrim(before), credit: creditTrim(credit.replace(/\s*\|\s*/g, " | ")), sure: soft ? "likely" : "certain" };
}

const endKeeping = (text: string): string => text.replace(/[\s([|–—-]+$/, "");

const tailCredit = /(?:\p{Lu}[\p{L}.'’-]*\s){0,1}\p{Lu}[\p{L}.'’-]*(?:\s?[/|]\s?\p{L}[\p{L}.'’ -]{1,40}){1,2}$/u;

// Credits often stand behind the caption with no sign between: “… at the harbour Ann Bell/AFP”. A full stop before it ends the caption for certain.
function readLooseTail(text: string): CaptionLine | null {
  const end = text.slice(-90);
  const match = /[/|]/.test(end.slice(-70)) ? tailCredit.exec(end) : null;
  if (!match) return null;
  const stop = /^.*\p{Ll}{2}[.!?)"”]\s?/u.exec(match[0])?.[0].length ?? 0;
  const credit = match[0].slice(stop);
  const before = text.slice(0, text.length - credit.length);
  if (before.trim().length < 15) return null;
  const parts = credit.split(/\s?[/|]\s?/);
  const whose = parts.some((part, at) => isKnownAgency(part) || (at > 0 && /\b(?:images?|press|photos?|pictures?)$/i.test(part)));
  return whose && isCreditWords(credit) ? { caption: captionTrim(before), credit: creditTrim(credit), sure: "likely" } : null;
}

/** Whether a sentence tells what is seen in a picture rather than what happened. */
export function soundsLikeCaption(text: string): boolean {
  return (
    hasCaptionCue(text) ||
    /\b(?:pictured|seen here|poses|posing|speaks|speaking|addresses|addressing|arrives?|walks?|stands?|attends?|shakes?|holds|waves?|looks on|left|right|centre|center|during)\b/.test(
      text.slice(0, 400),
    )
  );
}

/** Whether a line is nothing but a credit such as “Ann Bell/AFP”. */
export function isSlashCredit(text: string): boolean {
  return text.length <= 90 && slashCredit.test(text) && creditVerb.test(text) && isCreditWords(text);
}

function readTail(text: string): CaptionLine | null {
  const pipe = piped.exec(text);
  const after = pipe?.[2]?.trim() ?? "";
  const shared = creditVerb.test(after) && /\/\s?\p{Lu}/u.test(after);
  if (pipe && isCreditWords(after) && (shared || (isKnownAgency(after) && endsSentence(pipe[1] ?? "")))) {
    return { caption: captionTrim(pipe[1]), credit: creditTrim(after), sure: "certain" };
  }
  // A full stop before the bar: no headline with the name of its site ends so.
  if (pipe && isCreditWords(after) && /[.…]["”’]?$/.test(pipe[1] ?? "") && (pipe[1] ?? "").split(" ").length >= 4)
    return { caption: captionTrim(pipe[1]), credit: creditTrim(after), sure: "likely" };
  if (pipe && isKnownAgency(after)) return { caption: captionTrim(pipe[1]), credit: creditTrim(after), sure: "likely" };
  const dashed = /^(.{20,}[.!?"”])\s*[–—-]{1,2}\s*([\p{Lu}][\p{L}. ]{1,30})$/u.exec(text);
  if (dashed && isKnownAgency(dashed[2] ?? ""))
    return { caption: captionTrim(dashed[1]), credit: creditTrim(dashed[2] ?? ""), sure: "likely" };
  const owned = /^(.{12,}?)\s+((?:REUTERS|AFP|AP|EPA|EPA-EFE|XINHUA)\s?\/\s?\p{Lu}[\p{L}.'’ /-]{1,60})$/u.exec(text);
  if (owned && isCreditWords(owned[2] ?? ""))
    return { caption: captionTrim(owned[1]), credit: creditTrim(owned[2] ?? ""), sure: "certain" };
  const tail = agencyTail.exec(text);
  if (tail && creditVerb.test(tail[2] ?? "") && isCreditWords(tail[2] ?? ""))
    return { caption: captionTrim(tail[1]), credit: creditTrim(tail[2] ?? ""), sure: "certain" };
  if (slashCredit.test(text) && creditVerb.test(text) && isCreditWords(text))
    return { caption: null, credit: creditTrim(text), sure: "certain" };
  const hired = /^(.{12,}[.!?”"])\s*((?:\p{Lu}[\p{L}.'’-]+\s){2,3}for\s(?:the\s)?\p{Lu}[\p{L} ]{2,40})$/u.exec(text);
  if (hired && isCreditWords(hired[2] ?? "")) return { caption: captionTrim(hired[1]), credit: creditTrim(hired[2] ?? ""), sure: "likely" };
  const supplied = /^(.{12,}[.!?”"])\s+(Supplied|Handout|Contributed|File|File photo|Stock photo)$/.exec(text);
  if (supplied) return { caption: captionTrim(supplied[1]), credit: supplied[2] ?? null, sure: "certain" };
  if (/^(?:getty images|ap photo|afp via getty images|reuters|shutterstock|alamy)$/i.test(text))
    return { caption: null, credit: text, sure: "likely" };
  return null;
}
