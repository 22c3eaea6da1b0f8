import { describe, expect, test } from "vitest"
import { fieldProblems } from "../field-problem.ts"
import {
  type DyndnsSettings,
  dyndns,
  dyndnsChange,
  dyndnsDefaults,
  dyndnsLogin,
  keptPasswordProblem,
} from "./dyndns.ts"
import { dyndnsProviderIds } from "./dyndns-providers.ts"
import { fillInUrl, updateUrlProblem } from "./update-url.ts"

const homeport: DyndnsSettings = {
  ...dyndnsDefaults,
  hostName: "office.example.net",
  updatedBy: "homeport",
  provider: "dyn",
  userName: "ada",
}
const own = (updateUrl: string, more: Partial<DyndnsSettings> = {}): DyndnsSettings => ({
  ...homeport,
  provider: "own",
  updateUrl,
  ...more,
})
const someUrl = "https://dyndns.example.net/update?h=<hostname>&a=<ip>"

const problemsOf = (body: unknown) => {
  const outcome = dyndnsChange.safeParse(body)
  return outcome.success ? {} : fieldProblems(outcome.error, body)
}

describe("while somebody else updates", () => {
  test("two fields are enough, and the others are not looked at", () => {
    const body = { hostName: null, updatedBy: "office-router" }
    expect(dyndnsChange.parse(body)).toEqual(dyndnsDefaults)
    expect(problemsOf({ ...dyndnsDefaults, updateUrl: "nonsense" })).toEqual({})
  })
})

describe("while Homeport updates", () => {
  test.each<[string, DyndnsSettings, object]>([
    ["a complete account is fine", homeport, {}],
    ["a name is needed", { ...homeport, hostName: null }, { hostName: { code: "Required" } }],
    ["it is a whole name", { ...homeport, hostName: "office" }, { hostName: { code: "NotFullyQualified" } }],
    [
      "it is one that the provider keeps",
      { ...homeport, provider: "duckdns", userName: "" },
      { hostName: { code: "NameNotOfProvider", params: { suffix: ".duckdns.org" } } },
    ],
    ["a user is needed", { ...homeport, userName: "" }, { userName: { code: "Required" } }],
    ["without a colon", { ...homeport, userName: "a:b" }, { userName: { code: "UserNameColon" } }],
    ["of Duck DNS none", { ...homeport, hostName: "office.duckdns.org", provider: "duckdns", userName: "" }, {}],
    ["an own URL is needed", own(""), { updateUrl: { code: "Required" } }],
    ["an own URL is enough", own(someUrl, { userName: "" }), {}],
    [
      "a place for the user needs one",
      own(`${someUrl}&u=<user>`, { userName: "" }),
      { userName: { code: "Required" } },
    ],
    ["in a place a colon is nothing special", own(`${someUrl}&p=<pass>`, { userName: "a:b" }), {}],
    [
      "the days have a range",
      { ...homeport, refreshDays: 6 },
      { refreshDays: { code: "TooSmall", params: { minimum: 7 } } },
    ],
    ["or are off", { ...homeport, refreshDays: null }, {}],
  ])("%s", (_, settings, problems) => {
    expect(problemsOf(settings)).toEqual(problems)
  })
})

