/** The attributes of an element by name; what is `null` is left out. */
export type Attributes = Readonly<Record<string, string | number | null>>;

// XML 1.0, section 2.2, forbids most control characters; those from U+007F to U+009F are allowed but stop feed validators, so they go too.
const forbidden = /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]|\p{Surrogate}/gu;
// What may be one of them: halves of an emoji look like lone ones here. Most texts have none, and this looks ten times as fast.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const suspect = /[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/;

/** Whether a text holds nothing that XML, or a feed validator, cannot take. */
export function isClean(text: string): boolean {
  if (!suspect.test(text)) return true;
  forbidden.lastIndex = 0;
  return !forbidden.test(text);
}

/** A text without characters that XML cannot hold and without lone surrogates; line ends become LF, as an XML reader would make them. */
export function cleanText(text: string): string {
  return suspect.test(text) ? text.replaceAll(/\r\n?/g, "\n").replaceAll(forbidden, "") : text;
}

// Any white space but single spaces within the line.
const loose = /^ | $| {2}|[^\S ]/;

/** A text on one line: cleaned, with single spaces and none at the ends. */
export function cleanLine(text: string): string {
  const clean = cleanText(text);
  return loose.test(clean) ? clean.split(/\s+/).join(" ").trim() : clean;
}

/** Plain text as it may stand in HTML, XML or an attribute of either. Expects clean text. */
export function escapeMarkup(text: string): string {
  return /[&<>"]/.test(text)
    ? text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")
    : text;
}

/**
 * Plain text as it stands in an element of RSS. RSS does not say whether an element holds text or HTML; of all ways to write these two characters, by
 * number is the one that most readers take for text (RSS Advisory Board, RSS Profile, “Character Data”). An XML reader sees no difference.
 */
export function escapePlain(text: string): string {
  return /[&<>]/.test(text) ? text.replaceAll("&", "&#x26;").replaceAll("<", "&#x3C;").replaceAll(">", "&gt;") : text;
}

/** An XML element; its content is XML already, and without content it closes itself. */
export function element(name: string, attributes: Attributes, content = ""): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === null ? "" : ` ${key}="${escapeMarkup(cleanLine(String(value)))}"`,
  );
  return content === "" ? `<${name}${written.join("")}/>` : `<${name}${written.join("")}>${content}</${name}>`;
}

/** An XML element that holds plain text. */
export function textElement(name: string, text: string, attributes: Attributes = {}): string {
  return element(name, attributes, escapeMarkup(cleanLine(text)));
}
