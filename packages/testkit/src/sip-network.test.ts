import type { Endpoint, Flow, Message, Receiver } from "@homeport/sip"
import { expect, test } from "vitest"
import { manualClock } from "./clock.ts"
import { host } from "./host.ts"
import { simulatedNetwork } from "./network.ts"
import { sipNetwork } from "./sip-network.ts"

const options = [
  "OPTIONS sip:192.168.1.2 SIP/2.0",
  "Via: SIP/2.0/UDP 10.0.0.1:9;rport;branch=z9hG4bK1",
  "From: <sip:a@b>;tag=1",
  "To: <sip:c@d>",
  "Call-ID: x",
  "CSeq: 1 OPTIONS",
  "Content-Length: 0",
  "",
  "",
].join("\r\n")

async function listening(transport: "UDP" | "TCP") {
  const net = simulatedNetwork(manualClock())
  const lan = net.lan("lan")
  const [peer, us] = [host(net, "peer"), host(net, "us")]
  peer.attach(lan, "192.168.1.1")
  us.attach(lan, "192.168.1.2")
  const got: string[] = []
  const messages: { message: Message; flow: Flow }[] = []
  const receiver: Receiver = {
    message(message, flow) {
      got.push("message")
      messages.push({ message, flow })
    },
    malformed: (error) => void got.push(error.code),
    stun: () => void got.push("stun"),
    failed: (_flow, reason) => void got.push(`failed: ${reason}`),
    http() {
      got.push("http")
      return Buffer.from("a page")
    },
  }
  const endpoint: Endpoint = { transport, host: "192.168.1.2", port: 5070 }
  const network = sipNetwork(us)
  const listener = await network.listen(endpoint, receiver)
  if (!listener.ok) throw new Error(listener.error.message)
  return { net, peer, us, network, endpoint, receiver, got, messages, listener: listener.value }
}

test("a datagram is a message with its return path written in, or STUN, or a keepalive, or malformed", async () => {
  const { net, peer, got, messages, listener } = await listening("UDP")
  const back: string[] = []
  const socket = peer.udp({ host: "192.168.1.1", port: 40_000 }, (bytes) => void back.push(String(Buffer.from(bytes))))
  const say = (bytes: string | Uint8Array) => socket?.send(Buffer.from(bytes), { host: "192.168.1.2", port: 5070 })
  const stun = new Uint8Array(20)
  stun.set([0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x42])
  for (const bytes of [options, stun, "\r\n\r\n", "\0", "nonsense"]) say(bytes)
  net.settle()
  expect(got).toEqual(["message", "stun", "bad-start-line"])
  const [first] = messages
  expect(first?.message.via.parameters).toMatchObject([
    { name: "rport", value: "40000" },
    { name: "branch" },
    { name: "received", value: "192.168.1.1" },
  ])
  expect(first && listener.send(first.flow, Buffer.from("answer"))).toBe(true)
  net.settle()
  expect(back).toEqual(["answer"])
})

test("a stream is cut into messages wherever its pieces end; pings are answered; nonsense ends it", async () => {
  const { net, peer, got } = await listening("TCP")
  const back: string[] = []
  const connection = peer.connectTcp(
    "192.168.1.1",
    { host: "192.168.1.2", port: 5070 },
    {
      received: (bytes) => void back.push(String(Buffer.from(bytes))),
      ended: (reason) => void back.push(reason),
    },
  )
  for (const piece of [
    options.slice(0, 30),
    `${options.slice(30)}${options.slice(0, 5)}`,
    options.slice(5),
    "\r\n\r\n",
  ])
    connection.send(Buffer.from(piece))
  net.settle()
  expect(got).toEqual(["message", "message"])
  expect(back).toEqual(["\r\n"])
  connection.send(Buffer.from("GET / HTTP/1.1\r\n\r\n"))
  net.settle()
  expect(got.slice(2)).toEqual(["missing-field", "failed: Missing Content-Length Header Field"])
  expect(back.at(-1)).toBe("closed by the other side")
})

