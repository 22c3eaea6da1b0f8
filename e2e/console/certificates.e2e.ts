import { X509Certificate } from "node:crypto"
import { readFileSync } from "node:fs"
import { createSecureContext } from "node:tls"
import { certificateFiles } from "../support/certificate-files.ts"
import {
  addCertificates,
  addresses,
  apply,
  certificateAddresses,
  certificateFile,
  expect,
  expectRow,
  field,
  openConsole,
  outcome,
  type Page,
  type Server,
  securityAddresses,
  test,
} from "../support/console.ts"

const passPhrase = "Harbour light 7"
/** A key pair takes as long as chance wants. */
const made = { timeout: 20_000 }

/** Presses what saves a file, and reads it. */
async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()])
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) }
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true })
const tab = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Actions of this page" }).getByRole("link", { name, exact: true })
const names = (page: Page, number: number) => page.getByRole("group", { name: `Subject Alternative Name ${number}` })
const question = (page: Page, name: string | RegExp) => page.getByRole("dialog", { name })

async function stored(
  server: Server,
): Promise<readonly { id: number; name: string; facts: { serialNumber: string } }[]> {
  // The contract's page of certificates.
  const { items } = (await server.api("GET", "/api/certificates?limit=500")) as {
    items: Awaited<ReturnType<typeof stored>>
  }
  return items
}

test("a CA, its .crt, a server certificate that it signs, and its .p12: from the empty system to files that others open", async ({
  page,
  server,
}) => {
  test.slow()
  const files = certificateFiles()
  await openConsole(page, server, addresses.certificateGeneration)
  await expect(page.getByRole("heading", { name: "No CA yet" })).toBeVisible()
  await page.getByRole("main").getByRole("link", { name: "Generate CA Certificate" }).last().click()
  await field(page, "Name of the Certificate").fill("Office CA")
  await field(page, "Country (C)").fill("de")
  await field(page, "Common Name (CN)").fill("Harbour CA")
  await apply(page)

  await expect(page.getByRole("heading", { name: "Certificate Generation - Office CA", level: 1 })).toBeVisible(made)
  await expect(page.getByText("Self-Signed CA Certificate")).toBeVisible()
  await expect(page.getByRole("treeitem", { name: "Office CA" })).toHaveAttribute("aria-current", "page")

  await tab(page, "Export Certificate").click()
  const pem = await saved(page, () => button(page, "Save as PEM").click())
  const der = await saved(page, () => button(page, "Save as DER").click())
  expect([pem.name, der.name]).toEqual(["Harbour CA.crt", "Harbour CA.crt"])
  expect(pem.content.toString()).toContain("BEGIN CERTIFICATE")
  const authority = new X509Certificate(der.content)
  expect(new X509Certificate(pem.content).fingerprint256).toBe(authority.fingerprint256)
  expect([authority.subject, authority.ca]).toEqual(["C=DE\nCN=Harbour CA", true])

  await tab(page, "Generate CA-Signed Server Certificate").click()
  await field(page, "Name of the Certificate").fill("Phones")
  await field(page, "Common Name (CN)").fill("sip.example.net")
  await names(page, 1).getByRole("combobox", { name: "Extension" }).selectOption("DNS Name")
  await names(page, 1).getByRole("textbox").fill("sip.example.net")
  await button(page, "Add another name").click()
  await names(page, 2).getByRole("combobox", { name: "Extension" }).selectOption("IP address")
  await names(page, 2).getByRole("textbox").fill("203.0.113.9")
  await apply(page)

  await expect(page.getByText("The certificate “Phones” has been generated.")).toBeVisible(made)
  await page.reload()
  await page.getByLabel("Pass-phrase", { exact: true }).fill(passPhrase)
  await page.getByLabel("Confirm pass-phrase").fill("Harbour light 8")
  await button(page, "Save as PKCS#12").click()
  await expect(page.getByText("The two passwords are not the same.")).toBeVisible()
  await page.getByLabel("Confirm pass-phrase").fill(passPhrase)
  const pkcs12 = await saved(page, () => button(page, "Save as PKCS#12").click())
  expect(pkcs12.name).toBe("BasedOnHarbour CA.p12")
  createSecureContext({ pfx: pkcs12.content, passphrase: passPhrase })
  const opened = files.read(["pkcs12", "-nodes", "-passin", `pass:${passPhrase}`], pkcs12.content)
  const [leaf, issuer] = [...opened.matchAll(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)].map(
    ([text]) => new X509Certificate(text),
  )
  expect([leaf?.checkHost("sip.example.net"), leaf?.checkIP("203.0.113.9")]).toEqual(["sip.example.net", "203.0.113.9"])
  expect(leaf?.checkIssued(authority) && leaf.verify(authority.publicKey)).toBe(true)
  expect(issuer?.fingerprint256).toBe(authority.fingerprint256)
  files.remove()
})

