import { describe, expect, it } from "vitest";
import { findQuotes } from "../../src/wire/find-quotes.ts";

/** Processor time in milliseconds: what else the machine does hardly counts. */
function cost(text: string): number {
  const before = process.cpuUsage();
  findQuotes(text);
  return process.cpuUsage(before).user / 1000;
}

const million = 1_000_000;
const plenty = 160_000;

describe("finding quotations", () => {
  it.each([
    ["a million straight marks", '"', million],
    ["opening marks alone", "“", plenty],
    ["closing marks alone", "”", plenty],
    ["marks that close before they open", "»a«", plenty],
    ["apostrophes of owners", "‘the guilds’ ", plenty],
    ["a megabyte of one line without a full stop", "the boats and the nets and ", million],
    ["a megabyte of capitals", "Abel Bay Cora ", million],
    ["nothing but said", "and said ", million],
    ["nothing but saying", "saying and ", plenty],
    ["names and pronouns", "Ana Cruz met Tom Neri. He said “we are here now”. ", plenty],
    ["a relative clause in a relative clause", "Ana Cruz, who said, ", plenty],
    ["quotations left open in every paragraph", "“We go on and on and on,\n", plenty],
    ["brackets never closed", "(Ana ", plenty],
    ["initials", "A. ", plenty],
    ["spaces", " \t", plenty],
  ])("takes time in proportion to the text: %s", (_name, piece, full) => {
    const text = piece.repeat(full / piece.length);
    const quarter = text.slice(0, full / 4);
    const small = Math.max(cost(quarter), 8);
    // Four times the text; sixteen times the time would be quadratic.
    expect(cost(text) / small).toBeLessThan(11);
  });

  it("takes time in proportion to the text: marks within marks within marks", () => {
    const nested = (depth: number) => "“‘".repeat(depth) + "word ".repeat(9) + "’”".repeat(depth);
    const small = Math.max(cost(nested(10_000)), 8);
    expect(cost(nested(40_000)) / small).toBeLessThan(11);
  });

  it("takes time in proportion to the text: a different person in every sentence", () => {
    const crowd = (size: number) =>
      Array.from({ length: size }, (_, index) => `Ana Cruz${index} met Tom${index} Neri. “We are all still here today,” she said.`).join(
        "\n",
      );
    const small = Math.max(cost(crowd(1000)), 8);
    expect(cost(crowd(4000)) / small).toBeLessThan(11);
  });
});
