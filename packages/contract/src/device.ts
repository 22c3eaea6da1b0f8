/**
 * A device: the phone or app of a station, and what is known of it. Its settings files are made of the station's own settings
 * (provisioning); here stands only which device it is, how it may fetch them, and what it fetched.
 */
import * as z from "zod/mini"
import { locales } from "./catalogue/catalogue.ts"
import { homeLink } from "./home-links.ts"
import { choice, code, endpointAddress, moment, text, whole } from "./primitives.ts"

export const deviceTransports = ["udp", "tcp", "tls"] as const
export type DeviceTransport = (typeof deviceTransports)[number]

/**
 * What a firmware is to the guide: "tested" names it, "excluded" says that it does not work, "newer" is of a later generation, which carries
 * the function and was not tested; "unknown": it speaks of neither.
 */
export const firmwareVerdicts = ["tested", "excluded", "newer", "unknown"] as const
export type FirmwareVerdict = (typeof firmwareVerdicts)[number]

/** 12 lower-case hexadecimal digits of a spelling that people or phones use: 00:15:65:AA:BB:CC, 00-15-…, 0015.65aa.bbcc. */
export const normalizedMac = (typed: string): string =>
  typed
    .trim()
    .replace(/[\s:.-]/g, "")
    .toLowerCase()

/** Of one device: neither a group's address (IEEE 802: the lowest bit of the first octet) nor all zeros. */
export const isMacAddress = (mac: string): boolean => /^[0-9a-f][02468ace][0-9a-f]{10}$/.test(mac) && !/^0+$/.test(mac)

export const macAddress = z
  .string(code("WrongType"))
  .check(z.maxLength(40, code("NotAMac")), z.overwrite(normalizedMac), z.refine(isMacAddress, code("NotAMac")))

/** Each field by itself. Which models there are is the catalogue's (`devices.models`): the server says what is none. */
export const deviceFields = {
  /** Index of its station. */
  station: whole(1, 1_000_000),
  /** Id in the catalogue: "yealink-sip-t41p". */
  model: text(1, 64),
  /** Of the firmware, where the model has several; null: the model has one, or its newest. */
  generation: z.nullable(text(1, 64)),
  /** null: not known yet. A phone that asks through its link brings it along. */
  mac: z.nullable(macAddress),
  transport: choice(deviceTransports),
  /** Of the device's own menus, and of whatever is printed for whoever holds it. */
  language: choice(locales),
}

const verdict = z.nullable(z.enum(firmwareVerdicts))

/** What the device said of itself when it last fetched its own file. */
export const lastFetch = z.strictObject({
  at: moment,
  address: z.string(),
  file: z.string(),
  firmware: z.nullable(z.string()),
  /** As the device calls itself. */
  model: z.nullable(z.string()),
  /** null: it named no firmware. */
  verdict,
  /** Whether password or digest were in what it got. */
  withSecrets: z.boolean(),
})
export type LastFetch = z.infer<typeof lastFetch>

/** The URL itself is shown once, when it is made: only its hash is kept. */
export const deviceLink = z.strictObject({
  opensUntil: moment,
  fetchesLeft: z.number(),
  /** Whether time and fetches are left. */
  open: z.boolean(),
  /** By the first fetch that carried secrets: nobody else is served any more. */
  bound: z.nullable(z.strictObject({ at: moment, mac: z.nullable(z.string()), model: z.nullable(z.string()) })),
})
export type DeviceLink = z.infer<typeof deviceLink>

export const device = z.strictObject({
  id: z.number(),
  station: z.number(),
  /** Of the station. */
  callNumber: z.string(),
  name: z.string(),
  model: z.string(),
  /** As the maker writes it. */
  modelName: z.string(),
  generation: z.nullable(z.string()),
  mac: z.nullable(z.string()),
  transport: z.enum(deviceTransports),
  language: z.enum(locales),
  link: z.nullable(deviceLink),
  /** For the person who has it at home; null: there is none. */
  homeLink: z.nullable(homeLink),
  lastFetch: z.nullable(lastFetch),
  /** Something that stands in its file was changed after it was last fetched. */
  outdated: z.boolean(),
  /** From the User-Agent of the station's registration that looks like this device; null: none. */
  registered: z.nullable(
    z.strictObject({
      source: endpointAddress,
      userAgent: z.string(),
      firmware: z.nullable(z.string()),
      verdict,
    }),
  ),
})
export type Device = z.infer<typeof device>

/** Body of POST: station and model are needed. */
export const newDevice = z.strictObject({
  station: deviceFields.station,
  model: deviceFields.model,
  generation: z._default(deviceFields.generation, null),
  mac: z._default(deviceFields.mac, null),
  transport: z._default(deviceFields.transport, "udp"),
  language: z._default(deviceFields.language, "en"),
})
export type NewDevice = z.input<typeof newDevice>

