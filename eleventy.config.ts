import type { UserConfig } from "@11ty/eleventy";

/**
 * Eleventy's settings for a build. The pages themselves come from the edition: `src/publish/place-pages.ts` adds them, so the command to run is
 * `npm run build` or `npm start`, not Eleventy's own.
 */
export default function settings(config: UserConfig) {
  config.setQuietMode(true);
  config.setUseGitIgnore(false);
  // Only the pages handed over are built; the files in templates/site are read by our own Nunjucks environment.
  return { templateFormats: ["11ty.js"], markdownTemplateEngine: false, htmlTemplateEngine: false };
}
