/**
 * Which remote addresses have a live registration, and on which ports its phones are: a home that somebody else's mistakes must not
 * cost its telephone, behind a carrier's NAT above all (RFC 6888).
 */
import type { Binding } from "../events.ts"

export class RegisteredSources {
  /** The port of each contact, by remote address. */
  readonly #ports = new Map<string, Map<string, number>>()
  readonly #hosts = new Map<string, string>()

  constructor(bindings: readonly Binding[]) {
    for (const binding of bindings) this.changed(binding.callNumber, binding.contact, binding)
  }

  /** As the location service tells it; undefined: it is gone. */
  changed(callNumber: string, contact: string, binding: Binding | undefined): void {
    const key = `${callNumber} ${contact}`
    const former = this.#hosts.get(key)
    if (former !== undefined && former !== binding?.source.host) {
      const there = this.#ports.get(former)
      there?.delete(key)
      if (there?.size === 0) this.#ports.delete(former)
      this.#hosts.delete(key)
    }
    if (binding === undefined) return
    const { host, port } = binding.source
    const there = this.#ports.get(host) ?? new Map<string, number>()
    this.#ports.set(host, there.set(key, port))
    this.#hosts.set(key, host)
  }

  has(host: string): boolean {
    return this.#ports.has(host)
  }

  /** Whether a registered phone speaks from this very port. */
  isPhone(host: string, port: number): boolean {
    for (const known of this.#ports.get(host)?.values() ?? []) if (known === port) return true
    return false
  }
}
