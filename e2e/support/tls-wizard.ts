/** How the tests walk through Setup ▸ Security ▸ Certificates for TLS, and what a phone finds when they are through. */
import { readFileSync } from "node:fs"
import { connect } from "node:tls"
import type { Locator } from "@playwright/test"
import { addresses, expect, field, type Page, type Server } from "./console.ts"

export const wizard = addresses.certificatesForTls

export const screen = (page: Page, title: string): Locator =>
  page.getByRole("heading", { name: title, level: 2, exact: true })
export const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true })
/** Until the next screen is there: the one before stays in the page, hidden, and its link must not be taken for the next one's. */
export async function next(page: Page): Promise<void> {
  const link = page.getByRole("link", { name: "Next", exact: true })
  const path = await link.getAttribute("href")
  await link.click()
  await expect(link.and(page.locator(`[href="${path}"]`))).toBeHidden()
}
export const back = (page: Page): Promise<void> => page.getByRole("link", { name: "Back", exact: true }).click()
export const details = (page: Page): Promise<void> => page.getByText("Details", { exact: true }).click()

/** The public name, as DynDNS would have it. */
export const nameSystem = (server: Server, hostName: string) =>
  server.api("PUT", "/api/settings/dyndns", { hostName, updatedBy: "office-router" })

/** Presses a button that downloads. */
export async function saved(page: Page, name: string, path: string) {
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, name).click()])
  await download.saveAs(path)
  return { name: download.suggestedFilename(), path, content: readFileSync(path, "latin1") }
}

export async function choose(page: Page, path: string, passPhrase: string): Promise<void> {
  await page.getByLabel("PKCS#12 file").setInputFiles(path)
  await field(page, "Pass-phrase of the file").fill(passPhrase)
  await button(page, "Look into the file").click()
}

/** What a phone does that trusts this CA and was given the public name; returns the version that was agreed on. */
export function handshake(
  { sipAddress: host }: Server,
  port: number,
  ca: string,
  name: string,
): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, ca, servername: name })
    socket.once("error", reject)
    socket.once("secureConnect", () => {
      const version = socket.getProtocol()
      socket.destroy()
      resolve(version)
    })
  })
}
