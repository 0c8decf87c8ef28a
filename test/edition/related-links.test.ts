import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTerms } from "../../src/edition/article-terms.ts";
import { compileEdition } from "../../src/edition/compile-edition.ts";
import { rankRelated } from "../../src/edition/rank-related.ts";
import { comparedHeadline } from "../../src/edition/related-links.ts";
import { RelatedMemory } from "../../src/edition/related-memory.ts";
import { indexTerms } from "../../src/edition/term-index.ts";
import type { RelatedLink } from "../../src/model/article.ts";
import type { ArticleCopy, Newsroom } from "../../src/model/copy.ts";
import { island, moment, samplePublication, transport } from "../render/sample-edition.ts";
import { sampleCopy } from "./sample-copy.ts";

const asOf = moment("2026-11-24T06:00");

function story(id: string, headline: string, text: string, given: Partial<ArticleCopy> = {}): ArticleCopy {
  return sampleCopy({ id, slug: id, file: `content/articles/${id}.md`, headline, text, published: moment("2026-11-10T06:00"), ...given });
}

function relate(articles: readonly ArticleCopy[]): ReadonlyMap<string, readonly RelatedLink[]> {
  const newsroom: Newsroom = { publication: samplePublication, articles, pages: [], issues: [], elsewhere: [], sent: [], skipped: [] };
  const { edition } = compileEdition(newsroom, asOf);
  return new Map(edition.articles.map(({ id, related }) => [id, related]));
}

const idsOf = (links: readonly RelatedLink[] | undefined) =>
  (links ?? []).map((link) => (link.kind === "article" ? link.id : link.headline));
const whyOf = (links: readonly RelatedLink[] | undefined, id: string) =>
  links?.find((link) => link.kind === "article" && link.id === id)?.why;

const fares = story(
  "fares",
  "Ferry fares to rise in January",
  "The ferry company wants dearer ferry fares. Grace Attard, who runs the pier, fears for trade.",
);
const pier = story(
  "pier",
  "Pier loses its traders",
  "Dearer ferry fares keep visitors away, Grace Attard says. The pier has nine empty stalls.",
);
const bees = story("bees", "Bees return to the upper town", "Hives on the school roof are full again, and honey will be sold at the gate.");
const roof = story("roof", "School roof gets its hives back", "Pupils look after hives and honey on the school roof.");
const town = [fares, pier, bees, roof];

const words = "harbour ferry council storm market bread salt lamp rope tower school winter stone bus well olive goat mill boat vote".split(
  " ",
);
const random = (seed: number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};
/** Stories of about sixty words, each on a subject of its own that six share. */
function archive(count: number) {
  const next = random(count > 0 ? 11 : 1);
  return Array.from({ length: count }, (_, at) => {
    const subject = `${words[at % 20]}${Math.floor(at / 6)}`;
    const text = Array.from({ length: 60 }, () =>
      next() < 0.2 ? subject : `${words[Math.floor(next() * 20)]}${Math.floor(next() ** 3 * 400)}`,
    ).join(" ");
    return { ...story(`s${at}`, `${subject} and ${words[(at * 7) % 20]}`, text), published: moment("2026-01-01").plus({ days: at }) };
  });
}

