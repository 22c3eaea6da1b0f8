import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { defineConfig } from "@playwright/test"

/** The console in the machine's own Chromium, against real servers that each test starts for itself (support/server.ts). */
const chromium = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find(existsSync)
process.env.HOMEPORT_BROWSER = chromium

export default defineConfig({
  testDir: "console",
  testMatch: "*.e2e.ts",
  outputDir: "../test-results",
  fullyParallel: true,
  workers: 2,
  // Behind the phones (support/background.sh) all of it may take its time: a limit is for what never comes.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1280, height: 800 },
    // A trace of everything takes half as long again: `--trace on` for the test that fails.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(chromium !== undefined && {
        executablePath: fileURLToPath(new URL("support/background-browser.sh", import.meta.url)),
      }),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    },
  },
})
