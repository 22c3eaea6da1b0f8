/** Real sockets on 127.0.0.1 for the tests of this folder, with a receiver that writes down what it is told. */
import { createSocket } from "node:dgram"
import { readFileSync } from "node:fs"
import { connect, type Socket } from "node:net"
import { type ConnectionOptions, connect as connectTls } from "node:tls"
import { type ManualClock, manualClock } from "@homeport/testkit"
import { onTestFinished } from "vitest"
import type { Message } from "../message/message.ts"
import type { Limits } from "./limits.ts"
import { createNodeNetwork } from "./network.ts"
import type { Address, Certificate, Flow, Listener, Receiver, TransportName } from "./transport.ts"

export interface Told {
  readonly what: "message" | "malformed" | "stun" | "failed" | "http" | "handshake-failed"
  readonly flow: Flow
  readonly message?: Message
  readonly reason?: string
  readonly detail?: string | undefined
}

/** A listener on a free port. `next` waits for what the receiver is told next; nothing depends on how long that takes. */
export async function listening(transport: TransportName, options: ListeningOptions = {}): Promise<Listening> {
  const {
    clock = manualClock(),
    limits = {},
    react,
    host = "127.0.0.1",
    page,
    admits,
    certificate = testCertificate("server"),
  } = options
  const told = queue<Told>()
  const accepted: Flow[] = []
  const tell = (one: Told) => {
    told.put(one)
    react?.(one, listener)
  }
  const receiver: Receiver = {
    ...(admits && { admits }),
    message: (message, flow) => tell({ what: "message", message, flow }),
    malformed: (error, flow) => tell({ what: "malformed", reason: error.code, flow }),
    stun: (_bytes, flow) => tell({ what: "stun", flow }),
    failed: (flow, reason) => tell({ what: "failed", flow, reason }),
    accepted: (flow) => void accepted.push(flow),
    http: (flow) => {
      tell({ what: "http", flow })
      return page
    },
    handshakeFailed: (flow, { cause, detail }) => tell({ what: "handshake-failed", flow, reason: cause, detail }),
  }
  const result = await createNodeNetwork({ clock, limits }).listen(
    { transport, host, port: 0, ...(transport === "TLS" ? { certificate } : {}) },
    receiver,
  )
  if (!result.ok) throw new Error(result.error.message)
  const listener = result.value
  onTestFinished(() => listener.close())
  const address = { host, port: listener.endpoint.port }
  return { clock, listener, address, next: told.next, told: told.all, accepted, receiver }
}

interface ListeningOptions {
  readonly admits?: NonNullable<Receiver["admits"]>
  readonly clock?: ManualClock
  readonly limits?: Partial<Limits>
  readonly host?: string
  /** What a browser is answered. */
  readonly page?: Uint8Array
  readonly certificate?: Certificate
  readonly react?: (told: Told, listener: Listener) => void
}

interface Listening {
  readonly clock: ManualClock
  readonly listener: Listener
  readonly address: Address
  readonly receiver: Receiver
  next(): Promise<Told>
  /** Everything so far, also what `next` has handed out. */
  readonly told: readonly Told[]
  /** Connections that were accepted. */
  readonly accepted: readonly Flow[]
}

/** Somebody's UDP socket. */
export async function udpPeer() {
  const socket = createSocket("udp4")
  const received = queue<string>()
  socket.on("message", (bytes) => received.put(bytes.toString("latin1")))
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve))
  let open = true
  const close = () => {
    if (open) socket.close()
    open = false
  }
  onTestFinished(close)
  return {
    address: { host: "127.0.0.1", port: socket.address().port },
    next: received.next,
    close,
    send: (bytes: string | Uint8Array, to: Address) =>
      socket.send(typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes, to.port, to.host),
  }
}

/** Somebody's TCP connection. `ended` is done when the other side has closed it, however rudely. */
export async function tcpPeer(to: Address) {
  const socket: Socket = connect(to.port, to.host)
  onTestFinished(() => void socket.destroy())
  const received = queue<string>()
  socket.on("data", (bytes) => received.put(bytes.toString("latin1")))
  const ended = new Promise<void>((resolve) => socket.once("close", () => resolve()))
  socket.on("error", () => {})
  socket.setNoDelay(true)
  await new Promise<void>((resolve) => socket.once("connect", resolve))
  return { socket, next: received.next, ended, send: (text: string) => socket.write(text, "latin1") }
}

/** Somebody's TLS connection; it trusts our test CA, unless told otherwise. */
export async function tlsPeer(to: Address, options: ConnectionOptions = {}) {
  const ca = readFileSync(`${testdata}/ca.pem`)
  const socket = connectTls({ ...to, ca, servername: "homeport.test", ...options })
  onTestFinished(() => void socket.destroy())
  const received = queue<string>()
  socket.on("data", (bytes) => received.put(bytes.toString("latin1")))
  const ended = new Promise<void>((resolve) => socket.once("close", () => resolve()))
  const secured = new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    socket.once("secureConnect", () => resolve(undefined))
    socket.once("error", resolve)
    socket.once("close", () => resolve(new Error("closed")))
  })
  socket.on("error", () => {})
  const problem = await secured
  return { socket, problem, next: received.next, ended, send: (text: string) => socket.write(text, "latin1") }
}

/** Of testdata/tls: "server" and "renewed" are good, "expired" and "weak" are what they say. */
export function testCertificate(name: string): Certificate {
  return {
    chain: readFileSync(`${testdata}/${name}.pem`, "latin1"),
    key: readFileSync(`${testdata}/${name}.key`, "latin1"),
  }
}

const testdata = `${import.meta.dirname}/../../testdata/tls`

export const options = (body = "", more = ""): string =>
  `OPTIONS sip:127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/TCP 127.0.0.1;branch=z9hG4bK1;rport\r\nFrom: <sip:a@b>;tag=1\r\n` +
  `To: <sip:b@c>\r\nCall-ID: c\r\nCSeq: 1 OPTIONS\r\n${more}Content-Length: ${body.length}\r\n\r\n${body}`

/** What is put in is handed out in order, to whoever waits for it. */
function queue<T>() {
  const all: T[] = []
  let taken = 0
  let waiting: (() => void) | undefined
  return {
    all,
    put(one: T) {
      all.push(one)
      waiting?.()
    },
    async next(): Promise<T> {
      while (taken >= all.length) {
        await new Promise<void>((resolve) => {
          waiting = resolve
        })
      }
      // There is one: the loop has seen to that.
      return all[taken++] as T
    },
  }
}