test("View shows what the certificate says, group by group", async ({ page, server }) => {
  const { server: leaf } = await addCertificates(server)
  await openConsole(page, server, `${addresses.certificateManagement}/${leaf}`)
  const main = page.getByRole("main")
  for (const text of [
    "CA-Signed Server Certificate",
    "sha256RSA",
    /^\w+day, \d\d\/\d\d\/\d{4}, 00:00:00$/,
    "Public Key Length",
    "DNS Name",
    /^([0-9A-F]{2}:){31}[0-9A-F]{2}$/,
    "on this system",
  ])
    await expect(main.getByText(text).first()).toBeVisible()
  const [{ facts } = { facts: { serialNumber: "0" } }] = (await stored(server)).filter(({ id }) => id === leaf)
  await expect(main.getByText(facts.serialNumber, { exact: true })).toBeVisible()
  await expect(main.getByText(BigInt(facts.serialNumber).toString(16).toUpperCase())).toBeVisible()
  await main.getByRole("link", { name: "View Harbour CA" }).click()
  await expect(page.getByRole("heading", { name: "Certificate Management - Harbour CA" })).toBeVisible()
})

test("a self-signed server certificate without an alternative name is questioned", async ({ page, server }) => {
  await openConsole(page, server, addresses.generateSelfSigned)
  await field(page, "Common Name (CN)").fill("sip.example.net")
  await names(page, 1).getByRole("textbox").fill("")
  await apply(page)
  await question(page, "Without an alternative name?").getByRole("button", { name: "Cancel" }).click()
  expect(await stored(server)).toEqual([])

  await apply(page)
  await question(page, "Without an alternative name?").getByRole("button", { name: "Generate it without one" }).click()
  await expect(page.getByText("Self-Signed Server Certificate")).toBeVisible(made)
  expect(await stored(server)).toHaveLength(1)
})

test("every field that is wrong says so itself, and nothing is made", async ({ page, server }) => {
  await openConsole(page, server, addresses.generateSelfSigned)
  await expect(page.getByRole("option", { name: /sha1RSA/ })).toBeDisabled()
  await expect(page.getByRole("option", { name: /1536/ })).toBeDisabled()
  await field(page, "Name of the Certificate").fill("")
  await field(page, "Serial Number of Certificate").fill("0")
  await page.getByRole("group", { name: "Start Time" }).getByRole("textbox", { name: "Month" }).fill("2")
  await page.getByRole("group", { name: "Start Time" }).getByRole("textbox", { name: "Day" }).fill("31")
  await field(page, "Country (C)").fill("D1")
  await names(page, 1).getByRole("textbox").fill("127.0.0.1")
  await button(page, "Add another name").click()
  await names(page, 2).getByRole("textbox").fill("not a host")
  await apply(page)
  for (const sentence of [
    "This is needed.",
    "A serial number is a positive whole number of at most 20 octets.",
    "This date or time does not exist.",
    "A country is two letters, such as DE.",
    "Enter a host name such as office.example.net.",
  ])
    await expect(page.getByText(sentence).first()).toBeVisible()
  await expect(names(page, 2).getByRole("textbox")).toHaveAttribute("aria-invalid", "true")
  await expect(names(page, 1).getByRole("textbox")).not.toHaveAttribute("aria-invalid", "true")
  await expect(field(page, "Name of the Certificate")).toBeFocused()

  // What holds between two fields is said as soon as each is right by itself.
  await button(page, "Undo").click()
  await page.getByRole("group", { name: "End Time" }).getByRole("textbox", { name: "Year" }).fill("2001")
  await apply(page)
  await expect(page.getByText("The end must lie after the start.")).toBeVisible()
  expect(await stored(server)).toEqual([])
})

