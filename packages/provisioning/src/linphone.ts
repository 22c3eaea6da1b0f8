/**
 * Linphone: the XML of its remote provisioning (lpconfig.xsd), whose address a QR code carries as it is.
 *
 * Each entry says `overwrite`, without which an existing value would stay. Instead of the password it is given
 * H(user:realm:password): after a change of SIP User ID, realm or digest algorithm it needs a new one, as after a new password.
 */
import { hostPort, type SheetRow, type SheetSection } from "./provision.ts"
import { type DigestAlgorithm, fileNameWithoutMac, type Renderer, type RenderRequest } from "./rendering.ts"
import { registration, type StationProfile } from "./station-profile.ts"
import { type Element, element, xmlDocument } from "./xml.ts"

export const linphone: Renderer = {
  render(request) {
    const { profile } = request
    return {
      files: [{ name: fileNameWithoutMac(request, "xml"), mediaType: "text/xml", text: configOf(request) }],
      sheet: sheetOf(profile),
      qr: profile.provisioningUrl,
      notes: [{ code: "LabelsMayDiffer" }],
    }
  },
}

const policy = "homeport"

function configOf(request: RenderRequest): string {
  const { profile } = request
  const { server, network, stun } = profile
  const away = network === "outer" && stun !== undefined
  const sections = [
    section("sip", {
      default_proxy: 0,
      keepalive_period: registration.keepAlive * 1000,
      use_rport: 1,
      media_encryption: "none",
      ...(server.transport === "tls" ? { verify_server_certs: 1, verify_server_cn: 1 } : {}),
    }),
    section("rtp", { avpf: 0 }),
    section("net", { nat_policy_ref: policy }),
    // "stun" alone: with "ice" beside it, Linphone would ask no STUN server for its RTP address. 5.1.65 was not seen to ask without, either:
    // behind a NAT it needs NAT traversal by Homeport.
    section("nat_policy_0", { ref: policy, stun_server: away ? hostPort(stun) : "", protocols: away ? "stun" : "" }),
    authentication(request),
    section("proxy_0", {
      reg_proxy: `<sip:${hostPort(server)};transport=${server.transport}>`,
      reg_identity: `"${profile.name.replace(/["\\]/g, "\\$&")}" <sip:${profile.callNumber}@${server.host}>`,
      realm: profile.realm,
      reg_expires: registration.expires,
      reg_sendregister: 1,
      publish: 0,
      avpf: 0,
      quality_reporting_enabled: 0,
      nat_policy_ref: policy,
    }),
    ...(profile.provisioningUrl === undefined ? [] : [section("misc", { "config-uri": profile.provisioningUrl })]),
  ]
  const namespace = { xmlns: "http://www.linphone.org/xsds/lpconfig.xsd" }
  return xmlDocument(element("config", sections, namespace))
}

/**
 * One section, whatever the station asks for: where both algorithms are offered, Linphone answers the stronger. With a second section
 * it finds neither as soon as the station asks for one of the two alone.
 */
function authentication({ profile, hash }: RenderRequest): Element {
  const { callNumber, sipUserId, realm, password, server } = profile
  const algorithm: DigestAlgorithm = profile.digestAlgorithms === "md5" ? "MD5" : "SHA-256"
  return section("auth_info_0", {
    username: callNumber,
    userid: sipUserId,
    // Without it, a Linphone that fetches for the second time has its credentials twice and finds neither.
    domain: server.host,
    realm,
    algorithm,
    ...(password === undefined ? {} : { ha1: hash(algorithm, `${sipUserId}:${realm}:${password}`) }),
  })
}

function section(name: string, entries: Readonly<Record<string, string | number>>): Element {
  const children = Object.entries(entries).map(([key, value]) =>
    element("entry", value, { name: key, overwrite: "true" }),
  )
  return element("section", children, { name })
}

function sheetOf({
  server,
  network,
  stun,
  callNumber,
  sipUserId,
  name,
  password,
  provisioningUrl,
}: StationProfile): SheetSection[] {
  const secret: SheetRow[] = password === undefined ? [] : [{ label: "Password", value: password, secret: true }]
  return [
    ...(provisioningUrl === undefined
      ? []
      : [{ title: "Assistant > Fetch remote configuration", rows: [{ label: "URL", value: provisioningUrl }] }]),
    {
      title: "Assistant > Use SIP account",
      rows: [
        { label: "Username", value: callNumber },
        ...secret,
        { label: "Domain", value: hostPort(server) },
        { label: "Display name", value: name, optional: true },
        { label: "Transport", value: server.transport.toUpperCase() },
      ],
    },
    {
      title: "Account settings",
      rows: [
        { label: "Auth username", value: sipUserId },
        { label: "Expire", value: String(registration.expires) },
      ],
    },
    ...(network === "outer" && stun
      ? [{ title: "Network", rows: [{ label: "STUN server", value: hostPort(stun) }] }]
      : []),
  ]
}
