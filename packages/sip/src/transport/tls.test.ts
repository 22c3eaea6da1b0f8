import { execFile } from "node:child_process"
import { readFileSync } from "node:fs"
import { connect } from "node:net"
import { duplexPair } from "node:stream"
import { connect as connectTls } from "node:tls"
import { describe, expect, onTestFinished, test } from "vitest"
import { listening, options, tcpPeer, testCertificate, tlsPeer } from "./sockets.fixture.ts"
import type { Address } from "./transport.ts"

/** Debian's own, which is an OpenSSL of another age than Node's; it is given nothing to read, and ends. */
const openssl = ({ host, port }: Address, ...more: string[]) =>
  new Promise<string>((resolve) => {
    const client = execFile("openssl", ["s_client", "-connect", `${host}:${port}`, ...more], (_error, out, err) =>
      resolve(out + err),
    )
    client.stdin?.end()
    onTestFinished(() => void client.kill())
  })
const ca = (name: string) => `${import.meta.dirname}/../../testdata/tls/${name}.pem`

describe.each(["TLSv1.2", "TLSv1.3"] as const)("%s", (version) => {
  const versions = { minVersion: version, maxVersion: version }

  test("carries messages both ways: in pieces, two in one, pings between them", async () => {
    const { address, next, listener } = await listening("TLS")
    const peer = await tlsPeer(address, versions)
    expect(peer.problem).toBeUndefined()
    for (const byte of options("v=0\r\n")) peer.send(byte)
    const { flow, message } = await next()
    expect(Buffer.from(message?.body ?? []).toString()).toBe("v=0\r\n")
    expect(flow).toMatchObject({ transport: "TLS", local: address, connection: 1 })
    peer.send(`\r\n\r\n${options("one")}${options("two")}`)
    expect((await next()).message?.body.toString()).toBe("one")
    expect((await next()).message?.body.toString()).toBe("two")
    expect(await peer.next()).toBe("\r\n")
    expect(listener.send(flow, Buffer.from("an answer"))).toBe(true)
    expect(await peer.next()).toBe("an answer")
  })

  test("a message as large as one may be", async () => {
    const { address, next } = await listening("TLS")
    const peer = await tlsPeer(address, versions)
    peer.send(options("x".repeat(32_000), `X: ${"x".repeat(8000)}\r\n`.repeat(3)))
    expect((await next()).message?.body.length).toBe(32_000)
  })

  test.each([
    ["another CA", "server", "untrusted-ca"],
    ["a certificate that has expired", "expired", "certificate-expired"],
  ])("a phone that refuses it (OpenSSL): %s", async (_why, name, reason) => {
    const { address, next } = await listening("TLS", { certificate: testCertificate(name) })
    const file = ca(name === "expired" ? "ca" : "other-ca")
    await openssl(address, "-CAfile", file, "-verify_return_error", version === "TLSv1.2" ? "-tls1_2" : "-tls1_3")
    expect(await next()).toMatchObject({ what: "handshake-failed", reason })
  })

  test("a phone that refuses it without saying so (Node, PJSIP): it just leaves", async () => {
    const { address, next } = await listening("TLS")
    const peer = await tlsPeer(address, { ...versions, ca: readFileSync(ca("other-ca")) })
    expect(peer.problem?.message).toMatch(/certificate/)
    // In TLS 1.3 it may have left before we knew that the handshake was over.
    expect(await next()).toMatchObject({
      what: "handshake-failed",
      reason: "closed",
      detail: expect.stringMatching(/the handshake$/),
    })
  })
})

