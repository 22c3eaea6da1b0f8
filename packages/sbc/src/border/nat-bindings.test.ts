import type { Flow } from "@homeport/sip"
import { describe, expect, test } from "vitest"
import { parseIpNetwork } from "./ip-address.ts"
import { type ContactCircumstances, judgeContact } from "./nat-bindings.ts"

const office = [parseIpNetwork("192.168.1.0/24")].flatMap((network) => network ?? [])

function from(host: string, port: number, transport: Flow["transport"] = "UDP"): Flow {
  const local = { host: "192.168.1.2", port: 5070 }
  return { transport, local, remote: { host, port }, key: `${transport} ${host} ${port}` }
}

const home = from("198.51.100.7", 40001)
const endpoint: ContactCircumstances = { flow: home, natTraversal: "endpoint", local: office, mapped: "203.0.113.20" }

function cause(contact: string, circumstances: Partial<ContactCircumstances> = {}) {
  const verdict = judgeContact(contact, { ...endpoint, ...circumstances })
  return verdict.ok ? (verdict.hairpin ? "hairpin" : "fine") : verdict.problem.cause
}

describe("By the endpoint, over UDP", () => {
  test("a Contact that is the packet's source passes", () => {
    expect(cause("sip:168@198.51.100.7:40001")).toBe("fine")
    expect(cause("sip:168@198.51.100.7:40001;ob;transport=udp")).toBe("fine")
  })

  test("a Contact without port means 5060", () => {
    expect(cause("sip:168@198.51.100.7", { flow: from("198.51.100.7", 5060) })).toBe("fine")
    expect(cause("sip:168@198.51.100.7")).toBe("symmetric-nat")
  })

  test.each([
    "0.0.0.0",
    "0.255.255.255",
    "10.77.0.2",
    "100.64.0.1",
    "100.127.255.255",
    "127.0.0.1",
    "169.254.3.4",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.178.20",
    "224.0.0.1",
    "255.255.255.255",
    "[::1]",
    "[fe80::1]",
    "[fc00::1]",
    "[fdff::1]",
  ])("the private address %s: no STUN, even where the packet has it too", (host) => {
    expect(cause(`sip:168@${host}:40001`)).toBe("no-stun")
    expect(cause(`sip:168@${host}:40001`, { flow: from(host.replace(/[[\]]/g, ""), 40001) })).toBe("no-stun")
  })

  test.each([
    "100.63.255.255",
    "100.128.0.0",
    "172.15.0.1",
    "172.32.0.1",
    "192.169.0.1",
    "11.0.0.1",
    "192.0.2.1",
    "[2001:db8::1]",
  ])("%s is an ordinary address", (host) => {
    expect(cause(`sip:168@${host}:40001`, { flow: from(host.replace(/[[\]]/g, ""), 40001) })).toBe("fine")
  })

  test("the right address with another port: symmetric NAT", () => {
    expect(cause("sip:168@198.51.100.7:40002")).toBe("symmetric-nat")
  })

  test("another public address: a SIP ALG", () => {
    expect(cause("sip:168@198.51.100.8:40001")).toBe("sip-alg")
  })

  test("a public Contact in a packet with a local source: the office router rewrites it", () => {
    expect(cause("sip:168@198.51.100.7:40001", { flow: from("192.168.1.1", 40001) })).toBe("router-rewrites-source")
    expect(cause("sip:168@198.51.100.7:40001", { flow: from("10.0.0.1", 40001) })).toBe("router-rewrites-source")
  })

  test("a host name, and what is no SIP URI", () => {
    expect(cause("sip:168@phone.example:40001")).toBe("contact-host-name")
    expect(cause("tel:+4989168")).toBe("contact-not-sip")
    expect(cause("mailto:a@b")).toBe("contact-not-sip")
  })

  test("our own mapped address, from the office network: hairpin, whatever the port", () => {
    expect(cause("sip:168@203.0.113.20:61000", { flow: from("192.168.1.77", 5060) })).toBe("hairpin")
    expect(cause("sip:168@203.0.113.20:61000", { flow: from("192.168.1.77", 5060), mapped: undefined })).toBe(
      "router-rewrites-source",
    )
    expect(cause("sip:168@203.0.113.20:61000")).toBe("sip-alg")
  })

  test("the explanation says what was seen and what it means", () => {
    const verdict = judgeContact("sip:168@10.0.0.5:5060", endpoint)
    expect(verdict).toMatchObject({ problem: { contact: "10.0.0.5:5060" } })
    expect(verdict).toMatchObject({
      problem: { explanation: expect.stringMatching(/10\.0\.0\.5.*198\.51\.100\.7:40001.*STUN/) },
    })
  })
})

describe.each([
  ["By Homeport", { natTraversal: "homeport" }],
  ["over TCP", { flow: from("198.51.100.7", 40001, "TCP") }],
] as const)("%s", (_, circumstances) => {
  test.each(["sip:168@10.0.0.5", "sip:168@phone.local", "sip:168@198.51.100.8:1"])(
    "the source counts, not %s",
    (contact) => {
      expect(cause(contact, circumstances)).toBe("fine")
    },
  )

  test("a Contact must be a SIP URI all the same", () => {
    expect(cause("tel:168", circumstances)).toBe("contact-not-sip")
  })

  test("a phone in the office's own network is known as such", () => {
    const { transport } = { ...endpoint, ...circumstances }.flow
    const flow = from("192.168.1.77", 5060, transport)
    expect(cause("sip:168@203.0.113.20:61000", { ...circumstances, flow })).toBe("hairpin")
    expect(cause("sip:168@192.168.1.77:5060", { ...circumstances, flow })).toBe("hairpin")
  })
})
