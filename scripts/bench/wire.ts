import { parseWire } from "../../src/wire/parse-wire.ts";

// A thousand pasted pages of about 600 words of story each, with menu, byline, caption, subheads, and the headlines of others below.
const people = ["Ana Cruz", "Tom Ellery", "Lea Moor", "Ivo Neri", "Mara Brandt", "Otto Okoye", "Rosa Sorel"];
const headlines = [
  "Ferry fares to rise in January",
  "Second pier of Salina Bay will be ready in spring",
  "Bakery on the quay closes after forty years",
  "Pilots will guide every tanker through the Strait",
  "Velmar asks for a doctor who stays longer than a summer",
];
const facts = [
  "The ferry crosses the Strait four times a day in summer and twice in winter, and has done so since the war.",
  "Salina Bay has been without a boat since the storm of last Tuesday, and traders pay for trucks over the pass.",
  `"Nobody asked the islanders before they sold the boat," said the harbour master, who has kept the books for nine years.`,
  "The council voted on Monday to spend the reserve on a second pier, although two of its members called the plan too small.",
  "Fares rose by a third in three years, more than anywhere else on the coast, and the ministry wants to know why.",
];

const options = { zone: "Africa/Nairobi", captured: "2026-11-22T10:00+03:00" };
const pages = Array.from({ length: 1000 }, (_, page) => write(page));
const characters = pages.reduce((sum, { length }) => sum + length, 0);

const rounds = Array.from({ length: 5 }, () => {
  const before = process.cpuUsage();
  const headed = pages.filter((page) => parseWire(page, options).headline !== null).length;
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, headed };
});
const { seconds, headed } = rounds.toSorted((a, b) => a.seconds - b.seconds)[rounds.length >> 1] ?? { seconds: Number.NaN, headed: 0 };

process.stdout.write(
  `${pages.length} pages, ${headed} with a headline: ${seconds.toFixed(2)} s CPU (median of ${rounds.length}), ` +
    `${Math.round(pages.length / seconds)} articles/s, ${(characters / 1e6 / seconds).toFixed(1)} MB/s\n`,
);

function pick(from: readonly string[], at: number): string {
  return from[at % from.length] ?? "";
}

function write(page: number): string {
  const story: string[] = [];
  for (let at = page; story.join(" ").split(" ").length < 600; at += 1) {
    if (story.length % 6 === 4) story.push("What happens next");
    story.push(`${pick(facts, at)} ${pick(facts, at + 2)} It was the ${at}th day without a boat.`);
  }
  const cards = [1, 2, 3, 4].map((step) => `By ${pick(people, page + step)} ${step} hrs ago\nIslands\n${pick(headlines, page + step)}`);
  return [
    "Home\nIslands\nTrade\nSubscribe",
    "Home > News > Islands",
    pick(headlines, page),
    `By ${pick(people, page)}, Transport correspondent`,
    "Published: November 21, 2026 at 4:05 pm EAT\nShare\n3 min read",
    `The ferry Amity at the quay in Salina Bay on Friday. [${pick(people, page + 3)}, Leaf]`,
    ...story,
    "Related stories",
    ...cards,
    "© 2026 The Leaf. All rights reserved.",
  ].join("\n\n");
}
