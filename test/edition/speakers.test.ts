import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadNewsroom } from "../../src/content/load-newsroom.ts";
import { compileEdition } from "../../src/edition/compile-edition.ts";
import { quotesOf } from "../../src/edition/key-quotes.ts";
import { speakerId } from "../../src/edition/speaker-id.ts";
import { type Saying, tellSpeakers } from "../../src/edition/speakers.ts";
import { copyNewsroom } from "../golden-newsroom.ts";
import { moment } from "../render/sample-edition.ts";
import { sampleCopy } from "./sample-copy.ts";

const saying = (name: string, role: string | null, text = "We wait."): Saying => ({
  text,
  start: 0,
  anchor: null,
  speaker: { name, role },
});
const article = (id: string, day: string, ...sayings: readonly Saying[]) => ({ copy: sampleCopy({ id, published: moment(day) }), sayings });

describe("the speakers of an edition", () => {
  it("are one person from article to article while their offices have a word in common", () => {
    const quoted = [
      article("c", "2026-11-03", saying("Rosa Brandão", null)),
      article("b", "2026-11-02", saying("Rosa Brandão", "the former harbour engineer")),
      article("a", "2026-11-01", saying("Rosa Brandão", "engineer of the port")),
    ];
    const speakers = tellSpeakers(quoted);
    expect(new Set(quoted.map(({ copy }) => speakers.pageOf(copy, { name: "Rosa Brandão", role: null })))).toEqual(
      new Set(["/speakers/rosa-brandao/"]),
    );
  });

  it("are two people when one name holds offices that have nothing in common, and whoever has none is neither", () => {
    const quoted = [
      article("c", "2026-11-03", saying("Maria Costa", null)),
      article("b", "2026-11-02", saying("Maria Costa", "baker")),
      article("a", "2026-11-01", saying("Maria Costa", "harbour master")),
    ];
    const speakers = tellSpeakers(quoted);
    expect(quoted.map(({ copy }) => speakers.pageOf(copy, { name: "Maria Costa", role: null }))).toEqual([
      null,
      "/speakers/maria-costa-baker/",
      "/speakers/maria-costa/",
    ]);
    expect(speakers.list([]).map(({ address, namesakes }) => [address, namesakes.map((other) => other.address)])).toEqual([
      ["/speakers/maria-costa/", ["/speakers/maria-costa-baker/"]],
      ["/speakers/maria-costa-baker/", ["/speakers/maria-costa/"]],
    ]);
  });

  it("are one person all the same where the newsroom says so, and an accent makes no other name", () => {
    const quoted = [
      article("b", "2026-11-02", saying("Étienne Rossi", "postman")),
      article("a", "2026-11-01", saying("Etienne Rossi", "rower")),
    ];
    expect(tellSpeakers(quoted).list([])).toHaveLength(2);
    const listed = tellSpeakers(quoted, ["Etienne Rossi"]).list([]);
    expect(listed.map(({ name, address }) => [name, address])).toEqual([["Étienne Rossi", "/speakers/etienne-rossi/"]]);
  });

  it("have no page by a surname of two words, when somebody's name ends with it", () => {
    const quoted = [article("b", "2026-11-02", saying("Bel Hadj", null)), article("a", "2026-11-01", saying("Ikram Bel Hadj", null))];
    expect(
      tellSpeakers(quoted)
        .list([])
        .map(({ name }) => name),
    ).toEqual(["Ikram Bel Hadj"]);
  });

  it.each([
    "a spokesman for the ministry",
    "The mayor",
    "Costa",
    "one of the pilots",
    "His deputy",
  ])("have no page when only described: %s", (name) => {
    expect(tellSpeakers([article("a", "2026-11-01", saying(name, "mayor"))]).list([])).toEqual([]);
  });

  it("have an address from their name, in Latin letters or as a short hash", () => {
    expect(["Rosa Brandão", "J. K. O’Neill", "Łukasz Żak", "Ħamrun Borġ"].map(speakerId)).toEqual([
      "rosa-brandao",
      "j-k-oneill",
      "lukasz-zak",
      "hamrun-borg",
    ]);
    expect(speakerId("سلمى حداد")).toMatch(/^speaker-[0-9a-z]+$/);
    expect(speakerId("سلمى حداد")).not.toBe(speakerId("سلمى حدادة"));
  });
});

