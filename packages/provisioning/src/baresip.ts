/**
 * baresip: one line of its file `accounts`, and over TLS the authorities that it shall trust. What belongs into its `config` differs
 * from machine to machine and stands on the sheet.
 *
 * STUN is for its media alone, and its module has to be loaded; its Contact stays private.
 */
import { hostPort, type SheetRow, type SheetSection } from "./provision.ts"
import type { Field, Renderer } from "./rendering.ts"
import { registration, type StationProfile } from "./station-profile.ts"

export const baresip: Renderer = {
  carries,
  render({ profile }) {
    const { authorities, server } = profile
    const trusted = authorities.map(({ pem }) => (pem.endsWith("\n") ? pem : `${pem}\n`)).join("")
    return {
      files: [
        { name: "accounts", mediaType: "text/plain", text: `${accountOf(profile)}\n` },
        ...(server.transport === "tls"
          ? [{ name: trustedFile, mediaType: "application/x-pem-file", text: trusted }]
          : []),
      ],
      sheet: sheetOf(profile),
    }
  },
}

const trustedFile = "authorities.pem"

/** All stands in quotes. A quote would end them, and before the one that does, a backslash takes its meaning away. */
function carries(value: string, field: Field): boolean {
  switch (field) {
    case "name":
      return !/["\\]/.test(value)
    case "sipUserId":
    case "password":
      return !/"|\\$/.test(value)
    default:
      return true
  }
}

function accountOf({ server, network, stun, ...profile }: StationProfile): string {
  return [
    `"${profile.name}" <sip:${profile.callNumber}@${hostPort(server)};transport=${server.transport}>`,
    `auth_user="${profile.sipUserId}"`,
    ...(profile.password === undefined ? [] : [`auth_pass="${profile.password}"`]),
    `regint=${registration.expires}`,
    ...(network === "outer" && stun ? ["medianat=stun", `stunserver="stun:${hostPort(stun)}"`] : []),
  ].join(";")
}

function sheetOf(profile: StationProfile): SheetSection[] {
  const { server, network, password } = profile
  const line: SheetRow = { label: "account", value: accountOf(profile) }
  const config: SheetRow[] = [
    ...(network === "outer" ? [{ label: "module", value: "stun.so" }] : []),
    ...(server.transport === "tls" ? [{ label: "sip_cafile", value: trustedFile }] : []),
  ]
  return [
    { title: "accounts", rows: [password === undefined ? line : { ...line, secret: true }] },
    ...(config.length > 0 ? [{ title: "config", rows: config }] : []),
  ]
}
