import { defineConfig } from "vitest/config";

// Eleventy, run inside a test, loads eleventy.config.ts itself: on Node 20 it needs tsx for that.
export default defineConfig({
  test: { pool: "forks", maxWorkers: "100%", execArgv: ["--import", "tsx"], testTimeout: 60_000, hookTimeout: 60_000 },
});
