/**
 * A SIP phone for tests, on a simulated host. It does what it is told and keeps what it hears. What it does has settled when
 * the call returns; for two things at the same moment there is `net.together`.
 *
 *   const home = softPhone({ on: host, user: "200", password: "…", server: { host: "203.0.113.1", port: 5070 } })
 *   home.asksStun(server)                          so that its Contact is what the internet sees
 *   home.registers()
 *   const invite = home.receives("INVITE")
 *   home.answers(invite, 180)
 *   const call = home.answers(invite, 200, { answer: pcmu })
 */
import type { Address, Flow, ParseError, Request, Response } from "@homeport/sip"
import { BINDING, parseStun, readMapped, serializeStun } from "@homeport/stun"
import { addressIn, type Call, type CallOwner, createCall, type HeldCall, type Parts } from "./call.ts"
import {
  changed,
  cseqField,
  type FieldChanges,
  type LineOptions,
  openLine,
  type PhoneTransaction,
  type ReceivedRequest,
} from "./line.ts"
import { openMedia } from "./media.ts"
import { createRegistration, type RegisterOptions } from "./registration.ts"
import type { Media } from "./session-text.ts"

export interface PhoneOptions extends LineOptions {
  /** Display name. */
  readonly name?: string
  /** Where it registers and sends its INVITEs. */
  readonly server: Address
  /** Sends requests within a dialog to the server too, not to the dialog's remote target. */
  readonly outboundProxy?: boolean
  /** Default: 4000; RTCP on the next. */
  readonly mediaPort?: number
  readonly userAgent?: string
  /** Every URI that it writes is a sips URI; only over TLS. */
  readonly sips?: boolean
}

export interface Phone {
  readonly user: string
  /** Its own socket. */
  readonly address: Address
  /** What it writes into Contact and into descriptions: its own address until STUN, or a test, says otherwise. */
  announced: { contact: Address; media: Address }
  /** Off: the test sends the ACK to a 2xx itself. */
  acknowledges: boolean
  /** Methods it answers 200 by itself (CANCEL also with 487 to the INVITE). */
  readonly automatic: Set<string>
  /** Every request it got, oldest first. */
  readonly received: readonly ReceivedRequest[]
  readonly strays: readonly Response[]
  readonly broken: readonly ParseError[]
  readonly repeated: readonly Request[]
  /**
   * Asks from the SIP port and both media ports, and announces what it learns. False when no answer came. Over a connection there
   * is nothing to ask for the SIP port: its Contact stays what it is, a private address and a port where nobody listens.
   */
  asksStun(server: Address): boolean
  registers(options?: RegisterOptions): PhoneTransaction
  unregisters(): PhoneTransaction
  /** To a number, or to a whole URI. */
  invites(target: string, parts?: Parts): Call
  /** The oldest request of that method that no test has taken yet. Fails with the ladder when there is none. */
  receives(method: string): ReceivedRequest
  /** Requests that came and no test has taken. */
  untaken(method?: string): readonly ReceivedRequest[]
  answers(request: ReceivedRequest, status: number, parts?: AnswerParts): Call
  /** The last response to it once more. */
  repeats(request: ReceivedRequest): void
  /** A request outside a dialog. */
  sends(method: string, target: string, parts?: Parts): PhoneTransaction
  /** Bytes as they are, from its SIP port to the server. */
  sendsRaw(bytes: Uint8Array | string): void
  /** Breaks its connection with the server. */
  disconnects(): void
  /** RTP packets and a receiver report from its media ports, to where the other side's latest description says. */
  speaks(packets?: number): void
  /** What reached its media ports. */
  readonly heard: { readonly rtp: number; readonly rtcp: number; readonly other: number }
}

export interface AnswerParts {
  readonly answer?: Media | string
  readonly offer?: Media | string
  readonly reason?: string
  readonly fields?: FieldChanges
  /** A provisional response with RSeq (RFC 3262). */
  readonly reliable?: boolean
}

