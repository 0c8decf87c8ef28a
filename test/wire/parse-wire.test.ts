import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWire } from "../../src/wire/parse-wire.ts";

const nairobi = { zone: "Africa/Nairobi" };
const captured = { zone: "Africa/Nairobi", captured: "2024-11-22T10:00+03:00" };

// The shape of a story pasted from a Kenyan paper's page, with the cards of other stories below it.
const pasted = `Lake ferry to pass into the hands of a county company

In March last year, the assembly approved the plan to run the ferry as a county service. [AFP]

Governor Mutiso and Transport Secretary Anne Kiprop on Thursday, November 7, met over the handing over of the lake ferry to a company owned by the county. 

The two spoke by telephone as both offices try to keep the ferry running and fares low for traders on the islands.

"I had a good conversation with the secretary about the ferry. We spoke about the handing over and about what the county needs." Mutiso wrote on his page.

At the same time, Mutiso said that the county and the ministry will work together on the jetties.

"We agreed on how our two offices will work together," Mutiso added.

Last month, Mutiso asked for money from the treasury to repair the older of the two boats, which has been laid up for a year.

By Xinhua 1 hr ago
Business
Bank and charity teach market women to keep their books by phone
Business
Ministers of six countries praise cheap solar pumps for small farms
By Grace Otieno 16 hrs ago
Business
Online lender passes half a million loans as shopkeepers borrow more
By AFP 17 hrs ago
Business
Steel shares fall in Mumbai on charges against a founder as markets retreat`;

describe("a story pasted with its cards", () => {
  const wire = parseWire(pasted, captured);

  it("keeps headline, caption and credit apart", () => {
    expect(wire.headline).toBe("Lake ferry to pass into the hands of a county company");
    expect(wire.figure).toEqual({
      caption: "In March last year, the assembly approved the plan to run the ferry as a county service.",
      credit: "AFP",
    });
  });

  it("takes the six paragraphs verbatim and nothing else into the body", () => {
    expect(wire.body).toHaveLength(6);
    for (const paragraph of wire.body) expect(pasted).toContain(paragraph);
    expect(wire.body[2]).toBe(
      `"I had a good conversation with the secretary about the ferry. We spoke about the handing over and about what the county needs." Mutiso wrote on his page.`,
    );
  });

  it("proposes the date that the story names, with the year in which the weekday fits", () => {
    expect(wire.published).toMatchObject({ iso: "2024-11-07", precision: "day", words: "Thursday, November 7" });
    expect(wire.published?.reason).toContain("Thursday");
    expect(wire.ambiguities.map((doubt) => doubt.code)).toContain("date-proposed");
  });

  it("reads the cards with section, byline and time, in the order that leaves nothing over", () => {
    expect(
      wire.related.map(({ section, headline, byline, published }) => [section, headline.split(" ")[0], byline, published?.iso ?? null]),
    ).toEqual([
      ["Business", "Bank", "Xinhua", "2024-11-22T09:00:00+03:00"],
      ["Business", "Ministers", null, null],
      ["Business", "Online", "Grace Otieno", "2024-11-21T18:00:00+03:00"],
      ["Business", "Steel", "AFP", "2024-11-21T17:00:00+03:00"],
    ]);
  });

  it("never takes the byline before the first card as the article's own, but lists both readings", () => {
    expect(wire.byline).toBeNull();
    const doubts = wire.ambiguities.filter((doubt) => doubt.code === "byline-ambiguous");
    expect(doubts).toHaveLength(1);
    expect(doubts[0]?.readings).toHaveLength(2);
    expect(doubts[0]?.lines).toEqual([17]);
  });

  it("gives that byline to whom an editor says, and leaves nothing open", () => {
    const bylines = (read: typeof wire) => read.related.map(({ byline }) => byline);
    const story = parseWire(pasted, { ...captured, byline: "story" });
    expect(story.byline).toEqual([{ kind: "agency", name: "Xinhua", role: null, affiliation: null }]);
    expect(story.published).toMatchObject({ iso: "2024-11-22T09:00:00+03:00", words: "1 hr ago" });
    expect(bylines(story)).toEqual([null, "Grace Otieno", "AFP", null]);
    const related = parseWire(pasted, { ...captured, byline: "related" });
    expect(related.byline).toBeNull();
    expect(bylines(related)).toEqual(bylines(wire));
    for (const { ambiguities } of [story, related]) expect(ambiguities.map(({ code }) => code)).not.toContain("byline-ambiguous");
  });

  it("keeps words and precision of times that cannot be resolved without the time of capture", () => {
    const without = parseWire(pasted, nairobi);
    expect(without.related[2]?.published).toMatchObject({ iso: null, words: "16 hrs ago", precision: "hour" });
    expect(without.published).toMatchObject({ iso: null, words: "Thursday, November 7", precision: "day" });
    expect(without.ambiguities.map((doubt) => doubt.code)).toContain("times-unresolved");
  });

  it("says for every field where in the copy it stands", () => {
    const fields = new Map(wire.sourceMap.map((entry) => [entry.field, entry]));
    const words = (field: string): string => pasted.slice(fields.get(field)?.start, fields.get(field)?.end);
    expect(words("headline")).toBe(wire.headline);
    expect(words("figure.credit")).toBe("AFP");
    expect(words("published")).toBe("Thursday, November 7");
    expect(words("related[2].byline")).toBe("Grace Otieno");
    expect(words("related[2].published")).toBe("16 hrs ago");
    wire.body.forEach((paragraph, at) => {
      expect(words(`body[${at}]`)).toBe(paragraph);
    });
    expect(fields.get("related[0].section")?.line).toBe(18);
  });

  it("reads the same from lines that end the Windows way", () => {
    const windows = parseWire(pasted.replaceAll("\n", "\r\n"), captured);
    expect(windows.body).toEqual(wire.body);
    expect(windows.related).toEqual(wire.related);
  });
});

