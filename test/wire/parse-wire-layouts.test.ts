import { describe, expect, it } from "vitest";
import { parseWire } from "../../src/wire/parse-wire.ts";

const at = { zone: "Africa/Nairobi", captured: "2026-11-22T10:00+03:00" };
const story = [
  "The ferry company of the Strait said on Friday that its oldest boat will sail again in March, two years after a fire in the engine room.",
  "Traders in Salina Bay have paid for trucks over the pass since then, and say that fish from the outer islands has become too dear for the market.",
  "The boat will make one crossing a day at first, and two when a second crew has been trained, the company said.",
];
const read = (...blocks: readonly string[]) => parseWire(blocks.join("\n\n"), at);

describe("the headline", () => {
  it("is the short line above a longer standfirst, even one that shares no word with the story", () => {
    const wire = read(
      "Smoke over calm water",
      "Two winters without a boat have changed how a whole coast eats, works and thinks of itself.",
      "By Ann Bell",
      ...story,
    );
    expect(wire.headline).toBe("Smoke over calm water");
    expect(wire.standfirst).toMatch(/^Two winters/);
  });

  it("stays below a kicker when a standfirst follows", () => {
    const wire = read(
      "After the fire",
      "Oldest ferry to sail again in March",
      "Traders wait for cheaper fish after two winters of trucks",
      "By Ann Bell",
      ...story,
    );
    expect(wire.headline).toBe("Oldest ferry to sail again in March");
    expect(wire.kicker).toBe("After the fire");
  });

  it("is not the breadcrumb that ends in it, nor the name of a recording", () => {
    expect(
      read("Home Islands Oldest ferry to sail again", "Islands", "Oldest ferry to sail again", "20 November 2026", ...story).headline,
    ).toBe("Oldest ferry to sail again");
    expect(
      read("AUDIO: Oldest ferry of the Strait to sail again (2 min)", "Ferry back in March", "20 November 2026", ...story).headline,
    ).toBe("Ferry back in March");
  });

  it("is found below a caption and before a credit, and where it asks a question above its byline", () => {
    const wire = read(
      "The oldest ferry of the Strait lies at the quay in Salina Bay on Friday.\nPhoto: Owen Tull, AP",
      "Oldest ferry to sail again in March",
      "1 / 4\nBack to gallery",
      ...story,
    );
    expect(wire.headline).toBe("Oldest ferry to sail again in March");
    const dated = read(
      "The oldest ferry lies at the quay.\nPhoto: Owen Tull, AP",
      "3 hours ago",
      "Oldest ferry to sail again in March",
      ...story,
    );
    expect(dated.headline).toBe("Oldest ferry to sail again in March");
    expect(dated.body).toEqual(story);
    expect(read("When will the oldest ferry of the Strait sail again?", "Getty Images", "20 November 2026", ...story).headline).toBe(
      "When will the oldest ferry of the Strait sail again?",
    );
  });
});

describe("the body", () => {
  it("leaves out what the site says to its reader, but never a sentence that somebody said", () => {
    const wire = read(
      "Oldest ferry to sail again in March",
      story[0] ?? "",
      "This advertisement has not loaded yet, but your article continues below.",
      "Get the latest island news in your inbox.",
      "Unlimited online access to the Leaf and nine other papers with one account.",
      `"Get the latest timetable in your inbox," said Ann Bell of the ferry company.`,
      ...story.slice(1),
    );
    expect(wire.body).toEqual([
      story[0],
      `"Get the latest timetable in your inbox," said Ann Bell of the ferry company.`,
      ...story.slice(1),
    ]);
  });

  it("takes a sentence that stands twice within a few lines for a caption, and keeps one of two equal paragraphs", () => {
    const caption = "The ferry Amity stands at the quay in Salina Bay on Friday";
    const wire = read(
      "Oldest ferry to sail again in March",
      story[0] ?? "",
      caption,
      caption,
      story[1] ?? "",
      story[0] ?? "",
      story[2] ?? "",
    );
    expect(wire.body).toEqual(story);
    expect(wire.figure).toEqual({ caption, credit: null });
    expect(wire.ambiguities.filter((doubt) => doubt.code === "repeated-text").map((doubt) => doubt.lines)).toEqual([[11]]);
  });

  it("keeps the questions of an interview, which may all be the same", () => {
    const question = "What would you do first?";
    const wire = read(
      "Three captains, one question",
      story[0] ?? "",
      question,
      story[1] ?? "",
      question,
      story[2] ?? "",
      question,
      "Sleep, said the last.",
    );
    expect(wire.body.filter((paragraph) => paragraph === question)).toHaveLength(3);
  });

  it("ends before a byline that has nothing but tags behind it, and the byline is the story's own", () => {
    const wire = read(
      "Oldest ferry to sail again in March",
      ...story,
      "By Ann Bell in Salina Bay",
      "Tags: ferries, trade",
      "Court stops sale of market land",
    );
    expect(wire.byline).toMatchObject([{ name: "Ann Bell" }]);
    expect(wire.ambiguities.map((doubt) => doubt.code)).not.toContain("byline-ambiguous");
  });
});

