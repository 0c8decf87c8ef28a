import path from "node:path";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { articleAddress, monthAddress, personAddress, topicAddress } from "../../src/model/address.ts";
import type { Article } from "../../src/model/article.ts";
import type { Edition } from "../../src/model/edition.ts";
import { renderPages } from "../../src/render/pages.ts";
import { makeTemplates } from "../../src/render/templates.ts";
import { amina, keyQuote, moment, openHtml, sampleArticle, sampleEdition, samplePublication, transport } from "./sample-edition.ts";

const templates = makeTemplates([path.resolve(import.meta.dirname, "../../templates")]);
const css = "/assets/site-0123abcd.css";

interface Node {
  readonly type: string;
  readonly tagName?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly children?: readonly Node[];
}

/** Every element of a page. */
function elements(html: string): readonly Node[] {
  const found: Node[] = [];
  const stack: Node[] = [unified().use(rehypeParse).parse(html)];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    found.push(node);
    stack.push(...(node.children ?? []));
  }
  return found;
}

function linksOf(html: string): readonly string[] {
  return elements(html)
    .filter(({ tagName }) => tagName === "a")
    .map(({ properties }) => String(properties?.href));
}

function pagesOf(edition: Edition): ReadonlyMap<string, () => string> {
  return new Map(renderPages(edition, templates, { css }).map(({ address, render }) => [address, render]));
}

function read(edition: Edition, address: string): string {
  const render = pagesOf(edition).get(address);
  if (!render) throw new Error(`There is no page ${address}.`);
  return render();
}

/** An edition with its months, topics and people, as the edition room would list them. */
function editionOf(articles: readonly Article[], given: Partial<Edition> = {}): Edition {
  const months = new Map<string, Article[]>();
  for (const article of articles) {
    const key = article.published.toFormat("yyyy-MM");
    months.set(key, [...(months.get(key) ?? []), article]);
  }
  return sampleEdition({
    articles,
    months: [...months].map(([key, listed]) => ({ key, first: moment(`${key}-01`), address: monthAddress(key), articles: listed })),
    topics: [{ subject: transport, address: topicAddress(transport.id), articles }],
    people: [{ subject: amina, address: personAddress(amina.id), articles }],
    ...given,
  });
}

/** Stories without section, topic or person of ours, three a day from 23 November backwards. */
function plainStories(count: number): readonly Article[] {
  return Array.from({ length: count }, (_, index) => {
    const published = moment("2026-11-23T18:00").minus({ hours: 8 * index });
    return sampleArticle({
      id: `story-${index}`,
      address: articleAddress(published, `story-${index}`),
      headline: `Story ${index}`,
      published,
      section: null,
      topics: [],
      byline: [{ kind: "guest", name: "A. Guest" }],
      figure: null,
    });
  });
}

