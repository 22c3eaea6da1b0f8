import { beforeEach, describe, expect, test } from "vitest"
import { membership } from "./networks.ts"
import { SourceCheck } from "./source-check.ts"

const HOME = "203.0.113.7"
const sdp = { host: HOME, port: 4000 }
let check: SourceCheck

beforeEach(() => {
  check = new SourceCheck()
})

const negotiated = (address = sdp, relearn = false): void =>
  check.negotiated({ source: HOME, address, learned: false, relearn })
const learned = (address = sdp, relearn = false): void =>
  check.negotiated({ source: HOME, address, learned: true, relearn })

describe("before an answer", () => {
  test("nobody is known, and nothing settles", () => {
    expect(check.accept(HOME, 4000, 0)).toBe("stranger")
    expect([check.heard, check.host]).toEqual([false, undefined])
    negotiated()
    expect(check.heard).toBe(false)
  })
})

describe("negotiated", () => {
  test("sends to the SDP's address until the first packet, then back to where that came from", () => {
    negotiated()
    expect([check.host, check.port]).toEqual([HOME, 4000])
    expect(check.accept(HOME, 61000, 10)).toBe("settled")
    expect([check.heard, check.host, check.port]).toEqual([true, HOME, 61000])
    expect(check.accept(HOME, 61000, 30)).toBe("accepted")
  })

  test("another address is a stranger at any time", () => {
    negotiated()
    expect(check.accept("203.0.113.8", 4000, 0)).toBe("stranger")
    check.accept(HOME, 4000, 10)
    expect(check.accept("203.0.113.8", 4000, 20)).toBe("stranger")
    expect(check.accept("203.0.113.8", 4000, 60_000)).toBe("stranger")
  })

  test("may settle for 3 s from the first packet, however late that comes", () => {
    negotiated()
    expect(check.accept(HOME, 61000, 20_000)).toBe("settled")
    expect(check.accept(HOME, 61002, 22_999)).toBe("settled")
    expect(check.accept(HOME, 61004, 23_000)).toBe("stranger")
    expect(check.accept(HOME, 61002, 23_000)).toBe("accepted")
  })

  test("does not leave the very address of the SDP while it settles", () => {
    negotiated()
    check.accept(HOME, 61000, 0)
    expect(check.accept(HOME, 4000, 20)).toBe("settled")
    expect(check.accept(HOME, 61000, 40)).toBe("stranger")
    expect(check.accept(HOME, 4000, 60)).toBe("accepted")
  })

  test("settled, it takes a new port of the same address only after 2 s of silence, and again only after the next", () => {
    negotiated()
    check.accept(HOME, 4000, 0)
    check.accept(HOME, 4000, 5000)
    expect(check.accept(HOME, 5000, 6999)).toBe("stranger")
    expect(check.accept(HOME, 5000, 7000)).toBe("settled")
    expect(check.accept(HOME, 4000, 7001)).toBe("stranger")
    expect(check.accept(HOME, 4000, 9000)).toBe("settled")
  })

  test("a stranger's packets are no sign of life of the old port", () => {
    negotiated()
    check.accept(HOME, 4000, 0)
    for (let now = 3000; now < 3100; now += 20) check.accept("203.0.113.8", 4000, now)
    expect(check.accept(HOME, 5000, 3100)).toBe("settled")
  })

  test("a re-INVITE that moves nothing opens nothing", () => {
    negotiated()
    check.accept(HOME, 61000, 0)
    negotiated()
    expect([check.heard, check.port]).toEqual([true, 61000])
    expect(check.accept(HOME, 5000, 3500)).toBe("settled") // silence, not the offer
    expect(check.accept(HOME, 61000, 3600)).toBe("stranger")
  })

  test("a re-INVITE with a new address sends there at once, and lets the source settle anew", () => {
    negotiated()
    check.accept(HOME, 4000, 0)
    negotiated({ host: HOME, port: 6000 })
    expect([check.heard, check.port]).toEqual([false, 6000])
    expect(check.accept(HOME, 4000, 10_000)).toBe("settled") // the last of the old stream
    expect(check.accept(HOME, 6000, 10_020)).toBe("settled")
    expect(check.accept(HOME, 4000, 10_040)).toBe("stranger")
  })
})

describe("learned (hosted NAT traversal)", () => {
  test("the private port that a re-INVITE names does not move what is sent", () => {
    learned()
    check.accept(HOME, 61000, 0)
    learned({ host: HOME, port: 7078 })
    expect([check.heard, check.port]).toEqual([true, 61000])
    expect(check.accept(HOME, 61000, 5000)).toBe("settled")
    expect(check.accept(HOME, 61500, 5020)).toBe("settled")
  })

  test("a new signalling address starts from nothing", () => {
    learned()
    check.accept(HOME, 61000, 0)
    check.negotiated({
      source: "198.51.100.9",
      address: { host: "198.51.100.9", port: 7078 },
      learned: true,
      relearn: false,
    })
    expect([check.heard, check.host, check.port]).toEqual([false, "198.51.100.9", 7078])
    expect(check.accept(HOME, 61000, 20)).toBe("stranger")
  })

  test("after a REGISTER one new port is accepted though the old one is not silent", () => {
    learned()
    check.accept(HOME, 61000, 0)
    check.accept(HOME, 61000, 4000)
    learned(sdp, true)
    expect(check.accept(HOME, 61000, 4020)).toBe("accepted")
    expect(check.accept(HOME, 62000, 4030)).toBe("settled")
    expect(check.accept(HOME, 63000, 4040)).toBe("stranger")
    expect(check.accept(HOME, 61000, 4040)).toBe("stranger")
    expect(check.accept("203.0.113.8", 62000, 4050)).toBe("stranger")
  })
})

describe("of a phone in our own network, whose signalling came through the router", () => {
  const [router, phone] = ["192.168.1.1", "192.168.1.77"]
  const hairpin = (relearn = false): void =>
    check.negotiated({
      source: router,
      address: undefined,
      learned: true,
      relearn,
      networks: membership(["192.168.1.0/24"]),
    })

  test("the first packet from one of the networks says where it is", () => {
    hairpin()
    expect(check.accept("203.0.113.8", 4000, 0)).toBe("stranger")
    expect([check.heard, check.host]).toEqual([false, undefined])
    expect(check.accept(phone, 4000, 10)).toBe("settled")
    expect([check.host, check.port]).toEqual([phone, 4000])
  })

  test("and from then on nobody else in them, nor another port of its own, but by the usual rules", () => {
    hairpin()
    check.accept(phone, 4000, 0)
    expect(check.accept("192.168.1.78", 4000, 10)).toBe("stranger")
    expect(check.accept(router, 4000, 10)).toBe("stranger")
    check.accept(phone, 4000, 5000)
    expect(check.accept(phone, 5000, 5020)).toBe("stranger")
    expect(check.accept(phone, 5000, 7000)).toBe("settled")
    expect(check.accept("192.168.1.78", 4000, 60_000)).toBe("stranger")
  })

  test("a refresh, a new offer or a new REGISTER does not forget it", () => {
    hairpin()
    check.accept(phone, 4000, 0)
    hairpin(true)
    expect([check.host, check.port]).toEqual([phone, 4000])
    expect(check.accept("192.168.1.78", 4000, 5000)).toBe("stranger")
    expect(check.accept(phone, 4000, 5010)).toBe("accepted")
  })

  test("it may also be the router itself", () => {
    hairpin()
    expect(check.accept(router, 61000, 0)).toBe("settled")
    expect(check.accept(phone, 4000, 10)).toBe("stranger")
  })
})
