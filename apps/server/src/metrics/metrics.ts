/**
 * Figures for a monitoring system, read from the running parts when they are asked for: nothing is counted on a packet's or a
 * message's way. Names follow Prometheus: base units, `_total` on what only grows.
 */
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client"
import type { Services } from "../services.ts"

export interface Metrics {
  /** In Prometheus' text format. */
  text(): Promise<string>
  /** A request was answered. `route` is the pattern, never an address with its tokens. */
  answered(method: string, route: string, status: number, seconds: number): void
}

export type MetricsSources = Pick<Services, "store" | "core" | "inventory" | "now" | "process">

export function createMetrics(sources: MetricsSources): Metrics {
  const { store, core, inventory, now, process } = sources
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })

  gauge("homeport_info", "Always 1; the version is its label.", ["version"], (set) =>
    set({ version: process.version }, 1),
  )
  gauge("homeport_stations", "Stations that are set up.", ["internet"], (set) => {
    const stations = [...store.state().stations.values()]
    const internet = stations.filter(({ internetRegistration }) => internetRegistration).length
    set({ internet: "yes" }, internet)
    set({ internet: "no" }, stations.length - internet)
  })
  gauge("homeport_registrations", "Phones that are registered.", ["network", "transport"], (set) => {
    const bindings = core.registrations()
    for (const network of networks)
      for (const transport of transports)
        set(
          { network, transport },
          bindings.filter((binding) => binding.network === network && binding.transport === transport).length,
        )
  })
  gauge("homeport_calls", "Calls by their state.", ["state"], (set) => {
    const calls = core.calls()
    for (const wanted of ["calling", "ringing", "answered"])
      set({ state: wanted }, calls.filter(({ state }) => state === wanted).length)
  })
  gauge("homeport_channels", "RTP proxy channels: all, in use, and most in use today.", ["kind"], (set) => {
    const { total, used, peakToday } = core.channels()
    set({ kind: "total" }, total)
    set({ kind: "used" }, used)
    set({ kind: "peak-today" }, peakToday)
  })
  gauge("homeport_listener_up", "1 while the port is open.", ["name", "transport"], (set) => {
    for (const { name, transport, state } of core.listeners())
      if (state !== "draining") set({ name, transport }, state === "listening" ? 1 : 0)
  })
  gauge("homeport_mapped", "1 while STUN knows the public address.", [], (set) =>
    set({}, ["mapped", "static"].includes(core.stun().state) ? 1 : 0),
  )
  gauge("homeport_stun_round_trip_seconds", "Of the last answer of the STUN server.", [], (set) => {
    const { roundTrip } = core.stun()
    if (roundTrip !== undefined) set({}, roundTrip / 1000)
  })
  gauge("homeport_certificate_expiry_seconds", "How long certificates in use are still valid.", ["use"], (set) => {
    const { spe } = store.state().sections["installed-certificates"].value
    const certificate = inventory().of(spe)
    if (certificate) set({ use: "spe" }, (certificate.facts.notAfter - now()) / 1000)
  })
  gauge("homeport_store_writable", "0 while the disk takes nothing.", [], (set) =>
    set({}, store.journal.problem() === undefined ? 1 : 0),
  )
  const requests = new Histogram({
    name: "homeport_http_request_duration_seconds",
    help: "How long requests of the console and the API took.",
    labelNames: ["method", "route", "status"] as const,
    buckets: [0.005, 0.02, 0.1, 0.5, 2],
    registers: [registry],
  })

  /** `read` is called for every answer, and sets what there is then. */
  function gauge<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    read: (set: (labels: Readonly<Partial<Record<Label, string>>>, value: number) => void) => void,
  ): void {
    new Gauge<string>({
      name,
      help,
      labelNames: [...labelNames],
      registers: [registry],
      collect() {
        this.reset()
        read((labels, value) => this.set({ ...labels }, value))
      },
    })
  }

  return {
    text: () => registry.metrics(),
    answered: (method, route, status, seconds) =>
      requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds),
  }
}

const networks = ["inner", "outer"] as const
const transports = ["UDP", "TCP", "TLS"] as const
