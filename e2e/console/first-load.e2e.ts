import { get } from "node:http"
import { addresses, expect, openConsole, type Page, test } from "../support/console.ts"

/** Bytes of script, compressed with brotli, for signing in and Home: what an administrator on a slow line waits for. */
const mostBytes = 200_000

for (const [locale, logout] of [
  ["en-GB", "Logout"],
  ["de-DE", "Abmelden"],
] as const)
  test.describe(locale, () => {
    test.use({ locale })

    test("Home needs at most 200 kB of script, and another page loads a chunk of its own", async ({ page, server }) => {
      const scripts = scriptsLoaded(page)
      await openConsole(page, server, addresses.home, logout)
      const first = new Set(scripts)
      const sizes = await Promise.all([...first].map(brotliSize))
      expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(mostBytes)

      await page.goto(`${server.url}${addresses.portManagement}`)
      await expect(page.getByRole("button", { name: logout })).toBeVisible()
      expect(scripts.some((script) => !first.has(script))).toBe(true)
    })
  })

/** The addresses of the scripts that the page asks for from now on. */
function scriptsLoaded(page: Page): readonly string[] {
  const scripts: string[] = []
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(request.url())
  })
  return scripts
}

/** As a browser gets it over HTTPS: over plain HTTP it does not ask for brotli. */
function brotliSize(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "accept-encoding": "br" } }, (response) => {
      let bytes = 0
      response.on("data", (part: Buffer) => {
        bytes += part.length
      })
      response.on("end", () => resolve(bytes))
    }).on("error", reject)
  })
}
