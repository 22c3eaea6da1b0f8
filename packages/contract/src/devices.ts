/** Basic Settings ▸ Phone Parameter Deployment: the devices of the stations, their files, links and fetches. */
import * as z from "zod/mini"
import {
  device,
  deviceChange,
  deviceFetch,
  deviceFields,
  deviceModel,
  deviceTransports,
  httpsRefusals,
  isMacAddress,
  newDevice,
  normalizedMac,
  provision,
  unknownDevice,
} from "./device.ts"
import { endpoint } from "./endpoint.ts"
import { choice, code, listFields, listQuery, moment, nothing, page, text, whole, wholeInText } from "./primitives.ts"

const byId = z.strictObject({ id: wholeInText(1, 2 ** 31) })
const byMac = z.strictObject({
  mac: z
    .string()
    .check(z.maxLength(40, code("NotAMac")), z.overwrite(normalizedMac), z.refine(isMacAddress, code("NotAMac"))),
})

/** How many devices one request may name. */
export const mostDevicesAtOnce = 1000

const several = z
  .array(z.number(code("NotANumber")), code("WrongType"))
  .check(z.minLength(1, code("Required")), z.maxLength(mostDevicesAtOnce, code("TooMany")))

/** For how long a link answers: at most a year, for phones that ask again every night. */
export const linkLimits = { hours: 24 * 366, fetches: 1000 } as const

const opening = {
  hours: z._default(whole(1, linkLimits.hours), 24),
  /** Deliveries of the device's own file; what it asks for beside that does not count. */
  fetches: z._default(whole(1, linkLimits.fetches), 5),
}

/** Shown once: nobody can read it back. */
export const openedLink = z.strictObject({
  id: z.number(),
  /** What is entered at the device, over HTTPS; null: the phones' listener is off, or the device speaks no TLS 1.2. */
  url: z.nullable(z.string()),
  /** The same over plain HTTP, in the office alone; null: the staging listener is off. */
  stagingUrl: z.nullable(z.string()),
  /** Where the URL alone will not do: staging or the sheet comes first. */
  refusesHttps: z.nullable(z.enum(httpsRefusals)),
  /** What its QR code holds; null: it reads none. */
  qr: z.nullable(z.string()),
  opensUntil: moment,
  fetchesLeft: z.number(),
})
export type OpenedLink = z.infer<typeof openedLink>

const linkErrors = ["NotFound", "PhonesOff", "PublicNameUnknown", "DeviceNeedsStaging", "DeviceNotServed"] as const