describe("the pages of the site", () => {
  it("lead to every story in at most three links from the front page, however many there are", () => {
    const edition = editionOf(plainStories(200), { topics: [], people: [] });
    const pages = pagesOf(edition);
    const clicks = new Map([["/", 0]]);
    const queue = ["/"];
    for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
      for (const link of linksOf(pages.get(address)?.() ?? "")) {
        const target = link.startsWith("/paper/") ? link.slice("/paper".length) : "";
        if (!pages.has(target) || clicks.has(target)) continue;
        clicks.set(target, (clicks.get(address) ?? 0) + 1);
        queue.push(target);
      }
    }
    expect(edition.articles.filter(({ address }) => (clicks.get(address) ?? 9) > 3).map(({ address }) => address)).toEqual([]);
    expect([...pages.keys()].filter((address) => !clicks.has(address))).toEqual(["/404.html"]);
  });

  it("make nothing before they are asked to", () => {
    const broken = {
      render: () => {
        throw new Error("asked");
      },
    };
    const pages = renderPages(editionOf([sampleArticle()]), broken, { css });
    expect(pages.length).toBeGreaterThan(10);
    expect(pages[0]?.render).toThrow("asked");
  });

  it("go over as many pages as a list needs, thirty stories each", () => {
    const edition = editionOf(plainStories(61).map((article) => ({ ...article, topics: [transport] })));
    const addresses = [...pagesOf(edition).keys()].filter((address) => address.startsWith("/topics/transport/"));
    expect(addresses).toEqual(["/topics/transport/", "/topics/transport/page/2/", "/topics/transport/page/3/"]);
    expect(read(edition, "/topics/transport/").match(/<article /g)).toHaveLength(30);
    expect(read(edition, "/topics/transport/page/3/").match(/<article /g)).toHaveLength(1);
    expect(read(edition, "/topics/transport/page/2/")).toContain("<title>Transport, page 2 – ");
  });

  it("each say their title, their description, their language and its direction", () => {
    for (const [address, render] of pagesOf(editionOf([sampleArticle()]))) {
      const html = render();
      expect(html, address).toMatch(/<title>[^<]+<\/title>/);
      expect(html, address).toContain('<html lang="en" dir="ltr">');
      if (address !== "/404.html") expect(html, address).toMatch(/<meta name="description" content="[^"]+">/);
    }
  });

  it("link below the publication's own path, the page for lost readers too", () => {
    for (const [address, render] of pagesOf(editionOf([sampleArticle()]))) {
      for (const link of linksOf(render()).filter((one) => !one.startsWith("#") && !one.startsWith("mailto:"))) {
        expect(link, address).toMatch(/^\/paper\//);
      }
    }
    expect(read(editionOf([sampleArticle()]), "/404.html")).toContain(`href="/paper${css}"`);
  });

  it("link from the host's root when the publication stands there", () => {
    const edition = editionOf([sampleArticle()], { publication: { ...samplePublication, url: "https://lantern.example/" } });
    expect(linksOf(read(edition, "/"))).toContain("/2026/11/ferry-fares/");
  });

  it("tell no time that is only true today, and run no script but the one that copies a feed's address", () => {
    for (const [address, render] of pagesOf(editionOf(plainStories(3)))) {
      const html = render();
      expect(html, address).not.toMatch(/\bago\b|\byesterday\b/i);
      const scripts = elements(html).filter(({ tagName }) => tagName === "script");
      expect(
        scripts.filter(({ properties }) => properties?.type !== "application/ld+json"),
        address,
      ).toHaveLength(address === "/feeds/" ? 1 : 0);
    }
  });

  it("date the masthead by the newest story, not by the clock", () => {
    const edition = editionOf([sampleArticle()], { asOf: moment("2030-01-01T00:00") });
    expect(read(edition, "/")).toContain('<time datetime="2026-11-23T06:00:00+01:00">Monday 23 November 2026</time>');
    expect(read(edition, "/")).not.toContain("2030");
  });

  it("announce only feeds that there are", () => {
    const edition = editionOf([sampleArticle()]);
    expect(read(edition, "/sections/island/")).toContain('href="/paper/sections/island/feed.xml"');
    expect(read(edition, "/topics/transport/")).not.toContain("/topics/transport/feed.xml");
  });
});

