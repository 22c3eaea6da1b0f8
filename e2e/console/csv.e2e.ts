import { readFile } from "node:fs/promises"
import { addresses, addStation, expect, openConsole, test } from "../support/console.ts"

const chosen = (text: string) => ({ name: "stations.csv", mimeType: "text/csv", buffer: Buffer.from(text) })

test("stations as a file: bad lines are named and nothing changes; mended, all of it is imported", async ({
  page,
  server,
}) => {
  await addStation(server, "168", "Reception")
  await openConsole(page, server, addresses.importExportSipClients)
  const outcome = page.getByRole("region", { name: "What the file would do" })
  const look = async (text: string) => {
    await page.getByLabel("File", { exact: true }).setInputFiles(chosen(text))
    await page.getByRole("button", { name: "Look at the file" }).click()
  }

  await look("Call number,Name,Internet Registration\n168,Front desk,yes\n16a,Workshop,no\n170,Lab,perhaps\n")
  await expect(outcome).toContainText("0 new, 1 changed, 0 the same, 2 lines to mend")
  const rows = outcome.getByRole("row")
  await expect(rows.nth(1)).toContainText(/3\s*Call number\s*A call number consists of digits only\./)
  await expect(rows.nth(2)).toContainText("4")
  await expect(rows).toHaveCount(3)
  await expect(page.getByRole("button", { name: /^Import / })).toHaveCount(0)

  await look("Call number;Name;Internet Registration\r\n168;Front desk;yes\r\n169;Workshop;no\r\n")
  await expect(outcome).toContainText("1 new, 1 changed, 0 the same, 0 lines to mend")
  await expect(outcome).toContainText("Name: Reception → Front desk")
  await page.getByRole("button", { name: "Import 2 stations" }).click()
  const passwords = page.getByRole("region", { name: "New passwords" })
  await expect(passwords).toContainText("169 Workshop")
  await expect(outcome).toHaveCount(0)

  const downloading = page.waitForEvent("download")
  await page.getByRole("button", { name: "Export all stations" }).click()
  const text = await readFile(await (await downloading).path(), "utf8")
  expect(text).toContain("Front desk")
  const password = (await passwords.locator("code").textContent()) ?? ""
  expect(password).not.toBe("")
  expect(text).not.toContain(password)

  await page.goto(`${server.url}${addresses.sipClients}`)
  await expect(page.getByRole("table")).toContainText("Front desk")
  await expect(page.getByRole("table")).toContainText("Workshop")
})