test("a server certificate may not outlive its CA, and no name is given twice", async ({ page, server }) => {
  const { authority } = await addCertificates(server)
  await openConsole(
    page,
    server,
    `${addresses.certificateGeneration}/${authority}/generate-ca-signed-server-certificate`,
  )
  await field(page, "Name of the Certificate").fill("Harbour CA")
  await field(page, "Common Name (CN)").fill("sip.example.net")
  await names(page, 1).getByRole("combobox", { name: "Extension" }).selectOption("DNS Name")
  await names(page, 1).getByRole("textbox").fill("sip.example.net")
  await apply(page)
  await expect(page.getByText("There is a certificate with this name already.")).toBeVisible()
  await field(page, "Name of the Certificate").fill("Phones")
  await page.getByRole("group", { name: "End Time" }).getByRole("textbox", { name: "Year" }).fill("2090")
  await apply(page)
  await expect(page.getByText("The certificate may not outlive its CA")).toBeVisible()
  expect(await stored(server)).toHaveLength(2)
})

test("renewed as a copy: the same key and names, another number, and the old one stays", async ({ page, server }) => {
  const { server: leaf } = await addCertificates(server)
  const certificateOf = async (id: number) => new X509Certificate(await certificateFile(page, server, id))
  await openConsole(page, server, `${addresses.certificateManagement}/${leaf}`)
  await tab(page, "Renew as a Copy").click()
  await apply(page)
  await expect(page.getByRole("heading", { name: "Certificate Management - sip.example.net (2)" })).toBeVisible()

  const [old, copy] = [await certificateOf(leaf), await certificateOf(Number(page.url().split("/").at(-1)))]
  expect([copy.subject, copy.subjectAltName]).toEqual([old.subject, old.subjectAltName])
  expect(copy.serialNumber).not.toBe(old.serialNumber)
  expect(copy.publicKey.equals(old.publicKey)).toBe(true)
  expect(await stored(server)).toHaveLength(3)
})

test("revoked: it says so, and the list of its CA names it", async ({ page, server }) => {
  const files = certificateFiles()
  const { authority, server: leaf } = await addCertificates(server)
  await openConsole(page, server, `${addresses.certificateManagement}/${leaf}/revoke-certificate`)
  await page.getByRole("combobox", { name: "Reason" }).selectOption("The key may have become known")
  await button(page, "Revoke").click()
  await question(page, "Revoke “sip.example.net”?").getByRole("button", { name: "Revoke" }).click()
  await expect(page.getByText("This certificate was revoked on")).toBeVisible()
  await expect(page.getByText("revoked", { exact: true })).toBeVisible()

  await page.goto(`${server.url}${addresses.certificateGeneration}/${authority}/display-crl`)
  await expectRow(page, { Name: "sip.example.net", Reason: "The key may have become known" })
  const crl = await saved(page, () => button(page, "Save the CRL").click())
  expect(crl.name).toBe("Harbour CA.crl")
  const said = files.read(["crl", "-inform", "DER", "-noout", "-text"], crl.content)
  const [{ facts } = { facts: { serialNumber: "0" } }] = (await stored(server)).filter(({ id }) => id === leaf)
  expect(said).toContain(BigInt(facts.serialNumber).toString(16).toUpperCase())
  expect(said).toContain("Key Compromise")
  files.remove()
})

