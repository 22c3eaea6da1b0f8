/**
 * Whether a phone on the internet can be reached where its REGISTER says, and if not, what stands in the way. The guide §4, §6.2;
 * RFC 5853 §3.4, RFC 7362.
 *
 *   By the endpoint (STUN), over UDP: the Contact must be the packet's own source, seen from the internet.
 *
 *     Contact                              packet's source         what it means
 *     ───────────────────────────────      ─────────────────       ──────────────────────────────────────────────
 *     the same address and port            public                  fine
 *     our own mapped address               in the office           fine: a phone in the office's own network (hairpin)
 *     no SIP URI · a host name             –                       contact-not-sip · contact-host-name
 *     a private address                    –                       no-stun: the phone does not know its public address
 *     a public address                     in the office           router-rewrites-source: the office router hides who it was
 *     the same address, another port       public                  symmetric-nat: the port is another one for each destination
 *     another public address               public                  sip-alg: somebody on the way wrote into it
 *
 *   By Homeport, and over TCP in both: the source counts, whatever the Contact says.
 */
import { type Flow, parseUri, type SipUri } from "@homeport/sip"
import type { NatTraversal } from "../config.ts"
import type { RefusalCause } from "../events.ts"
import { type IpNetwork, inNetwork, parseIpAddress, parseIpNetwork, sameIpAddress } from "./ip-address.ts"

export type ContactVerdict =
  /** `hairpin`: from inside the office. Its media is then treated as "By Homeport". */
  { readonly ok: true; readonly hairpin: boolean } | { readonly ok: false; readonly problem: ContactProblem }

export interface ContactProblem {
  readonly cause: RefusalCause
  /** The address the phone wrote, where that is the problem. */
  readonly contact: string | undefined
  /** For the Warning of the 403: what was seen and what it means, in English. */
  readonly explanation: string
}

export interface ContactCircumstances {
  readonly flow: Flow
  readonly natTraversal: NatTraversal
  /** What counts as inside the office. */
  readonly local: readonly IpNetwork[]
  /** Our own public address, while it is known. */
  readonly mapped: string | undefined
}

/** Judges one Contact URI of an authenticated REGISTER on the outer port. All contacts must pass, or none is stored. */
export function judgeContact(
  contact: string,
  { flow, natTraversal, local, mapped }: ContactCircumstances,
): ContactVerdict {
  const uri = parseUri(contact)
  const source = flow.remote
  if (uri === undefined) return refuse("contact-not-sip", contact, `Contact ${contact} is no SIP URI`)

  const inOffice = isIn(source.host, local)
  const ours = mapped !== undefined && sameIpAddress(uri.host, mapped)
  if (flow.transport !== "UDP" || natTraversal === "homeport")
    return { ok: true, hairpin: inOffice && (ours || isUnreachable(uri.host)) }

  const written = place(uri)
  const seen = `${source.host}:${source.port}`
  if (parseIpAddress(uri.host) === undefined)
    return refuse(
      "contact-host-name",
      written,
      `Contact names the host ${uri.host}: the phone must write its public IP address`,
    )
  if (ours && inOffice) return { ok: true, hairpin: true }
  if (isUnreachable(uri.host))
    return refuse(
      "no-stun",
      written,
      `Contact has the private address ${written}, the packet came from ${seen}: the phone does not use STUN`,
    )
  if (inOffice || isUnreachable(source.host))
    return refuse(
      "router-rewrites-source",
      written,
      `Contact has ${written}, but the packet came from the local address ${seen}: the office router rewrites source addresses`,
    )
  if (!sameIpAddress(uri.host, source.host))
    return refuse(
      "sip-alg",
      written,
      `Contact has ${written}, the packet came from ${seen}: a SIP ALG or VPN changed one of them`,
    )
  if (portOf(uri) !== source.port)
    return refuse(
      "symmetric-nat",
      written,
      `Contact has port ${portOf(uri)}, the packet came from ${seen}: the phone is behind a symmetric NAT`,
    )
  return { ok: true, hairpin: false }
}

/** Whether `host` is an IP address in one of the networks. */
export function isIn(host: string, networks: readonly IpNetwork[]): boolean {
  const address = parseIpAddress(host)
  return address !== undefined && networks.some((network) => inNetwork(address, network))
}

/** An address that the internet cannot reach. Documentation ranges are ordinary addresses here: laboratories live in them. */
export function isUnreachable(host: string): boolean {
  return isIn(host, unreachable)
}

/** A Contact without port means 5060 (RFC 3261 §19.1.2), 5061 for sips. */
function portOf(uri: SipUri): number {
  return uri.port ?? (uri.scheme === "sips" ? 5061 : 5060)
}

function refuse(cause: RefusalCause, contact: string, explanation: string): ContactVerdict {
  return { ok: false, problem: { cause, contact, explanation } }
}

function place(uri: SipUri): string {
  return uri.port === undefined ? uri.host : `${uri.host}:${uri.port}`
}

const unreachable: readonly IpNetwork[] = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "224.0.0.0/3",
  "::1",
  "fe80::/10",
  "fc00::/7",
].flatMap((text) => parseIpNetwork(text) ?? [])
