import { expect, test } from "vitest"
import { parseDer } from "./der/read.ts"
import { asciiHostName, encodeGeneralNames, type GeneralName, readGeneralNames } from "./general-name.ts"
import { addressBytes, addressText } from "./ip-address.ts"
import { codeOf } from "./testdata.fixture.ts"

test.each<[GeneralName["type"], string, string]>([
  ["dns", "SIP.example.com.", "sip.example.com"],
  ["dns", "*.büro.example", "*.xn--bro-hoa.example"],
  ["dns", "host_1", "host_1"],
  ["ip", "192.0.2.1", "192.0.2.1"],
  ["ip", "2001:DB8:0:0:0:0:0:1", "2001:db8::1"],
  ["ip", "::ffff:192.0.2.1", "::ffff:c000:201"],
  ["email", "a.b+c@Example.com", "a.b+c@example.com"],
  ["uri", "sip:example.com", "sip:example.com"],
  ["uri", "ldap://x/cn=a?b;c", "ldap://x/cn=a?b;c"],
  ["dn", "CN=a, O=b", "CN=a, O=b"],
])("%s %s is %s", (type, value, read) => {
  expect(readGeneralNames(parseDer(encodeGeneralNames([{ type, value }])))).toEqual([{ type, value: read }])
})

test.each<[GeneralName["type"], string]>([
  ["dns", ""],
  ["dns", "a b"],
  ["dns", "a..b"],
  ["dns", "a.*.b"],
  ["dns", `${"a".repeat(64)}.b`],
  ["dns", "a.".repeat(130)],
  ["ip", "192.0.2"],
  ["ip", "192.0.2.256"],
  ["ip", "fe80::1%eth0"],
  ["ip", "1::2::3"],
  ["ip", ":::"],
  ["email", "a"],
  ["email", "ä@b.c"],
  ["email", "a@b c"],
  ["uri", "/relative"],
  ["uri", "http://ä"],
  ["uri", `http://${"a".repeat(3000)}`],
  ["dn", "nothing"],
])("%s %j is refused", (type, value) => {
  expect(codeOf(() => encodeGeneralNames([{ type, value }]))).toBe("bad-alternative-name")
})

test("addresses as octets and back", () => {
  for (const text of ["0.0.0.0", "255.255.255.255", "::", "::1", "1::", "2001:db8::1:0:0:1", "1:2:3:4:5:6:7:8"])
    expect(addressText(addressBytes(text) ?? Buffer.of())).toBe(text)
  expect(addressText(Buffer.alloc(5))).toBeUndefined()
})

test("a host name that only looks like letters becomes A-labels", () => {
  expect(asciiHostName("bücher.example")).toBe("xn--bcher-kva.example")
  expect(asciiHostName("bü cher.example")).toBeUndefined()
})
