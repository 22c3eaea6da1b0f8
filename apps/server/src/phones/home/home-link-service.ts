/**
 * One-time links for the people who have a device at home.
 *
 *   made ──▶ waiting ──button──▶ open, to one browser ──30 minutes──▶ over
 *               ├──────────────── its time is over ────────────────────▲
 *               └─── an administrator closes it, also while it is open ──▶ closed
 *
 * Looking at a waiting link spends nothing: link previews, scanners of mails and crawlers look, too. The button does, and binds the
 * link to the cookie of the browser that pressed it. Whoever else comes, or comes too late, hears what a wrong token hears; why, is a
 * line in the log.
 */
import { timingSafeEqual } from "node:crypto"
import { type HomeLink, homePageMinutes, type OpenedHomeLink, translate } from "@homeport/contract"
import type { HomeLinkState, HomeLinks } from "@homeport/store"
import type { FastifyBaseLogger } from "fastify"
import { gmt } from "../../certificates/gmt.ts"
import type { EventRecorder } from "../../core/event-recorder.ts"
import { browserName } from "../../http/browser-name.ts"
import { ApiError } from "../../http/errors.ts"
import type { TopicStream } from "../../http/topic-stream.ts"
import { hashOf, newToken } from "../link-token.ts"
import type { PhonesUrls } from "../phones-urls.ts"
import type { HomeAuthority, HomeDevice, HomeDevices, HomeSettings } from "./home-devices.ts"

export interface HomeLinkService {
  /** Throws `ApiError` when the page could not be reached, or would not help. */
  open(device: number, terms: HomeLinkTerms, by: string): OpenedHomeLink
  close(device: number, by: string): void
  viewOf(device: number): HomeLink | null
  /** Somebody looks; undefined: there is nothing for them. */
  look(visitor: Visitor): Look | undefined
  /** Somebody presses the button; undefined: there is nothing for them. */
  press(visitor: Visitor): Press | undefined
}

export interface HomeLinkTerms {
  readonly hours: number
}

export interface Visitor {
  readonly token: string
  /** The cookie that `look` was answered with; undefined: there came none. */
  readonly browser: string | undefined
  readonly address: string
  readonly userAgent: string
}

export type Look = WaitingLook | OpenLook

export interface WaitingLook {
  readonly kind: "waiting"
  readonly device: HomeDevice
}

export interface OpenLook {
  readonly kind: "open"
  readonly device: HomeDevice
  /** Whole minutes, at least one. */
  readonly minutesLeft: number
  /** undefined: something was changed since, and there are none at the moment. */
  readonly settings: HomeSettings | undefined
  /** What its QR code holds; undefined: it reads none. */
  readonly qr: string | undefined
  /** Whom it must trust; undefined: nobody, the connection is not encrypted. */
  readonly authority: HomeAuthority | undefined
}

export type Press =
  | { readonly kind: "opened" }
  /** Nothing was spent. */
  | { readonly kind: "refused"; readonly reason: "cookies" | "notReady"; readonly look: WaitingLook }

export interface HomeLinkServiceOptions {
  readonly links: HomeLinks
  readonly devices: HomeDevices
  readonly phones: Pick<PhonesUrls, "officeBase" | "publicBase">
  readonly events: Pick<EventRecorder, "record">
  readonly stream: Pick<TopicStream, "publish">
  readonly logger: Pick<FastifyBaseLogger, "info">
  readonly now: () => number
}

