import { createSocket } from "node:dgram"
import { stunDefaults } from "@homeport/contract"
import {
  addresses,
  addStation,
  apply,
  expect,
  field,
  openConsole,
  outcome,
  type Page,
  type Server,
  test,
} from "../support/console.ts"

test("Apply says that it is in use, and marks are gone", async ({ page, server }) => {
  await openConsole(page, server, addresses.dynDns)
  await expect(page.getByRole("button", { name: "Apply" })).toBeDisabled()
  await field(page, "Host name").fill("office.example.net")
  await expect(page.getByText("changed", { exact: true })).toBeVisible()
  await expect(outcome(page)).toContainText("1 change not applied")

  await page.keyboard.press("Control+s")
  await expect(outcome(page)).toContainText("Applied at")
  await expect(page.getByText("changed", { exact: true })).toHaveCount(0)
  await page.reload()
  await expect(field(page, "Host name")).toHaveValue("office.example.net")
})

test("Undo returns to what is stored", async ({ page, server }) => {
  await addStation(server, "168", "Reception")
  await openConsole(page, server, addresses.sipClient(1))
  await field(page, "Name").fill("Workshop")
  await page.getByRole("button", { name: "Undo" }).click()
  await expect(field(page, "Name")).toHaveValue("Reception")
  await expect(outcome(page)).toContainText("Back to what is stored.")
})

test("unsaved changes ask before the page is left", async ({ page, server }) => {
  await openConsole(page, server, addresses.dynDns)
  await field(page, "Host name").fill("office.example.net")
  const question = page.getByRole("dialog", { name: "Leave without applying?" })

  await page.getByRole("treeitem", { name: "Port Management" }).click()
  await question.getByRole("button", { name: "Stay here" }).click()
  await expect(field(page, "Host name")).toHaveValue("office.example.net")
  await expect(page).toHaveURL(/dyndns$/)

  await page.getByRole("button", { name: "Logout" }).click()
  await question.getByRole("button", { name: "Stay here" }).click()

  await page.getByRole("treeitem", { name: "Port Management" }).click()
  await question.getByRole("button", { name: "Leave and lose them" }).click()
  await expect(page.getByRole("heading", { name: "Port Management", level: 1 })).toBeVisible()
  await page.goBack()
  await expect(field(page, "Host name")).toHaveValue("")
})

test("a port that another program holds is refused at its field, and nothing changes", async ({ page, server }) => {
  const other = createSocket("udp4")
  await new Promise<void>((resolve) => other.bind(5071, server.sipAddress, resolve))
  await openConsole(page, server, addresses.portManagement)
  await field(page, "Port of SIP_TLS_SUB_EXT").fill("5999")
  await field(page, "Port of SIP_EXT").fill("5071")
  await apply(page)

  await expect(
    page.getByText(`Another program on this machine already uses UDP port 5071 at ${server.sipAddress}`).first(),
  ).toBeVisible()
  await expect(field(page, "Port of SIP_EXT")).toBeFocused()
  expect(await server.api("GET", "/api/settings/port-management")).toMatchObject({ sipExt: 5070, sipTlsSubExt: 5071 })

  other.close()
  await apply(page)
  await expect(outcome(page)).toContainText("Applied at")
  await expect(page.getByRole("row", { name: /^SIP_EXT / })).toContainText("Open")
})

test("two ports alike are refused before anything is sent", async ({ page, server }) => {
  await openConsole(page, server, addresses.portManagement)
  await field(page, "Port of SIP_EXT").fill("5060")
  await apply(page)
  await expect(page.getByText("Port 5060 is already that of SIP_EXT.")).toBeVisible()
})

test("the forwarding table says what is proven, and follows what is typed", async ({ page, server }) => {
  await openConsole(page, server, addresses.portManagement)
  const table = page.getByRole("table").filter({ has: page.getByRole("columnheader", { name: "External port" }) })
  const tcp = table.getByRole("row", { name: /^TCP 5070/ })
  await expect(tcp).toContainText("Not proven")
  await expect(table.getByRole("cell", { name: /^Proven/ })).toHaveCount(0)
  // The page hears of it.
  const dyndns = { hostName: "office.example.net", updatedBy: "office-router" }
  await server.api("PUT", "/api/settings/dyndns", dyndns)
  await expect(tcp).toContainText("http://office.example.net:5070")
  await expect(tcp.getByRole("button", { name: "Copy: http://office.example.net:5070" })).toBeVisible()
  await page.getByRole("button", { name: "Test UDP now" }).click()
  await expect(page.getByText("There is no STUN server to ask")).toBeVisible()

  await field(page, "Port of SIP_EXT").fill("15070")
  await expect(table.getByRole("row", { name: /^UDP 15070 15070/ })).toContainText("Known after Apply")
  await expect(table.getByRole("row", { name: /^UDP 15070 15070/ })).toBeVisible()
  await expect(page.getByText("Never configure a forwarding to the internal ports")).toBeVisible()
})

