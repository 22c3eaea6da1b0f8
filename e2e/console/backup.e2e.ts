import { readFile } from "node:fs/promises"
import AxeBuilder from "@axe-core/playwright"
import {
  addresses,
  addStation,
  apply,
  expect,
  field,
  openConsole,
  outcome,
  type Page,
  signIn,
  test,
} from "../support/console.ts"

const passPhrase = "Lantern of the office"

async function look(page: Page, buffer: Buffer, typed = passPhrase) {
  const file = { name: "office.homeport", mimeType: "application/octet-stream", buffer }
  await page.getByLabel("File", { exact: true }).setInputFiles(file)
  await field(page, "Pass-phrase of the backup").fill(typed)
  await page.getByRole("button", { name: "Look at the backup" }).click()
}

test("backed up, changed, restored: things are as they were, and what was there between is kept", async ({
  page,
  server,
}) => {
  await addStation(server, "168", "Reception")
  await openConsole(page, server, addresses.backUpNow)
  await field(page, "Pass-phrase").fill(passPhrase)
  await field(page, "Confirm pass-phrase").fill(passPhrase)
  const downloading = page.waitForEvent("download")
  await page.getByRole("button", { name: "Download backup" }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^homeport-\d{8}T\d{9}Z\.homeport$/)
  const file = await readFile(await download.path())
  expect(file.includes("Reception")).toBe(false)

  await addStation(server, "169", "Workshop")
  const stun = (await server.api("GET", "/api/settings/stun")) as object
  await server.api("PUT", "/api/settings/stun", { ...stun, port: 3479 })

  await page.getByRole("treeitem", { name: "Restore" }).click()
  for (const [sent, typed, sentence] of [
    [Buffer.from("PK a picture"), passPhrase, "This file is no backup of Homeport."],
    [file.subarray(0, -1), passPhrase, "This backup is incomplete: its end is missing."],
    [
      file.map((octet, at) => (at === file.length - 40 ? octet ^ 1 : octet)),
      passPhrase,
      "or the file has been altered",
    ],
    [file, "Lantern of the harbour", "The pass-phrase is wrong, or"],
  ] as const) {
    await look(page, Buffer.from(sent), typed)
    await expect(page.locator("form")).toContainText(sentence)
  }
  await look(page, file)
  const preview = page.getByRole("region", { name: "What the backup would bring" })
  await expect(preview.getByRole("row", { name: "Stations 2 1" })).toBeVisible()
  await expect(preview).toContainText("Other settings on: Edit STUN Configuration")
  await expect(preview).toContainText("Every login ends, yours as well")
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    expect(violations.map(({ id }) => `${colorScheme} ${id}`)).toEqual([])
  }
  await preview.getByRole("button", { name: "Restore this backup" }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Restore", exact: true }).click()

  await signIn(page)
  await expect(page.getByText("The backup is restored and running.")).toBeVisible()
  await page.getByRole("link", { name: "Backups on this machine" }).click()
  await expect(page.getByRole("row", { name: /Before a restore/ })).toBeVisible()
  await page.goto(`${server.url}${addresses.sipClients}`)
  await expect(page.getByRole("table")).toContainText("Reception")
  await expect(page.getByRole("table")).not.toContainText("Workshop")
})

test("a schedule needs a pass-phrase; a backup is made, downloaded and removed", async ({ page, server }) => {
  await openConsole(page, server, addresses.scheduledBackups)
  await page.getByLabel("Backups", { exact: true }).selectOption("Every week")
  await page.getByLabel("Day", { exact: true }).selectOption("Sunday")
  await apply(page)
  await expect(page.locator("[data-field=passPhrase]")).toContainText("needed")
  await field(page, "Pass-phrase").fill(passPhrase)
  await apply(page)
  await expect(outcome(page)).toContainText("Applied")

  const stored = page.getByRole("region", { name: "Backups on this machine" })
  await stored.getByRole("button", { name: "Back up now" }).click()
  await expect(stored.getByRole("row", { name: /Scheduled/ })).toHaveCount(1)
  const downloading = page.waitForEvent("download")
  await stored.getByRole("button", { name: /^Download the backup of/ }).click()
  expect((await downloading).suggestedFilename()).toMatch(/^scheduled-/)
  await stored.getByRole("button", { name: /^Remove the backup of/ }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click()
  await expect(stored).toContainText("No backup yet")
})
