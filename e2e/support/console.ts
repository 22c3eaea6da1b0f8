/**
 * How the tests see the console: the way a person does, by roles and names. `test` gives each test a server of its own, signed
 * in or not, and a few verbs.
 */
import { test as base, expect, type Locator, type Page } from "@playwright/test"
import { administrator, type Server, startServer } from "./server.ts"

export type { Page, Server }
export { expect }

export const telephonyServer = "/expert-mode/telephony-server"
const security = `${telephonyServer}/security`
export const addresses = {
  home: "/home",
  expertMode: "/expert-mode",
  telephonyServer,
  sipClients: `${telephonyServer}/station/ip-clients/sip-clients`,
  addSipClient: `${telephonyServer}/station/ip-clients/sip-clients/add-sip-client`,
  importExportSipClients: `${telephonyServer}/station/ip-clients/sip-clients/import-export`,
  tryRegistration: `${telephonyServer}/station/ip-clients/sip-clients/try-a-registration`,
  sipClient: (index: number) => `${telephonyServer}/station/ip-clients/sip-clients/${index}`,
  stationDevices: (index: number) =>
    `${telephonyServer}/station/ip-clients/sip-clients/${index}/phone-parameter-deployment`,
  timeline: (index: number) => `${telephonyServer}/station/ip-clients/sip-clients/${index}/timeline`,
  stun: `${telephonyServer}/voice-gateway/internet-telephony-service-provider/edit-stun-configuration`,
  administrators: "/administrators/accounts",
  addAdministrator: "/administrators/accounts/add-administrator",
  signInHistory: "/administrators/sign-in-history",
  ownAccount: "/administrators/my-account",
  secondFactor: "/administrators/my-account/second-factor",
  apiTokens: "/administrators/my-account/api-tokens",
  ownSignIns: "/administrators/my-account/my-sign-ins",
  setup: "/setup",
  ipTelephones: "/setup/telephones-subscribers/ip-telephones",
  sipAtHome: "/setup/sip-home",
  certificatesForTls: "/setup/security/certificates-for-tls",
  systemFlags: `${telephonyServer}/basic-settings/system/system-flags`,
  portManagement: `${telephonyServer}/basic-settings/port-management`,
  devices: `${telephonyServer}/basic-settings/phone-parameter-deployment`,
  addDevices: `${telephonyServer}/basic-settings/phone-parameter-deployment/add-devices`,
  phoneRequests: `${telephonyServer}/basic-settings/phone-parameter-deployment/phone-requests`,
  servingPhones: `${telephonyServer}/basic-settings/phone-parameter-deployment/serving-phones`,
  dynDns: `${telephonyServer}/basic-settings/dyndns`,
  security,
  applicationFirewall: `${security}/application-firewall`,
  blockedAddresses: `${security}/application-firewall/blocked-addresses`,
  speCertificate: `${security}/spe/spe-certificate`,
  importSpeCertificate: `${security}/spe/spe-certificate/import-certificate`,
  speAuthorities: `${security}/spe/spe-ca-certificates`,
  importSpeAuthority: `${security}/spe/spe-ca-certificates/import-ca-certificate`,
  certificateGeneration: `${security}/ssl/certificate-generation`,
  generateAuthority: `${security}/ssl/certificate-generation/generate-ca-certificate`,
  generateSelfSigned: `${security}/ssl/certificate-generation/generate-self-signed-certificate`,
  certificateManagement: `${security}/ssl/certificate-management`,
  importCertificate: `${security}/ssl/certificate-management/import-certificate`,
  networkInterfaces: `${telephonyServer}/network-interfaces`,
  officeRouter: `${telephonyServer}/network-interfaces/office-router`,
  homeRouter: `${telephonyServer}/network-interfaces/office-router/home-router`,
  automaticMapping: `${telephonyServer}/network-interfaces/office-router/automatic-mapping`,
  rtpProxyChannels: `${telephonyServer}/payload/rtp-proxy-channels`,
  calls: "/expert-mode/maintenance/calls",
  events: "/expert-mode/maintenance/events",
  backUpNow: "/data-backup/back-up-now",
  restore: "/data-backup/restore",
  scheduledBackups: "/data-backup/scheduled",
  adminLog: "/expert-mode/maintenance/admin-log",
  notifications: "/expert-mode/maintenance/notifications",
} as const

