import { systemFlagsDefaults } from "@homeport/contract"
import { openssl, opensslMissing } from "../support/company-ca.ts"
import {
  addCertificates,
  addStation,
  certificateFile,
  expect,
  field,
  openConsole,
  strongPassword,
  test,
} from "../support/console.ts"
import { sipPhone } from "../support/sip-phone.ts"
import { back, button, details, handshake, nameSystem, next, saved, screen, wizard } from "../support/tls-wizard.ts"

test("from an empty system to a phone that registers encrypted", async ({ page, server }, info) => {
  test.slow()
  await nameSystem(server, "office.example.net")
  await addStation(server, "168", "Reception")
  await openConsole(page, server)
  await page.getByRole("link", { name: "Setup", exact: true }).click()
  await page.getByRole("treeitem", { name: "Certificates for TLS" }).click()

  await expect(screen(page, "Where should the certificate come from?")).toBeVisible()
  await expect(page.getByRole("radio", { name: "Make a CA" })).toBeChecked()
  await next(page)
  await expect(screen(page, "Generate a CA certificate")).toBeFocused()
  await expect(field(page, "Common Name (CN)")).toHaveValue("SPE CA")
  await page.keyboard.press("Tab")
  await page.keyboard.press("Enter")

  await expect(screen(page, "Export the CA certificate")).toBeFocused()
  const authorityFile = await saved(page, "Download the CA certificate", info.outputPath("ca.crt"))
  expect(authorityFile.name).toBe("SPE CA.crt")
  await expect(page.getByText("SPE CA.crt was downloaded.")).toBeVisible()
  await next(page)

  await expect(screen(page, "Generate the server certificate")).toBeVisible()
  await expect(field(page, "Common Name (CN)")).toHaveValue("office.example.net")
  await expect(field(page, "Subject Alternative Name")).toHaveValue("office.example.net")
  await button(page, "Generate the server certificate").click()
  await expect(screen(page, "The server certificate is there")).toBeVisible()
  await field(page, "Pass-phrase").fill("Seven lights")
  await field(page, "Confirm pass-phrase").fill("Seven lights")
  const bundle = await saved(page, "Save as PKCS#12", info.outputPath("server.p12"))
  expect(bundle.name).toBe("BasedOnSPE CA.p12")
  await next(page)

  await expect(screen(page, "Install for SPE")).toBeVisible()
  await expect(page.getByRole("region", { name: "SPE CA certificate" })).toContainText("SPE CA")
  await button(page, "Install").click()
  await expect(screen(page, "Switch on SPE support")).toBeVisible()
  await expect(page.getByRole("region", { name: "SIP over TLS now" })).toContainText("SPE support is off")
  await button(page, "Switch on SPE support").click()
  await expect(screen(page, "SPE support is on")).toBeVisible()
  const now = page.getByRole("region", { name: "SIP over TLS now" })
  await expect(now).toContainText("Open on 5071 (internet) and 5062 (office)")

  const phones = page.getByRole("region", { name: "On the phones" })
  for (const words of ["office.example.net", "5071", "TLS 1.2 or 1.3", "T19P cannot do TLS 1.2", "as in the station"])
    await expect(phones).toContainText(words)
  await expect(page.getByRole("region", { name: "At the office router" })).toContainText(
    `Forward TCP port 5071 to port 5071 at ${server.sipAddress}.`,
  )
  const again = await saved(page, "SPE CA", info.outputPath("again.crt"))
  expect(again.content).toBe(authorityFile.content)

  await expectOpenedByOpenssl(authorityFile.path, bundle.path, "Seven lights")
  const phone = await sipPhone({
    server: { host: server.sipAddress, port: 5062 },
    address: "127.0.0.1",
    callNumber: "168",
    userId: "SIP-168",
    password: strongPassword,
    tls: { ca: authorityFile.content, name: "office.example.net" },
  })
  expect(await phone.register(300)).toBe(200)
  phone.close()
  expect(await handshake(server, 5071, authorityFile.content, "office.example.net")).toBe("TLSv1.3")
  await page.getByRole("link", { name: "Finish" }).click()
  await expect(page.getByRole("link", { name: /^SIP over TLS Open/ })).toBeVisible()
})