describe("any text at all", () => {
  it("is refused when there are no words in it", () => {
    for (const text of ["", "\n\n \t\n", "\ufeff", "--- *** ---"]) {
      const wire = parseWire(text, nairobi);
      expect(wire.refusal?.code).toBe("empty");
      expect(wire.body).toEqual([]);
    }
  });

  it("is refused when it is the bytes of something else", () => {
    expect(parseWire("\0PNG\0\0\0\ufffd\ufffd".repeat(40), nairobi).refusal?.code).toBe("not-text");
  });

  it("is a headline when it is one short line, and body when it is one long one", () => {
    const short = parseWire("Ferry fares to rise in January", nairobi);
    expect(short.headline).toBe("Ferry fares to rise in January");
    expect(short.ambiguities.map((doubt) => doubt.code)).toContain("no-body");
    const long = parseWire(
      `The ferry company said on Monday that fares will rise in January because fuel has become dear, and ${"that ".repeat(40)}is all.`,
      nairobi,
    );
    expect(long.body).toHaveLength(1);
    expect(long.headline).toBeNull();
    expect(long.ambiguities.map((doubt) => doubt.code)).toContain("no-headline");
  });

  it("keeps the structure of a language it has no rules for, and of writing from right to left", () => {
    const swahili = parseWire(
      "Feri kuchelewa wiki ya tatu\n\nFeri ya kwenda visiwani ilichelewa tena saa moja siku ya Jumanne, na wafanyabiashara wanasema samaki wanaharibika.\n\nKampuni ilisema injini inatengenezwa na itarudi wiki ijayo.",
      nairobi,
    );
    expect(swahili.headline).toBe("Feri kuchelewa wiki ya tatu");
    expect(swahili.body).toHaveLength(2);
    const arabic = parseWire(
      "العبارة تتأخر للأسبوع الثالث على التوالي\n\nتأخرت العبارة المتجهة إلى الجزر الخارجية ساعة كاملة مرة أخرى يوم الثلاثاء، ويقول التجار إن الأسماك تفسد.\n\nوقالت الشركة إن المحرك قيد الإصلاح وسيعود الأسبوع المقبل.",
      nairobi,
    );
    expect(arabic.headline).toBe("العبارة تتأخر للأسبوع الثالث على التوالي");
    expect(arabic.body).toHaveLength(2);
    const chinese = parseWire(
      "渡轮连续第三周晚点\n\n前往外岛的渡轮周二再次晚点一小时,商贩们说鱼正在变质,希望公司尽快修好发动机。\n\n公司表示发动机正在修理,预计下周恢复正常运行。",
      nairobi,
    );
    expect(chinese.headline).toBe("渡轮连续第三周晚点");
    expect(chinese.body).toHaveLength(2);
  });

  it("never throws and never puts words into the body that the copy does not hold", () => {
    const line = fc.oneof(
      fc.constantFrom(
        "By Ann Bell",
        "By AFP 3 hrs ago",
        "Business",
        "Related stories",
        "Comments",
        "[AFP]",
        "Photo: Ann Bell",
        "",
        "Nov 7, 2024",
        "(Reporting by A B)",
        "Home > News",
        "Advertisement",
      ),
      fc.string({ maxLength: 60 }),
      fc.lorem({ maxCount: 12, mode: "words" }),
      fc.lorem({ maxCount: 2, mode: "sentences" }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), fc.boolean(), (lines, capturedToo) => {
        const text = lines.join("\n");
        const wire = parseWire(text, capturedToo ? captured : nairobi);
        if (wire.text === text)
          for (const paragraph of wire.body) expect(text.replace(/\s+/g, " ")).toContain(paragraph.replace(/\s+/g, " "));
        for (const entry of wire.sourceMap) {
          expect(entry.start).toBeLessThanOrEqual(entry.end);
          expect(entry.end).toBeLessThanOrEqual(wire.text.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("tells a caller who gives an impossible zone or capture time", () => {
    expect(() => parseWire("x", { zone: "Mars/Base" })).toThrow(RangeError);
    expect(() => parseWire("x", { zone: "UTC", captured: "last Tuesday" })).toThrow(RangeError);
  });
});
