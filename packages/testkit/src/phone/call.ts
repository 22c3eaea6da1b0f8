/**
 * One call at a phone, whichever side began it. RFC 3261 §12–§15, RFC 3262, RFC 3311.
 *
 *   const call = home.invites("101", { offer: pcmu })      const call = office.answers(invite, 200, { answer: pcmu })
 *   call.response                    the latest            call.offers({ ...pcmu, direction: "sendonly" })   a re-INVITE
 *   call.hangsUp().response          of the BYE            call.sends("INFO", { … })
 */
import {
  type Address,
  cancelFor,
  type Field,
  type Flow,
  first,
  parseUri,
  type Request,
  type Response,
} from "@homeport/sip"
import { changed, contactUri, cseqField, type FieldChanges, type Line, type PhoneTransaction } from "./line.ts"
import { describe, describeAnswer, type Media, readSession, type Session } from "./session-text.ts"

export interface Parts {
  readonly offer?: Media | string | undefined
  readonly answer?: Media | string | undefined
  readonly fields?: FieldChanges
  /** With its Content-Type in `fields`. */
  readonly body?: string
}

export interface Call {
  readonly callId: string
  /** The INVITE that began it and its responses; undefined at the phone that was called. */
  readonly invite: PhoneTransaction | undefined
  readonly responses: readonly Response[]
  readonly response: Response | undefined
  /** What the other side last said about its media. */
  readonly remote: Session | undefined
  /** A BYE was sent or came. */
  readonly ended: boolean
  /** Sends an ACK to the 2xx: only where the phone's `acknowledges` is off, or once more. */
  acknowledges(parts?: Parts): void
  cancels(parts?: Parts): PhoneTransaction
  hangsUp(parts?: Parts): PhoneTransaction
  /** A re-INVITE; without media one without an offer. */
  offers(media?: Media | string, parts?: Parts): PhoneTransaction
  updates(media?: Media | string, parts?: Parts): PhoneTransaction
  /** Acknowledges the latest reliable provisional response. */
  pracks(parts?: Parts): PhoneTransaction
  /** Any request within the dialog. */
  sends(method: string, parts?: Parts): PhoneTransaction
}

/** What a call needs to know of its phone. */
export interface CallOwner {
  readonly line: Line
  readonly contact: () => string
  readonly media: () => Address
  readonly own: readonly Field[]
  readonly acknowledges: () => boolean
  /** Goes to what the dialog says, or always to the server. */
  readonly flowTo: (remoteTarget: string) => Flow
  readonly version: () => number
}

/** The call with what only its phone may do to it. */
export interface HeldCall extends Call {
  readonly localTag: string
  /** A request of the other side's within the dialog. */
  took(received: Request): void
  /** The description that an answer to `received` carries. */
  answerFor(received: Request, media: Media | string): string
}

export interface Ends {
  readonly callId: string
  /** As in From of our requests, tag included. */
  readonly local: string
  readonly localTag: string
  /** As in To, with the tag once it is known. */
  readonly remote: string
  readonly remoteTarget: string
}

