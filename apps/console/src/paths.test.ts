import { de } from "@homeport/contract/console/de"
import { en } from "@homeport/contract/console/en"
import { expect, test } from "vitest"
import { paths } from "./paths.ts"
import { placeOf, places } from "./tree.ts"

const kebab = (label: string) =>
  label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")

test("every address inside the console", () => {
  const all = Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, path(68)]))
  expect(all).toMatchInlineSnapshot(`
    {
      "addSipClient": "/expert-mode/telephony-server/station/ip-clients/sip-clients/add-sip-client",
      "dynDns": "/expert-mode/telephony-server/basic-settings/dyndns",
      "editStun": "/expert-mode/telephony-server/voice-gateway/internet-telephony-service-provider/edit-stun-configuration",
      "events": "/expert-mode/maintenance/events",
      "expertMode": "/expert-mode",
      "home": "/home",
      "itsp": "/expert-mode/telephony-server/voice-gateway/internet-telephony-service-provider",
      "logout": "/logout",
      "networkInterfaces": "/expert-mode/telephony-server/network-interfaces",
      "portManagement": "/expert-mode/telephony-server/basic-settings/port-management",
      "rtpProxyChannels": "/expert-mode/telephony-server/payload/rtp-proxy-channels",
      "sipClient": "/expert-mode/telephony-server/station/ip-clients/sip-clients/68",
      "sipClients": "/expert-mode/telephony-server/station/ip-clients/sip-clients",
    }
  `)
})

test("a segment is the English label in kebab-case", () => {
  for (const { node } of places()) {
    expect(node.segment).toBe(kebab(en.tree[node.key]))
    for (const { key, segment } of node.actions ?? []) if (segment !== "") expect(segment).toBe(kebab(en.tree[key]))
  }
})

test("every node says in both languages what it is for", () => {
  for (const { node } of places())
    for (const texts of [en, de]) {
      expect(texts.tree[node.key]).not.toBe("")
      expect(texts.about[node.key]).not.toBe("")
    }
})

test("an address belongs to the deepest node it lies in", () => {
  expect(placeOf(paths.sipClient(68))?.node.key).toBe("sipClients")
  expect(placeOf(paths.editStun())?.above.map(({ key }) => key)).toEqual(["telephonyServer", "voiceGateway"])
  expect(placeOf("/home")).toBeUndefined()
})
