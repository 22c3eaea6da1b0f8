import { readFile } from "node:fs/promises"
import { expectNoViolations } from "../support/axe.ts"
import { addresses, addStation, expect, openConsole, test } from "../support/console.ts"

const chosen = (text: string) => ({ name: "stations.csv", mimeType: "text/csv", buffer: Buffer.from(text) })

test("stations as a file and as pasted rows: bad lines are named, good ones imported, new passwords taken along", async ({
  page,
  server,
}) => {
  // A whole way, with axe on it twice.
  test.setTimeout(240_000)
  await addStation(server, "168", "Reception")
  await openConsole(page, server, addresses.importExportSipClients)
  const outcome = page.getByRole("region", { name: "What the import would do" })
  const look = async (text: string) => {
    await page.getByLabel("File", { exact: true }).setInputFiles(chosen(text))
    await page.getByRole("button", { name: "Preview" }).click()
  }

  await look("\r\n \r\n")
  await expect(outcome.getByRole("alert")).toHaveText("The file is empty.")
  await expect(outcome).not.toContainText("0")

  await look("Call number,Name,Internet Registration\n168,Front desk,yes\n16a,Workshop,no\n170,Lab,perhaps\n")
  await expect(outcome).toContainText("1 changed, 2 lines to mend")
  const bad = outcome.getByRole("row")
  await expect(bad.nth(1)).toContainText(/3\s*Call number\s*A call number consists of digits only\./)
  await expect(bad.nth(2)).toContainText("4")
  await expect(bad).toHaveCount(3)
  await expect(page.getByRole("button", { name: /^Import / })).toHaveCount(0)
  await page.setViewportSize({ width: 390, height: 800 })
  await expect(bad.nth(1).getByText("Call number", { exact: true })).toBeVisible()
  await page.setViewportSize({ width: 1280, height: 800 })

  await look("sep=;\r\nCall number;Name;Internet Registration\r\n168;Front desk;yes\r\n169;Workshop;no\r\n")
  await expect(outcome).toContainText("1 new, 1 changed")
  await expect(outcome).toContainText("Name: Reception → Front desk")
  await expectNoViolations(page, "the preview of a good file")

  // What was looked at is no longer what would happen.
  await addStation(server, "200", "Gate")
  await page.getByRole("button", { name: "Import 2 stations" }).click()
  await expect(outcome).toContainText("Stations were changed meanwhile, so nothing was imported.")
  await page.getByRole("button", { name: "Import 2 stations" }).click()
  const imported = page.getByRole("region", { name: "Imported" })
  await expect(imported).toContainText("1 new, 1 changed")
  const passwords = page.getByRole("region", { name: "New passwords" })
  await expect(passwords).toContainText("169 Workshop")
  await expect(outcome).toHaveCount(0)
  await expectNoViolations(page, "the new passwords of an import")

  const downloading = page.waitForEvent("download")
  await page.getByRole("button", { name: "Export all stations" }).click()
  const text = await readFile(await (await downloading).path(), "utf8")
  expect(text).toContain("Front desk")
  const password = (await passwords.locator("code").textContent()) ?? ""
  expect(password).not.toBe("")
  expect(text).not.toContain(password)

  await imported.getByRole("link", { name: "All stations" }).click()
  const question = page.getByRole("dialog", { name: "Leave without the new passwords?" })
  await expect(question).toContainText("One new password has been neither copied nor downloaded.")
  await question.getByRole("button", { name: "Stay here" }).click()
  const saving = page.waitForEvent("download")
  await passwords.getByRole("button", { name: "Download as CSV" }).click()
  expect(await readFile(await (await saving).path(), "utf8")).toBe(
    `\uFEFFCall number,Name,SIP User ID / Username,Password\r\n169,Workshop,SIP-169,${password}\r\n`,
  )
  const rows = page.getByRole("textbox", { name: "Rows" })
  await page.getByLabel("Rows of a spreadsheet").check()
  await page.getByRole("button", { name: "Preview" }).click()
  await expect(rows).toHaveAccessibleDescription(/This is needed\./)
  await rows.fill("Call number\tName\tDevice\n170\tLab\tYealink SIP-T41P\n")
  await page.getByRole("button", { name: "Preview" }).click()
  await expect(outcome).toContainText("1 new, 1 device")
  await expect(outcome).toContainText(/New: Device: Yealink.*; gets a new password/)
  await page.getByRole("button", { name: "Import 1 station" }).click()
  await expect(passwords).toContainText("170 Lab")
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"])
  await passwords.getByRole("button", { name: "Copy all" }).click()
  await expect(passwords.getByRole("button", { name: "Copied" })).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.split(/\r?\n/).map((line) => line.split("\t")[0])).toEqual(["Call number", "169", "170", ""])
  expect(copied).toContain(`169\tWorkshop\tSIP-169\t${password}`)

  await imported.getByRole("link", { name: "Give stations their devices" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Phone Parameter Deployment")
  await page.goto(`${server.url}${addresses.sipClients}`)
  await expect(page.getByRole("table")).toContainText("Front desk")
  await expect(page.getByRole("table")).toContainText("Workshop")
})
