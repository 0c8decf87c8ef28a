import type { ParsedWire } from "./parsed-wire.ts";

/** A field that was found, the lines of the copy it was read from (counted from 1), and how sure that is (0 to 1). */
export interface FieldLines {
  readonly field: string;
  readonly first: number;
  readonly last: number;
  readonly confidence: number;
}

/** Where each field of parsed copy was read, in the order in which an editor would look: body and related headlines as one each. */
export function fieldLines(wire: ParsedWire): readonly FieldLines[] {
  const found = new Map<string, { first: number; last: number }>();
  for (const { field, line, lastLine } of wire.sourceMap) {
    const name = field.replace(/\[.*$/, "");
    const before = found.get(name);
    found.set(name, { first: Math.min(before?.first ?? line, line), last: Math.max(before?.last ?? lastLine, lastLine) });
  }
  return order.flatMap((field) => {
    const lines = found.get(field);
    const confidence = wire.confidence[field];
    return lines === undefined || confidence === undefined ? [] : [{ field, ...lines, confidence }];
  });
}

const order: readonly string[] = [
  "headline",
  "kicker",
  "section",
  "standfirst",
  "byline",
  "dateline",
  "source",
  "published",
  "updated",
  "figure.caption",
  "figure.credit",
  "body",
  "related",
];
