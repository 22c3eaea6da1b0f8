import { once } from "node:events"
import { connect, createServer } from "node:net"
import { describe, expect, onTestFinished, test } from "vitest"
import { sameFlow } from "./flow.ts"
import { listening, options, tcpPeer } from "./sockets.fixture.ts"

test("who is not admitted is closed before anything is read, and does not count", async () => {
  let admitted = false
  const { address, next, told, accepted } = await listening("TCP", {
    admits: () => admitted,
    limits: { connections: 1 },
  })
  for (let connection = 0; connection < 2; connection++) {
    const peer = await tcpPeer(address)
    await peer.ended
  }
  expect([told, accepted]).toEqual([[], []])
  admitted = true
  const peer = await tcpPeer(address)
  peer.send(options())
  expect((await next()).what).toBe("message")
})

describe("framing", () => {
  test("a message that comes byte by byte, and two in one piece", async () => {
    const { address, next } = await listening("TCP")
    const peer = await tcpPeer(address)
    for (const byte of options("v=0\r\n")) {
      peer.send(byte)
      await new Promise((resolve) => setImmediate(resolve))
    }
    const { message } = await next()
    expect(Buffer.from(message?.body ?? []).toString()).toBe("v=0\r\n")
    peer.send(options("one") + options("two"))
    expect((await next()).message?.body.toString()).toBe("one")
    expect((await next()).message?.body.toString()).toBe("two")
  })
  test("a ping is answered with a pong; a single CRLF is nothing", async () => {
    const { address, next } = await listening("TCP")
    const peer = await tcpPeer(address)
    peer.send("\r\n\r\n")
    expect(await peer.next()).toBe("\r\n")
    peer.send(`\r\n${options()}`)
    expect((await next()).what).toBe("message")
  })
  test("a broken message that ends where it says: told, and the next one is read", async () => {
    const { address, next } = await listening("TCP")
    const peer = await tcpPeer(address)
    peer.send(options().replace("CSeq: 1", "CSeq: one") + options())
    expect((await next()).what).toBe("malformed")
    expect((await next()).what).toBe("message")
  })
  test("no Content-Length: told, answered, and the connection ended", async () => {
    const { address, next } = await listening("TCP", {
      react: ({ what, flow }, listener) => what === "malformed" && listener.send(flow, Buffer.from("400")),
    })
    const peer = await tcpPeer(address)
    peer.send(options().replace("Content-Length: 0\r\n", ""))
    expect((await next()).what).toBe("malformed")
    expect(await peer.next()).toBe("400")
    await peer.ended
    expect(await next()).toMatchObject({ what: "failed", reason: "Missing Content-Length Header Field" })
  })
  test("a head without end: ended as soon as it is too large", async () => {
    const { address, next } = await listening("TCP")
    const peer = await tcpPeer(address)
    peer.send(options("", `X: ${"x".repeat(1000)}\r\n`.repeat(100)))
    expect(await next()).toMatchObject({ what: "malformed", reason: "head-too-large" })
    await peer.ended
  })
})

describe("answers", () => {
  test("go back through the connection the request came by", async () => {
    const { address, next, listener } = await listening("TCP")
    const [one, other] = [await tcpPeer(address), await tcpPeer(address)]
    one.send(options())
    const { flow, message } = await next()
    expect(message?.via.parameters).toContainEqual({ name: "rport", value: String(one.socket.localPort) })
    expect(flow.local).toEqual(address)
    other.send(options())
    const { flow: otherFlow } = await next()
    expect(sameFlow(flow, otherFlow)).toBe(false)
    expect(listener.send(flow, Buffer.from("for one"))).toBe(true)
    expect(await one.next()).toBe("for one")
  })
  test("to a connection that is gone: false, and the receiver was told", async () => {
    const { address, next, listener } = await listening("TCP")
    const peer = await tcpPeer(address)
    peer.send(options())
    const { flow } = await next()
    peer.socket.destroy()
    expect(await next()).toMatchObject({ what: "failed", flow })
    expect(listener.send(flow, Buffer.from("too late"))).toBe(false)
  })
  test("to a phone that has closed its half: what was answered before still arrives", async () => {
    const { address, next } = await listening("TCP", {
      react: ({ what, flow }, listener) => what === "message" && listener.send(flow, Buffer.from("an answer")),
    })
    const peer = await tcpPeer(address)
    peer.socket.end(options())
    expect(await peer.next()).toBe("an answer")
    await next()
    expect(await next()).toMatchObject({ what: "failed", reason: "closed by the other side" })
  })
  test("to one that does not read: bounded, then the connection is dropped", async () => {
    const { address, next, listener } = await listening("TCP", { limits: { buffered: 100_000 } })
    const peer = await tcpPeer(address)
    peer.send(options())
    const { flow } = await next()
    peer.socket.pause()
    let sent = 0
    while (listener.send(flow, Buffer.alloc(50_000)) && sent < 100_000_000) sent += 50_000
    expect(sent).toBeLessThan(100_000_000)
    expect(await next()).toMatchObject({ what: "failed", reason: "does not read what it is sent" })
    expect(listener.send(flow, Buffer.from("x"))).toBe(false)
  })
})

