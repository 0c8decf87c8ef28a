import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { loadNewsroom } from "../../src/content/load-newsroom.ts";
import { writeArticle } from "../../src/content/write-article.ts";
import type { ArticleCopy } from "../../src/model/copy.ts";
import { withRoot } from "../../src/model/safe-html.ts";
import { isoMoment } from "../../src/model/time.ts";
import { problemLines } from "./problem-lines.ts";

const publication = `name: The Mill Post
url: https://mill.example/paper
language: en
zone: America/Port-au-Prince
sections: [{ id: river, name: River }]
people: [{ id: ada-vella, name: Ada Vella }]
agencies: [{ id: delta, name: Delta Press }]
`;
const wheel = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"/>';
const made: string[] = [];

afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true });
});

async function load(article: string, name = "2026-11-20-the-mill.md", more: Readonly<Record<string, string>> = {}) {
  const root = await mkdtemp(path.join(tmpdir(), "newsroom-"));
  made.push(root);
  const files = { "publication.yaml": publication, "images/wheel.svg": wheel, [`articles/${name}`]: article, ...more };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, "content", file)), { recursive: true });
    await writeFile(path.join(root, "content", file), text);
  }
  return loadNewsroom(root);
}

async function read(article: string, name?: string): Promise<ArticleCopy> {
  const { newsroom, problems } = await load(article, name);
  expect(problemLines(problems)).toEqual([]);
  const first = newsroom?.articles[0];
  if (!first) throw new Error("No article was read.");
  return first;
}

describe("an article", () => {
  it("may say everything in the words of other generators", async () => {
    const copy = await read(
      "---\ntitle: The mill\ndate: 2026-11-20 08:00\nsummary: It turns.\nauthors: [Ada Vella, { name: Guest }]\ncategories: a, b c\nlastmod: 2026-11-21\ndraft: true\nslug: mill\n---\nWords.\n",
    );
    expect(copy).toMatchObject({ headline: "The mill", standfirst: "It turns.", status: "draft", slug: "mill" });
    expect(copy.topics.map(({ id }) => id)).toEqual(["a", "b-c"]);
    expect(copy.byline.map(({ kind }) => kind)).toEqual(["person", "guest"]);
    expect(isoMoment(copy.published)).toBe("2026-11-20T08:00:00-05:00");
  });

  it("may have no front matter: the file's name has the date, the first heading the headline", async () => {
    const copy = await read("# The *mill*\n\nIt turns.\n");
    expect(copy).toMatchObject({ id: "2026-11-20-the-mill", slug: "the-mill", headline: "The mill", text: "It turns." });
    expect(copy.body).toBe('<p id="p-0i66c2m">It turns.</p>\n');
    expect(isoMoment(copy.published)).toBe("2026-11-20T00:00:00-05:00");
  });

  it("keeps a moment with an offset as the same moment in the publication's zone", async () => {
    const copy = await read("---\nheadline: A\npublished: 2026-11-20T02:00:00+09:00\n---\nB\n");
    expect(isoMoment(copy.published)).toBe("2026-11-19T12:00:00-05:00");
  });

  it("means what is written: numbers, yes and no stay words", async () => {
    expect(await read("---\nheadline: 1984\nstandfirst: No\ndateline: 1.10\n---\nB\n")).toMatchObject({
      headline: "1984",
      standfirst: "No",
      dateline: "1.10",
    });
  });

  it("reads a byte order mark and Windows line ends in silence, places included", async () => {
    const { problems } = await load("\ufeff---\r\nheadline: A\r\nsection: rivr\r\n---\r\nB\r\n");
    expect(problems[0]?.place).toEqual({ file: "content/articles/2026-11-20-the-mill.md", line: 3, column: 1, source: "section: rivr" });
  });

  it("keeps Arabic words and their quotation marks", async () => {
    const copy = await read("---\nheadline: الطاحونة\nlanguage: ar\n---\nقال: «تدور».\n");
    expect(copy).toMatchObject({ headline: "الطاحونة", language: "ar", text: "قال: «تدور»." });
  });

  it("names agencies that nobody listed, when it says they are agencies", async () => {
    const copy = await read("---\nheadline: A\nbyline: [delta, { agency: Far Wire }]\n---\nB\n");
    expect(copy.byline).toEqual([
      { kind: "agency", agency: { id: "delta", name: "Delta Press" } },
      { kind: "agency", agency: { id: "far-wire", name: "Far Wire" } },
    ]);
  });

  it("takes related links by id or by headline, and old addresses with their slashes", async () => {
    const copy = await read(
      "---\nheadline: A\nrelated: [old, { headline: Elsewhere }]\nformerly: [old/a, https://mill.example/paper/b.html]\n---\nB\n",
    );
    expect(copy.related).toMatchObject([
      { kind: "article", id: "old" },
      { kind: "elsewhere", headline: "Elsewhere", url: null },
    ]);
    expect(copy.formerly).toEqual(["/old/a/", "/b.html"]);
  });

  it("has a figure of words alone, and rights that end", async () => {
    const copy = await read("---\nheadline: A\nfigure: { caption: The wheel, rights: { feeds: false, until: 2027-01-01 } }\n---\nB\n");
    expect(copy.figure).toMatchObject({ picture: null, alt: "", caption: "The wheel", rights: { site: true, feeds: false } });
  });

  it("tells the line of every word of its text", async () => {
    const copy = await read("---\nheadline: A\n---\n\nOne\ntwo “three”\n\n- four\n- five\n\n> six\n");
    expect(copy.text).toBe("One two “three”\n\nfour\n\nfive\n\nsix");
    const lines = ["One", "three", "four", "five", "six"].map((word) => copy.bodyPlace(copy.text.indexOf(word)).line);
    expect(lines).toEqual([5, 6, 8, 9, 11]);
  });
});

