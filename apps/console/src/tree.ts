/**
 * The whole console as one value: label, path, page, least role. Routes, paths, navigation tree, overviews and titles are
 * made from it, so a node cannot exist in one of them and not in another.
 */
import type { Role } from "@homeport/contract"
import type { QueryKey } from "@tanstack/react-query"
import type { ComponentType } from "react"
import type { ConsoleTexts } from "./text/texts.tsx"

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
  readonly key: keyof ConsoleTexts["tree"]
  /** The English label in kebab-case, in every language. */
  readonly segment: string
  readonly role: Role
  /** A node without page and actions shows an overview of its children. */
  readonly page?: () => Promise<PageModule>
  /** Shown as tabs. The first one is what the node itself leads to. */
  readonly actions?: readonly TreeAction[]
  readonly children?: readonly TreeNode[]
  /** Children that are data: the SIP stations, by index. */
  readonly stations?: TreeAction
}

export interface TreeAction {
  readonly key: keyof ConsoleTexts["tree"]
  /** Empty: the node's own path. */
  readonly segment: string
  readonly role: Role
  readonly page: () => Promise<PageModule>
}

export const tree: readonly TreeNode[] = [
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
        ],
      },
      {
        key: "networkInterfaces",
        segment: "network-interfaces",
        role: "basic",
        page: () => import("./pages/expert-mode/telephony-server/NetworkInterfacesPage.tsx"),
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
                ],
                stations: {
                  key: "editSipClient",
                  segment: ":index",
                  role: "basic",
                  page: () => import("./pages/expert-mode/telephony-server/station/ip-clients/SipClientPage.tsx"),
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
        key: "events",
        segment: "events",
        role: "basic",
        page: () => import("./pages/expert-mode/maintenance/EventsPage.tsx"),
      },
    ],
  },
]

export type TreeKey = TreeNode["key"]

/** A node with everything above it, outermost first: what titles and the open branches are made from. */
export interface Place {
  readonly node: TreeNode
  readonly path: string
  readonly above: readonly TreeNode[]
}

export const EXPERT_MODE = "/expert-mode"

export function places(
  nodes: readonly TreeNode[] = tree,
  path = EXPERT_MODE,
  above: readonly TreeNode[] = [],
): Place[] {
  return nodes.flatMap((node) => {
    const own = `${path}/${node.segment}`
    return [{ node, path: own, above }, ...places(node.children ?? [], own, [...above, node])]
  })
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

export function placeAt(key: TreeKey): Place {
  const place = allPlaces.find(({ node }) => node.key === key)
  if (!place) throw new Error(`${key} is not a node of the tree`)
  return place
}
