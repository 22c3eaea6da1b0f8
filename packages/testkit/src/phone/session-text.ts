/**
 * What a phone says about its media, and what it understands of the other side's. RFC 8866, RFC 3264.
 *
 * Written and read apart from packages/sdp on purpose: a phone that shared our mistakes would not show them.
 */
import type { Address } from "@homeport/sip"

/** One audio stream, as a test writes it. The phone adds its own address. */
export interface Media {
  /** As in a=rtpmap, the payload type first: "0 PCMU/8000". */
  readonly codecs: readonly string[]
  /** Left out: sendrecv in an offer; what the offer allows in an answer. */
  readonly direction?: Direction
  /** In place of the phone's own. */
  readonly address?: string
  readonly port?: number
  readonly protocol?: string
  /** Further lines of the stream, a=ptime:20 for instance. */
  readonly lines?: readonly string[]
  /** Further m= sections behind it, with their lines. */
  readonly more?: readonly string[]
}

export type Direction = "sendrecv" | "sendonly" | "recvonly" | "inactive"

export const pcmu: Media = { codecs: ["0 PCMU/8000", "101 telephone-event/8000"] }
export const pcma: Media = { codecs: ["8 PCMA/8000", "101 telephone-event/8000"] }

/** A whole description; `media` may also be the text itself. */
export function describe(media: Media | string, own: Address, version: number): string {
  if (typeof media === "string") return media
  const { codecs, direction = "sendrecv", protocol = "RTP/AVP", lines = [], more = [] } = media
  const address = media.address ?? own.host
  const family = address.includes(":") ? "IP6" : "IP4"
  const types = codecs.map((codec) => codec.split(" ")[0]).join(" ")
  return [
    "v=0",
    `o=phone 1001 ${version} IN ${family} ${address}`,
    "s=-",
    `c=IN ${family} ${address}`,
    "t=0 0",
    `m=audio ${media.port ?? own.port} ${protocol} ${types}`,
    ...codecs.map((codec) => `a=rtpmap:${codec}`),
    ...(direction === "sendrecv" ? [] : [`a=${direction}`]),
    ...lines,
    ...more,
    "",
  ].join("\r\n")
}

/** An answer has as many streams as its offer; those beyond the first are refused with port 0 (RFC 3264 §6). */
export function describeAnswer(media: Media | string, offer: Session, own: Address, version: number): string {
  if (typeof media === "string") return media
  const refused = offer.media
    .slice(1)
    .map((stream) => `m=${stream.kind} 0 ${stream.protocol} ${stream.formats.join(" ")}`)
  const direction = media.direction ?? opposite[offer.media[0]?.direction ?? "sendrecv"]
  return describe({ ...media, direction, more: media.more ?? refused }, own, version)
}

/** A description as the phone understood it. */
export interface Session {
  readonly text: string
  readonly origin: string
  readonly media: readonly Stream[]
}

export interface Stream {
  readonly kind: string
  readonly address: string
  readonly port: number
  /** Where its RTCP goes: a=rtcp, or the next port (RFC 3605). */
  readonly rtcp: Address
  readonly protocol: string
  readonly formats: readonly string[]
  readonly direction: Direction
  readonly lines: readonly string[]
}

export function readSession(body: Uint8Array): Session | undefined {
  const text = Buffer.from(body).toString("utf8")
  const lines = text.split(/\r?\n/).filter((line) => line !== "")
  if (lines[0] !== "v=0") return undefined
  const starts = lines.flatMap((line, at) => (line.startsWith("m=") ? [at] : []))
  const top = lines.slice(0, starts[0] ?? lines.length)
  const media = starts.map((start, index) => readStream(lines.slice(start, starts[index + 1] ?? lines.length), top))
  return { text, origin: lineAfter(top, "o=") ?? "", media }
}

function readStream(lines: readonly string[], top: readonly string[]): Stream {
  const [kind = "", ports = "", protocol = "", ...formats] = (lines[0] ?? "").slice(2).split(" ")
  const address = (lineAfter(lines, "c=") ?? lineAfter(top, "c=") ?? "").split(" ")[2] ?? ""
  const port = Number.parseInt(ports, 10)
  const [rtcpPort, , , rtcpAddress] = lineAfter(lines, "a=rtcp:")?.split(" ") ?? []
  const rtcp = { host: rtcpAddress ?? address, port: rtcpPort ? Number(rtcpPort) : port + 1 }
  const direction =
    directions.find((one) => lines.includes(`a=${one}`)) ??
    directions.find((one) => top.includes(`a=${one}`)) ??
    "sendrecv"
  return { kind, address, port, rtcp, protocol, formats, direction, lines }
}

const lineAfter = (lines: readonly string[], prefix: string) =>
  lines.find((line) => line.startsWith(prefix))?.slice(prefix.length)

const directions = ["sendrecv", "sendonly", "recvonly", "inactive"] as const
const opposite = { sendrecv: "sendrecv", sendonly: "recvonly", recvonly: "sendonly", inactive: "inactive" } as const
