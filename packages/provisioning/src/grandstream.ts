/**
 * Grandstream: `cfg<mac>.xml`. GXP phones know their parameters by P-number, GRP26xx by name; the values are the same but for
 * their spelling, so that one table has both.
 */
import { hostPort, type SheetSection } from "./provision.ts"
import { fileNameWithoutMac, type Renderer, type RenderRequest } from "./rendering.ts"
import { registration, type StationProfile } from "./station-profile.ts"
import { timeZones } from "./time-zone.ts"
import { element, xmlDocument } from "./xml.ts"

export const grandstream: Renderer = {
  render(request) {
    const { mac, device } = request
    const byName = device.id === "grandstream-grp26xx"
    return {
      files: [
        {
          name: mac ? `cfg${mac}.xml` : fileNameWithoutMac(request, "xml"),
          mediaType: "text/xml",
          text: byName ? namedFile(request) : numberedFile(request),
        },
      ],
      sheet: sheetOf(request.profile),
      notes: [{ code: "LabelsMayDiffer" }],
    }
  },
}

interface Parameter {
  /** P-number of the GXP; undefined: none is known for it. */
  readonly p?: number
  readonly value?: string | number
  /** Parameter of the GRP26xx, and its spelling of the value. */
  readonly name?: string
  readonly named?: string | number
}

function numberedFile({ profile, mac }: RenderRequest): string {
  const items = parametersOf(profile).flatMap(({ p, value }) =>
    p === undefined || value === undefined ? [] : [element(`P${p}`, value)],
  )
  return provision("1", items, mac)
}

function namedFile({ profile, mac }: RenderRequest): string {
  const items = parametersOf(profile).flatMap(({ name, value, named = value }) =>
    name === undefined || named === undefined ? [] : [element("item", named, { name })],
  )
  return provision("2", items, mac)
}

function provision(version: string, items: ReturnType<typeof element>[], mac: string | undefined): string {
  const config = element("config", items, { version })
  const children = mac === undefined ? [config] : [element("mac", mac), config]
  return xmlDocument(element("gs_provision", children, { version: "1" }))
}

function parametersOf(profile: StationProfile): Parameter[] {
  const { server, secondServer, stun, network, password, provisioningUrl } = profile
  const away = network === "outer" && stun !== undefined
  const account = "account.1"
  return [
    { p: 271, value: 1, name: `${account}.enable`, named: "Yes" },
    { p: 270, value: profile.name, name: `${account}.name` },
    { p: 47, value: hostPort(server), name: `${account}.sip.server.1.address` },
    { p: 2312, value: secondServer ? hostPort(secondServer) : "", name: `${account}.sip.server.2.address` },
    { p: 48, value: "", name: `${account}.sip.outboundProxy.1.address` },
    { p: 35, value: profile.callNumber, name: `${account}.sip.userid` },
    { p: 36, value: profile.sipUserId, name: `${account}.sip.subscriber.userid` },
    ...(password === undefined ? [] : [{ p: 34, value: password, name: `${account}.sip.subscriber.password` }]),
    { p: 3, value: profile.name, name: `${account}.sip.subscriber.name` },
    { p: 52, value: away ? 1 : 0, name: `${account}.network.natTraversal`, named: away ? "STUN" : "No" },
    // Left empty, it would ask the SIP server instead: with NAT traversal off it asks nobody.
    ...(away ? [{ p: 76, value: hostPort(stun), name: "network.stunServer" }] : []),
    { p: 84, value: registration.keepAlive, name: "sip.keepAliveInterval" },
    {
      p: 130,
      value: { udp: 0, tcp: 1, tls: 2 }[server.transport],
      name: `${account}.sip.transport`,
      named: { udp: "UDP", tcp: "TCP", tls: "TlsOrTcp" }[server.transport],
    },
    // sips: is not taken; over a connection the port of the connection has to stand in Contact (guide §4).
    { p: 2329, value: 0, name: `${account}.sip.uriSchemeWhenUsingTls`, named: "sip" },
    { p: 2331, value: 1, name: `${account}.sip.useActualEphemeralPortInContactWithTcpTls`, named: "Yes" },
    // Minutes, where everybody else counts seconds.
    { p: 32, value: registration.expires / 60, name: `${account}.sip.registerExpiration` },
    { p: 138, value: registration.retryAfter, name: `${account}.sip.registrationFailureRetryWaitTime` },
    { p: 183, value: 0, name: `${account}.audio.srtpMode`, named: "Disabled" },
    { p: 2347, value: 1, name: `${account}.sip.validate.incomingServer`, named: "Yes" },
    ...(server.transport === "tls" ? [{ name: "security.minimum.TLS.version", named: "TLS_1_2" }] : []),
    ...(provisioningUrl === undefined ? [] : provisioningParameters(new URL(provisioningUrl))),
    ...(network === "outer"
      ? [{ p: 145, value: 0, name: "provisioning.override.dhcp.allowCommonOptions", named: "No" }]
      : []),
    { name: "language.gui", named: profile.language },
    ...(timeZones[profile.timeZone]
      ? [{ name: "dateTime.timezone", named: timeZones[profile.timeZone]?.grandstream ?? "" }]
      : []),
  ]
}

/** It adds the slash and the name of its file itself. */
function provisioningParameters({ protocol, host, pathname }: URL): Parameter[] {
  const https = protocol === "https:"
  return [
    { p: 212, value: https ? 2 : 1, name: "provisioning.config.protocol", named: https ? "HTTPS" : "HTTP" },
    { p: 237, value: `${host}${pathname.replace(/\/+$/, "")}`, name: "provisioning.config.serverPath" },
  ]
}

function sheetOf({ server, secondServer, network, stun, ...profile }: StationProfile): SheetSection[] {
  const away = network === "outer" && stun !== undefined
  return [
    {
      title: "Accounts > Account 1 > General Settings",
      rows: [
        { label: "Account Active", value: "Yes" },
        { label: "Account Name", value: profile.name },
        { label: "SIP Server", value: hostPort(server) },
        ...(secondServer ? [{ label: "Secondary SIP Server", value: hostPort(secondServer) }] : []),
        { label: "SIP User ID", value: profile.callNumber },
        { label: "Authenticate ID", value: profile.sipUserId },
        ...(profile.password === undefined
          ? []
          : [{ label: "Authenticate Password", value: profile.password, secret: true } as const]),
        { label: "Name", value: profile.name, optional: true },
      ],
    },
    {
      title: "Accounts > Account 1 > Network Settings",
      rows: [{ label: "NAT Traversal", value: away ? "STUN" : "No" }],
    },
    {
      title: "Accounts > Account 1 > SIP Settings > Basic Settings",
      rows: [
        { label: "Register Expiration", value: String(registration.expires / 60) },
        { label: "SIP Transport", value: server.transport === "tls" ? "TLS/TCP" : server.transport.toUpperCase() },
      ],
    },
    ...(away
      ? [{ title: "Settings > General Settings", rows: [{ label: "STUN Server", value: hostPort(stun) }] }]
      : []),
  ]
}
