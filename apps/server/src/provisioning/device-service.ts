/** Changes devices and their links; what is wrong with what was asked is said at its field. */
import type { DeviceChange, FieldProblems, HttpsRefusal } from "@homeport/contract"
import type { DeviceFields, DeviceLinkState, Draft, Store, StoredDevice } from "@homeport/store"
import { ApiError } from "../http/errors.ts"
import { hashOf, newToken } from "../phones/link-token.ts"
import type { PhonesUrls } from "../phones/phones-urls.ts"
import type { SettingsService } from "../settings/settings-service.ts"
import { type DeviceFiles, modelOf } from "./device-files.ts"
import { deviceProblems, modelProblems, mostDevices } from "./device-rules.ts"
import { networkOf } from "./station-profile.ts"

export interface DeviceService {
  /** Throws NotFound. */
  device(id: number): StoredDevice
  /** What `create` would make of these fields, or would say of them; nothing is stored. */
  proposed(fields: DeviceFields): StoredDevice
  create(fields: DeviceFields, by: string): Promise<StoredDevice>
  /** One for each station: all of them or none. */
  createSeveral(
    stations: readonly number[],
    fields: Omit<DeviceFields, "station" | "mac">,
    by: string,
  ): Promise<readonly StoredDevice[]>
  /** `expects` is called with the version that is about to be changed. */
  change(id: number, change: DeviceChange, by: string, expects: (device: StoredDevice) => void): Promise<StoredDevice>
  remove(ids: readonly number[], by: string, expects?: (device: StoredDevice) => void): Promise<void>
  /** New tokens in the place of old ones: all of them or none. The URLs cannot be read back. */
  openLinks(ids: readonly number[], hours: number, fetches: number): readonly NewLink[]
  closeLink(id: number): StoredDevice
}

export interface NewLink {
  readonly device: StoredDevice
  readonly link: DeviceLinkState
  readonly url: string | undefined
  readonly stagingUrl: string | undefined
  readonly refusesHttps: HttpsRefusal | undefined
  readonly qr: string | undefined
}

export interface DeviceServiceOptions {
  readonly store: Pick<Store, "state" | "deviceStates">
  readonly settings: Pick<SettingsService, "change">
  readonly files: DeviceFiles
  readonly phones: PhonesUrls
  readonly now: () => number
  /** A link came or went. */
  readonly onLinks: (devices: readonly number[]) => void
}

export function createDeviceService(options: DeviceServiceOptions): DeviceService {
  const { store, settings, files, phones, now, onLinks } = options

  const device = (id: number): StoredDevice => {
    const found = store.state().devices.get(id)
    if (!found) throw new ApiError("NotFound")
    return found
  }

  function newLink(id: number, hours: number, fetches: number): NewLink {
    const stored = device(id)
    const token = newToken()
    const told = files.provisioningUrl(stored, token)
    const { url, stagingUrl } = urlsOf(stored, token)
    const provided = files.revealed(stored, { provisioningUrl: told })
    if (!provided.ok) throw new ApiError("DeviceNotServed")
    const link: DeviceLinkState = {
      tokenHash: hashOf(token),
      opensUntil: now() + hours * 3_600_000,
      fetchesLeft: fetches,
      bound: undefined,
      deliveredSecret: undefined,
    }
    const refusesHttps = files.refusesHttps(stored)
    return { device: stored, link, url, stagingUrl, refusesHttps, qr: provided.qr }
  }

  /** Throws when there is none that the device could use. */
  function urlsOf(stored: StoredDevice, token: string) {
    const station = store.state().stations.get(stored.station)
    const inner = station !== undefined && networkOf(station) === "inner"
    const base = inner ? phones.officeBase() : phones.publicBase()
    const staging = phones.stagingBase()
    const tooOld = files.refusesHttps(stored) === "no-tls12"
    if (staging === undefined) {
      if (phones.officeBase() === undefined) throw new ApiError("PhonesOff")
      if (tooOld) throw new ApiError("DeviceNeedsStaging", { params: { model: modelOf(stored).model } })
      if (base === undefined) throw new ApiError("PublicNameUnknown")
    }
    const below = (root: string | undefined) => (root === undefined ? undefined : `${root}/p/${token}${pathOf(stored)}`)
    return { url: tooOld ? undefined : below(base), stagingUrl: below(staging) }
  }

  return {
    device,
    proposed(fields) {
      refuse(deviceProblems(store.state(), undefined, fields))
      return { ...fields, id: 0, version: 0, changedBy: "", changedAt: now() }
    },
    create: (fields, by) =>
      settings.change(by, (draft) => {
        checkRoom(draft, 1)
        refuse(deviceProblems(draft, undefined, fields))
        return draft.addDevice(fields)
      }),
    createSeveral: (stations, fields, by) =>
      settings.change(by, (draft) => {
        checkRoom(draft, stations.length)
        const unknown = stations.flatMap((index, at) =>
          draft.stations.has(index) ? [] : [[`stations.${at}`, { code: "NoSuchStation" }] as const],
        )
        refuse({ ...Object.fromEntries(unknown), ...modelProblems({ ...fields, mac: null }) })
        return stations.map((station) => draft.addDevice({ ...fields, station, mac: null }))
      }),
    change: (id, change, by, expects) =>
      settings.change(by, (draft) => {
        const before = device(id)
        expects(before)
        refuse(deviceProblems(draft, before, { ...before, ...change }))
        return draft.changeDevice(id, change)
      }),
    remove: (ids, by, expects = () => undefined) =>
      settings.change(by, (draft) => {
        for (const id of new Set(ids)) {
          expects(device(id))
          draft.removeDevice(id)
        }
      }),
    openLinks(ids, hours, fetches) {
      const links = [...new Set(ids)].map((id) => newLink(id, hours, fetches))
      store.deviceStates.putLinks(links.map(({ device: { id }, link }) => [id, link]))
      onLinks(links.map(({ device: { id } }) => id))
      return links
    },
    closeLink(id) {
      const stored = device(id)
      if (store.deviceStates.linkOf(id)) {
        store.deviceStates.putLinks([[id, undefined]])
        onLinks([id])
      }
      return stored
    },
  }
}

/** A telephone asks for files in a folder, an app for what it was given; baresip is a file that a person loads. */
function pathOf(stored: StoredDevice): string {
  const { kind, maker } = modelOf(stored)
  if (maker === "baresip") return "/accounts"
  return kind === "telephone" ? "/" : ""
}

function checkRoom(draft: Draft, more: number): void {
  if (draft.devices.size + more > mostDevices)
    throw new ApiError("TooManyDevices", { params: { maximum: mostDevices } })
}

function refuse(fields: FieldProblems): void {
  if (Object.keys(fields).length > 0) throw new ApiError("InvalidInput", { fields })
}
