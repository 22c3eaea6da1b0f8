import { systemFlagsDefaults } from "@homeport/contract"
import { certificateFiles, type Issued } from "../support/certificate-files.ts"
import {
  addCertificates,
  addresses,
  addStation,
  certificateFile,
  expect,
  expectRow,
  openConsole,
  type Page,
  type Server,
  strongPassword,
  test,
} from "../support/console.ts"
import { sipPhone } from "../support/sip-phone.ts"

const passPhrase = "Harbour light 7"
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true })
const preview = (page: Page) => page.getByRole("region", { name: "This would be installed" })
const status = (server: Server) => server.api("GET", "/api/spe")
const tick = (server: Server) =>
  server.api("PUT", "/api/settings/system-flags", { ...systemFlagsDefaults, speSupport: true })

async function choose(page: Page, label: string, name: string, buffer: Buffer) {
  await page
    .getByRole("button", { name: label, exact: true })
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer })
}

async function previewFile(page: Page, name: string, content: Buffer, typed = passPhrase) {
  await choose(page, "Certificate file", name, content)
  await page.getByLabel("Pass-phrase", { exact: true }).fill(typed)
  await button(page, "Preview").click()
}

test("a certificate of this system: one click, a look, Install; then TLS only lacks SPE support", async ({
  page,
  server,
}) => {
  await addCertificates(server)
  await openConsole(page, server, addresses.speCertificate)
  await expect(page.getByRole("heading", { name: "No SPE certificate" })).toBeVisible()
  await expect(page.getByText("No SPE certificate is installed.")).toBeVisible()
  await page.getByRole("main").getByRole("link", { name: "Import certificate", exact: true }).click()
  await button(page, "Take this one: sip.example.net").click()
  await expect(preview(page)).toContainText("Nothing speaks against it.")
  await expect(preview(page)).toContainText("CN=sip.example.net")
  expect(await status(server)).toMatchObject({ certificate: null })

  await button(page, "Install").click()
  await expect(page.getByRole("region", { name: "Installed certificate" })).toContainText("CN=sip.example.net")
  await expect(page.getByText("No SPE certificate is installed.")).toHaveCount(0)
  await expect(page.getByRole("main").getByRole("link", { name: "Go to System Flags" })).toBeVisible()
  await tick(server)
  await expect(page.getByText("SPE support is off in System Flags.")).toHaveCount(0)

  await page.getByRole("treeitem", { name: "SPE CA Certificate(s)" }).click()
  await expectRow(page, { Number: "1", Name: "Harbour CA" })
  await page.getByRole("link", { name: "View Harbour CA" }).click()
  await expect(page.getByRole("heading", { name: "SPE CA Certificate(s) - 1", level: 1 })).toBeVisible()
  await page.getByRole("link", { name: "Remove Certificate" }).click()
  await expect(page.getByText("It cannot be removed: the SPE certificate comes from it.")).toBeVisible()

  await page.goto(`${server.url}${addresses.speCertificate}/1`)
  await page.getByRole("link", { name: "Remove Certificate" }).click()
  await button(page, "Remove").click()
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click()
  await expect(page.getByRole("heading", { name: "No SPE certificate" })).toBeVisible()
  await page.goto(`${server.url}${addresses.speAuthorities}/1/remove-certificate`)
  await button(page, "Remove").click()
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click()
  await expect(page.getByRole("heading", { name: "No SPE CA certificate" })).toBeVisible()
  expect(await server.api("GET", "/api/certificates")).toMatchObject({ total: 2 })
})