export function createHomeLinkService(options: HomeLinkServiceOptions): HomeLinkService {
  const { links, devices, phones, events, stream, logger, now } = options
  /** By the hash of the link's token. Only in memory: after a restart the next look makes another. */
  const codes = new Map<string, string | undefined>()

  const known = (id: number): HomeDevice => {
    const device = devices.find(id)
    if (!device) throw new ApiError("NotFound")
    return device
  }

  function changed(id: number): void {
    stream.publish("devices", [String(id)])
    for (const tokenHash of codes.keys()) {
      const link = links.withToken(tokenHash)?.link
      if (!link || stateOf(link, now()) !== "open") codes.delete(tokenHash)
    }
  }

  /** What this visitor may see; one and the same work whether there is a link or not. */
  function find({ token, browser = "", address }: Visitor) {
    const browserHash = hashOf(browser)
    const found = links.withToken(hashOf(token))
    const device = found && devices.find(found.device)
    if (!found || !device) return refuse("unknown", address, undefined)
    const reason = refusalOf(found.link, browserHash, now())
    return reason ? refuse(reason, address, device) : { ...found, device, browserHash }
  }

  function refuse(reason: Refusal, address: string, device: HomeDevice | undefined): undefined {
    const code = `device.home-link-refused.${reason}` as const
    const params = { address, model: device?.modelName ?? "", callNumber: device?.callNumber ?? "" }
    logger.info({ address, reason, device: device?.id }, translate("en", `event.${code}`, params))
    events.record({ code, params, alike: `${device?.id} ${address}` })
  }

  function qrOf(link: HomeLinkState, { id, readsQr }: HomeDevice): string | undefined {
    if (!readsQr) return undefined
    if (!codes.has(link.tokenHash)) codes.set(link.tokenHash, devices.openLink(id)?.qr ?? undefined)
    return codes.get(link.tokenHash)
  }

  return {
    open(id, { hours }, by) {
      const device = known(id)
      if (!device.atHome) throw new ApiError("StationNotAtHome")
      if (!devices.settings(id)) throw new ApiError("DeviceNotServed")
      if (phones.officeBase() === undefined) throw new ApiError("PhonesOff")
      const url = phones.publicBase()
      if (url === undefined) throw new ApiError("PublicNameUnknown")
      const token = newToken()
      const madeAt = now()
      const opensUntil = madeAt + hours * 3_600_000
      links.put(id, { tokenHash: hashOf(token), madeAt, opensUntil, closedAt: undefined, opened: undefined })
      events.record({
        code: "device.home-link-made",
        params: { by, ...wordsOf(device), until: gmt(opensUntil) },
      })
      changed(id)
      return { url: `${url}/h/${token}`, opensUntil: new Date(opensUntil).toISOString() }
    },

    close(id, by) {
      const device = known(id)
      const link = links.of(id)
      if (!link || stateOf(link, now()) === "over" || link.closedAt !== undefined) return
      links.put(id, { ...link, closedAt: now() })
      events.record({ code: "device.home-link-closed", params: { by, ...wordsOf(device) } })
      changed(id)
    },

    viewOf(id) {
      const link = links.of(id)
      return link ? viewOf(link, now()) : null
    },

    look(visitor) {
      const found = find(visitor)
      if (!found) return undefined
      const { link, device } = found
      if (!link.opened) return { kind: "waiting", device }
      const settings = devices.settings(device.id)
      return {
        kind: "open",
        device,
        minutesLeft: Math.ceil((link.opened.at + shownFor - now()) / 60_000),
        settings,
        qr: settings && qrOf(link, device),
        authority: device.overTls ? devices.authority() : undefined,
      }
    },

    press(visitor) {
      const found = find(visitor)
      if (!found) return undefined
      const { link, device, browserHash } = found
      // Pressed twice.
      if (link.opened) return { kind: "opened" }
      const look: WaitingLook = { kind: "waiting", device }
      if (visitor.browser === undefined) return { kind: "refused", reason: "cookies", look }
      if (!devices.settings(device.id)) return { kind: "refused", reason: "notReady", look }
      const { address } = visitor
      const userAgent = visitor.userAgent.slice(0, longestUserAgent)
      links.put(device.id, { ...link, opened: { at: now(), address, userAgent, browserHash } })
      events.record({
        code: "device.home-link-opened",
        params: { ...wordsOf(device), address, browser: browserName(userAgent) || "–" },
      })
      changed(device.id)
      return { kind: "opened" }
    },
  }
}

const wordsOf = ({ modelName, callNumber }: HomeDevice) => ({ model: modelName, callNumber })

function viewOf(link: HomeLinkState, at: number): HomeLink {
  const { madeAt, opensUntil, opened } = link
  return {
    madeAt: new Date(madeAt).toISOString(),
    opensUntil: new Date(opensUntil).toISOString(),
    state: stateOf(link, at),
    opened: opened
      ? { at: new Date(opened.at).toISOString(), address: opened.address, browser: browserName(opened.userAgent) }
      : null,
  }
}

function stateOf({ opened, opensUntil, closedAt }: HomeLinkState, at: number): HomeLink["state"] {
  if (closedAt !== undefined) return "closed"
  if (!opened) return at < opensUntil ? "waiting" : "over"
  return at < opened.at + shownFor ? "open" : "over"
}

/** "expired": nobody opened it in time. "used": its one browser has had its time. "unknown": also one that a newer link has replaced. */
type Refusal = "unknown" | "closed" | "expired" | "used" | "other-browser"

/** undefined: the visitor may see it. */
function refusalOf(link: HomeLinkState, browserHash: string, at: number): Refusal | undefined {
  switch (stateOf(link, at)) {
    case "closed":
      return "closed"
    case "over":
      return link.opened ? "used" : "expired"
    case "open":
      return isBrowserOf(link, browserHash) ? undefined : "other-browser"
    case "waiting":
      return undefined
  }
}

function isBrowserOf({ opened }: HomeLinkState, browserHash: string): boolean {
  return opened !== undefined && timingSafeEqual(Buffer.from(opened.browserHash), Buffer.from(browserHash))
}

const shownFor = homePageMinutes * 60_000
const longestUserAgent = 300
