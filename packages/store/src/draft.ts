/**
 * A change of settings in the making: a value in memory, thrown away or committed in one synchronous transaction. No SQL
 * transaction is ever open while somebody waits for a socket.
 */
import type { AllSettings, Section } from "@homeport/contract"
import type { Secret } from "./secret.ts"
import type {
  CertificateFields,
  DeviceFields,
  RevocationListState,
  SettingsSecret,
  SettingsState,
  Station,
  StationFields,
  StoredCertificate,
  StoredDevice,
  Version,
} from "./settings-state.ts"

/** Of rows whose numbers are never given again. */
export interface LastIds {
  certificate: number
  device: number
}

export class Draft {
  /** The state it was begun from. */
  readonly base: SettingsState
  readonly #sections: { -readonly [S in Section]: SettingsState["sections"][S] }
  #stations: Map<number, Station> | undefined
  #devices: Map<number, StoredDevice> | undefined
  #certificates: Map<number, StoredCertificate> | undefined
  #revocationLists: Map<string, RevocationListState> | undefined
  #secrets: Map<SettingsSecret, Secret> | undefined
  readonly #changedSections = new Set<Section>()
  readonly #changedStations = new Set<number>()
  readonly #changedDevices = new Set<number>()
  readonly #changedCertificates = new Set<number>()
  readonly #changedLists = new Set<string>()
  readonly #changedSecrets = new Set<SettingsSecret>()
  readonly #version: Version
  /** No index below it is free. */
  #lowestFree = 1
  readonly #last: LastIds

  /** `version` is what everything changed in this draft will carry; `last` the highest ids ever given. */
  constructor(base: SettingsState, version: Version, last: LastIds = { certificate: 0, device: 0 }) {
    this.base = base
    this.#last = { ...last }
    this.#sections = { ...base.sections }
    this.#version = version
  }

  settings<S extends Section>(section: S): AllSettings[S] {
    return this.#sections[section].value
  }

  setSettings<S extends Section>(section: S, value: AllSettings[S]): void {
    // Assigning through a generic key: the value is of this very section.
    this.#sections[section] = { ...this.#version, value } as SettingsState["sections"][S]
    this.#changedSections.add(section)
  }

  get secrets(): ReadonlyMap<SettingsSecret, Secret> {
    return this.#secrets ?? this.base.secrets
  }

  /** undefined: it is forgotten. */
  setSecret(name: SettingsSecret, value: Secret | undefined): void {
    this.#secrets ??= new Map(this.base.secrets)
    if (value) this.#secrets.set(name, value)
    else this.#secrets.delete(name)
    this.#changedSecrets.add(name)
  }

  get stations(): ReadonlyMap<number, Station> {
    return this.#stations ?? this.base.stations
  }

  /** The new station gets the lowest free index from 1. */
  addStation(fields: StationFields): Station {
    while (this.stations.has(this.#lowestFree)) this.#lowestFree++
    return this.#put({ ...fields, index: this.#lowestFree, ...this.#version })
  }

  changeStation(index: number, fields: Partial<StationFields>): Station {
    const station = this.stations.get(index)
    if (!station) throw new Error(`no station ${index}`)
    return this.#put({ ...station, ...fields, ...this.#version })
  }

  /** Its devices go with it. */
  removeStation(index: number): void {
    for (const { id, station } of this.devices.values()) if (station === index) this.removeDevice(id)
    this.#writable().delete(index)
    this.#lowestFree = Math.min(this.#lowestFree, index)
    this.#changedStations.add(index)
  }

  get devices(): ReadonlyMap<number, StoredDevice> {
    return this.#devices ?? this.base.devices
  }

  /** The new device gets an id that none had before. */
  addDevice(fields: DeviceFields): StoredDevice {
    return this.#putDevice({ ...fields, id: ++this.#last.device, ...this.#version })
  }

  changeDevice(id: number, fields: Partial<DeviceFields>): StoredDevice {
    const before = this.devices.get(id)
    if (!before) throw new Error(`no device ${id}`)
    return this.#putDevice({ ...before, ...fields, ...this.#version })
  }

  removeDevice(id: number): void {
    this.#devices ??= new Map(this.base.devices)
    this.#devices.delete(id)
    this.#changedDevices.add(id)
  }

  get certificates(): ReadonlyMap<number, StoredCertificate> {
    return this.#certificates ?? this.base.certificates
  }

  /** The new certificate gets an id that none had before. */
  addCertificate(fields: CertificateFields): StoredCertificate {
    const id = ++this.#last.certificate
    const certificate = { ...fields, id, ...this.#version }
    this.#certificates ??= new Map(this.base.certificates)
    this.#certificates.set(id, certificate)
    this.#changedCertificates.add(id)
    return certificate
  }

  changeCertificate(id: number, fields: Partial<CertificateFields>): StoredCertificate {
    const before = this.certificates.get(id)
    if (!before) throw new Error(`no certificate ${id}`)
    const certificate = { ...before, ...fields, ...this.#version }
    this.#certificates ??= new Map(this.base.certificates)
    this.#certificates.set(id, certificate)
    this.#changedCertificates.add(id)
    return certificate
  }

  removeCertificate(id: number): void {
    this.#certificates ??= new Map(this.base.certificates)
    this.#certificates.delete(id)
    this.#changedCertificates.add(id)
  }

  setRevocationList(list: RevocationListState): void {
    this.#revocationLists ??= new Map(this.base.revocationLists)
    this.#revocationLists.set(list.authority, list)
    this.#changedLists.add(list.authority)
  }

  get changedSections(): ReadonlySet<Section> {
    return this.#changedSections
  }

  get changedStations(): ReadonlySet<number> {
    return this.#changedStations
  }

  get changedDevices(): ReadonlySet<number> {
    return this.#changedDevices
  }

  get changedCertificates(): ReadonlySet<number> {
    return this.#changedCertificates
  }

  get changedLists(): ReadonlySet<string> {
    return this.#changedLists
  }

  get changedSecrets(): ReadonlySet<SettingsSecret> {
    return this.#changedSecrets
  }

  /** What the settings would be. */
  state(): SettingsState {
    return {
      sections: this.#sections,
      stations: this.stations,
      devices: this.devices,
      certificates: this.certificates,
      revocationLists: this.#revocationLists ?? this.base.revocationLists,
      secrets: this.secrets,
    }
  }

  #put(station: Station): Station {
    const stations = this.#writable()
    const added = !stations.has(station.index)
    stations.set(station.index, station)
    // Keep the order by index: a gap that was filled stands in the middle.
    if (added && station.index < stations.size) this.#stations = new Map([...stations].sort(([a], [b]) => a - b))
    this.#changedStations.add(station.index)
    return station
  }

  #putDevice(device: StoredDevice): StoredDevice {
    this.#devices ??= new Map(this.base.devices)
    this.#devices.set(device.id, device)
    this.#changedDevices.add(device.id)
    return device
  }

  #writable(): Map<number, Station> {
    this.#stations ??= new Map(this.base.stations)
    return this.#stations
  }
}