test("a .p12 that brings its CA", async ({ page, server }) => {
  const files = certificateFiles()
  const authority = files.authority("Elsewhere CA")
  const pkcs12 = files.pkcs12(files.server("phones.example.net", authority), passPhrase, [authority])
  await openConsole(page, server, addresses.importSpeCertificate)
  await previewFile(page, "phones.p12", pkcs12, "Harbour light 8")
  await expect(page.getByText("The pass-phrase is wrong.")).toBeVisible()
  await expect(page.getByLabel("Pass-phrase", { exact: true })).toBeFocused()
  await page.getByLabel("Pass-phrase", { exact: true }).fill(passPhrase)
  await button(page, "Preview").click()
  await expect(preview(page)).toContainText("The CA comes with the file")
  await expect(page.getByRole("region", { name: "CA 1 of the chain" })).toContainText("CN=Elsewhere CA")
  await button(page, "Install").click()
  await expect(page.getByRole("region", { name: "Installed certificate" })).toContainText("CN=phones.example.net")
  expect(await status(server)).toMatchObject({ authorities: [{ name: "Elsewhere CA" }] })
  files.remove()
})

test("a .p12 without its CA: the same page asks for it, and takes no other", async ({ page, server }) => {
  const files = certificateFiles()
  const authority = files.authority("Elsewhere CA")
  const leaf = files.server("phones.example.net", authority)
  await openConsole(page, server, addresses.importSpeCertificate)
  await previewFile(page, "phones.p12", files.pkcs12(leaf, passPhrase))
  await expect(preview(page)).toContainText("The CA that signed it is neither in the file nor on this system.")
  await expect(button(page, "Install")).toHaveCount(0)

  for (const [file, sentence] of [
    [files.authority("Other CA"), "This is not the CA that signed the certificate."],
    [files.server("other.example.net"), "This is not a CA certificate: it may not sign others."],
  ] as const) {
    await choose(page, "CA certificate", "ca.crt", file.certificate)
    await button(page, "Preview with this CA").click()
    await expect(page.getByText(sentence)).toBeVisible()
  }
  await choose(page, "CA certificate", "ca.crt", authority.certificate)
  await button(page, "Preview with this CA").click()
  await expect(preview(page)).toContainText("The CA comes with the file")
  await button(page, "Install").click()
  await expect(page.getByRole("region", { name: "Installed certificate" })).toContainText("CN=phones.example.net")
  expect(await status(server)).toMatchObject({ authorities: [{ name: "Elsewhere CA" }] })
  files.remove()
})

test("what SPE cannot use says why, each in its own words, and nothing is installed", async ({ page, server }) => {
  test.slow()
  const files = certificateFiles()
  const server2048 = files.server("phones.example.net")
  const withoutKey = server2048.certificate
  const pkcs12 = (issued: Issued) => files.pkcs12(issued, passPhrase)
  // Certificates of another time are made here and leave as files.
  const dated = async (name: string, notBefore: string, notAfter: string) => {
    const subject = { commonName: name }
    const names = [{ type: "dns", value: name }]
    await server.api("POST", "/api/certificates", {
      ...{ name, profile: "self-signed-server", subject, subjectAltNames: names, notBefore, notAfter },
    })
  }
  await dated("expired.example.net", "2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z")
  await dated("early.example.net", "2090-01-01T00:00:00Z", "2091-01-01T00:00:00Z")

  await openConsole(page, server, addresses.importSpeCertificate)
  for (const [name, sentence] of [
    ["expired.example.net", "This certificate expired on 2021-01-01 00:00:00 (GMT)."],
    ["early.example.net", "This certificate is valid only from 2090-01-01 00:00:00 (GMT) on."],
  ] as const) {
    await button(page, `Take this one: ${name}`).click()
    await expect(preview(page)).toContainText(sentence)
    await expect(button(page, "Install")).toHaveCount(0)
    await button(page, "Choose another one").click()
  }
  for (const [name, content, sentence] of [
    ["short.p12", pkcs12(files.server("short.example.net", undefined, 512)), "The key is too weak (RSA 512)"],
    ["ca.p12", pkcs12(files.authority("Elsewhere CA")), "This is a CA certificate. SPE needs a server certificate"],
  ] as const) {
    await previewFile(page, name, content)
    await expect(preview(page), name).toContainText(sentence)
    await expect(button(page, "Install")).toHaveCount(0)
    await button(page, "Choose another one").click()
  }
  const whole = pkcs12(server2048)
  for (const [name, content, typed, sentence] of [
    ["alone.pem", withoutKey, "", "There is no private key in this file."],
    ["cut.p12", whole.subarray(0, whole.length / 2), passPhrase, "The file ends too early"],
    ["huge.p12", Buffer.alloc(200_000), passPhrase, "The file is too large for a certificate"],
    ["letter.p12", Buffer.from("Dear colleagues"), passPhrase, "This is no certificate file."],
    ["closed.p12", whole, "", "The file is protected: enter its pass-phrase."],
  ] as const) {
    await previewFile(page, name, Buffer.from(content), typed)
    await expect(page.getByText(sentence), name).toBeVisible()
  }
  expect(await status(server)).toMatchObject({ certificate: null, authorities: [] })
  files.remove()
})