test("who begins with HTTP is answered, and closed", async () => {
  const { net, peer, got, messages } = await listening("TCP")
  const back: string[] = []
  const user = { received: (bytes: Uint8Array) => void back.push(String(Buffer.from(bytes))), ended: () => {} }
  const connection = peer.connectTcp("192.168.1.1", { host: "192.168.1.2", port: 5070 }, user)
  for (const byte of `GET / HTTP/1.1\r\n\r\n${options}`) connection.send(Buffer.from(byte))
  net.settle()
  expect([got, back, messages]).toEqual([["http", "failed: speaks HTTP"], ["a page"], []])
})

test("a connection is used in both directions; after it broke, another one has another number", async () => {
  const { net, peer, got, messages, listener } = await listening("TCP")
  const user = { received: () => {}, ended: () => {} }
  const to = { host: "192.168.1.2", port: 5070 }
  const first = peer.connectTcp("192.168.1.1", to, user)
  first.send(Buffer.from(options))
  net.settle()
  const flow = messages[0]?.flow
  if (!flow) throw new Error("no message came")
  expect(listener.connect(first.local)).toBe(flow)
  first.end("reset")
  net.settle()
  expect(got.at(-1)).toBe("failed: reset")
  expect(listener.send(flow, Buffer.from("late"))).toBe(false)
  const again = listener.connect(first.local)
  expect(again).toMatchObject({ key: flow.key })
  expect(again.connection).not.toBe(flow.connection)
  net.settle()
  expect(got.at(-1)).toBe("failed: refused")
})

test("TLS: a renewed certificate is written down; nobody is dialled; who is connected stays when no more are accepted", async () => {
  const net = simulatedNetwork(manualClock())
  const lan = net.lan("lan")
  const [peer, us] = [host(net, "peer"), host(net, "us")]
  peer.attach(lan, "192.168.1.1")
  us.attach(lan, "192.168.1.2")
  const got: string[] = []
  const receiver: Receiver = {
    message: () => void got.push("message"),
    malformed: () => {},
    stun: () => {},
    failed: (_flow, reason) => void got.push(reason),
  }
  const network = sipNetwork(us, ({ certificate }) => (certificate?.key === "bad" ? "certificate" : undefined))
  const endpoint: Endpoint = { transport: "TLS", host: "192.168.1.2", port: 5071 }
  const opened = await network.listen({ ...endpoint, certificate: { chain: "a", key: "a" } }, receiver)
  if (!opened.ok) throw new Error(opened.error.message)
  const listener = opened.value
  expect(listener.endpoint).toEqual(endpoint)

  expect(await listener.renewal?.({ chain: "b", key: "bad" })).toMatchObject({
    ok: false,
    error: { code: "certificate" },
  })
  const renewal = await listener.renewal?.({ chain: "b", key: "b" })
  expect(network.renewed).toEqual([])
  if (renewal?.ok) renewal.value()
  expect(network.renewed).toMatchObject([{ port: 5071, certificate: { chain: "b" } }])

  const connection = peer.connectTcp("192.168.1.1", endpoint, { received: () => {}, ended: () => {} })
  connection.send(Buffer.from(options))
  net.settle()
  listener.acceptNoMore?.()
  connection.send(Buffer.from(options))
  const late: string[] = []
  peer.connectTcp("192.168.1.1", endpoint, { received: () => {}, ended: (reason) => void late.push(reason) })
  net.settle()
  expect([got, late]).toEqual([["message", "message"], ["refused"]])

  expect(listener.holds?.(listener.connect(connection.local))).toBe(true)
  const gone = listener.connect({ host: "192.168.1.1", port: 9 })
  expect([listener.holds?.(gone), listener.send(gone, Buffer.from("x"))]).toEqual([false, false])
  net.settle()
  expect(got.at(-1)).toBe("no connection is possible")
})

test("listening fails as the system's would", async () => {
  const { us, network, endpoint, receiver } = await listening("UDP")
  expect(await network.listen(endpoint, receiver)).toMatchObject({ ok: false, error: { code: "address-in-use" } })
  const elsewhere = { ...endpoint, host: "192.168.1.9" }
  expect(await network.listen(elsewhere, receiver)).toMatchObject({
    ok: false,
    error: { code: "address-not-available" },
  })
  const refusing = sipNetwork(us, ({ port }) => (port < 1024 ? "permission-denied" : undefined))
  const low = await refusing.listen({ ...endpoint, port: 80 }, receiver)
  expect(low).toMatchObject({ ok: false, error: { code: "permission-denied" } })
})
