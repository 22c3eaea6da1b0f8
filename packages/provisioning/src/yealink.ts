/**
 * Yealink: `<mac>.cfg`, lines of `parameter = value`.
 *
 * Three dialects (README.md). Up to firmware 73 STUN and transport belong to the account. 80 moved STUN to the phone and the transport
 * to the server; 81 put `static.` before all that a user does not change. When the firmware is not known, every spelling is written:
 * a phone leaves alone what it does not know.
 */
import type { Generation } from "./devices.ts"
import type { SheetRow, SheetSection } from "./provision.ts"
import { authorityUrl, fileNameWithoutMac, type Renderer, type RenderRequest } from "./rendering.ts"
import { registration, type StationProfile, type Transport } from "./station-profile.ts"
import { timeZones } from "./time-zone.ts"

export const yealink: Renderer = {
  // The value by which a parameter goes back to what the factory set.
  carries: (value) => value.toUpperCase() !== reset,
  render(request) {
    const generations = request.generation ? [request.generation] : request.device.generations
    const { mac, profile } = request
    const name = mac ? `${mac}.cfg` : fileNameWithoutMac(request, "cfg")
    return {
      files: [{ name, mediaType: "text/plain", text: cfg(settingsOf(profile), generations) }],
      sheet: sheetOf(request),
      notes: generations.some((one) => one !== "v72") ? [{ code: "LabelsMayDiffer" }] : [],
    }
  },
}

/** What any `y*.cfg` is answered with: it serves a whole model, so it holds nothing of anybody. */
export const yealinkCommonFile = "#!version:1.0.0.1\n# Each phone has a file of its own.\n"

/** Its name in each generation; undefined where the generation has no such parameter. */
type Names = Readonly<Record<Generation, string | undefined>>
type Setting = readonly [Names, string | number]

function cfg(settings: readonly Setting[], generations: readonly Generation[]): string {
  const lines = new Map<string, string | number>()
  for (const [names, value] of settings)
    for (const generation of generations) {
      const name = names[generation]
      if (name !== undefined) lines.set(name, value)
    }
  return ["#!version:1.0.0.1", ...[...lines].map(([name, value]) => `${name} = ${value}`), ""].join("\n")
}

function settingsOf(profile: StationProfile): Setting[] {
  const { server, secondServer, stun, network, provisioningUrl } = profile
  const away = network === "outer"
  return [
    [same("account.1.enable"), 1],
    [same("account.1.label"), profile.name],
    [same("account.1.display_name"), profile.name],
    [same("account.1.auth_name"), profile.sipUserId],
    [same("account.1.user_name"), profile.callNumber],
    ...(profile.password === undefined ? [] : [[same("account.1.password"), profile.password] as const]),
    ...serverSettings(1, server, server.transport),
    ...serverSettings(2, secondServer, server.transport),
    [{ v72: "account.1.transport", v80: undefined, v81: undefined }, transportCodes[server.transport]],
    [same("account.1.outbound_proxy_enable"), 0],
    [same("account.1.nat.nat_traversal"), away ? 1 : 0],
    [perPhoneStun("enable", undefined), away ? 1 : 0],
    [perPhoneStun("server", "account.1.nat.stun_server"), away && stun ? stun.host : reset],
    [perPhoneStun("port", "account.1.nat.stun_port"), away && stun ? stun.port : reset],
    [same("account.1.nat.udp_update_enable"), 1],
    [same("account.1.nat.udp_update_time"), registration.keepAlive],
    [same("account.1.nat.rport"), 1],
    [same("account.1.srtp_encryption"), 0],
    [same("account.1.reg_fail_retry_interval"), registration.retryAfter],
    // Only our server may ring it: scanners on the internet call every phone that answers.
    [{ v72: "account.1.sip_trust_ctrl", v80: undefined, v81: "sip.trust_ctrl" }, 1],
    [same("features.direct_ip_call_enable"), 0],
    ...(server.transport === "tls" ? tlsSettings(profile) : []),
    ...(provisioningUrl === undefined ? [] : provisioningSettings(provisioningUrl)),
    // At home, neither the router nor another box may hand the phone to somebody else.
    ...(away
      ? ([
          [fixed("auto_provision.pnp_enable"), 0],
          [fixed("auto_provision.dhcp_option.enable"), 0],
        ] as const)
      : []),
    ...placeSettings(profile),
  ]
}

function serverSettings(
  index: 1 | 2,
  server: { readonly host: string; readonly port: number } | undefined,
  transport: Transport,
): Setting[] {
  const name = (last: string) => `account.1.sip_server.${index}.${last}`
  return [
    [same(name("address")), server ? server.host : reset],
    [same(name("port")), server ? server.port : reset],
    [same(name("expires")), server ? registration.expires : reset],
    [same(name("retry_counts")), server ? registration.retries : reset],
    [
      { v72: undefined, v80: name("transport_type"), v81: name("transport_type") },
      server ? transportCodes[transport] : reset,
    ],
  ]
}

