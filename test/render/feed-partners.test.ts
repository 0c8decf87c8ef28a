import { describe, expect, it } from "vitest";
import { planPicture } from "../../src/model/picture.ts";
import type { FeedChoice } from "../../src/model/publication.ts";
import { renderEveryFeed } from "../../src/render/every-feed.ts";
import { checkPartnerFeeds } from "../../src/render/feed-partners.ts";
import { sampleArticle, sampleEdition, samplePublication } from "./sample-edition.ts";

const articles = (count: number) =>
  Array.from({ length: count }, (_, index) => sampleArticle({ id: `a${index}`, headline: `Story ${index}` }));
const editionFor = (choice: Partial<FeedChoice>, given = articles(31), hub: string | null = "https://hub.example/") =>
  sampleEdition({
    articles: given,
    publication: {
      ...samplePublication,
      feeds: {
        ...samplePublication.feeds,
        hub,
        content: "summary",
        each: [{ feed: "sections/island", for: "flipboard", items: null, content: null, ...choice }],
      },
    },
  });
const messages = (edition: ReturnType<typeof editionFor>) => checkPartnerFeeds(edition).map(({ message }) => message);
const feed = (at = "/sections/island/") => `The feed ${at}feed.xml, which goes to Flipboard,`;

describe("a feed that goes to a partner", () => {
  it("takes the shape that the partner wants, where the settings leave it open, and then keeps the rules", () => {
    const edition = editionFor({});
    const rss = [...renderEveryFeed(edition, () => 0)].find(({ address }) => address === "/sections/island/feed.xml");
    const text = Buffer.concat(rss?.pieces ?? []).toString();
    expect(text.match(/<item>/g)).toHaveLength(30);
    expect(text.match(/<content:encoded>/g)).toHaveLength(30);
    expect(messages(edition)).toEqual([]);
  });

  it("may be the whole publication's", () => {
    expect(messages(editionFor({ feed: "" }, articles(3)))).toEqual([`${feed("/")} has 3 items, and Flipboard wants 30.`]);
  });

  it("is told where it falls short: too few items, summaries, no hub", () => {
    expect(messages(editionFor({ items: 10, content: "summary" }, articles(31), null))).toEqual([
      `${feed()} has 10 items, and Flipboard wants 30.`,
      `${feed()} carries summaries, and whole articles are wanted.`,
      `${feed()} names no hub, through which its news would arrive at once.`,
    ]);
  });

  it("is told which articles have no picture that is large enough and may stand in feeds, and which no author", () => {
    const [one, two, three, ...rest] = articles(31);
    if (!one?.figure || !two?.figure || !three) throw new Error("too few");
    const small = planPicture({ src: "small.jpg", hash: "cd".repeat(32), width: 800, height: 399 });
    const given = [
      { ...one, figure: { ...one.figure, picture: small } },
      { ...two, figure: { ...two.figure, rights: { ...two.figure.rights, feeds: false } } },
      { ...three, figure: null, byline: [] },
      ...rest,
    ];
    expect(messages(editionFor({}, given))).toEqual([
      `${feed()} has 3 of 30 articles without a picture of 400 pixels or more on its smaller side: “Story 0”, “Story 1”, “Story 2”.`,
      `${feed()} has 1 of 30 articles without an author: “Story 2”.`,
    ]);
  });
});
