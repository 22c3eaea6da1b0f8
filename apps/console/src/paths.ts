/** Every address inside the console. Links are written with these and never by hand, so that the tree alone decides. */
import { EXPERT_MODE, placeAt } from "./tree.ts"

export const paths = {
  home: () => "/home",
  logout: () => "/logout",
  expertMode: () => EXPERT_MODE,
  dynDns: () => placeAt("dynDns").path,
  portManagement: () => placeAt("portManagement").path,
  networkInterfaces: () => placeAt("networkInterfaces").path,
  itsp: () => placeAt("itsp").path,
  editStun: () => actionPath("itsp", "editStun"),
  sipClients: () => placeAt("sipClients").path,
  addSipClient: () => actionPath("sipClients", "addSipClient"),
  sipClient: (index: number) => `${placeAt("sipClients").path}/${index}`,
  rtpProxyChannels: () => placeAt("rtpProxyChannels").path,
  events: () => placeAt("events").path,
} as const

type Key = Parameters<typeof placeAt>[0]

export function actionPath(node: Key, action: Key): string {
  const place = placeAt(node)
  const found = place.node.actions?.find(({ key }) => key === action)
  if (!found) throw new Error(`${action} is not an action of ${node}`)
  return found.segment === "" ? place.path : `${place.path}/${found.segment}`
}
