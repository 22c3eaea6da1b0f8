/**
 * A phone's description as the other phone shall see it: our origin, address and ports in it, one audio section, and
 * everything else as it was, in order. RFC 3264 §5, §6, §8; the list of what is ours is in `ours` below.
 *
 *   from A                               to B
 *   o=alice 1 1 IN IP4 10.0.0.7          o=- 4711 1 IN IP4 192.0.2.1
 *   c=IN IP4 10.0.0.7                    c=IN IP4 192.0.2.1
 *   m=video 5000 RTP/AVP 31
 *   m=audio 4000 RTP/AVP 0               m=audio 30000 RTP/AVP 0
 *   a=ice-ufrag:8hhY
 *   a=ptime:20                           a=ptime:20
 *
 * and in B's answer to A the video comes back in its place, refused: m=video 0 RTP/AVP 31.
 */
import { attributeName, direction, isDirection, isPlainAudio, relayedAudio } from "./query.ts"
import type { Direction, Line, MediaAddress, MediaDescription, SessionDescription } from "./session-description.ts"

/** What stands in for the phone's own. */
export interface Ours {
  /** Of the o= line. The version goes up by one with every change (RFC 3264 §8). */
  readonly origin: { readonly id: string; readonly version: string; readonly address: string }
  readonly address: string
  readonly rtpPort: number
  /** Written (RFC 3605) where it is not the port after RTP's on the same address. */
  readonly rtcp?: MediaAddress
  readonly rtcpPort?: number
  /** Instead of what the phone wrote. */
  readonly direction?: Direction
}

/**
 * The offer to the other phone. In a dialog that has had an offer before, `previous` is what *that* phone sent last: its
 * sections keep their places for ever, ours in the place of its audio, the others refused (RFC 3264 §8).
 */
export function outgoingOffer(
  offer: SessionDescription,
  ours: Ours,
  previous: SessionDescription | undefined = undefined,
): SessionDescription {
  return describe(offer, previous ?? { lines: [], media: offer.media.slice(place(offer), place(offer) + 1) }, ours)
}

/** The answer to the phone that sent `offer`: the relayed audio in its place, every other section refused (RFC 3264 §6). */
export function outgoingAnswer(answer: SessionDescription, offer: SessionDescription, ours: Ours): SessionDescription {
  return describe(answer, offer, ours)
}

/** The section's direction put in the place of what was there. */
export function withDirection(description: SessionDescription, index: number, wanted: Direction): SessionDescription {
  const section = description.media[index]
  if (section === undefined) return description
  const lines = directed(section.lines.map(crlf), wanted, true)
  return { ...description, media: description.media.with(index, { ...section, lines }) }
}

/** Lines that speak of the phone itself, its addresses, its keys or its other streams. They never pass. */
const removed: ReadonlySet<string> = new Set([
  "candidate",
  "remote-candidates",
  "end-of-candidates",
  "rtcp",
  "rtcp-mux",
  "rtcp-mux-only",
  "group",
  "mid",
  "crypto",
  "fingerprint",
  "setup",
])

const isRemoved = ({ type, value }: Line): boolean =>
  type === "a" && (removed.has(attributeName(value)) || value.startsWith("ice-"))

/** Where the audio is that is ours to relay: also one that was refused, else the first section. */
function place(description: SessionDescription): number {
  return relayedAudio(description) ?? Math.max(0, description.media.findIndex(isPlainAudio))
}

/** `from`'s audio in the place that `like` has for it, in a description with `like`'s sections. */
function describe(from: SessionDescription, like: SessionDescription, ours: Ours): SessionDescription {
  const source = from.media[place(from)]
  const relayed = place(like)
  const media = like.media.map((section, index) =>
    index === relayed && source !== undefined && isPlainAudio(source)
      ? ourSection(source, ours, ours.direction ?? direction(from, place(from)))
      : refused(section),
  )
  return { lines: sessionLines(from.lines, ours), media }
}

/** With the session's own c= always, so that a refused section needs none (RFC 8866 §5.7). */
function sessionLines(lines: readonly Line[], ours: Ours): readonly Line[] {
  const family = familyOf(ours.origin.address)
  const origin = `- ${ours.origin.id} ${ours.origin.version} IN ${family} ${ours.origin.address}`
  const connection = { type: "c", value: `IN ${familyOf(ours.address)} ${ours.address}` }
  const kept: Line[] = []
  let connected = false
  for (const line of lines) {
    if (isRemoved(line) || (line.type === "a" && isDirection(attributeName(line.value)))) continue
    if (!connected && (line.type === "c" || behindConnection.has(line.type))) {
      kept.push(connection)
      connected = true
    }
    if (line.type === "o") kept.push({ type: "o", value: origin })
    else if (line.type !== "c") kept.push({ type: line.type, value: line.value })
  }
  return connected ? kept : [...kept, connection]
}

/** RFC 8866 §5: the lines that stand after c=. */
const behindConnection: ReadonlySet<string> = new Set(["b", "t", "r", "z", "k", "a"])

function ourSection(section: MediaDescription, ours: Ours, wanted: Direction): MediaDescription {
  // A refusal stays one: there is no port to name.
  if (section.port === 0) return refused(section)
  const rtcp = ours.rtcp ?? { host: ours.address, port: ours.rtcpPort ?? ours.rtpPort + 1 }
  const kept = section.lines.filter((line) => line.type !== "c" && line.type !== "m" && !isRemoved(line))
  const lines = directed(kept, wanted, wanted !== "sendrecv" || writtenAnywhere(kept)).map(crlf)
  if (rtcp.host !== ours.address || rtcp.port !== ours.rtpPort + 1) {
    const at = lines.findIndex(({ type }) => type === "a")
    lines.splice(at < 0 ? lines.length : at, 0, { type: "a", value: rtcpLine(rtcp, ours.address) })
  }
  return assembled(section, ours.rtpPort, lines)
}

const rtcpLine = (rtcp: MediaAddress, rtpHost: string): string =>
  rtcp.host === rtpHost ? `rtcp:${rtcp.port}` : `rtcp:${rtcp.port} IN ${familyOf(rtcp.host)} ${rtcp.host}`

/** Port 0, protocol and formats as offered, and nothing else (RFC 3264 §6). */
const refused = (section: MediaDescription): MediaDescription => assembled(section, 0, [])

function assembled(section: MediaDescription, port: number, lines: readonly Line[]): MediaDescription {
  const { media, protocol, formats } = section
  const value = `${media} ${port} ${protocol} ${formats.join(" ")}`
  return { media, port, ports: undefined, protocol, formats, lines: [{ type: "m", value }, ...lines] }
}

/** One direction line, in the place of the first there was; at the end where there was none and one is needed. */
function directed(lines: readonly Line[], wanted: Direction, needed: boolean): readonly Line[] {
  const kept: Line[] = []
  let written = !needed
  for (const line of lines) {
    if (line.type !== "a" || !isDirection(attributeName(line.value))) kept.push(line)
    else if (!written) {
      kept.push({ ...line, value: wanted })
      written = true
    }
  }
  return written ? kept : [...kept, { type: "a", value: wanted }]
}

/** What we write anew ends as RFC 8866 §5 wants it. */
const crlf = ({ type, value }: Line): Line => ({ type, value })

const writtenAnywhere = (lines: readonly Line[]): boolean =>
  lines.some(({ type, value }) => type === "a" && isDirection(attributeName(value)))

const familyOf = (host: string): string => (host.includes(":") ? "IP6" : "IP4")
