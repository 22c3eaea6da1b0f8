/** Port Management between the form and the contract. */
import type { PortManagementSettings } from "@homeport/contract"
import { numberIn, numberOrNull, shownNumber } from "../../../../form/text-values.ts"

export type PortValues = ReturnType<typeof portValues>

export const portValues = (settings: PortManagementSettings) => ({
  sipExt: String(settings.sipExt),
  sipTlsSubExt: String(settings.sipTlsSubExt),
  sip: String(settings.sip),
  sipTlsSipq: String(settings.sipTlsSipq),
  sipTlsSub: String(settings.sipTlsSub),
  rtpFrom: String(settings.rtpFrom),
  rtpTo: String(settings.rtpTo),
  sipExtUdpAtRouter: shownNumber(settings.sipExtUdpAtRouter),
  rtpForwarded: settings.rtpForwarded,
})

export const portBody = (values: PortValues) => ({
  sipExt: numberIn(values.sipExt),
  sipTlsSubExt: numberIn(values.sipTlsSubExt),
  sip: numberIn(values.sip),
  sipTlsSipq: numberIn(values.sipTlsSipq),
  sipTlsSub: numberIn(values.sipTlsSub),
  rtpFrom: numberIn(values.rtpFrom),
  rtpTo: numberIn(values.rtpTo),
  sipExtUdpAtRouter: numberOrNull(values.sipExtUdpAtRouter),
  rtpForwarded: values.rtpForwarded,
})
