import { describe, expect, it } from "vitest";
import { chooseKeyQuotes } from "../../src/wire/choose-key-quotes.ts";
import { findQuotes } from "../../src/wire/find-quotes.ts";

function chosen(text: string, headline = "Ferries stay in port", standfirst: string | null = null) {
  return chooseKeyQuotes({ quotes: findQuotes(text), headline, standfirst, text }).map(({ quote, why }) => [quote.text, why]);
}

describe("key quotes", () => {
  it("are at most three, of different speakers before several of one, in the order of the piece", () => {
    const text = `“We have waited nine years for this bridge to open,” Ana Cruz said. “Nobody on this island will wait for another nine of them.” She added: “The plans are drawn and the money is in the bank.”

“The money was spent long ago on other things,” said Tom Neri.

“I only want to reach my mother before the winter,” said Lea Moor.`;
    expect(chosen(text).map(([quote]) => quote)).toEqual([
      "Nobody on this island will wait for another nine of them.",
      "The money was spent long ago on other things,",
      "I only want to reach my mother before the winter,",
    ]);
  });

  it("say why they were chosen", () => {
    const text =
      "“We have waited nine years for this bridge to open,” said harbour master Ana Cruz. “Nobody will wait.”\n\n“And we will wait as long as it takes to open it,” a woman in the queue said.";
    expect(chosen(text).map(([, why]) => why)).toEqual([
      "a whole sentence of 10 words by Ana Cruz, harbour master",
      "a whole sentence of 12 words by a woman in the queue (not named)",
    ]);
    expect(chosen(`${text}\n\n“The bridge is the only way off the island,” Cruz said.`)[0]?.[1]).toBe(
      "a whole sentence of 10 words by Ana Cruz, harbour master; chosen from 2 by this speaker",
    );
  });

  it("do not tell again what headline or standfirst told", () => {
    const text = "“The ferries will stay in port until the storm has passed,” said Ana Cruz.";
    expect(chosen(text, "“Ferries will stay in port until storm has passed”")).toEqual([]);
    expect(chosen(text, "Cruz speaks", "Ferries will stay in port until the storm has passed, says the harbour.")).toEqual([]);
    expect(chosen(text, "Harbour closed")).toHaveLength(1);
  });

  it("are whole sentences rather than parts, and of six to sixty words", () => {
    const text =
      "Ana Cruz called the timetable “a long and very expensive joke at our cost”. “Nobody who has ever stood on this quay believes it,” she said. “No,” she added.";
    expect(chosen(text).map(([quote]) => quote)).toEqual([
      "a long and very expensive joke at our cost",
      "Nobody who has ever stood on this quay believes it,",
    ]);
    expect(chosen(`“${"So it goes. ".repeat(25)}” said Ana Cruz.`)).toEqual([]);
  });

  it("need a speaker", () => {
    expect(chosen("On the wall was painted “the sea takes what it wants from us”.")).toEqual([]);
  });

  it("are not chosen twice when a pull quote repeats one", () => {
    const line = "“We have waited nine years for this bridge to open,” said Ana Cruz.";
    expect(chosen(`${line}\n\n${line}`)).toHaveLength(1);
  });
});
