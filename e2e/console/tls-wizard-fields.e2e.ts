import { addCertificates, expect, field, openConsole, test } from "../support/console.ts"
import { button, details, screen, wizard } from "../support/tls-wizard.ts"

test("what is wrong with a new certificate is said at its field, also behind Details", async ({ page, server }) => {
  test.slow()
  await addCertificates(server, { authority: "SPE CA", server: "sip.example.net" })
  await openConsole(page, server, `${wizard}?step=ca`)
  const submit = (name: string) => button(page, name).click()
  await field(page, "Common Name (CN)").fill("")
  await submit("Generate the CA")
  await expect(page.getByText("This is needed.")).toBeVisible()
  await expect(field(page, "Common Name (CN)")).toBeFocused()
  await field(page, "Common Name (CN)").fill("Second CA")
  await details(page)
  await field(page, "Name of the Certificate").fill("SPE CA")
  await field(page, "Country (C)").fill("D")
  await field(page, "Serial Number of Certificate").fill("-1")
  await page.getByRole("group", { name: "CRL Distribution Point 1" }).getByRole("textbox").fill("not a url")
  await details(page)
  await submit("Generate the CA")
  for (const sentence of [
    "A country is two letters, such as DE.",
    "A serial number is a positive whole number of at most 20 octets.",
    "Enter a URL such as http://ca.example.net/homeport.crl.",
  ])
    await expect(page.getByText(sentence)).toBeVisible()
  await expect(field(page, "Serial Number of Certificate")).toBeFocused()
  await field(page, "Serial Number of Certificate").fill("4711")
  await field(page, "Country (C)").fill("DE")
  await page.getByRole("group", { name: "CRL Distribution Point 1" }).getByRole("textbox").fill("")
  const end = page.getByRole("group", { name: "End Time of Validity Period" })
  await end.getByLabel("Month").fill("13")
  await submit("Generate the CA")
  await expect(page.getByText("This date or time does not exist.")).toBeVisible()
  await end.getByLabel("Month").fill("2")
  await end.getByLabel("Day").fill("1")
  await end.getByLabel("Year").fill("2001")
  await submit("Generate the CA")
  await expect(page.getByText("The end must lie after the start.")).toBeVisible()
  await end.getByLabel("Year").fill("2090")
  await submit("Generate the CA")
  await expect(page.getByText("There is a certificate with this name already.")).toBeVisible()

  // Without a public name the address in the office is filled in, with a warning.
  await page.goto(`${server.url}${wizard}?step=server&ca=1&certificate=new`)
  await expect(page.getByText("Neither a public name nor a mapped address is known")).toBeVisible()
  await expect(field(page, "Subject Alternative Name")).toHaveValue(server.sipAddress)
  const names = page.getByRole("group", { name: "Subject Alternative Name 1" })
  for (const [kind, value, sentence] of [
    ["DNS Name", "two words", "Enter a host name such as office.example.net."],
    ["IP address", "1.2.3", "Enter an IPv4 address such as 203.0.113.7."],
    ["Email address", "nobody", "Enter an e-mail address."],
  ] as const) {
    await names.getByLabel("Extension").selectOption(kind)
    await names.getByRole("textbox").fill(value)
    await submit("Generate the server certificate")
    await expect(page.getByText(sentence)).toBeVisible()
  }
  await names.getByLabel("Extension").selectOption("DNS Name")
  await names.getByRole("textbox").fill("sip.example.net")
  await details(page)
  await end.getByLabel("Year").fill("2099")
  await submit("Generate the server certificate")
  await expect(page.getByText("The certificate may not outlive its CA")).toBeVisible()
  await end.getByLabel("Year").fill("2028")
  await submit("Generate the server certificate")
  await expect(screen(page, "The server certificate is there")).toBeVisible()

  await field(page, "Pass-phrase").fill("short")
  await submit("Save as PKCS#12")
  await expect(page.getByText("At least 8 characters.", { exact: true })).toBeVisible()
  await expect(page.getByText("The two passwords are not the same.")).toBeVisible()
})
