import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findQuotes } from "../../src/wire/find-quotes.ts";

const texts = (copy: string) => findQuotes(copy).map(({ text }) => text);
const told = (copy: string) => findQuotes(copy).map(({ text, speaker }) => [text, speaker?.name ?? null]);

describe("the marks of a quotation", () => {
  const said = "The ferry will not sail before noon";
  it.each([
    ["straight double", `"${said}," Ana Cruz said.`],
    ["curly double", `“${said},” Ana Cruz said.`],
    ["straight single", `'${said},' Ana Cruz said.`],
    ["curly single, as in British copy", `‘${said},’ Ana Cruz said.`],
    ["guillemets", `«${said}», Ana Cruz said.`],
    ["guillemets set off by spaces", `« ${said} », Ana Cruz said.`],
    ["reversed guillemets", `»${said}«, Ana Cruz said.`],
    ["guillemets that both point right", `»${said}», Ana Cruz said.`],
    ["low and high, German", `„${said}“, Ana Cruz said.`],
    ["low and high, Polish", `„${said}”, Ana Cruz said.`],
    ["closing marks on both sides, Swedish", `”${said}”, Ana Cruz said.`],
    ["low and high single", `‚${said}‘, Ana Cruz said.`],
    ["single guillemets", `‹${said}›, Ana Cruz said.`],
    ["corner brackets", `「${said}」 Ana Cruz said.`],
    ["double corner brackets", `『${said}』 Ana Cruz said.`],
    ["curly at the beginning and straight at the end", `“${said}," Ana Cruz said.`],
  ])("are left out of it: %s", (_name, copy) => {
    expect(told(copy).map(([text, name]) => [text?.replace(/,$/, ""), name])).toEqual([[said, "Ana Cruz"]]);
  });

  it("of another kind within it belong to it", () => {
    expect(texts("“He called it ‘a fair fare for the Strait’ and left,” Ana Cruz said.")).toEqual([
      "He called it ‘a fair fare for the Strait’ and left,",
    ]);
    expect(texts("‘He called it “a fair fare for the Strait” and left,’ Ana Cruz said.")).toEqual([
      "He called it “a fair fare for the Strait” and left,",
    ]);
    expect(texts(`"He called it 'a fair fare for the Strait' and left," Ana Cruz said.`)).toEqual([
      "He called it 'a fair fare for the Strait' and left,",
    ]);
    expect(texts("«On l’appelle «la dame du port» depuis dix ans», Ana Cruz said.")).toEqual([
      "On l’appelle «la dame du port» depuis dix ans",
    ]);
    expect(texts(`"He told me "go away now" and I did," Ana Cruz said.`)).toEqual([`He told me "go away now" and I did,`]);
  });

  it("are never apostrophes", () => {
    expect(texts("The captains' wages aren't the crew's worry, and the '90s won't come back in the guilds' day.")).toEqual([]);
    expect(texts("It’s the skippers’ strike. ’Twas the owners’ fault, the town’s elders think, and it won’t end.")).toEqual([]);
    expect(texts("'The crews' wages won't rise while the owners' debts aren't paid,' said Ana Cruz.")).toEqual([
      "The crews' wages won't rise while the owners' debts aren't paid,",
    ]);
    expect(texts("“Rock 'n' roll isn't dead in the islands' bars,” said Ana Cruz.")).toEqual([
      "Rock 'n' roll isn't dead in the islands' bars,",
    ]);
  });

  it("of inches and feet quote nothing", () => {
    expect(texts(`The hull is 5'10" at the bow and 6'2" at the stern, the yard said.`)).toEqual([]);
  });

  it("that was never closed ends with its paragraph, or where the next quotation opens", () => {
    expect(texts("“We came for the ferry and found the gate shut, Ana Cruz said.\n\nThe port reopened at noon.")[0]).toContain(
      "We came for the ferry and found the gate shut",
    );
    expect(texts(`"We came for the ferry. "The gate was shut at nine," Ana Cruz said.`)).toEqual([
      "We came for the ferry.",
      "The gate was shut at nine,",
    ]);
  });
});

