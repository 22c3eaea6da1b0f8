/** The parts that deal with certificates, wired: for run.ts, and for tests. */
import { isHostName } from "@homeport/contract"
import type { SettingsState, Store } from "@homeport/store"
import type { LiveCore } from "../core/live-core.ts"
import type { ListenAddress } from "../environment.ts"
import { createPhonesUrls } from "../phones/phones-urls.ts"
import type { Services } from "../services.ts"
import type { SettingsService } from "../settings/settings-service.ts"
import { createCertificateService } from "./certificate-service.ts"
import type { Inventory } from "./inventory.ts"
import type { Pki } from "./pki.ts"
import { createRevocationLists } from "./revocation-lists.ts"
import { createSpeService } from "./spe-service.ts"

export interface CertificatePartsOptions {
  readonly store: Pick<Store, "state">
  readonly core: Pick<LiveCore, "registrations" | "stun">
  readonly settings: Pick<SettingsService, "change">
  readonly pki: Pki
  readonly inventories: (state: SettingsState) => Inventory
  /** Of the core's configuration: local addresses, the one for the internet first. */
  readonly localAddresses: () => readonly string[]
  /** Where the phones' listeners are; undefined: off. */
  readonly phones: ListenAddress | undefined
  readonly phonesHttp: ListenAddress | undefined
  readonly now: () => number
}

type Parts = Pick<
  Services,
  "pki" | "certificates" | "spe" | "revocationLists" | "inventory" | "phones" | "publicName" | "ownNames"
>

export function createCertificateParts(options: CertificatePartsOptions): Parts {
  const { store, core, settings, pki, inventories: inventory, localAddresses, phones, phonesHttp, now } = options
  const state = store.state
  const common = { pki, settings, state, inventory, now }
  const publicName = () => state().sections.dyndns.value.hostName ?? core.stun().mapped?.host
  const revocationLists = createRevocationLists(common)
  return {
    pki,
    inventory: (of = state()) => inventory(of),
    publicName,
    // Phones in the office are given the local address: the one certificate must name it, too.
    ownNames() {
      const name = publicName()
      const reachable = localAddresses().filter((address) => !address.startsWith("127."))
      // A system on loopback alone is one that somebody tries out.
      const local = name === undefined && reachable.length === 0 ? localAddresses() : reachable
      const names = [...new Set([...(name === undefined ? [] : [name]), ...local])]
      return names.map((value) => ({ type: isHostName(value) ? ("dns" as const) : ("ip" as const), value }))
    },
    phones: createPhonesUrls({
      phones,
      phonesHttp,
      publicName,
      officeAddress: () => localAddresses().at(1) ?? localAddresses()[0] ?? "127.0.0.1",
    }),
    revocationLists,
    certificates: createCertificateService({ ...common, revocationLists, registrations: core.registrations }),
    spe: createSpeService({ ...common, registrations: core.registrations, publicName }),
  }
}
