/** Whether a text is the source of a web page rather than copy. */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 20_000);
  if (/^\s*(?:<!doctype html|<html[\s>]|<\?xml[^>]{0,100}\?>\s*<(?:!doctype )?html)/i.test(head)) return true;
  const tags =
    head.match(
      /<\/?(?:p|div|br|span|h[1-6]|a|li|ul|figure|figcaption|article|section|img|strong|em|b|i|table|td|header)(?:\s[^<>]{0,400})?\/?>/gi,
    ) ?? [];
  // A page may speak of tags (“Allowed: <a> <em>”); its source also closes them, every few lines.
  const closed = tags.filter((tag) => /^<\/|^<br/i.test(tag)).length;
  return (tags.length >= 4 && closed >= 2 && tags.length * 1000 >= head.length) || (tags.length >= 2 && /^\s*</.test(head));
}

const dropped = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "iframe",
  "object",
  "title",
  "select",
  "button",
  "textarea",
  "nav",
  "video",
  "audio",
  "math",
]);
const paragraphs = new Set([
  "p",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "blockquote",
  "ul",
  "ol",
  "dl",
  "table",
  "pre",
  "figure",
  "article",
  "section",
  "aside",
  "header",
  "footer",
  "main",
]);
const breaks = new Set([
  "div",
  "li",
  "dt",
  "dd",
  "tr",
  "figcaption",
  "address",
  "form",
  "fieldset",
  "details",
  "summary",
  "hr",
  "center",
  "option",
  "caption",
]);

const entities: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
  ["ensp", " "],
  ["emsp", " "],
  ["thinsp", " "],
  ["ndash", "–"],
  ["mdash", "—"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["sbquo", "‚"],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["bdquo", "„"],
  ["laquo", "«"],
  ["raquo", "»"],
  ["lsaquo", "‹"],
  ["rsaquo", "›"],
  ["hellip", "…"],
  ["bull", "•"],
  ["middot", "·"],
  ["copy", "©"],
  ["reg", "®"],
  ["trade", "™"],
  ["euro", "€"],
  ["pound", "£"],
  ["yen", "¥"],
  ["cent", "¢"],
  ["deg", "°"],
  ["sect", "§"],
  ["times", "×"],
  ["shy", ""],
  ["zwnj", "\u200c"],
  ["zwj", "\u200d"],
  ["frac12", "½"],
  ["iexcl", "¡"],
  ["iquest", "¿"],
  ["szlig", "ß"],
  ["aelig", "æ"],
  ["AElig", "Æ"],
  ["oslash", "ø"],
  ["Oslash", "Ø"],
  ["oelig", "œ"],
]);

// Accented letters are named after their letter and accent: `eacute`, `Ouml`.
const accents: ReadonlyMap<string, string> = new Map([
  ["acute", "\u0301"],
  ["grave", "\u0300"],
  ["circ", "\u0302"],
  ["uml", "\u0308"],
  ["tilde", "\u0303"],
  ["cedil", "\u0327"],
  ["ring", "\u030a"],
  ["caron", "\u030c"],
]);

function decodeEntity(name: string): string | null {
  const number = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
  if (number) {
    const code = number[1] ? Number.parseInt(number[1], 16) : Number(number[2]);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : "\ufffd";
  }
  const plain = entities.get(name);
  if (plain !== undefined) return plain;
  const letter = /^([a-z])([a-z]{3,5})$/i.exec(name);
  const accent = accents.get(letter?.[2] ?? "");
  return letter?.[1] && accent ? `${letter[1]}${accent}`.normalize("NFC") : null;
}

function decode(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8}\d{0,2});?/gi, (whole, name: string) => decodeEntity(name) ?? whole);
}

/** Turns the source of a web page into plain copy: paragraphs parted by blank lines, scripts and styles left out. */
export function htmlToCopy(html: string): string {
  const out: string[] = [];
  let newlines = 2;
  let spaced = true;
  let skip: { readonly tag: string; depth: number } | null = null;
  const lineBreak = (count: number): void => {
    if (newlines < count) {
      out.push("\n".repeat(count - newlines));
      newlines = count;
    }
    spaced = true;
  };
  const write = (raw: string): void => {
    const collapsed = raw.replace(/[ \t\r\n\f]+/g, " ");
    const text = decode(spaced && collapsed.startsWith(" ") ? collapsed.slice(1) : collapsed);
    if (text === "") return;
    out.push(text);
    newlines = 0;
    spaced = text.endsWith(" ");
  };
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open < 0) {
      if (!skip) write(html.slice(at));
      break;
    }
    if (open > at && !skip) write(html.slice(at, open));
    const tag = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 24));
    if (!tag && !/^<[!?]/.test(html.slice(open, open + 2))) {
      if (!skip) write("<");
      at = open + 1;
      continue;
    }
    const close = endOfTag(html, open);
    at = close;
    const name = tag?.[2]?.toLowerCase() ?? "";
    const closing = tag?.[1] === "/";
    if (skip) {
      if (name === skip.tag) skip.depth += closing ? -1 : 1;
      if (skip.depth === 0) skip = null;
      continue;
    }
    if (dropped.has(name)) {
      if (!closing && html.charAt(close - 2) !== "/") skip = { tag: name, depth: 1 };
      if (name === "script" || name === "style") at = skipRaw(html, name, close);
      if (at !== close) skip = null;
    } else if (name === "br") {
      out.push("\n");
      newlines += 1;
      spaced = true;
    } else if (paragraphs.has(name)) {
      lineBreak(2);
    } else if (breaks.has(name)) {
      lineBreak(1);
    }
  }
  return out.join("");
}

function endOfTag(html: string, open: number): number {
  if (html.startsWith("<!--", open)) {
    const end = html.indexOf("-->", open + 4);
    return end < 0 ? html.length : end + 3;
  }
  const close = html.indexOf(">", open);
  return close < 0 ? html.length : close + 1;
}

function skipRaw(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, "gi");
  end.lastIndex = from;
  const found = end.exec(html);
  return found ? endOfTag(html, found.index) : html.length;
}
