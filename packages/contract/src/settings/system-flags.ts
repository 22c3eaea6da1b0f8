/** Basic Settings ▸ System ▸ System Flags: exactly those of the guide (§9.1.1), in its order and states. */
import * as z from "zod/mini"
import { type FieldProblems, obeys } from "../field-problem.ts"
import { code, flag } from "../primitives.ts"
import { listenErrors, settingsPage } from "./page.ts"

/** In the order of the page. */
export const systemFlagNames = [
  "automaticRedial",
  "voiceMailNodeCallNumber",
  "callPickupAfterAutomaticRecall",
  "configurableClip",
  "callerListAtDestination",
  "callForwardingAfterDeflect",
  "followCallManagement",
  "warningToneDuringRecording",
  "callingNumberInGroups",
  "speSupport",
  "speAdvisoryTone",
  "sipProviderTransit",
  "transparentDialing",
  "seizureCodeForMex",
  "cmiMwiRinger",
] as const
export type SystemFlagName = (typeof systemFlagNames)[number]

/** What really changes something in Homeport; the others are kept for the day that they do. */
export const effectiveFlags: ReadonlySet<string> = new Set<SystemFlagName>(["speSupport"])

const shape = z.strictObject({
  automaticRedial: flag,
  voiceMailNodeCallNumber: flag,
  callPickupAfterAutomaticRecall: flag,
  configurableClip: flag,
  callerListAtDestination: flag,
  callForwardingAfterDeflect: flag,
  followCallManagement: flag,
  warningToneDuringRecording: flag,
  callingNumberInGroups: flag,
  /** TLS on `SIP_TLS_SUB_EXT` and `SIP_TLS_SUB`, when the rest is there as well (spe.ts). */
  speSupport: flag,
  speAdvisoryTone: flag,
  sipProviderTransit: flag,
  transparentDialing: flag,
  seizureCodeForMex: flag,
  cmiMwiRinger: flag,
  /** Open numbering scheme ▸ active. */
  openNumbering: flag,
  /** Digits; null: none. Only with `openNumbering`. */
  nodeCallNumber: z.nullable(
    z
      .string(code("WrongType"))
      .check(z.minLength(1, code("Required")), z.maxLength(8, code("TooLong")), z.regex(/^[0-9]*$/, code("NotDigits"))),
  ),
  /** Transit permission ▸ Feature transit. */
  featureTransit: flag,
})
export type SystemFlags = z.infer<typeof shape>

export function systemFlagsRules({ openNumbering, nodeCallNumber }: SystemFlags): FieldProblems {
  if (openNumbering && nodeCallNumber === null) return { nodeCallNumber: { code: "Required" } }
  if (!openNumbering && nodeCallNumber !== null) return { nodeCallNumber: { code: "OpenNumberingOff" } }
  return {}
}

export const systemFlagsSettings = shape.check(obeys(systemFlagsRules))

/** SPE support is off until somebody who has a certificate ticks it. */
export const systemFlagsDefaults: SystemFlags = {
  automaticRedial: false,
  voiceMailNodeCallNumber: false,
  callPickupAfterAutomaticRecall: false,
  configurableClip: true,
  callerListAtDestination: false,
  callForwardingAfterDeflect: false,
  followCallManagement: false,
  warningToneDuringRecording: true,
  callingNumberInGroups: true,
  speSupport: false,
  speAdvisoryTone: true,
  sipProviderTransit: false,
  transparentDialing: false,
  seizureCodeForMex: false,
  cmiMwiRinger: false,
  openNumbering: false,
  nodeCallNumber: null,
  featureTransit: true,
}

export const systemFlags = settingsPage("system-flags", systemFlagsSettings, listenErrors)
