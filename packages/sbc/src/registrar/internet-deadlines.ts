/**
 * Notices when a station's time on the internet is over ("Internet registration until"). It looks at the moment itself, and once a
 * minute until then: somebody may set the machine's clock.
 */
import type { Cancel, Clock } from "@homeport/sip"
import { internetRegistrationOver } from "../border/admission.ts"
import type { SbcConfig, StationConfig } from "../config.ts"

export interface InternetDeadlines {
  /** A new configuration runs. */
  configure(config: SbcConfig): void
  stop(): void
}

export interface InternetDeadlinesOptions {
  readonly clock: Clock
  /** Milliseconds since 1970. */
  readonly wallClock: () => number
  /** For these it is over since the last look. */
  readonly onOver: (stations: readonly StationConfig[]) => void
}

export function createInternetDeadlines({ clock, wallClock, onOver }: InternetDeadlinesOptions): InternetDeadlines {
  let waiting: readonly StationConfig[] = []
  let cancel: Cancel = () => {}

  const wait = (now: number) => {
    cancel()
    cancel = () => {}
    if (waiting.length === 0) return
    const next = waiting.reduce((first, station) => Math.min(first, momentOf(station)), Number.POSITIVE_INFINITY)
    // The last moment itself still counts.
    cancel = clock.after(Math.min(Math.max(next + 1 - now, 0), aMinute), look)
  }
  const look = () => {
    const now = wallClock()
    const over = waiting.filter((station) => internetRegistrationOver(station, now))
    waiting = waiting.filter((station) => !internetRegistrationOver(station, now))
    if (over.length > 0) onOver(over)
    wait(now)
  }

  return {
    configure({ stations }) {
      const now = wallClock()
      waiting = stations.filter(
        (station) =>
          station.internetRegistration &&
          station.internetRegistrationUntil !== undefined &&
          !internetRegistrationOver(station, now),
      )
      wait(now)
    },
    stop() {
      waiting = []
      cancel()
    },
  }
}

const momentOf = ({ internetRegistrationUntil: until }: StationConfig): number => until ?? Number.POSITIVE_INFINITY

const aMinute = 60_000
