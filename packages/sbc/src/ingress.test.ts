import { describe, expect, test } from "vitest"
import {
  configOf,
  field,
  innerFlow,
  outerFlow,
  password,
  scene,
  station,
  status,
} from "./registrar/registration.fixture.ts"

const office = configOf(
  station("168"),
  station("101", { authenticationActive: false }),
  station("102", { internetRegistration: false }),
  station("103", { authenticationActive: false, ha1: undefined }),
  station("104", { fixedIpAddress: "198.51.100.7" }),
)
const home = outerFlow("198.51.100.7", 40001)
const desk = innerFlow("192.168.1.50", 5060)

describe("the challenge", () => {
  test.each(["REGISTER", "INVITE", "OPTIONS", "MESSAGE", "SUBSCRIBE"])(
    "on the outer port every %s gets one",
    (method) => {
      const { receive, make, events } = scene(office)
      for (const user of ["168", "101", "102", "999", "", "a%00b"])
        expect(status(receive(make({ method, user }), home))).toBe(401)
      expect(events).toEqual([])
    },
  )

  test("on the inner port only where the station's authentication is on", () => {
    const { receive, make } = scene(office)
    expect(status(receive(make({ method: "INVITE", user: "101", flow: desk }), desk))).toBe("admitted")
    expect(status(receive(make({ method: "INVITE", user: "168", flow: desk }), desk))).toBe(401)
    expect(status(receive(make({ method: "INVITE", user: "999", flow: desk }), desk))).toBe(401)
  })

  test("has the station's algorithms in their order, each with qop=auth and the same nonce", () => {
    const { receive, make } = scene(
      configOf(
        station("1"),
        station("2", { digestAlgorithms: "sha256-and-md5" }),
        station("3", { digestAlgorithms: "sha256" }),
      ),
    )
    const algorithms = (user: string) => {
      const answer = receive(make({ user }), home)
      if (answer === "admitted") throw new Error("admitted")
      const values = answer.fields.filter(({ name }) => name === "WWW-Authenticate").map(({ value }) => value)
      for (const value of values) expect(value).toContain('qop="auth"')
      expect(new Set(values.map((value) => value.match(/nonce="(.*?)"/)?.[1])).size).toBe(1)
      return values.map((value) => value.match(/algorithm=([^,]+)/)?.[1])
    }
    expect(algorithms("1")).toEqual(["MD5"])
    expect(algorithms("2")).toEqual(["SHA-256", "MD5"])
    expect(algorithms("3")).toEqual(["SHA-256"])
    expect(algorithms("999")).toEqual(["MD5"])
  })

  test("names the station's realm; a station that does not exist has the system's", () => {
    const { receive, make } = scene(configOf(station("1", { realm: "old-system" })))
    expect(field(receive(make({ user: "1" }), home), "WWW-Authenticate")).toContain('realm="old-system"')
    expect(field(receive(make({ user: "2" }), home), "WWW-Authenticate")).toContain('realm="SMO-SIP"')
  })
})