describe("related links", () => {
  it("join stories on one subject, and say which in the words of the story", () => {
    const links = relate(town);
    expect(idsOf(links.get("fares"))).toEqual(["pier"]);
    expect(whyOf(links.get("fares"), "pier")).toBe("both about ferry fares");
    expect(idsOf(links.get("bees"))).toEqual(["roof"]);
  });

  it("put what the editor chose first, in the editor's order, and fill up with what was found", () => {
    const links = relate([
      ...town.slice(1),
      {
        ...fares,
        related: [
          { kind: "article", id: "roof" },
          { kind: "article", id: "bees" },
        ],
      },
    ]);
    expect(idsOf(links.get("fares"))).toEqual(["roof", "bees", "pier"]);
    expect(
      links
        .get("fares")
        ?.map(({ why }) => why)
        .slice(0, 2),
    ).toEqual(["chosen by the editor", "chosen by the editor"]);
  });

  it("name the shared topic and section before any words", () => {
    const about = { topics: [transport], section: island };
    const links = relate([{ ...fares, ...about }, { ...pier, ...about }, bees, roof]);
    expect(whyOf(links.get("fares"), "pier")).toBe("both about Transport; same section");
  });

  it("never lead to a draft, to a killed or embargoed story, or to the story itself", () => {
    const hidden: readonly Partial<ArticleCopy>[] = [
      { status: "draft" },
      { status: "killed" },
      { embargo: moment("2026-11-25T06:00") },
      { published: moment("2026-11-25T06:00") },
    ];
    for (const given of hidden) {
      const links = relate([
        {
          ...fares,
          related: [
            { kind: "article", id: "fares" },
            { kind: "article", id: "pier" },
          ],
        },
        { ...pier, ...given },
        bees,
        roof,
      ]);
      expect(idsOf(links.get("fares")), JSON.stringify(Object.keys(given))).toEqual([]);
    }
  });

  it("stay in one language, whatever its region", () => {
    const links = relate([
      { ...fares, language: "en-GB" },
      pier,
      { ...pier, id: "jetty", slug: "jetty", headline: "Jetty", language: "mt" },
      bees,
      roof,
    ]);
    expect(idsOf(links.get("fares"))).toEqual(["pier"]);
    expect(idsOf(links.get("jetty"))).toEqual([]);
  });

  it("show one story once: no copy or update of the story itself, nor two of another", () => {
    const paragraph =
      "The harbour office measured nine metres of water above the bar on Sunday, and the pilots of Salina Bay sent three tankers away until the swell went down.";
    const swell = story("swell", "Swell closes the bar", paragraph);
    const update = story("update", "Bar stays closed for tankers", `${paragraph} A fourth came at dusk.`, {
      published: moment("2026-11-11T06:00"),
    });
    const pilots = story(
      "pilots",
      "Pilots of Salina Bay ask for a tug",
      "With a tug of their own, the pilots say, no tanker need wait for the swell to go down. One costs nine million marks, and the council has two.",
    );
    const links = relate([swell, update, pilots, ...town]);
    expect(idsOf(links.get("swell"))).toEqual(["pilots"]);
    expect(idsOf(links.get("update"))).toEqual(["pilots"]);
    const ofPilots = idsOf(links.get("pilots"));
    expect(ofPilots.filter((id) => id === "swell" || id === "update")).toHaveLength(1);
    const chosen = relate([swell, update, { ...pilots, related: [{ kind: "article", id: "swell" }] }, ...town]);
    expect(idsOf(chosen.get("pilots"))).not.toContain("update");
  });

  it("begin with the story a text links to, and tell that story who links to it", () => {
    const linking = { ...bees, bodyLinks: ["/2026/11/fares/", "https://elsewhere.example/2026/11/pier/"] };
    const links = relate([fares, pier, linking, roof]);
    expect(idsOf(links.get("bees"))).toEqual(["fares", "roof"]);
    expect(whyOf(links.get("bees"), "fares")).toBe("linked in the text");
    expect(idsOf(links.get("fares"))).toEqual(["bees", "pier"]);
    expect(whyOf(links.get("fares"), "bees")).toBe("links to this story");
  });

  it("know our own address in every way to write it", () => {
    const ways = [
      "../fares/",
      "https://lantern.example/paper/2026/11/fares/?from=mail#top",
      "http://www.lantern.example/paper/2026/11/fares/index.html",
      "/old/fares",
    ];
    for (const way of ways) {
      const links = relate([{ ...fares, formerly: ["/old/fares/"] }, pier, { ...bees, bodyLinks: [way] }, roof]);
      expect(idsOf(links.get("bees"))[0], way).toBe("fares");
    }
  });

  it("prefer, of two stories as near, the one whose headline the text names, and the one nearer in time", () => {
    const before = { published: moment("2026-10-01T06:00") };
    const plan = story("plan", "A wall for the south beach", "Stones and sand will come by barge. The quarry has both.", before);
    const barge = story("barge", "Barge with stones arrives", "Sand and stones came from the quarry. It took a night to unload.", before);
    const later = story(
      "later",
      "Engineers count the sand",
      "The quarry sent stones and sand by barge, a first: no barge had carried stones before. The town had asked for a wall for the south beach.",
    );
    expect(idsOf(relate([plan, barge, later, ...town]).get("later")).slice(0, 2)).toEqual(["plan", "barge"]);
    const old = story("old", "Barge with gravel arrives", "Gravel and stones came from the quarry. It took a day to unload.", {
      published: moment("2019-10-01T06:00"),
    });
    const asking = { ...later, text: "The quarry sent stones by barge, a first: no barge had carried stones before." };
    expect(idsOf(relate([old, barge, asking, ...town]).get("later")).slice(0, 2)).toEqual(["barge", "old"]);
  });

  it("give no link rather than one without a reason", () => {
    const links = relate([fares, story("owl", "An owl in the mill", "Nobody knows when it came. It fears for nothing.")]);
    expect(idsOf(links.get("fares"))).toEqual([]);
  });

  it("are never about words that are in any story, in the languages most written here", () => {
    const pairs: Readonly<Record<string, readonly [string, string]>> = {
      en: [
        "Nobody ever works on Wednesday. Seven of them found each other over there, once more, very small and often hoping.",
        "Seven hundred people work after this, and over each other; nobody finds it very small, not once, on a Wednesday morning.",
      ],
      fr: [
        "Personne n’était jamais entre eux, toujours après les autres.",
        "Toujours entre eux, jamais après les autres, personne ne fait rien.",
      ],
      de: [
        "Niemand hat immer alles zwischen ihnen gesagt, jedoch nicht heute.",
        "Heute wird niemand zwischen ihnen immer alles machen, jedoch bald.",
      ],
      es: [
        "Nadie siempre entre ellos, nunca después, todavía cuando quieren.",
        "Todavía nadie, nunca entre ellos, siempre después de cuando pueden.",
      ],
      ar: ["هناك كل الذين كانوا عندما بينما أيضا", "عندما كانوا هناك بينما كل الذين أيضا"],
      sw: ["Wote walikuwa hapo kabla kwamba wengine bado sana", "Kabla wengine walikuwa bado hapo kwamba wote sana"],
    };
    for (const [language, [first, second]] of Object.entries(pairs)) {
      const links = relate([story("a", first, first, { language }), story("b", second, second, { language }), ...town]);
      expect(links.get("a"), language).toEqual([]);
      expect(links.get("b"), language).toEqual([]);
    }
  });

  it("leave out a long story that has a word of everything", () => {
    const feature = story(
      "feature",
      "A year behind shutters",
      `Fares, hives, fares again, a pier, a gate, hives and the pier. ${Array.from({ length: 600 }, (_, at) => `${["lamp", "stair", "cellar", "garden", "window"][at % 5]}${at}`).join(" ")}`,
    );
    const links = relate([...town, feature, ...archive(60)]);
    for (const { id } of town) expect(idsOf(links.get(id)), id).not.toContain("feature");
    expect(idsOf(links.get("fares"))[0]).toBe("pier");
    expect(idsOf(links.get("roof"))[0]).toBe("bees");
  });

  it("are not made by a single word where the editor gave two stories different topics, but by a name they are", () => {
    const schools = { id: "schools", name: "Schools" };
    const said = (word: string) => `${Array.from({ length: 40 }, (_, at) => `${word}${at}`).join(", ")}.`;
    const clock = story(
      "clock",
      "Clock stops at noon",
      `The clock of the customs house stopped. A lad climbed up to wind the wheel. ${said("brass")}`,
    );
    const watch = story("watch", "Earlier sailings begin", `By the quay clock it is dark. ${said("gull")} Nobody looks at that clock.`);
    const wordOnly = (given: Partial<ArticleCopy>, other: Partial<ArticleCopy>) =>
      idsOf(relate([{ ...clock, ...given }, { ...watch, ...other }, ...town, ...archive(60)]).get("watch"));
    expect(wordOnly({}, {})).toContain("clock");
    expect(wordOnly({ topics: [transport] }, { topics: [schools] })).not.toContain("clock");
    const named = (text: string) => ({ text: `${text} It pleased Carmen Zahra of Salina Bay. “So it goes,” said Carmen Zahra.` });
    expect(wordOnly({ topics: [transport], ...named(clock.text) }, { topics: [schools], ...named(watch.text) })).toContain("clock");
  });

  it("name a person in full when both stories do, and two people of one surname not as one", () => {
    const kiln = story(
      "kiln",
      "Kiln lit again",
      "It was cold at dawn, says Anna Camilleri, who fires the bricks. “Clay waits for nobody,” says Camilleri.",
    );
    const why = (person: string) => {
      const weir = story(
        "weir",
        "Weir mended",
        `Eels can climb, says ${person}, who owns the meadow. “They are slow,” says Camilleri, “and so am I.”`,
      );
      return whyOf(relate([kiln, weir, ...town]).get("kiln"), "weir");
    };
    expect(why("Anna Camilleri")).toBe("both about Anna Camilleri");
    expect(why("Paul Camilleri") ?? "").not.toContain("Anna");
  });

  it("work in scripts that write no spaces, and with accents however they are encoded", () => {
    const links = relate([
      story("a", "渡轮票价一月上涨", "渡轮公司宣布票价上涨。", { language: "zh" }),
      story("b", "渡轮票价引发争议", "居民反对渡轮票价上涨。", { language: "zh" }),
      story("c", "学校屋顶养蜂", "蜂蜜将在门口出售。", { language: "zh" }),
      story("d", "La goélette d’Élise", "La débâcle du chantier se prépare depuis un an.", { language: "fr" }),
      story("e", "Un bateau perdu", "La goélette a coulé avant midi, et personne ne pleure la goélette.".normalize("NFD"), {
        language: "fr",
      }),
    ]);
    expect(idsOf(links.get("a"))).toEqual(["b"]);
    expect(idsOf(links.get("d"))).toEqual(["e"]);
  });

  it("are the same, to the last word, in two builds and in whatever order the files are read", () => {
    expect(relate([...town].reverse())).toEqual(relate(town));
  });
});

