/** Reads the session description of a phone's message, and says no where this border cannot carry it. RFC 3264 §6. */
import { mediaAddress, parseSdp, relayedAudio, type SessionDescription } from "@homeport/sdp"
import { first, type Message } from "@homeport/sip"
import type { CallRefusal } from "../events.ts"
import type { Party } from "./party.ts"

export type Reading =
  | { readonly kind: "none" }
  | { readonly kind: "description"; readonly description: SessionDescription }
  | { readonly kind: "refused"; readonly refusal: DescriptionRefusal }

export interface DescriptionRefusal {
  readonly status: 400 | 415 | 488
  readonly why: CallRefusal
  /** The text of a Warning field (RFC 3261 §20.43), English. */
  readonly warning: string
}

export function readDescription(message: Message, party: Party): Reading {
  if (message.body.length === 0) return { kind: "none" }
  const type = first(message, "Content-Type") ?? ""
  if (!isSdp(type))
    return refused(415, "no-usable-audio", `Body of type ${type || "unknown"} where only application/sdp is understood`)
  const encoding = first(message, "Content-Encoding")
  if (encoding !== undefined && encoding.toLowerCase() !== "identity") {
    return refused(415, "no-usable-audio", "Encoded session description")
  }
  const parsed = parseSdp(message.body)
  if (!parsed.ok) return refused(400, "no-usable-audio", `Session description not understood: ${parsed.error.message}`)
  const description = parsed.value
  const audio = relayedAudio(description)
  if (audio === undefined) {
    return refused(
      488,
      "no-usable-audio",
      "No audio stream with RTP/AVP or RTP/AVPF (SRTP and video alone are not supported)",
    )
  }
  const host = mediaAddress(description, audio)?.host
  if (host === undefined || !isLiteral(host)) {
    return refused(488, "no-usable-audio", "The audio address must be an IP address, not a name")
  }
  if (host !== "0.0.0.0" && host !== "::" && !party.media.mayBeAt(host)) {
    return refused(
      488,
      "media-address-not-source",
      `Audio address ${host} is not the address ${party.flow.remote.host} this phone signals from: STUN is needed at the phone`,
    )
  }
  return { kind: "description", description }
}

function refused(status: DescriptionRefusal["status"], why: CallRefusal, warning: string): Reading {
  return { kind: "refused", refusal: { status, why, warning } }
}

function isSdp(type: string): boolean {
  const semicolon = type.indexOf(";")
  return (semicolon < 0 ? type : type.slice(0, semicolon)).trim().toLowerCase() === "application/sdp"
}

/** An IP literal by its characters alone: digits and dots, or a colon somewhere. */
function isLiteral(host: string): boolean {
  if (host.includes(":")) return true
  for (const character of host) if (character !== "." && (character < "0" || character > "9")) return false
  return host !== ""
}
