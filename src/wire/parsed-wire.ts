/** How closely a time is known: `16 hrs ago` is good to the hour, a date alone to the day. */
export type Precision = "minute" | "hour" | "day" | "week" | "month" | "year";

/** A time as the copy gives it: the words, what they were resolved to and why. */
export interface WireMoment {
  /** ISO 8601: a day (`2024-11-07`) or a moment with its offset; `null` when the words cannot be resolved. */
  readonly iso: string | null;
  readonly precision: Precision;
  /** The words in the copy, verbatim. */
  readonly words: string;
  /** A whole sentence for the editor. */
  readonly reason: string;
}

/** One name in a byline. An agency named beside a person is the person's affiliation. */
export interface WireName {
  readonly kind: "person" | "agency";
  readonly name: string;
  readonly role: string | null;
  readonly affiliation: string | null;
}

/** The words of a picture: what it shows and whose it is. */
export interface WireFigure {
  readonly caption: string | null;
  readonly credit: string | null;
}

/** A headline of another story that stood on the page. */
export interface WireRelated {
  readonly section: string | null;
  readonly headline: string;
  readonly byline: string | null;
  readonly published: WireMoment | null;
}

export type BlockKind = "paragraph" | "subhead" | "list-item" | "quote" | "embed";

/** One piece of the body, verbatim; a list item without its bullet. */
export interface WireBlock {
  readonly kind: BlockKind;
  readonly text: string;
}

/** Something that can be read two ways, or that an editor has to settle. */
export interface WireAmbiguity {
  /** Permanent name, such as `byline-ambiguous`. */
  readonly code: string;
  /** The field it is about, such as `byline`. */
  readonly field: string;
  /** What is unclear, in whole sentences. */
  readonly message: string;
  /** Each possible reading, in whole sentences. */
  readonly readings: readonly string[];
  /** Lines of the copy, counted from 1. */
  readonly lines: readonly number[];
}

/** Where a field came from. Offsets are UTF-16 code units into `ParsedWire.text`, the end exclusive; lines count from 1. */
export interface WireSource {
  /** `headline`, `byline[0].role`, `body[0]`, `blocks[2]` (a subhead), `figure.credit`, `figures[1].caption`, `related[1].published`. */
  readonly field: string;
  readonly line: number;
  readonly lastLine: number;
  readonly start: number;
  readonly end: number;
}

/** Why nothing could be made of the text, and what to do. */
export interface WireRefusal {
  readonly code: "empty" | "not-text";
  readonly message: string;
  readonly hint: string;
}

/** Pasted copy, understood as far as it goes. */
export interface ParsedWire {
  readonly headline: string | null;
  readonly kicker: string | null;
  readonly section: string | null;
  readonly standfirst: string | null;
  /** `null` when the copy names nobody, or when the only byline can also belong to something else. */
  readonly byline: readonly WireName[] | null;
  readonly dateline: string | null;
  /** The agency that the dateline or the end mark names; never turned into a byline on its own. */
  readonly source: string | null;
  readonly published: WireMoment | null;
  readonly updated: WireMoment | null;
  readonly figure: WireFigure | null;
  /** All figures, the first of them `figure`. */
  readonly figures: readonly WireFigure[];
  /** The paragraphs, verbatim, without subheads. */
  readonly body: readonly string[];
  /** The body with its subheads and the kind of each piece. */
  readonly blocks: readonly WireBlock[];
  readonly related: readonly WireRelated[];
  readonly ambiguities: readonly WireAmbiguity[];
  /** From 0 to 1 for each field that was found. */
  readonly confidence: Readonly<Record<string, number>>;
  readonly sourceMap: readonly WireSource[];
  /** What the offsets point into: the given text, or what an HTML page was converted to. */
  readonly text: string;
  readonly refusal: WireRefusal | null;
}
