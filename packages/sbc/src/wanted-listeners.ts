/**
 * The SIP sockets that a configuration wants, by transport, address and port, and what each of them is for.
 *
 *   SIP            inner addresses    UDP, TCP    ports.inner
 *   SIP_EXT        outer address      UDP, TCP    ports.outer
 *   SIP_TLS_SUB        inner          TLS         ports.innerTls       only with a certificate
 *   SIP_TLS_SUB_EXT    outer          TLS         ports.outerTls
 */
import type { Endpoint, Flow } from "@homeport/sip"
import type { SbcConfig, TlsConfig } from "./config.ts"
import type { ListenerView, NetworkName } from "./events.ts"
import type { PrepareProblem } from "./prepared.ts"

/** What a socket is for; the same socket may be given another label by a later configuration. */
export interface Label {
  readonly name: ListenerView["name"]
  readonly network: NetworkName
  readonly setting: PrepareProblem["setting"]
  /** It is the inner port, too (migrated systems): whoever comes from a local network is inside. */
  readonly shared: boolean
}

export interface Wanted extends Label {
  readonly key: string
  readonly endpoint: Endpoint
  /** Of TLS. */
  readonly tls: TlsConfig | undefined
}

export function wantedBy({ networks, ports, tls }: SbcConfig): ReadonlyMap<string, Wanted> {
  const wanted = new Map<string, Wanted>()
  const add = (label: Omit<Label, "shared">, transport: Endpoint["transport"], host: string, port: number) => {
    const key = keyOf({ transport, address: host, port })
    const certificate = transport === "TLS" ? tls : undefined
    wanted.set(key, { ...label, shared: wanted.has(key), key, endpoint: { transport, host, port }, tls: certificate })
  }
  const both = (label: Omit<Label, "shared">, host: string, port: number) => {
    for (const transport of ["UDP", "TCP"] as const) add(label, transport, host, port)
  }
  for (const host of networks.inner) both({ name: "SIP", network: "inner", setting: "ports.inner" }, host, ports.inner)
  both({ name: "SIP_EXT", network: "outer", setting: "ports.outer" }, networks.outer, ports.outer)
  if (tls === undefined) return wanted
  const inner = { name: "SIP_TLS_SUB", network: "inner", setting: "ports.innerTls" } as const
  for (const host of networks.inner) add(inner, "TLS", host, ports.innerTls)
  const outer = { name: "SIP_TLS_SUB_EXT", network: "outer", setting: "ports.outerTls" } as const
  add(outer, "TLS", networks.outer, ports.outerTls)
  return wanted
}

export const keyOf = (socket: { transport: string; address: string; port: number }) =>
  `${socket.transport} ${socket.address} ${socket.port}`

/** Whether this flow, or a binding, needs that socket: who is called over UDP may ask over TCP (RFC 3261 §18.1.1). */
export function isAt({ transport, local }: Pick<Flow, "transport" | "local">, endpoint: Endpoint): boolean {
  const alike = (transport === "TLS") === (endpoint.transport === "TLS")
  return alike && local.host === endpoint.host && local.port === endpoint.port
}

/** Made where it is used, so that the key is not kept in clear. */
export const certificateOf = ({ certificate: { chain, key } }: TlsConfig) => ({ chain, key: key.reveal() })

export function problemOf({ endpoint, network, setting }: Wanted, code: PrepareProblem["code"]): PrepareProblem {
  return { code, setting: place(), transport: endpoint.transport, address: endpoint.host, port: endpoint.port }

  function place(): PrepareProblem["setting"] {
    if (code === "certificate") return "tls"
    // An address that the machine does not have is the interface's fault, not the port's.
    if (code !== "address-not-available") return setting
    return network === "inner" ? "networks.inner" : "networks.outer"
  }
}

/** A shared socket is shown under both its names. */
export function viewsOf(
  { transport, host, port }: Endpoint,
  { name, network, shared }: Label,
  draining: boolean,
): readonly ListenerView[] {
  const state = draining ? "draining" : "listening"
  const view: ListenerView = { name, network, transport, address: host, port, state, problem: undefined }
  const innerName = transport === "TLS" ? "SIP_TLS_SUB" : "SIP"
  return shared ? [{ ...view, name: innerName, network: "inner" }, view] : [view]
}

export function failedView({ endpoint, name, network }: Wanted, problem: string): ListenerView {
  const { transport, host, port } = endpoint
  return { name, network, transport, address: host, port, state: "failed", problem }
}
