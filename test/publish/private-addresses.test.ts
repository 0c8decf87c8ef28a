import { describe, expect, it } from "vitest";
import { type AddressScan, scanAddresses } from "../../src/publish/private-addresses.ts";
import { sampleArticle, sampleEdition, samplePublication } from "../render/sample-edition.ts";

const publication = { ...samplePublication, contact: { email: "Desk@strait.example", address: null } };
const edition = sampleEdition({ publication, articles: [sampleArticle({ text: "Write to fares@ferry.example before noon." })] });

function scan(html: string, name = "site/index.html"): AddressScan {
  const scanning = scanAddresses(edition);
  scanning.look(name, Buffer.from(html));
  return scanning;
}

describe("scanAddresses", () => {
  it.each([
    "<a href='mailto:desk@strait.example'>desk@strait.example</a>",
    "Ask amina@lantern.example, or fares@ferry.example.",
    '<img srcset="/images/ferry@2x.png 2x"> @media print {} {"@context":"https://schema.org"} https://toots.example/@ada.lark @ada@toots.example',
    "npm install thing@1.2.3",
  ])("lets pass what is public, or no address: %s", (html) => {
    expect(() => scan(html).finish()).not.toThrow();
  });

  it.each([
    "Sent to grace.otieno@reader.example yesterday",
    '<p title="grace.otieno@reader.example">',
    "mailto:grace.otieno@reader.example?x",
  ])("stops a build that would publish a reader, and does not repeat the address: %s", (html) => {
    expect(() => scan(html).finish()).toThrow("site/index.html: g…@reader.example");
    expect(() => scan(html).finish()).not.toThrow("grace");
  });

  it("looks at the site alone: mails have readers", () => {
    expect(() => scan("grace.otieno@reader.example", "mail/morning/next.html").finish()).not.toThrow();
  });
});