describe("what a phone that cannot is told as", () => {
  test.each([
    ["TLS 1.0", "-tls1"],
    ["TLS 1.1", "-tls1_1"],
  ])("only %s: which, and the phone gets the alert", async (detail, flag) => {
    const { address, next } = await listening("TLS")
    const said = await openssl(address, flag, "-cipher", "DEFAULT@SECLEVEL=0")
    expect(await next()).toMatchObject({ what: "handshake-failed", reason: "protocol-version", detail })
    expect(said).toContain("alert protocol version")
  })
  test.each(["AES128-SHA", "ECDHE-ECDSA-AES128-SHA256", "DHE-RSA-AES128-GCM-SHA256"])(
    "no cipher that we use: %s",
    async (cipher) => {
      const { address, next } = await listening("TLS")
      await openssl(address, "-tls1_2", "-cipher", cipher)
      expect(await next()).toMatchObject({ what: "handshake-failed", reason: "no-common-cipher" })
    },
  )
  test.each([
    [options(), "not-tls"],
    ["\0\0", "not-tls"],
    ["a line without an end", "not-tls"],
    ["GET / HTTP/1.1\r\n\r\n", "http"],
  ])("%o in clear", async (text, reason) => {
    const { address, next } = await listening("TLS")
    const peer = await tcpPeer(address)
    for (const byte of text) peer.send(byte)
    peer.socket.end()
    await peer.ended
    expect(await next()).toMatchObject({ what: "handshake-failed", reason })
  })
  test("HTTP over TLS: a browser that was led here", async () => {
    const { address, next } = await listening("TLS")
    const peer = await tlsPeer(address)
    peer.send("GET / HTTP/1.1\r\n\r\n")
    expect((await next()).what).toBe("http")
    expect(await next()).toMatchObject({ what: "failed", reason: "speaks HTTP" })
  })
  test("and it is answered, once secured; that it came is told before", async () => {
    const { address, next, accepted } = await listening("TLS", { page: Buffer.from("HTTP/1.1 200 OK\r\n\r\n") })
    const peer = await tlsPeer(address)
    expect(accepted).toHaveLength(1)
    for (const byte of "GET /favicon.ico HTTP/1.1\r\n\r\n") peer.send(byte)
    expect(await peer.next()).toBe("HTTP/1.1 200 OK\r\n\r\n")
    await peer.ended
    expect((await next()).flow.key).toBe(accepted[0]?.key)
  })
  test("gone in the middle; and who connects, says nothing and leaves is not told at all", async () => {
    const { address, next, told } = await listening("TLS")
    const silent = await tcpPeer(address)
    silent.socket.end()
    await silent.ended
    const peer = await tcpPeer(address)
    peer.socket.end(Buffer.from("160301", "hex"))
    expect(await next()).toMatchObject({ what: "handshake-failed", reason: "closed" })
    expect(told).toHaveLength(1)
  })
  test("renegotiation is refused, and the connection goes on", async () => {
    const { address, next, listener } = await listening("TLS")
    const peer = await tlsPeer(address, { maxVersion: "TLSv1.2" })
    peer.send(options())
    const { flow } = await next()
    const refused = new Promise((resolve) => peer.socket.once("error", resolve))
    peer.socket.renegotiate({}, () => {})
    expect(String(await refused)).toContain("no renegotiation")
    expect(listener.holds?.(flow)).toBe(true)
  })
  test("bytes that are no TLS any more, in mid-connection: closed, and no handshake's failure", async () => {
    const { address, next } = await listening("TLS")
    const [near, far] = duplexPair()
    const raw = connect(address.port, address.host)
    raw.pipe(near).pipe(raw)
    const peer = await tlsPeer(address, { socket: far })
    peer.send(options())
    await next()
    raw.write("\x17\x03\x03\x00\x05hello")
    expect(await next()).toMatchObject({ what: "failed", reason: expect.stringContaining("ERR_SSL") })
  })
})

describe("limits", () => {
  test("a handshake that never ends is closed 10 s after the accept, whatever trickles in", async () => {
    const { address, next, clock } = await listening("TLS")
    const peer = await tcpPeer(address)
    peer.socket.write(Buffer.from("1603010200", "hex"))
    while (clock.timers === 0) await turn()
    for (let second = 0; second < 9; second++) {
      clock.advance(1000)
      peer.send("\u0001")
      await turn()
    }
    clock.advance(1000)
    await peer.ended
    expect(await next()).toMatchObject({ what: "handshake-failed", reason: "timeout" })
    expect(clock.timers).toBe(0)
  })
  test("one that stops after its hello, too", async () => {
    const { address, next, clock } = await listening("TLS")
    const peer = await tcpPeer(address)
    peer.socket.write(await hello())
    await peer.next()
    clock.advance(10_000)
    await peer.ended
    expect(await next()).toMatchObject({ what: "handshake-failed", reason: "timeout" })
  })
  test("those in the handshake count for their address, until they have failed", async () => {
    const { address, next, clock } = await listening("TLS", { limits: { connectionsPerAddress: 2 } })
    const [one, other] = [await tcpPeer(address), await tcpPeer(address)]
    await (await tcpPeer(address)).ended
    expect(await next()).toMatchObject({ what: "failed", reason: "too many connections" })
    clock.advance(10_000)
    await Promise.all([one.ended, other.ended])
    for (const _ of [one, other]) expect(await next()).toMatchObject({ reason: "timeout" })
    const [first, second] = [await tlsPeer(address), await tlsPeer(address)]
    await (await tcpPeer(address)).ended
    expect(await next()).toMatchObject({ what: "failed", reason: "too many connections" })
    first.send(options())
    const { flow } = await next()
    first.socket.end()
    expect(await next()).toMatchObject({ what: "failed", flow })
    second.send(options())
    expect((await next()).what).toBe("message")
    const third = await tlsPeer(address)
    expect(third.problem).toBeUndefined()
  })
  test("and in all", async () => {
    const { address, next } = await listening("TLS", { limits: { connections: 1 } })
    await tcpPeer(address)
    await (await tcpPeer(address)).ended
    expect(await next()).toMatchObject({ reason: "too many connections" })
  })
  test("secured and silent: closed after 30 s more", async () => {
    const { address, next, clock } = await listening("TLS")
    const peer = await tlsPeer(address)
    peer.send("\r\n\r\n")
    await peer.next()
    clock.advance(32_000)
    await peer.ended
    expect(await next()).toMatchObject({ what: "failed", reason: "sends no SIP message" })
  })
})

