/** The pages of settings: each GET and PUT, with what only this system can check. */
import {
  type AllSettings,
  applicationFirewall,
  channelsOfVariant,
  type FieldProblem,
  networkInterfaces,
  officeRouterSettingsPage,
  parseIpv4,
  plainAddress,
  portManagement,
  portRules,
  rtpProxyChannels,
  type Section,
  stun,
  systemFlags,
} from "@homeport/contract"
import { mayReach } from "../firewall/reach.ts"
import { ApiError } from "../http/errors.ts"
import { handle, type Route, Versioned } from "../http/implement.ts"
import type { Services } from "../services.ts"
import { addressOf, networksOf } from "../settings/sbc-config.ts"

export function settingsRoutes(services: Services): readonly Route[] {
  return [
    ...page(services, "stun", stun),
    ...page(services, "port-management", portManagement),
    ...page(services, "rtp-proxy-channels", rtpProxyChannels),
    ...page(services, "network-interfaces", networkInterfaces),
    ...page(services, "office-router", officeRouterSettingsPage),
    ...page(services, "system-flags", systemFlags),
    ...page(services, "application-firewall", applicationFirewall),
    handle(networkInterfaces.available, () => ({ items: services.interfaces().map((each) => ({ ...each })) })),
  ]
}

interface Page {
  readonly read: typeof stun.read
  readonly replace: typeof stun.replace
}

function page<S extends Section>(services: Services, section: S, endpoints: unknown): readonly Route[] {
  const { store, settings } = services
  // Every page is made by `settingsPage`; body and response are of the section's own schema, which TypeScript cannot follow here.
  const { read, replace } = endpoints as Page
  const current = () => {
    const { value, ...version } = store.state().sections[section]
    return new Versioned(value as AllSettings["stun"], version)
  }
  return [
    handle(read, current),
    handle(replace, async ({ body, by, address, expects }) => {
      // `replace` is this section's own endpoint: its schema checked the body, but a generic S does not show that.
      const value = body as unknown as AllSettings[S]
      await settings.change(by, (draft) => {
        expects(store.state().sections[section])
        draft.setSettings(section, value)
        const problems = problemsOf(services, section, address, (other) => draft.settings(other))
        if (Object.keys(problems).length > 0) throw new ApiError("InvalidInput", { fields: problems })
      })
      return current()
    }),
  ]
}

/** Rules between two pages, or between a page and the machine. `address`: whoever asks must not shut himself out. */
function problemsOf(
  { interfaces }: Services,
  section: Section,
  address: string,
  settings: <S extends Section>(section: S) => AllSettings[S],
): Record<string, FieldProblem> {
  const ports = settings("port-management")
  const channels = channelsOfVariant[settings("rtp-proxy-channels").systemVariant]
  if (section === "port-management") return portRules(ports, channels)
  if (section === "rtp-proxy-channels") {
    const { rtpTo } = portRules(ports, channels)
    return rtpTo ? { systemVariant: rtpTo } : {}
  }
  const machine = interfaces()
  const rule = settings("application-firewall").console
  const shutOut = !mayReach(address, rule, networksOf(settings("network-interfaces"), machine).local)
  const shutsYouOut = { code: "ShutsYouOut", params: { address: plainAddress(address) } } as const
  if (section === "application-firewall")
    return shutOut ? { [rule.from === "networks" ? "console.networks" : "console.from"]: shutsYouOut } : {}
  if (section !== "network-interfaces") return {}
  const problems: Record<string, FieldProblem> = {}
  if (shutOut) problems.localNetworks = shutsYouOut
  const names = machine.map((each) => each.name)
  for (const field of ["lan1", "lan2"] as const) {
    const chosen = settings("network-interfaces")[field]
    // Whether an address is the machine's own is told by binding to it.
    if (chosen !== null && parseIpv4(chosen) === undefined && !names.includes(chosen))
      problems[field] = { code: "NoSuchInterface", params: { value: chosen } }
  }
  const { lan1, lan2 } = settings("network-interfaces")
  const shared = lan1 === null ? undefined : addressOf(lan1, machine)
  if (lan2 !== null && shared !== undefined && shared === addressOf(lan2, machine))
    problems.lan2 = { code: "SameInterface" }
  return problems
}