export function softPhone(options: PhoneOptions): Phone {
  const { on, user, server, name, mediaPort = 4000, userAgent = "Testkit", sips = false } = options
  const scheme = sips ? "sips" : "sip"
  const received: ReceivedRequest[] = []
  const taken = new Set<ReceivedRequest>()
  const calls: HeldCall[] = []
  const ringing = new Map<string, ReceivedRequest>()
  const line = openLine(options, { request: (request) => receive(request) })
  const media = openMedia(on, line.address.host, mediaPort)
  let versions = 0
  let reliable = 0

  const contact = () => {
    const { host, port } = phone.announced.contact
    const shown = host.includes(":") ? `[${host}]` : host
    const transport = line.transport === "UDP" || sips ? "" : `;transport=${line.transport.toLowerCase()}`
    return `${scheme}:${user}@${shown}:${port}${transport}`
  }
  const serverFlow = () => line.flowTo(server)
  const owner: CallOwner = {
    line,
    contact,
    media: () => phone.announced.media,
    own: [
      { name: "User-Agent", value: userAgent },
      { name: "Allow", value: "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, PRACK, NOTIFY" },
    ],
    acknowledges: () => phone.acknowledges,
    flowTo(remoteTarget): Flow {
      const target = options.outboundProxy ? undefined : addressIn(remoteTarget)
      const known = target && /^[0-9.]+$|:/.test(target.host) && line.transport === "UDP"
      return known ? line.flowTo(target) : serverFlow()
    },
    version: () => ++versions,
  }
  const identity = (tag: string) => `${name ? `"${name}" ` : ""}<${scheme}:${user}@${server.host}>;tag=${tag}`
  const uriOf = (target: string) =>
    /^\w+:/.test(target) ? target : `${scheme}:${target}@${server.host}:${server.port}`

  const receive = (request: ReceivedRequest) => {
    received.push(request)
    const call = calls.find((one) => one.callId === request.callId && one.localTag === request.to.tag)
    call?.took(request)
    if (request.method === "INVITE") ringing.set(request.via.branch, request)
    if (!phone.automatic.has(request.method)) return
    // An UPDATE with an offer wants an answer that only the test knows.
    if (request.method === "UPDATE" && request.offer) return
    const inDialog = request.to.tag !== undefined
    if (inDialog && !call && request.method !== "CANCEL") return void line.respond(request, 481)
    const invite = ringing.get(request.via.branch)
    if (request.method === "CANCEL" && !invite) return void line.respond(request, 481)
    line.respond(request, 200, { toTag: line.id("tag") })
    if (request.method === "CANCEL" && invite) {
      ringing.delete(request.via.branch)
      line.respond(invite, 487, { toTag: tagFor(invite) })
    }
  }

  /** One tag for all our responses to a request; the call it belongs to exists from the first of them on. */
  const callFor = (request: ReceivedRequest): HeldCall => {
    const known = calls.find(
      (one) => one.callId === request.callId && (!request.to.tag || one.localTag === request.to.tag),
    )
    if (known) return known
    const localTag = line.id("tag")
    const made = createCall(owner, {
      callId: request.callId,
      local: `${fieldOf(request, "To")};tag=${localTag}`,
      localTag,
      remote: fieldOf(request, "From"),
      remoteTarget: /<([^>]*)>/.exec(fieldOf(request, "Contact"))?.[1] ?? "",
    })
    made.took(request)
    calls.push(made)
    return made
  }
  const tagFor = (request: ReceivedRequest) => request.to.tag ?? callFor(request).localTag

  /** RFC 8489 §6: one request, and what its answer says. */
  const mappedBy = (
    send: (request: Uint8Array, answered: (bytes: Uint8Array) => void) => void,
  ): Address | undefined => {
    const id = Buffer.from(line.id("stun").slice(-12).padStart(12, "0"))
    let mapped: Address | undefined
    send(
      serializeStun({ class: "request", method: BINDING, transactionId: Buffer.concat([cookie, id]), attributes: [] }),
      (bytes) => {
        const answer = parseStun(bytes)
        if (answer.ok) mapped = readMapped(answer.value)
      },
    )
    line.settle()
    return mapped
  }

  /** What the phone did has its consequences before the test goes on. */
  const settled = <T>(done: T): T => {
    line.settle()
    return done
  }
  const register = createRegistration(owner, { user, server, identity, scheme })

  const phone: Phone = {
    user,
    address: line.address,
    announced: { contact: line.address, media: { host: line.address.host, port: mediaPort } },
    acknowledges: true,
    automatic: new Set(["OPTIONS", "BYE", "CANCEL", "PRACK", "INFO", "NOTIFY", "UPDATE"]),
    received,
    strays: line.strays,
    broken: line.broken,
    repeated: line.repeated,
    heard: media.heard,
    asksStun(to) {
      const sip =
        line.transport === "UDP"
          ? mappedBy((request, answered) => line.sendStun(request, to, answered))
          : phone.announced.contact
      const rtp = mappedBy((request, answered) => media.ask(0, request, to, answered))
      const rtcp = mappedBy((request, answered) => media.ask(1, request, to, answered))
      if (!sip || !rtp || !rtcp) return false
      phone.announced = { contact: sip, media: rtp }
      return true
    },
    registers: (options) => settled(register(options)),
    unregisters: () => phone.registers({ expires: 0 }),
    invites(target, parts = {}) {
      const localTag = line.id("tag")
      const uri = uriOf(target)
      const call = createCall(
        { ...owner, flowTo: (remote) => (remote === uri ? serverFlow() : owner.flowTo(remote)) },
        { callId: line.id("call"), local: identity(localTag), localTag, remote: `<${uri}>`, remoteTarget: uri },
        { uri, parts },
      )
      calls.push(call)
      return settled(call)
    },
    receives(method) {
      const found = phone.untaken(method)[0]
      if (!found) throw new Error(`${on.name} received no ${method} that was not looked at\n${line.ladder()}`)
      taken.add(found)
      return found
    },
    untaken(method) {
      line.settle()
      return received.filter((one) => !taken.has(one) && (method === undefined || one.method === method))
    },
    answers(request, status, parts = {}) {
      const call = callFor(request)
      const said = parts.answer ?? parts.offer
      const described = said === undefined ? undefined : call.answerFor(request, said)
      const reliability = { RSeq: String(++reliable), Require: "100rel" }
      const fields = changed(
        [
          ...(status > 100 && status < 300 ? [{ name: "Contact", value: `<${contact()}>` }] : []),
          ...(described === undefined ? [] : [{ name: "Content-Type", value: "application/sdp" }]),
          ...owner.own,
        ],
        { ...(parts.reliable ? reliability : {}), ...parts.fields },
      )
      line.respond(request, status, {
        fields,
        ...(status > 100 ? { toTag: call.localTag } : {}),
        ...(parts.reason === undefined ? {} : { reason: parts.reason }),
        ...(described === undefined ? {} : { body: Buffer.from(described, "latin1") }),
      })
      if (status >= 200) ringing.delete(request.via.branch)
      return settled(call)
    },
    repeats: (request) => settled(line.repeat(request)),
    sends(method, target, parts = {}) {
      const uri = uriOf(target)
      const fields = changed(
        [
          { name: "Max-Forwards", value: "70" },
          { name: "From", value: identity(line.id("tag")) },
          { name: "To", value: `<${uri}>` },
          { name: "Call-ID", value: line.id("call") },
          cseqField(1, method),
          { name: "Contact", value: `<${contact()}>` },
          ...owner.own,
        ],
        parts.fields,
      )
      const body = parts.body === undefined ? {} : { body: Buffer.from(parts.body, "latin1") }
      return settled(line.send({ method, uri, fields, ...body }, serverFlow()))
    },
    sendsRaw: (bytes) => settled(line.sendRaw(bytes, serverFlow())),
    disconnects: () => settled(line.listener.disconnect(serverFlow())),
    speaks(packets = 1) {
      line.settle()
      const stream = calls.findLast((call) => call.remote)?.remote?.media[0]
      if (!stream) throw new Error(`${on.name} knows no address to speak to\n${line.ladder()}`)
      media.speak({ host: stream.address, port: stream.port }, packets)
      media.report(stream.rtcp)
      line.settle()
    },
  }
  return phone
}

const fieldOf = (request: Request, name: string) => request.fields.find((field) => field.name === name)?.value ?? ""

/** RFC 8489 §5. */
const cookie = Uint8Array.of(0x21, 0x12, 0xa4, 0x42)
