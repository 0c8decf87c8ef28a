import { describe, expect, it } from "vitest";
import { readByline } from "../../src/wire/byline.ts";

const told = (line: string) => {
  const byline = readByline(line);
  return byline === null
    ? null
    : {
        shape: byline.shape,
        names: byline.names.map(({ name, role, affiliation }) => [name, role, affiliation].filter((part) => part !== null)),
      };
};

describe("a line that names who wrote the story", () => {
  it.each([
    ["By Rosa M. Keel and Hans Odum", "lead", [["Rosa M. Keel"], ["Hans Odum"]]],
    ["By Siti D. Lund for the Velmar Leaf", "lead", [["Siti D. Lund", "Velmar Leaf"]]],
    ["By Maria K. Jost in Salina Bay", "lead", [["Maria K. Jost"]]],
    ["byRahim Fadel", "lead", [["Rahim Fadel"]]],
    ["By Sam Kull and Vasil Stepan  The Associated Press", "lead", [["Sam Kull"], ["Vasil Stepan", "The Associated Press"]]],
    ["Analysis by Ann Bell", "lead", [["Ann Bell"]]],
    ["Kommentar von Nina Opel", "lead", [["Nina Opel"]]],
    ["Autor: Moni Boll und Anna Trech", "lead", [["Moni Boll"], ["Anna Trech"]]],
    ["By Ann Bell with files from Tom Lee", "lead", [["Ann Bell"]]],
    ["Harbour, News | Published: 5 hours ago | Written by Elia Ndey", "lead", [["Elia Ndey"]]],
    ["Amy Gibb Political Correspondent", "role", [["Amy Gibb", "Political Correspondent"]]],
    ["Stefan Rys Deputy Content Hub Director", "role", [["Stefan Rys", "Deputy Content Hub Director"]]],
    ["Emma MackenLifestyle Writer", "role", [["Emma Macken", "Lifestyle Writer"]]],
    ["AFP, KINGSPORT", "role", [["AFP"]]],
    ["Reuters, Tor Kram", "role", [["Reuters"], ["Tor Kram"]]],
    ["By Ann Bell0, Joe Lund", "lead", [["Ann Bell"], ["Joe Lund"]]],
    ["von David Straub, MDR NORD", "lead", [["David Straub", "MDR NORD"]]],
    ["9. September 2025 um 15:46 Uhr / Frank Wunder", "bare", [["Frank Wunder"]]],
    ["Ann Bell|Published 4 months ago", "bare", [["Ann Bell"]]],
    ["Tobi Mühl24.04.2024, 19:35", "bare", [["Tobi Mühl"]]],
    ["Ntombi Ngcobo 2 minutes read", "bare", [["Ntombi Ngcobo"]]],
  ])("reads %s", (line, shape, names) => {
    expect(told(line)).toEqual({ shape, names });
  });

  it.each([
    "Friso Gent/dpa",
    "JETZT KOSTENLOS FÜR ALLE",
    "Chief Political Correspondent",
    "Ann Bell fell. She rose again",
    "Photo by Ann Bell",
  ])("does not take %s for one", (line) => {
    expect(told(line)?.names.flat() ?? null).toBeNull();
  });
});
