import { parseOpml } from "feedsmith";
import { describe, expect, it } from "vitest";
import { renderOpml } from "../../src/render/opml.ts";
import { renderRobots, renderSitemap, sitemapEntries } from "../../src/render/sitemap.ts";
import { moment, sampleArticle, sampleEdition } from "./sample-edition.ts";

describe("the list of feeds", () => {
  it("names the whole publication and each section, in the words of their pages", () => {
    const opml = parseOpml(renderOpml(sampleEdition()));
    expect(opml.head?.title).toBe("The Lantern & Post");
    expect(opml.body?.outlines?.map(({ text, type, xmlUrl, htmlUrl }) => [text, type, xmlUrl, htmlUrl])).toEqual([
      ["The Lantern & Post", "rss", "https://lantern.example/paper/feed.xml", "https://lantern.example/paper/"],
      [
        "The Lantern & Post: Island & Sea",
        "rss",
        "https://lantern.example/paper/sections/island/feed.xml",
        "https://lantern.example/paper/sections/island/",
      ],
    ]);
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
