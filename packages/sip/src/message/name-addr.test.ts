import { expect, test } from "vitest"
import { formatNameAddr, parseContacts, parseNameAddr } from "./name-addr.ts"
import { parameter } from "./parameters.ts"
import { displayText, wireText } from "./text.ts"

test.each([
  ["<sip:a@b>", "", "sip:a@b", undefined],
  ["sip:a@b;tag=1", "", "sip:a@b", "1"],
  ["sip:a@b ; tag = 1", "", "sip:a@b", "1"],
  ["<sip:a@b;tag=uri>;tag=field", "", "sip:a@b;tag=uri", "field"],
  ["Anna B. <sip:a@b>", "Anna B.", "sip:a@b", undefined],
  ["caller<sip:a@b>;TAG=x", "caller", "sip:a@b", "x"],
  ['"An \\"n\\" a <,;>"<sip:a@b>', 'An "n" a <,;>', "sip:a@b", undefined],
  ["<tel:+49123>;tag=9", "", "tel:+49123", "9"],
])("%s", (text, displayName, uri, tag) => {
  expect(parseNameAddr(text)).toMatchObject({ displayName, uri, tag })
})

test.each([
  [""],
  ["<sip:a@b"],
  ["sip:a@b>"],
  ['"Anna <sip:a@b>'],
  ['"Anna" sip:a@b'],
  ["< sip:a@b >"],
  ["<sip:a@b>x"],
  ["<sip:a@b>;"],
  ["<sip:a@b>;=1"],
  ['<sip:a@b>;x="1'],
  ["sip:a@b?Route=x"],
  ["sip:a@b,sip:c@d"],
  ["<>"],
  ["<101>"],
])("%s is refused", (text) => {
  expect(parseNameAddr(text)).toBeUndefined()
})

test("names are quoted, and nothing in one can end the line or the quote", () => {
  const displayName = wireText('Büro "Süd" \\ \r\nX: y')
  const text = formatNameAddr({ displayName, uri: "sip:a@b", tag: "1" })
  expect(text).not.toMatch(/[\r\n]/)
  const parsed = parseNameAddr(text)
  expect(displayText(parsed?.displayName ?? "")).toBe('Büro "Süd" \\   X: y')
  expect(parsed?.tag).toBe("1")
})

test("a tag given stands once, behind the other parameters, which keep their values", () => {
  const parsed = parseNameAddr('<sip:a@b>;tag=old;x="1, 2";received=[2001:db8::1]:5060')
  if (parsed === undefined) throw new Error("not parsed")
  expect(formatNameAddr({ ...parsed, tag: "new" })).toBe('<sip:a@b>;x="1, 2";received=[2001:db8::1]:5060;tag=new')
})

test("latin1 names are shown as they were meant", () => {
  expect(displayText("B\xfcro")).toBe("Büro")
  expect(displayText(wireText("Büro"))).toBe("Büro")
})

test("contacts: lists on one line and on several, and the lone asterisk", () => {
  expect(contacts('"A, B" <sip:a@b>;expires=60, <sip:c@d,e>', "sip:f@g;q=0.5")).toMatchObject([
    { displayName: "A, B", uri: "sip:a@b" },
    { uri: "sip:c@d,e" },
    { uri: "sip:f@g" },
  ])
  expect(contacts("*")).toBe("*")
  expect(contacts()).toEqual([])
  expect(contacts("*", "<sip:a@b>")).toBeUndefined()
  expect(contacts("<sip:a@b>, broken")).toBeUndefined()
})

test("parameters are found by their name in lower case", () => {
  const parameters = parseNameAddr("<sip:a@b>;Expires=60;lr")?.parameters ?? []
  expect(parameter(parameters, "expires")?.value).toBe("60")
  expect(parameter(parameters, "lr")).toEqual({ name: "lr", value: undefined })
  expect(parameter(parameters, "q")).toBeUndefined()
})

function contacts(...lines: string[]) {
  return parseContacts({ fields: lines.map((value) => ({ name: "Contact", value })) })
}
