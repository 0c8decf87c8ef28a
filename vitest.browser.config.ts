import { defineConfig } from "vitest/config";

// Needs a Chromium: `CHROMIUM=/usr/bin/chromium npm run test:browser`. The other tests need nothing installed.
export default defineConfig({
  test: {
    include: ["test/browser/**/*.browser.ts"],
    pool: "forks",
    execArgv: ["--import", "tsx"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
