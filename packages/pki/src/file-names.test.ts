import fc from "fast-check"
import { expect, test } from "vitest"
import { pkcs12FileName, x509FileName } from "./file-names.ts"

test.each([
  ["SPE CA", "SPE CA.crt", "BasedOnSPE CA.p12"],
  ["Müller & Söhne 電話", "Müller & Söhne 電話.crt", "BasedOnMüller & Söhne 電話.p12"],
  ["", "certificate.crt", "BasedOncertificate.p12"],
  [" .. ", "certificate.crt", "BasedOncertificate.p12"],
  ["../../etc/passwd", "_.._etc_passwd.crt", "BasedOn_.._etc_passwd.p12"],
  ["C:\\x", "C__x.crt", "BasedOnC__x.p12"],
  ['a"b\r\nc', "a_b__c.crt", "BasedOna_b__c.p12"],
  ["con", "_con.crt", "BasedOncon.p12"],
  ["COM1.x", "_COM1.x.crt", "BasedOnCOM1.x.p12"],
  ["a\u202egnp.exe", "a_gnp.exe.crt", "BasedOna_gnp.exe.p12"],
])("%j becomes %j and %j", (name, crt, p12) => {
  expect(x509FileName(name, "pem")).toBe(crt)
  expect(x509FileName(name, "der")).toBe(crt)
  expect(pkcs12FileName(name)).toBe(p12)
})

/** Every code point, lone surrogates too. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 300 })
  .map((points) => String.fromCodePoint(...points))

test("any name becomes one that every file system takes", () => {
  fc.assert(
    fc.property(anyText, (name) => {
      for (const made of [x509FileName(name, "pem"), pkcs12FileName(name)]) {
        expect(made).not.toMatch(/[/\\:*?"'`<>|\p{Cc}]|^[.\s]|^\.[a-z]/u)
        expect([...made].length).toBeLessThanOrEqual(122)
        expect(Buffer.byteLength(made)).toBeLessThan(250)
        expect(made.isWellFormed()).toBe(true)
      }
    }),
  )
})
