import AxeBuilder from "@axe-core/playwright"
import {
  addCertificates,
  addresses,
  addStation,
  certificateAddresses,
  expect,
  openConsole,
  type Page,
  securityAddresses,
  test,
} from "../support/console.ts"

async function expectNoViolations(page: Page, where: string) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)
  expect(found, where).toEqual([])
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any page (${colorScheme})`, async ({ page, server }) => {
    test.slow()
    await page.emulateMedia({ colorScheme })
    await page.goto(server.url)
    await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible()
    await expectNoViolations(page, "sign-in")
    await addStation(server, "168", "Reception", { internetRegistration: true })
    await openConsole(page, server)
    const { sipClient, ...pages } = addresses
    // The pages of Security have a test of their own.
    const others = Object.values(pages).filter((path) => !securityAddresses.includes(path))
    for (const path of [...others, sipClient(1), "/nowhere"]) {
      await page.goto(`${server.url}${path}`)
      await expect(page.getByRole("heading", { level: 1 })).toBeAttached()
      await expectNoViolations(page, path)
    }
  })

  test(`axe finds nothing in what opens: errors, help, questions (${colorScheme})`, async ({ page, server }) => {
    await page.emulateMedia({ colorScheme })
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
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the pages of Security (${colorScheme})`, async ({ page, server }) => {
    test.setTimeout(200_000)
    await page.emulateMedia({ colorScheme })
    const { authority, server: leaf } = await addCertificates(server)
    await server.api("PUT", "/api/spe/certificate", { certificateId: leaf })
    await openConsole(page, server)
    for (const path of [...securityAddresses, ...certificateAddresses(authority, leaf)]) {
      await page.goto(`${server.url}${path}`)
      await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("There is no page here")
      await expectNoViolations(page, path)
    }
  })
}

test("the first password page, in both schemes", async ({ page, freshServer }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme })
    await page.goto(freshServer.url)
    await expect(page.getByRole("heading", { name: "Set the first password" })).toBeVisible()
    await expectNoViolations(page, colorScheme)
  }
})
