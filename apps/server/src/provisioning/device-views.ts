/** Devices, fetches and unknown phones in the contract's shapes. */
import type {
  Device,
  DeviceFetch,
  DeviceLink,
  DeviceModel,
  LastFetch,
  ProvisionView,
  UnknownDevice,
} from "@homeport/contract"
import {
  devices as catalogue,
  deviceById,
  deviceOf,
  firmwareVerdict,
  generationNames,
  type Device as Model,
  parseUserAgent,
} from "@homeport/provisioning"
import type { Binding } from "@homeport/sbc"
import type {
  DeviceLinkState,
  DeviceStates,
  FetchRow,
  LastFetchState,
  SettingsState,
  StoredDevice,
  UnknownDeviceState,
} from "@homeport/store"
import type { HomeLinkService } from "../phones/home/home-link-service.ts"
import { moment } from "../routes/views.ts"
import type { DeviceFiles, Provided } from "./device-files.ts"

export interface DeviceViewSources {
  readonly stations: SettingsState["stations"]
  readonly states: Pick<DeviceStates, "linkOf" | "lastFetchOf">
  readonly files: Pick<DeviceFiles, "contentPrint">
  readonly homeLinks: Pick<HomeLinkService, "viewOf">
  /** By call number. */
  readonly bindings: ReadonlyMap<string, readonly Binding[]>
  readonly now: number
}

export function deviceView(device: StoredDevice, sources: DeviceViewSources): Device {
  const { id, station, model, generation, mac, transport, language } = device
  const { callNumber = "", name = "" } = sources.stations.get(station) ?? {}
  const link = sources.states.linkOf(id)
  const last = sources.states.lastFetchOf(id)
  return {
    id,
    station,
    callNumber,
    name,
    model,
    modelName: modelName(model),
    generation,
    mac,
    transport,
    language,
    link: link ? linkView(link, sources.now) : null,
    homeLink: sources.homeLinks.viewOf(id),
    lastFetch: last ? lastFetchView(last, model) : null,
    outdated: last !== undefined && last.content !== sources.files.contentPrint(device),
    registered: registeredAs(model, sources.bindings.get(callNumber) ?? []),
  }
}

const modelName = (model: string): string => deviceById(model)?.model ?? model

function linkView({ opensUntil, fetchesLeft, bound }: DeviceLinkState, now: number): DeviceLink {
  return {
    opensUntil: moment(opensUntil),
    fetchesLeft,
    open: opensUntil > now && fetchesLeft > 0,
    bound: bound ? { ...bound, at: moment(bound.at) } : null,
  }
}

function lastFetchView({ content: _, at, ...fetch }: LastFetchState, model: string): LastFetch {
  return { ...fetch, at: moment(at), verdict: verdictOf(model, fetch.firmware) }
}

function verdictOf(model: string | undefined, firmware: string | null | undefined) {
  const known = model === undefined ? undefined : deviceById(model)
  return known && firmware ? firmwareVerdict(known, firmware) : null
}

/** The newest registration of the station whose User-Agent is of this model. */
function registeredAs(model: string, bindings: readonly Binding[]): Device["registered"] {
  const mine = bindings.flatMap((binding) => {
    const said = parseUserAgent(binding.userAgent)
    return said && deviceOf(said)?.id === model ? [{ binding, said }] : []
  })
  const newest = mine.reduce<(typeof mine)[number] | undefined>(
    (best, each) => (best && best.binding.registeredAt > each.binding.registeredAt ? best : each),
    undefined,
  )
  if (!newest) return null
  const { source, userAgent } = newest.binding
  const { firmware = null } = newest.said
  return {
    source: { host: source.host, port: source.port },
    userAgent,
    firmware,
    verdict: verdictOf(model, firmware),
  }
}

export function fetchView(
  row: FetchRow,
  { stations, devices }: Pick<SettingsState, "stations" | "devices">,
): DeviceFetch {
  const device = row.device === null ? undefined : devices.get(row.device)
  const model = device?.model ?? modelSaid(row.userAgent)
  return {
    ...row,
    at: moment(row.at),
    callNumber: device ? (stations.get(device.station)?.callNumber ?? null) : null,
    verdict: verdictOf(model, row.firmware),
  }
}

export function unknownDeviceView(phone: UnknownDeviceState): UnknownDevice {
  const { mac, userAgent, file, address, firstAt, lastAt, times } = phone
  const said = parseUserAgent(userAgent)
  const model = modelSaid(userAgent)
  return {
    mac,
    model: model ?? null,
    shownModel: said?.model ?? null,
    firmware: said?.firmware ?? null,
    verdict: verdictOf(model, said?.firmware),
    userAgent,
    file,
    address,
    firstAt: moment(firstAt),
    lastAt: moment(lastAt),
    times,
  }
}

/** The catalogue's id of what calls itself so. */
function modelSaid(userAgent: string): string | undefined {
  const said = parseUserAgent(userAgent)
  return said && deviceOf(said)?.id
}

export const modelViews = (files: Pick<DeviceFiles, "refusesHttps">): DeviceModel[] =>
  catalogue.map(({ id, maker, model, kind, generations, transports }) => ({
    id,
    maker,
    name: model,
    kind,
    generations: generations.map((each) => ({ id: each, name: generationNames[each] })),
    transports: [...transports],
    hasMac: kind === "telephone",
    readsQr: readsQr({ maker }),
    refusesHttps: files.refusesHttps({ model: id, generation: null }) ?? null,
  }))

/** Of its own link. */
export const readsQr = ({ maker }: Pick<Model, "maker">): boolean => maker === "Linphone"

export function provisionView(provided: Provided): ProvisionView {
  if (!provided.ok) return { ok: false, reason: provided.reason, params: { ...provided.params } }
  return {
    ok: true,
    files: provided.files.map(({ name, mediaType, text }) => ({ name, mediaType, text })),
    sheet: provided.sheet.map(({ title, rows }) => ({
      title,
      rows: rows.map(({ label, value, secret = false, optional = false }) => ({ label, value, secret, optional })),
    })),
    qr: provided.qr ?? null,
    notes: provided.notes.map(({ code, params = {} }) => ({ code, params: { ...params } })),
  }
}
