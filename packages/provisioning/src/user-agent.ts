/**
 * What a phone says of itself in User-Agent, over HTTP or SIP. It is text that anybody can send: it chooses a file and a
 * badge, and never gives anybody a secret.
 */
import { type Device, devices, type Generation } from "./devices.ts"
import { normalizedMac } from "./mac.ts"

export interface UserAgent {
  /** "Yealink", also where the phone leaves it out. */
  readonly maker: string
  /** Without "SIP-" before it: "T41P", "T19P_E2". */
  readonly model: string
  readonly firmware?: string | undefined
  /** Twelve hex digits in lower case. */
  readonly mac?: string | undefined
}

/** Undefined: a maker that is not known here, or no phone at all. */
export function parseUserAgent(text: string): UserAgent | undefined {
  // A header field may be long; what a phone says of itself is not.
  const said = text.slice(0, longest).trim()
  for (const [maker, pattern] of patterns) {
    const { model, firmware, mac } = pattern.exec(said)?.groups ?? {}
    if (model !== undefined)
      return { maker, model: model.trim(), firmware: firmware || undefined, mac: mac ? normalizedMac(mac) : undefined }
  }
  return undefined
}

/** The device of the catalogue that calls itself so; undefined for a model that has no row. */
export function deviceOf({ maker, model }: UserAgent): Device | undefined {
  return devices.find((device) => device.maker === maker && device.userAgentModel?.test(model))
}

/** The generation whose file this firmware reads; undefined: the device has but one, or the number tells nothing. */
export function generationOf(device: Device, firmware: string): Generation | undefined {
  if (device.maker !== "Yealink") return undefined
  const [, second] = numbersOf(firmware)
  if (second === undefined) return undefined
  const generation: Generation = second >= 81 ? "v81" : second === 80 ? "v80" : "v72"
  return device.generations.includes(generation) ? generation : undefined
}

/**
 * What the guide says of this firmware on this device (guide §4). "tested": the one it names. "excluded": one of those that it says cannot
 * be used. "newer": of a later generation, which carries the function but was not tested. "unknown": the guide is silent.
 */
export function firmwareVerdict(device: Device, firmware: string): "tested" | "excluded" | "newer" | "unknown" {
  const { guide } = device
  if (!guide) return "unknown"
  if (firmware === guide.tested) return "tested"
  if (guide.othersExcluded !== undefined && firmware.startsWith(guide.othersExcluded)) return "excluded"
  if (guide.carriedFrom === undefined) return "unknown"
  const [hardware, release] = numbersOf(firmware)
  const [sameHardware, from] = numbersOf(guide.carriedFrom)
  return hardware === sameHardware && release !== undefined && from !== undefined && release >= from
    ? "newer"
    : "unknown"
}

/** "36.72.0.57": 36, 72, 0, 57; empty unless it is numbers and dots. */
function numbersOf(version: string): number[] {
  return /^\d{1,5}(\.\d{1,5})*$/.test(version) ? version.split(".").map(Number) : []
}

const longest = 512
const mac = "(?<mac>(?:[0-9a-f]{2}[:-]?){5}[0-9a-f]{2})"
const version = "(?<firmware>\\d[\\d.]*)"

/** Tried from top to bottom. No pattern can run long: none repeats what another part of it may take as well. */
const patterns: readonly (readonly [string, RegExp])[] = [
  // "Yealink SIP-T41P 36.72.0.1 00:15:65:53:83:22", "Yealink SIP VP-T49G 51.80.0.10 …", "Yealink-T46G 28.71.0.81 28.1.0.128.0.0.0"
  ["Yealink", new RegExp(`^Yealink[\\s-]+(?:SIP(?:\\s+VP)?-)?(?<model>\\w+)\\s+${version}(?:\\s+${mac}\\b)?`, "i")],
  // "W52P 25.30.0.2 …": the bases leave out who made them.
  ["Yealink", new RegExp(`^(?<model>W\\d\\d[A-Z]{1,2}|VP530P?)\\s+${version}(?:\\s+${mac}\\b)?`, "i")],
  // "Mozilla/4.0 (compatible; snomD785-SIP 10.1.33.33 2010.12-00004-g9ba52f5 000413922D24 SXM:0 UXM:0)", "snomD785/10.1.33.33"
  ["Snom", new RegExp(`\\bsnom(?<model>\\w+)-SIP\\s+${version}(?:\\s(?:[^;)]*?\\s)??${mac}\\b)?`, "i")],
  ["Snom", new RegExp(`^snom(?<model>\\w+)/${version}`, "i")],
  // "Grandstream Model HW GXV3240 V1.6B SW 1.0.1.27 DevId 000b82632815", "Grandstream GRP2614 1.0.5.15"
  [
    "Grandstream",
    new RegExp(
      `^Grandstream\\s+Model\\s+HW\\s+(?<model>\\w+)(?:\\s+V\\S+)?\\s+SW\\s+${version}(?:\\s+DevId\\s+${mac}\\b)?`,
      "i",
    ),
  ],
  ["Grandstream", new RegExp(`^Grandstream\\s+(?<model>\\w+)\\s+${version}`, "i")],
  // "Fanvil X6U Pro 0.0.10 0c383e2cd782", "Fanvil X5U-V2 2.12.16.17 0c383e557eb1"
  ["Fanvil", new RegExp(`^Fanvil\\s+(?<model>[\\w-]+(?: Pro)?)\\s+${version}(?:\\s+${mac}\\b)?`, "i")],
  // "Gigaset N870 IP PRO/83.V2.11.0+build.a546b91;7C2F80E0D605", "N510 IP PRO/42.258.00.000.000"
  ["Gigaset", new RegExp(`^(?:Gigaset\\s+)?(?<model>[A-Z]\\d{3}\\w* IP PRO)/(?<firmware>[\\w.+]+)(?:;${mac})?`, "i")],
  // "LinphoneAndroid/5.2.1 (Pixel) LinphoneSDK/5.3.0", "Linphone-Desktop/5.2.2", "Linphonec/5.1.65"
  ["Linphone", new RegExp(`^(?<model>Linphone[a-z-]*)/${version}`, "i")],
  // "baresip v1.0.0 (x86_64/linux)"
  ["baresip", new RegExp(`^(?<model>baresip)\\s+v?${version}`, "i")],
]
