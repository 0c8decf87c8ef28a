import { describe, expect, it } from "vitest";
import { htmlToCopy, looksLikeHtml } from "../../src/wire/html-to-copy.ts";
import { parseWire } from "../../src/wire/parse-wire.ts";

const page = `<!doctype html><html><head><title>Ferry late | The Island Paper</title><style>p{color:red}</style></head>
<body><nav><a href="/">Home</a><a href="/news">News</a></nav>
<h1>Ferry runs late for a third week</h1><p class="by">By <a href="/ann">Ann Bell</a></p>
<script>if (a < b) document.write("<p>never</p>")</script>
<p>The ferry to the outer islands ran an hour late again on Tuesday, &amp; traders say fish is spoiling &mdash; again.</p>
<p>The company said the engine of the <em>Saint Jude</em> was being repaired.<br>A second boat is on loan from the navy.</p></body></html>`;

describe("the source of a web page", () => {
  it("is recognised, while copy with a stray angle bracket is not", () => {
    expect(looksLikeHtml(page)).toBe(true);
    expect(looksLikeHtml("<p>One</p><p>Two</p>")).toBe(true);
    expect(looksLikeHtml("Profits were < 3 percent and costs > 5 percent.")).toBe(false);
  });

  it("becomes paragraphs without tags, scripts, styles or entities", () => {
    const copy = htmlToCopy(page);
    expect(copy).toContain("fish is spoiling — again.");
    expect(copy).toContain("the Saint Jude was being repaired.\nA second boat");
    expect(copy).not.toMatch(/never|color|<|Island Paper/);
  });

  it("is parsed after conversion, and the result says that it was converted", () => {
    const wire = parseWire(page, { zone: "UTC" });
    expect(wire.headline).toBe("Ferry runs late for a third week");
    expect(wire.byline?.map((name) => name.name)).toEqual(["Ann Bell"]);
    expect(wire.body[0]).toBe("The ferry to the outer islands ran an hour late again on Tuesday, & traders say fish is spoiling — again.");
    expect(wire.ambiguities.map((doubt) => doubt.code)).toContain("html-converted");
    const source = wire.sourceMap.find((entry) => entry.field === "headline");
    expect(wire.text.slice(source?.start, source?.end)).toBe(wire.headline);
  });

  it("decodes entities with names, numbers and none that exist", () => {
    expect(htmlToCopy("<p>&eacute;&Ouml;&#8217;&#x201c; AT&T &nosuch; &lt;b&gt;</p>").trim()).toBe("éÖ’“ AT&T &nosuch; <b>");
  });

  it("loses no words to a tag that is never closed", () => {
    expect(htmlToCopy("<p>One <b>two < three").trim()).toBe("One two < three");
  });
});