export const devices = {
  list: endpoint({
    method: "GET",
    path: "/api/devices",
    summary: "The devices of all stations, or of one",
    role: "basic",
    query: z.strictObject({
      ...listFields(["callNumber", "name", "model", "mac", "lastFetch"]),
      /** Index of a station. */
      station: z.optional(wholeInText(1, 1_000_000)),
      /** Indexes of up to 100 stations, with commas between them: what one page of a list of stations asks for. */
      stations: z.optional(z.string().check(z.regex(/^[1-9]\d{0,6}(,[1-9]\d{0,6}){0,99}$/, code("WrongType")))),
    }),
    response: page(device),
    errors: [],
  }),
  create: endpoint({
    method: "POST",
    path: "/api/devices",
    summary: "Give a station a device",
    role: "enhanced",
    body: newDevice,
    response: device,
    status: 201,
    errors: ["TooManyDevices"],
  }),
  createSeveral: endpoint({
    method: "POST",
    path: "/api/devices/several",
    summary: "Give several stations a device of the same model: all of them or none",
    role: "enhanced",
    body: z.strictObject({
      /** Indexes. */
      stations: several,
      model: deviceFields.model,
      generation: z._default(deviceFields.generation, null),
      transport: z._default(deviceFields.transport, "udp"),
      language: z._default(deviceFields.language, "en"),
    }),
    response: z.strictObject({ items: z.array(device) }),
    status: 201,
    errors: ["TooManyDevices"],
  }),
  removeSeveral: endpoint({
    method: "POST",
    path: "/api/devices/remove",
    summary: "Take several devices away: all of them or none",
    role: "enhanced",
    body: z.strictObject({ ids: several }),
    response: nothing,
    errors: ["NotFound"],
  }),
  read: endpoint({
    method: "GET",
    path: "/api/devices/:id",
    summary: "One device",
    role: "basic",
    params: byId,
    response: device,
    versioned: true,
    errors: ["NotFound"],
  }),
  change: endpoint({
    method: "PATCH",
    path: "/api/devices/:id",
    summary: "Change one device; what is absent stays. Another model or MAC address closes its link",
    role: "enhanced",
    params: byId,
    body: deviceChange,
    response: device,
    versioned: true,
    errors: ["NotFound"],
  }),
  remove: endpoint({
    method: "DELETE",
    path: "/api/devices/:id",
    summary: "Take one device away; its link closes, its station stays",
    role: "enhanced",
    params: byId,
    response: nothing,
    versioned: true,
    errors: ["NotFound"],
  }),
  provision: endpoint({
    method: "GET",
    path: "/api/devices/:id/provision",
    summary: "The files, sheet and QR code of a device with dots for its secrets, or why it gets none",
    role: "basic",
    params: byId,
    response: provision,
    errors: ["NotFound"],
  }),
  reveal: endpoint({
    method: "POST",
    path: "/api/devices/:id/reveal",
    summary: "The same with its secrets; that it was asked for is an event",
    role: "enhanced",
    params: byId,
    response: provision,
    errors: ["NotFound"],
  }),
  file: endpoint({
    method: "GET",
    path: "/api/devices/:id/file",
    summary: "The device's own file with its secrets; that it was asked for is an event",
    role: "enhanced",
    params: byId,
    response: nothing,
    file: "application/octet-stream",
    errors: ["NotFound", "DeviceNotServed"],
  }),
  openLink: endpoint({
    method: "POST",
    path: "/api/devices/:id/link",
    summary: "Make the device's URL, which ends the one before it: it opens for so many hours and fetches",
    role: "enhanced",
    params: byId,
    body: z.strictObject(opening),
    response: openedLink,
    status: 201,
    errors: linkErrors,
  }),
  openLinks: endpoint({
    method: "POST",
    path: "/api/devices/links",
    summary: "Make the URLs of several devices: all of them or none",
    role: "enhanced",
    body: z.strictObject({ ids: several, ...opening }),
    response: z.strictObject({ items: z.array(openedLink) }),
    status: 201,
    errors: linkErrors,
  }),
  closeLink: endpoint({
    method: "DELETE",
    path: "/api/devices/:id/link",
    summary: "Close the device's URL for ever",
    role: "enhanced",
    params: byId,
    response: device,
    errors: ["NotFound"],
  }),
  sheets: endpoint({
    method: "POST",
    path: "/api/devices/sheets",
    summary: "Several devices with their secrets, for printing; that it was asked for is an event",
    role: "enhanced",
    body: z.strictObject({ ids: several }),
    response: z.strictObject({ items: z.array(z.strictObject({ device, provision })) }),
    errors: ["NotFound"],
  }),
  preview: endpoint({
    method: "GET",
    path: "/api/device-preview",
    summary:
      "What a station's device would get, with dots for its secrets, or why it would get nothing: before it is stored",
    role: "basic",
    query: z.strictObject({
      station: wholeInText(1, 1_000_000),
      model: deviceFields.model,
      generation: z.optional(text(1, 64)),
      transport: z._default(choice(deviceTransports), "udp"),
    }),
    response: provision,
    errors: [],
  }),
  models: endpoint({
    method: "GET",
    path: "/api/device-models",
    summary: "The devices that Homeport has files or sheets for",
    role: "basic",
    response: z.strictObject({ items: z.array(deviceModel) }),
    errors: [],
  }),
  fetches: endpoint({
    method: "GET",
    path: "/api/device-fetches",
    summary: "The newest fetches, served and refused, newest first",
    role: "basic",
    query: z.strictObject({
      ...listFields(["at"]),
      device: z.optional(wholeInText(1, 2 ** 31)),
      outcome: z._default(choice(["all", "served", "refused"]), "all"),
    }),
    response: page(deviceFetch),
    errors: [],
  }),
  unknown: endpoint({
    method: "GET",
    path: "/api/unknown-devices",
    summary: "Phones that asked for settings without a link and are no device yet",
    role: "basic",
    query: listQuery(["lastAt", "firstAt", "mac", "times"]),
    response: page(unknownDevice),
    errors: [],
  }),
  bindUnknown: endpoint({
    method: "POST",
    path: "/api/unknown-devices/:mac/bind",
    summary: "Make an unknown phone the device of a station",
    role: "enhanced",
    params: byMac,
    body: z.strictObject({
      station: deviceFields.station,
      model: deviceFields.model,
      generation: z._default(deviceFields.generation, null),
      transport: z._default(deviceFields.transport, "udp"),
      language: z._default(deviceFields.language, "en"),
    }),
    response: device,
    status: 201,
    errors: ["NotFound", "TooManyDevices"],
  }),
  forgetUnknown: endpoint({
    method: "DELETE",
    path: "/api/unknown-devices/:mac",
    summary: "Forget an unknown phone, until it asks again",
    role: "enhanced",
    params: byMac,
    response: nothing,
    errors: ["NotFound"],
  }),
}
