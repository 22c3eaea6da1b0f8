/**
 * The INVITE that the called phone sees. It is a new request in a dialog of our own; of the caller's nothing passes but what is
 * written here: this list is the border policy. RFC 5853 §3.1, RFC 7092 §3.1.
 */
import { type Field, first, formatNameAddr, type Request, request, wireText } from "@homeport/sip"
import type { StationConfig } from "../config.ts"
import type { CallCore } from "./core.ts"
import { ALLOW, SDP, USER_AGENT } from "./leg.ts"
import type { Party } from "./party.ts"
import { LEAST } from "./session-timer.ts"

export interface EgressInvite {
  readonly core: CallCore
  /** The caller's INVITE. */
  readonly ingress: Request
  readonly caller: StationConfig
  readonly callee: Party
  /** The Contact that the called phone registered: our Request-URI. */
  readonly target: string
  readonly callId: string
  readonly tag: string
  readonly sequence: number
  readonly maxForwards: number
  /** Our offer; undefined when the caller made none. */
  readonly body: Uint8Array | undefined
  /** Whether a reliable provisional response can be passed on (RFC 3262). */
  readonly reliable: boolean
  /** Seconds for Session-Expires, and the Min-SE that a 422 taught us. */
  readonly interval: number
  readonly minimum: number
}

export function egressInvite(invite: EgressInvite): Request {
  const { core, caller, callee, body } = invite
  const { flow, network, station, sips } = callee
  const { topology } = core
  // The system's name is what the called person sees, whatever the phone calls itself (guide, 4.1).
  const identity = nameAddr(wireText(caller.name), topology.identity(flow, network, caller.callNumber, sips))
  return request({
    method: "INVITE",
    uri: requestUri(invite.target),
    fields: [
      topology.via(flow, network, core.branch()),
      { name: "Max-Forwards", value: String(invite.maxForwards) },
      { name: "From", value: `${identity};tag=${invite.tag}` },
      { name: "To", value: `<${topology.identity(flow, network, station.callNumber, sips)}>` },
      { name: "Call-ID", value: invite.callId },
      { name: "CSeq", value: `${invite.sequence} INVITE` },
      { name: "Contact", value: `<${topology.contact(flow, network, caller.callNumber, sips)}>` },
      { name: "P-Asserted-Identity", value: identity },
      ALLOW,
      { name: "Supported", value: invite.reliable ? "100rel, timer" : "timer" },
      { name: "Session-Expires", value: String(invite.interval) },
      { name: "Min-SE", value: String(Math.max(LEAST, invite.minimum)) },
      ...passed(invite.ingress),
      USER_AGENT,
      ...(body === undefined ? [] : [SDP]),
    ],
    ...(body === undefined ? {} : { body }),
  })
}

/** What the caller may tell the called person: nothing in these names an address or makes a phone act. */
const passed = (ingress: Request): readonly Field[] =>
  PASSED.flatMap((name) => {
    const value = first(ingress, name)
    return value === undefined ? [] : [{ name, value }]
  })

const PASSED = ["Subject", "Priority", "Accept-Language", "Content-Language"]

/** A Contact may carry header fields, a Request-URI must not (RFC 3261 §19.1.1). */
export const requestUri = (contact: string) => contact.split("?", 1)[0] ?? contact

const nameAddr = (displayName: string, uri: string) =>
  formatNameAddr({ displayName, uri, parameters: [], tag: undefined })