test("a port that is taken at the start: the console serves, says so, and mends itself", async ({ page, server }) => {
  await server.kill()
  const other = createSocket("udp4")
  await new Promise<void>((resolve) => other.bind(5070, server.sipAddress, resolve))
  await server.start()
  await openConsole(page, server)
  await expect(page.getByText(`SIP_EXT: UDP port 5070 at ${server.sipAddress} is not open`)).toBeVisible()
  other.close()
  await expect(page.getByText("is not open")).toHaveCount(0, { timeout: 12_000 })
})

test("the server restarts under an open form: what was typed stays and can be applied", async ({ page, server }) => {
  await openConsole(page, server, addresses.dynDns)
  await field(page, "Host name").fill("office.example.net")
  await server.kill()
  await apply(page)
  await expect(outcome(page)).toContainText("Homeport does not answer")
  await expect(page.getByText("No connection to Homeport.")).toBeVisible()

  await server.start()
  await expect(page.getByText("No connection to Homeport.")).toHaveCount(0, { timeout: 25_000 })
  await expect(field(page, "Host name")).toHaveValue("office.example.net")
  await apply(page)
  await expect(outcome(page)).toContainText("Applied at")
})

test.describe("two browsers on one station", () => {
  async function both(page: Page, server: Server) {
    await addStation(server, "168", "Reception")
    const context = await page.context().browser()?.newContext({ locale: "en-GB" })
    if (!context) throw new Error("no second browser")
    const other = await context.newPage()
    await openConsole(page, server, addresses.sipClient(1))
    await openConsole(other, server, addresses.sipClient(1))
    return other
  }

  test("a field that is not being changed follows", async ({ page, server }) => {
    const other = await both(page, server)
    await field(page, "Secondary system ID").fill("branch-2")
    await field(other, "Name").fill("Workshop")
    await apply(other)
    await expect(field(page, "Name")).toHaveValue("Workshop")
    await apply(page)
    await expect(outcome(page)).toContainText("Applied at")
    await expect(field(other, "Secondary system ID")).toHaveValue("branch-2")
  })

  test("a field that both change asks: take or keep", async ({ page, server }) => {
    const other = await both(page, server)
    await field(page, "Name").fill("Mine")
    await field(other, "Name").fill("Theirs")
    await apply(other)
    await expect(page.getByText("Changed by administrator to: Theirs")).toBeVisible()
    await expect(field(page, "Name")).toHaveValue("Mine")

    await apply(page)
    await expect(outcome(page)).toContainText("take or keep")
    await page.getByRole("button", { name: "Keep my value of Name" }).click()
    await apply(page)
    await expect(outcome(page)).toContainText("Applied at")
    await expect(field(other, "Name")).toHaveValue("Mine")
  })

  test("taking shows theirs, and there is nothing left to apply", async ({ page, server }) => {
    const other = await both(page, server)
    await field(page, "Name").fill("Mine")
    await field(other, "Name").fill("Theirs")
    await apply(other)
    await page.getByRole("button", { name: "Take the stored value of Name" }).click()
    await expect(field(page, "Name")).toHaveValue("Theirs")
    await expect(page.getByRole("button", { name: "Apply" })).toBeDisabled()
  })
})

test("a public name that leads elsewhere is said on its page and on Home, until it leads here", async ({
  page,
  server,
}) => {
  const enterAddress = (staticIpAddress: string) =>
    server.api("PUT", "/api/settings/stun", { ...stunDefaults, mode: "static", staticIpAddress, staticPort: 5070 })
  await addStation(server, "168", "Reception", { internetRegistration: true })
  await enterAddress("203.0.113.9")
  await openConsole(page, server, addresses.dynDns)
  const card = page.getByRole("region", { name: "Where the name leads" })
  await expect(card).toContainText("No name")
  await field(page, "Host name").fill("office.example.net")
  await apply(page)
  await expect(card).toContainText("Leads elsewhere")
  await expect(card).toContainText("203.0.113.7")

  await page.getByRole("link", { name: "Home", exact: true }).click()
  const readiness = page.getByRole("region", { name: "Is SIP@Home ready?" })
  const words = "office.example.net leads to 203.0.113.7, but the public address is 203.0.113.9"
  await expect(readiness).toContainText(words)
  await enterAddress("203.0.113.7")
  await expect(readiness).not.toContainText(words)

  await enterAddress("203.0.113.9")
  await readiness.getByRole("link", { name: "Go to DynDNS" }).click()
  await expect(card).toContainText("Leads elsewhere")
  await enterAddress("203.0.113.7")
  await expect(card).toContainText("Leads here")
  await field(page, "Host name").fill("nobody.example.net")
  await apply(page)
  await expect(card).toContainText("Not found")
})