function tlsSettings(profile: StationProfile): Setting[] {
  const url = authorityUrl(profile)
  return [
    [fixed("security.trust_certificates"), 1],
    // A certificate is made for names: an address is not compared.
    [fixed("security.cn_validation"), /[a-z]/i.test(profile.server.host) ? 1 : 0],
    ...(url === undefined ? [] : [[fixed("trusted_certificates.url"), url] as const]),
    // TLS 1.2 and nothing older (guide §6.3).
    [{ v72: undefined, v80: undefined, v81: "static.security.default_ssl_method" }, 5],
  ]
}

function provisioningSettings(url: string): Setting[] {
  return [
    [fixed("auto_provision.server.url"), url],
    [{ v72: "auto_provision.mode", v80: "auto_provision.mode", v81: "static.auto_provision.power_on" }, 1],
    [fixed("auto_provision.repeat.enable"), 1],
    [fixed("auto_provision.repeat.minutes"), 1440],
    [{ v72: undefined, v80: undefined, v81: "static.auto_provision.user_agent_mac.enable" }, 1],
  ]
}

function placeSettings({ language, timeZone }: StationProfile): Setting[] {
  const zone = timeZones[timeZone]?.yealink
  const spoken = language === "de" ? "German" : "English"
  return [
    [same("lang.gui"), spoken],
    [same("lang.wui"), spoken],
    ...(zone
      ? ([
          [same("local_time.time_zone"), zone.offset],
          [same("local_time.time_zone_name"), zone.name],
          [same("local_time.summer_time"), 2],
          [same("voice.tone.country"), zone.tones],
        ] as const)
      : []),
  ]
}

/** Guide §4.1: the labels of the T19P's pages in the order in which they stand there. */
function sheetOf({ profile, generation, device }: RenderRequest): SheetSection[] {
  const { server, secondServer, stun, network, provisioningUrl } = profile
  const oldest = (generation ?? device.generations[0]) === "v72"
  const stunRows: SheetRow[] =
    network === "outer" && stun
      ? [
          { label: "STUN Server", value: stun.host },
          { label: "Port", value: String(stun.port) },
        ]
      : []
  const register: SheetRow[] = [
    { label: "Line Active", value: "Enabled" },
    { label: "Label", value: profile.name },
    { label: "Display Name", value: profile.name, optional: true },
    { label: "Register Name", value: profile.sipUserId },
    { label: "User Name", value: profile.callNumber },
    ...(profile.password === undefined ? [] : [{ label: "Password", value: profile.password, secret: true } as const]),
    { label: "Enable Outbound Proxy Server", value: "Disabled" },
    ...(oldest ? [{ label: "Transport", value: server.transport.toUpperCase() }] : []),
    { label: "NAT", value: network === "outer" ? "STUN" : "Disabled" },
    ...(oldest ? stunRows : []),
  ]
  const serverRows = ({ host, port }: { readonly host: string; readonly port: number }): SheetRow[] => [
    { label: "Server Host", value: host },
    { label: "Port", value: String(port) },
    ...(oldest ? [] : [{ label: "Transport", value: server.transport.toUpperCase() }]),
    { label: "Server Expires", value: String(registration.expires) },
    { label: "Server Retry Counts", value: String(registration.retries) },
  ]
  return [
    { title: "Account > Register", rows: register },
    { title: "Account > Register > SIP Server 1", rows: serverRows(server) },
    ...(secondServer ? [{ title: "Account > Register > SIP Server 2", rows: serverRows(secondServer) }] : []),
    ...(oldest || stunRows.length === 0 ? [] : [{ title: "Network > NAT", rows: stunRows }]),
    ...(provisioningUrl === undefined
      ? []
      : [
          {
            title: "Settings > Auto Provision",
            rows: [{ label: "Server URL", value: provisioningUrl, optional: true }] as const,
          },
        ]),
  ]
}

const same = (name: string): Names => ({ v72: name, v80: name, v81: name })
const fixed = (name: string): Names => ({ v72: name, v80: name, v81: `static.${name}` })
const perPhoneStun = (last: string, v72: string | undefined): Names => ({
  v72,
  v80: `sip.nat_stun.${last}`,
  v81: `static.sip.nat_stun.${last}`,
})

const transportCodes: Readonly<Record<Transport, number>> = { udp: 0, tcp: 1, tls: 2 }

const reset = "%NULL%"
