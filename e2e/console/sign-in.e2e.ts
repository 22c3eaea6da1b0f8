import { addresses, expect, openConsole, signIn, test } from "../support/console.ts"
import { administrator } from "../support/server.ts"

test("signs in, and out again", async ({ page, server }) => {
  await openConsole(page, server)
  await expect(page.getByText("Signed in as administrator")).toBeAttached()
  await expect(page).toHaveURL(/\/home$/)

  await page.getByRole("button", { name: "Logout" }).click()
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible()
  await page.goto(`${server.url}${addresses.sipClients}`)
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible()
  await expect(page.getByRole("table")).toHaveCount(0)
})

test("a wrong password is said, and does not say which of the two is wrong", async ({ page, server }) => {
  await page.goto(server.url)
  await signIn(page, "wrong-Horse-42")
  await expect(page.getByRole("alert")).toHaveText("Name or password is wrong.")
})

test("the page that was asked for opens after signing in", async ({ page, server }) => {
  await openConsole(page, server, addresses.portManagement)
  await expect(page.getByRole("heading", { name: "Port Management", level: 1 })).toBeVisible()
})

test("the first password is set with the one-time code", async ({ page, freshServer }) => {
  await page.goto(freshServer.url)
  await expect(page.getByRole("heading", { name: "Set the first password" })).toBeVisible()
  const submit = page.getByRole("button", { name: "Set the password and sign in" })
  const fill = async (code: string, password: string, again: string) => {
    await page.getByRole("textbox", { name: "One-time code" }).fill(code)
    await page.getByRole("textbox", { name: "New password" }).fill(password)
    await page.getByRole("textbox", { name: "Repeat the password" }).fill(again)
    await submit.click()
  }

  await fill("000000", "First-Horse-42", "First-Horse-43")
  await expect(page.getByText("The two passwords differ.")).toBeVisible()
  await fill("000000", "First-Horse-42", "First-Horse-42")
  await expect(page.getByRole("alert")).toContainText("This is not the one-time code.")
  await fill(freshServer.firstCode(), "First-Horse-42", "First-Horse-42")
  await expect(page.getByRole("button", { name: "Logout" })).toBeVisible()
})

test("reset-password ends the logins of the account, and its password signs in", async ({ page, server }) => {
  await openConsole(page, server, addresses.dynDns)
  const written = await server.commandLine(["reset-password", administrator.name, "--stdin"], "Other-Horse-77\n")
  expect(written).toContain(administrator.name)

  await page.reload()
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible()
  await signIn(page)
  await expect(page.getByRole("alert")).toHaveText("Name or password is wrong.")
  await signIn(page, "Other-Horse-77")
  await expect(page.getByRole("heading", { name: "DynDNS", level: 1 })).toBeVisible()
})

test("a login that ends opens sign-in over the page, and what was typed is still there", async ({ page, server }) => {
  await openConsole(page, server, addresses.dynDns)
  const hostName = page.getByRole("textbox", { name: "Host name" })
  await hostName.fill("office.example.net")
  await server.commandLine(["reset-password", administrator.name, "--stdin"], `${administrator.password}\n`)
  await page.keyboard.press("Control+s")

  await expect(page.getByRole("heading", { name: "Your login has ended" })).toBeVisible()
  await signIn(page)
  await expect(page.getByRole("heading", { name: "Your login has ended" })).toHaveCount(0)
  await expect(hostName).toHaveValue("office.example.net")
  await page.keyboard.press("Control+s")
  await expect(page.getByRole("status").filter({ hasText: "Applied at" })).toBeVisible()
})
