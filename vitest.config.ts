import { defineConfig } from "vitest/config"

/** Tests beside the code. Those of e2e need a machine to themselves and run afterwards: e2e/support/test.mjs. */
export default defineConfig({
  test: {
    include: ["*.test.ts", "packages/*/src/**/*.test.ts", "apps/*/src/**/*.test.{ts,tsx}"],
    testTimeout: 10_000,
  },
})