describe("a quotation", () => {
  it("over several paragraphs reopens its marks in each and keeps its speaker", () => {
    const copy =
      "Ana Cruz told the council: “We have waited nine years for this bridge.\n\n“We will not wait for another nine.\n\n“The money is there and the plans are drawn.”";
    expect(told(copy)).toEqual([
      ["We have waited nine years for this bridge.", "Ana Cruz"],
      ["We will not wait for another nine.", "Ana Cruz"],
      ["The money is there and the plans are drawn.", "Ana Cruz"],
    ]);
  });

  it("may go on over a line end without a new mark", () => {
    expect(told('Ana Cruz said, "We have learned a lot from the storm.\n\nIt was the longest night of my life on the water."')).toEqual([
      ["We have learned a lot from the storm.", "Ana Cruz"],
      ["It was the longest night of my life on the water.", "Ana Cruz"],
    ]);
  });

  it("interrupted by its own attribution has one speaker in both halves", () => {
    expect(told("“The pier will hold,” said Ana Cruz, the harbour engineer, “if nobody moors a tanker to it.”")).toEqual([
      ["The pier will hold,", "Ana Cruz"],
      ["if nobody moors a tanker to it.", "Ana Cruz"],
    ]);
    expect(told("“The pier will hold,” Ana Cruz said. “Nobody has moored a tanker to it yet.”")).toEqual([
      ["The pier will hold,", "Ana Cruz"],
      ["Nobody has moored a tanker to it yet.", "Ana Cruz"],
    ]);
  });

  it("is led in by a colon, a comma or a dash", () => {
    expect(told("Ana Cruz was blunt: “We cannot run a ferry on promises.”")).toEqual([["We cannot run a ferry on promises.", "Ana Cruz"]]);
    expect(told("Ana Cruz said, “We cannot run a ferry on promises.”")).toEqual([["We cannot run a ferry on promises.", "Ana Cruz"]]);
    expect(told("Ana Cruz told the meeting — “We cannot run a ferry on promises.”")).toEqual([
      ["We cannot run a ferry on promises.", "Ana Cruz"],
    ]);
    expect(told("The harbour engineer Ana Cruz told the council:\n\n“We cannot run a ferry on promises.”")).toEqual([
      ["We cannot run a ferry on promises.", "Ana Cruz"],
    ]);
  });

  it("is given to whom it is according to", () => {
    expect(told("The line is “two tides away from bankruptcy”, according to Ana Cruz, who keeps its books.")).toEqual([
      ["two tides away from bankruptcy", "Ana Cruz"],
    ]);
    expect(told("According to the auditor, Ana Cruz, “the line is two tides away from bankruptcy”.")).toEqual([
      ["the line is two tides away from bankruptcy", "Ana Cruz"],
    ]);
    expect(told("The line is “two tides away from bankruptcy,” as Ana Cruz put it.")).toEqual([
      ["two tides away from bankruptcy,", "Ana Cruz"],
    ]);
    expect(told("In Ana Cruz’s words, “the line is two tides away from bankruptcy”.")).toEqual([
      ["the line is two tides away from bankruptcy", "Ana Cruz"],
    ]);
  });

  it("posted to a social network is the poster's, even when it ends with a full stop", () => {
    expect(
      told('"I have had a good talk with the islanders. We agreed on a fare." Cruz posted on her Chirp account.\n\nAna Cruz is the mayor.'),
    ).toEqual([["I have had a good talk with the islanders. We agreed on a fare.", "Ana Cruz"]]);
    expect(told("“Ferries are running again, thank you for waiting,” the operator tweeted.")).toEqual([
      ["Ferries are running again, thank you for waiting,", "the operator"],
    ]);
  });

  it("set as a block is told by its cite line", () => {
    expect(
      findQuotes(
        "The letter is short.\n\n“The sea does not read timetables, and neither do we.”\n— Ana Cruz, harbour master\n\nThe council has not replied.",
      ),
    ).toMatchObject([
      { text: "The sea does not read timetables, and neither do we.", speaker: { name: "Ana Cruz", role: "harbour master" } },
    ]);
    expect(told("“The sea does not read timetables, and neither do we.” — Ana Cruz")).toEqual([
      ["The sea does not read timetables, and neither do we.", "Ana Cruz"],
    ]);
    expect(told("“The sea does not read timetables, and neither do we.”\n\n-- Ana Cruz, in a letter to the Lantern")).toEqual([
      ["The sea does not read timetables, and neither do we.", "Ana Cruz"],
    ]);
  });

  it("is verbatim and stands at its offsets, whatever the text", () => {
    const piece = fc.constantFrom(
      '"',
      "“",
      "”",
      "«",
      "»",
      "„",
      "‘",
      "’",
      "'",
      "「",
      "」",
      "said",
      "Ana",
      "Cruz",
      "he",
      "the mayor",
      ",",
      ".",
      ":",
      "—",
      "\n",
      " ",
      "ferry",
      "of",
      "who",
      "(",
      ")",
      "\u{1F6A2}",
      "نعم",
      "，",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.boolean(), (pieces, spaced) => {
        const copy = pieces.join(spaced ? " " : "");
        let last = 0;
        for (const { text, start, end, speaker } of findQuotes(copy)) {
          expect(copy.slice(start, end)).toBe(text);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
          if (speaker) expect(speaker.end).toBeGreaterThan(speaker.start);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe("words in marks that nobody is quoted with", () => {
  it.each([
    ["a title", "Her first novel, “The Lamps of Salina Bay and Other Islands”, came out last spring."],
    ["a title after its kind", "She sang in the film “A Long Way to the Lighthouse Keeper’s Door” in her youth."],
    ["a nickname", "Tomas “The Net” Ellery has fished here since he was nine."],
    ["a scare quote", "The council’s “rescue” has cost the island its only bus."],
    ["a single term", "What sailors call “dead water” slows a ship without a sign on the surface."],
    ["two terms", "The terms “lee” and “windward shore” were new to the passengers."],
    ["a ship’s name", "The tender “Pride of Velmar” lay at the quay all week."],
    ["markup that was pasted along", 'The widget reads <div class="a b c d e f g h">.'],
  ])("are no quotation: %s", (_name, copy) => {
    expect(texts(copy)).toEqual([]);
  });

  it("are one when a post holds an address", () => {
    expect(told("“New fares from Monday, see https://fares.velmar.example/2026,” the Strait Line posted.")).toEqual([
      ["New fares from Monday, see https://fares.velmar.example/2026,", "Strait Line"],
    ]);
  });

  it("are one when somebody says them", () => {
    expect(told("“No comment,” said Ana Cruz.")).toEqual([["No comment,", "Ana Cruz"]]);
    expect(told("Asked whether the line would survive, Ana Cruz said: “Never.”")).toEqual([["Never.", "Ana Cruz"]]);
  });
});
