import { DateTime, isZone, readMoment } from "../model/time.ts";
import { findBody } from "./body-window.ts";
import { chooseHeadline } from "./choose-headline.ts";
import { classifyLines, type Marked } from "./classify-lines.ts";
import { type Dateline, readDateline } from "./dateline.ts";
import { htmlToCopy, looksLikeHtml } from "./html-to-copy.ts";
import { readLines } from "./lines.ts";
import type { ParsedWire, WireAmbiguity, WireRefusal } from "./parsed-wire.ts";
import { readBody, withoutAuthorNote } from "./read-body.ts";
import { readEnding } from "./read-ending.ts";
import { bodyFigures, type PlacedFigure, readHeadFigures } from "./read-figures.ts";
import { readHeader } from "./read-header.ts";
import { readTimes } from "./read-published.ts";
import { readRelated } from "./read-related.ts";
import type { Clock } from "./resolve-moment.ts";
import { sourceNotes } from "./source-map.ts";

/** When the copy was captured (ISO 8601, with an offset or local to the zone) and the IANA zone of times without one. */
export interface WireOptions {
  readonly captured?: string | undefined;
  readonly zone: string;
}

/**
 * Reads pasted copy: headline, byline, dateline, date, picture words, body and related headlines, each with its source and confidence.
 * Whatever can be read two ways is listed in `ambiguities` and not decided. Throws `RangeError` for an unknown zone or an unreadable capture time.
 */
export function parseWire(text: string, options: WireOptions): ParsedWire {
  const clock = readClock(options);
  const html = looksLikeHtml(text);
  const copy = html ? htmlToCopy(text) : text;
  const refusal = refuse(copy);
  if (refusal) return { ...nothing, text: copy, refusal };
  const parsed = parseCopy(copy, clock);
  return html ? { ...parsed, ambiguities: [converted, ...parsed.ambiguities] } : parsed;
}

const converted: WireAmbiguity = {
  code: "html-converted",
  field: "text",
  message:
    "This is the source of a web page, not copy. It was converted to plain text first, so lines and offsets count in the converted text.",
  readings: [],
  lines: [],
};

const nothing: Omit<ParsedWire, "text" | "refusal"> = {
  headline: null,
  kicker: null,
  section: null,
  standfirst: null,
  byline: null,
  dateline: null,
  source: null,
  published: null,
  updated: null,
  figure: null,
  figures: [],
  body: [],
  blocks: [],
  related: [],
  ambiguities: [],
  confidence: {},
  sourceMap: [],
};

function readClock(options: WireOptions): Clock {
  if (!isZone(options.zone)) throw new RangeError(`“${options.zone}” is not a time zone. Use a name such as Africa/Nairobi.`);
  if (options.captured === undefined) return { captured: null, zone: options.zone };
  const captured = readMoment(options.captured, options.zone);
  if (!captured) throw new RangeError(`“${options.captured}” is not a capture time. Write it as 2026-11-22T10:00+03:00.`);
  const offset = /(?:Z|[+-]\d{2}:?\d{2})$/.test(options.captured.trim())
    ? DateTime.fromISO(options.captured.trim().replace(" ", "T"), { setZone: true })
    : captured;
  return { captured: offset, zone: options.zone };
}

function refuse(text: string): WireRefusal | null {
  const sample = text.slice(0, 20_000);
  const strange = sample.match(/[\0\ufffd]/g)?.length ?? 0;
  if (strange > 20 && strange > sample.length * 0.05) {
    return { code: "not-text", message: "This is not text.", hint: "Paste the words of the story, or save the file as plain text." };
  }
  if (!/[\p{L}\p{N}]/u.test(text)) {
    return { code: "empty", message: "There are no words in this copy.", hint: "Paste the story again." };
  }
  return null;
}

