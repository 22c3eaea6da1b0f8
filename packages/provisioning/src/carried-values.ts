/**
 * What no file, no sheet and no code can carry: a value that would end its line or its element, or that a phone would read back
 * as another. It is refused with its field named, so that no broken file is ever written.
 */
import type { Field } from "./rendering.ts"
import type { StationProfile } from "./station-profile.ts"

/** Every word of the profile that is not ours, under its field. */
export function valuesOf(profile: StationProfile): [Field, string][] {
  const optional: [Field, string | undefined][] = [
    ["password", profile.password],
    ["secondServer", profile.secondServer?.host],
    ["stun", profile.stun?.host],
    ["provisioningUrl", profile.provisioningUrl],
  ]
  return [
    ["callNumber", profile.callNumber],
    ["name", profile.name],
    ["sipUserId", profile.sipUserId],
    ["realm", profile.realm],
    ["server", profile.server.host],
    ...optional.flatMap(([field, value]): [Field, string][] => (value === undefined ? [] : [[field, value]])),
    ...profile.authorities.flatMap(({ url }): [Field, string][] => (url === undefined ? [] : [["authority", url]])),
  ]
}

/**
 * Control characters, halves of surrogate pairs and the noncharacters that XML forbids (XML 1.0 §2.2) go nowhere. A blank at either
 * end is cut off by some phones and seen by nobody on paper. A host or an address with a blank or a quote in it is none.
 */
export function carriedAnywhere(value: string, field: Field): boolean {
  if (!value.isWellFormed() || /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/.test(value)) return false
  if (value === "" || value !== value.trim()) return false
  switch (field) {
    case "callNumber":
      return /^[0-9]+$/.test(value)
    case "server":
    case "secondServer":
    case "stun":
      return /^[a-z0-9.-]+$/i.test(value)
    case "provisioningUrl":
    case "authority":
      return /^https?:\/\/[^\s"'<>\\^`{|}]+$/.test(value)
    default:
      return true
  }
}