/** Body of PATCH: only what shall change. Another station is another device. */
const { station: _station, ...changeable } = deviceFields
export const deviceChange = z.exactPartial(z.strictObject(changeable))
export type DeviceChange = z.input<typeof deviceChange>

/**
 * Why a device will not fetch over HTTPS from here. "unknown-authority": it must be given our CA first, which it cannot fetch that
 * way either. "no-tls12": it never will.
 */
export const httpsRefusals = ["unknown-authority", "no-tls12"] as const
export type HttpsRefusal = (typeof httpsRefusals)[number]

/** A model of the catalogue: what it can do, and what a page may offer for it. */
export const deviceModel = z.strictObject({
  id: z.string(),
  maker: z.string(),
  name: z.string(),
  kind: z.enum(["telephone", "app", "software"]),
  /** Of its firmware, oldest first, where they are told apart; empty: one file serves all. */
  generations: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  transports: z.array(z.enum(deviceTransports)),
  /** It has a MAC address, which its file is named after. */
  hasMac: z.boolean(),
  /** It reads its link from a QR code. */
  readsQr: z.boolean(),
  /** Why it will not fetch over HTTPS from this system as it is now; null: nothing is known that speaks against it. */
  refusesHttps: z.nullable(z.enum(httpsRefusals)),
})
export type DeviceModel = z.infer<typeof deviceModel>

const coded = z.strictObject({ code: z.string(), params: z.record(z.string(), z.string()) })

/** What a device gets, or why it gets nothing. Without `reveal`, every secret is dots. */
export const provision = z.discriminatedUnion("ok", [
  z.strictObject({
    ok: z.literal(true),
    /** The device's own file first. Empty: it reads none. */
    files: z.array(z.strictObject({ name: z.string(), mediaType: z.string(), text: z.string() })),
    /** In the order of the device's own pages. */
    sheet: z.array(
      z.strictObject({
        /** In the device's words: never translated. */
        title: z.string(),
        rows: z.array(
          z.strictObject({
            label: z.string(),
            value: z.string(),
            secret: z.boolean(),
            /** To be left as it is. */
            optional: z.boolean(),
          }),
        ),
      }),
    ),
    /** What its QR code holds; null: it reads none. */
    qr: z.nullable(z.string()),
    /** `provisioning.note.<code>`. */
    notes: z.array(coded),
  }),
  z.strictObject({
    ok: z.literal(false),
    /** `provisioning.refusal.<code>`. */
    reason: z.string(),
    params: z.record(z.string(), z.string()),
  }),
])
export type ProvisionView = z.infer<typeof provision>

/** Why a fetch was refused: `provisioning.fetch.<code>`. Whoever asked saw the same 404 every time. */
export const fetchRefusals = [
  /** No link has this token. */
  "unknown-token",
  /** The link's time is over. */
  "expired",
  /** All its fetches are used. */
  "used-up",
  /** It is bound to another MAC address or model. */
  "other-device",
  /** Not a file that this device asks for. */
  "wrong-file",
  /** Asked like a browser, a link preview or a crawler, not like the device. */
  "not-the-device",
  /** Part of a file (Range) was asked for. */
  "part-of-file",
  /** The device cannot do what its station needs: its page says why. */
  "not-served",
  /** A phone that asked without a link. */
  "no-token",
  /** More requests from one address than any phone makes. */
  "too-many",
] as const
export type FetchRefusal = (typeof fetchRefusals)[number]

export const deviceFetch = z.strictObject({
  id: z.number(),
  at: moment,
  /** null: no device of ours could be told from it. */
  device: z.nullable(z.number()),
  callNumber: z.nullable(z.string()),
  address: z.string(),
  /** The file that was asked for; never the token before it. */
  file: z.string(),
  userAgent: z.string(),
  mac: z.nullable(z.string()),
  model: z.nullable(z.string()),
  firmware: z.nullable(z.string()),
  verdict,
  /** null: it was served. */
  refused: z.nullable(z.enum(fetchRefusals)),
  withSecrets: z.boolean(),
})
export type DeviceFetch = z.infer<typeof deviceFetch>

/** A phone that asked for settings without a link, and is no device yet. */
export const unknownDevice = z.strictObject({
  mac: z.string(),
  /** The catalogue's id, where what it calls itself is in there. */
  model: z.nullable(z.string()),
  /** As it calls itself. */
  shownModel: z.nullable(z.string()),
  firmware: z.nullable(z.string()),
  verdict,
  userAgent: z.string(),
  file: z.string(),
  address: z.string(),
  firstAt: moment,
  lastAt: moment,
  times: z.number(),
})
export type UnknownDevice = z.infer<typeof unknownDevice>
