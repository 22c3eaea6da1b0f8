/** What phones at home need of the system: two fields of the STUN page and one of DynDNS, in one form. */
import {
  type DyndnsSettingsView,
  dyndns,
  type ReadinessCheck,
  type ReadinessItem,
  type StunSettings,
  stun,
} from "@homeport/contract"
import { checkedFor, type Problems } from "../../../form/check.ts"
import { textOrNull } from "../../../form/text-values.ts"

export type SystemValues = {
  readonly hostName: string
  readonly server: string
  readonly phonesServer: string
}

export const systemValues = (
  { hostName }: DyndnsSettingsView,
  { server, phonesServer }: StunSettings,
): SystemValues => ({
  hostName: hostName ?? "",
  server: server ?? "",
  phonesServer: phonesServer ?? "",
})

/** A phone at home has somebody to ask for its address: a server of its own, or the system's. */
export const phonesHaveServer = ({ server, phonesServer }: Pick<StunSettings, "server" | "phonesServer">): boolean =>
  (phonesServer ?? server) !== null

/** What the checks find missing in the system itself; stations, devices and registrations have steps of their own. */
export const lacksNothing = (items: readonly Pick<ReadinessItem, "check" | "state">[]): boolean =>
  items.every(({ check, state }) => state !== "failed" || ofOtherSteps.has(check))

const ofOtherSteps: ReadonlySet<ReadinessCheck> = new Set(["authentication", "devices", "refusals"])

/** A page of settings is replaced as a whole: what has no field here stays. Undefined: nothing changes. */
export function systemBodies(values: SystemValues, name: DyndnsSettingsView, servers: StunSettings) {
  const hostName = textOrNull(values.hostName)
  const server = textOrNull(values.server)
  const phonesServer = textOrNull(values.phonesServer)
  return {
    dyndns: hostName === name.hostName ? undefined : { ...name, hostName },
    stun:
      server === servers.server && phonesServer === servers.phonesServer
        ? undefined
        : { ...servers, server, phonesServer },
  }
}

/** What is wrong with another field of these pages is not said here: there is no field to say it at. */
export function systemProblems(bodies: ReturnType<typeof systemBodies>): Problems {
  const all: Problems = {
    ...(bodies.dyndns && checkedFor(dyndns.replace, bodies.dyndns)),
    ...(bodies.stun && checkedFor(stun.replace, bodies.stun)),
  }
  const here = ["hostName", "server", "phonesServer"]
  return Object.fromEntries(Object.entries(all).filter(([field]) => here.includes(field)))
}
