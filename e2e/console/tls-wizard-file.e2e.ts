import { readFileSync } from "node:fs"
import { type CompanyCa, companyCa, companyName, companyPassPhrase, opensslMissing } from "../support/company-ca.ts"
import { expect, field, openConsole, type Page, type Server, test } from "../support/console.ts"
import { button, choose, handshake, nameSystem, next, screen, wizard } from "../support/tls-wizard.ts"

test.describe("I have a certificate", () => {
  test.skip(opensslMissing, "missing: openssl")
  let company: CompanyCa
  test.beforeAll(() => {
    company = companyCa()
  })
  test.afterAll(() => company.remove())

  async function open(page: Page, server: Server) {
    await nameSystem(server, companyName)
    await openConsole(page, server, wizard)
    await page.getByRole("radio", { name: "I have a certificate" }).check()
    await next(page)
    await expect(screen(page, "Your certificate").first()).toBeVisible()
  }

  test("with its CA in the file: shown, then installed", async ({ page, server }) => {
    await open(page, server)
    await choose(page, company.server("whole", { chain: true }), companyPassPhrase)
    await expect(screen(page, "Install for SPE")).toBeVisible()
    await expect(page.getByRole("region", { name: "SPE certificate" })).toContainText(companyName)
    const authority = page.getByRole("region", { name: "SPE CA certificate" })
    await expect(authority).toContainText("Company CA")
    await expect(authority).toContainText("comes with the file")
    expect(await server.api("GET", "/api/spe")).toMatchObject({ certificate: null, authorities: [] })

    await button(page, "Install").click()
    await button(page, "Switch on SPE support").click()
    await expect(page.getByRole("region", { name: "SIP over TLS now" })).toContainText("Open on 5071")
    await page.getByRole("link", { name: "Finish" }).click()
    await expect(page.getByRole("link", { name: /^SIP over TLS Open/ })).toBeVisible()
    await page.goBack()
    const loaded = page.getByRole("region", { name: "On the phones" }).getByRole("button", { name: "Company CA" })
    await expect(loaded).toBeVisible()
    expect(await handshake(server, 5071, readFileSync(company.certificate, "utf8"), companyName)).toBe("TLSv1.3")
  })

  test("without its CA the same form asks for it, and takes no other", async ({ page, server }) => {
    const other = companyCa("Other CA")
    await open(page, server)
    await choose(page, company.server("leaf"), companyPassPhrase)
    await expect(
      page.getByText("Choose the CA certificate as well. It was issued by: O=Company, CN=Company CA"),
    ).toBeVisible()
    const issuer = page.getByLabel("CA certificate", { exact: true })
    await issuer.setInputFiles(other.certificate)
    await button(page, "Look into the file").click()
    await expect(page.getByText("This is not the CA that signed the certificate.")).toBeVisible()
    await issuer.setInputFiles(company.certificate)
    await button(page, "Look into the file").click()
    await button(page, "Install").click()
    await expect(screen(page, "Switch on SPE support")).toBeVisible()
    expect(await server.api("GET", "/api/spe")).toMatchObject({ authorities: [{ hasKey: false }] })
    other.remove()
  })

  test("each file that cannot be used gets its sentence, and nothing is changed", async ({ page, server }) => {
    test.slow()
    await open(page, server)
    await button(page, "Look into the file").click()
    await expect(page.getByText("Choose a certificate of this system, or a file.")).toBeVisible()

    const good = company.server("good", { chain: true })
    const bytes = readFileSync(good)
    const sentences: readonly (readonly [name: string, content: Buffer, passPhrase: string, sentence: string])[] = [
      ["good.p12", bytes, "", "The file is protected: enter its pass-phrase."],
      ["good.p12", bytes, "wrong", "The pass-phrase is wrong."],
      ["short.p12", bytes.subarray(0, bytes.length - 300), companyPassPhrase, "The file ends too early"],
      ["empty.p12", Buffer.alloc(0), "", "The file is empty."],
      ["large.p12", Buffer.alloc(200_000, 1), "", "The file is too large for a certificate"],
      ["text.p12", Buffer.from("Dear colleague"), "", "This is no certificate file."],
      ["ca.crt", readFileSync(company.certificate), "", "There is no private key in this file."],
    ]
    for (const [name, buffer, passPhrase, sentence] of sentences) {
      await page.getByLabel("PKCS#12 file").setInputFiles({ name, mimeType: "application/octet-stream", buffer })
      await field(page, "Pass-phrase of the file").fill(passPhrase)
      await button(page, "Look into the file").click()
      await expect(page.getByText(sentence), name).toBeVisible()
    }

    const weak = company.server("weak", { chain: true, key: "rsa:1024" })
    await choose(page, weak, companyPassPhrase)
    await expect(page.getByText("The key is too weak (RSA 1024)")).toBeVisible()
    const client = ["basicConstraints=critical,CA:FALSE", "extendedKeyUsage=clientAuth"]
    await choose(page, company.server("client", { chain: true, extensions: client }), companyPassPhrase)
    await expect(page.getByText("This certificate is not made for servers")).toBeVisible()
    await expect(page.getByText("The key is too weak")).toHaveCount(0)
    expect(await server.api("GET", "/api/certificates")).toMatchObject({ total: 0 })
  })
})
