import { describe, expect, it } from "vitest";
import { decodeCopy } from "../../src/wire/decode-copy.ts";

describe("bytes of a received file", () => {
  it("are read as UTF-8 without a remark, with or without a mark at the start", () => {
    expect(decodeCopy(new TextEncoder().encode("Zoë’s café"))).toEqual({
      text: "Zoë’s café",
      encoding: "utf-8",
      assumed: null,
      refused: null,
    });
    expect(decodeCopy(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41)).text).toBe("A");
  });

  it("are read as Windows-1252 when they are no UTF-8, and the editor is told", () => {
    const copy = decodeCopy(Uint8Array.of(0x93, 0x43, 0x61, 0x66, 0xe9, 0x94));
    expect(copy.text).toBe("“Café”");
    expect(copy.encoding).toBe("windows-1252");
    expect(copy.assumed).toContain("Windows-1252");
  });

  it("are read as UTF-16 when they say so, or when every other byte is zero", () => {
    expect(decodeCopy(Uint8Array.of(0xff, 0xfe, 0x41, 0, 0x42, 0)).text).toBe("AB");
    const bare = Uint8Array.from([...Buffer.from("Café ".repeat(30), "utf16le")]);
    expect(decodeCopy(bare)).toMatchObject({ text: "Café ".repeat(30), encoding: "utf-16le" });
  });

  it("give an empty text when there are none", () => {
    expect(decodeCopy(new Uint8Array(0)).text).toBe("");
  });
});