test("Back keeps what was typed, and leaving asks", async ({ page, server }) => {
  test.slow()
  await nameSystem(server, "office.example.net")
  await openConsole(page, server, wizard)
  await next(page)
  await field(page, "Common Name (CN)").fill("Harbour CA")
  await details(page)
  await field(page, "Organization (O)").fill("Harbour")
  await back(page)
  await expect(screen(page, "Where should the certificate come from?")).toBeVisible()
  await page.getByRole("treeitem", { name: "Security" }).click()
  const question = page.getByRole("dialog", { name: "Leave without applying?" })
  await expect(question).toContainText("2 changes")
  await question.getByRole("button", { name: "Stay here" }).click()
  await next(page)
  await expect(field(page, "Common Name (CN)")).toHaveValue("Harbour CA")
  await expect(field(page, "Organization (O)")).toHaveValue("Harbour")
  await button(page, "Generate the CA").click()
  await next(page)
  await expect(field(page, "Subject Alternative Name")).toHaveValue("office.example.net")
  await field(page, "Common Name (CN)").fill("typed.example.net")
  await page.goBack()
  await expect(screen(page, "Export the CA certificate")).toBeVisible()
  await page.goForward()
  await expect(field(page, "Common Name (CN)")).toHaveValue("typed.example.net")

  await page.getByRole("link", { name: "Cancel" }).click()
  await question.getByRole("button", { name: "Leave and lose them" }).click()
  await expect(page.getByRole("heading", { name: "Setup", level: 1 })).toBeVisible()
})

test("whoever leaves and comes back goes on where they were", async ({ page, server }) => {
  test.slow()
  await nameSystem(server, "office.example.net")
  await openConsole(page, server, `${wizard}?step=ca`)
  await field(page, "Common Name (CN)").fill("Harbour CA")
  await button(page, "Generate the CA").click()
  await expect(screen(page, "Export the CA certificate")).toBeVisible()

  await page.goto(`${server.url}${wizard}`)
  await expect(page.getByRole("radio", { name: "Use the CA “SPE CA”" })).toBeChecked()
  await next(page)
  await expect(page.getByRole("region", { name: "SPE CA" })).toContainText("Harbour CA")
  await next(page)
  await button(page, "Generate the server certificate").click()
  await next(page)
  await button(page, "Install").click()
  await expect(screen(page, "Switch on SPE support")).toBeVisible()
  await page.reload()
  await expect(screen(page, "Switch on SPE support")).toBeVisible()
  await expect(page.getByRole("list", { name: "Steps" }).getByText("(done)")).toHaveCount(4)

  // Another name: the wizard does not take the old certificate for good enough.
  await nameSystem(server, "moved.example.net")
  await page.goto(`${server.url}${wizard}`)
  await next(page)
  await next(page)
  await expect(screen(page, "Generate the server certificate")).toBeVisible()
  await expect(field(page, "Subject Alternative Name")).toHaveValue("moved.example.net")
})

test("stations that would lose trust are named before a certificate of another CA is installed", async ({
  page,
  server,
}) => {
  await openConsole(page, server)
  const first = await addCertificates(server, { authority: "Old CA", server: "office.example.net" })
  await server.api("PUT", "/api/spe/certificate", { certificateId: first.server })
  await server.api("PUT", "/api/settings/system-flags", { ...systemFlagsDefaults, speSupport: true })
  await addStation(server, "168", "Reception")
  const phone = await sipPhone({
    server: { host: server.sipAddress, port: 5062 },
    address: "127.0.0.1",
    callNumber: "168",
    userId: "SIP-168",
    password: strongPassword,
    tls: { ca: (await certificateFile(page, server, first.authority)).toString(), name: "office.example.net" },
  })
  expect(await phone.register(300)).toBe(200)
  const second = await addCertificates(server, { authority: "New CA", server: "new.example.net" })

  await page.goto(`${server.url}${wizard}?step=install&ca=${second.authority}&certificate=${second.server}`)
  await expect(page.getByRole("region", { name: "1 station loses trust" })).toContainText("168 Reception")
  await button(page, "Install").click()
  await expect(page.getByText("Give these phones the new CA certificate first")).toBeVisible()
  await expect(page.getByRole("checkbox", { name: "Install all the same" })).toBeFocused()
  expect(await server.api("GET", "/api/spe")).toMatchObject({ certificate: { id: first.server } })
  await page.getByRole("checkbox", { name: "Install all the same" }).check()
  await button(page, "Install").click()
  await expect(screen(page, "SPE support is on")).toBeVisible()
  expect(await server.api("GET", "/api/spe")).toMatchObject({ certificate: { id: second.server } })
  phone.close()
})

/** By somebody else than us: the files are what their names say, and belong together. */
async function expectOpenedByOpenssl(authority: string, bundle: string, passPhrase: string): Promise<void> {
  if (opensslMissing) return
  expect(openssl("x509", "-in", authority, "-noout", "-subject")).toContain("CN = SPE CA")
  const leaf = openssl("pkcs12", "-in", bundle, "-passin", `pass:${passPhrase}`, "-clcerts", "-nokeys", "-nodes")
  expect(leaf).toContain("BEGIN CERTIFICATE")
  expect(openssl("pkcs12", "-in", bundle, "-passin", `pass:${passPhrase}`, "-nocerts", "-nodes")).toContain("KEY-----")
}
