import { expect, test } from "vitest"
import { manualClock } from "./clock.ts"
import { type RouterOptions, router } from "./home-router.ts"
import { type Host, host } from "./host.ts"
import { simulatedNetwork } from "./network.ts"

/**
 *   phone 192.168.2.20 ── home router 203.0.113.7 ── internet ── anna 198.51.100.1, bert 198.51.100.2
 */
function home(options: Partial<RouterOptions> = {}) {
  const clock = manualClock()
  const net = simulatedNetwork(clock)
  const inside = net.lan("home")
  const internet = net.lan("internet")
  const attached = (name: string, lan: typeof inside, address: string) => {
    const one = host(net, name)
    one.attach(lan, address)
    return one
  }
  const phone = attached("phone", inside, "192.168.2.20")
  const other = attached("other", inside, "192.168.2.30")
  const anna = attached("anna", internet, "198.51.100.1")
  const bert = attached("bert", internet, "198.51.100.2")
  const nat = router(net, {
    ...{ name: "home router", inner: inside, innerAddress: "192.168.2.1" },
    ...{ outer: internet, publicAddress: "203.0.113.7" },
    ...options,
  })
  const open = (on: Host, port: number) => {
    const heard: string[] = []
    const socket = on.udp({ host: on.addresses[0] ?? "", port }, (bytes, from) => {
      heard.push(`${Buffer.from(bytes)} from ${from.host}:${from.port}`)
    })
    const say = (text: string, to: string, ttl?: number) => {
      const [name = "", destination = ""] = to.split(":")
      socket?.send(Buffer.from(text), { host: name, port: Number(destination) }, ttl)
      net.settle()
    }
    return { heard, say, socket }
  }
  return { clock, net, nat, inside, internet, phone, other, anna, bert, open }
}

test("endpoint-independent mapping: everybody outside sees the same port, and it is the inner one", () => {
  const { open, phone, anna, bert } = home()
  const [p, a, b] = [open(phone, 5060), open(anna, 1), open(bert, 2)]
  p.say("hello", "198.51.100.1:1")
  p.say("hello", "198.51.100.2:2")
  expect(a.heard).toEqual(["hello from 203.0.113.7:5060"])
  expect(b.heard).toEqual(["hello from 203.0.113.7:5060"])
})

test("two phones that use the same port get different ones outside", () => {
  const { open, phone, other, anna } = home()
  const a = open(anna, 1)
  open(phone, 5060).say("one", "198.51.100.1:1")
  const second = open(other, 5060)
  second.say("two", "198.51.100.1:1")
  expect(a.heard).toEqual(["one from 203.0.113.7:5060", "two from 203.0.113.7:61001"])
  a.say("back", "203.0.113.7:61001")
  expect(second.heard).toEqual(["back from 198.51.100.1:1"])
})

test("without port preservation the outer port is the router's choice", () => {
  const { open, phone, anna } = home({ portPreserving: false })
  const a = open(anna, 1)
  open(phone, 5060).say("hello", "198.51.100.1:1")
  expect(a.heard).toEqual(["hello from 203.0.113.7:61001"])
})

test("symmetric mapping: each destination sees another port, the same one every time", () => {
  const { open, phone, anna, bert } = home({ mapping: "address-and-port-dependent" })
  const [p, a, b] = [open(phone, 5060), open(anna, 1), open(bert, 2)]
  p.say("1", "198.51.100.1:1")
  p.say("2", "198.51.100.2:2")
  p.say("3", "198.51.100.1:1")
  expect(a.heard).toEqual(["1 from 203.0.113.7:5060", "3 from 203.0.113.7:5060"])
  expect(b.heard).toEqual(["2 from 203.0.113.7:61001"])
})

test.each([
  { filtering: "address-and-port-dependent", port: false, stranger: false },
  { filtering: "address-dependent", port: true, stranger: false },
  { filtering: "endpoint-independent", port: true, stranger: true },
] as const)("$filtering filtering: who may answer", ({ filtering, port, stranger }) => {
  const { net, open, phone, anna, bert } = home({ filtering })
  const [p, a, a2, b] = [open(phone, 5060), open(anna, 1), open(anna, 2), open(bert, 2)]
  a.say("too early", "203.0.113.7:5060")
  expect(net.record.at(-1)).toMatchObject({ dropped: "filtered by NAT", to: "home router" })
  p.say("hello", "198.51.100.1:1")
  a.say("1", "203.0.113.7:5060")
  a2.say("2", "203.0.113.7:5060")
  b.say("3", "203.0.113.7:5060")
  expect(p.heard).toEqual([
    "1 from 198.51.100.1:1",
    ...(port ? ["2 from 198.51.100.1:2"] : []),
    ...(stranger ? ["3 from 198.51.100.2:2"] : []),
  ])
})

test("a mapping is forgotten after the binding timeout; packets from inside keep it, those from outside do not", () => {
  const { clock, open, phone, anna } = home({ bindingTimeout: 30_000 })
  const [p, a] = [open(phone, 5060), open(anna, 1)]
  p.say("hello", "198.51.100.1:1")
  clock.advance(29_000)
  p.say("still here", "198.51.100.1:1")
  clock.advance(29_000)
  a.say("1", "203.0.113.7:5060")
  clock.advance(1_000)
  a.say("2", "203.0.113.7:5060")
  expect(p.heard).toEqual(["1 from 198.51.100.1:1"])
})

test("a packet with a short TTL opens the NAT and dies on its way", () => {
  const { net, open, phone, anna } = home()
  const [p, a] = [open(phone, 5060), open(anna, 1)]
  p.say("open", "198.51.100.1:1", 1)
  expect(net.record[0]).toMatchObject({ dropped: "hop limit" })
  a.say("in", "203.0.113.7:5060")
  expect(a.heard).toEqual([])
  expect(p.heard).toEqual(["in from 198.51.100.1:1"])
})

