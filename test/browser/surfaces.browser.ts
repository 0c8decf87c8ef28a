import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildNewsroom } from "../golden-newsroom.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".webp": "image/webp",
  ".jpg": "image/jpeg",
  ".xml": "application/xml",
  ".json": "application/json",
};

/** Serves a built site below the path that its publication has. */
async function serve(site: string, root: string): Promise<Server> {
  const server = createServer(async (request, response) => {
    const address = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const below = address.startsWith(root) ? address.slice(root.length) : null;
    const file = below === null ? null : path.join(site, below === "" || below.endsWith("/") ? `${below}index.html` : below);
    const bytes = file === null ? null : await readFile(file).catch(() => null);
    response.writeHead(bytes === null ? 404 : 200, { "content-type": types[path.extname(file ?? "")] ?? "application/octet-stream" });
    response.end(bytes ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

describe("the surfaces in a browser", () => {
  let built: Awaited<ReturnType<typeof buildNewsroom>>;
  let server: Server;
  let browser: Browser;
  let home: string;

  beforeAll(async () => {
    built = await buildNewsroom("golden");
    server = await serve(path.join(built.output, "site"), "/paper/");
    home = `http://127.0.0.1:${(server.address() as AddressInfo).port}/paper/`;
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    await built?.remove();
  });

  async function open(
    address: string,
    width: number,
    scheme: "light" | "dark",
  ): Promise<{ page: Page; elsewhere: string[]; missing: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
    const elsewhere: string[] = [];
    const missing: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(new URL(home).origin) && !request.url().startsWith("data:")) elsewhere.push(request.url());
    });
    page.on("response", (response) => {
      if (response.status() >= 400 && !response.url().endsWith("/favicon.ico")) missing.push(response.url());
    });
    await page.goto(address, { waitUntil: "networkidle" });
    return { page, elsewhere, missing };
  }

  it("copies a feed's address from the page of feeds, says so, and shows a feed opened by hand with words for people first", async () => {
    const { page } = await open(`${home}feeds/`, 1280, "light");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(home).origin });
    await page.getByRole("button", { name: "Copy the address of Water" }).click();
    await page.getByText("The address is copied.").waitFor({ state: "attached" });
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe("https://quay.example/paper/sections/water/feed.xml");
    await page.goto(`${home}feed.xml`);
    expect((await page.locator("body").innerText()).slice(0, 400)).toContain("This is a feed, for feed readers");
    await page.close();
  });

  const pages = [
    "",
    "2026/11/crane-returns/",
    "2026/11/fog/",
    "2026/11/arabic/",
    "sections/water/",
    "archive/",
    "feeds/",
    "newsletters/morning/2026-11-20/",
    "404.html",
  ];
  for (const address of pages) {
    for (const [width, scheme] of [
      [375, "light"],
      [1280, "dark"],
    ] as const) {
      it(`/${address} stands at ${width} px, ${scheme}: nothing missing, nothing from elsewhere, nothing beyond the edge, nothing axe objects to`, async () => {
        const { page, elsewhere, missing } = await open(home + address, width, scheme);
        expect(missing).toEqual([]);
        expect(elsewhere).toEqual([]);
        const beyond = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        expect(beyond).toBeLessThanOrEqual(0);
        await page.evaluate(axe.source);
        const violations = await page.evaluate(
          "axe.run().then((result) => result.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.target).join(' ')))",
        );
        expect(violations).toEqual([]);
        await page.close();
      });
    }
  }

  for (const mail of ["2026-11-20.html", "next.html"]) {
    for (const [width, scheme, pictures] of [
      [600, "light", "on"],
      [375, "dark", "on"],
      [320, "light", "off"],
      [600, "dark", "off"],
    ] as const) {
      it(`the digest ${mail} stands at ${width} px, ${scheme}, pictures ${pictures}: nobody else is asked, nothing is beyond the edge, nothing axe objects to`, async () => {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
        const asked: string[] = [];
        await page.route("**/*", async (route) => {
          const url = route.request().url();
          if (pictures === "off") return route.abort();
          if (url.startsWith("https://quay.example/paper/"))
            return route.fulfill({ path: path.join(built.output, "site", url.slice("https://quay.example/paper/".length)) });
          asked.push(url);
          return route.abort();
        });
        await page.setContent(await readFile(path.join(built.output, "mail/morning", mail), "utf8"), { waitUntil: "networkidle" });
        expect(asked).toEqual([]);
        if (pictures === "on") expect(await page.evaluate("[...document.images].every((image) => image.naturalWidth > 0)")).toBe(true);
        expect(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).toBeLessThanOrEqual(0);
        await page.evaluate(axe.source);
        // A mail is no page of a site: it has no landmarks, and the client around it has the title.
        const violations = await page.evaluate(
          "axe.run({ rules: { region: { enabled: false }, 'landmark-one-main': { enabled: false } } }).then((result) => result.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.target + ' ' + node.html.slice(0, 90)).join(' | ')))",
        );
        expect(violations).toEqual([]);
        await page.close();
      });
    }
  }
});