describe("pictures", () => {
  it("may have their credit above the caption, with no blank line between", () => {
    const wire = read(
      "Oldest ferry to sail again in March",
      story[0] ?? "",
      "EPA\nFormer captains of the ferry were asked to come back for the first crossings",
      ...story.slice(1),
    );
    expect(wire.figures).toEqual([
      { caption: "Former captains of the ferry were asked to come back for the first crossings", credit: "EPA" },
    ]);
    expect(wire.body).toEqual(story);
  });

  it.each([
    ["The boat at the quay.Photograph by Owen Tull", "The boat at the quay.", "Owen Tull"],
    [
      "The boat enters the dock of Kingsport on a calm day Owen Tull/Getty Images",
      "The boat enters the dock of Kingsport on a calm day",
      "Owen Tull/Getty Images",
    ],
    [
      "The boat at the quay of Kingsport. Owen Tull for Rest of Strait",
      "The boat at the quay of Kingsport.",
      "Owen Tull for Rest of Strait",
    ],
    ["The boat lies at the quay. | Hans Odum, Leaf", "The boat lies at the quay.", "Hans Odum, Leaf"],
    ["Image credit: Omar L. Sant/AFP", null, "Omar L. Sant/AFP"],
    ["The boat at the quay of Kingsport. Supplied", "The boat at the quay of Kingsport.", "Supplied"],
    ["The boat at the quay (Credit: Getty Images)", "The boat at the quay", "Getty Images"],
    ["Das Schiff im Hafen.© Owen Tull/dpa", "Das Schiff im Hafen.", "Owen Tull/dpa"],
  ])("are read in %s", (line, caption, credit) => {
    expect(read("Oldest ferry to sail again in March", line, ...story).figure).toEqual({ caption, credit });
  });

  it("keep source and caption on two lines together in a paste without blank lines, and take no paragraph with them", () => {
    const wire = parseWire(
      [
        "Oldest ferry to sail again in March",
        story[0],
        "Image source, AP Photo/Owen Tull",
        "Image caption, Boats wait. The quay is full.",
        ...story.slice(1),
      ].join("\n"),
      at,
    );
    expect(wire.figures).toEqual([{ caption: "Boats wait. The quay is full.", credit: "AP Photo/Owen Tull" }]);
    expect(wire.body).toEqual(story);
  });

  it("stand below “Open this photo in gallery:” and the like", () => {
    const wire = read(
      "Oldest ferry to sail again in March",
      story[0] ?? "",
      "Open this photo in gallery:\nThe chief of the ferry company and the mayor wear life vests on a calm day.",
      ...story.slice(1),
    );
    expect(wire.figure?.caption).toBe("The chief of the ferry company and the mayor wear life vests on a calm day.");
    expect(wire.body).toEqual(story);
  });

  it("have the line below a credit that stands between a subhead and the last line before a blank", () => {
    const wire = read(
      "Oldest ferry to sail again in March",
      story[0] ?? "",
      "Who will pay?\nGetty Images\nThe company was founded in Kingsport in 1949",
      ...story.slice(1),
    );
    expect(wire.figures).toEqual([{ caption: "The company was founded in Kingsport in 1949", credit: "Getty Images" }]);
  });

  it("are told once when the same credit stands alone beside its caption", () => {
    const wire = read(
      "Oldest ferry to sail again in March",
      "The boat at the quay of Kingsport.\nImage: Owen Tull / The Leaf",
      "Image: Owen Tull / The Leaf",
      ...story,
    );
    expect(wire.figures).toEqual([{ caption: "The boat at the quay of Kingsport.", credit: "Owen Tull / The Leaf" }]);
  });
});

