import AxeBuilder from "@axe-core/playwright"
import { addresses, apply, expect, openConsole, outcome, type Page, test } from "../support/console.ts"

const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true })

test("the hand-out has this system's values, the steps of the router in use, and prints without the console", async ({
  page,
  server,
}) => {
  test.slow()
  await server.api("PUT", "/api/settings/dyndns", { hostName: "office.example.net", updatedBy: "office-router" })
  await server.api("PUT", "/api/settings/stun", {
    mode: "static",
    server: null,
    port: 3478,
    phonesServer: "stun.example.net",
    phonesPort: 3478,
    staticIpAddress: "203.0.113.7",
    staticPort: 5070,
  })
  await openConsole(page, server, addresses.networkInterfaces)
  await page.getByRole("treeitem", { name: "Office router" }).click()
  await expect(page.getByRole("heading", { name: "Office router", level: 1 })).toBeVisible()

  const facts = section(page, "This office")
  await expect(facts).toContainText("203.0.113.7")
  await expect(facts).toContainText("office.example.net")
  await expect(facts).toContainText(`Reserve ${server.sipAddress} for the telephone system`)
  // A static address opens no RTP port from inside: the whole range has to be forwarded.
  const table = section(page, "Forwardings").getByRole("row")
  await expect(table).toContainText([
    "Protocol",
    "UDP50705070SIP",
    "TCP50705070SIP",
    "TCP50715071SIP over TLS (not needed yet",
    "UDP29100–3053029100–30530Speech",
  ])
  // Nothing has come from outside yet: not proven, whatever else looks well.
  await expect(section(page, "Forwardings").getByText("Not proven").first()).toBeVisible()
  await expect(section(page, "Never forward")).toContainText("NEVER forward 5060, 5061, 5062")
  await expect(section(page, "Dynamic DNS")).toContainText("each new public address for office.example.net")

  await page.getByRole("combobox", { name: "Router" }).selectOption({ label: "OpenWrt" })
  const steps = section(page, "Steps: OpenWrt")
  await expect(steps.locator("pre")).toContainText(`option dest_ip '${server.sipAddress}'`)
  await expect(steps.locator("pre")).not.toContainText("5071")
  await expect(steps).toContainText("(not checked by us)")
  await expect(page).toHaveURL(/router=openwrt$/)
  await page.reload()
  await expect(steps).toBeVisible()

  const printed = page.evaluate(
    () => new Promise((resolve) => addEventListener("beforeprint", resolve, { once: true })),
  )
  await page.getByRole("button", { name: "Print" }).click()
  await printed
  await page.emulateMedia({ media: "print", colorScheme: "dark" })
  await expect(section(page, "Forwardings")).toBeVisible()
  for (const gone of [
    page.getByRole("button", { name: "Logout" }),
    page.getByRole("tree"),
    page.getByRole("heading", { level: 1 }),
    page.getByRole("combobox", { name: "Router" }),
    page.getByRole("button", { name: "Copy" }),
  ])
    await expect(gone).toBeHidden()
  const paper = await page.getByRole("article").evaluate((sheet) => {
    const { color, backgroundColor } = getComputedStyle(sheet)
    return { color, backgroundColor, left: sheet.getBoundingClientRect().left }
  })
  expect(paper).toEqual({ color: "rgb(0, 0, 0)", backgroundColor: "rgb(255, 255, 255)", left: 0 })

  await page.emulateMedia({ media: "screen", colorScheme: "light" })
  await page.getByRole("link", { name: "Home Router" }).click()
  await expect(section(page, "Bandwidth")).toContainText("about 90 kbit/s in each direction")
  await expect(section(page, "What the telephone reaches")).toContainText("stun.example.net:3478")
})

test("what cannot work is said in red; automatic mapping asks for consent and says why the router did not do it", async ({
  page,
  server,
}) => {
  await server.api("PUT", "/api/settings/dyndns", { hostName: "nowhere.invalid", updatedBy: "office-router" })
  await openConsole(page, server, addresses.officeRouter)
  await expect(section(page, "What this system sees of the way to the internet")).toContainText(
    "The public name nowhere.invalid cannot be resolved from here.",
  )
  await page.getByRole("link", { name: "Automatic Mapping" }).click()
  await expect(page.getByText("The router is asked for nothing")).toBeVisible()
  await expect(page.getByText("By switching this on you agree")).toBeVisible()
  await page.getByRole("checkbox", { name: "Ask the router for the outer SIP ports" }).check()
  await apply(page)
  await expect(outcome(page)).toContainText("Applied at")
  // Loopback has no router behind it.
  const lines = page.getByRole("row", { name: /Not opened/ })
  await expect(lines).toContainText([/UDP.*5070/, /TCP.*5070/])
  await expect(lines.first()).toContainText("does not say which router its default route leads to")
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)).toEqual(
    [],
  )
  await page.getByRole("link", { name: "Show them" }).click()
  await expect(page.getByText("UDP port 5070 is not mapped").first()).toBeVisible()
})
