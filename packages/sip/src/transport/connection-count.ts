/** The connections of a whole network, counted: in all and by remote address. And their numbers. */
import type { Limits } from "./limits.ts"

export class ConnectionCount {
  readonly #limits: Limits
  readonly #byAddress = new Map<string, number>()
  #size = 0
  #last = 0

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** A number that no other connection has. */
  next(): number {
    return ++this.#last
  }

  allows(address: string): boolean {
    const { connections, connectionsPerAddress } = this.#limits
    return this.#size < connections && (this.#byAddress.get(address) ?? 0) < connectionsPerAddress
  }

  added(address: string): void {
    this.#size++
    this.#byAddress.set(address, (this.#byAddress.get(address) ?? 0) + 1)
  }

  removed(address: string): void {
    this.#size--
    const left = (this.#byAddress.get(address) ?? 1) - 1
    if (left > 0) this.#byAddress.set(address, left)
    else this.#byAddress.delete(address)
  }
}
