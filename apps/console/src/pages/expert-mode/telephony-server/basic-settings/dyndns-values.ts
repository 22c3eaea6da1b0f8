/** The DynDNS settings between the form and the contract: what is typed, what is sent. */
import { type DyndnsSettingsView, dyndnsDefaults, dyndnsSettings } from "@homeport/contract"
import { numberOrNull, shownNumber, textOrNull } from "../../../../form/text-values.ts"

export const toValues = (settings: DyndnsSettingsView) => ({
  hostName: settings.hostName ?? "",
  updatedBy: settings.updatedBy,
  provider: settings.provider,
  updateUrl: settings.updateUrl,
  userName: settings.userName,
  password: "",
  refreshDays: shownNumber(settings.refreshDays),
})

export type DynDnsValues = ReturnType<typeof toValues>

/** An empty password is left out: the stored one stays. */
export function toBody(values: DynDnsValues) {
  const { hostName, updatedBy, provider, password } = values
  const homeport = updatedBy === "homeport"
  return {
    hostName: textOrNull(hostName),
    updatedBy,
    provider,
    updateUrl: values.updateUrl.trim(),
    userName: values.userName.trim(),
    refreshDays: homeport ? numberOrNull(values.refreshDays) : days(values.refreshDays),
    ...(homeport && password !== "" && { password }),
  }
}

/** Of a field that is not shown: nothing in it may keep the others from being applied. */
function days(text: string): number | null {
  const typed = numberOrNull(text)
  return typed === null || dyndnsSettings.safeParse({ ...dyndnsDefaults, refreshDays: typed }).success
    ? typed
    : dyndnsDefaults.refreshDays
}
