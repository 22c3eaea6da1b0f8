import { describe, expect, test } from "vitest"
import {
  configOf,
  contactsOf,
  field,
  innerFlow,
  mapped,
  outerFlow,
  scene,
  station,
  status,
} from "./registration.fixture.ts"

const office = configOf(station("168"), station("101", { authenticationActive: false }))

describe("a phone on the internet registers", () => {
  test("and is told its contact, for how long, and the date", () => {
    const { send, locations, clock } = scene(office)
    const answer = send({ expires: 300 })
    expect(status(answer)).toBe(200)
    expect(contactsOf(answer)).toEqual(["<sip:168@198.51.100.7:40001>;expires=300"])
    expect(field(answer, "Date")).toBe("Thu, 01 Jan 2026 00:00:00 GMT")
    expect(field(answer, "To")).toMatch(/;tag=/)
    expect(locations.all()).toEqual([
      {
        callNumber: "168",
        contact: "sip:168@198.51.100.7:40001",
        network: "outer",
        transport: "UDP",
        source: { host: "198.51.100.7", port: 40001 },
        local: { host: "192.168.1.2", port: 5070 },
        userAgent: "Test phone 1",
        callId: "call-1",
        cseq: expect.any(Number),
        registeredAt: clock.wall(),
        expiresAt: clock.wall() + 300_000,
        hairpin: false,
        state: "reachable",
      },
    ])
  })

  test("every change is told, with the binding or without one", () => {
    const { send, of, clock } = scene(office)
    send({ expires: 60 })
    clock.advance(60_000)
    const changes = of("binding.changed").filter(({ binding }) => binding?.state !== "unreachable")
    expect(changes.map(({ contact, binding }) => [contact, binding?.state])).toEqual([
      ["sip:168@198.51.100.7:40001", "reachable"],
      ["sip:168@198.51.100.7:40001", undefined],
    ])
  })

  test("for the time its Contact says, else that of Expires, else an hour; never longer", () => {
    const { send } = scene(office)
    const asked = (contact: string, expires?: number | string) =>
      contactsOf(send({ contacts: [contact], ...(expires === undefined ? {} : { expires }) }))[0]?.split("expires=")[1]
    const own = "<sip:168@198.51.100.7:40001>"
    expect(asked(`${own};expires=120`, 300)).toBe("120")
    expect(asked(own, 300)).toBe("300")
    expect(asked(own)).toBe("3600")
    expect(asked(own, 7200)).toBe("3600")
    expect(asked(own, 4294967295)).toBe("3600")
    expect(asked(own, "soon")).toBe("3600")
  })

  test("for less than a minute is refused with 423 and Min-Expires, and nothing changes", () => {
    const { send, locations } = scene(office)
    const answer = send({ expires: 59 })
    expect([status(answer), field(answer, "Min-Expires")]).toEqual([423, "60"])
    expect(locations.all()).toEqual([])
    expect(status(send({ expires: 60 }))).toBe(200)
  })

  test("and is gone when its time is over", () => {
    const { send, locations, clock } = scene(office)
    send({ expires: 60 })
    clock.advance(59_999)
    expect(locations.of("168")).toHaveLength(1)
    clock.advance(1)
    expect(locations.of("168")).toEqual([])
  })
})

describe("refresh and removal", () => {
  test("a refresh prolongs the binding and keeps since when it is there", () => {
    const { send, locations, clock } = scene(office)
    send({ expires: 100 })
    const { registeredAt } = locations.all()[0] ?? {}
    clock.advance(90_000)
    send({ expires: 100 })
    clock.advance(90_000)
    expect(locations.all()).toMatchObject([{ registeredAt, expiresAt: clock.wall() + 10_000 }])
  })

  test("expires=0 removes that contact, in Contact or in Expires", () => {
    for (const zero of [{ expires: 0 }, { contacts: ["<sip:168@198.51.100.7:40001>;expires=0"] }]) {
      const { send, locations } = scene(office)
      send()
      expect(contactsOf(send(zero))).toEqual([])
      expect(locations.all()).toEqual([])
    }
  })

  test("removing asks for no reachable Contact", () => {
    const { send } = scene(office)
    expect(status(send({ contacts: ["<sip:168@10.0.0.1>"], expires: 0 }))).toBe(200)
  })

  test("Contact: * with Expires: 0 removes all", () => {
    const { send, locations } = scene(office)
    send({ callId: "a" })
    send({ callId: "b", flow: outerFlow("198.51.100.8", 40002) })
    expect(locations.all()).toHaveLength(2)
    expect(status(send({ contacts: ["*"], expires: 0 }))).toBe(200)
    expect(locations.all()).toEqual([])
  })

  test.each([
    ["without Expires", { contacts: ["*"] }],
    ["with another Expires", { contacts: ["*"], expires: 60 }],
    ["beside other contacts", { contacts: ["*", "<sip:168@198.51.100.7:40001>"], expires: 0 }],
  ])("Contact: * %s makes no sense: 400", (_, asked) => {
    const { send, locations } = scene(office)
    send()
    expect(status(send(asked))).toBe(400)
    expect(locations.all()).toHaveLength(1)
  })

  test("a REGISTER without Contact only asks", () => {
    const { send } = scene(office)
    send({ expires: 300 })
    expect(contactsOf(send({ contacts: [] }))).toEqual(["<sip:168@198.51.100.7:40001>;expires=300"])
  })

  test("a Contact that cannot be read: 400", () => {
    expect(status(scene(office).send({ contacts: ["<sip:168@198.51.100.7:40001"] }))).toBe(400)
  })
})