function parseCopy(text: string, clock: Clock): ParsedWire {
  const marked = classifyLines(readLines(text));
  const window = findBody(marked);
  const headline = chooseHeadline(marked, window);
  const header = readHeader(marked, headline?.at ?? null, window);
  const bodyFirst = header.bodyFirst;
  const bodyLast = window ? window.last : marked.length - 1;
  const found = window ? readBody(marked, bodyFirst, bodyLast, header.used) : { blocks: [], captions: [], related: [], repeated: [] };
  const authors = (header.byline?.value ?? []).map((name) => name.name);
  const body = { ...found, blocks: withoutAuthorNote(found.blocks, authors) };
  const taken = new Set([...header.used, ...(headline ? [headline.at] : [])]);
  const headFrom = headline ? Math.max(0, headline.at - 10) : 0;
  const figures = worthKeeping([...headFigures(marked, headline?.at ?? -1, headFrom, bodyFirst, taken), ...bodyFigures(body.captions)]);
  const ending = readEnding(marked, bodyLast + 1);
  const story = { headline: headline?.text ?? null, byline: header.byline !== null };
  const tailFrom = ending.byline?.settled ? ending.byline.at + 1 : bodyLast + 1;
  const related = readRelated(marked, body.related, tailFrom, story, clock);
  const dateline = datelineOf(marked, bodyFirst, bodyLast);
  const datelineStamp = dateline?.value.stamp?.date ? { value: dateline.value.stamp, at: dateline.at } : null;
  const mentions = body.blocks.slice(0, 4).map(({ block, at }) => ({ text: block.text, at }));
  const stamps = header.stamps.length > 0 ? header.stamps : ending.stamps;
  const times = readTimes(stamps, datelineStamp, mentions, clock);
  const byline = header.byline ?? (related.leading === null ? ending.byline : null);

  const notes = sourceNotes(text);
  const confidence: Record<string, number> = {};
  const lineAt = (at: number): Marked["line"] | undefined => marked[at]?.line;
  const keep = <T>(
    field: string,
    found: { readonly value: T; readonly at: number } | null,
    words: (value: T) => string | null,
    sure: number,
  ): T | null => {
    if (!found) return null;
    notes.note(field, lineAt(found.at), words(found.value));
    confidence[field] = sure;
    return found.value;
  };
  keep("headline", headline && { value: headline.text, at: headline.at }, (value) => value, headline?.confidence ?? 0);
  const kicker = keep("kicker", header.kicker, (value) => value, 0.7);
  const section = keep("section", header.section, (value) => value, 0.7);
  const standfirst = keep("standfirst", header.standfirst, (value) => value, 0.75);
  const names = keep("byline", byline, (value) => (value.length === 1 ? (value[0]?.name ?? null) : null), byline?.confidence ?? 0);
  const published = keep("published", times.published, (value) => value.words, times.confidence);
  const updated = keep("updated", times.updated, (value) => value.words, 0.9);
  const place = dateline?.value.place ? keep("dateline", { value: dateline.value.place, at: dateline.at }, (value) => value, 0.9) : null;
  const agency = dateline?.value.agency ?? null;
  const source = agency
    ? keep("source", { value: agency, at: dateline?.at ?? bodyFirst }, (value) => value, 0.9)
    : keep("source", header.source ?? ending.source, (value) => value, 0.7);
  const figure = figures[0] ?? null;
  if (figure?.figure.caption)
    keep("figure.caption", { value: figure.figure.caption, at: figure.captionAt }, (value) => value, figure.figure.credit ? 0.9 : 0.6);
  if (figure?.figure.credit) keep("figure.credit", { value: figure.figure.credit, at: figure.creditAt }, (value) => value, 0.9);
  const paragraphs = body.blocks.filter(({ block }) => block.kind !== "subhead");
  paragraphs.forEach(({ block, at }, index) => {
    notes.note(`body[${index}]`, lineAt(at), block.text);
  });
  if (paragraphs.length > 0) confidence.body = paragraphs.length >= 3 ? 0.9 : 0.7;
  for (const entry of related.sources) notes.note(entry.field, lineAt(entry.at), entry.words);
  if (related.items.length > 0) confidence.related = related.confidence;

  const at = (found: { readonly at: number } | null | undefined): readonly number[] => {
    const line = found ? lineAt(found.at) : undefined;
    return line ? [line.number] : [];
  };
  const repeated = body.repeated.flatMap((place) => lineAt(place)?.number ?? []);
  const ambiguities: readonly WireAmbiguity[] = [
    ...headlineDoubts(marked, headline, paragraphs.length),
    ...(repeated.length > 0 ? [repeatedText(repeated)] : []),
    ...related.ambiguities,
    ...times.ambiguities.map((doubt) => ({ ...doubt, lines: at(times.published) })),
    ...(standfirst !== null && header.standfirst && isLikeCaption(marked, header.standfirst.at, figures)
      ? [
          {
            code: "standfirst-or-caption",
            field: "standfirst",
            message: "This line can be the standfirst or the caption of a picture.",
            readings: [`Standfirst: ${standfirst}`, `Caption: ${standfirst}`],
            lines: at(header.standfirst),
          },
        ]
      : []),
  ];
  return {
    headline: headline?.text ?? null,
    kicker,
    section,
    standfirst,
    byline: names,
    dateline: place,
    source,
    published,
    updated,
    figure: figure?.figure ?? null,
    figures: figures.map((placed) => placed.figure),
    body: paragraphs.map(({ block }) => block.text),
    blocks: body.blocks.map(({ block }) => block),
    related: related.items,
    ambiguities,
    confidence,
    sourceMap: notes.entries,
    text,
    refusal: null,
  };
}

