import { resourceUsage } from "node:process";
import { type Relatable, rankRelated } from "../../src/edition/rank-related.ts";
import { RelatedMemory } from "../../src/edition/related-memory.ts";
import { DateTime } from "../../src/model/time.ts";

// Text of its own making, with the shape of real text: words as often as Zipf's law has it, each article with a subject that has words of its own.
const seconds = (run: () => void) => {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const syllables = [..."bdfgklmnprstvz"].flatMap((first) => [..."aeiou"].map((second) => first + second));
function wordOf(rank: number): string {
  let rest = rank + 40;
  let word = "";
  while (rest > 0) {
    word += syllables[rest % syllables.length];
    rest = Math.floor(rest / syllables.length);
  }
  return word;
}

const vocabulary = Array.from({ length: 60_000 }, (_, rank) => wordOf(rank));
const heights = vocabulary.reduce<number[]>((sums, _, rank) => {
  sums.push((sums.at(-1) ?? 0) + 1 / (rank + 2.7));
  return sums;
}, []);

function draw(random: () => number): string {
  const wanted = random() * (heights.at(-1) ?? 1);
  let low = 0;
  let high = heights.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((heights[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return vocabulary[low] ?? "";
}

function articlesOf(count: number, words: number): readonly Relatable[] {
  const random = generator(7);
  const subjects = Array.from({ length: Math.ceil(count / 25) }, () =>
    Array.from({ length: 40 }, () => vocabulary[Math.floor(random() ** 2 * vocabulary.length)] ?? ""),
  );
  const first = DateTime.fromISO("2016-01-01", { zone: "utc" });
  return Array.from({ length: count }, (_, at) => {
    const subject = subjects[Math.floor(random() * subjects.length)] ?? [];
    const word = () => (random() < 0.15 ? (subject[Math.floor(random() ** 2 * subject.length)] ?? "") : draw(random));
    const sentence = (length: number) => Array.from({ length }, word).join(" ");
    return {
      id: `article-${at}`,
      headline: sentence(8),
      standfirst: sentence(18),
      text: Array.from({ length: Math.ceil(words / 60) }, () => Array.from({ length: 4 }, () => `${sentence(15)}.`).join(" ")).join("\n\n"),
      language: "en",
      published: first.plus({ hours: at * 9 }),
      topics: [],
      section: null,
    };
  });
}

const noLinks: ReadonlySet<string> = new Set();
const relate = (articles: readonly Relatable[], memory = new RelatedMemory()) => {
  const rankings = rankRelated(articles, () => noLinks, memory);
  for (const { candidates } of rankings.values()) for (const { why } of candidates.slice(0, 4)) why();
};
const show = (what: string, figure: string) => process.stdout.write(`${what.padEnd(58)} ${figure}\n`);

const articles = articlesOf(10_000, 600);
const bytes = articles.reduce((sum, { headline, standfirst, text }) => sum + headline.length + (standfirst?.length ?? 0) + text.length, 0);
const base = resourceUsage().maxRSS / 1024;
const memory = new RelatedMemory();
const whole = seconds(() => relate(articles, memory));
show(
  "10,000 articles of 600 words",
  `${whole.toFixed(2)} s CPU, ${Math.round(10_000 / whole)} articles/s, ${(bytes / 1e6 / whole).toFixed(1)} MB/s`,
);
show("peak memory, of that the text and Node itself", `${Math.round(resourceUsage().maxRSS / 1024)} MB, ${Math.round(base)} MB`);

const edited = articles.map((article, at) =>
  at === 5000 ? { ...article, text: article.text.replace(/ \S+\.$/, " corrected.") } : article,
);
const after = seconds(() => relate(edited, memory));
show("after a word of one is edited", `${after.toFixed(2)} s CPU, ${((after / whole) * 100).toFixed(0)} % of the whole`);
const [another] = articlesOf(1, 600);
const added = another === undefined ? edited : [{ ...another, id: "another" }, ...edited];
const more = seconds(() => relate(added, memory));
show("after one is added", `${more.toFixed(2)} s CPU, ${((more / whole) * 100).toFixed(0)} % of the whole`);
memory.groups.clear();

// What could make it quadratic: twice as many must cost about twice as much.
const of = (count: number, text: (at: number) => string): readonly Relatable[] =>
  articles.slice(0, count).map((article, at) => ({ ...article, headline: `Story ${at}`, standfirst: null, text: text(at) }));
const sixHundred = articles[0]?.text ?? "";
const shapes: readonly (readonly [string, (at: number) => string])[] = [
  ["all alike", () => sixHundred],
  [
    "all terms shared, in another order",
    (at) =>
      vocabulary
        .slice(0, 600)
        .map((_, place, list) => list[(place * 7 + at) % 600])
        .join(" "),
  ],
  [
    "ninety copies of each",
    (at) => Array.from({ length: 600 }, (_, place) => vocabulary[(Math.floor(at / 90) * 601 + place) % 60_000]).join(" "),
  ],
];
for (const [name, text] of shapes) {
  const half = of(5000, text);
  const full = of(10_000, text);
  const once = seconds(() => relate(half));
  const twice = seconds(() => relate(full));
  show(`10,000 articles, ${name}`, `${twice.toFixed(2)} s CPU, ${(twice / once).toFixed(1)} times as much as 5,000`);
}
const repeated = (count: number) =>
  seconds(() => relate([...articles.slice(0, 2)].map((article) => ({ ...article, text: "ferry ".repeat(count) }))));
const once = repeated(500_000);
const twice = repeated(1_000_000);
show("one word a million times", `${twice.toFixed(2)} s CPU, ${(twice / once).toFixed(1)} times as much as half of it`);