describe("the order of requests (RFC 3261 §10.3)", () => {
  test.each([
    ["an equal", 10],
    ["a lower", 9],
  ])("%s CSeq of the same Call-ID fails and changes nothing", (_, cseq) => {
    const { send, locations, clock } = scene(office)
    send({ cseq: 10, expires: 100 })
    clock.advance(1000)
    expect(status(send({ cseq, expires: 0 }))).toBe(500)
    expect(status(send({ cseq, contacts: ["*"], expires: 0 }))).toBe(500)
    expect(locations.all()).toMatchObject([{ cseq: 10 }])
  })

  test("another Call-ID may have any number", () => {
    const { send } = scene(office)
    send({ cseq: 10 })
    expect(status(send({ cseq: 1, callId: "after-restart", expires: 0 }))).toBe(200)
  })
})

describe("several contacts", () => {
  const other = outerFlow("198.51.100.8", 40002)

  test("phones at two homes are both listed, whoever asks", () => {
    const { send } = scene(office)
    send({ callId: "a" })
    expect(contactsOf(send({ callId: "b", flow: other }))).toHaveLength(2)
  })

  test("all pass, or none is stored", () => {
    const { send, locations } = scene(office)
    const own = "<sip:168@198.51.100.7:40001>"
    expect(status(send({ contacts: [own, "<sip:168@10.0.0.5:5060>"] }))).toBe(403)
    expect(status(send({ contacts: [own, "<sip:168@198.51.100.7:40001;x=1>;expires=10"] }))).toBe(423)
    expect(locations.all()).toEqual([])
  })

  test("at most ten; the eleventh is refused, and told", () => {
    const { send, locations, of } = scene(office)
    for (let phone = 1; phone <= 10; phone++)
      expect(status(send({ callId: `c${phone}`, flow: outerFlow(`198.51.100.${phone}`, 40000) }))).toBe(200)
    const answer = send({ callId: "c11", flow: outerFlow("198.51.100.11", 40000) })
    expect(status(answer)).toBe(403)
    expect(field(answer, "Warning")).toMatch(/^399 homeport "10 phones/)
    expect(of("registration.refused").at(-1)?.refusal.cause).toBe("too-many-contacts")
    expect(locations.all()).toHaveLength(10)
    expect(status(send({ callId: "c10", flow: outerFlow("198.51.100.10", 40000) }))).toBe(200)
  })

  test("one that cannot be reached makes room for the eleventh", () => {
    const { send, locations } = scene(office)
    for (let phone = 1; phone <= 10; phone++)
      send({ callId: `c${phone}`, flow: outerFlow(`198.51.100.${phone}`, 40000, "TCP", phone) })
    locations.flowClosed(outerFlow("198.51.100.3", 40000, "TCP", 3))
    expect(status(send({ callId: "c11", flow: outerFlow("198.51.100.11", 40000) }))).toBe(200)
    expect(locations.of("168").map(({ binding }) => binding.source.host)).not.toContain("198.51.100.3")
  })
})

describe("a phone that comes with a new address takes the place of its old one", () => {
  const moved = outerFlow("198.51.100.7", 41000)

  test("by its Call-ID", () => {
    const { send } = scene(office)
    send({ callId: "a" })
    expect(contactsOf(send({ callId: "a", flow: moved }))).toEqual(["<sip:168@198.51.100.7:41000>;expires=3600"])
  })

  test("by its instance", () => {
    const { send } = scene(office)
    const contact = (port: number, id: string) => [`<sip:168@198.51.100.7:${port}>;+sip.instance="<urn:uuid:${id}>"`]
    send({ callId: "a", contacts: contact(40001, "1") })
    expect(contactsOf(send({ callId: "b", flow: moved, contacts: contact(41000, "1") }))).toHaveLength(1)
    const third = outerFlow("198.51.100.7", 42000)
    expect(contactsOf(send({ callId: "b", flow: third, contacts: contact(42000, "2") }))).toHaveLength(2)
  })

  test("by the address that its packets come from", () => {
    const { send } = scene(configOf(station("168", { natTraversal: "homeport" })))
    send({ callId: "a", contacts: ["<sip:168@10.0.0.5:5060>"] })
    expect(contactsOf(send({ callId: "b", contacts: ["<sip:168@10.0.0.6:5060>"] }))).toEqual([
      "<sip:168@10.0.0.6:5060>;expires=3600",
    ])
  })
})

describe("NAT traversal", () => {
  test.each([
    ["no-stun", "sip:168@192.168.178.20:5060", "does not use STUN"],
    ["symmetric-nat", "sip:168@198.51.100.7:40002", "symmetric NAT"],
    ["sip-alg", "sip:168@198.51.100.9:40001", "SIP ALG"],
    ["contact-host-name", "sip:168@phone.example", "names the host phone.example"],
  ] as const)("by the endpoint: %s is refused with 403, a Warning, and an event", (cause, contact, meaning) => {
    const { send, of, locations } = scene(office)
    const answer = send({ contacts: [`<${contact}>`] })
    expect(status(answer)).toBe(403)
    expect(field(answer, "Warning")).toMatch(/^399 homeport ".+"$/)
    expect(field(answer, "Warning")).toContain(meaning)
    expect(of("registration.refused").map(({ refusal }) => refusal)).toEqual([
      {
        cause,
        network: "outer",
        transport: "UDP",
        source: { host: "198.51.100.7", port: 40001 },
        user: "168",
        contact: contact.slice("sip:168@".length),
        userAgent: "Test phone 1",
      },
    ])
    expect(locations.all()).toEqual([])
  })

  test("a private Contact before the credentials is challenged, not judged: linphone sends one", () => {
    const { receive, make, home, events } = scene(office)
    expect(status(receive(make({ contacts: ["<sip:168@192.168.178.20:5060>"] }), home))).toBe(401)
    expect(events).toEqual([])
  })

  test("by Homeport, and over TCP, requests go to the packet's source", () => {
    const { send, locations } = scene(configOf(station("168"), station("169", { natTraversal: "homeport" })))
    const tcp = outerFlow("198.51.100.7", 52000, "TCP", 7)
    expect(status(send({ flow: tcp, contacts: ["<sip:168@10.0.0.5:5060;transport=tcp>"] }))).toBe(200)
    expect(status(send({ user: "169", contacts: ["<sip:169@10.0.0.5>"] }))).toBe(200)
    expect(locations.of("168")).toMatchObject([{ flow: tcp, binding: { source: tcp.remote, transport: "TCP" } }])
    expect(locations.of("169")[0]?.binding.source).toEqual({ host: "198.51.100.7", port: 40001 })
  })

  test("a smartphone in the office Wi-Fi that writes our public address is bound to its packet's source", () => {
    const { send, locations } = scene(office)
    const flow = outerFlow("192.168.1.77", 5062)
    expect(status(send({ flow, contacts: [`<sip:168@${mapped}:61000>`] }))).toBe(200)
    expect(locations.all()).toMatchObject([{ hairpin: true, network: "outer", source: flow.remote }])
  })
})

describe("a phone in the office", () => {
  test("may write any address; requests go to its source", () => {
    const { send, locations } = scene(office)
    const flow = innerFlow("192.168.1.50", 33000)
    expect(status(send({ user: "101", flow, contacts: ["<sip:101@phone.local>"] }))).toBe(200)
    expect(locations.of("101")).toMatchObject([{ flow, binding: { network: "inner", hairpin: false } }])
  })

  test("that sends from one port and listens at another is reached at the one in its Contact", () => {
    const { send, locations } = scene(office)
    send({ user: "101", flow: innerFlow("192.168.1.50", 33000), contacts: ["<sip:101@192.168.1.50>"] })
    const [contact] = locations.of("101")
    expect(contact?.binding.source).toEqual({ host: "192.168.1.50", port: 5060 })
    expect(contact?.flow).toMatchObject({ transport: "UDP", remote: { host: "192.168.1.50", port: 5060 } })
  })

  test("is not pinged", () => {
    const { send, clock, pings } = scene(office)
    send({ user: "101", flow: innerFlow("192.168.1.50", 5060) })
    clock.advance(120_000)
    expect(pings).toEqual([])
  })
})

test("an extension that is required of the registrar: 420 with its name", () => {
  const { send, locations } = scene(office)
  const answer = send({ fields: [{ name: "Require", value: "path, gruu" }] })
  expect([status(answer), field(answer, "Unsupported")]).toEqual([420, "path, gruu"])
  expect(locations.all()).toEqual([])
})
