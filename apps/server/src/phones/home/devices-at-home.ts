/** What the pages of one-time links need to know, out of the stored devices and what each of them gets. */
import { X509Certificate } from "node:crypto"
import type { SettingsState, StoredDevice } from "@homeport/store"
import type { Inventory } from "../../certificates/inventory.ts"
import { ApiError } from "../../http/errors.ts"
import { trustedAuthorities } from "../../provisioning/authorities.ts"
import { type DeviceFiles, modelOf } from "../../provisioning/device-files.ts"
import type { DeviceService } from "../../provisioning/device-service.ts"
import { provisionView, readsQr } from "../../provisioning/device-views.ts"
import { networkOf } from "../../provisioning/station-profile.ts"
import type { PhonesUrls } from "../phones-urls.ts"
import type { HomeDevices } from "./home-devices.ts"

export interface DevicesAtHomeOptions {
  readonly state: () => SettingsState
  readonly service: Pick<DeviceService, "openLinks">
  readonly files: DeviceFiles
  readonly inventory: () => Inventory
  readonly phones: PhonesUrls
}

export function createDevicesAtHome(options: DevicesAtHomeOptions): HomeDevices {
  const { state, service, files, inventory, phones } = options

  const stored = (id: number) => {
    const device = state().devices.get(id)
    if (!device) throw new ApiError("NotFound")
    return device
  }

  const isAtHome = (device: StoredDevice): boolean => {
    const station = state().stations.get(device.station)
    return station !== undefined && networkOf(station) === "outer"
  }

  return {
    find(id) {
      const device = state().devices.get(id)
      const station = device && state().stations.get(device.station)
      if (!device || !station) return undefined
      const model = modelOf(device)
      return {
        id,
        callNumber: station.callNumber,
        name: station.name,
        modelName: model.model,
        kind: model.kind,
        // A code that leads to a server that the app refuses would only puzzle whoever scans it.
        readsQr: readsQr(model) && files.refusesHttps(device) === undefined,
        language: device.language,
        overTls: device.transport === "tls",
        atHome: isAtHome(device),
      }
    },
    settings(id) {
      const device = stored(id)
      if (!isAtHome(device)) return undefined
      const provided = provisionView(files.revealed(device))
      if (!provided.ok) return undefined
      return { sheet: provided.sheet, labelsMayDiffer: provided.notes.some(({ code }) => code === "LabelsMayDiffer") }
    },
    openLink(id) {
      try {
        const [link] = service.openLinks([id], linkTerms.hours, linkTerms.fetches)
        return link && { qr: link.qr ?? null }
      } catch (error) {
        // What is said to the administrator where links are made; the person at home enters the values.
        if (error instanceof ApiError) return undefined
        throw error
      }
    },
    authority() {
      const known = trustedAuthorities(state(), inventory(), phones, "").find(({ url }) => url !== undefined)
      if (known?.url === undefined) return undefined
      return { name: known.name, path: known.url, fingerprint: new X509Certificate(known.pem).fingerprint256 }
    },
  }
}

/** For somebody who is scanning it now, or tomorrow; a scan may fail. */
const linkTerms = { hours: 24, fetches: 5 } as const
