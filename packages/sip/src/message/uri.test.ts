import { expect, test } from "vitest"
import { formatUri, parseUri, scheme, uriEquals } from "./uri.ts"

test("all parts of a SIP URI", () => {
  expect(parseUri("sips:a%20b;x:p%3Aw@Example.COM:5071;Transport=TCP;lr?Subject=x%20y")).toEqual({
    scheme: "sips",
    user: "a b;x",
    password: "p:w",
    host: "example.com",
    port: 5071,
    parameters: [
      { name: "transport", value: "TCP" },
      { name: "lr", value: undefined },
    ],
    headers: "Subject=x%20y",
  })
})

test("IPv6 references, with and without port", () => {
  expect(parseUri("sip:[2001:DB8::10]:5070")).toMatchObject({ host: "2001:db8::10", port: 5070, user: undefined })
  expect(parseUri("sip:[2001:db8::10:5070]")).toMatchObject({ host: "2001:db8::10:5070", port: undefined })
  expect(formatUri({ host: "2001:db8::10", port: 5070 })).toBe("sip:[2001:db8::10]:5070")
})

test.each([
  ["tel:+49123"],
  ["sip:"],
  ["sip:@example.com"],
  ["sip:a@b@example.com"],
  ["sip:a%4@example.com"],
  ["sip:a%zz@example.com"],
  ["sip:a b@example.com"],
  ["sip:example.com:0"],
  ["sip:example.com:65536"],
  ["sip:example.com:1e3"],
  ["sip:2001:db8::10"],
  ["sip:[2001:db8::10"],
  ["sip:[host]"],
  ["sip:example.com;"],
  ["sip:example.com;=x"],
  ["sip:example.com?"],
  ['sip:a"@example.com'],
])("%s is no SIP URI", (text) => {
  expect(parseUri(text)).toBeUndefined()
})

test("what is written reads the same: escapes where they are needed", () => {
  for (const user of ["101", "a;b=c?d/e", 'q"<>@:%', "\xc3\xa4\r\n"]) {
    const text = formatUri({ user, host: "example.com", parameters: [{ name: "x", value: "1;2 3" }] })
    expect(parseUri(text)).toMatchObject({ user, parameters: [{ name: "x", value: "1;2 3" }] })
  }
})

test("the scheme of any URI", () => {
  expect(scheme("TEL:+49")).toBe("tel")
  expect(scheme("soap.beep://x")).toBe("soap.beep")
  expect(scheme("101@example.com:5060")).toBe("")
  expect(scheme("101")).toBe("")
})

/** The examples of RFC 3261 §19.1.4. */
test.each([
  ["sip:%61lice@atlanta.com;transport=TCP", "sip:alice@AtLanTa.CoM;Transport=tcp"],
  ["sip:carol@chicago.com", "sip:carol@chicago.com;newparam=5"],
  ["sip:carol@chicago.com;security=on", "sip:carol@chicago.com;newparam=5"],
  [
    "sip:biloxi.com;transport=tcp;method=REGISTER?to=sip:bob%40biloxi.com",
    "sip:biloxi.com;method=REGISTER;transport=tcp?to=sip:bob%40biloxi.com",
  ],
  [
    "sip:alice@atlanta.com?subject=project%20x&priority=urgent",
    "sip:alice@atlanta.com?priority=urgent&subject=project%20x",
  ],
])("%s equals %s", (one, other) => {
  expect(equal(one, other)).toBe(true)
  expect(equal(other, one)).toBe(true)
})

test.each([
  ["SIP:ALICE@AtLanTa.CoM;Transport=udp", "sip:alice@AtLanTa.CoM;Transport=UDP"],
  ["sip:bob@biloxi.com", "sip:bob@biloxi.com:5060"],
  ["sip:bob@biloxi.com", "sip:bob@biloxi.com;transport=udp"],
  ["sip:bob@biloxi.com", "sip:bob@biloxi.com:6000;transport=tcp"],
  ["sip:carol@chicago.com", "sip:carol@chicago.com?Subject=next%20meeting"],
  ["sip:bob@phone21.boxesbybob.com", "sip:bob@192.0.2.4"],
  ["sip:carol@chicago.com;security=on", "sip:carol@chicago.com;security=off"],
])("%s differs from %s", (one, other) => {
  expect(equal(one, other)).toBe(false)
  expect(equal(other, one)).toBe(false)
})

function equal(one: string, other: string): boolean {
  const [first, second] = [parseUri(one), parseUri(other)]
  if (first === undefined || second === undefined) throw new Error("not parsed")
  return uriEquals(first, second)
}
