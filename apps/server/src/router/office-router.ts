/** The office router as this system sees it: where it is, and what is wanted of it. */
import { type AvailableInterface, mappingPlan } from "@homeport/contract"
import type { SettingsState } from "@homeport/store"
import { networksOf } from "../settings/sbc-config.ts"
import { type AutomaticMapping, type AutomaticMappingOptions, createAutomaticMapping } from "./automatic-mapping.ts"

export interface OfficeRouter {
  /** The address that the router forwards to, and the router's own; undefined: nobody knows it. */
  place(): { readonly local: string; readonly gateway: string | undefined }
  readonly mapping: AutomaticMapping
}

export interface OfficeRouterOptions extends Omit<AutomaticMappingOptions, "wanted"> {
  readonly state: () => SettingsState
  readonly interfaces: () => readonly AvailableInterface[]
  /** The router that an interface's default route leads to. */
  readonly gatewayOf: (interfaceName: string) => string | undefined
  /** SIP over TLS is open. */
  readonly tls: () => boolean
  /** As STUN sees it. */
  readonly publicAddress: () => string | undefined
}

export function createOfficeRouter(options: OfficeRouterOptions): OfficeRouter {
  const { state, interfaces, gatewayOf, tls, publicAddress, ...mapping } = options
  const place = () => {
    const machine = interfaces()
    const local = networksOf(state().sections["network-interfaces"].value, machine).outer
    const name = machine.find(({ address }) => address === local)?.name
    return { local, gateway: name === undefined ? undefined : gatewayOf(name) }
  }
  const wanted = () => {
    const { sections } = state()
    if (!sections["office-router"].value.automaticMapping) return undefined
    const ports = mappingPlan(sections["port-management"].value, tls())
    return { ...place(), ports, publicAddress: publicAddress() }
  }
  return { place, mapping: createAutomaticMapping({ ...mapping, wanted }) }
}
