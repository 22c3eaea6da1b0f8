import {
  addDevice,
  addresses,
  addStation,
  expect,
  expectRow,
  field,
  openConsole,
  type Server,
  strongPassword,
  test,
} from "../support/console.ts"
import { sipPhone } from "../support/sip-phone.ts"
import { back, button, next, screen } from "../support/tls-wizard.ts"

test("IP Telephones: the stations with their devices, and who is registered, live", async ({ page, server }) => {
  await addStation(server, "168", "Reception")
  await addStation(server, "169", "Workshop")
  await addDevice(server, 1, "yealink-sip-t41p", { mac: "00:15:65:aa:bb:cc" })
  await openConsole(page, server, addresses.setup)
  await page.getByRole("treeitem", { name: "IP Telephones" }).click()
  await expectRow(page, {
    "Call number": "168",
    Name: "Reception",
    Device: "SIP-T41P00:15:65:AA:BB:CC",
    Registration: "Not registered",
  })
  await expectRow(page, { "Call number": "169", Name: "Workshop", Device: "Choose a device" })

  const phone = await phoneOf(server, "168", strongPassword)
  expect(await phone.register(300)).toBe(200)
  await expectRow(page, { "Call number": "168", Registration: "Registered" })
  phone.close()

  await page.getByRole("link", { name: "SIP-T41P", exact: true }).click()
  await expect(page).toHaveURL(/phone-parameter-deployment\?device=1$/)
  await page.goBack()
  await page.getByRole("link", { name: "Edit 168 Reception" }).click()
  await expect(page.getByRole("heading", { name: "Station - 1", level: 1 })).toBeVisible()
})

test("SIP@Home: from nothing to a telephone that is registered, with what was refused on the way", async ({
  page,
  server,
}) => {
  test.slow()
  await openConsole(page, server, addresses.setup)
  await page.getByRole("treeitem", { name: "SIP@Home" }).click()
  await expect(screen(page, "Who shall telephone from home?")).toBeVisible()
  await button(page, "Allow internet registration").click()
  await expect(page.getByText("Choose at least one station.")).toBeVisible()
  await field(page, "Call number").fill("16x")
  await field(page, "Name").fill("Home desk")
  await button(page, "Add station").click()
  await expect(field(page, "Call number")).toBeFocused()
  await field(page, "Call number").fill("168")
  await button(page, "Add station").click()
  await expect(page.getByText("168 Home desk was added and chosen.")).toBeVisible()
  await button(page, "Allow internet registration").click()

  await expect(screen(page, "What the system needs")).toBeFocused()
  expect(await server.api("GET", "/api/sip-clients/1")).toMatchObject({
    internetRegistration: true,
    authenticationActive: true,
    passwordSet: true,
  })
  await expect(page.getByText("No STUN server is set: the public address is unknown")).toBeVisible()
  await field(page, "Public name").fill("office example net")
  await button(page, "Next").click()
  await expect(field(page, "Public name")).toBeFocused()
  await field(page, "Public name").fill("office.example.net")
  await button(page, "Next").click()

  await expect(screen(page, "Which device is it?")).toBeVisible()
  expect(await server.api("GET", "/api/settings/dyndns")).toMatchObject({ hostName: "office.example.net" })
  await page.getByRole("combobox", { name: "Device", exact: true }).selectOption({ label: "SIP-T41P" })
  // A phone at home cannot do without; the way back keeps everything.
  await expect(page.getByText("A phone at home needs a STUN server, and none is entered.")).toBeVisible()
  await back(page)
  await field(page, "STUN server for phones").fill("stun.example.net")
  await button(page, "Next").click()
  await expect(page.getByText("A phone at home needs a STUN server, and none is entered.")).toBeHidden()
  await field(page, "MAC address").fill("0015.65AA.BBCC")
  await button(page, "Add device for 168 Home desk").click()
  await expect(page.getByText("SIP-T41P · UDP · MAC 00:15:65:AA:BB:CC")).toBeVisible()
  await next(page)

  await expect(screen(page, "Bring the settings to the device")).toBeVisible()
  await expect(page.getByRole("article", { name: "SIP-T41P · 168 Home desk" })).toBeVisible()
  const file = page.getByRole("region", { name: "File", exact: true })
  await button(page, "Show secrets").first().click()
  await expect(file).toContainText(/account\.1\.password = [^•]{14}/)
  const [, password = ""] = /account\.1\.password = (\S+)/.exec((await file.textContent()) ?? "") ?? []
  await next(page)

  await expect(screen(page, "Waiting for the telephones")).toBeVisible()
  const arrival = page.getByRole("region", { name: "168 Home desk" })
  await expect(arrival).toContainText("Nothing has arrived yet.")
  const stranger = await phoneOf(server, "168", strongPassword)
  expect(await stranger.register(300)).not.toBe(200)
  stranger.close()
  await expect(arrival).toContainText("the password is wrong")
  const phone = await phoneOf(server, "168", password)
  expect(await phone.register(300)).toBe(200)
  phone.close()
  await expect(screen(page, "Everybody is registered")).toBeVisible()
  await expect(arrival).toContainText(`Registered from ${server.sipAddress} (Office), UDP, Console test phone`)
  await expect(arrival).not.toContainText("the password is wrong")
  // Passed by is not done: the system has no STUN server of its own yet.
  const steps = page.getByRole("list", { name: "Steps" })
  const ticks = steps.getByRole("listitem").filter({ hasText: "(done)" })
  await expect(ticks).toHaveText([/Stations/, /Devices/, /Hand-out/])
  await page.reload()
  await expect(screen(page, "Everybody is registered")).toBeVisible()

  await page.getByRole("link", { name: "To IP Telephones" }).click()
  await expectRow(page, { "Call number": "168", Name: "Home desk", Device: "SIP-T41P", Registration: "Registered" })
})

const phoneOf = (server: Server, callNumber: string, password: string) =>
  sipPhone({
    server: { host: server.sipAddress, port: 5060 },
    address: server.sipAddress,
    callNumber,
    userId: `SIP-${callNumber}`,
    password,
  })
