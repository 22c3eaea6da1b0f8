/** What `prepare` answers: a configuration that can be activated, or what stands in its way. */
export interface Prepared {
  readonly ok: true
  /** Cannot fail: new calls use the new configuration, running calls keep theirs. */
  activate(): void
  discard(): void
}

export interface PrepareRefused {
  readonly ok: false
  readonly problems: readonly PrepareProblem[]
}

export interface PrepareProblem {
  /** "certificate": it, or its key, cannot be used. */
  readonly code: "address-in-use" | "address-not-available" | "permission-denied" | "certificate" | "failed"
  /** Which setting: the form shows the sentence there. */
  readonly setting:
    | "ports.inner"
    | "ports.outer"
    | "ports.innerTls"
    | "ports.outerTls"
    | "networks.outer"
    | "networks.inner"
    | "tls"
  readonly transport: "UDP" | "TCP" | "TLS"
  readonly address: string
  readonly port: number
}