// The picture between headline and story leads; a picture above the headline comes next.
function headFigures(
  marked: readonly Marked[],
  headline: number,
  from: number,
  to: number,
  taken: ReadonlySet<number>,
): readonly PlacedFigure[] {
  return [...readHeadFigures(marked, headline + 1, to, taken), ...(headline > 0 ? readHeadFigures(marked, from, headline, taken) : [])];
}

// A credit that stands alone beside the same picture's caption and credit says nothing new.
function worthKeeping(figures: readonly PlacedFigure[]): readonly PlacedFigure[] {
  const told = new Set(figures.filter(({ figure }) => figure.caption !== null).map(({ figure }) => figure.credit));
  return figures.filter(({ figure }) => figure.caption !== null || (figure.credit !== null && !told.has(figure.credit)));
}

function datelineOf(marked: readonly Marked[], first: number, last: number): { readonly value: Dateline; readonly at: number } | null {
  for (let at = first; at <= Math.min(last, first + 2); at += 1) {
    const entry = marked[at];
    const value = entry && (entry.is.kind === "prose" || entry.is.kind === "short") ? readDateline(entry.line.text) : null;
    if (value) return { value, at };
  }
  return null;
}

function isLikeCaption(marked: readonly Marked[], at: number, figures: readonly PlacedFigure[]): boolean {
  const text = marked[at]?.line.text ?? "";
  return (
    figures.length === 0 &&
    /\b(?:pictured|speaks|speaking|poses|posing|during|addresses|addressing|seen|arrives?|walks?|stands?|attends?|shakes?)\b/.test(text)
  );
}

const repeatedText = (lines: readonly number[]): WireAmbiguity => ({
  code: "repeated-text",
  field: "body",
  message:
    lines.length === 1
      ? "A paragraph stands in the copy twice. The second was left out."
      : "Paragraphs stand in the copy twice. The second of each was left out.",
  readings: [],
  lines,
});

function headlineDoubts(
  marked: readonly Marked[],
  headline: ReturnType<typeof chooseHeadline>,
  paragraphs: number,
): readonly WireAmbiguity[] {
  const doubts: WireAmbiguity[] = [];
  if (!headline)
    doubts.push({
      code: "no-headline",
      field: "headline",
      message: "No line reads as a headline. Write one; until then the first words of the story stand in its place.",
      readings: [],
      lines: [],
    });
  if (paragraphs === 0)
    doubts.push({ code: "no-body", field: "body", message: "No running text was found below the headline.", readings: [], lines: [] });
  const rival = headline?.rival === null || headline?.rival === undefined ? undefined : marked[headline.rival]?.line;
  if (headline && rival) {
    const message = "Two lines read as the headline.";
    doubts.push({
      code: "headline-ambiguous",
      field: "headline",
      message,
      readings: [headline.text, rival.text],
      lines: [marked[headline.at]?.line.number ?? 1, rival.number],
    });
  }
  return doubts;
}
