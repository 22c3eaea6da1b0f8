/**
 * The whole console as one value: label, path, page, least role. Routes, paths, navigation tree, overviews and titles are
 * made from it, so a node cannot exist in one of them and not in another.
 */
import type { Role } from "@homeport/contract"
import type { QueryKey } from "@tanstack/react-query"
import type { ComponentType } from "react"
import { administrators } from "./administrators-tree.ts"
import { phoneParameterDeployment } from "./deployment-tree.ts"
import { security } from "./security-tree.ts"
import type { ConsoleTexts, PageTexts } from "./text/texts.tsx"

export interface PageModule {
  /** The queries that the page will ask, for its loader. */
  readonly prefetch?: Prefetch
  readonly default: ComponentType
}

export type Prefetch = (address: {
  readonly params: Readonly<Record<string, string | undefined>>
  readonly search: URLSearchParams
}) => readonly AnyQuery[]

/** Query options, whatever they answer. */
export interface AnyQuery {
  readonly queryKey: QueryKey
}

export interface TreeNode {
  readonly key: keyof PageTexts["about"]
  /** The English label in kebab-case, in every language. */
  readonly segment: string
  readonly role: Role
  /** A node without page and actions shows an overview of its children. */
  readonly page?: () => Promise<PageModule>
  /** Shown as tabs. The first one is what the node itself leads to. */
  readonly actions?: readonly TreeAction[]
  readonly children?: readonly TreeNode[]
  readonly data?: DataChildren
}

/** Children that are data: each has an address of its own, with its actions as tabs. The first one lies at that address. */
export interface DataChildren {
  readonly of: "administrators" | "stations" | "authorities" | "certificates" | "speCertificates" | "speAuthorities"
  /** ":index", ":id": a number. */
  readonly segment: `:${string}`
  readonly actions: readonly TreeAction[]
}

export interface TreeAction {
  readonly key: keyof ConsoleTexts["tree"]
  /** Empty: the node's own path. */
  readonly segment: string
  readonly role: Role
  readonly page: () => Promise<PageModule>
}

/** Expert Mode. */
const tree: readonly TreeNode[] = [
  {
    key: "telephonyServer",
    segment: "telephony-server",
    role: "basic",
    children: [
      {
        key: "basicSettings",
        segment: "basic-settings",
        role: "basic",
        children: [
          {
            key: "system",
            segment: "system",
            role: "basic",
            children: [
              {
                key: "systemFlags",
                segment: "system-flags",
                role: "basic",
                actions: [
                  {
                    key: "editSystemFlags",
                    segment: "",
                    role: "basic",
                    page: () =>
                      import("./pages/expert-mode/telephony-server/basic-settings/system/SystemFlagsPage.tsx"),
                  },
                ],
              },
            ],
          },
          {
            key: "dynDns",
            segment: "dyndns",
            role: "basic",
            page: () => import("./pages/expert-mode/telephony-server/basic-settings/DynDnsPage.tsx"),
          },
          {
            key: "portManagement",
            segment: "port-management",
            role: "basic",
            page: () => import("./pages/expert-mode/telephony-server/basic-settings/PortManagementPage.tsx"),
          },
          phoneParameterDeployment,
        ],
      },
      security,
      {
        key: "networkInterfaces",
        segment: "network-interfaces",
        role: "basic",
        page: () => import("./pages/expert-mode/telephony-server/NetworkInterfacesPage.tsx"),
        children: [
          {
            key: "officeRouter",
            segment: "office-router",
            role: "basic",
            actions: [
              {
                key: "displayOfficeRouter",
                segment: "",
                role: "basic",
                page: () => import("./pages/expert-mode/telephony-server/network-interfaces/OfficeRouterPage.tsx"),
              },
              {
                key: "homeRouter",
                segment: "home-router",
                role: "basic",
                page: () => import("./pages/expert-mode/telephony-server/network-interfaces/HomeRouterPage.tsx"),
              },
              {
                key: "automaticMapping",
                segment: "automatic-mapping",
                role: "basic",
                page: () => import("./pages/expert-mode/telephony-server/network-interfaces/AutomaticMappingPage.tsx"),
              },
            ],
          },
        ],
      },
      {
        key: "voiceGateway",
        segment: "voice-gateway",
        role: "basic",
        children: [
          {
            key: "itsp",
            segment: "internet-telephony-service-provider",
            role: "basic",
            actions: [
              {
                key: "editStun",
                segment: "edit-stun-configuration",
                role: "basic",
                page: () => import("./pages/expert-mode/telephony-server/voice-gateway/StunPage.tsx"),
              },
            ],
          },
        ],
      },
      {
        key: "station",
        segment: "station",
        role: "basic",
        children: [
          {
            key: "ipClients",
            segment: "ip-clients",
            role: "basic",
            children: [
              {
                key: "sipClients",
                segment: "sip-clients",
                role: "basic",
                actions: [
                  {
                    key: "displaySipClients",
                    segment: "",
                    role: "basic",
                    page: () => import("./pages/expert-mode/telephony-server/station/ip-clients/SipClientsPage.tsx"),
                  },
                  {
                    key: "addSipClient",
                    segment: "add-sip-client",
                    role: "enhanced",
                    page: () => import("./pages/expert-mode/telephony-server/station/ip-clients/AddSipClientPage.tsx"),
                  },
                  {
                    key: "importExportSipClients",
                    segment: "import-export",
                    role: "enhanced",
                    page: () => import("./pages/expert-mode/telephony-server/station/ip-clients/StationCsvPage.tsx"),
                  },
                  {
                    key: "tryRegistration",
                    segment: "try-a-registration",
                    role: "basic",
                    page: () =>
                      import("./pages/expert-mode/telephony-server/station/ip-clients/TryRegistrationPage.tsx"),
                  },
                ],
                data: {
                  of: "stations",
                  segment: ":index",
                  actions: [
                    {
                      key: "editSipClient",
                      segment: "",
                      role: "basic",
                      page: () => import("./pages/expert-mode/telephony-server/station/ip-clients/SipClientPage.tsx"),
                    },
                    {
                      key: "phoneParameterDeployment",
                      segment: "phone-parameter-deployment",
                      role: "basic",
                      page: () => import("./pages/expert-mode/telephony-server/station/devices/StationDevicesPage.tsx"),
                    },
                    {
                      key: "timeline",
                      segment: "timeline",
                      role: "basic",
                      page: () => import("./pages/expert-mode/telephony-server/station/ip-clients/TimelinePage.tsx"),
                    },
                  ],
                },
              },
            ],
          },
        ],
      },
      {
        key: "payload",
        segment: "payload",
        role: "basic",
        children: [
          {
            key: "rtpProxyChannels",
            segment: "rtp-proxy-channels",
            role: "basic",
            page: () => import("./pages/expert-mode/telephony-server/payload/RtpProxyChannelsPage.tsx"),
          },
        ],
      },
    ],
  },
  {
    key: "maintenance",
    segment: "maintenance",
    role: "basic",
    children: [
      {
        key: "calls",
        segment: "calls",
        role: "basic",
        page: () => import("./pages/expert-mode/maintenance/CallsPage.tsx"),
      },
      {
        key: "events",
        segment: "events",
        role: "basic",
        page: () => import("./pages/expert-mode/maintenance/EventsPage.tsx"),
      },
      {
        key: "adminLog",
        segment: "admin-log",
        role: "expert",
        page: () => import("./pages/expert-mode/maintenance/AdminLogPage.tsx"),
      },
      {
        key: "notifications",
        segment: "notifications",
        role: "basic",
        page: () => import("./pages/expert-mode/maintenance/NotificationsPage.tsx"),
      },
    ],
  },
]

