import { describe, expect, it } from "vitest";
import { childOf, childrenOf, readXml } from "../../src/render/xml-reader.ts";

describe("the strict reader of what feeds are made of", () => {
  it("reads elements, attributes, text, CDATA and comments", () => {
    const root = readXml(
      '<?xml version="1.0"?>\n<!-- a - b -->\n<a x="1 &amp; 2"><b>5 &#x3C; 6 &quot;</b><b><![CDATA[<i> & ]]]]>&gt;</b><m:c y=""/></a>\n',
    );
    expect(root.name).toBe("a");
    expect(root.attributes).toEqual({ x: "1 & 2" });
    expect(childrenOf(root, "b").map(({ text }) => text)).toEqual(['5 < 6 "', "<i> & ]]>"]);
    expect(childOf(root, "m:c")?.attributes).toEqual({ y: "" });
    expect(childOf(root, "d")).toBeUndefined();
  });

  it.each([
    ["a bare ampersand", "<a>R&D</a>"],
    ["an entity that only HTML has", "<a>&nbsp;</a>"],
    ["an element without an end", "<a><b></a>"],
    ["an end without a start", "<a></a></b>"],
    ["a bare less-than sign", "<a>1 < 2</a>"],
    ["a less-than sign in an attribute", '<a x="<"/>'],
    ["an attribute given twice", '<a x="1" x="2"/>'],
    ["an attribute without quotation marks", "<a x=1/>"],
    ["the end of CDATA in text", "<a>]]></a>"],
    ["CDATA without an end", "<a><![CDATA[x</a>"],
    ["two hyphens in a comment", "<a><!-- x -- y --></a>"],
    ["two roots", "<a/><b/>"],
    ["text beside the root", "<a/>x"],
    ["nothing", ""],
    ["a control character", "<a>\u0007</a>"],
    ["half an emoji", "<a>\uD83D</a>"],
    ["a character that Unicode keeps for no character", "<a>\uFFFE</a>"],
  ])("refuses %s", (_, xml) => {
    expect(() => readXml(xml)).toThrow(SyntaxError);
  });

  it("takes a whole emoji, and line ends and tabs", () => {
    expect(readXml("<a>🛳️\n\t</a>").text).toBe("🛳️\n\t");
  });
});
