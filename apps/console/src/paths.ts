/** Every address inside the console. Links are written with these and never by hand, so that the tree alone decides. */
import { type ActionKey, areaAt, placeAt, type TreeKey } from "./tree.ts"

export const paths = {
  home: () => "/home",
  logout: () => "/logout",
  signIns: () => placeAt("signIns").path,
  administrators: () => placeAt("accounts").path,
  addAdministrator: () => actionPath("accounts", "addAdministrator"),
  administrator: (id: number) => dataPath("accounts", id),
  ownAccount: () => placeAt("ownAccount").path,
  secondFactor: () => actionPath("ownAccount", "secondFactor"),
  apiTokens: () => actionPath("ownAccount", "apiTokens"),
  setup: () => areaAt("setup").path,
  ipTelephones: () => placeAt("ipTelephones").path,
  sipAtHome: () => placeAt("sipAtHome").path,
  certificatesForTls: () => placeAt("certificatesForTls").path,
  expertMode: () => areaAt("expertMode").path,
  systemFlags: () => placeAt("systemFlags").path,
  dynDns: () => placeAt("dynDns").path,
  portManagement: () => placeAt("portManagement").path,
  phoneParameterDeployment: () => placeAt("phoneParameterDeployment").path,
  addDevices: () => actionPath("phoneParameterDeployment", "addDevices"),
  phoneRequests: () => actionPath("phoneParameterDeployment", "phoneRequests"),
  servingPhones: () => actionPath("phoneParameterDeployment", "servingPhones"),
  applicationFirewall: () => placeAt("applicationFirewall").path,
  blockedAddresses: () => actionPath("applicationFirewall", "blockedAddresses"),
  speCertificate: () => placeAt("speCertificate").path,
  importSpeCertificate: () => actionPath("speCertificate", "importCertificate"),
  /** There is one, number 1, as in the mirrored console. */
  installedSpeCertificate: () => dataPath("speCertificate", 1),
  speAuthorities: () => placeAt("speAuthorities").path,
  importSpeAuthority: () => actionPath("speAuthorities", "importAuthority"),
  /** By its place in the list, from 1. */
  speAuthority: (number: number) => dataPath("speAuthorities", number),
  certificateGeneration: () => placeAt("certificateGeneration").path,
  generateAuthority: () => actionPath("certificateGeneration", "generateAuthority"),
  generateSelfSigned: () => actionPath("certificateGeneration", "generateSelfSigned"),
  authority: (id: number) => dataPath("certificateGeneration", id),
  generateServerCertificate: (authorityId: number) =>
    dataPath("certificateGeneration", authorityId, "generateServerCertificate"),
  certificateManagement: () => placeAt("certificateManagement").path,
  importCertificate: () => actionPath("certificateManagement", "importCertificate"),
  certificate: (id: number) => dataPath("certificateManagement", id),
  networkInterfaces: () => placeAt("networkInterfaces").path,
  officeRouter: () => placeAt("officeRouter").path,
  automaticMapping: () => actionPath("officeRouter", "automaticMapping"),
  itsp: () => placeAt("itsp").path,
  editStun: () => actionPath("itsp", "editStun"),
  sipClients: () => placeAt("sipClients").path,
  importExportSipClients: () => actionPath("sipClients", "importExportSipClients"),
  addSipClient: () => actionPath("sipClients", "addSipClient"),
  /** One station; at a field of its form, where it is named. */
  sipClient: (index: number, field?: string) =>
    dataPath("sipClients", index) + (field === undefined ? "" : `#${field}`),
  timeline: (index: number) => dataPath("sipClients", index, "timeline"),
  tryRegistration: (callNumber?: string | number) =>
    actionPath("sipClients", "tryRegistration") + (callNumber === undefined ? "" : `?user=${callNumber}`),
  /** The devices of a station; one of them, where it is named. */
  stationDevices: (index: number, device?: number | "new") =>
    `${dataPath("sipClients", index, "phoneParameterDeployment")}${device === undefined ? "" : `?device=${device}`}`,
  rtpProxyChannels: () => placeAt("rtpProxyChannels").path,
  backUpNow: () => placeAt("backupNow").path,
  restoreBackup: () => placeAt("restoreBackup").path,
  scheduledBackups: () => placeAt("scheduledBackups").path,
  /** All calls, or those of one number. */
  calls: (callNumber?: string | number) =>
    placeAt("calls").path + (callNumber === undefined ? "" : `?callNumber=${callNumber}`),
  events: () => placeAt("events").path,
  adminLog: () => placeAt("adminLog").path,
  notifications: () => placeAt("notifications").path,
} as const

export function actionPath(node: TreeKey, action: ActionKey): string {
  const place = placeAt(node)
  const found = place.node.actions?.find(({ key }) => key === action)
  if (!found) throw new Error(`${action} is not an action of ${node}`)
  return found.segment === "" ? place.path : `${place.path}/${found.segment}`
}

/** A child that is data, or one of its actions. */
export function dataPath(node: TreeKey, id: number, action?: ActionKey): string {
  const place = placeAt(node)
  const found = action === undefined ? undefined : place.node.data?.actions.find(({ key }) => key === action)
  if (action !== undefined && !found) throw new Error(`${action} is not an action of what lies under ${node}`)
  return [place.path, id, found?.segment].filter((part) => part !== undefined && part !== "").join("/")
}
