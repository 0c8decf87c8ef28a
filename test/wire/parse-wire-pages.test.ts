import { describe, expect, it } from "vitest";
import { parseWire } from "../../src/wire/parse-wire.ts";
import type { ParsedWire } from "../../src/wire/parsed-wire.ts";

const at = { zone: "Africa/Nairobi", captured: "2026-11-22T10:00+03:00" };
const names = (wire: ParsedWire): readonly string[] => (wire.byline ?? []).map((name) => name.name);
const headlines = (wire: ParsedWire): readonly string[] => wire.related.map((item) => item.headline);
const codes = (wire: ParsedWire): readonly string[] => wire.ambiguities.map((doubt) => doubt.code);

// Every page is invented; only the layouts are those of real wires and papers.
describe("a page as pasted", () => {
  it("of an American agency gives dateline, photo credit and no sign-off in the body", () => {
    const wire = parseWire(
      `Storm knocks out power on Saint Brendan as hundreds shelter in schools

By MARTA QUILL and DEV ANAND
November 21, 2026

1 of 4 | Residents carry mattresses into a school on Saint Brendan, Friday, Nov. 20, 2026. (AP Photo/Owen Tull)

PORT BRENDAN, Saint Brendan (AP) — A storm that forecasters had expected to pass to the north knocked out power across Saint Brendan on Friday, officials said.

About 600 people spent the night in schools and churches. "We have candles and we have each other," said Ruth Amory, a nurse.

The power company said lines would be repaired by Sunday.

___

Associated Press writer Lena Moss in Kingsport contributed to this report.`,
      at,
    );
    expect(wire.headline).toBe("Storm knocks out power on Saint Brendan as hundreds shelter in schools");
    expect(names(wire)).toEqual(["MARTA QUILL", "DEV ANAND"]);
    expect(wire.dateline).toBe("PORT BRENDAN, Saint Brendan");
    expect(wire.source).toBe("AP");
    expect(wire.published).toMatchObject({ iso: "2026-11-21", precision: "day" });
    expect(wire.figure?.credit).toBe("AP Photo/Owen Tull");
    expect(wire.figure?.caption).toContain("Residents carry mattresses");
    expect(wire.body).toHaveLength(3);
    expect(wire.body[0]).toMatch(/^PORT BRENDAN, Saint Brendan \(AP\) — A storm/);
  });

  it("of a British broadcaster gives author, role, an age resolved against the capture, and picture lines", () => {
    const wire = parseWire(
      `Published
3 hours ago
Share
Save
Bridge tolls to end after forty years
Tom Ellery
Transport correspondent, Saint Brendan
Image source, Getty Images
Image caption, The toll plaza opened in 1986

Tolls on the harbour bridge will end in April, forty years after they were meant to be scrapped, the transport minister has said.

Drivers now pay two pounds to cross, and the queue at the booths can last half an hour on a Friday.

The minister said the booths would be "gone by Easter".

More on this story
Why the bridge still charges
Ferry fares rise for the third year`,
      at,
    );
    expect(wire.headline).toBe("Bridge tolls to end after forty years");
    expect(wire.byline).toEqual([
      { kind: "person", name: "Tom Ellery", role: "Transport correspondent, Saint Brendan", affiliation: null },
    ]);
    expect(wire.published).toMatchObject({ iso: "2026-11-22T07:00:00+03:00", precision: "hour", words: "3 hours ago" });
    expect(wire.figure).toEqual({ caption: "The toll plaza opened in 1986", credit: "Getty Images" });
    expect(wire.body).toHaveLength(3);
    expect(headlines(wire)).toEqual(["Why the bridge still charges", "Ferry fares rise for the third year"]);
  });

  it("of a financial agency ends at the line of reporters and editors", () => {
    const wire = parseWire(
      `Copper mine in Katanda halts output after tunnel floods

By Irene Holt

KATANDA, Nov 21 (Reuters) - A copper mine in the east halted output on Saturday after a tunnel flooded, its owner said.

The mine makes up 4 percent of the country's exports.

(Reporting by Irene Holt in Katanda; Editing by Paul Weiss)

Our Standards: The Thomson Reuters Trust Principles.`,
      at,
    );
    expect(names(wire)).toEqual(["Irene Holt"]);
    expect(wire.dateline).toBe("KATANDA");
    expect(wire.source).toBe("Reuters");
    expect(wire.published).toMatchObject({ iso: "2026-11-21", precision: "day" });
    expect(wire.body).toHaveLength(2);
  });

  it("of a Chinese agency ends at its end mark", () => {
    const wire = parseWire(
      `Solar pumps bring water to hill farms
Source: Xinhua
Editor: Lin Wei
2026-11-20 21:14:33

MWANDO, Nov. 20 (Xinhua) -- More than 300 solar pumps have been set up on hill farms in the north this year, the ministry of water said on Friday.

"The pump runs all day and costs us nothing," said Peter Lomo, a farmer. Enditem

Enditem`,
      at,
    );
    expect(wire.headline).toBe("Solar pumps bring water to hill farms");
    expect(wire.dateline).toBe("MWANDO");
    expect(wire.source).toBe("Xinhua");
    expect(wire.published).toMatchObject({ iso: "2026-11-20T21:14:00+03:00", precision: "minute" });
    expect(wire.body).toHaveLength(2);
  });

  it("of an African paper keeps its cards in the order headline, byline, age", () => {
    const wire = parseWire(
      `Home » Counties » Tea farmers reject new bonus plan
Counties
Tea farmers reject new bonus plan
By Wambui Karanja and Otieno Ouma | Nov 21, 2026
Tea farmers outside the Kipkebe factory on Friday. [Josphat Rono, Weekly Leaf]
Tea farmers in the west have rejected a plan to pay their bonus in two parts, saying school fees fall due in January.
At a meeting on Friday they asked the factory to pay at once, as it did last year.
The factory said it would answer within a week.
Related Topics
tea farmers bonus
Latest Stories
Lake level falls for a fourth month
By Achieng Odera
2 hrs ago
Court stops sale of market land
By AFP
5 hrs ago`,
      at,
    );
    expect(wire.headline).toBe("Tea farmers reject new bonus plan");
    expect(wire.section).toBe("Counties");
    expect(names(wire)).toEqual(["Wambui Karanja", "Otieno Ouma"]);
    expect(wire.figure).toEqual({ caption: "Tea farmers outside the Kipkebe factory on Friday.", credit: "Josphat Rono, Weekly Leaf" });
    expect(wire.body).toHaveLength(3);
    expect(wire.related.map(({ headline, byline, published }) => [headline, byline, published?.iso])).toEqual([
      ["Lake level falls for a fourth month", "Achieng Odera", "2026-11-22T08:00:00+03:00"],
      ["Court stops sale of market land", "AFP", "2026-11-22T05:00:00+03:00"],
    ]);
  });

  it("leaves cookies, sharing, advertisements, newsletters and comments out of the body", () => {
    const wire = parseWire(
      `We use cookies to improve your experience. By continuing to use this site you accept our cookie policy.
Skip to main content
Home
News
Sport
Subscribe

School roof blown off in gale

Facebook
Twitter
WhatsApp
Copy link
2 min read

A gale blew the roof off the primary school at Kilmore on Thursday night, and lessons will be held in the church hall.

Advertisement

Nobody was in the building, the head teacher, Ciara Boyle, said. "We were very lucky with the hour," she added.

Sign up to our newsletter and get the day's stories in your inbox.

Follow us on Facebook for more news.

The council expects repairs to take until March.

Copyright 2026 The Kilmore News. All rights reserved.

4 Comments

Paddy M
3 hours ago
I said that roof would go, and nobody listened to me when I said so at the meeting last year.

Leave a comment
Your email address will not be published.`,
      at,
    );
    expect(wire.headline).toBe("School roof blown off in gale");
    expect(wire.body).toEqual([
      "A gale blew the roof off the primary school at Kilmore on Thursday night, and lessons will be held in the church hall.",
      `Nobody was in the building, the head teacher, Ciara Boyle, said. "We were very lucky with the hour," she added.`,
      "The council expects repairs to take until March.",
    ]);
    expect(wire.byline).toBeNull();
    expect(wire.related).toEqual([]);
  });

  it("tells a standfirst from the first paragraph by the byline between them", () => {
    const wire = parseWire(
      `OPINION
The ferry is a road, so pay for it as a road
Islanders pay twice for a crossing that mainlanders would call a bridge.
By Nora Vell
20 November 2026, 7:30 am GMT

Nobody is asked to buy a ticket for the coast road, and nobody thinks that strange.

Yet the ferry, which is our coast road, costs a teacher a day's pay each month.`,
      at,
    );
    expect(wire.section).toBe("OPINION");
    expect(wire.standfirst).toBe("Islanders pay twice for a crossing that mainlanders would call a bridge.");
    expect(names(wire)).toEqual(["Nora Vell"]);
    expect(wire.published).toMatchObject({ iso: "2026-11-20T07:30:00Z", precision: "minute" });
    expect(wire.body).toHaveLength(2);
  });

  it("takes a kicker above and a caption before the headline for what they are", () => {
    const wire = parseWire(
      `LIGHTHOUSE SALE
The lamp room of the Skerry light, which was put out in 2019. Photo: Ewan Rae
Skerry lighthouse sold to its last keeper

The last keeper of the Skerry light has bought it for one pound, on condition that he paints it every third year.

Hamish Orr, 71, put out the lamp himself in 2019 and has lived in the cottage since.`,
      at,
    );
    expect(wire.kicker).toBe("LIGHTHOUSE SALE");
    expect(wire.headline).toBe("Skerry lighthouse sold to its last keeper");
    expect(wire.figure).toEqual({ caption: "The lamp room of the Skerry light, which was put out in 2019.", credit: "Ewan Rae" });
    expect(wire.body).toHaveLength(2);
  });

  it("finds a picture's words in the midst of the story and keeps them out of it", () => {
    const wire = parseWire(
      `Choir of dockers sings for the last crane

Forty dockers sang on Saturday as the last crane on the east quay came down after ninety years.

The crane had not moved since 2011 and was sold for scrap in the spring.

Dockers watch as the arm of the crane is lowered. | REUTERS

"It lifted half of this town," said Jo Brandt, who drove it for thirty years.`,
      at,
    );
    expect(wire.figure).toEqual({ caption: "Dockers watch as the arm of the crane is lowered.", credit: "REUTERS" });
    expect(wire.body).toHaveLength(3);
  });

  it.each([
    ["Boats at the quay on Monday. [AFP]", "Boats at the quay on Monday.", "AFP"],
    ["Boats at the quay on Monday. (AP Photo/Ann Lee)", "Boats at the quay on Monday.", "AP Photo/Ann Lee"],
    ["Boats at the quay on Monday. (Photo by Ann Lee/Getty Images)", "Boats at the quay on Monday.", "Ann Lee/Getty Images"],
    ["Boats at the quay on Monday. Photo: Ann Lee", "Boats at the quay on Monday.", "Ann Lee"],
    ["Boats at the quay on Monday Image: Ann Lee.", "Boats at the quay on Monday", "Ann Lee"],
    ["Boats at the quay on Monday. Photograph: Ann Lee/The Shore", "Boats at the quay on Monday.", "Ann Lee/The Shore"],
    ["Boats at the quay on Monday. PHOTO | ANN LEE | SHORE MEDIA", "Boats at the quay on Monday.", "ANN LEE | SHORE MEDIA"],
    ["Boats at the quay on Monday. Courtesy of Ann Lee", "Boats at the quay on Monday.", "Ann Lee"],
    ["Boats at the quay on Monday. REUTERS/Ann Lee", "Boats at the quay on Monday.", "REUTERS/Ann Lee"],
    ["Boats at the quay on Monday. © Ann Lee / AFP", "Boats at the quay on Monday.", "Ann Lee / AFP"],
    ["Boats at the quay on Monday.\nPhoto credit: Ann Lee", "Boats at the quay on Monday.", "Ann Lee"],
    ["Boats at the quay on Monday.\nAnn Lee/AFP", "Boats at the quay on Monday.", "Ann Lee/AFP"],
    ["Image source, Reuters\nImage caption, Boats at the quay on Monday", "Boats at the quay on Monday", "Reuters"],
    ["Boats at the quay on Monday. Picture: Ann Lee", "Boats at the quay on Monday.", "Ann Lee"],
    ["Boats at the quay on Monday. Credit: Ann Lee/Shore", "Boats at the quay on Monday.", "Ann Lee/Shore"],
  ])("reads the credit in %j", (line, caption, credit) => {
    const wire = parseWire(
      `Fishing boats kept in by swell\n\n${line}\n\nThe fleet stayed in harbour on Monday because of a heavy swell from the west, the harbour office said.\n\nIt expects to sail on Wednesday if the wind drops.`,
      at,
    );
    expect(wire.figure).toEqual({ caption, credit });
    expect(wire.body).toHaveLength(2);
  });

  it.each([
    ["By Ann Lee", ["Ann Lee"]],
    ["BY ANN LEE AND SAM OBI", ["ANN LEE", "SAM OBI"]],
    ["By Ann Lee, Sam Obi and Peter van der Berg", ["Ann Lee", "Sam Obi", "Peter van der Berg"]],
    ["By Ann Lee, Reuters", ["Ann Lee"]],
    ["Ann Lee, BBC News", ["Ann Lee"]],
    ["By Ann Lee in Mombasa", ["Ann Lee"]],
    ["By Ann Lee, New York", ["Ann Lee"]],
    ["By Ann Lee | Published 20 November 2026", ["Ann Lee"]],
    ["Posted by Ann Lee on November 20, 2026", ["Ann Lee"]],
    ["By The Associated Press", ["The Associated Press"]],
    ["Par Anne Leroy", ["Anne Leroy"]],
    ["Von Anna Müller", ["Anna Müller"]],
    ["By Our Correspondent", ["Our Correspondent"]],
    ["By Dr. Ann Lee", ["Dr. Ann Lee"]],
    ["By\nAnn Lee", ["Ann Lee"]],
  ])("reads the byline in %j", (line, expected) => {
    const wire = parseWire(
      `Fishing boats kept in by swell\n\n${line}\n\nThe fleet stayed in harbour on Monday because of a heavy swell from the west, the harbour office said.\n\nIt expects to sail on Wednesday if the wind drops.`,
      at,
    );
    expect(names(wire)).toEqual(expected);
    expect(wire.body).toHaveLength(2);
  });

  it.each([
    "By Monday evening the swell had dropped and the first boats left the harbour for the banks.",
    "By the numbers: 14 boats, 60 men and a week without pay",
    "By contrast, boats to the north sailed all week and sold their fish at twice the price.",
  ])("does not take %j for a byline", (line) => {
    const wire = parseWire(
      `Fishing boats kept in by swell\n\nThe fleet stayed in harbour on Monday because of a heavy swell from the west, the harbour office said.\n\n${line}\n\nIt expects to sail on Wednesday if the wind drops.`,
      at,
    );
    expect(wire.byline).toBeNull();
    expect(wire.body.length).toBeGreaterThanOrEqual(2);
  });

  it.each([
    ["Published: November 20, 2026 at 10:15 EAT", "2026-11-20T10:15:00+03:00", "minute"],
    ["Posted on Fri 20 Nov 2026 09.30 GMT", "2026-11-20T09:30:00Z", "minute"],
    ["Nov. 20, 2026 8:05 p.m. ET", "2026-11-20T20:05:00-05:00", "minute"],
    ["20 Nov 2026, 08:30 GMT+3", "2026-11-20T08:30:00+03:00", "minute"],
    ["Friday, November 20, 2026", "2026-11-20", "day"],
    ["2026-11-20", "2026-11-20", "day"],
    ["Publié le 20 novembre 2026 à 14h30", "2026-11-20T14:30:00+03:00", "minute"],
    ["45 mins ago", "2026-11-22T09:15:00+03:00", "minute"],
    ["Yesterday at 6.30pm", "2026-11-21T18:30:00+03:00", "minute"],
    ["2 days ago", "2026-11-20", "day"],
    ["20.11.2026", "2026-11-20", "day"],
  ])("reads the time in %j", (line, iso, precision) => {
    const wire = parseWire(
      `Fishing boats kept in by swell\n\n${line}\n\nThe fleet stayed in harbour because of a heavy swell from the west, the harbour office said on Friday.\n\nIt expects to sail on Wednesday if the wind drops.`,
      at,
    );
    expect(wire.published).toMatchObject({ iso, precision });
  });

  it("keeps the time of an update apart from that of publication", () => {
    const wire = parseWire(
      `Fishing boats kept in by swell
Published: 19 November 2026
Updated: 20 November 2026, 11:00

The fleet stayed in harbour because of a heavy swell from the west, the harbour office said on Friday.

It expects to sail on Wednesday if the wind drops.`,
      at,
    );
    expect(wire.published?.iso).toBe("2026-11-19");
    expect(wire.updated?.iso).toBe("2026-11-20T11:00:00+03:00");
  });

  it("says when a date can be read with the day or the month first, and when its weekday does not fit", () => {
    const page = (line: string): ParsedWire =>
      parseWire(
        `Fishing boats kept in by swell\n\n${line}\n\nThe fleet stayed in harbour because of a heavy swell from the west, the harbour office said.\n\nIt expects to sail soon.`,
        at,
      );
    const order = page("04/05/2026").ambiguities.find((doubt) => doubt.code === "date-order");
    expect(order?.readings).toEqual(["Day first: 2026-05-04.", "Month first: 2026-04-05."]);
    expect(codes(page("Monday, November 20, 2026"))).toContain("weekday-clash");
    expect(codes(page("20/11/2026"))).not.toContain("date-order");
  });

  it("keeps subheads and lists as what they are", () => {
    const wire = parseWire(
      `What the new harbour rules mean

The harbour office will apply new rules from January, after two years of talks with boat owners and traders.

Who has to pay

Boats over eight metres pay by the day. The office named three groups that do not:

- boats of the rescue service
- boats laid up for repair
- boats under sail alone

When it starts

The rules start on the first of January, and fines follow in March.`,
      at,
    );
    expect(wire.blocks.map((block) => block.kind)).toEqual([
      "paragraph",
      "subhead",
      "paragraph",
      "list-item",
      "list-item",
      "list-item",
      "subhead",
      "paragraph",
    ]);
    expect(wire.blocks[3]?.text).toBe("boats of the rescue service");
    expect(wire.body).not.toContain("Who has to pay");
  });

  it("keeps an embedded post with the story and a repeated pull quote out of it", () => {
    const wire = parseWire(
      `Minister says bridge tolls will go by Easter

The transport minister said on Sunday that the tolls would go, in words that left no way back.

"I will be at the booth with a sledgehammer on Good Friday," she told the crowd, and they cheered for a minute.

I will be at the booth with a sledgehammer on Good Friday

She wrote the same the next morning.

Tolls end at Easter. No ifs, no review, no commission.
— Ada Finch (@adafinch) November 22, 2026

The opposition said it would believe it when it saw it.`,
      at,
    );
    expect(wire.body).not.toContain("I will be at the booth with a sledgehammer on Good Friday");
    expect(wire.blocks.filter((block) => block.kind === "embed").map((block) => block.text)).toContain(
      "Tolls end at Easter. No ifs, no review, no commission.",
    );
    expect(wire.body.at(-1)).toBe("The opposition said it would believe it when it saw it.");
  });

  it("takes headlines offered in the midst of the story out of it", () => {
    const wire = parseWire(
      `Minister says bridge tolls will go by Easter

The transport minister said on Sunday that the tolls would go, in words that left no way back.

READ ALSO: Ferry fares rise for the third year running

Drivers now pay two pounds to cross, and the queue can last half an hour on a Friday.`,
      at,
    );
    expect(headlines(wire)).toEqual(["Ferry fares rise for the third year running"]);
    expect(wire.body).toHaveLength(2);
  });

  it.each([
    [
      "section, headline, age",
      "Sport\nRowers win the cup for a third year\n2 hrs ago\nWorld\nIsland votes to keep its clocks\n5 hrs ago",
      "Sport",
      null,
    ],
    [
      "headline, byline with age",
      "Rowers win the cup for a third year\nBy Ann Lee 2 hrs ago\nIsland votes to keep its clocks\nBy AFP 5 hrs ago",
      null,
      "Ann Lee",
    ],
    [
      "section, headline, byline, age",
      "Sport\nRowers win the cup for a third year\nBy Ann Lee\n2 hrs ago\nWorld\nIsland votes to keep its clocks\nBy AFP\n5 hrs ago",
      "Sport",
      "Ann Lee",
    ],
    [
      "age, section, headline",
      "2 hrs ago\nSport\nRowers win the cup for a third year\n5 hrs ago\nWorld\nIsland votes to keep its clocks",
      "Sport",
      null,
    ],
    ["headline alone", "Rowers win the cup for a third year\nIsland votes to keep its clocks", null, null],
  ])("reads a tail whose cards go %s", (_, tail, section, byline) => {
    const wire = parseWire(
      `Fishing boats kept in by swell\n\nBy Sam Obi\n\nThe fleet stayed in harbour because of a heavy swell from the west, the harbour office said.\n\nIt expects to sail on Wednesday if the wind drops.\n\nRelated stories\n${tail}`,
      at,
    );
    expect(headlines(wire)).toEqual(["Rowers win the cup for a third year", "Island votes to keep its clocks"]);
    expect(wire.related[0]).toMatchObject({ section, byline });
    if (tail.includes("ago")) expect(wire.related[1]?.published?.iso).toBe("2026-11-22T05:00:00+03:00");
    expect(names(wire)).toEqual(["Sam Obi"]);
    expect(codes(wire)).not.toContain("byline-ambiguous");
  });

  it("puts lines broken near column 70 together again", () => {
    const wire = parseWire(
      `Fishing boats kept in by swell

By Sam Obi

KILMORE, Nov. 20 (PA) - The fleet stayed in harbour on Friday because
of a heavy swell from the west, the harbour office said, and it does
not expect any boat to sail before the middle of next week at all.

The swell is the third this month. It comes from a storm far out that
will pass to the north, and the men have been told to double up their
ropes and to keep a watch on board through the night until it drops.`,
      at,
    );
    expect(wire.body).toHaveLength(2);
    expect(wire.body[0]).toContain("because of a heavy swell from the west, the harbour office said, and it does not expect");
    expect(wire.dateline).toBe("KILMORE");
    expect(wire.sourceMap.find((entry) => entry.field === "body[1]")).toMatchObject({ line: 9, lastLine: 11 });
  });

  it("in a language without rules keeps its structure", () => {
    const french = parseWire(
      `Accueil > Économie
La pêche reste au port à cause de la houle
Par Anne Leroy
Publié le 20 novembre 2026

La flotte est restée au port vendredi à cause d'une forte houle venue de l'ouest, a indiqué la capitainerie.

Elle compte reprendre la mer mercredi si le vent tombe.

À lire aussi
Le phare vendu à son dernier gardien
Les tarifs du bac augmentent encore`,
      at,
    );
    expect(french.headline).toBe("La pêche reste au port à cause de la houle");
    expect(names(french)).toEqual(["Anne Leroy"]);
    expect(french.published?.iso).toBe("2026-11-20");
    expect(french.body).toHaveLength(2);
    expect(headlines(french)).toHaveLength(2);
  });

  it("with a byline below it and no cards takes that byline", () => {
    const wire = parseWire(
      `Fishing boats kept in by swell

The fleet stayed in harbour because of a heavy swell from the west, the harbour office said.

It expects to sail on Wednesday if the wind drops.

By Sam Obi`,
      at,
    );
    expect(names(wire)).toEqual(["Sam Obi"]);
    expect(wire.body).toHaveLength(2);
  });
});

describe("a tail that fits two orders", () => {
  it("is reported with both, because nothing in the copy decides", () => {
    const wire = parseWire(
      `Fishing boats kept in by swell

By Sam Obi

The fleet stayed in harbour because of a heavy swell from the west, the harbour office said.

It expects to sail on Wednesday if the wind drops.

Related stories
Rowers win the cup for a third year
3 hrs ago
Island votes to keep its clocks`,
      at,
    );
    expect(headlines(wire)).toHaveLength(2);
    const doubt = wire.ambiguities.find((entry) => entry.code === "related-order");
    expect(doubt?.readings).toEqual([
      expect.stringContaining("“3 hrs ago” belongs to “"),
      expect.stringContaining("“3 hrs ago” belongs to “"),
    ]);
    expect(doubt?.readings[0]).not.toBe(doubt?.readings[1]);
  });
});
