import { expect, test } from "vitest"
import { coversName } from "./covers-name.ts"
import { text } from "./testdata.fixture.ts"

test.each([
  "sip.example.com",
  "SIP.Example.com",
  "sip.example.com.",
  "a.phones.example.com",
  "192.0.2.1",
  "2001:DB8:0:0::1",
])("covers %s", (name) => expect(coversName(text("leaf.pem"), name)).toBe(true))

test.each([
  "example.com",
  "phones.example.com",
  "a.b.phones.example.com",
  "*.phones.example.com",
  ".phones.example.com",
  "sip.example.com.evil.test",
  "192.0.2.2",
  "192.0.2.01",
  "2001:db8::2",
  "",
  "leaf",
  "\0",
])("does not cover %j", (name) => expect(coversName(text("leaf.pem"), name)).toBe(false))

test("the Common Name counts for nothing", () => {
  expect(coversName(text("version1.pem"), "version1")).toBe(false)
})
