import { stunDefaults } from "@homeport/contract"
import {
  addDevice,
  addresses,
  addStation,
  apply,
  expect,
  field,
  fillStation,
  openConsole,
  type Page,
  type Server,
  strongPassword,
  test,
} from "../support/console.ts"
import { fetchFile, fetchPath } from "../support/fetching-phone.ts"
import { PHONES_PORT } from "../support/server.ts"

const select = (page: Page, name: string) => page.getByRole("combobox", { name, exact: true })
const sheet = (page: Page, device: string) => page.getByRole("article", { name: device })

test("a station, from nothing to a printed sheet; its secrets are hidden until asked for", async ({ page, server }) => {
  await openConsole(page, server, addresses.addSipClient)
  await fillStation(page, { callNumber: "168", name: "Reception" })
  await apply(page)
  await page.getByRole("link", { name: "Phone Parameter Deployment" }).last().click()

  await select(page, "Device").selectOption({ label: "SIP-T41P" })
  await select(page, "Firmware").selectOption({ index: 1 })
  await field(page, "MAC address").fill("0015.65AA")
  await apply(page)
  await expect(field(page, "MAC address")).toBeFocused()
  await expect(page.getByText("It is printed on the device.")).toBeVisible()
  await field(page, "MAC address").fill("0015.65AA.BBCC")
  await apply(page)

  const paper = sheet(page, "SIP-T41P · 168 Reception")
  await expect(paper).toContainText("MAC 00:15:65:AA:BB:CC")
  await expect(field(page, "MAC address")).toHaveValue("00:15:65:AA:BB:CC")
  const file = page.getByRole("region", { name: "File", exact: true })
  await expect(file).toContainText("account.1.auth_name = SIP-168")
  await expect(file.getByText("001565aabbcc.cfg", { exact: true })).toBeVisible()
  await expect(page.locator("body")).not.toContainText(strongPassword)

  await page.getByRole("button", { name: "Show secrets" }).first().click()
  await expect(file).toContainText(`account.1.password = ${strongPassword}`)
  await page.emulateMedia({ media: "print" })
  await expect(paper).toBeVisible()
  await expect(page.getByRole("heading", { level: 1 })).toBeHidden()
  await expect(page.getByRole("link", { name: "Expert Mode" })).toBeHidden()
  await expect(file).toBeHidden()
  await expect(paper.getByRole("button").first()).toBeHidden()
  // In the order in which the telephone's own page asks for them.
  const labels = await paper.locator("dt").allTextContents()
  const wanted = ["Label", "Register Name", "User Name", "Password", "Server Host", "Server Expires"]
  expect(labels.filter((label) => wanted.includes(label))).toEqual(wanted)
  await expect(paper.locator("div:has(> dt:text-is('Password')) dd")).toContainText(strongPassword)
  await expect(paper.locator("div:has(> dt:text-is('User Name')) dd")).toContainText("168")
  await page.emulateMedia({ media: "screen" })

  await page.getByRole("link", { name: "Edit SIP Client" }).click()
  await page.goBack()
  await expect(paper).toBeVisible()
  await expect(page.locator("body")).not.toContainText(strongPassword)
})

test("what a device cannot do is said as soon as it is chosen, and it gets no file", async ({ page, server }) => {
  await addStation(server, "168", "Reception")
  await openConsole(page, server, addresses.stationDevices(1))
  await select(page, "Device").selectOption({ label: "SIP-T19P" })
  await select(page, "Transport").selectOption("TLS")
  const reason = page.getByText("The SIP-T19P speaks no TLS 1.2").first()
  await expect(reason).toBeVisible()
  await select(page, "Transport").selectOption("UDP")
  await expect(reason).toBeHidden()
  await select(page, "Transport").selectOption("TLS")
  await apply(page)

  await expect(page.getByText("No settings for this device.")).toBeVisible()
  await expect(page.getByRole("region", { name: "File", exact: true })).toHaveCount(0)
  await expect(page.getByRole("article")).toHaveCount(0)
})

test("several stations at once: devices, refusals with their reason, and a sheet of paper for each", async ({
  page,
  server,
}) => {
  for (const number of ["161", "162", "163"]) await addStation(server, number, `Desk ${number}`)
  await openConsole(page, server, addresses.addDevices)
  await page.getByRole("checkbox", { name: "Select all on this page" }).check()
  await select(page, "Device").selectOption({ label: "SIP-T19P" })
  await select(page, "Transport").selectOption("TLS")
  await page.getByRole("button", { name: "Add 3 devices" }).click()
  await expect(page.getByText("Nothing was added: 3 of 3 cannot have this device")).toBeVisible()
  await expect(page.getByText("The SIP-T19P speaks no TLS 1.2")).toBeVisible()
  expect(await server.api("GET", "/api/devices")).toMatchObject({ total: 0 })

  await select(page, "Transport").selectOption("UDP")
  await page.getByRole("button", { name: "Add 3 devices" }).click()
  await expect(page.getByRole("heading", { name: "3 devices" })).toBeVisible()
  await page.getByRole("checkbox", { name: "Select all on this page" }).check()
  await page.getByRole("button", { name: "Print sheets" }).click()
  await expect(page.getByRole("article")).toHaveCount(3)
  for (const number of ["161", "162", "163"])
    await expect(sheet(page, `SIP-T19P · ${number} Desk ${number}`)).toContainText(strongPassword)
  await page.emulateMedia({ media: "print" })
  const breaks = await page
    .getByRole("article")
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).breakBefore))
  expect(breaks).toEqual(["auto", "page", "page"])
  await page.emulateMedia({ media: "screen" })
  await page.getByRole("button", { name: "Back to the list" }).click()
  await expect(page.locator("body")).not.toContainText(strongPassword)
})