describe("a headline elsewhere", () => {
  const wired = (headline: string, given: object = {}): ArticleCopy => ({
    ...bees,
    related: [
      {
        kind: "elsewhere",
        headline,
        url: null,
        source: "Xinhua",
        section: "World",
        byline: null,
        published: moment("2026-11-09"),
        ...given,
      },
    ],
  });

  it("becomes a link once an article of ours carries it, however it is typed", () => {
    const quay = story("quay", "“Don’t move the quay,” say Élise’s pilots – again", "Text.");
    for (const typed of [
      "\"Don't move the quay\", say Élise's pilots - again",
      "«DON’T MOVE THE QUAY» say E\u0301lise’s pilots: again …",
    ]) {
      expect(relate([wired(typed), quay]).get("bees")?.[0], typed).toMatchObject({
        kind: "article",
        id: "quay",
        why: "chosen by the editor",
      });
    }
  });

  it("keeps its section, source and date as long as none does, or the one that does is not out", () => {
    for (const others of [[], [story("quay", "Quay moved", "Text.", { status: "killed" })]]) {
      const link = relate([wired("Quay moved"), ...others]).get("bees")?.[0];
      expect(link).toMatchObject({ kind: "elsewhere", headline: "Quay moved", source: "Xinhua", section: "World", url: null });
      expect(link?.published?.toISODate()).toBe("2026-11-09");
    }
  });

  it("means, of several stories with one headline, the one of its date", () => {
    const of = (id: string, day: string) => story(id, "Tides this week", "Text.", { published: moment(day) });
    const weeks = [of("w1", "2026-11-01"), of("w2", "2026-11-08"), of("w3", "2026-11-15")];
    expect(idsOf(relate([wired("Tides this week"), ...weeks]).get("bees"))[0]).toBe("w2");
    expect(idsOf(relate([wired("Tides this week", { published: null }), ...weeks]).get("bees"))[0]).toBe("w3");
  });

  it("becomes a link when its address is one of ours, and stays as written when it has another", () => {
    expect(idsOf(relate([wired("Anything", { url: "https://lantern.example/paper/2026/11/fares/" }), fares]).get("bees"))[0]).toBe("fares");
    expect(idsOf(relate([wired(fares.headline, { url: "https://wire.example/x" }), fares]).get("bees"))).toEqual([fares.headline]);
  });

  it("of marks alone is no headline of ours", () => {
    expect(comparedHeadline("…?!")).toBe("");
    expect(idsOf(relate([wired("???"), story("marks", "!!!", "Text.")]).get("bees"))).toEqual(["???"]);
  });
});