describe("connections", () => {
  test("are used in both directions, and never opened by us", async () => {
    const { address, next, listener, clock, told } = await listening("TLS")
    const peer = await tlsPeer(address)
    peer.send(options())
    const { flow } = await next()
    expect(listener.connect(flow.remote)).toBe(flow)
    expect(listener.holds?.(flow)).toBe(true)
    peer.socket.destroy()
    expect(await next()).toMatchObject({ what: "failed", flow })
    expect(listener.holds?.(flow)).toBe(false)
    const gone = listener.connect(flow.remote)
    expect(listener.send(gone, Buffer.from("x"))).toBe(false)
    clock.advance(0)
    expect(told.at(-1)).toMatchObject({ what: "failed", flow: gone, reason: "no connection is possible" })
  })
  test("of a listener that accepts no more go on; its port is free; handshakes are broken off", async () => {
    const { address, next, listener, told } = await listening("TLS")
    const peer = await tlsPeer(address)
    peer.send(options())
    const { flow } = await next()
    const half = await tcpPeer(address)
    listener.acceptNoMore?.()
    await half.ended
    await expect(tcpRefused(address)).resolves.toBe("ECONNREFUSED")
    peer.send(options())
    expect((await next()).flow).toEqual(flow)
    expect(listener.send(flow, Buffer.from("still here"))).toBe(true)
    expect(await peer.next()).toBe("still here")
    await listener.close()
    await peer.ended
    expect(told.map(({ what }) => what)).toEqual(["message", "message", "failed"])
  })
})

describe("a certificate", () => {
  test("is renewed under running connections: they live on, new ones get the new one, old tickets are no use", async () => {
    const { address, next, listener } = await listening("TLS")
    const peer = await tlsPeer(address)
    const given = new Promise<Buffer>((resolve) => peer.socket.once("session", resolve))
    peer.send(options())
    const { flow } = await next()
    const ticket = await given
    const again = await tlsPeer(address, { session: ticket })
    expect(again.socket.isSessionReused()).toBe(true)

    const renewed = await listener.renewal?.(testCertificate("renewed"))
    if (!renewed?.ok) throw new Error("the new certificate does not load")
    const before = await tlsPeer(address)
    expect(before.socket.getPeerCertificate().subject.CN).toBe("server")
    renewed.value()
    const after = await tlsPeer(address, { session: ticket })
    expect(after.socket.isSessionReused()).toBe(false)
    expect(after.socket.getPeerCertificate().subject.CN).toBe("renewed")
    expect(after.socket.getCipher().version).toBe("TLSv1.3")
    listener.send(flow, Buffer.from("as before"))
    expect(await peer.next()).toBe("as before")
    expect(listener.endpoint).toEqual({ transport: "TLS", ...address })
  })

  test.each([
    ["of another key", { ...testCertificate("server"), key: testCertificate("renewed").key }],
    ["of 1024 bits", testCertificate("weak")],
    ["that is none", { chain: "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", key: "" }],
    ["that is empty", { chain: "", key: "" }],
    ["without its key", { ...testCertificate("server"), key: "" }],
  ])("%s is refused, at first and later", async (_which, certificate) => {
    await expect(listening("TLS", { certificate })).rejects.toThrow()
    const { listener, address } = await listening("TLS")
    expect(await listener.renewal?.(certificate)).toMatchObject({ ok: false, error: { code: "certificate" } })
    expect((await tlsPeer(address)).problem).toBeUndefined()
  })
})

const turn = () => new Promise((resolve) => setImmediate(resolve))

/** What a client begins with. */
function hello(): Promise<Uint8Array> {
  const [near, far] = duplexPair()
  const client = connectTls({ socket: far })
  client.on("error", () => {})
  return new Promise((resolve) => {
    near.once("data", (bytes: Uint8Array) => {
      client.destroy()
      resolve(bytes)
    })
  })
}

const tcpRefused = ({ host, port }: Address) =>
  new Promise((resolve) => {
    const socket = connect(port, host, () => resolve("accepted"))
    socket.on("error", (error: NodeJS.ErrnoException) => resolve(error.code))
  })
