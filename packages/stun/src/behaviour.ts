/**
 * What kind of NAT stands before us, asked from one of our ports. RFC 5780 §4.3 (mapping), §4.4 (filtering).
 *
 *   to the server's   ask it to answer from   answer means
 *   ───────────────   ─────────────────────   ─────────────────────────────────────────────────
 *   address, port     –                       the mapped address, and OTHER-ADDRESS, without which nothing is known
 *   address, port     other address and port  filtering endpoint-independent; else
 *   address, port     other port              filtering address-dependent; else address-and-port-dependent
 *   other address     –                       mapped as before: mapping endpoint-independent; else
 *   other address and port  –                 mapped as the last: address-dependent; else address-and-port-dependent
 *
 * Filtering comes first: once we have sent to the other address, its answers pass an address-dependent filter too. For as long as
 * a NAT remembers (RFC 4787 §4.3: minutes) that is so for the next round as well, unless that one leaves mapping out.
 */
import type { SocketAddress } from "./attributes/address.ts"
import { type ChangeRequest, changeRequest } from "./attributes/change-request.ts"
import type { StunAnswer, StunClient, StunOutcome, StunQuestion, StunTiming } from "./client.ts"
import type { Cancel } from "./clock.ts"

export interface NatBehaviour {
  readonly mapping: Dependence | undefined
  readonly filtering: Dependence | undefined
}

export type Dependence = "endpoint-independent" | "address-dependent" | "address-and-port-dependent"

export interface BehaviourQuestion extends Omit<StunQuestion, "attributes"> {
  /** For the tests whose silence is an answer; shorter than the default, for there are up to two of them. */
  readonly silence?: Partial<StunTiming>
  /** Known from before: then it is not asked again, and nothing is sent to the other address. */
  readonly mapping?: Dependence
  /** The server's other address got through to us. */
  readonly onUnasked?: (answer: StunAnswer) => void
}

/** What came of asking the server to answer from its other address and port. */
export type UnaskedOutcome =
  | { readonly kind: "came"; readonly answer: StunAnswer }
  /** The server answers us, but not from there: `mapped` as it sees us. */
  | { readonly kind: "filtered"; readonly mapped: SocketAddress }
  /** The server has no other address, or does not answer from it on demand. */
  | { readonly kind: "not-supported" }
  | { readonly kind: "no-answer" }

/** The first filtering test by itself (RFC 5780 §4.4): whether who was not asked gets through to us. Sends to the server alone. */
export const askOtherAddress = (
  client: StunClient,
  question: Pick<BehaviourQuestion, "server" | "send" | "silence">,
  done: (outcome: UnaskedOutcome) => void,
): Cancel => {
  const timing = { ...SILENCE, ...question.silence }
  let stop = client.ask({ ...question, timing }, (first) => {
    if (!first.ok) return done({ kind: first.problem === "no-answer" ? "no-answer" : "not-supported" })
    if (!first.otherAddress) return done({ kind: "not-supported" })
    const attributes = [changeRequest({ address: true, port: true })]
    stop = client.ask({ ...question, timing, attributes }, (second) => {
      if (second.ok && isFromOther(second, question)) done({ kind: "came", answer: second })
      else if (!second.ok && second.problem === "no-answer") done({ kind: "filtered", mapped: first.mapped })
      else done({ kind: "not-supported" })
    })
  })
  return () => stop()
}

/** Fields are undefined where the server cannot tell. A repetition within a NAT's memory may find its filter wider than it is. */
export const discoverBehaviour = (
  client: StunClient,
  question: BehaviourQuestion,
  done: (behaviour: NatBehaviour) => void,
): Cancel => {
  let stop: Cancel = () => {}
  const ask = (test: Test, next: (outcome: StunOutcome) => void): void => {
    stop = client.ask(
      {
        ...question,
        server: test.to,
        ...(test.change && { attributes: [changeRequest(test.change)] }),
        ...(test.change && { timing: { ...SILENCE, ...question.silence } }),
      },
      next,
    )
  }

  const filtering = (mapped: SocketAddress, other: SocketAddress): void =>
    ask({ to: question.server, change: { address: true, port: true } }, (first) => {
      if (first.ok && isFromOther(first, question)) {
        question.onUnasked?.(first)
        mapping(mapped, other, "endpoint-independent")
      } else if (first.ok || first.problem !== "no-answer") mapping(mapped, other, undefined)
      else
        ask({ to: question.server, change: { address: false, port: true } }, (second) =>
          mapping(mapped, other, second.ok ? "address-dependent" : dependentUnlessRefused(second)),
        )
    })

  const mapping = (mapped: SocketAddress, other: SocketAddress, filter: Dependence | undefined): void => {
    if (question.mapping !== undefined) return done({ mapping: question.mapping, filtering: filter })
    ask({ to: { host: other.host, port: question.server.port } }, (second) => {
      if (!second.ok) done({ mapping: undefined, filtering: filter })
      else if (same(second.mapped, mapped)) done({ mapping: "endpoint-independent", filtering: filter })
      else
        ask({ to: other }, (third) =>
          done({ mapping: third.ok ? dependence(same(third.mapped, second.mapped)) : undefined, filtering: filter }),
        )
    })
  }

  ask({ to: question.server }, (outcome) => {
    if (outcome.ok && outcome.otherAddress) filtering(outcome.mapped, outcome.otherAddress)
    else done({ mapping: undefined, filtering: undefined })
  })
  return () => stop()
}

interface Test {
  readonly to: SocketAddress
  readonly change?: ChangeRequest
}

/** 3.5 s: as long as six requests take to be lost one after the other is not worth waiting for, here. */
const SILENCE: StunTiming = { rto: 500, rc: 3, rm: 4 }

/** A server that does not know CHANGE-REQUEST may pass over it, and answer from where it was asked. */
const isFromOther = (answer: StunAnswer, { server }: Pick<StunQuestion, "server">): boolean =>
  answer.server.host !== server.host

const dependence = (alike: boolean): Dependence => (alike ? "address-dependent" : "address-and-port-dependent")

const dependentUnlessRefused = (outcome: StunOutcome): Dependence | undefined =>
  !outcome.ok && outcome.problem === "no-answer" ? "address-and-port-dependent" : undefined

const same = (one: SocketAddress, other: SocketAddress): boolean => one.host === other.host && one.port === other.port
