import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWire } from "../../src/wire/parse-wire.ts";
import type { ParsedWire } from "../../src/wire/parsed-wire.ts";

const captured = { zone: "Africa/Nairobi", captured: "2024-11-22T10:00+03:00" };

const known = fc.constantFrom(
  "By Ann Bell",
  "By Ann Bell and Joe Otieno, Reuters",
  "Amy Gibb Political Correspondent",
  "By AFP 3 hrs ago",
  "AFP",
  "Business",
  "Home > News > Business",
  "Related stories",
  "Read also: Bank opens on the quay",
  "Comments",
  "[AFP]",
  "Photo: Ann Bell",
  "A boat at the quay of Salina Bay. | REUTERS",
  "Traders wave at the ferry Ann Bell/Getty Images",
  "Image source, Ann Bell",
  "Image caption, A boat at the quay",
  "",
  "",
  "Nov 7, 2024",
  "Published: 7 November 2024, 10:05 EAT",
  "KINGSPORT, Nov. 7 (Xinhua) -- The ferry ran late again, traders on the quay said on Thursday.",
  "The ferry ran late again on Tuesday, and traders on the quay of Salina Bay said that fish was spoiling.",
  `"We have waited nine years," said Ann Bell, who sells fish. "We can wait until the morning."`,
  "Ann Bell is a reporter for the Leaf.",
  "(Reporting by A. Bell; Editing by Joe Otieno)",
  "- a list of things",
  "What happens next",
  "Advertisement",
  "Enditem",
);
const line = fc.oneof(
  { weight: 6, arbitrary: known },
  { weight: 1, arbitrary: fc.string({ maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 40 }) },
  { weight: 1, arbitrary: fc.lorem({ maxCount: 12, mode: "words" }) },
  { weight: 1, arbitrary: fc.lorem({ maxCount: 2, mode: "sentences" }) },
);
const copy = fc.tuple(fc.array(line, { maxLength: 25 }), fc.constantFrom("\n", "\r\n", "\n\n")).map(([lines, end]) => lines.join(end));

/** Every word of the result and the field it belongs to. */
function fieldsOf(wire: ParsedWire): readonly (readonly [string, string])[] {
  const figures = wire.figures.flatMap(({ caption, credit }, at): readonly (readonly [string, string | null])[] => {
    const field = at === 0 ? "figure" : `figures[${at}]`;
    return [
      [`${field}.caption`, caption],
      [`${field}.credit`, credit],
    ];
  });
  const all: readonly (readonly [string, string | null | undefined])[] = [
    ["headline", wire.headline],
    ["kicker", wire.kicker],
    ["section", wire.section],
    ["standfirst", wire.standfirst],
    ["dateline", wire.dateline],
    ["source", wire.source],
    ["published", wire.published?.words],
    ["updated", wire.updated?.words],
    ...(wire.byline ?? []).flatMap(({ name, role, affiliation }, at): readonly (readonly [string, string | null])[] => [
      [`byline[${at}].name`, name],
      [`byline[${at}].role`, role],
      [`byline[${at}].affiliation`, affiliation],
    ]),
    ...figures,
    ...wire.body.map((text, at): readonly [string, string] => [`body[${at}]`, text]),
    ...wire.blocks.flatMap(({ kind, text }, at): readonly (readonly [string, string])[] =>
      kind === "subhead" ? [[`blocks[${at}]`, text]] : [],
    ),
    ...wire.related.flatMap(({ headline, section, published }, at): readonly (readonly [string, string | null | undefined])[] => [
      [`related[${at}].headline`, headline],
      [`related[${at}].section`, section],
      [`related[${at}].published`, published?.words],
    ]),
  ];
  return all.flatMap(([field, words]) => (words === null || words === undefined ? [] : [[field, words] as const]));
}

const squeeze = (text: string): string => text.replace(/\s+/g, " ").trim();

