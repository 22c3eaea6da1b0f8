import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

/**
 * The lab's own tests and those of calls, scenarios and certificates. They run inside `lab/sandbox.mjs`, one file at a time:
 * two labs at once would only make each other late. See test.mjs.
 */
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: [
      "lab/**/*.test.ts",
      "lab/**/*.e2e.ts",
      "calls/**/*.e2e.ts",
      "scenarios/**/*.e2e.ts",
      "certificates/**/*.e2e.ts",
    ],
    fileParallelism: false,
    maxConcurrency: 3,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 10_000,
  },
})
