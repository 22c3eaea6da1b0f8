/**
 * Snom D7xx and D8xx: `<MAC>.xml`, which the phone asks for by that name or by `snom<model>-<MAC>.htm`; the MAC is in capitals.
 *
 * `perm="RW"`: the user may change it. An administrator sees on the phone what was set.
 */
import { hostPort, type SheetRow, type SheetSection } from "./provision.ts"
import { fileNameWithoutMac, type Renderer, type RenderRequest } from "./rendering.ts"
import { registration, type StationProfile } from "./station-profile.ts"
import { type Element, element, xmlDocument } from "./xml.ts"

export const snom: Renderer = {
  render(request) {
    const { mac, profile } = request
    const name = mac ? `${mac.toUpperCase()}.xml` : fileNameWithoutMac(request, "xml")
    return {
      files: [{ name, mediaType: "text/xml", text: settingsOf(request) }],
      sheet: sheetOf(profile),
      notes: [{ code: "LabelsMayDiffer" }],
    }
  },
}

function settingsOf({ profile }: RenderRequest): string {
  const { server, stun, network, password, provisioningUrl } = profile
  const away = network === "outer" && stun !== undefined
  const spoken = profile.language === "de" ? "Deutsch" : "English"
  const settings: Element[] = [
    ofLine("user_active", "on"),
    ofLine("user_realname", profile.name),
    ofLine("user_idle_text", profile.name),
    ofLine("user_name", profile.callNumber),
    ofLine("user_pname", profile.sipUserId),
    ...(password === undefined ? [] : [ofLine("user_pass", password)]),
    ofLine("user_host", hostPort(server)),
    ofLine("user_outbound", `${hostPort(server)};transport=${server.transport}`),
    ofLine("user_expiry", registration.expires),
    ofLine("user_srtp", "off"),
    ofLine("user_symmetrical_rtp", "on"),
    ofLine("user_ice", "off"),
    ofLine("stun_server", away ? hostPort(stun) : ""),
    ...(away ? [ofLine("stun_binding_interval", registration.keepAlive)] : []),
    ofLine("keepalive_interval", registration.keepAlive),
    ofPhone("enable_rport_rfc3581", "on"),
    // So that a router does not close the way of the media while the phone holds the call (guide §2.5).
    ofPhone("rtp_keepalive", "on"),
    ofPhone("language", spoken),
    ofPhone("web_language", spoken),
    ...(provisioningUrl === undefined
      ? []
      : [ofPhone("setting_server", `${provisioningUrl}{mac}.xml`), ofPhone("settings_refresh_timer", 86_400)]),
  ]
  return xmlDocument(element("settings", [element("phone-settings", settings)]))
}

const ofLine = (name: string, value: string | number) => element(name, value, { idx: "1", perm: "RW" })
const ofPhone = (name: string, value: string | number) => element(name, value, { perm: "RW" })

function sheetOf({ server, network, stun, ...profile }: StationProfile): SheetSection[] {
  const secret: SheetRow[] =
    profile.password === undefined ? [] : [{ label: "Password", value: profile.password, secret: true }]
  return [
    {
      title: "Setup > Identity 1 > Login",
      rows: [
        { label: "Identity active", value: "on" },
        { label: "Displayname", value: profile.name, optional: true },
        { label: "Account", value: profile.callNumber },
        ...secret,
        { label: "Registrar", value: hostPort(server) },
        { label: "Outbound Proxy", value: `${hostPort(server)};transport=${server.transport}` },
        { label: "Authentication Username", value: profile.sipUserId },
      ],
    },
    {
      title: "Setup > Identity 1 > SIP",
      rows: [{ label: "Proposed Expiry", value: String(registration.expires) }],
    },
    {
      title: "Setup > Identity 1 > NAT",
      rows:
        network === "outer" && stun
          ? [{ label: "STUN server", value: hostPort(stun) }]
          : [{ label: "STUN server", value: "" }],
    },
    { title: "Setup > Identity 1 > RTP", rows: [{ label: "RTP Encryption", value: "off" }] },
  ]
}
