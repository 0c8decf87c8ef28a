import { describe, expect, it } from "vitest";
import { wrapText } from "../../src/render/wrap-text.ts";

describe("wrapText", () => {
  it("keeps the mark of a quoted or listed line", () => {
    expect(wrapText("> one two three\n* four five six", 10)).toBe("> one two\n> three\n* four\n  five six");
  });

  it("leaves an address whole and parts a word without spaces between letters", () => {
    expect(wrapText("see https://lantern.example/paper/ now", 10)).toBe("see\nhttps://lantern.example/paper/\nnow");
    expect(wrapText("渡".repeat(25), 10)).toBe(`${"渡".repeat(10)}\n${"渡".repeat(10)}\n${"渡".repeat(5)}`);
    expect(wrapText("👩‍👩‍👧".repeat(3), 10)).toBe("👩‍👩‍👧\n👩‍👩‍👧\n👩‍👩‍👧");
  });
});
