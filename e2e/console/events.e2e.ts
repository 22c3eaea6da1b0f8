/** Maintenance: the log filtered by its address, who changed what, and a mail that arrives. */
import AxeBuilder from "@axe-core/playwright"
import { stunDefaults } from "@homeport/contract"
import { addresses, addStation, apply, expect, field, openConsole, outcome, test } from "../support/console.ts"
import { startMailbox } from "../support/mailbox.ts"

test("events are filtered by the address and downloaded; the Admin Log says who changed what; a test mail arrives", async ({
  page,
  server,
}) => {
  test.setTimeout(300_000)
  const mailPassword = "Mail-Lantern-42"
  const mailbox = await startMailbox({ user: "pbx", password: mailPassword })
  await addStation(server, "200", "Ada", { internetRegistration: true })
  const stationPassword = "Another-Harbour-7"
  await server.api("PATCH", "/api/sip-clients/1", { password: stationPassword })
  await server.api("PUT", "/api/settings/stun", { ...stunDefaults, mode: "always", server: "stun.example.net" })
  await server.api("PUT", "/api/settings/stun", { ...stunDefaults, mode: "always", server: "127.0.0.1" })

  await openConsole(page, server, `${addresses.events}?area=settings&station=200`)
  const events = page.getByRole("table")
  await expect(events.getByText("administrator added station 1: 200 Ada.")).toBeVisible()
  await expect(events.getByText("changed the settings")).toHaveCount(0)
  await page.getByRole("searchbox", { name: "Station" }).fill("")
  await expect(events.getByText("administrator changed the settings: Edit STUN Configuration.").first()).toBeVisible()
  await page.getByRole("combobox", { name: "Area" }).selectOption("Way to the internet")
  await expect(page).toHaveURL(/area=internet/)
  const lost = events.getByRole("row").filter({ hasText: "could not be resolved" })
  await expect(lost).toContainText("Check the name in Edit STUN Configuration")
  const downloading = page.waitForEvent("download")
  await page.getByRole("button", { name: "Download CSV" }).click()
  const file = await (await downloading).createReadStream()
  const csv = (await file.toArray()).join("")
  expect(csv).toContain("What to do")
  expect(csv).toContain("could not be resolved")
  expect(csv).not.toContain("added station")
  await lost.getByRole("link", { name: "Edit STUN Configuration" }).first().click()
  await expect(field(page, "Default STUN server")).toHaveValue("127.0.0.1")

  await page.goto(`${server.url}${addresses.adminLog}`)
  const entries = page.getByRole("table").getByRole("row")
  const change = entries.filter({ hasText: "Default STUN server" }).first()
  await expect(change).toContainText("administrator")
  await expect(change).toContainText("from 127.0.0.1")
  await expect(change).toContainText(/Default STUN server.*stun\.example\.net.*127\.0\.0\.1/)
  const password = entries.filter({ hasText: "Station 200 Ada" }).filter({ hasText: "changed" })
  await expect(password.getByRole("img", { name: "secret, not shown" })).toHaveCount(2)
  await expect(password).toContainText("••••••••")

  await page.goto(`${server.url}${addresses.notifications}`)
  await page.getByRole("checkbox", { name: "Send events by e-mail" }).check()
  await page.getByRole("radio", { name: "None" }).check()
  await expect(field(page, "Port")).toHaveValue("25")
  await field(page, "Mail server").fill("169.254.169.254")
  await field(page, "Port").fill(String(mailbox.port))
  await field(page, "User name").fill("pbx")
  await field(page, "Password").fill("Wrong-Lantern-42")
  await field(page, "Sender").fill("homeport@example.net")
  await field(page, "Recipients").fill("ada@example.net")
  await apply(page)
  await expect(page.getByText("Link-local addresses are not used here.")).toBeVisible()
  await field(page, "Mail server").fill("127.0.0.1")
  await apply(page)
  await expect(outcome(page)).toContainText("Applied at")
  const card = page.getByRole("region", { name: "E-mail: How it goes" })
  await card.getByRole("button", { name: "Send a test" }).click()
  await expect(card.getByText("the server refuses user name or password")).toBeVisible()
  await expect(card.getByText("535 5.7.8 Authentication failed")).toBeVisible()
  await field(page, "Password").fill(mailPassword)
  await expect(card.getByText("Apply first: the test uses what is stored.")).toBeVisible()
  await apply(page)
  await expect(field(page, "Password")).toHaveValue("")
  await card.getByRole("button", { name: "Send a test" }).click()
  await expect(card.getByText("The server took the last message.")).toBeVisible()
  await expect(card.getByText("250 2.0.0 Queued as 42")).toBeVisible()
  expect(mailbox.mails).toHaveLength(1)
  expect(mailbox.mails[0]).toContain("To: ada@example.net")
  expect(mailbox.mails[0]).toContain("This is a test.")
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([])

  const answers = [await server.api("GET", "/api/admin-log"), await server.api("GET", "/api/settings/notifications")]
  const seen = [JSON.stringify(answers), await page.content(), server.log(), csv, ...mailbox.mails].join("\n")
  expect(seen).toContain("mailPassword")
  for (const secret of [mailPassword, "Wrong-Lantern-42", stationPassword]) expect(seen).not.toContain(secret)
  await mailbox.end()
})
