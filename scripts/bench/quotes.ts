import { findQuotes } from "../../src/wire/find-quotes.ts";

// A thousand articles of about 600 words, of invented people in an invented town: a third of their sentences quote somebody.
const given = ["Ana", "Tom", "Lea", "Ivo", "Mara", "Otto", "Nadia", "Pavel", "Rosa", "Emil"];
const family = ["Cruz", "Neri", "Moor", "Ellery", "Brandt", "Okoye", "Lindqvist", "Haddad", "Sorel", "Varga"];
const roles = [
  "harbour master",
  "mayor",
  "fisherman",
  "teacher",
  "ferry captain",
  "spokeswoman for the ministry",
  "engineer",
  "shopkeeper",
];
const facts = [
  "The ferry crosses the Strait four times a day in summer and twice in winter.",
  "Salina Bay has been without a boat since the storm of last Tuesday, and the bakery has closed.",
  "The council voted on Monday to spend the reserve on a second pier, which will be ready in spring.",
  "Fares rose by a third in three years, more than anywhere else on the coast of Velmar.",
];
const said = [
  "The pier will hold if nobody moors a tanker to it",
  "Nobody asked the islanders before they sold the boat",
  "We have waited nine years and we can wait until the morning",
];

const articles = Array.from({ length: 1000 }, (_, article) => write(article));
const characters = articles.reduce((sum, { length }) => sum + length, 0);
const words = articles.reduce((sum, text) => sum + text.split(/\s+/).length, 0);

const rounds = Array.from({ length: 5 }, () => {
  const before = process.cpuUsage();
  const found = articles.reduce((sum, text) => sum + findQuotes(text).length, 0);
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, found };
});
const { seconds, found } = rounds.toSorted((a, b) => a.seconds - b.seconds)[rounds.length >> 1] ?? { seconds: Number.NaN, found: 0 };

process.stdout.write(
  `${articles.length} articles of ${Math.round(words / articles.length)} words, ${found} quotations: ${seconds.toFixed(2)} s CPU (median of ${rounds.length}), ` +
    `${Math.round(articles.length / seconds)} articles/s, ${(characters / 1e6 / seconds).toFixed(1)} MB/s\n`,
);

function write(article: number): string {
  const paragraphs: string[] = [];
  for (let at = article; paragraphs.join(" ").split(" ").length < 590; at += 1) {
    const name = `${pick(given, at)} ${pick(family, at * 7 + article)}`;
    const quote = pick(said, at);
    paragraphs.push(
      pick(
        [
          `${pick(facts, at)} ${pick(facts, at + 1)}`,
          `“${quote},” said ${name}, the ${pick(roles, at)}. “${pick(said, at + 1)}.”`,
          `${pick(facts, at + 2)} ${name} told reporters: “${quote}.”`,
          `“${quote},” she added. ${pick(facts, at + 3)}`,
          `${pick(facts, at)} According to ${name}, ${pick(facts, at + 1).toLowerCase()}`,
        ],
        at,
      ),
    );
  }
  return paragraphs.join("\n\n");
}

function pick(list: readonly string[], at: number): string {
  return list[at % list.length] ?? "";
}
