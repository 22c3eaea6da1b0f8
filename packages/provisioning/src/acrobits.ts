/**
 * Acrobits Softphone and Groundwire: the account XML that the app fetches. No QR code: the link `provlinkbs:` is not documented, and
 * the Groundwire of the shops was seen not to answer to it.
 */
import { hostPort, type SheetRow, type SheetSection } from "./provision.ts"
import { fileNameWithoutMac, type Renderer, type RenderRequest } from "./rendering.ts"
import { registration, type StationProfile } from "./station-profile.ts"
import { element, xmlDocument } from "./xml.ts"

export const acrobits: Renderer = {
  render(request) {
    return {
      files: [{ name: fileNameWithoutMac(request, "xml"), mediaType: "text/xml", text: accountOf(request) }],
      sheet: sheetOf(request.profile),
      // With push on, the maker's server registers in the app's stead, and has its password.
      notes: [{ code: "ThirdPartyLearnsPassword" }, { code: "LabelsMayDiffer" }],
    }
  },
}

function accountOf({ profile }: RenderRequest): string {
  const { server, network, stun, password, provisioningUrl } = profile
  return xmlDocument(
    element("account", [
      element("title", profile.name),
      element("username", profile.callNumber),
      ...(password === undefined ? [] : [element("password", password)]),
      element("authUsername", profile.sipUserId),
      element("userDisplayName", profile.name),
      element("host", hostPort(server)),
      // Plain "tls" would make it write sips: URIs, which the system does not take (guide §4: sip: URIs).
      element("transport", server.transport === "tls" ? "tls+sip:" : server.transport),
      element("expires", registration.expires),
      ...(network === "outer" && stun ? [element("STUN", hostPort(stun))] : [element("STUN", "")]),
      ...(provisioningUrl === undefined ? [] : [element("extProvUrl", provisioningUrl)]),
    ]),
  )
}

function sheetOf({ server, network, stun, callNumber, sipUserId, name, password }: StationProfile): SheetSection[] {
  const secret: SheetRow[] = password === undefined ? [] : [{ label: "Password", value: password, secret: true }]
  return [
    {
      title: "Accounts > Generic SIP account",
      rows: [
        { label: "Title", value: name },
        { label: "Username", value: callNumber },
        ...secret,
        { label: "Domain", value: hostPort(server) },
        { label: "Display Name", value: name, optional: true },
      ],
    },
    {
      title: "Advanced Settings",
      rows: [
        { label: "Auth Username", value: sipUserId },
        { label: "Transport Protocol", value: server.transport.toUpperCase() },
        { label: "Expires", value: String(registration.expires) },
        ...(network === "outer" && stun ? [{ label: "STUN", value: hostPort(stun) }] : []),
      ],
    },
  ]
}
