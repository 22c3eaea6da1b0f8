/**
 * A phone's line: its socket, its requests and what came back, the requests it got and what it said to them.
 *
 * It does what RFC 3261 asks of a user agent and nothing behind the test's back: no timer, no retransmission (see `repeats`).
 * Ids are counted, so that two runs send the same bytes.
 */
import {
  type Address,
  ackFor,
  authorization,
  type Challenge,
  type Field,
  type Flow,
  type Listener,
  listOf,
  type ParseError,
  parseChallenge,
  type Request,
  type Response,
  request,
  response,
  serialize,
  type TransportName,
} from "@homeport/sip"
import type { Host } from "../host.ts"
import { openListener } from "../sip-network.ts"
import { readSession, type Session } from "./session-text.ts"

export interface LineOptions {
  readonly on: Host
  /** Default: the host's first. */
  readonly address?: string
  /** Default: 5060. */
  readonly port?: number
  readonly transport?: TransportName
  readonly user: string
  /** Digest user name; default: `user`. */
  readonly username?: string
  readonly password?: string
}

/** Header fields by name: they replace the phone's own or are added; `undefined` leaves one out. */
export type FieldChanges = Readonly<Record<string, string | readonly string[] | undefined>>

/** A request of the phone's, and all that came back. */
export interface PhoneTransaction {
  /** As last sent: with credentials, if it was challenged. */
  readonly request: Request
  /** Every response so far, challenges included. The network is settled first. */
  readonly responses: readonly Response[]
  /** The latest of them. */
  readonly response: Response | undefined
  /** Sends the same bytes again, as a retransmission would. */
  repeats(): void
}

/** A request that the phone got. */
export type ReceivedRequest = Request & {
  readonly flow: Flow
  /** The description in its body, where there is one. */
  readonly offer: Session | undefined
}

export interface LineUser {
  request(received: ReceivedRequest): void
}

export interface Draft {
  readonly method: string
  readonly uri: string
  readonly fields: readonly Field[]
  readonly body?: Uint8Array
}

export interface Answer {
  readonly reason?: string
  readonly fields?: readonly Field[]
  readonly body?: Uint8Array
  readonly toTag?: string
}

export type Line = ReturnType<typeof openLine>

