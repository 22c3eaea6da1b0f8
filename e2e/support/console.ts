/**
 * How the tests see the console: the way a person does, by roles and names. `test` gives each test a server of its own, signed
 * in or not, and a few verbs.
 */
import { test as base, expect, type Locator, type Page } from "@playwright/test"
import { administrator, type Server, startServer } from "./server.ts"

export type { Page, Server }
export { expect }

export const telephonyServer = "/expert-mode/telephony-server"
export const addresses = {
  home: "/home",
  expertMode: "/expert-mode",
  telephonyServer,
  sipClients: `${telephonyServer}/station/ip-clients/sip-clients`,
  addSipClient: `${telephonyServer}/station/ip-clients/sip-clients/add-sip-client`,
  sipClient: (index: number) => `${telephonyServer}/station/ip-clients/sip-clients/${index}`,
  stun: `${telephonyServer}/voice-gateway/internet-telephony-service-provider/edit-stun-configuration`,
  portManagement: `${telephonyServer}/basic-settings/port-management`,
  dynDns: `${telephonyServer}/basic-settings/dyndns`,
  networkInterfaces: `${telephonyServer}/network-interfaces`,
  rtpProxyChannels: `${telephonyServer}/payload/rtp-proxy-channels`,
  events: "/expert-mode/maintenance/events",
} as const

export const strongPassword = "Harbour-7-Light"

interface Fixtures {
  /** Started with an administrator. */
  readonly server: Server
  /** Started on an empty data folder, without a password. */
  readonly freshServer: Server
}

interface WorkerFixtures {
  /** Counts servers, so that each gets its own address for SIP. */
  readonly nextNumber: () => number
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  nextNumber: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's names
    async ({}, use, { parallelIndex }) => {
      let count = 0
      await use(() => parallelIndex * 1000 + (process.pid % 100) * 5 + count++)
    },
    { scope: "worker" },
  ],
  server: async ({ nextNumber }, use) => {
    const server = await startServer({ password: administrator.password, number: nextNumber() })
    await use(server)
    await server.end()
  },
  freshServer: async ({ nextNumber }, use) => {
    const server = await startServer({ number: nextNumber() })
    await use(server)
    await server.end()
  },
})

/** Opens an address of the console and signs in. */
export async function openConsole(page: Page, server: Server, path: string = addresses.home): Promise<void> {
  await page.goto(`${server.url}${path}`)
  await signIn(page)
  await expect(page.getByRole("button", { name: "Logout" })).toBeVisible()
}

export async function signIn(page: Page, password: string = administrator.password): Promise<void> {
  await page.getByRole("textbox", { name: "Name", exact: true }).first().fill(administrator.name)
  await page.getByRole("textbox", { name: "Password" }).last().fill(password)
  await page.getByRole("button", { name: "Sign in" }).click()
}

export function field(page: Page, name: string): Locator {
  return page.getByRole("textbox", { name, exact: true })
}

export async function apply(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Apply", exact: true }).click()
}

/** The words at the foot of the page: what the last Apply came to. */
export function outcome(page: Page): Locator {
  return page.locator("form").getByRole("status")
}

/** Fills in the least that a station needs. */
export async function fillStation(
  page: Page,
  station: { callNumber: string; name: string; password?: string },
): Promise<void> {
  await field(page, "Call number").fill(station.callNumber)
  await field(page, "Name").fill(station.name)
  await field(page, "Password").fill(station.password ?? strongPassword)
  await field(page, "Confirm password").fill(station.password ?? strongPassword)
}

export async function addStation(server: Server, callNumber: string, name: string, more: object = {}): Promise<void> {
  await server.api("POST", "/api/sip-clients", { callNumber, name, password: strongPassword, ...more })
}

/** A row of the only table with these texts, each in the column of that title. */
export async function expectRow(page: Page, cells: Readonly<Record<string, string>>): Promise<void> {
  const table = page
    .getByRole("table")
    .filter({ has: page.getByRole("columnheader", { name: Object.keys(cells)[0] ?? "" }) })
  const rows = table.getByRole("row")
  await expect(async () => {
    // Columns that a narrow screen leaves out count: their cells are there as well.
    const titles = await table.locator("th[scope=col]").allTextContents()
    const texts = await rows.evaluateAll((found) =>
      found.map((row) => [...row.children].map((cell) => cell.textContent ?? "")),
    )
    const matches = texts.some((row) =>
      Object.entries(cells).every(([title, text]) =>
        row[titles.findIndex((candidate) => candidate.trim() === title)]?.includes(text),
      ),
    )
    expect(matches, `a row with ${JSON.stringify(cells)} among ${JSON.stringify(texts)}`).toBe(true)
  }).toPass({ timeout: 8_000 })
}
