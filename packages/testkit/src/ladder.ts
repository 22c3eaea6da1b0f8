/**
 * What was sent, as the picture that RFC 3665 draws, so that a failed test shows where the call went wrong:
 *
 *        ms   home                 homeport             office
 *         0    │── INVITE 101 ────────▶│                    │
 *         0    │                       │── INVITE 101 ─────▶│
 *     32000    │◀── 408 INVITE ────────│                    │
 */
import type { Clock } from "@homeport/sip"
import type { Sent } from "./network.ts"

export interface LadderOptions {
  /** Columns from left to right; others follow in the order they first sent. */
  readonly hosts?: readonly string[]
  /** Also what is no SIP: STUN, RTP, TCP opening and closing. */
  readonly everything?: boolean
  /** From this time of the clock on. */
  readonly since?: number
}

export function drawLadder(record: readonly Sent[], clock: Clock, options: LadderOptions = {}): string {
  const rows = record
    .filter((sent) => sent.at >= (options.since ?? 0))
    .map((sent) => ({ sent, label: labelOf(sent) }))
    .filter(({ label }) => options.everything || label.sip)
  const senders = new Set([...(options.hosts ?? []), ...rows.map(({ sent }) => sent.from)])
  // A host that only receives has a column too; a LAN or router where a packet ended has none.
  for (const { sent } of rows) if (sent.arrived) senders.add(sent.to)
  const hosts = [...senders]
  const longest = Math.max(8, ...rows.map(({ label }) => label.text.length), ...hosts.map((name) => name.length))
  const gap = longest + 8
  const line = (time: string, drawn: string, after = "") => `${time.padStart(8)}   ${drawn}${after}`.trimEnd()

  const head = hosts.map((name) => name.padEnd(gap)).join("")
  const body = rows.map(({ sent, label }) => {
    const cells: string[] = Array.from({ length: (hosts.length - 1) * gap + 1 }, (_, at) =>
      at % gap === 0 ? "│" : " ",
    )
    const from = hosts.indexOf(sent.from) * gap
    const known = hosts.indexOf(sent.to) * gap
    const to = known >= 0 && known !== from ? known : from + (from + gap < cells.length ? gap : -gap)
    const [left, right] = from < to ? [from, to] : [to, from]
    for (let at = left + 1; at < right; at++) cells[at] = "─"
    const end = sent.dropped ? "✗" : from < to ? "▶" : "◀"
    cells[from < to ? right - 1 : left + 1] = end
    const start = from < to ? left + 3 : left + 4
    for (const [offset, character] of [..." ".concat(label.text, " ")].entries())
      if (start + offset < right - 1) cells[start + offset] = character
    const remark = sent.dropped ? `  ${sent.dropped}` : sent.copies > 1 ? `  arrived ${sent.copies} times` : ""
    return line(String(sent.at), cells.join(""), remark)
  })
  return [line("ms", head), ...body, line(String(clock.now()), "(now)")].join("\n")
}

/** The little that a picture needs; a message too broken to parse still has a first line. */
function labelOf({ bytes, control, protocol }: Sent): { readonly text: string; readonly sip: boolean } {
  if (control !== undefined && control !== "data") return { text: `TCP ${control}`, sip: false }
  const first = bytes[0] ?? 0
  if (bytes.length < 4) return { text: "keep-alive", sip: false }
  if (protocol === "UDP" && first < 4) {
    const kind = first === 0 ? "request" : (bytes[1] ?? 0) & 0x10 ? "refusal" : "answer"
    return { text: `STUN ${kind}`, sip: false }
  }
  if (first >= 128 && first < 192)
    return { text: `${(bytes[1] ?? 0) >= 192 ? "RTCP" : "RTP"} ${bytes.length}`, sip: false }
  const text = Buffer.from(bytes).toString("latin1")
  const [line = ""] = text.split("\r\n", 1)
  if (line.startsWith("SIP/2.0 ")) {
    const method = /^CSeq:\s*\d+\s+(\S+)/im.exec(text)?.[1] ?? ""
    return { text: `${line.slice(8, 11)} ${method}`.trim(), sip: true }
  }
  const [method = "", uri = ""] = line.split(" ")
  if (!line.endsWith("SIP/2.0")) return { text: `${bytes.length} bytes`, sip: text.includes("SIP/2.0") }
  const user = /^sips?:([^@;>]+)@/.exec(uri)?.[1]
  return { text: user ? `${method} ${user}` : method, sip: true }
}
