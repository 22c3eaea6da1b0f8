import { expectNoViolations } from "../support/axe.ts"
import {
  addCertificates,
  addDevice,
  addresses,
  addStation,
  certificateAddresses,
  expect,
  openConsole,
  type Page,
  type Server,
  securityAddresses,
  test,
} from "../support/console.ts"

async function expectNoneOn(page: Page, server: Server, paths: readonly string[]) {
  for (const path of paths) {
    await page.goto(`${server.url}${path}`)
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("There is no page here")
    await expectNoViolations(page, path)
  }
}

// The pages of Security have a test of their own.
const { sipClient, stationDevices, timeline, ...pages } = addresses
const sipAtHomeSteps = ["system", "devices", "handOut", "registration"].map(
  (step) => `${addresses.sipAtHome}?step=${step}&stations=1`,
)
const others = [
  ...Object.values(pages),
  ...sipAtHomeSteps,
  sipClient(1),
  stationDevices(1),
  timeline(1),
  `${stationDevices(1)}?device=new`,
].filter((path) => !securityAddresses.includes(path))

// Each looks at dozens of pages, beside the lab.
const patience = 900_000

test("axe finds nothing on Home, Setup, Administrators and Data Backup", async ({ page, server }) => {
  test.setTimeout(patience)
  await page.goto(server.url)
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible()
  await expectNoViolations(page, "sign-in")
  await furnish(server)
  await openConsole(page, server)
  await expectNoneOn(
    page,
    server,
    others.filter((path) => !path.startsWith(addresses.expertMode)),
  )
  await page.goto(`${server.url}/nowhere`)
  await expect(page.getByRole("heading", { name: "There is no page here" })).toBeVisible()
  await expectNoViolations(page, "/nowhere")
})

test("axe finds nothing in Expert Mode but Security", async ({ page, server }) => {
  test.setTimeout(patience)
  await furnish(server)
  await openConsole(page, server)
  await expectNoneOn(
    page,
    server,
    others.filter((path) => path.startsWith(addresses.expertMode)),
  )
})

async function furnish(server: Server) {
  await addStation(server, "168", "Reception", { internetRegistration: true })
  await addDevice(server, 1, "yealink-sip-t41p", { mac: "00:15:65:aa:bb:cc" })
}

test("axe finds nothing on the pages of Security", async ({ page, server }) => {
  test.setTimeout(patience)
  const { authority, server: leaf } = await addCertificates(server)
  await server.api("PUT", "/api/spe/certificate", { certificateId: leaf })
  await openConsole(page, server)
  await expectNoneOn(page, server, [...securityAddresses, ...certificateAddresses(authority, leaf)])
})

test("axe finds nothing in what opens: errors, help, questions", async ({ page, server }) => {
  await openConsole(page, server, addresses.addSipClient)
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("A;B")
  await page.getByRole("button", { name: "Help" }).click()
  await page.getByRole("button", { name: "Apply" }).click()
  await expect(page.locator("[aria-invalid=true]").first()).toBeVisible()
  await expectNoViolations(page, "a form with errors and help")
  await page.getByRole("link", { name: "Home", exact: true }).click()
  await expect(page.getByRole("dialog")).toBeVisible()
  await expectNoViolations(page, "the question before leaving")
})

test("the first password page", async ({ page, freshServer }) => {
  await page.goto(freshServer.url)
  await expect(page.getByRole("heading", { name: "Set the first password" })).toBeVisible()
  await expectNoViolations(page, "first password")
})
