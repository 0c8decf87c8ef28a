import { describe, expect, it } from "vitest";
import { deskRules } from "../../../src/model/desk-rules.ts";
import { moment } from "../../render/sample-edition.ts";
import { deskSays, sampleFigure } from "../sample-copy.ts";

const inBody = (text: string, given: Parameters<typeof deskSays>[0] = {}) => deskSays({ ...given, text });
const rulesOf = (said: readonly string[]) => said.map((one) => one.split(":")[0]);

describe("the desk's eye on names", () => {
  it("sees one person's name in two spellings, middle initials aside, and never asks for a quotation to be changed", () => {
    expect(
      inBody("Harbour master Katharine Ocampo opened the lock.\n\n“I met Katherine P. Ocampo on the wall,” said Rui Leal, the pilot."),
    ).toEqual(["name-two-spellings: “Katharine Ocampo” here is “Katherine P. Ocampo” in line 2, in a quotation."]);
    expect(
      inBody(
        'Mayor Vella and Harbour Secretary Katharine Ocampo met on Thursday.\n\n"I spoke with Secretary of Ports Katherine P. Ocampo," Vella wrote.',
      ),
    ).toEqual(["name-two-spellings: “Katharine Ocampo” here is “Katherine P. Ocampo” in line 2, in a quotation."]);
    expect(inBody("“I met Katherine Ocampo,” said Rui Leal.\n\n“And I met Katharine Ocampo,” said Ana Silva, the cook.")).toEqual([]);
  });

  it.each([
    ["Mayor Rosa Brandão spoke first.\n\nLater Rosa Brandao left.", 1],
    ["Olaf Gutteres, the baker, said no.\n\nOlaf Guterres said it again.", 1],
    ["Captain Mohamed Saleh came.\n\nMohammed Saleh left.", 1],
    ["Maria Costa, the baker, sells bread.\n\nMario Costa, the fisherman, sells fish.", 0],
    ["Captain Dan Farrugia came.\n\nCaptain Don Farrugia went.", 0],
    ["Stephen Vella, the mayor, and Steven Vella, his cousin, disagreed.", 0],
    ["Robert Saliba, the judge, sat.\n\nRoberta Saliba, the clerk, stood.", 0],
    ["Martin Pace, a nurse, came.\n\nMarvin Pace, a nurse, went.", 0],
    ["The North Harbour is deep.\n\nThe South Harbour is not.", 0],
    ["The Finance Ministry said no.\n\nThe Finance Minister said yes.", 0],
    ["Jon Pace, a nurse, came. Jon Pace ate. Jon Pace slept.\n\nJohn Pace, a cook, came. John Pace ate. John Pace slept.", 0],
  ])("tells a slip of the pen from two people: %s", (text, count) => {
    expect(rulesOf(inBody(text)).filter((rule) => rule === "name-two-spellings")).toHaveLength(count);
  });
});

