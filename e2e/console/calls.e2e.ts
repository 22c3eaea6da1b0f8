import { readFile } from "node:fs/promises"
import AxeBuilder from "@axe-core/playwright"
import { callingPhone } from "../support/calling-phone.ts"
import {
  addresses,
  addStation,
  apply,
  expect,
  expectRow,
  field,
  openConsole,
  outcome,
  type Page,
  type Server,
  strongPassword,
  test,
} from "../support/console.ts"
import { sipPhone } from "../support/sip-phone.ts"

test("calls: they run, end with their reason and figures, are found again, and stand in the station's timeline", async ({
  page,
  server,
}) => {
  test.slow()
  for (const [number, name] of [
    ["101", "Reception"],
    ["168", "Home desk"],
  ] as const)
    await addStation(server, number, name, { authenticationActive: false })
  await openConsole(page, server, addresses.calls)
  await expect(page.getByRole("heading", { name: "No call is running" })).toBeVisible()
  await expect(page.getByRole("heading", { name: "No call has ended yet" })).toBeVisible()

  const [desk, home] = [await phoneOf(server, "101"), await phoneOf(server, "168")]
  const call = desk.calls("168")
  const ringing = await home.rings()
  await expectRow(page, { From: "101 Reception", To: "168 Home desk", State: "Ringing" })
  ringing.answers()
  expect(await call.outcome).toBe(200)
  await expectRow(page, { From: "101 Reception", To: "168 Home desk", State: "Talking" })
  call.speaks({ packets: 40, lost: 10 })
  ringing.speaks({ packets: 20 })
  await expectRow(page, { From: "101 Reception", Packets: "↑ 30" })
  // What comes in the last second before the end counts as well.
  ringing.speaks({ packets: 3 })
  ringing.hangsUp()
  const first = {
    Caller: "101 Reception",
    Called: "168 Home desk",
    Loss: "25.0 % from the caller0.0 % from the called phone",
    "Why it ended": "CompletedThe called side hung up",
  }
  await expectRow(page, first)
  await expect(page.getByRole("heading", { name: "No call is running" })).toBeVisible()

  const busy = home.calls("101")
  ;(await desk.rings()).refuses(486)
  expect(await busy.outcome).toBe(486)
  await expectRow(page, { Caller: "168 Home desk", "Why it ended": "RefusedThe called phone was busy (486)" })
  await expect(page.getByRole("heading", { name: "2 ended calls" })).toBeVisible()
  await expectNoViolations(page, "Calls")

  await page.getByRole("combobox", { name: "Outcome" }).selectOption("Refused")
  await expect(page.getByRole("heading", { name: "1 ended call", exact: true })).toBeVisible()
  await expect(page).toHaveURL(/outcome=refused/)
  await page.getByLabel("From", { exact: true }).fill("2030-01-01")
  await expect(page.getByRole("heading", { name: "No call matches" })).toBeVisible()
  await page.getByRole("button", { name: "Show all calls" }).click()
  await page.getByRole("link", { name: "101" }).first().click()
  await expect(page).toHaveURL(/callNumber=101/)
  await expect(page.getByRole("heading", { name: "2 ended calls" })).toBeVisible()
  await page.getByRole("searchbox", { name: /Call number/ }).fill("10")
  await expect(page.getByRole("heading", { name: "No call matches" })).toBeVisible()
  await page.goto(`${server.url}${addresses.calls}?outcome=completed`)
  const lines = (await downloaded(page)).split("\r\n")
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatch(/^\uFEFFStarted \(UTC\),/)
  expect(lines[1]).toMatch(/,101,Reception,Office,127\.\S+,168,Home desk,Office,.*,The called side hung up,,25\.0,/)

  await page.goto(`${server.url}${addresses.timeline(2)}`)
  await expectRow(page, { "What happened": "Called by 101 Reception · The called side hung up · " })
  await expectRow(page, { "What happened": "Called 101 Reception · The called phone was busy (486)" })
  await expectRow(page, { "What happened": "Station 168 registered from" })
  await expectNoViolations(page, "Timeline")
  await page.getByRole("link", { name: "Calls of this station" }).click()
  await expect(page).toHaveURL(/maintenance\/calls\?callNumber=168$/)

  // The figures are there after the process was killed.
  await server.kill()
  await server.start()
  await openConsole(page, server, addresses.calls)
  await expectRow(page, first)
  desk.close()
  home.close()
})

