/**
 * Where the request came from on whose account something is being done. It is known far below the route, in whoever writes the
 * Admin Log, without every function in between taking it along.
 */
import { AsyncLocalStorage } from "node:async_hooks"

export interface RequestOrigin {
  /** The address of the request that is being answered; undefined: nobody asked, it is the system's own work. */
  address(): string | undefined
  /** Runs what answers a request from that address, with all that it waits for. */
  during<T>(address: string, work: () => T): T
}

export function createRequestOrigin(): RequestOrigin {
  const asking = new AsyncLocalStorage<string>()
  return {
    address: () => asking.getStore(),
    during: (address, work) => asking.run(address, work),
  }
}