describe("the ranking of related stories", () => {
  const lists = (articles: readonly ArticleCopy[]) =>
    new Map(
      [...rankRelated(articles, () => new Set())].map(([id, { candidates }]) => [id, candidates.slice(0, 4).map(({ other }) => other.id)]),
    );

  it("leaves the other lists as they were when an unrelated story comes, is edited or goes", () => {
    const before = archive(400);
    const owl = {
      ...story("owl", "An owl in the mill", "It hooted thrice in moonlight, nobody minded, feathers drifted down."),
      published: moment("2026-06-01"),
    };
    const old = lists(before);
    const added = lists([...before, owl]);
    expect([...old.keys()].filter((id) => JSON.stringify(old.get(id)) !== JSON.stringify(added.get(id)))).toEqual([]);
    const edited = lists([...before, { ...owl, text: "Its nest was found behind the millstone, empty." }]);
    expect([...old.keys()].filter((id) => JSON.stringify(old.get(id)) !== JSON.stringify(edited.get(id)))).toEqual([]);
  });

  it("reorders fewer than two lists in a hundred when a story that shares words with many comes", () => {
    // Were words weighed by how many articles hold them to the last one, not in steps, it would be four in a hundred.
    const all = archive(400);
    const without = lists(all.slice(0, -1));
    const whole = lists(all);
    const newcomer = all.at(-1)?.id ?? "";
    const changed = [...without.keys()].filter((id) => {
      const others = whole.get(id)?.filter((other) => other !== newcomer) ?? [];
      return JSON.stringify(without.get(id)?.slice(0, others.length)) !== JSON.stringify(others);
    });
    expect(changed.length).toBeLessThan(400 * 0.02);
  });

  it("gives with a memory, after any edit, exactly what it gives without one", () => {
    const plain = (articles: readonly ArticleCopy[], memory?: RelatedMemory) =>
      [...rankRelated(articles, () => new Set(), memory)].map(([id, { candidates, same }]) => [
        id,
        [...same].sort(),
        candidates.map(({ other, score, why }) => [other.id, score, why()]),
      ]);
    const memory = new RelatedMemory();
    let now: ArticleCopy[] = archive(120);
    expect(plain(now, memory)).toEqual(plain(now));
    const edits: readonly ((all: ArticleCopy[]) => ArticleCopy[])[] = [
      (all) => all.map((one, at) => (at === 50 ? { ...one, text: `${one.text} harbour8 and ferry8` } : one)),
      (all) => all.filter((_, at) => at !== 20),
      (all) => [...all.slice(40, 41).map((one) => ({ ...one, id: "copy" })), ...all],
      (all) => all.map((one, at) => (at === 7 ? { ...one, headline: "Bread and salt", topics: [transport] } : one)),
      (all) => all.map((one, at) => (at === 8 ? { ...one, topics: [transport], section: island } : one)),
      (all) => all.map((one, at) => (at === 60 ? { ...one, published: moment("2019-01-01") } : one)),
      (all) => all.map((one, at) => (at % 5 === 0 ? { ...one, language: "fr" } : one)),
      (all) => [...all].reverse(),
      (all) => all.slice(0, 80),
    ];
    for (const [at, edit] of edits.entries()) {
      now = edit(now);
      expect(plain(now, memory), `edit ${at}`).toEqual(plain(now));
    }
  });

  it("looks at no more pairs of stories for each story when there are many, whatever they have in common", () => {
    // Counted, not timed: what the index hands to the ranking is what it costs.
    const cost = (articles: readonly { headline: string; standfirst: string | null; text: string; language: string; topics: [] }[]) => {
      const { holders } = indexTerms(articles.map(readTerms));
      let pairs = 0;
      for (let term = 0; term + 1 < holders.from.length; term += 1)
        pairs += ((holders.from[term + 1] ?? 0) - (holders.from[term] ?? 0)) ** 2;
      return pairs / articles.length;
    };
    const shapes: Readonly<Record<string, (at: number) => string>> = {
      "all alike": () => "The harbour ferry sails at noon with bread and salt for the upper town.",
      "all terms shared, in another order": (at) => words.map((_, place) => words[(place * (1 + (at % 19))) % 20]).join(" "),
      "terms shared by as many as may be": (at) => Array.from({ length: 60 }, (_, place) => `w${Math.floor(at / 90)}x${place}`).join(" "),
    };
    for (const [name, shape] of Object.entries(shapes)) {
      const of = (count: number) =>
        cost(
          Array.from({ length: count }, (_, at) => ({
            headline: `Story ${at}`,
            standfirst: null,
            text: shape(at),
            language: "en",
            topics: [],
          })),
        );
      expect(of(2000), name).toBeLessThan(of(500) * 1.5 + 10);
    }
  });

  it("reads a word repeated without end as one word", () => {
    expect(
      readTerms({ headline: "Ferry", standfirst: null, text: "ferry ".repeat(200_000), language: "en", topics: [] }).terms.length,
    ).toBe(2);
  });

  it("takes any text, and never ranks a story beside itself or another twice", () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.constantFrom("\u0301", "’’’", "a\u0000b", "ferry ferry ferry"));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 6 }), (pairs) => {
        const articles = pairs.map(([headline, body], at) => ({ ...story(`s${at}`, headline, body), standfirst: null }));
        for (const [id, { candidates }] of rankRelated(articles, () => new Set())) {
          const ids = candidates.map(({ other, why }) => [other.id, why()][0]);
          expect(ids).not.toContain(id);
          expect(new Set(ids).size).toBe(ids.length);
        }
      }),
      { numRuns: 40 },
    );
  });
});
