import path from "node:path";
import { fileURLToPath } from "node:url";
import Eleventy, { type UserConfig } from "@11ty/eleventy";

/** A page that is ready to be made: where it goes and how its HTML comes about. */
export interface Page {
  /** Below the publication's root; ends in a slash or in `.html`. */
  readonly address: string;
  readonly render: () => string;
}

const house = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Has Eleventy write the pages below a folder.
 * One template made of code is paginated over all pages: Eleventy's cost is per template, and copy never passes through a template engine of its own.
 * @throws the very error a page's `render` threw
 */
export async function placePages(pages: readonly Page[], folder: string): Promise<void> {
  // Eleventy reads its input relative to the working directory and takes nothing outside of it.
  const input = path.relative(process.cwd(), path.join(house, "templates", "site")) || ".";
  const eleventy = new Eleventy(input, folder, {
    configPath: path.relative(process.cwd(), path.join(house, "eleventy.config.ts")),
    quietMode: true,
    source: "script",
    config: (config: UserConfig) => {
      config.addTemplate("pages.11ty.js", ({ sheet }: { sheet: Page }) => sheet.render(), {
        sheets: pages,
        pagination: { data: "sheets", size: 1, alias: "sheet", addAllPagesToCollections: false },
        eleventyExcludeFromCollections: true,
        permalink: ({ sheet }: { sheet: Page }) => (sheet.address.endsWith("/") ? `${sheet.address}index.html` : sheet.address),
      });
    },
  });
  eleventy.disableLogger();
  try {
    await eleventy.write();
  } catch (error) {
    // Eleventy wraps what a page threw in words about its own template.
    throw error instanceof Error && "originalError" in error && error.originalError instanceof Error ? error.originalError : error;
  }
}
