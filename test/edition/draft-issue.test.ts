import { afterEach, describe, expect, it } from "vitest";
import { writeIssue } from "../../src/content/write-issue.ts";
import { draftIssue } from "../../src/edition/draft-issue.ts";
import { sentIssue } from "../../src/edition/sent-issue.ts";
import type { Issue, NewsletterIssues } from "../../src/model/issue.ts";
import { sentIssueFile } from "../../src/model/sent-issue.ts";
import { type SmallNewsroom, smallNewsroom } from "../small-newsroom.ts";

const daily = (more = "") =>
  `  - { id: daily, name: Daily, from: d@strait.example, schedule: { days: [mon, tue, wed, thu, fri, sat, sun], at: "06:30" }${more} }`;

let room: SmallNewsroom;
afterEach(() => room.remove());

const lettersAt = async (asOf: string, id = "daily"): Promise<NewsletterIssues> => {
  const found = (await room.compile(asOf)).edition.newsletters.find(({ newsletter }) => newsletter.id === id);
  if (found === undefined) throw new Error(`no newsletter ${id}`);
  return found;
};
const draftAt = async (asOf: string, id = "daily"): Promise<Issue> => {
  const { next } = await lettersAt(asOf, id);
  if (next.kind === "skipped") throw new Error(next.reason);
  return next.issue;
};
const skippedAt = async (asOf: string) => {
  const { next } = await lettersAt(asOf);
  return next.kind === "skipped" ? next.reason : null;
};
/** Cuts the issue that is due, as the command does. */
const cut = async (asOf: string, id = "daily"): Promise<Issue> => {
  const issue = await draftAt(asOf, id);
  await room.write(`content/issues/${id}/${issue.date}.yaml`, writeIssue(issue));
  return issue;
};
/** Cuts and sends it. */
const send = async (asOf: string, id = "daily"): Promise<Issue> => {
  const { date } = await cut(asOf, id);
  const { edition } = await room.compile(asOf);
  const issue = edition.newsletters.find(({ newsletter }) => newsletter.id === id)?.issues.find((one) => one.date === date);
  if (!issue) throw new Error("not cut");
  await room.write(sentIssueFile(id, date), JSON.stringify(sentIssue(issue, { at: edition.asOf, mail: { html: "", text: "" } })));
  return issue;
};
const ids = (issue: Issue) => issue.stories.map(({ id }) => id);

