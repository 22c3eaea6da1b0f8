/** A side as the main thread sees it: what it is told goes to its worker, what the worker last reported stands here. */
import type { Clock } from "../clock.ts"
import type { Component, RelayObserver, RemoteMedia, Side, SideCounters, SocketAddress } from "./engine.ts"
import type { Command, Report } from "./messages.ts"

export interface EngineSideOptions {
  readonly id: number
  readonly address: string
  readonly rtpPort: number
  readonly clock: Clock
  readonly observer: RelayObserver
  perform(command: Command): void
  /** Once. The problem is the system's error code. */
  bound(problem: string | undefined): void
  /** Once. */
  released(): void
}

export class EngineSide implements Side {
  readonly id: number
  readonly address: string
  readonly rtpPort: number
  readonly rtcpPort: number
  /** Both ports are bound. */
  opened = false

  readonly #options: EngineSideOptions
  #counters: SideCounters = NOTHING
  #heardAt: number | undefined
  #released = false
  #last: ((counters: SideCounters) => void) | undefined

  constructor(options: EngineSideOptions) {
    this.#options = options
    this.id = options.id
    this.address = options.address
    this.rtpPort = options.rtpPort
    this.rtcpPort = options.rtpPort + 1
  }

  open(relay: number): void {
    this.#options.perform({ type: "add", side: this.id, relay, address: this.address, port: this.rtpPort })
  }

  negotiated(remote: RemoteMedia): void {
    const { source, latching, outward, relearn = false } = remote
    const rtp = plain(remote.rtp)
    const rtcp = plain(remote.rtcp)
    const sourceNetworks = [...(remote.sourceNetworks ?? [])]
    const copy = { rtp, rtcp, source, sourceNetworks, latching, outward, relearn }
    this.#perform({ type: "negotiated", side: this.id, remote: copy })
  }

  deliver(active: boolean): void {
    this.#perform({ type: "deliver", side: this.id, active })
  }

  send(component: Component, bytes: Uint8Array, to: SocketAddress, ttl?: number): void {
    // A copy: with a Buffer, all of the memory that it is cut from would travel to the worker.
    this.#perform({
      type: "send",
      side: this.id,
      component,
      bytes: new Uint8Array(bytes),
      to: { host: to.host, port: to.port },
      ttl,
    })
  }

  get counters(): SideCounters {
    const silence = this.#heardAt === undefined ? undefined : this.#options.clock.now() - this.#heardAt
    return { ...this.#counters, silence }
  }

  release(last?: (counters: SideCounters) => void): void {
    if (this.#released) return
    this.#perform({ type: "release", side: this.id })
    this.#released = true
    this.#last = last
    this.#options.released()
  }

  told(report: Exclude<Report, { type: "counters" }>): void {
    if (report.type === "released") {
      this.#last?.(report.counters)
      this.#last = undefined
      return
    }
    if (this.#released) return
    const { bound, observer } = this.#options
    if (report.type === "added") {
      this.opened = true
      bound(undefined)
    } else if (report.type === "failed") bound(report.code)
    else if (report.type === "nonRtp") observer.nonRtp(this, report.component, report.bytes, report.from)
    else observer.settled(this, report.source)
  }

  counted(counters: SideCounters): void {
    this.#counters = counters
    this.#heardAt = counters.silence === undefined ? undefined : this.#options.clock.now() - counters.silence
  }

  /** An open side stays, silent, until its call lets go of it; one that was still to be bound never will be. */
  threadDied(): void {
    if (!this.opened) this.#options.bound("the worker ended")
  }

  #perform(command: Command): void {
    if (!this.#released) this.#options.perform(command)
  }
}

/** Whatever else the caller's object is: what crosses to a worker is cloned, and methods cannot be. */
const plain = (address: SocketAddress | undefined): SocketAddress | undefined =>
  address && { host: address.host, port: address.port }

const NOTHING: SideCounters = {
  received: { packets: 0, bytes: 0, lost: 0, jitter: 0 },
  sent: { packets: 0, bytes: 0 },
  rtcpReceived: 0,
  strangers: 0,
  silence: undefined,
}
