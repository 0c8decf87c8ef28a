import { parseOpml } from "feedsmith";
import { describe, expect, it } from "vitest";
import { renderOpml } from "../../src/render/opml.ts";
import { renderRobots, renderSitemap, sitemapEntries } from "../../src/render/sitemap.ts";
import { amina, moment, sampleArticle, sampleEdition, samplePublication, transport } from "./sample-edition.ts";

describe("the list of feeds", () => {
  it("names the whole publication and each other feed, under what it is about, in the words of their pages", () => {
    const article = sampleArticle({ language: "fr" });
    const edition = sampleEdition({
      articles: [article],
      people: [{ subject: amina, address: "/people/amina-yusuf/", articles: [article] }],
      languages: [{ subject: { id: "fr", tag: "fr", name: "français" }, address: "/languages/fr/", articles: [article] }],
      topics: [
        { subject: transport, address: "/topics/transport/", articles: [article, article, article] },
        { subject: { id: "quiet", name: "Quiet" }, address: "/topics/quiet/", articles: [article] },
      ],
    });
    const opml = parseOpml(renderOpml(edition));
    const root = "https://lantern.example/paper/";
    expect(opml.head?.title).toBe("The Lantern & Post");
    expect(
      opml.body?.outlines?.map(({ text, xmlUrl, outlines }) => [
        text,
        xmlUrl ?? outlines?.map((inner) => [inner.text, inner.xmlUrl, inner.language]),
      ]),
    ).toEqual([
      ["The Lantern & Post", `${root}feed.xml`],
      ["Sections", [["The Lantern & Post: Island & Sea", `${root}sections/island/feed.xml`, "en"]]],
      ["People", [["The Lantern & Post: Amina Yusuf", `${root}people/amina-yusuf/feed.xml`, "en"]]],
      ["Languages", [["The Lantern & Post: français", `${root}languages/fr/feed.xml`, "fr"]]],
      ["The Lantern & Post: Corrections", `${root}corrections/feed.xml`],
      ["Topics", [["The Lantern & Post: Transport", `${root}topics/transport/feed.xml`, "en"]]],
    ]);
    expect(opml.body?.outlines?.[0]).toMatchObject({ type: "rss", htmlUrl: root });
  });

  it("names a quiet topic's feed where the publication asks for it", () => {
    const feeds = { ...samplePublication.feeds, each: [{ feed: "topics/quiet", for: null, items: null, content: null }] };
    const quiet = { subject: { id: "quiet", name: "Quiet" }, address: "/topics/quiet/", articles: [sampleArticle()] };
    expect(renderOpml(sampleEdition({ publication: { ...samplePublication, feeds }, topics: [quiet] }))).toContain("topics/quiet/feed.xml");
    expect(renderOpml(sampleEdition({ topics: [quiet] }))).not.toContain("topics/quiet/feed.xml");
  });
});

describe("the sitemap", () => {
  it("lists pages with the date of their newest change and escapes addresses", () => {
    const sitemap = renderSitemap([
      { url: "https://lantern.example/paper/?a=1&b=<2>", lastmod: moment("2026-11-23T06:00") },
      { url: "https://lantern.example/paper/about/", lastmod: null },
    ]);
    expect(sitemap).toContain(
      "<url><loc>https://lantern.example/paper/?a=1&amp;b=%3C2%3E</loc><lastmod>2026-11-23T06:00:00+01:00</lastmod></url>",
    );
    expect(sitemap).toContain("<url><loc>https://lantern.example/paper/about/</loc></url>");
  });

  it("leaves out an article that first appeared elsewhere", () => {
    const articles = [sampleArticle(), sampleArticle({ id: "2026-11-22-wire", canonical: "https://wire.example/a" })];
    const urls = sitemapEntries(sampleEdition({ articles })).map(({ url }) => url);
    expect(urls).toContain("https://lantern.example/paper/2026/11/ferry-fares/");
    expect(urls.filter((url) => url.includes("wire"))).toEqual([]);
  });

  it("is what robots.txt points to", () => {
    expect(renderRobots("https://lantern.example/paper/")).toBe(
      "User-agent: *\nAllow: /\n\nSitemap: https://lantern.example/paper/sitemap.xml\n",
    );
  });
});