const forwards = [
  { protocol: "UDP", from: 15070, to: { host: "192.168.2.20", port: 5070 } },
  { protocol: "UDP", from: 29100, until: 29159, to: { host: "192.168.2.20", port: 29100 } },
] as const

test("a forward lets anybody in, and answers leave from the forwarded port; what starts inside does not", () => {
  const { open, phone, anna, bert } = home({ forwards })
  const [p, a, b] = [open(phone, 5070), open(anna, 1), open(bert, 2)]
  a.say("hello", "203.0.113.7:15070")
  p.say("answer", "198.51.100.1:1")
  p.say("of my own", "198.51.100.2:2")
  expect(p.heard).toEqual(["hello from 198.51.100.1:1"])
  expect(a.heard).toEqual(["answer from 203.0.113.7:15070"])
  expect(b.heard).toEqual(["of my own from 203.0.113.7:5070"])
})

test("a forwarded range keeps its numbers, and its ports are given to nobody else", () => {
  const { open, phone, other, anna } = home({ forwards })
  const [p, a] = [open(phone, 29159), open(anna, 1)]
  a.say("rtp", "203.0.113.7:29159")
  a.say("past the end", "203.0.113.7:29160")
  open(other, 29159).say("hello", "198.51.100.1:1")
  expect(p.heard).toEqual(["rtp from 198.51.100.1:1"])
  expect(a.heard).toEqual(["hello from 203.0.113.7:61001"])
})

test("a router that hides sources: the inside sees only the router, and answers find their way back", () => {
  const { open, phone, anna } = home({ forwards, hidesSources: true })
  const [p, a] = [open(phone, 5070), open(anna, 1)]
  a.say("hello", "203.0.113.7:15070")
  p.say("answer", "192.168.2.1:1")
  expect(p.heard).toEqual(["hello from 192.168.2.1:1"])
  expect(a.heard).toEqual(["answer from 203.0.113.7:15070"])
})

test.each([
  ["inner source", "192.168.2.30:5060"],
  ["outer source", "203.0.113.7:5060"],
  ["router source", "192.168.2.1:5060"],
] as const)("hairpin with %s", (hairpin, source) => {
  const { open, phone, other } = home({ forwards, hairpin })
  const [p, o] = [open(phone, 5070), open(other, 5060)]
  o.say("hello", "203.0.113.7:15070")
  expect(p.heard).toEqual([`hello from ${source}`])
  p.say("answer", source)
  // Past the router the answer comes from where it was not asked: that is what this kind of hairpin costs.
  const from = hairpin === "inner source" ? "192.168.2.20:5070" : "203.0.113.7:15070"
  expect(o.heard).toEqual([`answer from ${from}`])
})

test("no hairpin unless the router has one", () => {
  const { net, open, other } = home({ forwards })
  open(other, 5060).say("hello", "203.0.113.7:15070")
  expect(net.record[0]).toMatchObject({ dropped: "no hairpin" })
})

test("a new public address: mappings are gone, and the next packet shows the new one", () => {
  const { nat, open, phone, anna } = home()
  const [p, a] = [open(phone, 5060), open(anna, 1)]
  p.say("1", "198.51.100.1:1")
  nat.changeAddress("203.0.113.99")
  a.say("lost", "203.0.113.7:5060")
  a.say("unknown there", "203.0.113.99:5060")
  p.say("2", "198.51.100.1:1")
  a.say("back", "203.0.113.99:5060")
  expect(a.heard).toEqual(["1 from 203.0.113.7:5060", "2 from 203.0.113.99:5060"])
  expect(p.heard).toEqual(["back from 198.51.100.1:1"])
})

test("an ALG rewrites the Contact of what leaves, and nothing else", () => {
  const { open, phone, anna } = home({ sipAlg: { host: "203.0.113.8", port: 1024 } })
  const [p, a] = [open(phone, 5060), open(anna, 1)]
  const message = (contact: string) =>
    `REGISTER sip:pbx SIP/2.0\r\nVia: SIP/2.0/UDP 192.168.2.20:5060\r\nContact: <sip:200@${contact}>\r\n\r\n`
  p.say(message("192.168.2.20:5060;ob"), "198.51.100.1:1")
  p.say("no SIP 192.168.2.20", "198.51.100.1:1")
  expect(a.heard).toEqual([
    `${message("203.0.113.8:1024;ob")} from 203.0.113.7:5060`,
    "no SIP 192.168.2.20 from 203.0.113.7:5060",
  ])
})

test("a TCP connection passes the NAT, in both directions, and only if begun inside", () => {
  const { net, phone, anna } = home()
  const heard: string[] = []
  const listening = anna.listenTcp({ host: "198.51.100.1", port: 5070 }, (connection) => ({
    received: (bytes) => {
      heard.push(`${Buffer.from(bytes)} from ${connection.remote.host}`)
      connection.send(Buffer.from("pong"))
    },
    ended: (reason) => void heard.push(reason),
  }))
  const user = { received: (bytes: Uint8Array) => void heard.push(String(Buffer.from(bytes))), ended: () => {} }
  const connection = phone.connectTcp("192.168.2.20", { host: "198.51.100.1", port: 5070 }, user)
  connection.send(Buffer.from("ping"))
  net.settle()
  connection.end()
  net.settle()
  expect(heard).toEqual(["ping from 203.0.113.7", "pong", "closed by the other side"])
  expect(listening).toBeDefined()
})