test("Try a Registration says what a real one comes to, and leads to the field that decides", async ({
  page,
  server,
}) => {
  test.slow()
  await addStation(server, "168", "Home desk", { internetRegistration: true, natTraversal: "homeport" })
  await addStation(server, "169", "Workshop")
  await openConsole(page, server, addresses.sipClient(1))
  const day = page.getByLabel("Internet registration until")
  await day.fill("2026-01-31")
  await expect(page.getByText("This day has passed: registrations over the internet are refused.")).toBeVisible()
  await field(page, "User-Agent begins with").fill("Yealänk")
  await apply(page)
  await expect(field(page, "User-Agent begins with")).toBeFocused()
  await field(page, "User-Agent begins with").fill("Yealink")
  await apply(page)
  await expect(outcome(page)).toContainText("Applied")
  // The end of that day where the browser is, an hour east of Greenwich.
  expect(await server.api("GET", "/api/sip-clients/1")).toMatchObject({
    internetRegistrationUntil: "2026-01-31T22:59:59.999Z",
    userAgentPrefix: "Yealink",
  })

  await page.getByRole("link", { name: "Try a registration" }).click()
  await expect(field(page, "User")).toHaveValue("168")
  await page.getByRole("button", { name: "Try", exact: true }).click()
  await expect(field(page, "Comes from")).toBeFocused()
  await field(page, "Comes from").fill("203.0.113.7")
  await field(page, "Phone calls itself").fill("Console test phone")
  await page.getByRole("button", { name: "Try", exact: true }).click()
  const result = page.getByRole("region", { name: "Result" })
  await expect(result).toContainText(
    "It would be refused with 403. The last day of the station's internet registration",
  )
  await expectNoViolations(page, "Try a Registration")
  const phone = await sipPhone({
    server: { host: server.sipAddress, port: 5070 },
    address: server.sipAddress,
    callNumber: "168",
    userId: "SIP-168",
    password: strongPassword,
  })
  expect(await phone.register(300)).toBe(403)

  await result.getByRole("link", { name: "Station 168 Home desk · Internet registration until" }).click()
  await expect(day).toBeFocused()
  await day.fill("")
  await apply(page)
  await expect(outcome(page)).toContainText("Applied")
  await page.goBack()
  // The same attempt, with what was changed meanwhile.
  await expect(result).toContainText("this User-Agent does not begin as it must")
  expect(await phone.register(300)).toBe(403)
  await field(page, "Phone calls itself").fill("YEALINK SIP-T41P")
  await page.getByRole("button", { name: "Try", exact: true }).click()
  await expect(result).toContainText("It would be admitted, as a phone on the internet.")
  await field(page, "Port at Homeport").fill("5071")
  await page.getByRole("button", { name: "Try", exact: true }).click()
  await expect(result.getByRole("link", { name: "Port Management" })).toBeVisible()

  await page.goto(`${server.url}${addresses.sipClients}`)
  await page.getByRole("checkbox", { name: "Select all" }).check()
  await page.getByRole("button", { name: "Limit…" }).click()
  const dialog = page.getByRole("dialog")
  await dialog.getByRole("checkbox", { name: "Set the kind of phone" }).check()
  await dialog.getByRole("textbox", { name: "User-Agent begins with" }).fill("Console test")
  await expectNoViolations(page, "Limit several")
  await dialog.getByRole("button", { name: "Apply to all" }).click()
  await expect(page.getByText("2 stations were changed.")).toBeVisible()
  for (const index of [1, 2])
    expect(await server.api("GET", `/api/sip-clients/${index}`)).toMatchObject({ userAgentPrefix: "Console test" })
  expect(await phone.register(300)).toBe(200)
  phone.close()
  await page.goto(`${server.url}${addresses.timeline(1)}`)
  await expectRow(page, { "What happened": "the date up to which the station may has passed" })
  await expectRow(page, { "What happened": "the phone calls itself “Console test phone”" })
  await expectRow(page, { "What happened": "registered from" })
})

async function phoneOf(server: Server, callNumber: string) {
  const { sipAddress: host } = server
  const phone = await callingPhone({ server: { host, port: 5060 }, address: host, callNumber })
  await phone.register()
  return phone
}

async function downloaded(page: Page): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download CSV" }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^calls-\d{4}-\d\d-\d\d\.csv$/)
  return readFile(await file.path(), "utf8")
}

async function expectNoViolations(page: Page, where: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)
    expect(found, `${where}, ${colorScheme}`).toEqual([])
  }
}
