/** Basic Settings ▸ Phone Parameter Deployment: devices, their files, links and fetches. */
import { type CheckedBody, devices, type OpenedLink } from "@homeport/contract"
import type { StoredDevice } from "@homeport/store"
import { gmt } from "../certificates/gmt.ts"
import { ApiError } from "../http/errors.ts"
import { FileAnswer } from "../http/file-answer.ts"
import { handle, type Route, Versioned } from "../http/implement.ts"
import { list } from "../http/list.ts"
import { type FileOptions, modelOf } from "../provisioning/device-files.ts"
import type { NewLink } from "../provisioning/device-service.ts"
import { deviceView, fetchView, modelViews, provisionView, unknownDeviceView } from "../provisioning/device-views.ts"
import { dots } from "../provisioning/masked.ts"
import type { Services } from "../services.ts"
import { moment } from "./views.ts"

export function deviceRoutes(services: Services): readonly Route[] {
  const { store, core, devices: service, deviceFiles: files, homeLinks, events, now } = services
  const { deviceLog, deviceStates: states } = store

  /** A function, so that a list asks for the registrations once. */
  const views = () => {
    const bindings = Map.groupBy(core.registrations(), ({ callNumber }) => callNumber)
    const sources = { stations: store.state().stations, states, files, homeLinks, bindings, now: now() }
    return (device: StoredDevice) => deviceView(device, sources)
  }
  const view = (device: StoredDevice) => views()(device)

  const words = (device: StoredDevice) => ({
    model: modelOf(device).model,
    callNumber: store.state().stations.get(device.station)?.callNumber ?? "",
  })
  /** Its token cannot be shown: dots stand where it stands in what the device is served. */
  const optionsFor = (device: StoredDevice): FileOptions =>
    states.linkOf(device.id) ? { provisioningUrl: files.provisioningUrl(device, dots) } : {}

  const reveal = (device: StoredDevice, by: string) => {
    events.record({ code: "device.revealed", params: { by, ...words(device) } })
    return provisionView(withoutDottedCode(files.revealed(device, optionsFor(device))))
  }

  const opened = (links: readonly NewLink[], { fetches }: CheckedBody<typeof devices.openLink>, by: string) =>
    links.map((link): OpenedLink => {
      const until = gmt(link.link.opensUntil)
      const params = { by, ...words(link.device), until, fetches }
      events.record({ code: "device.link-opened", params })
      return {
        id: link.device.id,
        url: link.url ?? null,
        stagingUrl: link.stagingUrl ?? null,
        refusesHttps: link.refusesHttps ?? null,
        qr: link.qr ?? null,
        opensUntil: moment(link.link.opensUntil),
        fetchesLeft: link.link.fetchesLeft,
      }
    })

  return [
    handle(devices.list, ({ query }) => {
      const { stations, devices: all } = store.state()
      const of = ({ station }: StoredDevice) => stations.get(station)
      const wanted = query.stations && new Set(query.stations.split(",").map(Number))
      const mine = [...all.values()].filter(
        ({ station }) => (query.station ?? station) === station && (!wanted || wanted.has(station)),
      )
      const { items, total, next } = list(mine, query, {
        text: (device) => {
          const { callNumber = "", name = "" } = of(device) ?? {}
          return `${callNumber} ${name} ${device.mac ?? ""} ${modelOf(device).maker} ${modelOf(device).model}`
        },
        id: ({ id }) => id,
        sorts: {
          callNumber: (device) => of(device)?.callNumber ?? "",
          name: (device) => of(device)?.name ?? "",
          model: (device) => modelOf(device).model,
          mac: ({ mac }) => mac ?? "",
          lastFetch: ({ id }) => states.lastFetchOf(id)?.at ?? 0,
        },
        defaultSort: "callNumber",
      })
      return { items: items.map(views()), total, next }
    }),

    handle(devices.create, async ({ body, by }) => {
      const device = await service.create(body, by)
      return new Versioned(view(device), device)
    }),

    handle(devices.createSeveral, async ({ body: { stations, ...fields }, by }) => {
      const added = await service.createSeveral(stations, fields, by)
      return { items: added.map(views()) }
    }),

    handle(devices.removeSeveral, async ({ body, by }) => {
      await service.remove(body.ids, by)
      return {}
    }),

    handle(devices.read, ({ params }) => {
      const device = service.device(params.id)
      return new Versioned(view(device), device)
    }),

    handle(devices.change, async ({ params, body, by, expects }) => {
      const device = await service.change(params.id, body, by, expects)
      return new Versioned(view(device), device)
    }),

    handle(devices.remove, async ({ params, by, expects }) => {
      await service.remove([params.id], by, expects)
      return {}
    }),

    handle(devices.provision, ({ params }) => {
      const device = service.device(params.id)
      return provisionView(withoutDottedCode(files.preview(device, optionsFor(device))))
    }),

    handle(devices.reveal, ({ params, by }) => reveal(service.device(params.id), by)),

    handle(devices.file, ({ params, by }) => {
      const device = service.device(params.id)
      const provided = files.revealed(device)
      const [file] = provided.ok ? provided.files : []
      if (!file) throw new ApiError("DeviceNotServed")
      events.record({ code: "device.revealed", params: { by, ...words(device) } })
      return new FileAnswer(Buffer.from(file.text), file.name)
    }),

    handle(devices.openLink, ({ params, body, by }) => {
      const [link] = opened(service.openLinks([params.id], body.hours, body.fetches), body, by)
      if (!link) throw new ApiError("NotFound")
      return link
    }),

    handle(devices.openLinks, ({ body, by }) => ({
      items: opened(service.openLinks(body.ids, body.hours, body.fetches), body, by),
    })),

    handle(devices.closeLink, ({ params, by }) => {
      const open = states.linkOf(params.id) !== undefined
      const device = service.closeLink(params.id)
      if (open) events.record({ code: "device.link-closed", params: { by, ...words(device) } })
      return view(device)
    }),

    handle(devices.sheets, ({ body, by }) => {
      const named = [...new Set(body.ids)].map((id) => service.device(id))
      const viewOf = views()
      return { items: named.map((device) => ({ device: viewOf(device), provision: reveal(device, by) })) }
    }),

    handle(devices.preview, ({ query: { station, model, generation = null, transport } }) => {
      const proposed = service.proposed({ station, model, generation, mac: null, transport, language: "en" })
      return provisionView(withoutDottedCode(files.preview(proposed)))
    }),

    handle(devices.models, () => ({ items: modelViews(files) })),

    handle(devices.fetches, ({ query }) => {
      const state = store.state()
      const rows = deviceLog
        .fetches()
        .filter(({ device }) => query.device === undefined || device === query.device)
        .filter(({ refused }) => query.outcome === "all" || (refused === null) === (query.outcome === "served"))
        .map((row) => fetchView(row, state))
      return list(rows, query, {
        text: (row) => `${row.callNumber} ${row.address} ${row.file} ${row.userAgent} ${row.mac} ${row.refused}`,
        id: ({ id }) => id,
        sorts: { at: ({ id }) => id },
        defaultSort: "-at",
      })
    }),

    handle(devices.unknown, ({ query }) =>
      list([...deviceLog.unknownDevices()].map(unknownDeviceView), query, {
        text: ({ mac, shownModel, address, userAgent }) => `${mac} ${shownModel} ${address} ${userAgent}`,
        id: ({ mac }) => mac,
        sorts: {
          lastAt: ({ lastAt }) => lastAt,
          firstAt: ({ firstAt }) => firstAt,
          mac: ({ mac }) => mac,
          times: ({ times }) => times,
        },
        defaultSort: "-lastAt",
      }),
    ),

    handle(devices.bindUnknown, async ({ params: { mac }, body, by }) => {
      if (!deviceLog.unknownDevice(mac)) throw new ApiError("NotFound")
      const device = await service.create({ ...body, mac }, by)
      deviceLog.forgetUnknown(mac)
      return view(device)
    }),

    handle(devices.forgetUnknown, ({ params: { mac } }) => {
      if (!deviceLog.unknownDevice(mac)) throw new ApiError("NotFound")
      deviceLog.forgetUnknown(mac)
      return {}
    }),
  ]
}

/** A code made of a URL whose token nobody can read back would lead nowhere. */
function withoutDottedCode<T extends { readonly ok: boolean; readonly qr?: string | undefined }>(provided: T): T {
  return provided.qr?.includes(dots) ? { ...provided, qr: undefined } : provided
}