export function createCall(
  owner: CallOwner,
  ends: Ends,
  invited?: { readonly uri: string; readonly parts: Parts },
): HeldCall {
  const { line } = owner
  const { callId, local, localTag } = ends
  let { remote, remoteTarget } = ends
  let sequence = 0
  let session: Session | undefined
  let lastInvite: PhoneTransaction | undefined
  let lastInviteFlow = owner.flowTo(remoteTarget)
  let ended = false

  const learn = (message: Request | Response) => {
    const said = readSession(message.body)
    if (said) session = said
    const refreshes = message.kind === "response" ? message.status < 300 : true
    const target = contactUri(message)
    if (refreshes && target) remoteTarget = target
  }
  const bodyOf = (parts: Parts): { readonly fields: readonly Field[]; readonly body: Uint8Array } | undefined => {
    if (parts.body !== undefined) return { fields: [], body: Buffer.from(parts.body, "latin1") }
    const { offer, answer } = parts
    if (offer === undefined && answer === undefined) return undefined
    const own = owner.media()
    const text =
      answer !== undefined && session
        ? describeAnswer(answer, session, own, owner.version())
        : describe(offer ?? answer ?? "", own, owner.version())
    return { fields: [{ name: "Content-Type", value: "application/sdp" }], body: Buffer.from(text, "latin1") }
  }
  const draft = (method: string, number: number, parts: Parts, uri = remoteTarget) => {
    const described = bodyOf(parts)
    const fields = changed(
      [
        { name: "Max-Forwards", value: "70" },
        { name: "From", value: local },
        { name: "To", value: remote },
        { name: "Call-ID", value: callId },
        cseqField(number, method),
        ...(carriesContact.has(method) ? [{ name: "Contact", value: `<${owner.contact()}>` }] : []),
        ...owner.own,
        ...(described?.fields ?? []),
      ],
      parts.fields,
    )
    return { method, uri, fields, ...(described ? { body: described.body } : {}) }
  }
  const nextSequence = () => ++sequence
  const ack = (number: number, parts: Parts) => line.sendAck(draft("ACK", number, parts), owner.flowTo(remoteTarget))

  const invite = (parts: Parts, uri: string, first: boolean): PhoneTransaction => {
    const { answer, ...offering } = parts
    lastInviteFlow = owner.flowTo(uri)
    const heard = (response: Response) => {
      // The dialog is that of the latest response with a tag, and for good that of a 2xx.
      if (first && response.to.tag && response.status < 300) remote = toOf(response)
      learn(response)
      if (response.status < 200 || response.status > 299 || !owner.acknowledges()) return
      // Who did not offer was offered to in the 2xx, and answers in the ACK (RFC 3261 §13.2.1).
      ack(response.cseq.sequence, parts.offer === undefined ? { answer } : {})
    }
    lastInvite = line.send(draft("INVITE", nextSequence(), offering, uri), lastInviteFlow, heard, nextSequence)
    return lastInvite
  }
  const began = invited ? invite(invited.parts, invited.uri, true) : undefined

  const sends = (method: string, parts: Parts = {}): PhoneTransaction => {
    const sent = line.send(draft(method, nextSequence(), parts), owner.flowTo(remoteTarget), learn, nextSequence)
    line.settle()
    return sent
  }

  return {
    callId,
    localTag,
    invite: began,
    get responses() {
      return began?.responses ?? []
    },
    get response() {
      return began?.response
    },
    get remote() {
      line.settle()
      return session
    },
    get ended() {
      line.settle()
      return ended
    },
    took(received) {
      if (received.method === "BYE") ended = true
      learn(received)
    },
    answerFor(received, media) {
      const offer = readSession(received.body)
      return offer
        ? describeAnswer(media, offer, owner.media(), owner.version())
        : describe(media, owner.media(), owner.version())
    },
    acknowledges(parts = {}) {
      ack(lastInvite?.request.cseq.sequence ?? sequence, parts)
      line.settle()
    },
    cancels(parts = {}) {
      if (!lastInvite) throw new Error("there is no INVITE of this phone's to cancel")
      const cancel = cancelFor(lastInvite.request)
      const sent = line.sendCancel({ ...cancel, fields: changed(cancel.fields, parts.fields) }, lastInviteFlow)
      line.settle()
      return sent
    },
    hangsUp(parts) {
      ended = true
      return sends("BYE", parts)
    },
    offers(media, parts = {}) {
      const sent = invite({ offer: media, ...parts }, remoteTarget, false)
      line.settle()
      return sent
    },
    updates: (media, parts = {}) => sends("UPDATE", { offer: media, ...parts }),
    pracks(parts = {}) {
      const reliable = lastInvite?.responses.findLast((one) => first(one, "RSeq") !== undefined)
      if (!reliable) throw new Error(`no reliable provisional response came\n${line.ladder()}`)
      const acknowledged = `${first(reliable, "RSeq")} ${first(reliable, "CSeq")}`
      return sends("PRACK", { ...parts, fields: { RAck: acknowledged, ...parts.fields } })
    },
    sends,
  }
}

/** The address in a dialog's remote target, as a phone without an outbound proxy takes it. */
export function addressIn(uri: string): Address | undefined {
  const parsed = parseUri(uri)
  return parsed && { host: parsed.host, port: parsed.port ?? 5060 }
}

const toOf = (response: Response) => first(response, "To") ?? ""

const carriesContact: ReadonlySet<string> = new Set([
  "INVITE",
  "UPDATE",
  "REGISTER",
  "SUBSCRIBE",
  "REFER",
  "NOTIFY",
  "OPTIONS",
])