test("what is in use is not removed: the page says by what; then it is", async ({ page, server }) => {
  const { authority, server: leaf } = await addCertificates(server)
  await openConsole(page, server, `${addresses.certificateGeneration}/${authority}/remove-certificate`)
  await expect(page.getByText("It cannot be removed: it is in use.")).toBeVisible()
  await expect(page.getByText("CA of other certificates here")).toBeVisible()
  await expect(button(page, "Remove")).toHaveCount(0)

  await page.getByRole("main").getByRole("link", { name: "sip.example.net" }).click()
  // Both pages have that tab: it is the next one's that is meant.
  await expect(page).toHaveURL(new RegExp(`/${leaf}$`))
  await tab(page, "Remove Certificate").click()
  await button(page, "Remove").click()
  await question(page, "Remove “sip.example.net”?").getByRole("button", { name: "Remove" }).click()
  await expect(page.getByRole("heading", { name: "Certificate Management", level: 1 })).toBeVisible()
  await page.goto(`${server.url}${addresses.certificateManagement}/${leaf}`)
  await expect(page.getByRole("heading", { name: "There is no page here" })).toBeVisible()

  await page.goto(`${server.url}${addresses.certificateGeneration}/${authority}/remove-certificate`)
  await button(page, "Remove").click()
  await question(page, "Remove “Harbour CA”?").getByRole("button", { name: "Remove" }).click()
  await expect(page.getByRole("heading", { name: "No CA yet" })).toBeVisible()
  await expect(page.getByRole("treeitem", { name: "Harbour CA" })).toHaveCount(0)
})

test("the list is filtered and sorted by the server, and both can be bookmarked", async ({ page, server }) => {
  await addCertificates(server)
  await addCertificates(server, { authority: "Annex CA", server: "annex.example.net" })
  await openConsole(page, server, addresses.certificateManagement)
  await expect(page.getByText("4 certificates")).toBeVisible()
  await button(page, "Valid until (GMT)").click()
  await expect(page).toHaveURL(/sort=notAfter/)
  await expect(page.getByRole("row").nth(1)).toContainText("example.net")
  await page.getByRole("searchbox", { name: /Name or subject/ }).fill("annex")
  await expect(page.getByText("2 certificates")).toBeVisible()
  await page.reload()
  await expectRow(page, {
    Name: "Annex CA",
    Type: "CA",
    "Used by": "CA of other certificates here",
    Validity: "days left",
  })
  await page.getByRole("link", { name: "View annex.example.net" }).click()
  await expect(page.getByRole("heading", { name: "Certificate Management - annex.example.net" })).toBeVisible()
})