test("CA certificates: a file, one of this system, none twice, and no other kind", async ({ page, server }) => {
  const files = certificateFiles()
  const elsewhere = files.authority("Elsewhere CA")
  await addCertificates(server)
  await openConsole(page, server, addresses.speAuthorities)
  await expect(page.getByRole("heading", { name: "No SPE CA certificate" })).toBeVisible()
  await page.getByRole("main").getByRole("link", { name: "Import CA certificate", exact: true }).click()
  await button(page, "Import").click()
  await expect(page.getByText("Choose a certificate of this system, or a file.")).toBeVisible()
  await choose(page, "CA certificate file", "server.crt", files.server("phones.example.net").certificate)
  await button(page, "Import").click()
  await expect(page.getByText("This is not a CA certificate: it may not sign others.")).toBeVisible()
  await choose(page, "CA certificate file", "ca.cer", elsewhere.certificate)
  await button(page, "Import").click()
  await expectRow(page, { Number: "1", Name: "Elsewhere CA" })

  await page.goto(`${server.url}${addresses.importSpeAuthority}`)
  await choose(page, "CA certificate file", "ca.cer", elsewhere.certificate)
  await button(page, "Import").click()
  await expect(page.getByText("This CA certificate is installed already.")).toBeVisible()
  await button(page, "Install this one: Harbour CA").click()
  await expectRow(page, { Number: "2", Name: "Harbour CA" })
  await expect(page.getByRole("treeitem", { name: "2", exact: true })).toBeVisible()
  files.remove()
})

test("a certificate from another CA lists the stations that lose trust, and asks for a tick", async ({
  page,
  server,
}) => {
  test.slow()
  const first = await addCertificates(server)
  const { server: second } = await addCertificates(server, { authority: "Annex CA", server: "annex.example.net" })
  await server.api("PUT", "/api/spe/certificate", { certificateId: first.server })
  await tick(server)
  await addStation(server, "168", "Reception")
  await openConsole(page, server, addresses.speCertificate)
  await expect(page.getByRole("region", { name: "SIP over TLS" })).toContainText("Open on 5071")
  const phone = await sipPhone({
    server: { host: server.sipAddress, port: 5062 },
    address: server.sipAddress,
    callNumber: "168",
    userId: "SIP-168",
    password: strongPassword,
    tls: { ca: (await certificateFile(page, server, first.authority)).toString(), name: "sip.example.net" },
  })
  expect(await phone.register(300)).toBe(200)

  await page.goto(`${server.url}${addresses.importSpeCertificate}?certificate=${second}`)
  await expect(preview(page)).toContainText("1 station that is registered over TLS would lose trust")
  await expect(preview(page)).toContainText("168 Reception")
  await expect(button(page, "Install")).toBeDisabled()
  await page.getByRole("checkbox", { name: "Install it all the same" }).check()
  await button(page, "Install").click()
  await expect(page.getByRole("region", { name: "Installed certificate" })).toContainText("CN=annex.example.net")
  phone.close()
})