describe("the desk's eye on the calendar", () => {
  it.each([
    ["The pier opened on Thursday, November 7.", []],
    ["The pier opened on Thursday, November 8.", ["“Thursday, November 8”: 8 November 2024 is a Friday."]],
    ["It closed on Sunday 3 March 2019.", []],
    ["It closed on Monday 3 March 2019.", ["“Monday 3 March 2019”: 3 March 2019 is a Sunday."]],
    ["Its trial begins on Wed. the 15th of January.", []],
    ["Its trial begins on Tues., Jan. 15.", ["“Tues., Jan. 15”: 15 January 2025 is a Wednesday."]],
    ["In 2015 the roof fell on Tuesday, March 3.", []],
    ["“It was Thursday, November 8,” she said.", []],
    ["They meet on Tuesday at 7 and in November.", []],
    ["On Friday 31 November nothing happens.", []],
  ])("asks about a weekday that does not fit its date: %s", (text, said) => {
    expect(inBody(text)).toEqual(said.map((one) => `weekday-not-of-date: ${one}`));
  });

  it("reads other languages' calendars", () => {
    expect(rulesOf(inBody("Le port ouvrira le jeudi 8 novembre 2024.", { language: "fr" }))).toEqual(["weekday-not-of-date"]);
    expect(inBody("Der Hafen öffnet am Freitag, den 8. November 2024.", { language: "de" })).toEqual([]);
  });

  it.each([
    ["Last month the ferry stopped.", "“Last month” meant October 2024"],
    ["In October last year the ferry stopped.", "“October last year” meant October 2023"],
    ["Last December it snowed.", "“Last December” meant December 2023"],
    ["It left yesterday.", "“yesterday” meant Monday 11 November 2024"],
    ["It leaves next week.", "“next week” meant the week of 18 November 2024"],
    ["It left last Friday.", "“last Friday” meant Friday 8 November 2024"],
    ["It leaves next Friday.", "“next Friday” meant Friday 15 November 2024 or Friday 22 November 2024"],
    ["It left three days ago.", "“three days ago” meant Saturday 9 November 2024"],
    ["It left two years ago.", "“two years ago” meant 2022"],
    ["It leaves this morning.", "“this morning” meant Tuesday 12 November 2024"],
  ])("gives the date that a moving word meant: %s", (text, said) => {
    expect(inBody(text)).toEqual([`relative-date: ${said} on the day of publication, Tuesday 12 November 2024.`]);
  });

  it.each([
    "The last week of the fair was wet.",
    "He left and came back the next day, the next month and the next year.",
    "In its last year it sank.",
    "It happened forty years ago.",
    "The town of tomorrow has no cars.",
    "“We go last, next month,” she said.",
    "This may take a year, and this week’s paper has been read; ask next to the door.",
  ])("leaves alone what counts from another moment or is said by others: %s", (text) => {
    expect(inBody(text).filter((one) => !one.includes("this week"))).toEqual([]);
  });

  it("says a moving word once in an article", () => {
    expect(inBody("Last month it rained.\n\nIt rained all last month.", { standfirst: "Rain last month." })).toHaveLength(1);
  });
});

describe("the desk's eye on pictures, numbers and words", () => {
  it("asks for the credit of a caption, and for an alternative text of its own", () => {
    expect(rulesOf(deskSays({ figure: { ...sampleFigure, credit: null } }))).toEqual(["caption-without-credit"]);
    expect(rulesOf(deskSays({ figure: { ...sampleFigure, alt: "The ferry on its last crossing" } }))).toEqual(["alt-repeats-caption"]);
    expect(rulesOf(deskSays({ figure: { ...sampleFigure, alt: "IMG_2041.JPG" } }))).toEqual(["alt-repeats-file-name"]);
    expect(deskSays({ figure: sampleFigure })).toEqual([]);
  });

  it.each([
    ["Ferry fares up 12 per cent", "Fares rise by twelve per cent.", []],
    ["Ferry fares up 12 per cent", "Fares rise by eleven per cent.", ["The headline says 12; the story never does."]],
    ["Three dead in quarry fall", "Four people died.", ["The headline says Three; the story never does."]],
    ["Bank lends Sh300bn", "The bank has lent Sh299.8 billion.", []],
    ["Bank lends 300bn", "The bank has lent 3 billion.", ["The headline says 300bn; the story never does."]],
    ["Two hundred and eleven steps", "There are 211 of them.", []],
    ["Council grants 1,200 marks", "It gives 1.200 marks.", []],
    ["Nearly 50 boats enter", "There were 48 boats.", []],
    ["Five ways to mend a net", "Begin at the edge.", []],
    ["Apollo 11 comes to Velmar", "The film is shown.", []],
    ["Budget 2025 at a glance", "The council met.", []],
    ["One for the road", "The council met.", []],
    ["٣ قوارب تعود", "عاد ثلاثون من 30 قاربا.", ["The headline says ٣; the story never does."]],
  ])("compares the number in a headline with the story: %s / %s", (headline, text, said) => {
    expect(deskSays({ headline, text })).toEqual(said.map((one) => `headline-number-not-in-body: ${one}`));
  });

  it.each([
    ["The HUC met.", ["“HUC” is explained nowhere in the article."]],
    ["The Harbour Users’ Committee (HUC) met. The HUC voted.", []],
    ["The HUC (Harbour Users’ Committee) met.", []],
    ["The HUC met. The Harbour Users Committee has nine members.", []],
    ["The committee, or HUC, met.", []],
    ["The UN, the EU and an NGO met on TV.", []],
    ["“The HUC is late,” she said.", []],
    ["It sails at 8 p.m. EAT and makes 40 KW.", []],
    ["BA 123 landed in Salem, OR with COVID-19 aboard.", []],
    ["Louis XIV came, a NW wind behind him.", []],
    ["Do NOT go, do not stay.", []],
    ["CLOSED BY ORDER OF HUC", []],
    ["HK: When did you begin?", []],
    ["The bishops of the HUC (Comité du port) met.", []],
    ["They told HUC News so in the Salina HUC tower.", []],
    ["The HUC Chairman spoke.", ["“HUC” is explained nowhere in the article."]],
  ])("asks what an acronym means, unless the article or everybody knows: %s", (text, said) => {
    expect(inBody(text)).toEqual(said.map((one) => `acronym-undefined: ${one}`));
  });

  it("knows the acronyms of the newsroom, its agencies and the credit", () => {
    expect(
      deskSays(
        { text: "The HUC met, said AFP, beside the RNLB crew.", figure: { ...sampleFigure, credit: "RNLB" } },
        { acronyms: ["HUC"] },
      ),
    ).toEqual([]);
  });

  it.each([
    ["They went to the the pier.", ["“the the”: the word stands here twice."]],
    ["The the pier is shut.", ["“The the”: the word stands here twice."]],
    ["He had had enough, and that that was said was very very clear.", []],
    ["They sailed from Bora Bora and drew nil nil.", []],
    ["Help, help, help. Come come come.", []],
    ["“To to be,” he stammered.", []],
    ["It ends in the.\n\nThe next begins.", []],
  ])("sees a word that stands twice: %s", (text, said) => {
    expect(inBody(text)).toEqual(said.map((one) => `doubled-word: ${one}`));
  });

  it("asks nothing about words in a language it does not know", () => {
    expect(inBody("Nous nous levons le le matin avec la SNCF, last month.", { language: "fr" })).toEqual([]);
  });

  it("is silent about the rules an article or the newsroom has silenced, and about no others", () => {
    const text = "Last month the the HUC met.";
    expect(rulesOf(inBody(text))).toEqual(["doubled-word", "relative-date", "acronym-undefined"]);
    expect(rulesOf(inBody(text, { silence: ["doubled-word", "relative-date"] }))).toEqual(["acronym-undefined"]);
    expect(rulesOf(deskSays({ text }, { silence: ["acronym-undefined"] }))).toEqual(["doubled-word", "relative-date"]);
    expect(inBody(text, { silence: deskRules })).toEqual([]);
  });
});

