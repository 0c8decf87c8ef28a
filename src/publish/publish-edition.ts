import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Edition } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import { digestJson, renderDigest } from "../render/digest.ts";
import { renderOpml } from "../render/opml.ts";
import { renderPages } from "../render/pages.ts";
import { renderRedirectPage, renderRedirectsFile } from "../render/redirects.ts";
import { renderRobots, renderSitemap, sitemapEntries } from "../render/sitemap.ts";
import { makeTemplates, makeTextTemplates } from "../render/templates.ts";
import { openMailCache } from "./mail-cache.ts";
import { makeRenditions } from "./make-renditions.ts";
import { manifestName, stageAndSwap } from "./output-folder.ts";
import { type Page, placePages } from "./place-pages.ts";
import { scanAddresses } from "./private-addresses.ts";
import { templateFolders } from "./template-folders.ts";
import { writeFeeds } from "./write-feeds.ts";
import { type FileRecord, writeManifest } from "./write-manifest.ts";

/** Makes the mail of a digest; the deliver room's business, so it comes as an argument. */
export type ComposeMessage = (message: {
  readonly issue: Issue;
  readonly edition: Edition;
  readonly html: string;
  readonly text: string;
}) => Promise<Uint8Array>;

export interface Publishing {
  readonly edition: Edition;
  /** The folder that holds `content/`. */
  readonly root: string;
  readonly output: string;
  readonly composeMessage: ComposeMessage;
}

export interface Published {
  readonly files: readonly FileRecord[];
  /** What had to be left out of a mail to keep it whole in every mail client, in words. */
  readonly shortened: readonly string[];
}

/**
 * Makes every surface of an edition in a stage beside the output, then swaps it in: the site, the feeds, the digests, the manifest.
 * Every quotation is read back from what was rendered and compared with the article's.
 * @throws PrivateAddressError when somebody's mail address would be published that nothing made public
 * @throws AlteredQuoteError when a surface alters what somebody said
 * @throws Error when the disk, a picture or a template fails; the old output is then as it was
 */
export async function publishEdition(job: Publishing): Promise<Published> {
  const { edition, root, output } = job;
  return stageAndSwap(output, async (stage) => {
    const site = path.join(stage, "site");
    const folders = templateFolders(root);
    const templates = makeTemplates(folders);
    const put = async (address: string, text: string | Uint8Array, base = site) => {
      const file = path.join(base, address);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    };

    const sizes = await makeRenditions({ pictures: edition.pictures, root, cache: path.join(root, ".broadsheet", "cache"), stage: site });
    const css = await placeStyle(folders, put);
    const pages: Page[] = [...renderPages(edition, templates, { css })];

    const shortened: string[] = [];
    const mails = openMailCache(path.join(root, ".broadsheet", "cache", "mail"));
    const mail = { html: templates, text: makeTextTemplates(folders), web: templates };
    for (const { newsletter, issues, next } of edition.newsletters) {
      const drafted = next.kind === "issue" ? [next.issue] : [];
      for (const issue of [...issues, ...drafted]) {
        const digest = await renderDigest(issue, edition, mail, { css }, mails.keep);
        const message = await job.composeMessage({ issue, edition, html: digest.html, text: digest.text });
        const stem = `mail/${newsletter.id}/${issue.kind === "draft" ? "next" : issue.date}`;
        await put(`${stem}.html`, digest.html, stage);
        await put(`${stem}.txt`, digest.text, stage);
        await put(`${stem}.brief.txt`, digest.brief, stage);
        await put(`${stem}.eml`, message, stage);
        await put(`${stem}.json`, `${JSON.stringify(digestJson(issue, edition), null, 1)}\n`, stage);
        shortened.push(...digest.shortened.map((what) => `${newsletter.name} ${issue.date}: ${what}`));
        if (issue.kind !== "draft") pages.push({ address: issue.address, render: () => digest.web });
      }
      if (next.kind === "skipped") {
        await put(
          `mail/${newsletter.id}/next.json`,
          `${JSON.stringify({ newsletter: newsletter.id, skipped: next.reason }, null, 1)}\n`,
          stage,
        );
      }
    }

    const feeds = await writeFeeds(edition, (picture) => sizes.get(picture) ?? 0, stage, output);
    for (const redirect of edition.redirects) {
      pages.push({ address: redirect.from, render: () => renderRedirectPage(redirect, edition.publication.url) });
    }
    if (edition.redirects.length > 0) await put("/_redirects", renderRedirectsFile(edition.redirects, edition.publication.url));
    await put("/feeds.opml", renderOpml(edition));
    await put("/sitemap.xml", renderSitemap(sitemapEntries(edition)));
    await put("/robots.txt", renderRobots(edition.publication.url));
    await placePages(pages, site);
    await mails.prune();
    const scan = scanAddresses(edition);
    const files = await writeManifest(stage, feeds.files, scan.look);
    scan.finish();
    return { files, shortened };
  });
}

/** The style sheet goes out under its hash, so that a reader's cache never shows an old one. */
async function placeStyle(folders: readonly string[], put: (address: string, text: string) => Promise<void>): Promise<string> {
  for (const folder of folders) {
    const text = await readFile(path.join(folder, "assets", "site.css"), "utf8").catch(() => null);
    if (text === null) continue;
    const address = `/assets/site-${createHash("sha256").update(text).digest("hex").slice(0, 8)}.css`;
    await put(address, text);
    return address;
  }
  throw new Error(`The style sheet assets/site.css is in none of ${folders.join(", ")}.`);
}

/** Whether a folder holds a finished build. */
export async function hasBuild(output: string): Promise<boolean> {
  return readFile(path.join(output, manifestName)).then(
    () => true,
    () => false,
  );
}
