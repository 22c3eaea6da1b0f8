/** What a device of ours gets, as it would be served now: packages/provisioning, given this system's values. */
import { createHash, createHmac } from "node:crypto"
import type { HttpsRefusal } from "@homeport/contract"
import {
  deviceById,
  type Generation,
  type Device as Model,
  type Provision,
  type Refused,
  render,
  type StationProfile,
} from "@homeport/provisioning"
import type { Networks } from "@homeport/sbc"
import type { Secret, SettingsState, Station, StoredDevice } from "@homeport/store"
import type { Inventory } from "../certificates/inventory.ts"
import type { PhonesUrls } from "../phones/phones-urls.ts"
import { tlsReasons } from "../settings/tls-conditions.ts"
import { trustedAuthorities } from "./authorities.ts"
import { masked, standIns } from "./masked.ts"
import { networkOf, secondServerOf, stationProfile } from "./station-profile.ts"

export interface DeviceFiles {
  /** Secrets are dots. `provisioningUrl`: the folder that the device asks again. */
  preview(device: StoredDevice, options?: FileOptions): Provided
  /** With its secrets. */
  revealed(device: StoredDevice, options?: FileOptions): Provided
  /** As `revealed`, every secret left out: a device that has them keeps them. */
  withoutSecrets(device: StoredDevice, options?: FileOptions): Provided
  /** Of the secrets that stand in its file; undefined: there are none. */
  secretPrint(device: StoredDevice): string | undefined
  /** Of everything that it is told: another one, and what it fetched is outdated. */
  contentPrint(device: StoredDevice): string
  /** The folder behind a token, as the device shall ask it again; undefined: it asks nobody. */
  provisioningUrl(device: StoredDevice, token: string): string | undefined
  /** Why it will not fetch over HTTPS from here. */
  refusesHttps(device: Pick<StoredDevice, "model" | "generation">): HttpsRefusal | undefined
}

export interface FileOptions {
  readonly provisioningUrl?: string | undefined
  /** As the device's own firmware says. */
  readonly generation?: Generation | undefined
  /** As the device itself shows; instead of the stored one. */
  readonly mac?: string | undefined
  /** Fetched in the office, over plain HTTP: it can load our CA there. */
  readonly staging?: boolean | undefined
}

/** A refusal of the catalogue's, or one that only this system can know of. */
export type Provided = ProvidedFiles | RefusedFiles
export interface ProvidedFiles extends Omit<Provision, "notes"> {
  readonly notes: readonly { readonly code: string; readonly params?: Readonly<Record<string, string>> }[]
}
export interface RefusedFiles {
  readonly ok: false
  readonly reason: Refused["reason"] | "TlsClosed" | "PublicNameUnknown"
  readonly params: Readonly<Record<string, string>>
}

export interface DeviceFilesOptions {
  readonly state: () => SettingsState
  readonly inventory: (state: SettingsState) => Inventory
  readonly networks: () => Pick<Networks, "inner" | "outer">
  readonly publicName: () => string | undefined
  readonly phones: PhonesUrls
  /** Of the maker's kind alone: whether it takes the certificate that the phones' listener shows. */
  readonly refusesHttps: (model: Model, generation: string | null) => HttpsRefusal | undefined
  readonly timeZone: string
  /** Makes the prints worthless to whoever reads the database without it. */
  readonly printKey: () => Secret
  readonly now: () => number
}

export function createDeviceFiles(options: DeviceFilesOptions): DeviceFiles {
  const { state, inventory, networks, publicName, phones, timeZone, printKey, now } = options

  const stationOf = ({ station }: StoredDevice): Station => {
    const found = state().stations.get(station)
    // A station takes its devices along.
    if (!found) throw new Error(`a device without its station ${station}`)
    return found
  }

  function provide(device: StoredDevice, password: (own: string | undefined) => string | undefined, more: FileOptions) {
    const model = modelOf(device)
    const refused = (reason: RefusedFiles["reason"]): RefusedFiles => ({
      ok: false,
      reason,
      params: { model: model.model },
    })
    const station = stationOf(device)
    const { sections } = state()
    const inner = networkOf(station) === "inner"
    const base = more.staging || inner ? (phones.stagingBase() ?? phones.officeBase()) : phones.publicBase()
    const profile = stationProfile(station, device, {
      sections,
      networks: networks(),
      publicName: publicName(),
      authorities: trustedAuthorities(state(), inventory(state()), phones, base),
      timeZone,
    })
    if (!profile) return refused("PublicNameUnknown")
    const told: StationProfile = {
      ...profile,
      password: password(profile.password),
      provisioningUrl: more.provisioningUrl,
    }
    const result = render({
      device: model,
      generation: more.generation ?? generationOf(model, device.generation),
      mac: more.mac ?? device.mac ?? undefined,
      profile: told,
      hash,
    })
    if (!result.ok) return result
    if (device.transport === "tls" && tlsReasons(state(), inventory(state()), now()).length > 0)
      return refused("TlsClosed")
    const idle =
      station.secondarySystemId.trim() !== "" && !secondServerOf(station.secondarySystemId, profile.server.port)
    return idle ? { ...result, notes: [...result.notes, { code: "SecondarySystemIdUnused" }] } : result
  }

  const print = (parts: readonly unknown[]): string =>
    createHmac("sha256", printKey().reveal()).update(JSON.stringify(parts)).digest("base64url")

  return {
    preview(device, more = {}) {
      // The real one decides whether the file can carry it.
      const real = provide(device, (own) => own, more)
      if (!real.ok || stationOf(device).password === undefined) return real
      const [one, other] = standIns.map((standIn) => provide(device, () => standIn, more))
      return one?.ok && other?.ok
        ? { ...masked({ ...one, notes: [] }, { ...other, notes: [] }), notes: one.notes }
        : real
    },
    revealed: (device, more = {}) => provide(device, (own) => own, more),
    withoutSecrets: (device, more = {}) => provide(device, () => undefined, more),
    secretPrint(device) {
      const { password, sipUserId, realm, digestAlgorithms } = stationOf(device)
      return password && print([password.reveal(), sipUserId, realm, digestAlgorithms])
    },
    contentPrint(device) {
      const provided = provide(device, (own) => own, {})
      return print(provided.ok ? provided.files.map(({ text }) => text) : [provided.reason])
    },
    provisioningUrl(device, token) {
      const refuses = options.refusesHttps(modelOf(device), device.generation)
      const inner = networkOf(stationOf(device)) === "inner"
      const https = refuses === "no-tls12" ? undefined : inner ? phones.officeBase() : phones.publicBase()
      const staging = inner ? phones.stagingBase() : undefined
      const base = refuses ? (staging ?? https) : (https ?? staging)
      return base === undefined ? undefined : `${base}/p/${token}/`
    },
    refusesHttps: (device) => options.refusesHttps(modelOf(device), device.generation),
  }
}

/** Stored rows name a model of the catalogue; one that a newer Homeport stored is a mistake that its page shows. */
export function modelOf({ model }: Pick<StoredDevice, "model">): Model {
  const found = deviceById(model)
  if (!found) throw new Error(`no model ${model} in the catalogue`)
  return found
}

export const generationOf = (model: Model, generation: string | null): Generation | undefined =>
  model.generations.find((each) => each === generation)

const hash = (algorithm: "MD5" | "SHA-256", text: string): string =>
  createHash(algorithm === "MD5" ? "md5" : "sha256")
    .update(text)
    .digest("hex")
