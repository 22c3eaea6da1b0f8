/** What automatic mapping needs of a router, whatever language the router speaks. */
import type { MappingProblem } from "@homeport/contract"

/** Finds out how a router is spoken to. */
export interface PortMapper {
  /** Rejects with a `MappingError` when the router answers nothing. */
  find(router: RouterAddress, signal: AbortSignal): Promise<RouterControl>
}

export interface RouterAddress {
  /** Its inside address. Nobody else is asked, and nobody else's answer counts. */
  readonly gateway: string
  /** Our address that the router knows: requests leave from it, and mappings lead to it. */
  readonly local: string
}

/** A router that answers. */
export interface RouterControl {
  readonly protocol: "nat-pmp" | "upnp-igd"
  /** Its address on the internet; undefined: it does not know. */
  externalAddress(signal: AbortSignal): Promise<string | undefined>
  /** Asks for, or renews, a mapping of `port` outside to `port` at our address. Rejects with a `MappingError`. */
  map(port: MappedPort, seconds: number, signal: AbortSignal): Promise<Granted>
  /** Gives a mapping back. Rejects when the router does not confirm it. */
  unmap(port: MappedPort, externalPort: number, signal: AbortSignal): Promise<void>
}

export interface MappedPort {
  readonly protocol: "UDP" | "TCP"
  readonly port: number
}

export interface Granted {
  /** It may be another one than was asked for. */
  readonly externalPort: number
  /** How long the router keeps it. */
  readonly seconds: number
}

export class MappingError extends Error {
  override readonly name = "MappingError"
  readonly problem: MappingProblem

  constructor(problem: MappingProblem, detail: string) {
    super(detail)
    this.problem = problem
  }
}
