/** The one-time link, from the administrator's button to the person at home: two people in two browsers of their own. */
import { execFileSync } from "node:child_process"
import AxeBuilder from "@axe-core/playwright"
import type { Browser, Locator } from "@playwright/test"
import { openssl } from "../support/company-ca.ts"
import {
  addCertificates,
  addDevice,
  addresses,
  addStation,
  certificateFile,
  expect,
  field,
  openConsole,
  type Page,
  type Server,
  strongPassword,
  test,
} from "../support/console.ts"
import { hasProgram } from "../support/debian.mjs"
import { fetchPath } from "../support/fetching-phone.ts"
import { PHONES_PORT } from "../support/server.ts"

const phoneWidth = 360

/** Somebody at home, who reads German: the console's own certificate is one that no browser knows, and the link's name is not that of this machine. */
async function someone(browser: Browser, server: Server, link: string) {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: "de-DE",
    viewport: { width: phoneWidth, height: 740 },
  })
  await context.grantPermissions(["clipboard-read", "clipboard-write"])
  const page = await context.newPage()
  const problems: string[] = []
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()))
  const { pathname } = new URL(link)
  const open = () => page.goto(`https://${server.sipAddress}:${PHONES_PORT}${pathname}`)
  return { context, page, open, problems }
}

async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${colorScheme} ${id} ${nodes.map(({ html }) => html)}`)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phoneWidth)
  }
}

test("a one-time link is made, opened once at home, seen by nobody else, and closed", async ({
  page,
  browser,
  phonesServer: server,
}) => {
  await reachable(server)
  await addStation(server, "168", "Ada Lovelace", { internetRegistration: true })
  await addDevice(server, 1, "yealink-sip-t41p")
  await openConsole(page, server, addresses.stationDevices(1))
  const card = page.getByRole("region", { name: "Link for the person at home" })
  await expect(card).toContainText("No link")
  await field(page, "Wait for hours").fill("721")
  await card.getByRole("button", { name: "Make a one-time link" }).click()
  await expect(field(page, "Wait for hours")).toBeFocused()
  await field(page, "Wait for hours").fill("72")
  await card.getByRole("button", { name: "Make a one-time link" }).click()
  const link = (await card.getByText(/^https:\/\/office\.example\.net:\d+\/h\//).textContent()) ?? ""
  await expect(card).toContainText("Not opened yet")

  const ada = await someone(browser, server, link)
  await ada.open()
  await expect(ada.page.getByRole("heading", { name: "Telefon-Einstellungen für Ada Lovelace" })).toBeVisible()
  await expect(ada.page.locator("body")).not.toContainText("SIP-168")
  await expectAccessible(ada.page)
  await expect(card).toContainText("Not opened yet")
  await ada.page.getByRole("button", { name: "Meine Einstellungen zeigen" }).click()
  await expect(ada.page.getByRole("heading", { name: "Telefon-Einstellungen von Ada Lovelace" })).toBeVisible()
  await expect(ada.page.getByText("SIP-168", { exact: true }).first()).toBeVisible()
  await expect(ada.page.getByText("office.example.net", { exact: true })).toBeVisible()
  await expect(ada.page.getByText(strongPassword)).toBeHidden()
  await ada.page.getByRole("button", { name: "Kopieren Password" }).click()
  await expect(ada.page.getByRole("button", { name: "Kopiert Password" })).toBeVisible()
  expect(await ada.page.evaluate(() => navigator.clipboard.readText())).toBe(strongPassword)
  await ada.page.getByText("Zeigen", { exact: true }).click()
  await expect(ada.page.getByText(strongPassword)).toBeVisible()
  await expectAccessible(ada.page)
  await ada.page.reload()
  await expect(ada.page.getByText("SIP-168", { exact: true }).first()).toBeVisible()
  expect(ada.problems).toEqual([])

  const eve = await someone(browser, server, link)
  const refused = await eve.open()
  expect([refused?.status(), await refused?.text()]).toEqual([404, '{"statusCode":404,"error":"Not Found"}'])

  await expect(card).toContainText(/Opened.*from 127\..*Chrome/)
  await expect(card.getByText(link)).toHaveCount(0)
  await card.getByRole("button", { name: "Close the one-time link" }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Close the one-time link" }).click()
  await expect(card).toContainText("Closed")
  await expect(card).toContainText(/Opened.*from 127\..*Chrome/)
  expect((await ada.open())?.status()).toBe(404)
  expect(server.log()).not.toContain(new URL(link).pathname.slice(3))
  await Promise.all([ada.context.close(), eve.context.close()])
})

test("an app that reads codes, over TLS: its code is read, its values are there, and its CA is one that OpenSSL accepts", async ({
  page,
  browser,
  phonesServer: server,
}, testInfo) => {
  test.slow()
  await reachable(server)
  const { authority, server: leaf } = await addCertificates(server, { server: "office.example.net" })
  await server.api("PUT", "/api/spe/certificate", { certificateId: leaf })
  const flags = (await server.api("GET", "/api/settings/system-flags")) as object
  await server.api("PUT", "/api/settings/system-flags", { ...flags, speSupport: true })
  await addStation(server, "168", "Ada Lovelace", { internetRegistration: true })
  await addDevice(server, 1, "linphone-mobile", { transport: "tls" })
  await openConsole(page, server, addresses.stationDevices(1))
  // The app refuses whom not everybody knows: as if this CA were one of them.
  const known = await certificateFile(page, server, authority)
  await server.kill()
  await server.startKnowing(known)
  await page.reload()
  const card = page.getByRole("region", { name: "Link for the person at home" })
  await card.getByRole("button", { name: "Make a one-time link" }).click()
  const link = (await card.getByText(/^https:\/\/office\.example\.net:\d+\/h\//).textContent()) ?? ""

  const ada = await someone(browser, server, link)
  await ada.open()
  await ada.page.getByRole("button", { name: "Meine Einstellungen zeigen" }).click()
  await expect(ada.page.getByText("SIP-168", { exact: true }).first()).toBeVisible()
  await expectAccessible(ada.page)
  const address = (await ada.page.locator("#address").textContent()) ?? ""
  expect(address).toMatch(/^https:\/\/office\.example\.net:\d+\/p\/[\w-]+\/$/)
  const scan = ada.page.getByRole("region", { name: "Code zum Scannen" })
  for (const colorScheme of ["light", "dark"] as const) {
    await ada.page.emulateMedia({ colorScheme })
    if (hasProgram("zbarimg"))
      expect(await read(scan.getByRole("img"), testInfo.outputPath(`${colorScheme}.png`))).toBe(address)
  }

  const app = "LinphoneAndroid/5.2.1 (Pixel 9) LinphoneSDK/5.3.0"
  const served = await fetchPath(server, new URL(address).pathname, app)
  expect(served.status).toBe(200)
  expect(served.text).toContain("office.example.net:5071;transport=tls")

  const trust = ada.page.getByRole("link", { name: "Das Zertifikat Harbour CA herunterladen" })
  const [download] = await Promise.all([ada.page.waitForEvent("download"), trust.click()])
  const file = testInfo.outputPath("ca.crt")
  await download.saveAs(file)
  const [, fingerprint = ""] = /=(.+)/.exec(openssl("x509", "-in", file, "-noout", "-fingerprint", "-sha256")) ?? []
  await expect(ada.page.getByText(fingerprint, { exact: true })).toBeVisible()
  expect(openssl("x509", "-in", file, "-noout", "-subject")).toContain("Harbour CA")
  expect(ada.problems).toEqual([])
  await ada.context.close()
})

/** What a reader that we did not write finds in a code. */
async function read(code: Locator, picture: string): Promise<string> {
  await code.screenshot({ path: picture })
  return execFileSync("zbarimg", ["--quiet", "--raw", "--nodbus", picture], { encoding: "utf8" }).trim()
}

/** A public name and a STUN server, so that links can be made. */
async function reachable(server: Server): Promise<void> {
  await server.api("PUT", "/api/settings/dyndns", { hostName: "office.example.net", updatedBy: "office-router" })
  const stun = (await server.api("GET", "/api/settings/stun")) as object
  await server.api("PUT", "/api/settings/stun", { ...stun, phonesServer: "stun.example.net" })
}
