import {
  addresses,
  addStation,
  apply,
  expect,
  expectRow,
  field,
  fillStation,
  openConsole,
  outcome,
  strongPassword,
  test,
} from "../support/console.ts"
import { sipPhone } from "../support/sip-phone.ts"

test("the first station: from the empty list to its own page", async ({ page, server }) => {
  await openConsole(page, server, addresses.sipClients)
  await expect(page.getByRole("heading", { name: "No station yet" })).toBeVisible()
  await page.getByRole("main").getByRole("link", { name: "Add SIP client", exact: true }).click()

  await fillStation(page, { callNumber: "168", name: "SIP-168" })
  await page.getByRole("checkbox", { name: "Internet Registration with internal SBC" }).check()
  await apply(page)

  await expect(page.getByRole("heading", { name: "Station - 1", level: 1 })).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`${addresses.sipClient(1)}$`))
  await expect(field(page, "SIP User ID / Username")).toHaveValue("SIP-168")
  await expect(page.getByRole("checkbox", { name: "Internet Registration with internal SBC" })).toBeChecked()
  await expect(page.getByRole("treeitem", { name: "1 168 SIP-168" })).toBeVisible()
})

test("a weak password is refused at its field, and nothing is stored", async ({ page, server }) => {
  await openConsole(page, server, addresses.addSipClient)
  await fillStation(page, { callNumber: "168", name: "SIP-168", password: "abcd" })
  await apply(page)

  await expect(field(page, "Password")).toHaveAttribute("aria-invalid", "true")
  await expect(field(page, "Password")).toBeFocused()
  await expect(outcome(page)).toContainText("Nothing was applied")
  expect(await server.api("GET", "/api/sip-clients")).toMatchObject({ total: 0 })
})

test("the generator makes a password that is accepted, and shows it once", async ({ page, server }) => {
  await openConsole(page, server, addresses.addSipClient)
  await field(page, "Call number").fill("168")
  await field(page, "Name").fill("SIP-168")
  await page.getByRole("button", { name: "Generate" }).click()
  await expect(page.getByText("It is shown only now")).toBeVisible()
  const generated = (await page.locator("code").textContent()) ?? ""
  expect(generated).toMatch(/^[^0Oo1lI]{14}$/)
  await apply(page)

  await expect(page.getByRole("heading", { name: "Station - 1", level: 1 })).toBeVisible()
  await expect(page.getByText(generated)).toHaveCount(0)
})

test("a call number that is taken is said at its field", async ({ page, server }) => {
  await addStation(server, "168", "Reception")
  await openConsole(page, server, addresses.addSipClient)
  await fillStation(page, { callNumber: "168", name: "Second" })
  await apply(page)
  await expect(page.getByText("Station 1 (Reception) already has this call number.")).toBeVisible()
  await expect(field(page, "Call number")).toBeFocused()
})

test("internet registration without authentication is refused at its field", async ({ page, server }) => {
  await addStation(server, "168", "Reception")
  await openConsole(page, server, addresses.sipClient(1))
  await page.getByRole("checkbox", { name: "Authentication active" }).uncheck()
  await page.getByRole("checkbox", { name: "Internet Registration with internal SBC" }).check()
  await apply(page)
  await expect(page.getByText("needs authentication. Activate it")).toBeVisible()
})

test("sorts and filters on the server, and both can be bookmarked", async ({ page, server }) => {
  for (const [callNumber, name] of [
    ["101", "Reception"],
    ["300", "Anna"],
    ["200", "Workshop"],
  ] as const)
    await addStation(server, callNumber, name)
  await openConsole(page, server, addresses.sipClients)
  await page.getByRole("button", { name: "Name", exact: true }).click()
  await expect(page).toHaveURL(/sort=name/)
  await expect(page.getByRole("row").nth(1)).toContainText("Anna")

  await page.getByRole("searchbox", { name: /Number or name/ }).fill("work")
  await expect(page.getByText("1 station")).toBeVisible()
  await page.reload()
  await expectRow(page, { "Call number": "200", Name: "Workshop" })
})

test("a phone that registers appears at once: in the list, on its page and on Home", async ({ page, server }) => {
  await addStation(server, "168", "Reception")
  const phone = await sipPhone({
    server: { host: server.sipAddress, port: 5060 },
    address: server.sipAddress,
    callNumber: "168",
    userId: "SIP-168",
    password: strongPassword,
  })
  await openConsole(page, server, addresses.sipClients)
  await expectRow(page, { "Call number": "168", Registration: "Not registered" })

  expect(await phone.register(300)).toBe(200)
  await expectRow(page, {
    "Call number": "168",
    Registration: "Registered",
    "Network and source": `${server.sipAddress}:${phone.port}`,
  })
  await expect(page.getByRole("cell", { name: /^[45]:\d\d$/ })).toBeVisible()

  await page.getByRole("link", { name: "Edit 168 Reception" }).click()
  await expect(page.getByRole("cell", { name: /Console test phone|Office/ }).first()).toBeVisible()
  await page.getByRole("link", { name: "Home", exact: true }).click()
  await expectRow(page, { Station: "168 Reception", Registration: "Registered" })

  expect(await phone.register(0)).toBe(200)
  await expect(page.getByRole("heading", { name: "No phone is registered" })).toBeVisible()
  phone.close()
})

test("deleting says what ends with it, and asks", async ({ page, server }) => {
  await addStation(server, "168", "Reception")
  await openConsole(page, server, addresses.sipClient(1))
  await page.getByRole("button", { name: "Delete" }).click()
  const question = page.getByRole("dialog", { name: "Delete 168 Reception?" })
  await expect(question).toContainText("No phone is registered with it.")
  await question.getByRole("button", { name: "Delete" }).click()
  await expect(page.getByRole("heading", { name: "No station yet" })).toBeVisible()
})

test("several stations are changed at once", async ({ page, server }) => {
  await addStation(server, "101", "Reception")
  await addStation(server, "102", "Workshop")
  await openConsole(page, server, addresses.sipClients)
  await page.getByRole("checkbox", { name: "Select all on this page" }).check()
  await page.getByRole("button", { name: "Allow internet registration" }).click()
  await expectRow(page, { "Call number": "101", Internet: "Allowed" })
  await expectRow(page, { "Call number": "102", Internet: "Allowed" })
})

test("the tree shows fifty stations, the open one among them, and how many more there are", async ({
  page,
  server,
}) => {
  for (let number = 0; number < 55; number++) await addStation(server, String(2000 + number), `SIP-${2000 + number}`)
  await openConsole(page, server, addresses.sipClient(55))
  await expect(page.getByRole("treeitem", { name: "55 2054 SIP-2054" })).toHaveAttribute("aria-current", "page")
  await expect(page.getByRole("treeitem", { name: /SIP-2\d\d\d/ })).toHaveCount(50)
  await page.getByRole("treeitem", { name: "5 more…" }).click()
  await expect(page.getByText("55 stations")).toBeVisible()
})
