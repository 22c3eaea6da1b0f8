import { createSocket } from "node:dgram"
import AxeBuilder from "@axe-core/playwright"
import {
  addresses,
  apply,
  expect,
  field,
  openConsole,
  outcome,
  type Page,
  type Server,
  test,
} from "../support/console.ts"

/** Where the administrator sits, as the reverse proxy tells it. */
const own = "203.0.113.7"

test("a rule is stored and survives a restart, nobody shuts himself out, and the command line opens the console again", async ({
  page,
  proxiedServer: server,
}) => {
  test.slow()
  await page.setExtraHTTPHeaders({ "x-forwarded-for": own })
  await openConsole(page, server, addresses.applicationFirewall)
  await expect(page.getByRole("region", { name: "Where you are" })).toContainText(own)
  await expect(reach(page, "SIP")).toHaveValue("local")
  await expect(page.getByRole("row", { name: /^SIP_EXT/ })).toContainText("UDP 5070, TCP 5070")

  await reach(page, "Console and API").selectOption("Local networks")
  await apply(page)
  await expect(page.getByText(`This would shut out your own address, ${own}.`)).toBeVisible()
  await reach(page, "Console and API").selectOption("These networks")
  await apply(page)
  await expect(page.getByText("Add at least one network: nobody could reach this.")).toBeVisible()
  await page.getByRole("button", { name: `Add ${own}` }).click()
  await field(page, "Note 1 of Console and API").fill("home office")
  await reach(page, "SIP_EXT").selectOption("These networks")
  await page.getByRole("button", { name: "Add network to SIP_EXT" }).click()
  await field(page, "Network 1 of SIP_EXT").fill("203.0.113.5/24")
  await apply(page)
  await expect(page.getByText("Do you mean 203.0.113.0/24?")).toBeVisible()
  await expect(field(page, "Network 1 of SIP_EXT")).toBeFocused()
  await expectNoViolations(page)
  await field(page, "Network 1 of SIP_EXT").fill("203.0.113.0/24")
  await apply(page)
  await expect(outcome(page)).toContainText("Applied at")

  await server.kill()
  await server.start()
  await page.reload()
  await expect(field(page, "Note 1 of Console and API")).toHaveValue("home office")
  await expect(field(page, "Network 1 of SIP_EXT")).toHaveValue("203.0.113.0/24")
  const knock = () => fetch(server.url, { headers: { "x-forwarded-for": "198.51.100.9" } })
  const refused = await knock()
  expect([refused.status, await refused.text()]).toEqual([
    403,
    "Your address, 198.51.100.9, may not reach this console.\n",
  ])
  expect(await server.commandLine(["unblock", "198.51.100.9"])).toContain("198.51.100.9 is not blocked any more")
  expect((await knock()).status).toBe(200)
  await expect(reach(page, "Console and API")).toHaveValue("everybody")
})

test("who fails again and again is blocked, also after a restart, until he is unblocked; by hand as well, but not oneself", async ({
  page,
  proxiedServer: server,
}) => {
  test.slow()
  await page.setExtraHTTPHeaders({ "x-forwarded-for": own })
  await openConsole(page, server, addresses.applicationFirewall)
  await field(page, "Failures").fill("3")
  await page.getByRole("checkbox", { name: "Local networks too" }).check()
  await apply(page)
  await expect(outcome(page)).toContainText("Applied at")
  await page.getByRole("link", { name: "Blocked Addresses" }).click()
  await expect(page.getByText("Nobody is blocked")).toBeVisible()

  const guesser = "127.9.9.9"
  for (let time = 0; time < 3; time++) expect(await isAnswered(server, guesser)).toBe(true)
  const row = page.getByRole("row", { name: new RegExp(guesser) })
  await expect(row).toContainText("unknown station, 3 failures")
  await expect(row).toContainText(/14:\d\d/)
  expect(await isAnswered(server, guesser)).toBe(false)
  await expectNoViolations(page)

  await server.kill()
  await server.start()
  await page.reload()
  await expect(row).toContainText("unknown station, 3 failures")
  expect(await isAnswered(server, guesser)).toBe(false)
  await page.getByRole("button", { name: `Unblock ${guesser}` }).click()
  await expect(page.getByText("Nobody is blocked")).toBeVisible()
  expect(await isAnswered(server, guesser)).toBe(true)

  await field(page, "Address or network").fill("203.0.113.0/24")
  await page.getByRole("button", { name: "Block", exact: true }).click()
  await expect(page.getByText(`This would shut out your own address, ${own}.`)).toBeVisible()
  await field(page, "Address or network").fill("198.51.100.0/24")
  await page.getByRole("combobox", { name: "For" }).selectOption("until lifted")
  await field(page, "Note").fill("scans us")
  await page.getByRole("button", { name: "Block", exact: true }).click()
  const network = page.getByRole("row", { name: /198\.51\.100\.0\/24/ })
  await expect(network).toContainText("scans us")
  await expect(network).toContainText("until lifted")
  await page.getByRole("button", { name: "Unblock all" }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Unblock all" }).click()
  await expect(page.getByText("Nobody is blocked")).toBeVisible()
})

const reach = (page: Page, name: string) => page.getByRole("combobox", { name: `Who may reach ${name}`, exact: true })

async function expectNoViolations(page: Page) {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    expect(violations.map(({ id, nodes }) => `${colorScheme} ${id} ${nodes.map(({ html }) => html)}`)).toEqual([])
  }
}

/** Asks as a station that does not exist; whether anything comes back within half a second. */
function isAnswered({ sipAddress }: Server, from: string): Promise<boolean> {
  const socket = createSocket("udp4")
  const id = Math.random().toString(36).slice(2)
  return new Promise((resolve) => {
    const done = (answered: boolean) => {
      clearTimeout(patience)
      socket.close()
      resolve(answered)
    }
    const patience = setTimeout(() => done(false), 500)
    socket.on("message", () => done(true))
    socket.bind(0, from, () => {
      const { port } = socket.address()
      const lines = [
        `REGISTER sip:${sipAddress} SIP/2.0`,
        `Via: SIP/2.0/UDP ${from}:${port};branch=z9hG4bK${id};rport`,
        "Max-Forwards: 70",
        `From: <sip:999@${sipAddress}>;tag=1`,
        `To: <sip:999@${sipAddress}>`,
        `Call-ID: ${id}`,
        "CSeq: 1 REGISTER",
        "Content-Length: 0",
      ]
      socket.send(`${lines.join("\r\n")}\r\n\r\n`, 5060, sipAddress)
    })
  })
}