const keysInOrder = (_: string, value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value;

describe("the draft of an issue", () => {
  it("is that of the day that is due: the next of its days, or the one missed by less than twelve hours", async () => {
    room = await smallNewsroom(`  - { id: daily, name: Daily, from: d@strait.example, schedule: { days: [tue, fri], at: "06:30" } }`);
    await room.article("a", "published: 2026-11-20");
    const days = await Promise.all(
      ["2026-11-24T05:00", "2026-11-24T09:00", "2026-11-24T18:29", "2026-11-24T18:30", "2026-11-27T23:00"].map(
        async (asOf) => (await draftAt(asOf)).date,
      ),
    );
    expect(days).toEqual(["2026-11-24", "2026-11-24", "2026-11-24", "2026-11-27", "2026-12-01"]);
  });

  it("leaves out what another newsletter told, when the rule says so", async () => {
    const weekly = (more: string) =>
      `  - { id: weekly, name: Weekly, from: w@strait.example, schedule: { days: [sun], at: "08:00" }${more} }`;
    const drafted = async (more: string) => {
      room = await smallNewsroom([daily(), weekly(more)].join("\n"));
      await room.article("a", "published: 2026-11-20");
      await cut("2026-11-21T05:00");
      await room.article("b", "published: 2026-11-21T12:00");
      return ids(await draftAt("2026-11-22T07:00", "weekly"));
    };
    expect(await drafted("")).toEqual(["b", "a"]);
    await room.remove();
    expect(await drafted(", select: { except: [daily] }")).toEqual(["b"]);
  });

  it("goes out at the newsroom's hour on both sides of a clock change, at an hour that is left out one later, at one that comes twice the first", async () => {
    room = await smallNewsroom(`  - { id: daily, name: Daily, from: d@strait.example, schedule: { days: [sat, sun, mon], at: "02:30" } }`);
    await room.article("a", "published: 2026-01-01");
    const at = async (asOf: string) => (await draftAt(asOf)).moment.toUTC().toISO({ suppressMilliseconds: true });
    expect(await at("2026-03-28T01:00")).toBe("2026-03-28T01:30:00Z");
    expect(await at("2026-03-29T01:00")).toBe("2026-03-29T01:30:00Z");
    expect(await at("2026-03-30T01:00")).toBe("2026-03-30T00:30:00Z");
    expect(await at("2026-10-25T01:00")).toBe("2026-10-25T00:30:00Z");
    expect(await at("2026-10-26T01:00")).toBe("2026-10-26T01:30:00Z");
  });

  it("carries every story once across a clock change and loses none", async () => {
    room = await smallNewsroom(daily());
    const carried: string[] = [];
    for (const day of ["23", "24", "25", "26", "27"]) {
      for (const hour of ["00:30", "02:30", "06:29", "06:31", "23:59"])
        await room.article(`s${day}-${hour.replace(":", "")}`, `published: 2026-10-${day}T${hour}`);
      carried.push(...ids(await send(`2026-10-${day}T06:30`)));
    }
    expect(carried).toHaveLength(new Set(carried).size);
    expect([...carried].sort()).toEqual(
      ["23", "24", "25", "26", "27"]
        .flatMap((day) => ["0030", "0230", "0629", "0631", "2359"].map((hour) => `s${day}-${hour}`))
        .slice(0, 23),
    );
  });

  it("takes a story that was dated back after an issue, and never one again for a new address or date", async () => {
    room = await smallNewsroom(daily());
    await room.article("a", "published: 2026-11-20");
    await send("2026-11-21T06:30");
    await room.article("late", "published: 2026-11-19");
    await room.article("a", "published: 2026-11-21T09:00\nslug: other");
    expect(ids(await draftAt("2026-11-22T06:00"))).toEqual(["late"]);
  });

  it("takes a story again for an update marked as material, once, and says so", async () => {
    room = await smallNewsroom(daily());
    await room.article("a", "published: 2026-11-20");
    await room.article("b", "published: 2026-11-20");
    await send("2026-11-21T06:30");
    await room.article("a", "published: 2026-11-20\nupdated: { at: 2026-11-21T10:00, material: true }");
    await room.article("b", "published: 2026-11-20\nupdated: 2026-11-21T10:00");
    const second = await send("2026-11-22T06:30");
    expect(second.stories.map(({ id, again }) => [id, again])).toEqual([["a", true]]);
    expect(await skippedAt("2026-11-23T06:30")).toBe("nothing new since issue 2 (2026-11-22); Daily wants at least 1");
  });

  it("tells the newest in full, some more in short, and keeps the rest for the next", async () => {
    room = await smallNewsroom(daily(", select: { max: 2, short: 1 }"));
    for (const hour of ["01", "02", "03", "04", "05"]) await room.article(`a${hour}`, `published: 2026-11-21T${hour}:00`);
    const first = await send("2026-11-21T06:00");
    expect(first.stories.map(({ id, short }) => [id, short])).toEqual([
      ["a05", false],
      ["a04", false],
      ["a03", true],
    ]);
    expect(ids(await draftAt("2026-11-22T06:00"))).toEqual(["a02", "a01"]);
  });

  it("begins the first issue where the one before it would have ended", async () => {
    room = await smallNewsroom(daily(", select: { max: 1 }"));
    await room.article("old", "published: 2026-11-18");
    await room.article("yesterday", "published: 2026-11-20T09:00");
    await room.article("today", "published: 2026-11-21T05:00");
    await send("2026-11-21T06:30");
    expect(ids(await draftAt("2026-11-22T06:30"))).toEqual(["yesterday"]);
    await send("2026-11-22T06:30");
    expect(await skippedAt("2026-11-23T06:30")).toMatch(/^nothing new/);
  });

  it("selects by sections, topics and language, and puts the lead on top by its rule", async () => {
    room = await smallNewsroom(
      [
        daily(", select: { sections: [sea], topics: [Boats], lead: chosen }"),
        daily(", select: { lead: weight }").replaceAll("daily", "heavy"),
        daily(", language: ar").replaceAll("daily", "arabic"),
      ].join("\n"),
    );
    await room.article("sea", "published: 2026-11-20T05:00\nsection: sea");
    await room.article("boats", "published: 2026-11-20T04:00\nsection: town\ntopics: [boats]\nlead: true", "Long. ".repeat(40));
    await room.article("town", "published: 2026-11-20T03:00\nsection: town");
    await room.article("arabic", "published: 2026-11-20T02:00\nlanguage: ar");
    expect(ids(await draftAt("2026-11-20T06:00"))).toEqual(["boats", "sea"]);
    expect(ids(await draftAt("2026-11-20T06:00", "heavy"))).toEqual(["boats", "sea", "town"]);
    expect(ids(await draftAt("2026-11-20T06:00", "arabic"))).toEqual(["arabic"]);
  });

  it("shows a sponsor on its days alone", async () => {
    room = await smallNewsroom(
      daily(', sponsors: [{ name: Oil, text: Good oil., url: "https://oil.example/", from: 2026-11-21, until: 2026-11-22 }]'),
    );
    await room.article("a", "published: 2026-11-20");
    const named = await Promise.all(
      ["20", "21", "22", "23"].map(async (day) => (await draftAt(`2026-11-${day}T06:00`)).sponsor?.name ?? null),
    );
    expect(named).toEqual([null, "Oil", "Oil", null]);
  });

  it("takes headlines from saved feeds that are new since the last issue, each once", async () => {
    room = await smallNewsroom(daily(", elsewhere: { feeds: [gazette.json], max: 2 }"));
    const item = (name: string, date: string) => ({
      id: name,
      url: `https://gazette.example/${name}`,
      title: name,
      date_published: `${date}:00Z`,
    });
    const save = (...items: readonly object[]) =>
      room.write(
        "content/elsewhere/gazette.json",
        JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "Gazette", items }),
      );
    await room.article("a", "published: 2026-11-20");
    await save(item("older", "2026-11-19T01:00"), item("new", "2026-11-20T12:00"));
    const first = await send("2026-11-21T06:00");
    expect(first.elsewhere.map(({ headline, source }) => [headline, source])).toEqual([["new", "Gazette"]]);
    await room.article("b", "published: 2026-11-21T10:00");
    await save(item("new", "2026-11-21T12:00"), item("newer", "2026-11-21T12:00"));
    expect((await draftAt("2026-11-22T06:00")).elsewhere.map(({ headline }) => headline)).toEqual(["newer"]);
    expect((await lettersAt("2026-11-22T06:00")).issues[0]?.elsewhere.map(({ headline }) => headline)).toEqual(["new"]);
  });

  it("gives a preheader that repeats neither the subject nor the first line", async () => {
    room = await smallNewsroom(daily(", intro: Headline of b!"));
    await room.article("a", "published: 2026-11-20T05:00\nstandfirst: The standfirst of a.");
    await room.article("b", "published: 2026-11-20T04:00");
    const { subject, preheader } = await draftAt("2026-11-20T06:00");
    expect([subject, preheader]).toEqual(["Headline of a", "Also: Headline of b"]);
    await room.write(
      "content/issues/daily/2026-11-20.yaml",
      "number: 1\nsubject: Two tales\npreheader: two tales.\nintro: Also, headline of b\nstories: [a, b]\n",
    );
    const { edition, problems } = await room.compile("2026-11-20T06:00");
    expect(problems.map(({ code, severity, place }) => [code, severity, place.line])).toEqual([["preheader-repeats", "warning", 3]]);
    expect(edition.newsletters[0]?.issues[0]?.preheader).toBe("The standfirst of a.");
  });

  it("writes a file that reads back as the same issue", async () => {
    room = await smallNewsroom(
      daily(
        `, select: { max: 1, short: 1 }, sponsors: [{ name: 'O: "il"', text: "a\\n\\nb", url: "https://oil.example/", position: end }]`,
      ),
    );
    await room.article("a", `published: 2026-11-20T05:00\nheadline: '"Yes" — #1: [no]'`.replace("headline", "standfirst"));
    await room.article("b c", "published: 2026-11-20T04:00");
    const draft = await cut("2026-11-20T06:00");
    const { edition, problems } = await room.compile("2026-11-20T06:00");
    const frozen = edition.newsletters[0]?.issues[0];
    expect(problems).toEqual([]);
    expect(JSON.stringify({ ...frozen, kind: "draft", frozen: null }, keysInOrder)).toBe(JSON.stringify(draft, keysInOrder));
  });

  it("can be made for any day", async () => {
    room = await smallNewsroom(daily());
    await room.article("a", "published: 2026-11-20");
    const { edition } = await room.compile("2026-11-20T06:00");
    const [letters] = edition.newsletters;
    if (!letters) throw new Error("none");
    expect(draftIssue({ ...edition, ...letters, date: "2026-12-24" })).toMatchObject({ issue: { date: "2026-12-24", number: 1 } });
  });
});