/** Each page of a certificate once, with a CA and a server certificate that it has signed, both installed for SPE. */
export function certificateAddresses(authority: number, server: number): readonly string[] {
  const ca = `${addresses.certificateGeneration}/${authority}`
  const leaf = `${addresses.certificateManagement}/${server}`
  return [
    ...[
      ca,
      `${ca}/generate-ca-signed-server-certificate`,
      `${ca}/generate-ca-signed-server-certificate?made=${server}`,
    ],
    ...[`${ca}/display-crl`, `${ca}/remove-certificate`, `${leaf}/export-certificate`, `${leaf}/renew-as-a-copy`],
    ...[
      `${leaf}/revoke-certificate`,
      `${leaf}/use-for-this-console`,
      `${addresses.speCertificate}/1/remove-certificate`,
    ],
    `${addresses.speAuthorities}/1/export-certificate`,
  ]
}

/** The pages of Security that need nothing but a signed-in administrator. */
export const securityAddresses: readonly string[] = Object.values(addresses).flatMap((path) =>
  typeof path === "string" && path.startsWith(security) ? [path] : [],
)

export const strongPassword = "Harbour-7-Light"

interface Fixtures {
  /** Started with an administrator. */
  readonly server: Server
  /** Started on an empty data folder, without a password. */
  readonly freshServer: Server
  /** The same as `server`, with the listener from which phones fetch. */
  readonly phonesServer: Server
  /** The same as `server`, behind a reverse proxy on this machine: X-Forwarded-For says where a browser sits. */
  readonly proxiedServer: Server
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
  phonesServer: async ({ nextNumber }, use) => {
    const server = await startServer({ password: administrator.password, number: nextNumber(), phones: true })
    await use(server)
    await server.end()
  },
  proxiedServer: async ({ nextNumber }, use) => {
    const server = await startServer({ password: administrator.password, number: nextNumber(), proxied: true })
    await use(server)
    await server.end()
  },
  freshServer: async ({ nextNumber }, use) => {
    const server = await startServer({ number: nextNumber() })
    await use(server)
    await server.end()
  },
})

/** Opens an address of the console, signed in: typing the password is what sign-in.e2e.ts is about. */
export async function openConsole(
  page: Page,
  server: Server,
  path: string = addresses.home,
  logout = "Logout",
): Promise<void> {
  await page.context().addCookies([{ ...(await server.login()), url: server.url, httpOnly: true, sameSite: "Strict" }])
  await page.goto(`${server.url}${path}`)
  await expect(page.getByRole("button", { name: logout })).toBeVisible()
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

/** A device of a station; its id. */
export async function addDevice(server: Server, station: number, model: string, more: object = {}): Promise<number> {
  // The contract's device, of which only the id is of interest.
  const { id } = (await server.api("POST", "/api/devices", { station, model, ...more })) as { id: number }
  return id
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
  }).toPass({ timeout: 20_000 })
}

/** A CA and a server certificate that it has signed, as the forms would make them. */
export async function addCertificates(
  server: Server,
  names: { readonly authority?: string; readonly server?: string } = {},
): Promise<{ readonly authority: number; readonly server: number }> {
  const create = async (body: object) => {
    // The contract's certificate, of which only the id is of interest.
    const { id } = (await server.api("POST", "/api/certificates", body)) as { id: number }
    return id
  }
  const { authority: authorityName = "Harbour CA", server: serverName = "sip.example.net" } = names
  const subject = (commonName: string) => ({ commonName, country: "DE", organization: "Harbour" })
  const authority = await create({ name: authorityName, profile: "authority", subject: subject(authorityName) })
  const leaf = await create({
    name: serverName,
    profile: "server",
    authorityId: authority,
    subject: subject(serverName),
    subjectAltNames: [{ type: "dns", value: serverName }],
  })
  return { authority, server: leaf }
}

/** What phones are given of a stored certificate, PEM; for a page that is signed in. */
export async function certificateFile(page: Page, server: Server, id: number): Promise<Buffer> {
  return (await page.request.get(`${server.url}/api/certificates/${id}/x509`)).body()
}
