/**
 * A fetch, decided: what is served, or why it is refused. Whoever asks sees one and the same 404; the reason is a line in the log and a
 * row among the fetches.
 *
 *   token ─▶ link open? ─▶ common file? ─▶ looks like the device? ─▶ bound to it? ─▶ its file ─▶ counted, bound, told
 *
 * All of it happens in one turn: of two fetches at once for the last one of a link, one comes second.
 */
import { timingSafeEqual } from "node:crypto"
import { type FetchRefusal, translate } from "@homeport/contract"
import { commonFile, type ProvisioningFile, whatIsAsked } from "@homeport/provisioning"
import type { DeviceLinkState, Store, StoredDevice } from "@homeport/store"
import type { FastifyBaseLogger } from "fastify"
import type { EventRecorder } from "../core/event-recorder.ts"
import type { TopicStream } from "../http/topic-stream.ts"
import { hashOf } from "../phones/link-token.ts"
import { type Judgement, judge, type Request, type Shown, shownBy } from "./asker.ts"
import { type DeviceFiles, modelOf } from "./device-files.ts"

export interface DeviceFetches {
  /** With a link. Undefined: 404. */
  fetch(fetch: Fetch): ProvisioningFile | undefined
  /** Without one: a phone that was set up for another system, or fresh from the box. Never answered. */
  knock(request: Request, address: string): void
  /** It was not even looked at. */
  tooMany(request: Request, address: string): void
}

export interface Fetch extends Request {
  readonly token: string
  readonly address: string
  readonly method: "GET" | "HEAD"
  /** Whether only a part is asked for (Range). */
  readonly part: boolean
  /** Over plain HTTP, in the office. */
  readonly staging: boolean
}

export interface DeviceFetchesOptions {
  readonly store: Pick<Store, "state" | "deviceStates" | "deviceLog">
  readonly files: DeviceFiles
  readonly events: EventRecorder
  readonly stream: Pick<TopicStream, "publish">
  readonly logger: Pick<FastifyBaseLogger, "info">
  readonly now: () => number
}

