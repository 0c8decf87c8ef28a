import fc from "fast-check";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/model/article.ts";
import type { Edition } from "../../src/model/edition.ts";
import { renderEveryFeed } from "../../src/render/every-feed.ts";
import { childOf, readXml } from "../../src/render/xml-reader.ts";
import {
  amina,
  ferryPicture,
  island,
  keyQuote,
  moment,
  openHtml,
  sampleArticle,
  sampleEdition,
  samplePublication,
} from "./sample-edition.ts";

const sizeOf = (address: string) => (address === ferryPicture.jpeg.address ? 48_211 : 0);

/** Every feed document of an edition, by address. */
function documents(edition: Edition): ReadonlyMap<string, string> {
  return new Map([...renderEveryFeed(edition, sizeOf)].map(({ address, pieces }) => [address, Buffer.concat(pieces).toString()]));
}

/** The three feeds at an address of an edition; the whole publication's unless another is asked for. */
function feedsOf(edition: Edition, address = "/") {
  const made = documents(edition);
  return {
    rss: made.get(`${address}feed.xml`) ?? "",
    atom: made.get(`${address}atom.xml`) ?? "",
    json: made.get(`${address}feed.json`) ?? "",
  };
}

function readBack(...articles: readonly Article[]) {
  const made = feedsOf(sampleEdition({ articles }));
  return { ...made, ...parse(made) };
}

function parse({ rss, atom, json }: { rss: string; atom: string; json: string }) {
  return { rssFeed: parseRssFeed(rss), atomFeed: parseAtomFeed(atom), jsonFeed: parseJsonFeed(JSON.parse(json)) };
}

const elsewhereLink = {
  kind: "elsewhere",
  headline: "Ports",
  url: null,
  source: null,
  section: null,
  byline: null,
  published: null,
  why: "chosen by the editor",
} as const;

