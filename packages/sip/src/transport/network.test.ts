import { manualClock } from "@homeport/testkit"
import { describe, expect, test } from "vitest"
import { createNodeNetwork } from "./network.ts"
import { listening, options, udpPeer } from "./sockets.fixture.ts"
import type { Receiver, TransportName } from "./transport.ts"

const deaf: Receiver = { message: () => {}, malformed: () => {}, stun: () => {}, failed: () => {} }
const network = createNodeNetwork({ clock: manualClock() })
const listen = (transport: TransportName, host: string, port = 0) => network.listen({ transport, host, port }, deaf)

describe.each(["UDP", "TCP"] as const)("over %s", (transport) => {
  test.each(["0.0.0.0", "::", "0:0:0:0:0:0:0:0", "localhost", ""])("%o is not listened on", async (host) => {
    expect(await listen(transport, host)).toMatchObject({ ok: false, error: { code: "failed" } })
  })
  test.each([-1, 65_536, 1.5, Number.NaN])("%d is not a port", async (port) => {
    expect(await listen(transport, "127.0.0.1", port)).toMatchObject({ ok: false, error: { code: "failed" } })
  })
  test("an address that is not ours", async () => {
    expect(await listen(transport, "203.0.113.1")).toMatchObject({
      ok: false,
      error: { code: "address-not-available" },
    })
  })
  test("a port in use", async () => {
    const { address } = await listening(transport)
    const endpoint = { transport, ...address }
    expect(await network.listen(endpoint, deaf)).toMatchObject({
      ok: false,
      error: { code: "address-in-use", endpoint },
    })
  })
  test("the same port on another address is another listener", async () => {
    const { address } = await listening(transport)
    const other = await listen(transport, "127.0.0.2", address.port)
    expect(other.ok).toBe(true)
    if (other.ok) await other.value.close()
  })
})

test("a datagram to another address of this machine is not ours", async () => {
  const { address, next, told } = await listening("UDP")
  const peer = await udpPeer()
  peer.send(options(), { ...address, host: "127.0.0.2" })
  peer.send(options(), address)
  await next()
  expect(told.length).toBe(1)
})

test("TLS without a certificate", async () => {
  expect(await listen("TLS", "127.0.0.1")).toMatchObject({ ok: false, error: { code: "certificate" } })
})
