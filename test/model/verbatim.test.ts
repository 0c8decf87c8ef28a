import { describe, expect, it } from "vitest";
import { findVerbatim, firstDifference, plainWords } from "../../src/model/verbatim.ts";

const body =
  "The clerk rose.\n\n“We have every bolt – all nine of them – that was in it,” said Rosa Brandão.\n\n“Nobody asked the crane’s driver.”";

describe("words as they were said", () => {
  it.each([
    ["“We have”", '"We have"'],
    ["the crane’s", "the crane's"],
    ["« Non »", '" Non "'],
    ["nine – of — them", "nine - of - them"],
    ["10\u202f000\u00a0marks  and\nmore", "10 000 marks and more"],
    ["so\u00adfter\u200b", "softer"],
    ["Branda\u0303o", "Brandão"],
  ])("are the same in every typesetting: %s", (one, other) => {
    expect(plainWords(one)).toBe(plainWords(other));
  });

  it.each([
    ["We have", "We  Have"],
    ["paid", "pays"],
    ["e", "é"],
    ["a.", "a"],
    ["bolt", "bólt"],
  ])("are others by one letter: %s, %s", (one, other) => {
    expect(plainWords(one)).not.toBe(plainWords(other));
  });

  it("are found where they stand, whatever their marks, dashes and spaces", () => {
    const place = findVerbatim(body, "We have every bolt - all nine of them — that was in it");
    expect(place && body.slice(place.start, place.end)).toBe("We have every bolt – all nine of them – that was in it");
    const other = findVerbatim(body, "Nobody asked the crane's driver.");
    expect(other && body.slice(other.start, other.end)).toBe("Nobody asked the crane’s driver.");
    expect(findVerbatim(body, "We have every bolt all nine")).toBeNull();
    expect(findVerbatim(`  \n${body}`, "Nobody asked the crane's driver")?.start).toBe(body.indexOf("Nobody") + 3);
  });

  it("are shown beside the nearest words of the body, with the character where they part", () => {
    const found = firstDifference(body, "We have every bolt - all ten of them - that was in it");
    expect(found).toMatchObject({ bodyHas: "“n”", quoteHas: "“t”" });
    expect(found?.body).toContain("We have every bolt – all nine of them");
    expect(found?.quote).toContain("We have every bolt - all ten of them");
    expect(body.slice(found?.offset)).toMatch(/^nine/);
  });

  it("are recognised by their end when their beginning is other, down to the first letter", () => {
    expect(firstDifference(body, "He have every bolt – all nine of them")).toMatchObject({ bodyHas: "“W”", quoteHas: "“H”" });
    expect(firstDifference(body, "nobody asked the crane’s driver.")).toMatchObject({ bodyHas: "“N”", quoteHas: "“n”" });
    expect(firstDifference(body, "Nobody asked the crane’s driver. Ever.")).toMatchObject({ bodyHas: '“"”', quoteHas: "a space" });
  });

  it("are not compared with words that have nothing in common with them", () => {
    expect(firstDifference(body, "The sea is wide and blue")).toBeNull();
  });
});