describe("the quotations of an article", () => {
  it("give nobody the words of one of two people of one surname, and say who it may be", () => {
    const text =
      "Maria Johnson, the mayor, and Peter Johnson, the pilot, met on the quay.\n\n“We have waited for this crane for nine years,” Johnson said.\n\n“I have waited longer than that,” said Peter Johnson.";
    const { key, ambiguous, sayings, problems } = quotesOf(sampleCopy({ text }));
    expect(key.map(({ speaker }) => speaker?.name)).toEqual(["Peter Johnson"]);
    expect(sayings.map(({ speaker }) => speaker.name)).toEqual(["Peter Johnson"]);
    expect(ambiguous).toEqual([
      { text: "We have waited for this crane for nine years,", note: "“Johnson” may be Maria Johnson or Peter Johnson." },
    ]);
    expect(problems.map(({ code, place }) => [code, place.column])).toEqual([["speaker-ambiguous", text.indexOf("Johnson said") + 1]]);
  });

  it("are each the editor's where the editor wrote who said them, and found where not", () => {
    const text =
      "“We have waited for this crane for nine years,” said a man.\n\n“It was worth the waiting, all of it,” said Ana Silva, the cook.";
    const quotes = [{ text: "We have waited for this crane", speaker: { name: "Rui Leal", role: "pilot" } }];
    const { key, sayings } = quotesOf(sampleCopy({ text, quotes, anchorAt: (offset) => `at-${offset}` }));
    expect(key).toEqual([{ ...quotes[0], why: "chosen by the editor", anchor: "at-1" }]);
    expect(sayings.map(({ speaker, text: words }) => [speaker.name, words])).toEqual([
      ["Rui Leal", "We have waited for this crane"],
      ["Ana Silva", "It was worth the waiting, all of it"],
    ]);
  });

  it("warn in a draft and stop everything else when a stored one is not verbatim", () => {
    const quotes = [{ text: "We waited", speaker: null }];
    const severity = (status: "draft" | "published") =>
      quotesOf(sampleCopy({ text: "“We wait,” she said.", quotes, status })).problems[0]?.severity;
    expect([severity("draft"), severity("published")]).toEqual(["warning", "error"]);
  });
});

describe("what people said, in a newsroom", () => {
  let root: string;
  let remove: () => Promise<void>;
  beforeEach(async () => {
    ({ root, remove } = await copyNewsroom("golden"));
  });
  afterEach(() => remove());
  const put = (name: string, front: string, body: string) =>
    writeFile(path.join(root, "content", "articles", "2026", "11", name), `---\n${front}\n---\n${body}\n`);
  const compile = async () => {
    const { newsroom, problems } = await loadNewsroom(root);
    if (newsroom === null) throw new Error(JSON.stringify(problems));
    return compileEdition(newsroom, moment("2026-11-24T09:00"));
  };

  it("is listed by person with the place of each word, and nothing of what is not out", async () => {
    const words = "“We have counted the *bolts* again and again,” said Lena Horvat, the captain.";
    await put("one.md", "headline: One\npublished: 2026-11-21", `It rained.\n\n- Rain.\n- ${words}\n`);
    await put("draft.md", "headline: D\npublished: 2026-11-21\nstatus: draft", words.replace("Lena Horvat", "Draft Person"));
    await put("killed.md", "headline: K\npublished: 2026-11-21\nstatus: killed", words.replace("Lena Horvat", "Killed Person"));
    await put("later.md", "headline: L\npublished: 2026-11-21\nembargo: 2026-12-01", words.replace("Lena Horvat", "Later Person"));
    const { edition } = await compile();
    expect(edition.speakers.map(({ name }) => name).join()).not.toMatch(/Person/);
    const lena = edition.speakers.find(({ name }) => name === "Lena Horvat");
    expect(lena).toMatchObject({ address: "/speakers/lena-horvat/", roles: ["captain"], count: 1 });
    const [spoken] = lena?.spoken ?? [];
    expect(spoken?.quotes[0]?.text).toBe("We have counted the bolts again and again");
    expect(spoken?.article.body).toContain(`<li id="${spoken?.quotes[0]?.anchor}">`);
    expect(spoken?.article.quotes[0]).toMatchObject({ page: "/speakers/lena-horvat/", anchor: spoken?.quotes[0]?.anchor });
  });

  it("is proved in what is not out yet, so that no embargo ends in an error", async () => {
    await put("later.md", "headline: L\npublished: 2026-11-21\nembargo: 2026-12-01\nquotes: [We paid]", "“We pay,” she said.");
    expect((await compile()).problems.map(({ code, severity }) => [code, severity])).toContainEqual(["quote-not-verbatim", "error"]);
  });
});
