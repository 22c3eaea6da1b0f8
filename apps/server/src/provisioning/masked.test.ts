import type { Provision } from "@homeport/provisioning"
import { expect, test } from "vitest"
import { dots, masked } from "./masked.ts"

const provision = (text: string, qr?: string): Provision => ({
  ok: true,
  files: [{ name: "a.cfg", mediaType: "text/plain", text }],
  sheet: [
    {
      title: "Account",
      rows: [
        { label: "User", value: "163" },
        { label: "Password", value: "abc", secret: true },
      ],
    },
  ],
  qr,
  notes: [],
})

const maskedText = (one: string, other: string) => masked(provision(one), provision(other)).files[0]?.text

test("what differs between two passwords is dots, as whole words, and nothing else is", () => {
  expect(maskedText("a = 1\npassword = Kq7T\nb = 2\n", "a = 1\npassword = Zw2L\nb = 2\n")).toBe(
    `a = 1\npassword = ${dots}\nb = 2\n`,
  )
  expect(maskedText("auth_pass=Kq7T;regint=300", "auth_pass=Zw2LL;regint=300")).toBe(`auth_pass=${dots};regint=300`)
})

test("a digest is dots as a whole, also where two begin or end alike", () =>
  expect(maskedText('<e name="ha1">ab12cd</e>', '<e name="ha1">ab34cd</e>')).toBe(`<e name="ha1">${dots}</e>`))

test("secret rows of the sheet are dots; a code that carries a secret is not shown", () => {
  const rows = masked(provision("a"), provision("a")).sheet[0]?.rows.map(({ value }) => value)
  expect(rows).toEqual(["163", dots])
  expect(masked(provision("a", "sip:Kq7T"), provision("a", "sip:Zw2L")).qr).toBeUndefined()
  expect(masked(provision("a", "https://x"), provision("a", "https://x")).qr).toBe("https://x")
})
