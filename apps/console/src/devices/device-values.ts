/** What the form of a device holds, and what of it is sent. */
import {
  type Device,
  type DeviceChange,
  type DeviceTransport,
  deviceFields,
  type Locale,
  normalizedMac,
} from "@homeport/contract"
import { checkedBy, type Problems } from "../form/check.ts"

export type DeviceValues = {
  /** Empty: not chosen yet. */
  readonly model: string
  /** Empty: whichever. */
  readonly generation: string
  /** As it is typed; empty: not known yet. */
  readonly mac: string
  readonly transport: DeviceTransport
  readonly language: Locale
}

export const newDeviceValues = (language: Locale): DeviceValues => ({
  model: "",
  generation: "",
  mac: "",
  transport: "udp",
  language,
})

export const deviceValues = (device: Device): DeviceValues => ({
  model: device.model,
  generation: device.generation ?? "",
  mac: device.mac === null ? "" : macText(device.mac),
  transport: device.transport,
  language: device.language,
})

/** All of it, as the contract has it. */
export function deviceBody({ model, generation, mac, transport, language }: DeviceValues) {
  return {
    model,
    generation: generation === "" ? null : generation,
    mac: mac.trim() === "" ? null : mac,
    transport,
    language,
  }
}

export function deviceChangeOf(values: DeviceValues, changed: readonly (keyof DeviceValues)[]): DeviceChange {
  const body = deviceBody(values)
  return Object.fromEntries(changed.map((name) => [name, body[name]]))
}

/** By the contract's rules, each field by itself: what there is no model of, only the server knows. */
export function deviceProblems(values: DeviceValues): Problems {
  const body = deviceBody(values)
  const { model, mac } = deviceFields
  return { ...checkedBy(model, body.model, () => "model"), ...checkedBy(mac, body.mac, () => "mac") }
}

/** "00:15:65:AA:BB:CC", as it stands on the device. */
export const macText = (mac: string): string => (normalizedMac(mac).match(/../g) ?? [mac]).join(":").toUpperCase()
