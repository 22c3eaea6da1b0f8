import { createSocket } from "node:dgram"
import { expect, onTestFinished, test } from "vitest"
import { flowOf } from "./flow.ts"
import { listening, options, udpPeer } from "./sockets.fixture.ts"

test("a request is handed up with its flow and its return path, and the answer goes back over the flow", async () => {
  const { listener, address, next } = await listening("UDP")
  const peer = await udpPeer()
  peer.send(options(), address)
  const { message, flow } = await next()
  expect(message).toMatchObject({ kind: "request", method: "OPTIONS" })
  expect(message?.via.parameters).toContainEqual({ name: "rport", value: String(peer.address.port) })
  expect(flow).toEqual(flowOf("UDP", address, peer.address))
  expect(listener.send(flow, Buffer.from("an answer"))).toBe(true)
  expect(await peer.next()).toBe("an answer")
})

test("what follows the body in a datagram is not part of it", async () => {
  const { address, next } = await listening("UDP")
  const peer = await udpPeer()
  peer.send(`${options("body")} and more`, address)
  expect(Buffer.from((await next()).message?.body ?? []).toString()).toBe("body")
})

test("keepalives are dropped without a word, broken messages and STUN are told apart", async () => {
  const { address, next, told } = await listening("UDP")
  const peer = await udpPeer()
  const stun = Buffer.alloc(20)
  stun.writeUInt16BE(1, 0)
  stun.writeUInt32BE(0x2112a442, 4)
  peer.send("\r\n\r\n", address)
  peer.send("\0\0\0\0", address)
  peer.send("", address)
  peer.send("\r\n", address)
  peer.send(stun, address)
  peer.send("hello", address)
  peer.send(Buffer.from(stun).fill(9, 4, 8), address)
  peer.send(options(), address)
  for (let number = 0; number < 4; number++) await next()
  expect(told.map(({ what }) => what)).toEqual(["stun", "malformed", "malformed", "message"])
})

test("who is not admitted is not heard; what may answer our STUN question is", async () => {
  let admitted = false
  const asked: unknown[] = []
  const { address, next, told } = await listening("UDP", {
    admits(host, port) {
      asked.push(host, port)
      return admitted
    },
  })
  const peer = await udpPeer()
  const stun = Buffer.alloc(20)
  stun.writeUInt32BE(0x2112a442, 4)
  peer.send(options(), address)
  peer.send("hello", address)
  peer.send(stun, address)
  expect((await next()).what).toBe("stun")
  expect(asked).toEqual(["127.0.0.1", peer.address.port, "127.0.0.1", peer.address.port])
  admitted = true
  peer.send(options(), address)
  await next()
  expect(told.map(({ what }) => what)).toEqual(["stun", "message"])
})

test("nobody listens where we send to: the socket lives on", async () => {
  const { listener, address, next } = await listening("UDP")
  const gone = await udpPeer()
  gone.close()
  const peer = await udpPeer()
  for (let number = 0; number < 5; number++) {
    expect(listener.send(listener.connect(gone.address), Buffer.from("is there anybody?"))).toBe(true)
    peer.send(options(), address)
    expect((await next()).what).toBe("message")
  }
})

test("a datagram that is too large, or cannot be sent at all, is told; the socket lives on", async () => {
  const { listener, address, next } = await listening("UDP")
  const peer = await udpPeer()
  const flow = listener.connect(peer.address)
  expect(listener.send(flow, Buffer.alloc(70_000))).toBe(true)
  expect(await next()).toMatchObject({ what: "failed", flow, reason: "EMSGSIZE" })
  expect(listener.send(listener.connect({ host: "127.0.0.1", port: 0 }), Buffer.from("x"))).toBe(false)
  expect(listener.send(listener.connect({ host: "127.0.0.1", port: 99_999 }), Buffer.from("x"))).toBe(false)
  peer.send(options(), address)
  expect((await next()).what).toBe("message")
})

test("a name is not resolved: it fails, like an address that does not exist", async () => {
  const { listener, next } = await listening("UDP")
  listener.send(listener.connect({ host: "localhost", port: 5060 }), Buffer.from("x"))
  expect(await next()).toMatchObject({ what: "failed", flow: { remote: { host: "localhost" } } })
})

test("after close nothing is received or sent, and the port is free", async () => {
  const { listener, address, told } = await listening("UDP")
  const peer = await udpPeer()
  const flow = listener.connect(peer.address)
  listener.send(flow, Buffer.from("the last word"))
  await Promise.all([listener.close(), listener.close()])
  expect(await peer.next()).toBe("the last word")
  expect(listener.send(flow, Buffer.from("too late"))).toBe(false)
  const socket = createSocket("udp4")
  onTestFinished(() => void socket.close())
  await new Promise<void>((resolve) => socket.bind(address.port, address.host, resolve))
  expect(told).toEqual([])
})