test("a link is made, used, used up and closed; what phones fetch appears by itself", async ({
  page,
  phonesServer: server,
}) => {
  await reachable(server)
  await addStation(server, "168", "Reception", { internetRegistration: true })
  await addDevice(server, 1, "yealink-sip-t41p", { mac: "00:15:65:aa:bb:cc" })
  await openConsole(page, server, addresses.stationDevices(1))
  const section = page.getByRole("region", { name: "Link", exact: true })
  await field(page, "Number of fetches").fill("0")
  await section.getByRole("button", { name: "Make a link" }).click()
  await expect(field(page, "Number of fetches")).toBeFocused()
  await field(page, "Number of fetches").fill("1")
  await section.getByRole("button", { name: "Make a link" }).click()
  const url = (await section.getByText(/^https:\/\/office\.example\.net:\d+\/p\//).textContent()) ?? ""

  const phone = { mac: "001565aabbcc", model: "SIP-T41P", firmware: "36.72.0.1" }
  const served = await fetchFile(server, url, phone)
  expect(served.status).toBe(200)
  expect(served.text).toContain(strongPassword)
  const fetches = page.getByRole("table").last()
  await expect(fetches).toContainText("with its secrets")
  await expect(fetches).toContainText("36.72.0.1excluded")
  await expect(section).toContainText("All fetches used")

  expect((await fetchFile(server, url, phone)).status).toBe(404)
  await expect(fetches).toContainText("All fetches of the link were used.")

  await section.getByRole("button", { name: "Close the link" }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Close the link" }).click()
  await expect(section).toContainText("No link")
  await expect(section.getByText(url)).toHaveCount(0)
  expect((await fetchFile(server, url, phone)).status).toBe(404)
  await page.goto(`${server.url}${addresses.phoneRequests}`)
  await expect(page.getByText("No link has this token (any more).")).toBeVisible()

  // Who fetched was in the office: that proves nothing of the router.
  await page.goto(`${server.url}${addresses.portManagement}`)
  const row = page.getByRole("row", { name: new RegExp(`^TCP ${PHONES_PORT} ${PHONES_PORT} PHONES_EXT`) })
  await expect(row).toContainText("Not proven")
  await expect(row).toContainText(`https://office.example.net:${PHONES_PORT}`)
})

test("links whose time is over open nothing, and the console says why", async ({ page, phonesServer: server }) => {
  await reachable(server)
  await addStation(server, "168", "Reception", { internetRegistration: true })
  const device = await addDevice(server, 1, "yealink-sip-t41p", { mac: "00:15:65:aa:bb:cc" })
  const make = async (kind: string, body: object) => {
    // The contract's link, of which only the URL is of interest.
    const { url } = (await server.api("POST", `/api/devices/${device}/${kind}`, body)) as { url: string }
    return url
  }
  const link = await make("link", { hours: 24, fetches: 5 })
  const homeLink = await make("home-link", { hours: 24 })
  const phone = { mac: "001565aabbcc", model: "SIP-T41P", firmware: "36.72.0.1" }
  const lookAtHome = () => fetchPath(server, new URL(homeLink).pathname)
  expect((await fetchFile(server, link, phone)).status).toBe(200)
  expect((await lookAtHome()).status).toBe(200)

  await server.kill()
  await server.start(25)
  expect((await fetchFile(server, link, phone)).status).toBe(404)
  expect(await lookAtHome()).toEqual({ status: 404, text: '{"statusCode":404,"error":"Not Found"}' })

  await openConsole(page, server, addresses.stationDevices(1))
  await expect(page.getByRole("region", { name: "Link", exact: true })).toContainText("Its time is over")
  const card = page.getByRole("region", { name: "Link for the person at home" })
  await expect(card).toContainText("Never opened, its time is over")
  await expect(page.getByRole("table").last()).toContainText("The time of the link was over.")
  await page.goto(`${server.url}${addresses.events}`)
  const words = "tried the one-time link of SIP-T41P, station 168: its time is over."
  await expect(page.getByText(words)).toBeVisible()
})

/** A public name and address, so that links can be made. */
async function reachable(server: Server): Promise<void> {
  await server.api("PUT", "/api/settings/dyndns", { hostName: "office.example.net", updatedBy: "office-router" })
  await server.api("PUT", "/api/settings/stun", {
    ...stunDefaults,
    mode: "static",
    phonesServer: "stun.example.net",
    staticIpAddress: "203.0.113.7",
    staticPort: 5070,
  })
}
