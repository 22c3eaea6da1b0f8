import AxeBuilder from "@axe-core/playwright"
import { totpCode } from "@homeport/testkit"
import {
  addCertificates,
  addDevice,
  addresses,
  addStation,
  apply,
  certificateAddresses,
  expect,
  field,
  openConsole,
  type Page,
  type Server,
  test,
} from "../support/console.ts"

const ada = { name: "ada", password: "Left-Horse-43" }

/** What only stands on the screen on the way: accessibility.e2e.ts looks at every page as it opens. */
async function expectAccessible(page: Page, where: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
    const axe = new AxeBuilder({ page }).setLegacyMode()
    // In the dark the page is the same but for its colours.
    const { violations } = await (colorScheme === "light" ? axe : axe.withRules(["color-contrast"])).analyze()
    expect(
      violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map(({ target }) => target.join(" "))}`),
      where,
    ).toEqual([])
  }
}

async function enterCredentials(page: Page, { name, password } = ada): Promise<void> {
  // Below the sign-in the page is still there, perhaps with a name of its own.
  await field(page, "Name").last().fill(name)
  await page.getByRole("textbox", { name: "Password" }).last().fill(password)
  await page.getByRole("button", { name: "Sign in" }).click()
}

/** What a script does: no browser, no cookie. */
const withToken = (server: Server, token: string, path: string, method = "GET") =>
  fetch(`${server.url}${path}`, { method, headers: { authorization: `Bearer ${token}` } })

test("an expert adds an administrator, who signs in with a second factor and makes a token", async ({
  page,
  browser,
  server,
}) => {
  await openConsole(page, server, addresses.addAdministrator)
  await field(page, "Name").fill(ada.name)
  await page.getByRole("radio", { name: "Enhanced" }).check()
  await field(page, "Password").fill("ada")
  await field(page, "Confirm password").fill("ad")
  await apply(page)
  await expect(page.getByText("The two passwords are not the same.")).toBeVisible()
  await expectAccessible(page, "add administrator, with errors")
  await field(page, "Password").fill(ada.password)
  await field(page, "Confirm password").fill(ada.password)
  await apply(page)
  await expect(page.getByRole("heading", { name: "Administrator - ada" })).toBeVisible()
  await expectAccessible(page, "an administrator")

  const context = await browser.newContext()
  const hers = await context.newPage()
  await hers.goto(server.url)
  await enterCredentials(hers)
  await hers.getByRole("link", { name: "Signed in as ada" }).click()
  await expect(hers.getByRole("heading", { name: "My Account", level: 1 })).toBeVisible()
  await hers.getByRole("link", { name: "Second Factor" }).click()
  await expect(hers.getByRole("region", { name: "Second factor" })).toBeVisible()
  await field(hers, "Present password").fill(ada.password)
  await hers.getByRole("button", { name: "Turn on", exact: true }).click()
  const secret = (await hers.getByText(/^[A-Z2-7]{32}$/).textContent()) ?? ""
  await expect(hers.getByRole("img", { name: "QR code for the authenticator app" })).toBeVisible()
  await expectAccessible(hers, "second factor, begun")
  const used = totpCode(secret, Date.now())
  await field(hers, "Code that the app shows").fill(used)
  await hers.getByRole("button", { name: "Confirm", exact: true }).click()
  const codes = hers.getByRole("region", { name: "Recovery codes" }).getByRole("listitem")
  await expect(codes).toHaveCount(10)
  const recoveryCode = (await codes.first().textContent()) ?? ""
  await expectAccessible(hers, "recovery codes")
  await hers.getByRole("button", { name: "I have kept them" }).click()
  await expect(codes).toHaveCount(0)

  await hers.getByRole("button", { name: "Logout" }).click()
  await enterCredentials(hers)
  const code = hers.getByRole("textbox", { name: "Code of the second factor" })
  await expect(code).toBeFocused()
  await expect(code).toHaveAttribute("autocomplete", "one-time-code")
  await expectAccessible(hers, "sign-in with a code")
  await code.fill(used)
  await hers.getByRole("button", { name: "Sign in" }).click()
  await expect(hers.getByRole("alert")).toHaveText("This code has been used already. Wait for the next one.")
  await code.fill("000000")
  await hers.getByRole("button", { name: "Sign in" }).click()
  await expect(hers.getByRole("alert")).toContainText("The code is wrong.")
  // The next step's code is accepted already, for clocks that are fast.
  await code.fill(totpCode(secret, Date.now() + 30_000))
  await hers.getByRole("button", { name: "Sign in" }).click()
  await expect(hers.getByRole("button", { name: "Logout" })).toBeVisible()

  await hers.goto(`${server.url}${addresses.administrators}`)
  await expect(hers.getByRole("heading", { name: "Your role does not allow this page" })).toBeVisible()
  await expectAccessible(hers, "a page beyond her role")
  await hers.goto(`${server.url}/administrators`)
  await expect(hers.getByRole("treeitem")).toHaveText(["My Account"])
  expect((await hers.request.get(`${server.url}/api/administrators`)).status()).toBe(403)

  await hers.goto(`${server.url}${addresses.apiTokens}`)
  await expect(hers.getByRole("radio", { name: "Expert" })).toHaveCount(0)
  await field(hers, "Name").fill("nightly export")
  await hers.getByRole("button", { name: "Make the token" }).click()
  const token = (await hers.getByText(/^homeport_/).textContent()) ?? ""
  await expectAccessible(hers, "API tokens")
  expect((await withToken(server, token, "/api/sip-clients")).status).toBe(200)
  expect((await withToken(server, token, "/api/sip-clients", "POST")).status).toBe(403)

  await page.goto(`${server.url}${addresses.administrators}`)
  await expect(page.getByRole("row", { name: /ada Enhanced On/ })).toBeVisible()
  await page.getByRole("link", { name: "Edit ada" }).click()
  await page.getByRole("button", { name: "Revoke nightly export" }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click()
  await expect(page.getByText("“nightly export” opens nothing any more.")).toBeVisible()
  const refused = await withToken(server, token, "/api/sip-clients")
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([401, "TokenNotValid"])

  await page.getByRole("button", { name: "End all logins" }).click()
  await expect(hers.getByRole("heading", { name: "Your login has ended" })).toBeVisible({ timeout: 30_000 })
  await enterCredentials(hers)
  await hers.getByRole("textbox", { name: "Code of the second factor" }).fill(recoveryCode.toLowerCase())
  await hers.getByRole("button", { name: "Sign in" }).click()
  await expect(hers.getByRole("heading", { name: "Your login has ended" })).toHaveCount(0)

  await page.goto(`${server.url}${addresses.signInHistory}`)
  for (const outcome of [
    "Signed in with a recovery code",
    "Password right, code already used",
    "Password right, wrong code",
  ])
    await expect(page.getByRole("row").filter({ hasText: outcome }).first()).toContainText("ada")
  await page.goto(`${server.url}${addresses.events}`)
  await expect(page.getByText("administrator added the administrator ada with the role enhanced.")).toBeVisible()
  expect(server.log()).not.toContain(token)
  await context.close()
})

test("the last expert cannot be removed, and says so", async ({ page, server }) => {
  await openConsole(page, server, `${addresses.administrators}/1`)
  await page.getByRole("button", { name: "Remove", exact: true }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click()
  await expect(page.getByText("This is the last account with the role Expert")).toBeVisible()
  await page.getByRole("radio", { name: "Basic" }).check()
  await apply(page)
  await page.getByRole("dialog").getByRole("button", { name: "Lower the role" }).click()
  await expect(page.locator("form").getByRole("status").first()).toContainText("This is the last account")
})

/** Buttons that change nothing; a CA's own name stands on the one that saves its file. */
const harmless =
  /^(Help|Print.*|Show .*|Clear the filter|Next page|Previous page|First page|Copy.*|Download.*|Export.*|Save .*|Harbour CA|Try)$/

/** Every address of the console, as tree and actions lead there. */
async function pagesOf(server: Server): Promise<readonly string[]> {
  await addStation(server, "168", "Reception", { internetRegistration: true })
  await addDevice(server, 1, "yealink-sip-t41p", { mac: "00:15:65:aa:bb:cc" })
  const { authority, server: leaf } = await addCertificates(server)
  await server.api("PUT", "/api/spe/certificate", { certificateId: leaf })
  const { sipClient, stationDevices, timeline, ...fixed } = addresses
  return [
    ...Object.values(fixed),
    sipClient(1),
    stationDevices(1),
    timeline(1),
    ...certificateAddresses(authority, leaf),
  ]
}

// Of the lesser roles the least: that the API refuses both, endpoint by endpoint, is tested beside its routes.
test("whoever is basic finds nothing to press that the API would refuse, on no page", async ({ browser, server }) => {
  test.setTimeout(900_000)
  const paths = await pagesOf(server)
  await server.api("POST", "/api/administrators", { ...ada, role: "basic" })
  const context = await browser.newContext()
  const page = await context.newPage()
  const refused: string[] = []
  page.on("response", (response) => {
    if (response.status() === 403) refused.push(`${response.request().method()} ${response.url()} on ${page.url()}`)
  })
  await page.goto(server.url)
  await enterCredentials(page)
  await expect(page.getByRole("button", { name: "Logout" })).toBeVisible()
  const found: string[] = []
  for (const path of paths) {
    await page.goto(`${server.url}${path}`)
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
    await expect(page.getByRole("status", { name: "Loading" })).toHaveCount(0)
    found.push(...(await pressable(page)).map((name) => `${path}: ${name}`))
  }
  expect({ refused, found }).toEqual({ refused: [], found: [] })
  await context.close()
})

/** What can be pressed or filled in on the page, by name: but for what changes nothing. */
async function pressable(page: Page): Promise<readonly string[]> {
  const names = await page.locator("#page").evaluate((shown) => {
    const enabled = [...shown.querySelectorAll<HTMLElement>("button, input, select, textarea")].filter(
      // The heads of tables sort.
      (control) => !control.matches(":disabled") && control.checkVisibility() && !control.closest("th"),
    )
    return enabled
      .filter((control) => control.matches("button") || control.closest("form"))
      .map((control) => control.ariaLabel ?? (control.textContent || control.outerHTML))
  })
  // One's own account is everybody's to change; a trial changes nothing.
  const open = [addresses.ownAccount, addresses.tryRegistration].some((path) => page.url().includes(path))
  return names.map((name) => name.trim()).filter((name) => !open && !harmless.test(name))
}
