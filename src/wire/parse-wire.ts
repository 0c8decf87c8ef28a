import { DateTime, isZone, readMoment } from "../model/time.ts";
import { findBody } from "./body-window.ts";
import { chooseHeadline } from "./choose-headline.ts";
import { classifyLines, type Marked } from "./classify-lines.ts";
import { authorNote, headlineDoubts, repeatedText, standfirstOrCaption } from "./copy-doubts.ts";
import { type Dateline, readDateline } from "./dateline.ts";
import { htmlToCopy, looksLikeHtml } from "./html-to-copy.ts";
import { readLines } from "./lines.ts";
import type { ParsedWire, WireAmbiguity, WireRefusal } from "./parsed-wire.ts";
import { type Body, readBody, withoutAuthorNote } from "./read-body.ts";
import { readEnding } from "./read-ending.ts";
import { bodyFigures, headFigures, joinFigures, type PlacedFigure } from "./read-figures.ts";
import { type FoundByline, readHeader } from "./read-header.ts";
import { readTimes } from "./read-published.ts";
import { type BylineOwner, type RelatedReading, readRelated } from "./read-related.ts";
import type { Clock } from "./resolve-moment.ts";
import { type SourceNotes, sourceNotes } from "./source-map.ts";

/** When the copy was captured (ISO 8601, with an offset or local to the zone) and the IANA zone of times without one. */
export interface WireOptions {
  readonly captured?: string | undefined;
  readonly zone: string;
  /** Whose a byline is that stands between the story and the first related headline; without it neither gets it and an ambiguity is listed. */
  readonly byline?: BylineOwner | undefined;
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
  const parsed = parseCopy(copy, clock, options.byline ?? null);
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

function parseCopy(text: string, clock: Clock, leading: BylineOwner | null): ParsedWire {
  const marked = classifyLines(readLines(text));
  const window = findBody(marked);
  const headline = chooseHeadline(marked, window);
  const header = readHeader(marked, headline?.at ?? null, window);
  const bodyFirst = header.bodyFirst;
  const bodyLast = window ? window.last : marked.length - 1;
  const whole = window ? readBody(marked, bodyFirst, bodyLast, header.used) : emptyBody;
  const body = withoutAuthorNote(whole, header.byline?.value ?? []);
  const taken = new Set([...header.used, ...(headline ? [headline.at] : [])]);
  const figures = joinFigures(headFigures(marked, headline?.at ?? null, bodyFirst, taken), bodyFigures(body.captions));
  const ending = readEnding(marked, bodyLast + 1);
  const story = { headline: headline?.text ?? null, byline: header.byline !== null, leading };
  const tailFrom = ending.byline?.settled ? ending.byline.at + 1 : bodyLast + 1;
  const related = readRelated(marked, body.related, tailFrom, story, clock);
  const dateline = datelineOf(marked, bodyFirst, bodyLast);
  const datelineStamp = dateline?.value.stamp?.date ? { value: dateline.value.stamp, at: dateline.at } : null;
  const mentions = body.blocks.slice(0, 4).map(({ block, at }) => ({ text: block.text, at }));
  const own = related.leading?.belongs === "story" ? related.leading : null;
  const stamps = header.stamps.length > 0 ? header.stamps : [...ending.stamps, ...(own?.stamps ?? [])];
  const times = readTimes(stamps, datelineStamp, mentions, clock);
  const byline = header.byline ?? (own === null ? (related.leading === null ? ending.byline : null) : ownByline(own));

  const notes = sourceNotes(text, marked);
  notes.keep("headline", headline && { value: headline.text, at: headline.at }, headline?.confidence ?? 0);
  const kicker = notes.keep("kicker", header.kicker, 0.7);
  const section = notes.keep("section", header.section, 0.7);
  const standfirst = notes.keep("standfirst", header.standfirst, 0.75);
  if (byline) notes.keepNames(byline.value, byline.lines, byline.confidence);
  if (times.published) notes.keep("published", { value: times.published.value.words, at: times.published.at }, times.confidence);
  if (times.updated) notes.keep("updated", { value: times.updated.value.words, at: times.updated.at }, 0.9);
  const place = dateline?.value.place ? notes.keep("dateline", { value: dateline.value.place, at: dateline.at }, 0.9) : null;
  const agency = dateline?.value.agency ?? null;
  const source = agency
    ? notes.keep("source", { value: agency, at: dateline?.at ?? bodyFirst }, 0.9)
    : notes.keep("source", header.source ?? ending.source, 0.7);
  figures.forEach((placed, index) => {
    noteFigure(notes, index === 0 ? "figure" : `figures[${index}]`, placed);
  });
  const paragraphs = body.blocks.filter(({ block }) => block.kind !== "subhead");
  paragraphs.forEach(({ block, at }, index) => {
    notes.note(`body[${index}]`, at, block.text);
  });
  body.blocks.forEach(({ block, at }, index) => {
    if (block.kind === "subhead") notes.note(`blocks[${index}]`, at, block.text);
  });
  if (paragraphs.length > 0) notes.sure("body", paragraphs.length >= 3 ? 0.9 : 0.7);
  for (const entry of related.sources) notes.note(entry.field, entry.at, entry.words);
  if (related.items.length > 0) notes.sure("related", related.confidence);

  const numbers = (places: readonly number[]): readonly number[] => places.flatMap((place) => marked[place]?.line.number ?? []);
  return {
    headline: headline?.text ?? null,
    kicker,
    section,
    standfirst,
    byline: byline?.value ?? null,
    dateline: place,
    source,
    published: times.published?.value ?? null,
    updated: times.updated?.value ?? null,
    figure: figures[0]?.figure ?? null,
    figures: figures.map((placed) => placed.figure),
    body: paragraphs.map(({ block }) => block.text),
    blocks: body.blocks.map(({ block }) => block),
    related: related.items,
    ambiguities: [
      ...headlineDoubts(marked, headline, paragraphs.length),
      ...repeatedText(numbers(body.repeated)),
      ...authorNote(numbers(whole.blocks.slice(body.blocks.length).map(({ at }) => at))),
      ...related.ambiguities,
      ...times.ambiguities.map((doubt) => ({ ...doubt, lines: times.published ? numbers([times.published.at]) : [] })),
      ...(header.standfirst && figures.length === 0 ? standfirstOrCaption(header.standfirst.value, numbers([header.standfirst.at])) : []),
    ],
    confidence: notes.confidence,
    sourceMap: notes.entries,
    text,
    refusal: null,
  };
}

function ownByline({ names, at }: NonNullable<RelatedReading["leading"]>): FoundByline {
  return { value: names, at, lines: [at], confidence: 1 };
}

const emptyBody: Body = { blocks: [], captions: [], related: [], repeated: [] };

function noteFigure(notes: SourceNotes, field: string, { figure, captionAt, creditAt }: PlacedFigure): void {
  if (figure.caption !== null) notes.keep(`${field}.caption`, { value: figure.caption, at: captionAt }, figure.credit ? 0.9 : 0.6);
  if (figure.credit !== null) notes.keep(`${field}.credit`, { value: figure.credit, at: creditAt }, 0.9);
}

function datelineOf(marked: readonly Marked[], first: number, last: number): { readonly value: Dateline; readonly at: number } | null {
  for (let at = first; at <= Math.min(last, first + 2); at += 1) {
    const entry = marked[at];
    const value = entry && (entry.is.kind === "prose" || entry.is.kind === "short") ? readDateline(entry.line.text) : null;
    if (value) return { value, at };
  }
  return null;
}