describe("connections of our own", () => {
  test("what is sent waits until it is accepted; the other way it is used as well", async () => {
    const phone = await listening("TCP")
    const { listener, next } = await listening("TCP")
    const flow = listener.connect(phone.address)
    expect(listener.send(flow, Buffer.from(options()))).toBe(true)
    const arrived = await phone.next()
    expect(arrived.what).toBe("message")
    phone.listener.send(arrived.flow, Buffer.from(options()))
    expect((await next()).flow).toEqual(flow)
  })
  test("one with the same remote address is used again, whoever opened it", async () => {
    const { address, next, listener } = await listening("TCP")
    const peer = await tcpPeer(address)
    peer.send(options())
    const { flow } = await next()
    expect(listener.connect(flow.remote)).toBe(flow)
    listener.disconnect(flow)
    await peer.ended
    expect(sameFlow(listener.connect(flow.remote), flow)).toBe(false)
  })
  test("refused: told", async () => {
    const closed = await listening("TCP")
    await closed.listener.close()
    const { listener, next } = await listening("TCP")
    const flow = listener.connect(closed.address)
    listener.send(flow, Buffer.from(options()))
    expect(await next()).toMatchObject({ what: "failed", flow, reason: "ECONNREFUSED" })
  })
  test.each([
    { host: "phone.example.com", port: 5060 },
    { host: "127.0.0.1", port: 0 },
    { host: "127.0.0.1", port: 70_000 },
  ])("to $host:$port: told, later", async (remote) => {
    const { listener, told, clock } = await listening("TCP")
    const flow = listener.connect(remote)
    expect(listener.send(flow, Buffer.from("x"))).toBe(false)
    expect(told).toEqual([])
    clock.advance(0)
    expect(told).toMatchObject([{ what: "failed", flow }])
  })
  test("not accepted in time: given up", async () => {
    const phone = await listening("TCP")
    const { listener, clock, next } = await listening("TCP")
    const flow = listener.connect(phone.address)
    // Nothing is awaited here, so no answer of the phone's can be seen before the time is over.
    clock.advance(11_000)
    expect(await next()).toMatchObject({ what: "failed", flow, reason: "does not answer" })
  })
})

describe("limits", () => {
  test("connections of one address: those beyond are refused and told, until one is closed", async () => {
    const { address, next } = await listening("TCP", { limits: { connectionsPerAddress: 2 } })
    const [one] = [await tcpPeer(address), await tcpPeer(address)]
    const third = await tcpPeer(address)
    await third.ended
    expect(await next()).toMatchObject({ what: "failed", reason: "too many connections" })
    one.socket.destroy()
    expect(await next()).toMatchObject({ what: "failed", flow: { connection: 1 } })
    const fourth = await tcpPeer(address)
    fourth.send(options())
    expect((await next()).what).toBe("message")
  })
  test("connections in all", async () => {
    const { address, next } = await listening("TCP", { limits: { connections: 1 } })
    await tcpPeer(address)
    await (await tcpPeer(address)).ended
    expect(await next()).toMatchObject({ reason: "too many connections" })
  })
  test("one that never says anything is closed after 30 s", async () => {
    const { address, clock, next, listener } = await listening("TCP")
    const peer = await tcpPeer(address)
    peer.send("\r\n\r\n")
    await peer.next()
    clock.advance(30_000)
    expect(listener.connect({ host: "127.0.0.1", port: peer.socket.localPort ?? 0 }).connection).toBe(1)
    clock.advance(2000)
    await peer.ended
    expect(await next()).toMatchObject({ reason: "sends no SIP message" })
  })
  test("one that trickles a message is closed 10 s after its first byte, whatever came meanwhile", async () => {
    const { address, clock, next } = await listening("TCP", { limits: { silence: 1_000_000 } })
    const peer = await tcpPeer(address)
    const text = options()
    peer.send(text)
    await next()
    peer.send(`\r\n\r\n${text.slice(0, 40)}`)
    await peer.next()
    clock.advance(9000)
    peer.send("\r\n")
    clock.advance(2000)
    await peer.ended
    expect(await next()).toMatchObject({ reason: "does not finish its message" })
  })
  test("a phone that is merely quiet stays for an hour, and is closed in the end", async () => {
    const { address, clock, next } = await listening("TCP")
    const peer = await tcpPeer(address)
    peer.send(options())
    await next()
    clock.advance(3_600_000)
    peer.send(options())
    await next()
    clock.advance(4_002_000)
    await peer.ended
    expect(await next()).toMatchObject({ reason: "silent for too long" })
  })
})

