/** Calls, RTP proxy channels, the mapped address, the public name and the listeners, as they are now. */
import * as z from "zod/mini"
import { dyndnsUpdate } from "./dyndns-update.ts"
import { endpoint } from "./endpoint.ts"
import { endpointAddress, listQuery, moment, networkName, page, transport } from "./primitives.ts"

/** Counters of what one phone sends us and gets from us. */
export const media = z.strictObject({
  received: z.strictObject({
    packets: z.number(),
    bytes: z.number(),
    lost: z.number(),
    /** Interarrival jitter in milliseconds (RFC 3550 §A.8). */
    jitter: z.number(),
  }),
  sent: z.strictObject({ packets: z.number(), bytes: z.number() }),
  /** Packets from addresses that are no part of the call: dropped. */
  strangers: z.number(),
  /** Milliseconds since the last packet; null before the first. */
  silence: z.nullable(z.number()),
})
export type Media = z.infer<typeof media>

export const leg = z.strictObject({
  callNumber: z.string(),
  name: z.string(),
  network: networkName,
  transport,
  /** The phone's signalling address. */
  address: z.string(),
  /** Whether it holds an RTP proxy channel. */
  channel: z.boolean(),
  onHold: z.boolean(),
  media: z.nullable(media),
})
export type Leg = z.infer<typeof leg>

export const call = z.strictObject({
  id: z.string(),
  state: z.enum(["calling", "ringing", "answered", "ended"]),
  startedAt: moment,
  answeredAt: z.nullable(moment),
  caller: leg,
  callee: leg,
})
export type Call = z.infer<typeof call>

/** Who may use the pool of RTP proxy channels (guide §7). */
export const channelConsumers = ["itsp", "sip-at-home", "hfa-at-home", "mobile-client", "circuit"] as const

export const channels = z.strictObject({
  total: z.number(),
  used: z.number(),
  free: z.number(),
  peakToday: z.number(),
  usedBy: z.array(z.strictObject({ consumer: z.enum(channelConsumers), used: z.number() })),
  users: z.array(z.strictObject({ callId: z.string(), callNumber: z.string(), since: moment })),
})
export type Channels = z.infer<typeof channels>

const behaviour = z.nullable(z.enum(["endpoint-independent", "address-dependent", "address-and-port-dependent"]))

export const stunStatus = z.strictObject({
  /** "off": not needed or not set; "static": what was entered; "asking": no answer yet; "lost": had one, none now. */
  state: z.enum(["off", "static", "asking", "mapped", "lost"]),
  server: z.nullable(z.string()),
  mapped: z.nullable(endpointAddress),
  localPort: z.number(),
  /** The router announces another port than ours: a phone reaches only the forwarded one. */
  portDiffers: z.boolean(),
  /** The mapped address is one that the internet cannot reach: double NAT or DS-Lite. */
  notPublic: z.boolean(),
  /** Milliseconds. */
  roundTrip: z.nullable(z.number()),
  checkedAt: z.nullable(moment),
  changedAt: z.nullable(moment),
  problem: z.nullable(z.enum(["no-server", "no-answer", "name-not-resolved"])),
  /** RFC 5780 §4; null where the server cannot tell. */
  behaviour: z.nullable(z.strictObject({ mapping: behaviour, filtering: behaviour })),
})
export type StunStatus = z.infer<typeof stunStatus>

export const dyndnsStatus = z.strictObject({
  /** The stored host name. */
  hostName: z.nullable(z.string()),
  /** What this machine's resolver says of it, IPv4 and IPv6. */
  addresses: z.array(z.string()),
  /** The IP address that the internet sees, as far as STUN knows it or it was entered. */
  mapped: z.nullable(z.string()),
  /** "asking": no answer yet; "differs": not every IPv4 address of the name is the mapped one, or it has none. */
  state: z.enum(["no-name", "asking", "not-resolved", "unknown-mapped", "matches", "differs"]),
  checkedAt: z.nullable(moment),
  /** null: Homeport does not update the name. */
  update: z.nullable(dyndnsUpdate),
})
export type DyndnsStatus = z.infer<typeof dyndnsStatus>

export const listener = z.strictObject({
  name: z.enum(["SIP", "SIP_EXT", "SIP_TLS_SUB", "SIP_TLS_SUB_EXT"]),
  network: networkName,
  transport,
  address: z.string(),
  port: z.number(),
  /** "draining": replaced, and serving only the dialogs begun on it. */
  state: z.enum(["listening", "failed", "draining"]),
  problem: z.nullable(
    z.enum(["address-in-use", "address-not-available", "permission-denied", "certificate", "failed"]),
  ),
})
export type Listener = z.infer<typeof listener>

export const live = {
  calls: endpoint({
    method: "GET",
    path: "/api/calls",
    summary: "Calls now, with their counters",
    role: "basic",
    query: listQuery(["startedAt", "caller", "callee", "state"]),
    response: page(call),
    errors: [],
  }),
  channels: endpoint({
    method: "GET",
    path: "/api/channels",
    summary: "RTP proxy channels: used, free, today's peak",
    role: "basic",
    response: channels,
    errors: [],
  }),
  stun: endpoint({
    method: "GET",
    path: "/api/stun",
    summary: "What the STUN monitor knows about the way to the internet",
    role: "basic",
    response: stunStatus,
    errors: [],
  }),
  dyndns: endpoint({
    method: "GET",
    path: "/api/dyndns",
    summary: "Whether the public name leads to the mapped address",
    role: "basic",
    response: dyndnsStatus,
    errors: [],
  }),
  updateDyndns: endpoint({
    method: "POST",
    path: "/api/dyndns/update",
    summary: "Send the mapped address to the DynDNS provider now, even if it is known there or updates have stopped",
    role: "expert",
    response: dyndnsStatus,
    errors: ["DyndnsNotUpdatedHere"],
  }),
  listeners: endpoint({
    method: "GET",
    path: "/api/listeners",
    summary: "The SIP ports: open, failed (and why), or on their way out",
    role: "basic",
    response: z.strictObject({ items: z.array(listener) }),
    errors: [],
  }),
}