describe("corrections", () => {
  const wrong = "\ncorrections:\n  - { at: 2026-11-21T12:00, text: It was nine. }";

  it("come once in the next issue of each newsletter that carried the error, and in no other", async () => {
    room = await smallNewsroom(
      [daily(), daily().replaceAll("daily", "weekly").replace("[mon, tue, wed, thu, fri, sat, sun]", "[sun]")].join("\n"),
    );
    await room.article("a", "published: 2026-11-20");
    await send("2026-11-21T06:30");
    await room.article("a", `published: 2026-11-20${wrong}`);
    await room.article("b", "published: 2026-11-21T15:00");
    const told = (issue: Issue) => issue.corrections.map(({ id, text, carried }) => [id, text, carried.number]);
    expect(told(await draftAt("2026-11-22T06:00", "weekly"))).toEqual([]);
    expect(told(await send("2026-11-22T06:30"))).toEqual([["a", "It was nine.", 1]]);
    await room.article("c", "published: 2026-11-22T15:00");
    expect(told(await draftAt("2026-11-23T06:00"))).toEqual([]);
  });

  it("are owed by what was sent, not by the clock: one dated back is told, one heeded before sending is not", async () => {
    room = await smallNewsroom(daily());
    await room.article("a", `published: 2026-11-20\ncorrections:\n  - { at: 2026-11-20T08:00, text: Heeded. }`);
    await send("2026-11-21T06:30");
    await room.article(
      "a",
      `published: 2026-11-20\ncorrections:\n  - { at: 2026-11-20T08:00, text: Heeded. }\n  - { at: 2026-11-20T09:00, text: Late. }\n  - { at: 2026-11-20T09:30, kind: update, text: News. }`,
    );
    await room.article("b", "published: 2026-11-21T15:00");
    expect((await draftAt("2026-11-22T06:00")).corrections.map(({ text }) => text)).toEqual(["Late."]);
  });

  it("tell of a withdrawn story without naming it, and of an issue's own mistake", async () => {
    room = await smallNewsroom(daily());
    await room.article("a", "published: 2026-11-20");
    await send("2026-11-21T06:30");
    await room.article("a", `published: 2026-11-20\nstatus: killed${wrong}`);
    await room.article("b", "published: 2026-11-21T15:00");
    const yaml = "content/issues/daily/2026-11-21.yaml";
    await room.write(
      yaml,
      `number: 1\nsubject: Headline of a\nstories: [a]\npassedOver: []\ncorrections: [{ at: 2026-11-21T13:00, text: It was Tuesday. }]\n`,
    );
    const { corrections } = await draftAt("2026-11-22T06:00");
    expect(corrections.map(({ id, headline, text }) => [id, headline, text])).toEqual([
      ["a", null, "It was nine."],
      ["2026-11-21", "Headline of a", "It was Tuesday."],
    ]);
  });
});

describe("an issue's file", () => {
  it("is told what is wrong with it, line by line", async () => {
    room = await smallNewsroom(daily());
    await room.article("a", "published: 2026-11-20");
    await send("2026-11-21T06:30");
    await room.article("b", "published: 2026-11-21T15:00");
    await room.write("content/issues/daily/2026-11-22.yaml", "number: 1\nsubject: Hello\nstories:\n  - b\n  - a\n  - nobody\n");
    const { problems } = await room.compile("2026-11-22T06:00");
    expect(problems.map(({ code, place }) => [place.line, code])).toEqual([
      [1, "number-twice"],
      [5, "story-told-before"],
      [6, "unknown-story"],
    ]);
  });
});
