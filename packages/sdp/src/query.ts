/**
 * What a session description says: which audio is relayed, where it goes, which way it flows. What a media description says
 * stands above what the session says (RFC 8866 §5.7, §6.7).
 */
import { decimal } from "./decimal.ts"
import { words } from "./parse.ts"
import type { Direction, Line, MediaAddress, MediaDescription, SessionDescription } from "./session-description.ts"

/** The place of the first audio section with RTP/AVP or RTP/AVPF and a port: the one that is relayed, wherever it stands. */
export function relayedAudio(description: SessionDescription): number | undefined {
  const index = description.media.findIndex((section) => isPlainAudio(section) && section.port !== 0)
  return index < 0 ? undefined : index
}

/** Audio over RTP without encryption, whether accepted (with a port) or not. */
export const isPlainAudio = ({ media, protocol }: MediaDescription): boolean =>
  media === "audio" && (protocol === "RTP/AVP" || protocol === "RTP/AVPF")

/** Where RTP goes; undefined without such a section or without a usable c= line. */
export function mediaAddress(description: SessionDescription, index: number): MediaAddress | undefined {
  const section = description.media[index]
  if (section === undefined) return undefined
  const host = connection(section.lines) ?? connection(description.lines)
  return host === undefined ? undefined : { host, port: section.port }
}

/**
 * Where RTCP goes: what `a=rtcp` says, with or without an address of its own (RFC 3605 §2.1), else the port after RTP's.
 * We never agree to rtcp-mux, so an offer of it changes nothing (RFC 5761 §5.1.1).
 */
export function rtcpAddress(description: SessionDescription, index: number): MediaAddress | undefined {
  const rtp = mediaAddress(description, index)
  if (rtp === undefined || rtp.port === 0) return undefined
  const [place, network, family, host] = words(attribute(description.media[index]?.lines ?? [], "rtcp") ?? "")
  const port = place === undefined ? undefined : decimal(place, 65535)
  if (port !== undefined && port !== 0)
    return { host: network === "IN" && isFamily(family) && host !== undefined ? host : rtp.host, port }
  return rtp.port === 65535 ? undefined : { host: rtp.host, port: rtp.port + 1 }
}

/**
 * Which way the section's media flows, seen from who wrote it. An unspecified address is the old way to hold: nothing may be
 * sent there (RFC 3264 §8.4).
 */
export function direction(description: SessionDescription, index: number): Direction {
  const lines = description.media[index]?.lines ?? []
  const written = writtenDirection(lines) ?? writtenDirection(description.lines) ?? "sendrecv"
  const host = mediaAddress(description, index)?.host
  if (host !== "0.0.0.0" && host !== "::") return written
  return written === "sendrecv" || written === "sendonly" ? "sendonly" : "inactive"
}

export interface Codec {
  readonly payloadType: number
  /** As written: "PCMU", "telephone-event". */
  readonly name: string
  readonly clockRate: number
  readonly channels: number
}

/** The codecs in the writer's order of preference; a dynamic payload type without `a=rtpmap` is left out. */
export function codecs(description: SessionDescription, index: number): readonly Codec[] {
  const section = description.media[index]
  if (section === undefined) return []
  const named = new Map<string, string>()
  for (const { type, value } of section.lines) {
    if (type !== "a" || !value.startsWith("rtpmap:")) continue
    const [format, encoding] = words(value.slice("rtpmap:".length))
    if (format !== undefined && encoding !== undefined && !named.has(format)) named.set(format, encoding)
  }
  return section.formats.flatMap((format) => {
    const payloadType = decimal(format, 127)
    if (payloadType === undefined) return []
    const [name, rate, channels] = (named.get(format) ?? staticEncodings.get(payloadType) ?? "").split("/")
    const clockRate = decimal(rate ?? "", 2 ** 31 - 1)
    if (!name || clockRate === undefined) return []
    return [{ payloadType, name, clockRate, channels: decimal(channels ?? "", 255) ?? 1 }]
  })
}

/**
 * Whether a new description from the same phone asks for nothing new: all but its o= line is as it was. (Phones are known to
 * count the version in o= up, or to leave it, without regard to RFC 3264 §8.)
 */
export function sameMedia(one: SessionDescription, other: SessionDescription): boolean {
  return (
    sameLines(one.lines, other.lines) &&
    one.media.length === other.media.length &&
    one.media.every(({ lines }, index) => sameLines(lines, other.media[index]?.lines ?? []))
  )
}

function sameLines(one: readonly Line[], other: readonly Line[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ type, value }, at) => type === other[at]?.type && (type === "o" || value === other[at]?.value))
  )
}

/** The value of the first `a=name:value`; "" for `a=name`. */
export function attribute(lines: readonly Line[], name: string): string | undefined {
  for (const { type, value } of lines) {
    if (type !== "a" || attributeName(value) !== name) continue
    return value.slice(name.length + 1)
  }
  return undefined
}

export function attributeName(value: string): string {
  const colon = value.indexOf(":")
  return colon < 0 ? value.trimEnd() : value.slice(0, colon)
}

export function isDirection(value: string): value is Direction {
  return value === "sendrecv" || value === "sendonly" || value === "recvonly" || value === "inactive"
}

function writtenDirection(lines: readonly Line[]): Direction | undefined {
  for (const { type, value } of lines) {
    const name = type === "a" ? attributeName(value) : ""
    if (isDirection(name)) return name
  }
  return undefined
}

/** `IN IP4 192.0.2.1/127`: the address without the TTL that multicast has. */
function connection(lines: readonly Line[]): string | undefined {
  const [network, family, host] = words(lines.find(({ type }) => type === "c")?.value ?? "")
  if (network !== "IN" || !isFamily(family) || host === undefined) return undefined
  const slash = host.indexOf("/")
  return slash < 0 ? host : host.slice(0, slash)
}

const isFamily = (family: string | undefined): boolean => family === "IP4" || family === "IP6"

/** RFC 3551 §6, audio. */
const staticEncodings: ReadonlyMap<number, string> = new Map([
  [0, "PCMU/8000"],
  [3, "GSM/8000"],
  [4, "G723/8000"],
  [5, "DVI4/8000"],
  [6, "DVI4/16000"],
  [7, "LPC/8000"],
  [8, "PCMA/8000"],
  [9, "G722/8000"],
  [10, "L16/44100/2"],
  [11, "L16/44100"],
  [12, "QCELP/8000"],
  [13, "CN/8000"],
  [14, "MPA/90000"],
  [15, "G728/8000"],
  [16, "DVI4/11025"],
  [17, "DVI4/22050"],
  [18, "G729/8000"],
])
