import { de, dePages } from "@homeport/contract/console/de"
import { en, enPages } from "@homeport/contract/console/en"
import { expect, test } from "vitest"
import { paths } from "./paths.ts"
import { placeOf, places } from "./tree.ts"

/** Of "Signaling and Payload Encryption (SPE)" the address has the short name alone, of "Certificate(s)" what is read. */
const kebab = (label: string) =>
  (/\(([A-Z]{2,})\)$/.exec(label)?.[1] ?? label.replace("(s)", "s"))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")

test("every address inside the console", () => {
  const all = Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, path(68)]))
  expect(all).toMatchInlineSnapshot(`
    {
      "addAdministrator": "/administrators/accounts/add-administrator",
      "addDevices": "/expert-mode/telephony-server/basic-settings/phone-parameter-deployment/add-devices",
      "addSipClient": "/expert-mode/telephony-server/station/ip-clients/sip-clients/add-sip-client",
      "adminLog": "/expert-mode/maintenance/admin-log",
      "administrator": "/administrators/accounts/68",
      "administrators": "/administrators/accounts",
      "apiTokens": "/administrators/my-account/api-tokens",
      "applicationFirewall": "/expert-mode/telephony-server/security/application-firewall",
      "authority": "/expert-mode/telephony-server/security/ssl/certificate-generation/68",
      "automaticMapping": "/expert-mode/telephony-server/network-interfaces/office-router/automatic-mapping",
      "backUpNow": "/data-backup/back-up-now",
      "blockedAddresses": "/expert-mode/telephony-server/security/application-firewall/blocked-addresses",
      "calls": "/expert-mode/maintenance/calls?callNumber=68",
      "certificate": "/expert-mode/telephony-server/security/ssl/certificate-management/68",
      "certificateGeneration": "/expert-mode/telephony-server/security/ssl/certificate-generation",
      "certificateManagement": "/expert-mode/telephony-server/security/ssl/certificate-management",
      "certificatesForTls": "/setup/security/certificates-for-tls",
      "dynDns": "/expert-mode/telephony-server/basic-settings/dyndns",
      "editStun": "/expert-mode/telephony-server/voice-gateway/internet-telephony-service-provider/edit-stun-configuration",
      "events": "/expert-mode/maintenance/events",
      "expertMode": "/expert-mode",
      "generateAuthority": "/expert-mode/telephony-server/security/ssl/certificate-generation/generate-ca-certificate",
      "generateSelfSigned": "/expert-mode/telephony-server/security/ssl/certificate-generation/generate-self-signed-certificate",
      "generateServerCertificate": "/expert-mode/telephony-server/security/ssl/certificate-generation/68/generate-ca-signed-server-certificate",
      "home": "/home",
      "importCertificate": "/expert-mode/telephony-server/security/ssl/certificate-management/import-certificate",
      "importExportSipClients": "/expert-mode/telephony-server/station/ip-clients/sip-clients/import-export",
      "importSpeAuthority": "/expert-mode/telephony-server/security/spe/spe-ca-certificates/import-ca-certificate",
      "importSpeCertificate": "/expert-mode/telephony-server/security/spe/spe-certificate/import-certificate",
      "installedSpeCertificate": "/expert-mode/telephony-server/security/spe/spe-certificate/1",
      "ipTelephones": "/setup/telephones-subscribers/ip-telephones",
      "itsp": "/expert-mode/telephony-server/voice-gateway/internet-telephony-service-provider",
      "logout": "/logout",
      "networkInterfaces": "/expert-mode/telephony-server/network-interfaces",
      "notifications": "/expert-mode/maintenance/notifications",
      "officeRouter": "/expert-mode/telephony-server/network-interfaces/office-router",
      "ownAccount": "/administrators/my-account",
      "phoneParameterDeployment": "/expert-mode/telephony-server/basic-settings/phone-parameter-deployment",
      "phoneRequests": "/expert-mode/telephony-server/basic-settings/phone-parameter-deployment/phone-requests",
      "portManagement": "/expert-mode/telephony-server/basic-settings/port-management",
      "restoreBackup": "/data-backup/restore",
      "rtpProxyChannels": "/expert-mode/telephony-server/payload/rtp-proxy-channels",
      "scheduledBackups": "/data-backup/scheduled",
      "secondFactor": "/administrators/my-account/second-factor",
      "servingPhones": "/expert-mode/telephony-server/basic-settings/phone-parameter-deployment/serving-phones",
      "setup": "/setup",
      "signIns": "/administrators/sign-in-history",
      "sipAtHome": "/setup/sip-home",
      "sipClient": "/expert-mode/telephony-server/station/ip-clients/sip-clients/68",
      "sipClients": "/expert-mode/telephony-server/station/ip-clients/sip-clients",
      "speAuthorities": "/expert-mode/telephony-server/security/spe/spe-ca-certificates",
      "speAuthority": "/expert-mode/telephony-server/security/spe/spe-ca-certificates/68",
      "speCertificate": "/expert-mode/telephony-server/security/spe/spe-certificate",
      "stationDevices": "/expert-mode/telephony-server/station/ip-clients/sip-clients/68/phone-parameter-deployment",
      "systemFlags": "/expert-mode/telephony-server/basic-settings/system/system-flags",
      "timeline": "/expert-mode/telephony-server/station/ip-clients/sip-clients/68/timeline",
      "tryRegistration": "/expert-mode/telephony-server/station/ip-clients/sip-clients/try-a-registration?user=68",
    }
  `)
})

test("a segment is the English label in kebab-case", () => {
  for (const { node } of places()) {
    expect(node.segment).toBe(kebab(en.tree[node.key]))
    for (const { key, segment } of [...(node.actions ?? []), ...(node.data?.actions ?? [])])
      if (segment !== "") expect(segment).toBe(kebab(en.tree[key]))
  }
})

test("every node says in both languages what it is for", async () => {
  const abouts = await Promise.all([enPages.about(), dePages.about()])
  for (const { node } of places()) {
    for (const { tree } of [en, de]) expect(tree[node.key]).not.toBe("")
    for (const about of abouts) expect(about[node.key]).not.toBe("")
  }
})

test("an address belongs to the deepest node it lies in", () => {
  expect(placeOf(paths.sipClient(68))?.node.key).toBe("sipClients")
  expect(placeOf(paths.editStun())?.above.map(({ key }) => key)).toEqual(["telephonyServer", "voiceGateway"])
  expect(placeOf("/home")).toBeUndefined()
})