describe("credentials", () => {
  test.each(["md5", "sha256-and-md5", "sha256"] as const)("that are right with %s are admitted", (digestAlgorithms) => {
    const { send } = scene(configOf(station("168", { digestAlgorithms })))
    expect(status(send())).toBe(200)
  })

  test("of an algorithm that the station does not offer only bring a new challenge", () => {
    const { receive, make, answer, events } = scene(
      configOf(station("168", { digestAlgorithms: "sha256" }), station("1")),
    )
    const md5 = receive(make({ user: "1" }), home)
    if (md5 === "admitted") throw new Error("admitted")
    const value = answer(md5, {}, "SIP-168", password)
    expect(status(receive(make({}, [{ name: "Authorization", value }]), home))).toBe(401)
    expect(events).toEqual([])
  })

  test("a wrong password and an unknown user are answered alike; the operator sees which", () => {
    const { send, of } = scene(office)
    const wrong = send({ user: "168" }, "guess")
    const unknown = send({ user: "999" }, "guess")
    for (const answer of [wrong, unknown]) {
      expect(status(answer)).toBe(401)
      expect(field(answer, "WWW-Authenticate")).toMatch(
        /^Digest realm="SMO-SIP", nonce="[^"]{35}", algorithm=MD5, qop="auth"$/,
      )
      expect(field(answer, "Warning")).toBeUndefined()
    }
    expect(of("registration.refused").map(({ refusal }) => [refusal.user, refusal.cause])).toEqual([
      ["168", "wrong-password"],
      ["999", "unknown-user"],
    ])
  })

  test("of another station do not do: the user ID must be that of the number", () => {
    const { send } = scene(office)
    expect(status(send({ user: "168" }, password, "SIP-104"))).toBe(401)
    expect(status(send({ user: "168" }, password, "168"))).toBe(401)
    expect(status(send({ user: "168" }, password, ""))).toBe(401)
  })

  test("that were made with the right secret but name another user do not do either", () => {
    const { receive, make, answer } = scene(office)
    const challenged = receive(make({}), home)
    if (challenged === "admitted") throw new Error("admitted")
    const value = answer(challenged, {}, "SIP-168", password).replace('username="SIP-168"', 'username="SIP-104"')
    expect(status(receive(make({}, [{ name: "Authorization", value }]), home))).toBe(401)
  })

  test("for another realm, another scheme, or beside others, are looked over", () => {
    const { receive, make, answer, events } = scene(office)
    const challenged = receive(make({}), home)
    if (challenged === "admitted") throw new Error("admitted")
    const value = answer(challenged, {}, "SIP-168", password)
    const noise = [
      { name: "Authorization", value: "Basic abcd" },
      { name: "Authorization", value: value.replace('realm="SMO-SIP"', 'realm="elsewhere"') },
    ]
    expect(status(receive(make({}, noise), home))).toBe(401)
    expect(events).toEqual([])
    expect(status(receive(make({}, [...noise, { name: "Authorization", value }]), home))).toBe(200)
  })

  test("with a nonce that expired, or a count that was used: stale=true, and no failure", () => {
    const { receive, make, answer, clock, of } = scene(office)
    const challenged = receive(make({}), home)
    if (challenged === "admitted") throw new Error("admitted")
    const at = (count: number, secret = password) =>
      receive(make({}, [{ name: "Authorization", value: answer(challenged, {}, "SIP-168", secret, count) }]), home)
    expect(status(at(1))).toBe(200)
    expect(field(at(1), "WWW-Authenticate")).toMatch(/, stale=true$/)
    expect(status(at(2))).toBe(200)
    clock.advance(300_000)
    expect(field(at(3), "WWW-Authenticate")).toMatch(/, stale=true$/)
    expect(of("registration.refused")).toEqual([])
    expect(field(at(4, "guess"), "WWW-Authenticate")).not.toContain("stale")
    expect(of("registration.refused")).toMatchObject([{ refusal: { cause: "wrong-password" } }])
  })

  test("for one method do not do for another", () => {
    const { receive, make, answer } = scene(office)
    const challenged = receive(make({}), home)
    if (challenged === "admitted") throw new Error("admitted")
    const value = answer(challenged, {}, "SIP-168", password)
    expect(status(receive(make({ method: "INVITE" }, [{ name: "Authorization", value }]), home))).toBe(401)
  })
})

