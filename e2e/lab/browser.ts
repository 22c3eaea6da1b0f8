/** A real browser on a host of the lab: its pages are fetched through that host's network. */
import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { type Browser, chromium, type Page } from "@playwright/test"
import { type Homeport, HTTP_PORT } from "./homeport.ts"
import type { Host } from "./host.ts"

export interface ConsoleWindow {
  readonly page: Page
  close(): Promise<void>
}

/** The console, signed in, in a window on Homeport's own machine. */
export async function openConsole(host: Host, { administrator }: Homeport): Promise<ConsoleWindow> {
  const browser = await startBrowser(host)
  const page = await browser.newPage({ baseURL: `http://127.0.0.1:${HTTP_PORT}`, locale: "en-GB" })
  await page.goto("/")
  const password = page.locator("input[autocomplete=current-password]")
  await page.locator("input[autocomplete=username]").fill(administrator.name)
  await password.fill(administrator.password)
  await password.press("Enter")
  await password.waitFor({ state: "detached", timeout: 15_000 })
  return { page, close: () => browser.close() }
}

async function startBrowser(host: Host): Promise<Browser> {
  const installed = [
    "/usr/bin/chromium-headless-shell",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ].find(existsSync)
  if (!installed) throw new Error("no Chromium is installed")
  const [program, words] = host.inside([installed])
  const path = join(host.folder, "chromium.sh")
  const home = join(host.folder, "chromium")
  mkdirSync(home, { recursive: true })
  writeFileSync(path, `#!/bin/sh\nexport HOME=${home}\nexec ${program} ${words.join(" ")} "$@"\n`)
  chmodSync(path, 0o755)
  // The lab is a sandbox already, and Chromium's own needs rights that it leaves nobody.
  return chromium.launch({ executablePath: path, chromiumSandbox: false, timeout: 30_000 })
}
