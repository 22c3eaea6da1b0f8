/** Connections to 5071 that never become one: told in words, ended in time, and nobody else is kept out by them. */
import { once } from "node:events"
import { connect, type Socket } from "node:net"
import type { EventCode, LoggedEvent } from "@homeport/contract"
import { api, translate } from "@homeport/contract"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { until } from "../lab/until.ts"
import { type Bench, openBench } from "./bench.ts"
import { attempt, needs } from "./tools.ts"

const PORT = 5071
/** Limits of packages/sip/src/transport/limits.ts. */
const HANDSHAKE_MS = 10_000
const CONNECTIONS_PER_ADDRESS = 100

let bench: Bench
let ca: string
let otherCa: string
beforeAll(async () => {
  bench = await openBench()
  const authority = await bench.authority("SPE CA")
  ca = await bench.pem(authority)
  otherCa = await bench.pem(await bench.authority("Another CA"))
  await bench.openTls(await bench.serverOf(authority, ["office.example"]))
})
afterAll(() => bench?.close())

/** Every test comes from a loopback address of its own: what comes from one address is one event. */
const from = (n: number): string => `127.0.0.${n}`

describe.concurrent("is told what was wrong", () => {
  needs("openssl")

  test.each([
    [11, "protocol-version", ["-tls1", "-cipher", "ALL:@SECLEVEL=0"], "TLS 1.0"],
    [12, "protocol-version", ["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"], "TLS 1.1"],
    [13, "no-common-cipher", ["-tls1_2", "-cipher", "AES128-SHA:@SECLEVEL=0"], "no shared cipher"],
  ] as const)("from 127.0.0.%i: %s", async (n, why, words, detail) => {
    expect((await client(n, words)).ok).toBe(false)
    expect((await told(n, why)).params).toMatchObject({ port: PORT, detail })
  })

  test.each([
    [14, "-tls1_2"],
    [15, "-tls1_3"],
  ] as const)("from 127.0.0.%i: it does not trust our CA, over %s", async (n, version) => {
    expect((await client(n, [version], otherCa)).ok).toBe(false)
    await told(n, "untrusted-ca")
  })

  test("from 127.0.0.16: SIP in clear", async () => {
    const socket = await dial(16)
    socket.write("OPTIONS sip:office.example SIP/2.0\r\nVia: SIP/2.0/TCP 127.0.0.16\r\n\r\n")
    await closed(socket)
    await told(16, "not-tls")
  })

  test("from 127.0.0.17: a browser", async () => {
    const socket = await dial(17)
    socket.write("GET / HTTP/1.1\r\nHost: office.example\r\n\r\n")
    await closed(socket)
    await told(17, "http")
  })

  test("from 127.0.0.18: it leaves in the middle", async () => {
    const socket = await dial(18)
    socket.write(Buffer.from("1603010200010001fc0303", "hex"), () => socket.destroy())
    await told(18, "closed")
  })

  test("from 127.0.0.19: who looks whether the port is open says nothing, and nothing is said", async () => {
    ;(await dial(19)).destroy()
    await client(20, [])
    expect((await events()).filter(({ params }) => params.source === from(19))).toEqual([])
  })
})

describe.concurrent("is ended in time", () => {
  test("from 127.0.0.21: a connection that says nothing", async () => {
    const began = Date.now()
    const socket = await dial(21)
    await closed(socket)
    expectInTime(began)
    await told(21, "timeout")
  })

  test("from 127.0.0.22: a connection that says one octet a second", async () => {
    const began = Date.now()
    const socket = await dial(22)
    const hello = Buffer.from("1603010200010001fc0303000102030405060708", "hex")
    let sent = 0
    const drip = setInterval(() => socket.write(hello.subarray(sent, ++sent)), 1_000)
    await closed(socket)
    clearInterval(drip)
    expectInTime(began)
    await told(22, "timeout")
  })

  test("from 127.0.0.23: more connections than one address may have, while another one gets in", async () => {
    const half = await Promise.all(Array.from({ length: CONNECTIONS_PER_ADDRESS }, () => dial(23)))
    const open = () => half.filter(({ destroyed }) => !destroyed).length
    const oneMore = await dial(23)
    await closed(oneMore)
    expect(open()).toBe(CONNECTIONS_PER_ADDRESS)
    expect((await client(23, [])).ok).toBe(false)
    expect((await client(24, [])).output).toContain("Verification: OK")
    await until("all of them were ended", () => open() === 0, 1.5 * HANDSHAKE_MS)
    expect((await client(23, [])).output).toContain("Verification: OK")
  })
})

function client(n: number, words: readonly string[], trusted = ca) {
  const ends = ["-connect", `${bench.server.sipAddress}:${PORT}`, "-bind", `${from(n)}:0`]
  return attempt("openssl", ["s_client", ...ends, "-CAfile", trusted, "-verify_return_error", ...words])
}

async function dial(n: number): Promise<Socket> {
  const socket = connect({ host: bench.server.sipAddress, port: PORT, localAddress: from(n) })
  socket.on("error", () => {})
  socket.resume()
  await once(socket, "connect")
  return socket
}

/** Also by a reset, as where it was just being written to. */
const closed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => (socket.closed ? resolve() : socket.once("close", () => resolve())))

/** The one event about that address, which has a sentence with everything filled in. */
async function told(n: number, why: string): Promise<LoggedEvent> {
  const code = `handshake.failed.${why}` as EventCode
  const own = () => events().then((all) => all.filter(({ params }) => params.source === from(n)))
  await until(`${code} from ${from(n)}`, async () => (await own()).length > 0, 5_000)
  const found = await own()
  expect(found.map((event) => event.code)).toEqual([code])
  const [event] = found as [LoggedEvent]
  expect(translate("en", `event.${code}`, event.params)).toMatch(new RegExp(`${from(n)}.*[^}?]$`))
  return event
}

const events = async (): Promise<readonly LoggedEvent[]> =>
  (await bench.client.request(api.events.list, { query: { code: "handshake.failed", limit: 100 } })).items

function expectInTime(began: number): void {
  expect(Date.now() - began).toBeGreaterThan(0.9 * HANDSHAKE_MS)
  expect(Date.now() - began).toBeLessThan(1.5 * HANDSHAKE_MS)
}