describe("where the story begins and ends", () => {
  it("is shown by its dateline: what stands before is no part of it", () => {
    const wire = read(
      "Oldest ferry to sail again in March",
      "The ferry is seen in the dock of Kingsport in this picture obtained from the harbour office.",
      `KINGSPORT, Nov 20 (Reuters) - ${story[0]}`,
      ...story.slice(1),
    );
    expect(wire.body).toHaveLength(3);
    expect(wire.dateline).toBe("KINGSPORT");
  });

  it("is before a note about the author, and the editor is told", () => {
    const wire = read(
      "Oldest ferry to sail again in March",
      "By Ann Bell",
      ...story,
      "Ann Bell is a reporter for the Leaf and covers the islands.",
    );
    expect(wire.body).toEqual(story);
    expect(wire.ambiguities).toContainEqual(expect.objectContaining({ code: "author-note", lines: [11] }));
  });

  it("is seen in writing that is not Latin, quotations included", () => {
    const wire = read(
      "Паром опоздал в третий раз",
      "Паром на острова снова опоздал на час, и торговцы говорят, что рыба портится.",
      "«Мы ждали девять лет и подождём до утра»",
      "Компания сообщила, что двигатель починят к пятнице.",
    );
    expect(wire.headline).toBe("Паром опоздал в третий раз");
    expect(wire.body).toHaveLength(3);
  });

  it("does not depend on a page that speaks of tags: that is no source of a page", () => {
    const wire = read(
      "Oldest ferry to sail again in March",
      ...story,
      "Comments",
      "Allowed HTML tags: <a> <em> <strong> <cite> <blockquote> <code> <ul> <ol> <li>",
    );
    expect(wire.body).toEqual(story);
    expect(wire.ambiguities.map((doubt) => doubt.code)).not.toContain("html-converted");
  });

  it("keeps a headline that ends in initials apart from the story", () => {
    expect(read("Pipes burst and fires start below the streets of K.S.", "By Ann Bell", ...story).headline).toBe(
      "Pipes burst and fires start below the streets of K.S.",
    );
  });

  it("is below the section that ends a breadcrumb", () => {
    const wire = read("Home > Islands > Boats & Government", "Boats & Government", "Oldest ferry to sail again in March", ...story);
    expect(wire.headline).toBe("Oldest ferry to sail again in March");
  });
});

describe("a whole page", () => {
  it("begins below its menu, even one that stands in a single long line", () => {
    const menu = `${"Islands Trade Culture Boats Weather Letters Fish Markets Harbour Council Velmar Strait ".repeat(3)}Sign In`;
    const wire = read(menu, "Oldest ferry to sail again in March", ...story);
    expect(wire.headline).toBe("Oldest ferry to sail again in March");
    expect(wire.body).toEqual(story);
  });

  it("ends before teasers of others, though they ask or quote as running text does", () => {
    const wire = read(
      "Oldest ferry to sail again in March",
      ...story,
      "Bing\nShare this article\nNewsletter",
      "Can you really keep fish fresh for a week without ice, as one captain says?",
      "Savers could be hit by a small change: are YOU one of those affected?",
      "Why nobody in Velmar answers the telephone on a Monday, and what to do about it!",
    );
    expect(wire.body).toEqual(story);
  });

  it("may have author and date above the headline, and a kicker that looks like a name", () => {
    expect(read("Emma Grey", "Islands", "20 November 2026", "Oldest ferry to sail again in March", ...story).headline).toBe(
      "Oldest ferry to sail again in March",
    );
    const wire = read(
      "Oldest ferry to sail again in March",
      "Broken Promise",
      "20 November 2026",
      "Traders wait for cheaper fish.",
      "By Ann Bell",
      ...story,
    );
    expect(wire.byline?.map(({ name }) => name)).toEqual(["Ann Bell"]);
  });

  it("may sum the story up in points between headline and byline", () => {
    const wire = read(
      "Oldest ferry of the Strait to sail again in March - here is who may travel free of charge",
      "Traders in Salina Bay have paid for trucks over the pass",
      "The boat will make one crossing a day at first",
      "By ANN BELL FOR THE LEAF",
      "Published: 15:56 GMT, 20 November 2026 | Updated: 15:57 GMT, 20 November 2026",
      ...story,
    );
    expect(wire.headline).toMatch(/^Oldest ferry of the Strait/);
    expect(wire.published?.iso).toBe("2026-11-20T15:56:00Z");
  });
});