test.describe("an import", () => {
  async function choose(page: Page, name: string, buffer: Buffer, passPhrase = "") {
    await page.getByLabel("Certificate file").setInputFiles({ name, mimeType: "application/octet-stream", buffer })
    await page.getByLabel("Pass-phrase", { exact: true }).fill(passPhrase)
  }

  test("takes PKCS#12 with its chain, PEM and DER", async ({ page, server }) => {
    const files = certificateFiles()
    const authority = files.authority("Elsewhere CA")
    const phones = files.server("phones.example.net", authority)
    await openConsole(page, server, addresses.importCertificate)
    await choose(page, "phones.p12", files.pkcs12(phones, passPhrase, [authority]), passPhrase)
    await expect(field(page, "Name of the Certificate")).toHaveValue("phones")
    await apply(page)
    await expect(page.getByRole("heading", { name: "Certificate Management - phones", level: 1 })).toBeVisible()
    await expect(page.getByRole("link", { name: "View Elsewhere CA" })).toBeVisible()

    await page.goto(`${server.url}${addresses.importCertificate}`)
    await choose(page, "again.crt", phones.certificate)
    await apply(page)
    await expect(page.getByText("This certificate is here already, as “phones”.")).toBeVisible()
    await choose(page, "other.der", Buffer.from(new X509Certificate(files.authority("Other CA").certificate).raw))
    await field(page, "Name of the Certificate").fill("Other CA")
    await apply(page)
    await expect(page.getByRole("heading", { name: "Certificate Management - Other CA" })).toBeVisible()
    await expect(page.getByText("not on this system")).toBeVisible()
    // A CA without its key cannot sign: it is in the list, and not among those of Certificate Generation.
    await expect(tab(page, "Display CRL")).toHaveCount(0)
    files.remove()
  })

  test("of a file that is none says what is wrong, each in its own words, and changes nothing", async ({
    page,
    server,
  }) => {
    const files = certificateFiles()
    const one = files.server("one.example.net")
    const other = files.server("two.example.net")
    const pkcs12 = files.pkcs12(one, passPhrase)
    const der = Buffer.from(new X509Certificate(one.certificate).raw)
    await openConsole(page, server, addresses.importCertificate)
    for (const [name, content, typed, sentence] of [
      ["truncated.der", der.subarray(0, der.length / 2), "", "The file ends too early: it was not copied as a whole."],
      ["huge.p12", Buffer.alloc(200_000), "", "The file is too large for a certificate: at most 128 kB."],
      ["empty.crt", Buffer.alloc(0), "", "The file is empty."],
      ["letter.txt", Buffer.from("Dear colleagues"), "", "This is no certificate file."],
      ["closed.p12", pkcs12, "", "The file is protected: enter its pass-phrase."],
      ["closed.p12", pkcs12, "Harbour light 8", "The pass-phrase is wrong."],
      [
        "mixed.pem",
        Buffer.concat([one.certificate, other.key]),
        "",
        "The private key in this file belongs to none of its certificates.",
      ],
    ] as const) {
      await choose(page, name, Buffer.from(content), typed)
      await apply(page)
      await expect(page.getByText(sentence), name).toBeVisible()
      await expect(outcome(page), name).toContainText("Nothing was applied")
    }
    expect(await stored(server)).toEqual([])
    files.remove()
  })
})

test("the console's own certificate: fingerprints before and after, and over HTTP it is said that none is shown", async ({
  page,
  server,
}) => {
  const { server: leaf } = await addCertificates(server)
  await openConsole(page, server, `${addresses.certificateManagement}/${leaf}/use-for-this-console`)
  await expect(page.getByText("no certificate is shown to anybody now")).toBeVisible()
  await expect(page.getByText("made by Homeport for itself")).toBeVisible()
  const fingerprint = (await page.locator("code").last().textContent()) ?? ""
  await button(page, "Use for this console").click()
  await expect(question(page, "Switch the certificate of this console?")).toContainText(fingerprint)
  await question(page, "Switch the certificate of this console?")
    .getByRole("button", { name: "Use for this console" })
    .click()
  await expect(page.getByText("This certificate is the console's.")).toBeVisible()
  expect(await server.api("GET", "/api/console-certificate")).toMatchObject({ fingerprint, certificate: { id: leaf } })

  await tab(page, "Remove Certificate").click()
  await expect(page.getByText("Give the console another certificate first.")).toBeVisible()
  await page.getByRole("main").getByRole("link", { name: "Use for this Console" }).last().click()
  await button(page, "Use Homeport's own certificate again").click()
  await question(page, /Switch/)
    .getByRole("button", { name: "Use Homeport's own certificate again" })
    .click()
  await expect(page.getByText("made by Homeport for itself")).toBeVisible()
})

test("on a phone every page of a certificate fits", async ({ page, server }) => {
  test.slow()
  await page.setViewportSize({ width: 390, height: 844 })
  const { authority, server: leaf } = await addCertificates(server)
  await server.api("PUT", "/api/spe/certificate", { certificateId: leaf })
  await openConsole(page, server)
  for (const path of [...securityAddresses, ...certificateAddresses(authority, leaf)]) {
    await page.goto(`${server.url}${path}`)
    await expect(page.getByRole("heading", { level: 1 })).toBeAttached()
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(over, path).toBe(0)
  }
})
