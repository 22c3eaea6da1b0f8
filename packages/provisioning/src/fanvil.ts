/** Fanvil X3 to X7, from firmware 2.2.10: `<mac>.cfg`, which is XML. */
import type { SheetSection } from "./provision.ts"
import { fileNameWithoutMac, type Renderer, type RenderRequest } from "./rendering.ts"
import { registration, type StationProfile } from "./station-profile.ts"
import { type Element, element, xmlDocument } from "./xml.ts"

export const fanvil: Renderer = {
  render(request) {
    const { mac, profile } = request
    const name = mac ? `${mac}.cfg` : fileNameWithoutMac(request, "cfg")
    return {
      files: [{ name, mediaType: "text/xml", text: configOf(request) }],
      sheet: sheetOf(profile),
      notes: [{ code: "LabelsMayDiffer" }],
    }
  },
}

const transportCodes = { udp: 0, tcp: 1, tls: 3 } as const

function configOf({ profile }: RenderRequest): string {
  const { provisioningUrl } = profile
  return xmlDocument(
    element("sysConf", [
      element("Version", "2.0002"),
      ...(provisioningUrl === undefined ? [] : [provisioning(provisioningUrl, profile.network)]),
      element("sip", [...phoneWide(profile), element("line", line(profile), { index: "1" })]),
    ]),
  )
}

function phoneWide({ network, stun }: StationProfile): Element[] {
  return network === "outer" && stun
    ? [
        element("STUNServer", stun.host),
        element("STUNPort", stun.port),
        element("STUNRefreshTime", 50),
        element("SIPWaitStunTime", 800),
      ]
    : [element("STUNServer", "")]
}

function line({ server, secondServer, network, ...profile }: StationProfile): Element[] {
  return [
    element("PhoneNumber", profile.callNumber),
    element("DisplayName", profile.name),
    element("RegisterAddr", server.host),
    element("RegisterPort", server.port),
    element("RegisterUser", profile.sipUserId),
    ...(profile.password === undefined ? [] : [element("RegisterPswd", profile.password)]),
    element("RegisterTTL", registration.expires),
    element("BackupAddr", secondServer?.host ?? ""),
    ...(secondServer
      ? [
          element("BackupPort", secondServer.port),
          element("BackupTransport", transportCodes[server.transport]),
          element("BackupTTL", registration.expires),
        ]
      : []),
    element("EnableReg", 1),
    element("MediaCrypto", 0),
    // 2: a datagram now and then keeps the router's way open.
    element("NATUDPUpdate", 2),
    element("UDPUpdateTTL", registration.keepAlive),
    element("NATType", network === "outer" ? 1 : 0),
    element("EnableRport", 1),
    element("Transport", transportCodes[server.transport]),
  ]
}

function provisioning(url: string, network: StationProfile["network"]): Element {
  return element("ap", [
    element("SaveProvisionInfo", 1),
    // Without its slash: the phone adds one before the name of the file.
    element("FlashServerIP", url.replace(/\/+$/, "")),
    element("FlashFileName", "$mac.cfg"),
    element("FlashProtocol", url.startsWith("https:") ? 5 : 4),
    element("FlashMode", 1),
    element("FlashInterval", 24),
    ...(network === "outer" ? [element("pnp", [element("PNPEnable", 0)])] : []),
  ])
}

function sheetOf({ server, secondServer, network, stun, ...profile }: StationProfile): SheetSection[] {
  return [
    {
      title: "Line > SIP > Line 1 > Register Settings",
      rows: [
        { label: "Activate", value: "on" },
        { label: "Username", value: profile.callNumber },
        { label: "Display name", value: profile.name, optional: true },
        { label: "Authentication User", value: profile.sipUserId },
        ...(profile.password === undefined
          ? []
          : [{ label: "Authentication Password", value: profile.password, secret: true } as const]),
      ],
    },
    {
      title: "Line > SIP > Line 1 > SIP Server 1",
      rows: [
        { label: "Server Address", value: server.host },
        { label: "Server Port", value: String(server.port) },
        { label: "Transport Protocol", value: server.transport.toUpperCase() },
        { label: "Registration Expiration", value: String(registration.expires) },
      ],
    },
    ...(secondServer
      ? [
          {
            title: "Line > SIP > Line 1 > SIP Server 2",
            rows: [
              { label: "Server Address", value: secondServer.host },
              { label: "Server Port", value: String(secondServer.port) },
            ],
          },
        ]
      : []),
    ...(network === "outer" && stun
      ? [
          { title: "Line > SIP > Line 1 > Advanced Settings", rows: [{ label: "Use STUN", value: "on" }] },
          {
            title: "Line > Basic Settings > STUN Settings",
            rows: [
              { label: "Server Address", value: stun.host },
              { label: "Server Port", value: String(stun.port) },
            ],
          },
        ]
      : []),
  ]
}