/** Setup: the guided ways. */
const setup: readonly TreeNode[] = [
  {
    key: "setupTelephones",
    segment: "telephones-subscribers",
    role: "basic",
    children: [
      {
        key: "ipTelephones",
        segment: "ip-telephones",
        role: "basic",
        page: () => import("./pages/setup/telephones/IpTelephonesPage.tsx"),
      },
    ],
  },
  {
    key: "sipAtHome",
    segment: "sip-home",
    role: "basic",
    page: () => import("./pages/setup/sip-at-home/SipAtHomePage.tsx"),
  },
  {
    key: "setupSecurity",
    segment: "security",
    role: "basic",
    children: [
      {
        key: "certificatesForTls",
        segment: "certificates-for-tls",
        role: "basic",
        page: () => import("./pages/setup/security/CertificatesForTlsPage.tsx"),
      },
    ],
  },
]

/** Data Backup. */
const dataBackup: readonly TreeNode[] = [
  {
    key: "backupNow",
    segment: "back-up-now",
    role: "expert",
    page: () => import("./pages/data-backup/BackUpNowPage.tsx"),
  },
  {
    key: "restoreBackup",
    segment: "restore",
    role: "expert",
    page: () => import("./pages/data-backup/RestorePage.tsx"),
  },
  {
    key: "scheduledBackups",
    segment: "scheduled",
    role: "expert",
    page: () => import("./pages/data-backup/ScheduledBackupsPage.tsx"),
  },
]

/** A part of the navigation bar with a tree of its own. */
export interface Area {
  readonly key: "administrators" | "setup" | "expertMode" | "dataBackup"
  readonly path: string
  readonly nodes: readonly TreeNode[]
}

/** In the order of the navigation bar. */
export const areas: readonly Area[] = [
  { key: "administrators", path: "/administrators", nodes: administrators },
  { key: "setup", path: "/setup", nodes: setup },
  { key: "expertMode", path: "/expert-mode", nodes: tree },
  { key: "dataBackup", path: "/data-backup", nodes: dataBackup },
]

export type TreeKey = TreeNode["key"]
export type ActionKey = TreeAction["key"]

/** A node with everything above it, outermost first: what titles and the open branches are made from. */
export interface Place {
  readonly node: TreeNode
  readonly path: string
  readonly above: readonly TreeNode[]
  readonly area: Area
}

export function places(): Place[] {
  return areas.flatMap((area) => below(area.nodes, area.path, []).map((place) => ({ ...place, area })))

  function below(nodes: readonly TreeNode[], path: string, above: readonly TreeNode[]): Omit<Place, "area">[] {
    return nodes.flatMap((node) => {
      const own = `${path}/${node.segment}`
      return [{ node, path: own, above }, ...below(node.children ?? [], own, [...above, node])]
    })
  }
}

const allPlaces = places()

/** The deepest node whose path the address lies in. */
export function placeOf(pathname: string): Place | undefined {
  const within = allPlaces.filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
  return within.reduce<Place | undefined>(
    (deepest, place) => (deepest && deepest.path.length >= place.path.length ? deepest : place),
    undefined,
  )
}

export function areaOf(pathname: string): Area | undefined {
  return areas.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
}

export function areaAt(key: Area["key"]): Area {
  const area = areas.find((candidate) => candidate.key === key)
  if (!area) throw new Error(`${key} is not an area`)
  return area
}

export function placeAt(key: TreeKey): Place {
  const place = allPlaces.find(({ node }) => node.key === key)
  if (!place) throw new Error(`${key} is not a node of the tree`)
  return place
}
