import AxeBuilder from "@axe-core/playwright"
import { addresses, addStation, expect, expectRow, field, openConsole, signIn, test } from "../support/console.ts"

test("eight tabs at once: all of them work, and all of them live", async ({ page, server }) => {
  test.slow()
  await openConsole(page, server, addresses.sipClients)
  const others = await Promise.all(
    Array.from({ length: 7 }, async () => {
      const tab = await page.context().newPage()
      await tab.goto(`${server.url}${addresses.sipClients}`)
      await expect(tab.getByRole("heading", { name: "No station yet" })).toBeVisible({ timeout: 30_000 })
      return tab
    }),
  )
  await addStation(server, "168", "Reception")
  for (const tab of [page, ...others]) await expectRow(tab, { "Call number": "168", Name: "Reception" })
  // The tab that reads the stream closes: another one reads on.
  await page.close()
  await addStation(server, "169", "Workshop")
  for (const tab of others) await expectRow(tab, { "Call number": "169", Name: "Workshop" })
})

test("the tree is walked with the arrow keys", async ({ page, server }) => {
  await openConsole(page, server, addresses.portManagement)
  const current = page.getByRole("treeitem", { name: "Port Management" })
  await current.focus()
  await page.keyboard.press("ArrowUp")
  await expect(page.getByRole("treeitem", { name: "DynDNS" })).toBeFocused()
  await page.keyboard.press("ArrowLeft")
  await expect(page.getByRole("treeitem", { name: "Basic Settings" })).toBeFocused()
  await page.keyboard.press("ArrowLeft")
  await expect(page.getByRole("treeitem", { name: "DynDNS" })).toHaveCount(0)
  await page.keyboard.press("End")
  await expect(page.getByRole("treeitem").last()).toBeFocused()
  await page.keyboard.press("E")
  await expect(page.getByRole("treeitem", { name: "Events" })).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("heading", { name: "Events", level: 1 })).toBeVisible()
})

test("every line of the tree leads to a page", async ({ page, server }) => {
  test.slow()
  await openConsole(page, server, addresses.expertMode)
  const hrefs = await page
    .getByRole("treeitem")
    .evaluateAll((items) => items.map((item) => item.getAttribute("href") ?? ""))
  expect(hrefs.length).toBeGreaterThan(12)
  for (const href of hrefs) {
    await page.goto(`${server.url}${href}`)
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("There is no page here")
  }
})

test("an address that leads nowhere says so", async ({ page, server }) => {
  await openConsole(page, server, `${addresses.sipClients}/4711`)
  await expect(page.getByRole("heading", { name: "There is no page here" })).toBeVisible()
})

test("speaks German, and the address stays English", async ({ page, server }) => {
  await openConsole(page, server, addresses.portManagement)
  await page.getByRole("button", { name: "Deutsch" }).click()
  await expect(page.getByRole("heading", { name: "Portverwaltung", level: 1 })).toBeVisible()
  await expect(page).toHaveURL(/port-management$/)
  await page.reload()
  await expect(page.getByRole("button", { name: "Übernehmen" })).toBeVisible()
  await expect(page.locator("html")).toHaveAttribute("lang", "de")
})

test("help says what each field does, beside the page", async ({ page, server }) => {
  await openConsole(page, server, addresses.stun)
  await page.getByRole("button", { name: "Help", exact: true }).click()
  const help = page.getByRole("complementary", { name: "Help" })
  await expect(help).toContainText("Default STUN server")
  await page.keyboard.press("Escape")
  await expect(help).toHaveCount(0)
})

test("on a phone the tree is behind the menu button, and nothing is wider than the screen", async ({
  page,
  server,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await addStation(server, "168", "Reception")
  await page.goto(`${server.url}${addresses.sipClients}`)
  await signIn(page)
  await page.getByRole("button", { name: "Open the menu" }).click()
  await page.getByRole("treeitem", { name: "Port Management" }).click()
  await expect(page.getByRole("heading", { name: "Port Management", level: 1 })).toBeVisible()
  const { home, sipClients, sipClient, stun, events, systemFlags, certificatesForTls } = addresses
  for (const path of [home, sipClients, sipClient(1), stun, events, systemFlags, certificatesForTls]) {
    await page.goto(`${server.url}${path}`)
    await expect(page.getByRole("heading", { level: 1 })).toBeAttached()
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(over, path).toBe(0)
  }
})

test("slash searches pages, stations and fields; a field that is found has the cursor", async ({ page, server }) => {
  await addStation(server, "168", "Reception")
  await openConsole(page, server, addresses.home)
  await page.keyboard.press("/")
  const box = page.getByRole("combobox", { name: "Search" })
  await expect(box).toBeFocused()
  await box.fill("recep")
  await page.getByRole("option", { name: /^168 Reception/ }).click()
  await expect(page).toHaveURL(`${server.url}${addresses.sipClient(1)}`)

  await page.getByRole("heading", { level: 1 }).click()
  await page.keyboard.press("/")
  await box.fill("default stun server")
  await expect(page.getByRole("dialog").getByRole("option", { selected: true })).toContainText("Default STUN server")
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([])
  await box.press("Enter")
  await expect(page).toHaveURL(`${server.url}${addresses.stun}`)
  await expect(field(page, "Default STUN server")).toBeFocused()
  // Whoever types a slash into a field means a slash.
  await page.keyboard.press("/")
  await expect(box).toHaveCount(0)
})