describe("whatever is pasted", () => {
  it("is never given a word that does not stand in the lines its field points to", () => {
    fc.assert(
      fc.property(copy, (text) => {
        const wire = parseWire(text, captured);
        for (const [field, words] of fieldsOf(wire)) {
          const places = wire.sourceMap.filter((entry) => entry.field === field);
          expect(places, field).not.toHaveLength(0);
          const found = places.some(({ start, end }) => squeeze(wire.text.slice(start, end)).includes(squeeze(words)));
          expect(found, `${field}: ${words}`).toBe(true);
        }
      }),
      { numRuns: 120 },
    );
  });

  it("has a confidence between 0 and 1 for every field that was found, and lines that the copy has", () => {
    fc.assert(
      fc.property(copy, (text) => {
        const wire = parseWire(text, captured);
        const count = wire.text.split(/\r\n|[\n\r\u0085\u2028\u2029\v\f]/).length;
        for (const { field, line, lastLine, start, end } of wire.sourceMap) {
          const sure = wire.confidence[field] ?? wire.confidence[field.replace(/\[.*$/, "")];
          expect(sure ?? (field.startsWith("blocks") ? 1 : Number.NaN), field).toBeGreaterThanOrEqual(0);
          expect(sure ?? 1).toBeLessThanOrEqual(1);
          expect(line).toBeGreaterThanOrEqual(1);
          expect(lastLine).toBeGreaterThanOrEqual(line);
          expect(lastLine).toBeLessThanOrEqual(count);
          expect(start).toBeLessThanOrEqual(end);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("keeps its times unresolved without the moment of capture, words and precision kept", () => {
    fc.assert(
      fc.property(copy, (text) => {
        const wire = parseWire(text, { zone: "Africa/Nairobi" });
        for (const moment of [wire.published, wire.updated, ...wire.related.map(({ published }) => published)]) {
          if (moment === null || /\d{4}/.test(moment.words)) continue;
          expect(moment.iso).toBeNull();
          expect(moment.words).not.toBe("");
        }
      }),
      { numRuns: 120 },
    );
  });
});

const distinct = (count: number, of: (at: number) => string): string => Array.from({ length: count }, (_, at) => of(at)).join("\n");
const texts: readonly (readonly [string, (size: number) => string])[] = [
  ["one line without end", (size) => "ferry late ".repeat(size)],
  ["one word without end", (size) => "a".repeat(size * 8)],
  ["quotation marks", (size) => `"“«'`.repeat(size * 2)],
  ["lines of two words", (size) => "ferry late\n".repeat(size)],
  ["headlines", (size) => `Related\n${distinct(size, (at) => `Minister ${at} opens the new bridge`)}`],
  ["bylines", (size) => "By Ann Bell\n".repeat(size)],
  ["bylines that differ", (size) => distinct(size, (at) => `By Ann Bell${String.fromCharCode(97 + (at % 26))} and Joe Otieno`)],
  ["cards", (size) => distinct(size / 3, (at) => `By AFP ${at % 20} hrs ago\nBusiness\nBank ${at} opens on the quay`)],
  ["captions", (size) => "Boats at the quay. [AFP]\n".repeat(size)],
  ["paragraphs", (size) => distinct(size / 2, (at) => `The ferry ran late again on day ${at}, and traders on the quay said so.\n`)],
  ["pairs of equal lines", (size) => distinct(size / 2, (at) => `Line ${at} of the list\nLine ${at} of the list`)],
  ["tags", (size) => "<p>a</p>&amp;<br>".repeat(size)],
  ["open brackets", (size) => "<[(".repeat(size * 4)],
];

describe("time grows with the text, not with its square", () => {
  // Eight times the text may take up to 24 times as long on a busy machine; the square would be 64.
  it.each(texts)("for %s", (_, write) => {
    const spend = (text: string): number => {
      const before = process.cpuUsage();
      parseWire(text, captured);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    const small = write(240);
    const large = write(1920);
    spend(small);
    const least = Math.max(Math.min(spend(small), spend(small)), 2000);
    expect(spend(large) / least).toBeLessThan(24);
  });

  it("and a megabyte in one line, three thousand paragraphs or a million marks are answered", () => {
    const paragraph = "The ferry ran late again on Tuesday, and traders on the quay said that fish was spoiling in the heat.\n\n";
    const large = parseWire(`Ferry late again\n\n${paragraph.repeat(3000)}`, captured);
    expect(large.headline).toBe("Ferry late again");
    expect(large.body.length).toBeGreaterThan(2_990);
    for (const unit of ["By ", "[", "(", "<", "> ", "| ", "1 ", "Photo: ", "- ", "A/", "&", "Nov 7 ", "Read "]) {
      expect(parseWire(unit.repeat(20_000), captured).text.length).toBeGreaterThan(0);
      expect(parseWire(`${unit.repeat(40)}\n`.repeat(50), captured).text.length).toBeGreaterThan(0);
    }
    expect(parseWire('"'.repeat(1_000_000), captured).refusal?.code).toBe("empty");
    expect(parseWire(`Ferry late\n\n${"a b ".repeat(250_000)}`, captured).body).toHaveLength(1);
  });
});