test.each(["GET / HTTP/1.1\r\nHost: x\r\n\r\n", "POST /api HTTP/1.0\r\n"])(
  "%o: told as HTTP, and closed",
  async (text) => {
    const { address, next, told } = await listening("TCP")
    const peer = await tcpPeer(address)
    for (const byte of text) peer.send(byte)
    await peer.ended
    await next()
    await next()
    expect(told.map(({ what }) => what)).toEqual(["http", "failed"])
  },
)

describe("a browser that was led here", () => {
  const page = Buffer.from("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")
  const get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n"

  test.each([
    ["in one piece", [get]],
    ["byte by byte", [...get]],
    ["with a header that never ends", ["GET / HTTP/1.1\r\n", `Cookie: ${"x".repeat(100_000)}`]],
    ["followed by SIP, which nobody reads any more", [get + options()]],
  ])("is answered and its connection closed: %s", async (_how, pieces) => {
    const { address, next, told } = await listening("TCP", { page })
    const peer = await tcpPeer(address)
    for (const piece of pieces) peer.send(piece)
    expect(await peer.next()).toBe(page.toString("latin1"))
    await peer.ended
    expect((await next()).what).toBe("http")
    expect(await next()).toMatchObject({ what: "failed", reason: "speaks HTTP" })
    expect(told).toHaveLength(2)
  })

  test.each([
    "GET http://example.com/ HTTP/1.1",
    "CONNECT example.com:443 HTTP/1.1",
    "POST / HTTP/1.1",
    "OPTIONS * HTTP/1.1",
  ])("who wants something else gets no answer: %s", async (line) => {
    const { address, next } = await listening("TCP", { page })
    const peer = await tcpPeer(address)
    let heard = 0
    peer.socket.on("data", ({ length }) => {
      heard += length
    })
    peer.send(`${line}\r\n\r\n`)
    await peer.ended
    expect((await next()).what).toBe("http")
    expect(heard).toBe(0)
  })

  test("who does not close his half is not waited for", async () => {
    const { address, next, clock } = await listening("TCP", { page })
    const socket = connect({ ...address, allowHalfOpen: true })
    onTestFinished(() => void socket.destroy())
    socket.resume()
    socket.write(get)
    expect((await next()).what).toBe("http")
    await once(socket, "end")
    clock.advance(4_000)
    expect(await next()).toMatchObject({ what: "failed", reason: "speaks HTTP" })
  })

  test("every accepted connection is told, those that are one too many are not", async () => {
    const { address, accepted, next } = await listening("TCP", { limits: { connectionsPerAddress: 1 } })
    const peer = await tcpPeer(address)
    peer.send(options())
    const { flow } = await next()
    const second = await tcpPeer(address)
    await second.ended
    expect(accepted).toEqual([flow])
  })
})

describe("close", () => {
  test("what was sent before still arrives, no connection is accepted any more, the port is free", async () => {
    const { address, next, listener } = await listening("TCP")
    const peer = await tcpPeer(address)
    peer.send(options())
    const { flow } = await next()
    listener.send(flow, Buffer.from("the last word"))
    const closed = listener.close()
    expect(listener.send(flow, Buffer.from("too late"))).toBe(false)
    expect(await peer.next()).toBe("the last word")
    await peer.ended
    await closed
    const again = createServer()
    again.listen(address.port, address.host)
    await once(again, "listening")
    again.close()
  })
  test("a peer that never closes its half holds it up for two seconds, no longer", async () => {
    const { address, next, listener, clock } = await listening("TCP")
    const peer = await tcpPeer(address)
    peer.socket.allowHalfOpen = true
    peer.send(options())
    await next()
    const closed = listener.close()
    await once(peer.socket, "end")
    clock.advance(4000)
    await closed
    expect(clock.timers).toBe(0)
  })
})