describe("a body", () => {
  it("keeps the author's marks, links below the root, and runs nothing that looks like a template", async () => {
    const copy = await read('---\nheadline: A\n---\n"So" -- he said... {{ 7 * 7 }} [link](/2026/11/a/)\n');
    expect(copy.text).toBe('"So" -- he said... {{ 7 * 7 }} link');
    expect(withRoot(copy.body, "/paper")).toContain('<a href="/paper/2026/11/a/">link</a>');
  });

  it("makes no link of a dangerous address", async () => {
    const copy = await read(
      "---\nheadline: A\n---\n[a](javascript:alert(1)) [b](data:text/html,x) [c](mailto:a@b.example) [d](&#106;avascript:alert(1))\n",
    );
    expect(copy.body.match(/href="[^"]*"/g)).toEqual(['href="mailto:a@b.example"']);
  });

  it("shows a picture on a line of its own as a figure with its caption", async () => {
    const copy = await read('---\nheadline: A\n---\n![A "wheel"](wheel.svg "By <night>")\n\nWords.\n');
    expect(withRoot(copy.body, "")).toMatch(
      /^<figure><img src="\/images\/wheel-[0-9a-f]{8}-300\.jpg" alt="A &quot;wheel&quot;" width="300" height="200" loading="lazy"><figcaption>By &lt;night&gt;<\/figcaption><\/figure>\n<p id="p-1qmb6fg">/,
    );
    expect(copy.bodyPictures).toHaveLength(1);
    expect(copy.text).toBe("Words.");
  });

  it("keeps harmless HTML without a word, our own pictures and roots included", async () => {
    const copy = await read(
      '---\nheadline: A\n---\nH<sub>2</sub>O [a](/b/) <a href="/c/">c</a>\n\n![Wheel](wheel.svg)\n\n| a |\n|--:|\n| b |\n',
    );
    const html = withRoot(copy.body, "/paper");
    expect(html).toContain('H<sub>2</sub>O <a href="/paper/b/">a</a> <a href="/paper/c/">c</a>');
    expect(html).toContain('<figure><img src="/paper/images/wheel-');
  });

  it("takes out what could run or watch, and says so", async () => {
    const { newsroom, problems } = await load(
      '---\nheadline: A\n---\n<img src=x onerror=alert(1)>\n\n<svg><script>alert(1)</script></svg>\n\n<a href="javascript:alert(1)" onclick="b()">c</a> <iframe src="https://far.example"></iframe>\n',
    );
    expect(problems.map(({ code }) => code)).toEqual(["raw-html-cleaned"]);
    expect(newsroom?.articles[0]?.body).not.toMatch(/script|onerror|onclick|iframe|<img|<svg/);
  });
});

describe("a written article", () => {
  it("reads back as what was written", async () => {
    const front = { headline: 'Yes: "no" # 1', published: "2026-11-20T08:00", topics: ["a: b"], section: null };
    const text = writeArticle(front, "Words.\n\n");
    expect(text).toBe(writeArticle(front, "Words."));
    expect(await read(text)).toMatchObject({ headline: 'Yes: "no" # 1', topics: [{ id: "a-b", name: "a: b" }], text: "Words." });
  });
});

describe("a publication", () => {
  it("ends its address with a slash and fills in what was left out", async () => {
    const { newsroom } = await load("# A\n\nB\n");
    expect(newsroom?.publication).toMatchObject({
      url: "https://mill.example/paper/",
      tag: "mill.example,2026",
      description: "The Mill Post",
      feeds: { items: 20, content: "full", hub: null },
    });
  });
});