export function createDeviceFetches(options: DeviceFetchesOptions): DeviceFetches {
  const { store, files, events, stream, logger, now } = options
  const mayLogStranger = atMost(strangersAMinute, now)

  function fetch(asked: Fetch): ProvisioningFile | undefined {
    const found = linkOf(asked.token)
    const device = found && store.state().devices.get(found.device)
    if (!found || !device) return refuse("unknown-token", asked, undefined)
    const { link } = found
    if (link.opensUntil <= now()) return refuse("expired", asked, device)
    if (link.fetchesLeft < 1) return refuse("used-up", asked, device)
    const model = modelOf(device)
    const kind = model.kind === "telephone" ? whatIsAsked(asked.file)?.kind : undefined
    // A boot file that is not there is how a phone learns to go on: no refusal.
    if (kind === "boot") return undefined
    if (kind === "common") return commonFile(asked.file, model.maker)
    const judgement: Judgement = judge(asked, model, device.mac)
    if (judgement !== "the-device") return refuse(judgement, asked, device)
    const shown = shownBy(asked, model)
    if (!isBoundTo(link, shown)) return refuse("other-device", asked, device)
    if (asked.part) return refuse("part-of-file", asked, device)
    return serve(asked, device, link, shown)
  }

  /** The same work whether there is such a link or not. */
  function linkOf(token: string) {
    const hash = hashOf(token)
    const found = store.deviceStates.withToken(hash)
    const same = timingSafeEqual(Buffer.from(hash), Buffer.from(found?.link.tokenHash ?? "0".repeat(hash.length)))
    return found && same ? found : undefined
  }

  function serve(asked: Fetch, device: StoredDevice, link: DeviceLinkState, shown: Shown) {
    const secret = files.secretPrint(device)
    const withSecrets = secret !== undefined && secret !== link.deliveredSecret
    const more = {
      generation: shown.generation,
      mac: shown.mac ?? undefined,
      staging: asked.staging,
      provisioningUrl: files.provisioningUrl(device, asked.token),
    }
    const provided = withSecrets ? files.revealed(device, more) : files.withoutSecrets(device, more)
    const [file] = provided.ok ? provided.files : []
    if (!file) return refuse("not-served", asked, device)
    if (asked.method === "HEAD") return file
    const { mac, model, firmware } = shown
    const at = now()
    const next: DeviceLinkState = {
      ...link,
      fetchesLeft: link.fetchesLeft - 1,
      bound: link.bound ?? (withSecrets ? { at, mac, model } : undefined),
      deliveredSecret: withSecrets ? secret : link.deliveredSecret,
    }
    store.deviceStates.fetched(device.id, next, {
      at,
      address: asked.address,
      file: nameOf(asked),
      firmware,
      model,
      withSecrets,
      content: files.contentPrint(device),
    })
    store.deviceLog.addFetch({ ...rowOf(asked, device, shown, at), refused: null, withSecrets })
    const code = withSecrets ? "device.fetched-secrets" : "device.fetched"
    events.record({ code, params: paramsOf(asked, device) })
    stream.publish("devices", [String(device.id)])
    return file
  }

  function refuse(reason: FetchRefusal, asked: Request & { address: string }, device: StoredDevice | undefined) {
    const at = now()
    const shown = shownBy(asked, device && modelOf(device))
    const code = `device.refused.${reason}` as const
    const params = paramsOf(asked, device)
    logger.info({ address: asked.address, reason, device: device?.id }, translate("en", `event.${code}`, params))
    events.record({ code, params, alike: `${device?.id} ${asked.address}` })
    // Strangers must not push out the rows of our own devices.
    if (device || mayLogStranger())
      store.deviceLog.addFetch({ ...rowOf(asked, device, shown, at), refused: reason, withSecrets: false })
    stream.publish("devices", device ? [String(device.id)] : [])
    return undefined
  }

  function knock(request: Request, address: string): void {
    const asked = whatIsAsked(request.file)
    if (asked?.kind !== "device") return
    const { mac } = asked
    const device = [...store.state().devices.values()].find((each) => each.mac === mac)
    if (!device)
      store.deviceLog.seen({ mac, at: now(), address, file: nameOf(request), userAgent: cut(request.userAgent) })
    refuse("no-token", { ...request, address }, device)
  }

  const paramsOf = (asked: Request & { address: string }, device: StoredDevice | undefined) => ({
    address: asked.address,
    file: nameOf(asked) || "–",
    userAgent: cut(asked.userAgent) || "–",
    model: device ? modelOf(device).model : "",
    callNumber: device ? (store.state().stations.get(device.station)?.callNumber ?? "") : "",
  })

  return { fetch, knock, tooMany: (request, address) => void refuse("too-many", { ...request, address }, undefined) }
}

/** An app has no MAC address, and may not say its name every time. */
function isBoundTo({ bound }: DeviceLinkState, { mac, model }: Shown): boolean {
  if (!bound) return true
  if (bound.mac !== mac) return false
  return bound.model === model || (mac === null && (bound.model === null || model === null))
}

const rowOf = (asked: Request & { address: string }, device: StoredDevice | undefined, shown: Shown, at: number) => ({
  at,
  device: device?.id ?? null,
  address: asked.address,
  file: nameOf(asked),
  userAgent: cut(asked.userAgent),
  mac: shown.mac,
  model: shown.model,
  firmware: shown.firmware,
})

/** The last part of the path, short, and without a token that somebody has put into the wrong place. */
function nameOf({ file }: Request): string {
  const path = file.split("?", 1)[0] ?? ""
  return cut(path.slice(path.lastIndexOf("/") + 1)).replace(/[0-9a-f]{32}/gi, "…")
}

/** Whatever a stranger sends, short and without what no screen shows. */
const cut = (text: string): string => text.replace(/[^\x20-\x7e]/g, "?").slice(0, 120)

const strangersAMinute = 30

function atMost(limit: number, now: () => number): () => boolean {
  let [minute, count] = [0, 0]
  return () => {
    const current = Math.floor(now() / 60_000)
    if (current !== minute) [minute, count] = [current, 0]
    return ++count <= limit
  }
}
