import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { parseDer } from "./der/read.ts"
import { describeName, encodeName, nameOfText, nameText } from "./distinguished-name.ts"

const roundTrip = (text: string): string | undefined => {
  const name = nameOfText(text)
  return name && nameText(parseDer(name))
}

test("a name of any Unicode: UTF8String, but the country a PrintableString in capitals", () => {
  const encoded = encodeName({ country: "de", organization: "Müller", organizationUnit: "", commonName: "電話" })
  expect(describeName(parseDer(encoded))).toEqual({
    country: "DE",
    organization: "Müller",
    commonName: "電話",
    text: "C=DE, O=Müller, CN=電話",
  })
  expect(Buffer.from(encoded).toString("hex")).toContain("13024445")
})

describe("names in text", () => {
  test.each([
    ["CN=a", "CN=a"],
    ["cn = a , o=b c ", "CN=a, O=b c"],
    ["CN=a\\, b, O=Müller \\+ Söhne", "CN=a\\, b, O=Müller \\+ Söhne"],
    ["CN=a\\20", "CN=a\\ "],
    ["CN=a\\\\ , O=\\ b\\ ", "CN=a\\\\, O=\\ b\\ "],
    ["C=de, 1.2.3.4=x", "C=DE, 1.2.3.4=x"],
    ["CN=a + OU=b, O=c", "CN=a + OU=b, O=c"],
    ["emailAddress=a@b.c", "emailAddress=a@b.c"],
  ])("%j is %j", (text, written) => expect(roundTrip(text)).toBe(written))

  test.each(["", "a", "=a", "CN=", "CN=a,", "CN=a,,O=b", "XY=a", "C=DEU", "CN=a\\", 'CN="a"', "3.2.1=a", "CN"])(
    "%j is none",
    (text) => expect(nameOfText(text)).toBeUndefined(),
  )

  test("what is written is read back", () => {
    const value = fc.string({ unit: "grapheme", minLength: 1, maxLength: 64 }).filter((text) => /\S/.test(text))
    fc.assert(
      fc.property(value, value, (commonName, organization) => {
        const text = nameText(parseDer(encodeName({ commonName, organization })))
        expect(roundTrip(text)).toBe(text)
      }),
    )
  })

  test("anything at all is a name or none, quickly", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("C", "N", "=", ",", "+", "\\", " ", "1", "."), maxLength: 2000 }),
        (text) => {
          roundTrip(text)
        },
      ),
    )
  })
})