describe("an own URL", () => {
  test.each([
    ["https://dyndns.example.net/nic/update?hostname=<hostname>&myip=<ip>", undefined],
    ["https://dyndns.example.net:8443?ip=<IPADDR>&n=<domain>&u=<user>&p=<passwd>", undefined],
    ["http://192.168.1.5/set/<ip>", undefined],
    ["http://127.0.0.1:8053/?ip=<ip>", undefined],
    ["http://dyndns.example.net/?ip=<ip>", "UpdateUrlNotSecure"],
    ["http://203.0.113.9/?ip=<ip>", "UpdateUrlNotSecure"],
    ["http://169.254.169.254/?ip=<ip>", "UpdateUrlNotSecure"],
    ["https://<hostname>/?ip=<ip>", "NotAnUpdateUrl"],
    ["https://user:word@dyndns.example.net/?ip=<ip>", "UpdateUrlLogin"],
    ["https://<user>:<pass>@dyndns.example.net/?ip=<ip>", "UpdateUrlLogin"],
    ["https://dyndns.example.net/?ip=<ip>&six=<ip6addr>", "UpdateUrlPlace"],
    ["https://dyndns.example.net/?name=<hostname>", "UpdateUrlWithoutAddress"],
    ["https://dyndns.example.net/?ip=<ip>>", "NotAnUpdateUrl"],
    ["https://dyndns.example.net", "NotAnUpdateUrl"],
    ["https://exa mple.net/?ip=<ip>", "NotAnUpdateUrl"],
    ["https://dyndns.example.net:99999/?ip=<ip>", "NotAnUpdateUrl"],
    ["ftp://dyndns.example.net/?ip=<ip>", "NotAnUpdateUrl"],
    ["file:///etc/passwd?<ip>", "NotAnUpdateUrl"],
  ])("%s", (template, code) => {
    expect(updateUrlProblem(template)?.code).toBe(code)
  })

  test("takes every value as one value, whatever is in it", () => {
    const values = { hostname: "office.example.net", ip: "203.0.113.7", username: "a&b=c", password: "p/ä#?<ip> %" }
    const url = new URL(fillInUrl("https://dyndns.example.net/<user>?p=<password>&a=<ip>&h=<hostname>", values))
    expect(decodeURIComponent(url.pathname)).toBe("/a&b=c")
    expect(Object.fromEntries(url.searchParams)).toEqual({ p: values.password, a: values.ip, h: values.hostname })
  })
})

describe("the password", () => {
  const stored = { ...homeport, passwordSet: true }

  test("is needed where the provider takes one, and none is stored", () => {
    expect(keptPasswordProblem({ ...homeport, passwordSet: false }, homeport)).toEqual({ code: "Required" })
    expect(keptPasswordProblem({ ...homeport, passwordSet: false }, own(someUrl, { userName: "" }))).toBeUndefined()
    expect(keptPasswordProblem({ ...homeport, passwordSet: false }, { ...homeport, updatedBy: "office-router" })).toBe(
      undefined,
    )
  })

  test("stays where it was entered: another server does not get it", () => {
    expect(keptPasswordProblem(stored, { ...homeport, hostName: "other.example.net" })).toBeUndefined()
    expect(keptPasswordProblem(stored, { ...homeport, provider: "no-ip" })).toEqual({ code: "PasswordOfOtherServer" })
    const before = { ...own(someUrl), passwordSet: true }
    expect(keptPasswordProblem(before, own(`${someUrl}&more=1`))).toBeUndefined()
    expect(keptPasswordProblem(before, own(someUrl.replace("dyndns.", "elsewhere.")))).toEqual({
      code: "PasswordOfOtherServer",
    })
    expect(keptPasswordProblem(before, own(someUrl.replace(".net/", ".net:444/")))).toEqual({
      code: "PasswordOfOtherServer",
    })
  })

  test("goes by HTTP Basic, or to its place in the URL, never both", () => {
    expect(dyndnsLogin(homeport)).toEqual({ basic: true, userName: true, password: true })
    expect(dyndnsLogin(own(someUrl))).toEqual({ basic: true, userName: false, password: true })
    expect(dyndnsLogin(own(`${someUrl}&p=<password>`))).toEqual({ basic: false, userName: false, password: true })
    expect(dyndnsLogin(own(someUrl, { userName: "" }))).toEqual({ basic: false, userName: false, password: false })
  })

  test("is in no answer's schema", () => {
    expect(dyndns.read.response.safeParse({ ...stored, password: "x" }).success).toBe(false)
  })
})

test("every provider has an id of its own, and one is the administrator's", () => {
  expect(new Set(dyndnsProviderIds).size).toBe(dyndnsProviderIds.length)
  expect(dyndnsProviderIds[0]).toBe("own")
})