describe("a story's page", () => {
  const page = (given: Partial<Article>) => {
    const article = sampleArticle(given);
    return read(editionOf([article]), article.address);
  };

  it("shows a hostile headline as words, in the page and in its data", () => {
    const headline = `</script><img src=x onerror="alert(1)"> {{ 7 * 7 }} & 'Ferry'`;
    const edition = editionOf([sampleArticle({ headline })]);
    for (const [address, render] of pagesOf(edition)) {
      const html = render();
      expect(html, address).not.toContain("<img src=x");
      expect(html, address).not.toContain("49");
    }
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page({ headline }))?.[1] ?? "";
    expect(JSON.parse(data)).toMatchObject({ "@type": "NewsArticle", headline });
  });

  it("runs from right to left in a language that does, the masthead in its own way", () => {
    const html = page({ language: "ar", direction: "rtl", quotes: [keyQuote("البحر لنا")] });
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('<header class="masthead" lang="en" dir="ltr">');
    expect(html).toContain("نوفمبر");
    expect(html).toContain("«البحر لنا»");
  });

  it("keeps caption and credit where the picture may not be shown or never came", () => {
    const figure = sampleArticle().figure;
    if (!figure) throw new Error("The sample has a figure.");
    for (const without of [
      { ...figure, rights: { ...figure.rights, site: false } },
      { ...figure, picture: null },
    ]) {
      const html = page({ figure: without });
      expect(html).not.toMatch(/<img|og:image/);
      expect(html).toContain("The Maria Dolores on Friday.");
      expect(html).toContain('<span class="credit">AFP</span>');
    }
    expect(page({})).toMatch(
      /srcset="\/paper\/images\/ferry-abababab-480\.webp 480w, [^"]+"><img src="\/paper\/images\/[^"]+" width="1200" height="800"/,
    );
  });

  it("puts corrections above the body, with their day", () => {
    const html = page({ corrections: [{ at: moment("2026-11-24T10:00"), kind: "correction", text: "The fare is nine marks." }] });
    expect(html).toMatch(/Correction, <time datetime="2026-11-24T10:00:00\+01:00">Tuesday 24 November 2026<\/time>/);
    expect(html.indexOf("The fare is nine marks.")).toBeLessThan(html.indexOf("Fares rise, the"));
  });

  it("leads on to its section and the section's feed", () => {
    expect(page({})).toContain(
      'More from Island &amp; Sea: <a href="/paper/sections/island/">all stories</a>, <a href="/paper/sections/island/feed.xml">feed</a>.',
    );
    expect(page({ section: null })).not.toContain("More from");
  });

  it("names people with a link, guests and agencies without, and who said what", () => {
    const html = page({ quotes: [keyQuote("Nine marks", { name: "Grace Otieno", role: "harbour master" })] });
    expect(html).toContain('<a href="/paper/people/amina-yusuf/" rel="author">Amina Yusuf</a>, AFP');
    expect(html).toContain("<p>“Nine marks”</p>");
    expect(html).toContain("Grace Otieno, <span>harbour master</span>");
  });

  it("shows a related headline from elsewhere with all that is known of it, and without a link when it has none", () => {
    const link = {
      kind: "elsewhere",
      section: "World",
      byline: "AFP",
      source: "Strait News",
      published: null,
      why: "chosen by the editor",
    } as const;
    const html = page({
      related: [
        { ...link, headline: "Fares abroad", url: "https://news.example/fares" },
        { ...link, headline: "Fares at home", url: null },
      ],
    });
    expect(html).toContain('<a href="https://news.example/fares" rel="external" dir="auto">Fares abroad</a>');
    expect(html).toContain('<span class="related__headline">Fares at home</span>');
    expect(html).toContain("AFP · Strait News · chosen by the editor");
  });

  it("points search engines to where it first appeared", () => {
    expect(page({ canonical: "https://elsewhere.example/fares" })).toContain(
      '<link rel="canonical" href="https://elsewhere.example/fares">',
    );
    expect(page({})).toContain('<link rel="canonical" href="https://lantern.example/paper/2026/11/ferry-fares/">');
  });

  it("describes a story without a standfirst by its first words, whole", () => {
    const html = page({ standfirst: null, text: "Salt 🧂 ".repeat(60), body: openHtml("<p>Salt</p>") });
    expect(/<meta name="description" content="([^"]+)">/.exec(html)?.[1]).toMatch(/^(?:Salt 🧂 ?)+(?:Salt)?…$/u);
  });
});

describe("the front page", () => {
  it("leads with the newest story that has a picture, but not with an old one", () => {
    const plain = plainStories(10);
    const pictured = sampleArticle({ headline: "The pictured one" });
    const leadOf = (articles: readonly Article[]) => /lead__headline"><a [^>]+>([^<]+)</.exec(read(editionOf(articles), "/"))?.[1];
    expect(leadOf([...plain.slice(0, 2), pictured, ...plain.slice(2)])).toBe("The pictured one");
    expect(leadOf([...plain, pictured])).toBe("Story 0");
  });

  it("stands without a single story", () => {
    expect(read(editionOf([]), "/")).toContain("The Lantern &amp; Post");
  });

  it("keeps no story twice above the newest", () => {
    const html = read(editionOf(plainStories(12).map((article) => ({ ...article, section: samplePublication.sections[0] ?? null }))), "/");
    const above = linksOf(html.slice(html.indexOf('<div class="front">'), html.indexOf('<div class="boxes">'))).filter((link) =>
      link.startsWith("/paper/2026/"),
    );
    expect(above).toHaveLength(new Set(above).size);
  });
});