export function openLine(options: LineOptions, user: LineUser) {
  const { on, port = 5060, transport = "UDP", password } = options
  const host = options.address ?? on.addresses[0] ?? ""
  const transactions = new Map<string, Held>()
  const said = new Map<string, Uint8Array>()
  const strays: Response[] = []
  const broken: ParseError[] = []
  const repeated: Request[] = []
  const stun: ((bytes: Uint8Array) => void)[] = []
  const nonceCounts = new Map<string, number>()

  const receiver = {
    message(message: Request | Response, flow: Flow) {
      if (message.kind === "response") receiveResponse(message)
      else receiveRequest(message, flow)
    },
    malformed: (error: ParseError) => void broken.push(error),
    stun: (bytes: Uint8Array) => stun.shift()?.(bytes),
    failed: () => {},
  }
  const opened = openListener(on, { transport, host, port }, receiver)
  if (!opened) throw new Error(`${on.name} has no free ${host}:${port}`)
  const listener: Listener = opened

  /** RFC 3261 §17.1.3: by branch and method; what matches nothing is not ours. */
  const receiveResponse = (received: Response) => {
    const held = transactions.get(`${received.via.branch} ${received.cseq.method}`)
    if (!held || held.request.callId !== received.callId) return void strays.push(received)
    held.responses.push(received)
    if (received.status >= 300 && received.cseq.method === "INVITE")
      listener.send(held.flow, serialize(ackFor(held.request, received)))
    if ((received.status === 401 || received.status === 407) && authenticate(held, received)) return
    held.heard(received)
  }

  const receiveRequest = (received: Request, flow: Flow) => {
    const again = said.get(`${received.via.branch} ${received.method}`)
    if (again) {
      repeated.push(received)
      listener.send(flow, again)
    } else user.request(Object.assign({ ...received, flow }, { offer: readSession(received.body) }))
  }

  const transmit = (held: Held, sent: Request) => {
    held.request = sent
    transactions.set(`${sent.via.branch} ${sent.method}`, held)
    listener.send(held.flow, serialize(sent))
  }

  /** Answers a challenge once, and once more if only the nonce was too old (RFC 3261 §22.2). */
  const authenticate = (held: Held, challenged: Response): boolean => {
    const proxy = challenged.status === 407
    const challenge = listOfChallenges(challenged, proxy ? "Proxy-Authenticate" : "WWW-Authenticate")[0]
    if (!challenge || password === undefined || (held.attempts > 0 && !challenge.stale) || held.attempts > 2)
      return false
    held.attempts++
    const { method, uri, cseq, body } = held.request
    const nonceCount = (nonceCounts.get(challenge.nonce) ?? 0) + 1
    nonceCounts.set(challenge.nonce, nonceCount)
    const username = options.username ?? options.user
    const value = authorization(challenge, { username, password, method, uri, cnonce: line.id("c"), nonceCount })
    const name = proxy ? "Proxy-Authorization" : "Authorization"
    const kept = held.request.fields.filter((field) => field.name !== name)
    const fields = kept.map((field) =>
      field.name === "Via"
        ? via()
        : field.name === "CSeq"
          ? cseqField(held.nextSequence(cseq.sequence), method)
          : field,
    )
    transmit(held, request({ method, uri, fields: [...fields, { name, value }], body }))
    return true
  }

  const transactionOf = (held: Held): PhoneTransaction => ({
    get request() {
      return held.request
    },
    get responses() {
      on.net.settle()
      return held.responses
    },
    get response() {
      on.net.settle()
      return held.responses.at(-1)
    },
    repeats() {
      listener.send(held.flow, serialize(held.request))
      on.net.settle()
    },
  })
  const via = (): Field => ({
    name: "Via",
    value: `SIP/2.0/${transport} ${host}:${port};rport;branch=${line.id("z9hG4bK")}`,
  })

  const line = {
    address: { host, port },
    transport,
    /** What matched no request of ours, and what was no SIP. */
    strays,
    broken,
    /** Requests that came again: they were answered as before. */
    repeated,
    listener,
    settle: () => on.net.settle(),
    ladder: () => on.net.ladder(),
    id: (kind: string) => `${kind}-${options.user}-${on.net.next()}`,
    flowTo: (remote: Address) => listener.connect(remote),

    /** `nextSequence` gives the CSeq of a second attempt; `heard` is told of every response but an answered challenge. */
    send(
      draft: Draft,
      flow: Flow,
      heard: Held["heard"] = () => {},
      nextSequence: Held["nextSequence"] = (last) => last + 1,
    ) {
      const sent = request({ ...draft, fields: [via(), ...draft.fields] })
      const held: Held = { flow, request: sent, responses: [], attempts: 0, heard, nextSequence }
      transmit(held, sent)
      return transactionOf(held)
    },
    /** An ACK to a 2xx has no transaction: its bytes go out and nothing comes back. */
    sendAck: (draft: Draft, flow: Flow) =>
      void listener.send(flow, serialize(request({ ...draft, fields: [via(), ...draft.fields] }))),
    /** A CANCEL shares its INVITE's Via (RFC 3261 §9.1). */
    sendCancel(cancel: Request, flow: Flow) {
      const held: Held = {
        flow,
        request: cancel,
        responses: [],
        attempts: neverAgain,
        heard: () => {},
        nextSequence: same,
      }
      transmit(held, cancel)
      return transactionOf(held)
    },
    respond(received: ReceivedRequest, status: number, answer: Answer = {}): Response {
      const made = response(received, status, answer)
      const bytes = serialize(made)
      said.set(`${received.via.branch} ${received.method}`, bytes)
      listener.send(received.flow, bytes)
      return made
    },
    /** The last response to it once more. */
    repeat(received: ReceivedRequest) {
      const bytes = said.get(`${received.via.branch} ${received.method}`)
      if (bytes) listener.send(received.flow, bytes)
    },
    sendRaw(bytes: Uint8Array | string, flow: Flow) {
      listener.send(flow, typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes)
    },
    sendStun(bytes: Uint8Array, to: Address, answered: (bytes: Uint8Array) => void) {
      stun.push(answered)
      listener.send(listener.connect(to), bytes)
    },
  }
  return line
}

interface Held {
  readonly flow: Flow
  request: Request
  readonly responses: Response[]
  attempts: number
  readonly heard: (response: Response) => void
  readonly nextSequence: (last: number) => number
}

/** A CANCEL is not answered with credentials (RFC 3261 §22.1). */
const neverAgain = 99
const same = (last: number) => last

export const cseqField = (sequence: number, method: string): Field => ({ name: "CSeq", value: `${sequence} ${method}` })

/** The phone's own fields with the test's changes. */
export function changed(fields: readonly Field[], changes: FieldChanges = {}): readonly Field[] {
  const named = new Map(Object.entries(changes).map(([name, value]) => [name.toLowerCase(), value]))
  const kept = fields.filter(({ name }) => !named.has(name.toLowerCase()))
  const added = Object.entries(changes).flatMap(([name, value]) =>
    value === undefined ? [] : (typeof value === "string" ? [value] : value).map((one) => ({ name, value: one })),
  )
  return [...kept, ...added]
}

const listOfChallenges = (challenged: Response, name: string): Challenge[] =>
  challenged.fields.flatMap((field) => (field.name === name ? [parseChallenge(field.value) ?? []].flat() : []))

export const contactUri = (message: Request | Response): string | undefined => {
  const [contact] = listOf(message, "Contact")
  return contact?.includes("<") ? /<([^>]*)>/.exec(contact)?.[1] : contact?.split(";")[0]
}