describe("who may register on the outer port", () => {
  test.each([
    ["102", "internet-registration-off"],
    ["101", "authentication-off"],
  ] as const)("not %s: 403 after valid credentials, %s", (user, cause) => {
    const { send, of, locations } = scene(office)
    const answer = send({ user })
    expect(status(answer)).toBe(403)
    expect(field(answer, "Warning")).toMatch(/^399 homeport "/)
    expect(of("registration.refused")).toMatchObject([{ refusal: { cause, user, network: "outer" } }])
    expect(locations.all()).toEqual([])
  })

  test("before valid credentials neither of them is told from anybody else", () => {
    const { send, of } = scene(office)
    expect(status(send({ user: "102" }, "guess"))).toBe(401)
    expect(of("registration.refused")).toMatchObject([{ refusal: { cause: "wrong-password" } }])
  })

  test("a station without authentication has no password to prove: 401 for ever, and the operator learns why", () => {
    const { send, of } = scene(office)
    expect(status(send({ user: "103" }, ""))).toBe(401)
    expect(of("registration.refused")).toMatchObject([{ refusal: { cause: "authentication-off" } }])
  })

  test("on the inner port both may", () => {
    const { send } = scene(office)
    expect(status(send({ user: "102", flow: desk }))).toBe(200)
    expect(status(send({ user: "101", flow: desk }))).toBe(200)
  })

  test("a fixed IP address from there only, on either port", () => {
    const { send, of } = scene(office)
    expect(status(send({ user: "104" }))).toBe(200)
    expect(status(send({ user: "104", flow: outerFlow("198.51.100.8", 40001) }))).toBe(403)
    expect(status(send({ user: "104", flow: desk }))).toBe(403)
    expect(of("registration.refused").map(({ refusal }) => refusal.cause)).toEqual([
      "fixed-ip-address",
      "fixed-ip-address",
    ])
  })
})

describe("other requests on the outer port", () => {
  const invite = { method: "INVITE", uri: "sip:101@office.example" }

  test("are admitted from the address the station is registered from, whatever the port", () => {
    const { send } = scene(office)
    send()
    expect(status(send(invite))).toBe("admitted")
    expect(status(send({ ...invite, flow: outerFlow("198.51.100.7", 40099) }))).toBe("admitted")
    expect(status(send({ ...invite, flow: outerFlow("198.51.100.7", 52000, "TCP", 1) }))).toBe("admitted")
  })

  test("get 403 after valid credentials from anywhere else, and the call is told", () => {
    const { send, of } = scene(office)
    expect(status(send(invite))).toBe(403)
    send()
    expect(status(send({ ...invite, flow: outerFlow("198.51.100.8", 40001) }))).toBe(403)
    expect(of("call.refused")).toEqual([
      {
        type: "call.refused",
        from: "168",
        to: "101",
        source: "198.51.100.7",
        status: 403,
        why: "not-registered-here",
      },
      {
        type: "call.refused",
        from: "168",
        to: "101",
        source: "198.51.100.8",
        status: 403,
        why: "not-registered-here",
      },
    ])
  })

  test("a registration in the office does not count", () => {
    const { send } = scene(office)
    send({ flow: innerFlow("198.51.100.7", 5060) })
    expect(status(send(invite))).toBe(403)
  })

  test("nor one that has ended", () => {
    const { send, clock } = scene(office)
    send({ expires: 60 })
    clock.advance(60_000)
    expect(status(send(invite))).toBe(403)
  })

  test("a call with a wrong password is told as such, an unchallenged one not at all", () => {
    const { send, receive, make, of } = scene(office)
    receive(make(invite), home)
    expect(of("call.refused")).toEqual([])
    expect(status(send(invite, "guess"))).toBe(401)
    expect(of("call.refused")).toMatchObject([{ status: 401, why: "wrong-password" }])
  })

  test("refusing an OPTIONS is nothing to tell", () => {
    const { send, events } = scene(office)
    expect(status(send({ method: "OPTIONS" }))).toBe(403)
    expect(events).toEqual([])
  })
})

test("the host of To and From is not compared, the user is unescaped", () => {
  const { send } = scene(office)
  expect(status(send({ user: "%31%36%38", contacts: ["<sip:168@198.51.100.7:40001>"] }, password, "SIP-168"))).toBe(200)
})

describe("a User-Agent prefix", () => {
  const asks = (userAgentPrefix: string, userAgent: string) => {
    const { make, receive, answer } = scene(configOf(station("168", { userAgentPrefix })))
    const called = (extra: readonly { name: string; value: string }[]) => {
      const { fields, ...request } = make({}, extra)
      const named = fields.filter(({ name }) => name !== "User-Agent")
      return { ...request, fields: userAgent === "" ? named : [...named, { name: "User-Agent", value: userAgent }] }
    }
    const challenged = receive(called([]), home)
    if (challenged === "admitted") throw new Error("admitted")
    return status(
      receive(called([{ name: "Authorization", value: answer(challenged, {}, "SIP-168", password) }]), home),
    )
  }

  test.each([
    ["Yealink SIP-T41P", "Yealink SIP-T41P 36.83.0.35", 200],
    ["yealink sip-t41p", "YEALINK SIP-T41P 36.83.0.35", 200],
    ["Yealink", "Yealink", 200],
    ["Yealink", "Yealin", 403],
    ["Yealink", "", 403],
    ["Yealink", " Yealink", 403],
    ["Yealink", "Yealin\u212a", 403],
    ["Z 2.", "z 2.5", 200],
    ["[", "{", 403],
  ])("%j lets %j register: %i", (prefix, userAgent, expected) => {
    expect(asks(prefix, userAgent)).toBe(expected)
  })
})