describe("feeds", () => {
  it("say the same of an article in all three formats", () => {
    const article = sampleArticle({ updated: moment("2026-11-23T09:15"), canonical: "https://wire.example/fares" });
    const { rssFeed, atomFeed, jsonFeed } = readBack(article);
    const [rss, atom, json] = [rssFeed.items?.[0], atomFeed.entries?.[0], jsonFeed.items?.[0]];

    expect([rss?.guid?.value, atom?.id, json?.id]).toEqual(Array(3).fill("tag:lantern.example,2026:2026-11-23-ferry-fares"));
    expect(rss?.guid?.isPermaLink).toBe(false);
    expect([rss?.link, atom?.links?.[0]?.href, json?.url]).toEqual(Array(3).fill("https://lantern.example/paper/2026/11/ferry-fares/"));
    expect([rss?.title, atom?.title?.value, json?.title]).toEqual(Array(3).fill("Ferry fares to rise in January"));
    expect([rss?.description, atom?.summary?.value, json?.summary]).toEqual(Array(3).fill("Crossings cost a tenth more."));
    for (const date of [rss?.pubDate, atom?.published, json?.date_published])
      expect(new Date(date ?? "").toISOString()).toBe("2026-11-23T05:00:00.000Z");
    for (const date of [rss?.atom?.updated, atom?.updated, json?.date_modified, atomFeed.updated, rssFeed.lastBuildDate]) {
      expect(new Date(date ?? "").toISOString()).toBe("2026-11-23T08:15:00.000Z");
    }
    expect([rss?.dc?.creators, atom?.authors?.map(({ name }) => name), json?.authors?.map(({ name }) => name)]).toEqual(
      Array(3).fill(["Amina Yusuf", "AFP"]),
    );
    expect([rss?.categories?.map(({ name }) => name), atom?.categories?.map(({ term }) => term), json?.tags]).toEqual(
      Array(3).fill(["Island & Sea", "Transport"]),
    );
    expect([rss?.content?.encoded, atom?.content?.value]).toEqual(Array(2).fill(json?.content_html));
    expect([rss?.dc?.languages?.[0], atom?.xml?.lang, json?.language]).toEqual(Array(3).fill("en"));
    expect([rss?.dc?.rights?.[0], atom?.rights?.value]).toEqual(Array(2).fill("© The Lantern, all rights reserved"));
    expect([rss?.dc?.sources?.[0], atom?.links?.find(({ rel }) => rel === "via")?.href, json?.external_url]).toEqual(
      Array(3).fill("https://wire.example/fares"),
    );
  });

  it("carry the picture with its true type, size, measures and words", () => {
    const { rssFeed, atomFeed, jsonFeed } = readBack(sampleArticle());
    const url = `https://lantern.example/paper${ferryPicture.jpeg.address}`;
    const media = { url, fileSize: 48_211, type: "image/jpeg", medium: "image", width: 1200, height: 800 };
    for (const found of [rssFeed.items?.[0]?.media?.contents?.[0], atomFeed.entries?.[0]?.media?.contents?.[0]]) {
      expect(found).toMatchObject(media);
      expect(found?.description?.value).toBe("A white ferry leaves the harbour");
      expect(found?.credits?.[0]?.value).toBe("AFP");
    }
    expect(rssFeed.items?.[0]?.enclosures).toEqual([{ url, length: 48_211, type: "image/jpeg" }]);
    expect(atomFeed.entries?.[0]?.links).toContainEqual({ rel: "enclosure", href: url, type: "image/jpeg", length: 48_211 });
    expect(jsonFeed.items?.[0]?.image).toBe(url);
    expect(jsonFeed.items?.[0]?.attachments?.[0]).toMatchObject({ url, mime_type: "image/jpeg", size_in_bytes: 48_211 });
  });

  it("leave out a picture without feed rights and keep its caption and credit", () => {
    const figure = sampleArticle().figure;
    const withheld = figure && { ...figure, rights: { ...figure.rights, feeds: false } };
    for (const shown of [withheld, figure && { ...figure, picture: null }]) {
      const made = readBack(sampleArticle({ figure: shown }));
      for (const text of [made.rss, made.atom, made.json]) {
        expect(text).not.toContain(".jpg");
        expect(text).toContain("The Maria Dolores on Friday.");
        expect(text).toContain("<small>AFP</small>");
      }
    }
  });

  it("show corrections first, then figure, standfirst, body, key quotes and related links, with absolute addresses", () => {
    const article = sampleArticle({
      body: openHtml('<p><a href="#note">Note</a> <img src="{root}/images/a.jpg" srcset="{root}/images/a.jpg 2x" alt=""> href="#no"</p>'),
      corrections: [{ at: moment("2026-11-23T10:00"), kind: "correction", text: "The fare is €4, not €5." }],
      quotes: [keyQuote("We had no choice", { name: "Grace Otieno", role: "harbour master" })],
      related: [
        {
          kind: "article",
          id: "dues",
          headline: "Dues & fees",
          address: "/2026/10/dues/",
          published: moment("2026-10-02"),
          section: null,
          why: "chosen by the editor",
          score: null,
        },
        {
          kind: "elsewhere",
          headline: "Ports",
          url: "javascript:alert(1)",
          source: "Gazette",
          section: null,
          byline: null,
          published: null,
          why: "chosen by the editor",
        },
      ],
    });
    expect(readBack(article).jsonFeed.items?.[0]?.content_html).toBe(
      [
        "<aside><p><strong>Correction, 23 November 2026:</strong> The fare is €4, not €5.</p></aside>",
        `<figure><img src="https://lantern.example/paper${ferryPicture.jpeg.address}" alt="A white ferry leaves the harbour" width="1200" height="800"><figcaption>The Maria Dolores on Friday. <small>AFP</small></figcaption></figure>`,
        "<p><strong>Crossings cost a tenth more.</strong></p>",
        '<p><a href="https://lantern.example/paper/2026/11/ferry-fares/#note">Note</a> <img src="https://lantern.example/paper/images/a.jpg" alt=""> href="#no"</p>',
        "<blockquote><p>We had no choice</p><p><cite>Grace Otieno, harbour master</cite></p></blockquote>",
        "<p><strong>Related</strong></p>",
        '<ul><li><a href="https://lantern.example/paper/2026/10/dues/">Dues &amp; fees</a></li><li>Ports (Gazette)</li></ul>',
      ].join("\n"),
    );
  });

  it("name their own address, their page, the hub and the language", () => {
    const { rssFeed, atomFeed, jsonFeed } = readBack(sampleArticle());
    expect(rssFeed.atom?.links?.map(({ rel, href }) => [rel, href])).toEqual([
      ["self", "https://lantern.example/paper/feed.xml"],
      ["hub", "https://hub.example/?a=1&b=2"],
    ]);
    expect(atomFeed.links?.map(({ rel, href }) => [rel, href])).toEqual([
      ["alternate", "https://lantern.example/paper/"],
      ["self", "https://lantern.example/paper/atom.xml"],
      ["hub", "https://hub.example/?a=1&b=2"],
    ]);
    expect(jsonFeed).toMatchObject({ feed_url: "https://lantern.example/paper/feed.json", language: "en" });
    expect(jsonFeed.hubs).toEqual([{ type: "WebSub", url: "https://hub.example/?a=1&b=2" }]);
    expect([rssFeed.title, atomFeed.title?.value, jsonFeed.title]).toEqual(Array(3).fill("The Lantern & Post"));
    expect([rssFeed.language, atomFeed.xml?.lang]).toEqual(["en", "en"]);
  });

  it("say in which language and direction an item runs where it differs from the publication", () => {
    const { rssFeed, atom } = readBack(sampleArticle({ language: "ar", direction: "rtl", headline: "ارتفاع أسعار العبّارة" }));
    expect(rssFeed.items?.[0]?.title).toBe("ارتفاع أسعار العبّارة");
    expect(rssFeed.items?.[0]?.content?.encoded).toMatch(/^<div lang="ar" dir="rtl">\n[\s\S]*<\/div>$/);
    expect(atom).toContain('<entry xml:lang="ar">');
  });

  it("say their own few words in the language of the article", () => {
    const corrections = [{ at: moment("2026-11-23T10:00"), kind: "correction" as const, text: "C’était 4 €." }];
    const related = [{ ...elsewhereLink, headline: "Le port" }];
    const html = readBack(sampleArticle({ language: "fr", corrections, related })).jsonFeed.items?.[0]?.content_html;
    expect(html).toContain("<strong>Rectificatif, 23 novembre 2026:</strong>");
    expect(html).toContain("<p><strong>À lire aussi</strong></p>");
  });

  it("hold no more articles than the publication says, and only summaries where it says so", () => {
    const publication = { ...samplePublication, feeds: { ...samplePublication.feeds, items: 2, content: "summary" as const, hub: null } };
    const articles = ["a", "b", "c"].map((id) => sampleArticle({ id, standfirst: null, text: "First words.\n\nSecret rest." }));
    const made = feedsOf(sampleEdition({ publication, articles }));
    const { rssFeed, atomFeed, jsonFeed } = parse(made);
    expect([rssFeed.items?.length, atomFeed.entries?.length, jsonFeed.items?.length]).toEqual([2, 2, 2]);
    expect([rssFeed.items?.[0]?.description, atomFeed.entries?.[0]?.summary?.value, jsonFeed.items?.[0]?.content_text]).toEqual(
      Array(3).fill("First words."),
    );
    expect(made.rss + made.atom + made.json).not.toMatch(/Secret rest|harbour said|rel="hub"/);
  });

  it("are the same bytes when made again, and carry the year of their permanent ids when empty", () => {
    const edition = sampleEdition();
    expect(feedsOf(edition)).toEqual(feedsOf(edition));
    const { rssFeed, atomFeed } = readBack();
    expect(atomFeed.updated).toBe("2026-01-01T00:00:00.000Z");
    expect(rssFeed.lastBuildDate).toBe("Thu, 01 Jan 2026 00:00:00 GMT");
  });

  it("keep the words of a hostile headline", () => {
    const headline = 'Why <video> & &amp; "R&D" ]]> ]]> 🛳️ عبّارة \u0007\uD800 \uE0000\uE001 $& end';
    const plain = 'Why <video> & &amp; "R&D" ]]> ]]> 🛳️ عبّارة \uE0000\uE001 $& end';
    const { atomFeed, jsonFeed, rss } = readBack(sampleArticle({ headline }));
    expect(atomFeed.entries?.[0]?.title).toMatchObject({ type: "text", value: plain });
    expect(jsonFeed.items?.[0]?.title).toBe(plain);
    // Read as XML, and no further: a title in RSS is text.
    const channel = childOf(readXml(rss), "channel");
    const item = channel && childOf(channel, "item");
    expect(item && childOf(item, "title")?.text).toBe(plain);
    expect(rss).toContain("R&#x26;D");
  });

  it("stay well formed and read back to the same words whatever an article holds", () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, nasty, (headline, words, caption, topic) => {
        const article = sampleArticle({
          headline,
          standfirst: caption,
          body: openHtml(`<p>${words.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`),
          topics: [{ id: "t", name: topic }],
          figure: { picture: ferryPicture, alt: caption, caption, credit: topic, rights: { site: true, feeds: true, mail: true } },
        });
        const { rss, atom, rssFeed, atomFeed, jsonFeed } = readBack(article);
        for (const text of [rss, atom]) {
          expect(() => readXml(text)).not.toThrow();
          expect(text).not.toMatch(/\p{Surrogate}/u);
        }
        const [one, two, three] = [rssFeed.items?.[0], atomFeed.entries?.[0], jsonFeed.items?.[0]];
        expect(rssFeed.items?.length).toBe(1);
        expect(atomFeed.entries?.length).toBe(1);
        const plain = onOneLine(headline);
        expect(three?.title).toBe(plain);
        expect(two?.title?.value).toBe(plain);
        expect(one?.title).toBe(plain);
        expect(three?.tags).toEqual(["Island & Sea", onOneLine(topic)]);
        expect(two?.categories?.map(({ term }) => term)).toEqual(three?.tags);
        expect(one?.categories?.map(({ name }) => name)).toEqual(three?.tags);
        expect(one?.media?.contents?.[0]?.description?.value).toBe(onOneLine(caption));
        expect(one?.content?.encoded).toBe(three?.content_html?.replaceAll("]]>", "]]&gt;"));
        expect(two?.content?.value).toBe(one?.content?.encoded);
      }),
      { numRuns: 300, seed: 23 },
    );
  });

  it("take any string in any field: what was made is read back, and said alike by all three, before it leaves the house", () => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 24, maxLength: 24 }), (strings) => {
        let next = 0;
        const any = () => strings[next++ % strings.length] ?? "";
        const address = () => `https://elsewhere.example/${any()}`;
        const publication = {
          ...samplePublication,
          name: any(),
          description: any(),
          rights: any(),
          sections: [{ ...island, name: any(), description: any() }],
        };
        const correction = { at: moment("2026-11-23T10:00"), kind: "correction", text: any() } as const;
        const article = sampleArticle({
          headline: any(),
          standfirst: any(),
          section: { ...island, name: any() },
          topics: [{ id: "t", name: any() }],
          byline: [
            { kind: "guest", name: any() },
            { kind: "person", person: { ...amina, name: any() } },
          ],
          figure: { picture: ferryPicture, alt: any(), caption: any(), credit: any(), rights: { site: true, feeds: true, mail: true } },
          quotes: [keyQuote(any(), { name: any(), role: any() })],
          related: [
            {
              kind: "elsewhere",
              headline: any(),
              url: address(),
              source: any(),
              section: any(),
              byline: any(),
              published: null,
              why: any(),
            },
          ],
          corrections: [correction],
          canonical: address(),
        });
        const edition = sampleEdition({
          publication,
          articles: [article],
          corrections: [{ article, correction }],
          withdrawals: [{ tag: article.tag, at: correction.at, published: article.published, text: any() }],
        });
        const made = documents(edition);
        expect(made.size).toBe(9);
        for (const [name, text] of made) {
          if (name.endsWith(".json")) expect(JSON.parse(text).title).toContain(onOneLine(publication.name));
          else expect(() => readXml(text)).not.toThrow();
        }
      }),
      { numRuns: 100, seed: 4 },
    );
  });
});

/** A text of the pieces that break feeds. */
const nasty = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "]]>",
        "<video>",
        "&amp;",
        "&",
        "<![CDATA[",
        "\u0000",
        "\u001b",
        "\uD800",
        "🛳️",
        "عبّارة",
        "</item>",
        "<entry>",
        "\uE0001\uE001",
        "$1",
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => `x${parts.join("")}x`);

/** What XML and a single line leave of a text: written independently of the code under test. */
function onOneLine(text: string): string {
  const kept = [...text].filter((character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code === 9 || code === 10 || code === 13) return true;
    return code >= 0x20 && !(code >= 0x7f && code <= 0x9f) && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
  });
  return kept.join("").replaceAll(/\s+/g, " ").trim();
}
