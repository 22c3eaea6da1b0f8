/**
 * Zoiper: a sheet in the app's own labels, in the order of the guide's tables (guide §4.3, §4.4); what Zoiper's Token URL is answered
 * with; and a QR code that opens the portal's page, for administrators who have an account there.
 *
 * The portal draws QR images with the password in their address; ours never has it.
 */
import { hostPort, type Note, type ProvisioningFile, type SheetRow, type SheetSection } from "./provision.ts"
import type { Renderer, RenderRequest } from "./rendering.ts"
import { element, xmlDocument } from "./xml.ts"

export const zoiper: Renderer = {
  render(request) {
    const away = request.profile.network === "outer"
    const qr = request.zoiper ? portalPage(request) : undefined
    const notes: Note[] = [
      { code: "LabelsMayDiffer" },
      // No variable of the portal's page switches STUN on.
      ...(qr !== undefined && away ? ([{ code: "StunByHand" }] as const) : []),
    ]
    return { files: [tokenAnswer(request)], sheet: sheetOf(request), qr, notes }
  },
}

/** Server, transport and STUN stay with the portal: the app asks for nothing but who it is. */
function tokenAnswer({ profile }: RenderRequest): ProvisioningFile {
  const account = [
    element("username", profile.callNumber),
    ...(profile.password === undefined ? [] : [element("password", profile.password)]),
    element("authentication_username", profile.sipUserId),
  ]
  return {
    name: "zoiper.xml",
    mediaType: "text/xml",
    text: xmlDocument(element("options", [element("accounts", [element("account", account)])])),
  }
}

function portalPage({ profile, zoiper: portal }: RenderRequest): string | undefined {
  if (!portal) return undefined
  const variables = {
    u: profile.callNumber,
    h: hostPort(profile.server),
    a: profile.sipUserId,
    tr: { udp: "0", tcp: "1", tls: "2" }[profile.server.transport],
    ...(portal.token === undefined ? {} : { t: portal.token }),
  }
  const query = Object.entries(variables).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `https://www.zoiper.com/en/page/${encodeURIComponent(portal.pageId)}?${query.join("&")}`
}

function sheetOf({ device, profile }: RenderRequest): SheetSection[] {
  const ios = device.id === "zoiper-ios"
  const labels = labelsOf[ios ? "ios" : "android"]
  const { server, network, name, callNumber, password, sipUserId } = profile
  const secret: SheetRow[] = password === undefined ? [] : [{ label: labels.password, value: password, secret: true }]
  return [
    {
      title: labels.account,
      rows: [
        { label: "Account Name", value: name, optional: true },
        { label: labels.host, value: hostPort(server) },
        { label: labels.userName, value: callNumber },
        ...secret,
        ...(labels.callerId ? [{ label: labels.callerId, value: "", optional: true } as const] : []),
      ],
    },
    { title: labels.optional, rows: [{ label: labels.authentication, value: sipUserId }] },
    {
      title: labels.network,
      rows: [
        // "UDP is offered in default, keep this setting."
        { label: labels.transport, value: server.transport.toUpperCase(), ...(ios ? { optional: true as const } : {}) },
        { label: "Enable STUN", value: network === "outer" ? "On" : "Off" },
      ],
    },
  ]
}

interface Labels {
  readonly account: string
  readonly host: string
  readonly userName: string
  readonly password: string
  readonly callerId?: string
  readonly optional: string
  readonly authentication: string
  readonly network: string
  readonly transport: string
}

const labelsOf: Readonly<Record<"ios" | "android", Labels>> = {
  ios: {
    account: "SIP OPTIONS",
    host: "Domain",
    userName: "User Name",
    password: "Password",
    callerId: "Caller ID",
    optional: "ADVANCED SETTINGS",
    authentication: "Auth Username",
    network: "ADDITIONAL SETTINGS > Network settings",
    transport: "Transport",
  },
  android: {
    account: "SIP Account",
    host: "Host",
    userName: "Username",
    password: "Password",
    optional: "Optional settings",
    authentication: "Authentication user",
    network: "Optional settings > network settings",
    transport: "Transport type",
  },
}