describe("the desk's eye on text of any length", () => {
  const hostile: readonly (readonly [string, (size: number) => string])[] = [
    ["quotation marks", (size) => "“\"'‘«".repeat(size / 5)],
    ["apostrophes", (size) => "'a ".repeat(size / 3)],
    ["one word", (size) => "a".repeat(size)],
    ["one word twice", (size) => `${"a".repeat(size / 2)} ${"a".repeat(size / 2)}`],
    ["capitals", (size) => "Ab Ac. ".repeat(size / 7)],
    ["namesakes", (size) => Array.from({ length: size / 20 }, (_, at) => `Mayor An${at.toString(36)}a Costa met.`).join("\n\n")],
    [
      "acronyms",
      (size) => Array.from({ length: size / 6 }, (_, at) => `X${String.fromCharCode(65 + (at % 26), 65 + ((at >> 4) % 26))}Q `).join(""),
    ],
    ["dates", (size) => "Thursday, November 7, last year and two years ago. ".repeat(size / 50)],
    ["blanks", (size) => `Thursday${" ".repeat(size)}the${" ".repeat(size)}the`],
  ];

  it.each(hostile)("grows no faster than the text: %s", (_, make) => {
    const cost = (size: number) => {
      const text = make(size);
      const best = Array.from({ length: 3 }, () => {
        const started = process.cpuUsage();
        deskSays({ text, headline: text.slice(0, 2000) });
        const { user, system } = process.cpuUsage(started);
        return user + system;
      });
      return Math.min(...best);
    };
    cost(15_000);
    const ratio = cost(120_000) / Math.max(cost(15_000), 2000);
    // Eight times the text: a quadratic rule would need 64 times the work.
    expect(ratio).toBeLessThan(28);
  });

  it("never throws, whatever the words", () => {
    for (const text of ["", "\u{1f4a5}".repeat(50), "last", "last ", "ago", "Thursday, ", "a’", "٣", "1.", "(", "J. J. J."])
      expect(() => deskSays({ text, headline: text, standfirst: text, published: moment("2024-02-29") })).not.toThrow();
  });
});
