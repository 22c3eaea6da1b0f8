import { applicationFirewallDefaults, applicationFirewall as page } from "@homeport/contract"
import { expect, test } from "vitest"
import { checkedFor } from "../../../../../form/check.ts"
import { firewallBody, firewallName, firewallValues } from "./firewall-values.ts"

test("what is shown is what is stored, and empty rows are not sent", () => {
  const settings = {
    ...applicationFirewallDefaults,
    sipExt: { from: "networks" as const, networks: [{ network: "203.0.113.0/24", note: "homes" }] },
    allowList: [{ network: "198.51.100.7", note: "" }],
  }
  const values = firewallValues(settings)
  expect(firewallBody(values)).toEqual(settings)
  const more = { ...values, sipExtNetworks: [{ network: " ", note: "" }, ...values.sipExtNetworks] }
  expect(firewallBody(more)).toEqual(settings)
})

test("what is wrong is said at the rule's field, with its row", () => {
  const values = firewallValues(applicationFirewallDefaults)
  const wrong = {
    ...values,
    sipExtFrom: "networks" as const,
    consoleFrom: "networks" as const,
    consoleNetworks: [
      { network: "203.0.113.7", note: "" },
      { network: "203.0.113.7/8", note: "" },
    ],
  }
  expect(checkedFor(page.replace, firewallBody(wrong), firewallName)).toMatchObject({
    sipExtNetworks: { code: "NoNetworks" },
    consoleNetworks: { code: "HostBits", part: "networks.1.network" },
  })
  const noNumber = firewallBody({ ...values, failures: "two" })
  expect(checkedFor(page.replace, noNumber, firewallName)).toMatchObject({ failures: { code: "NotANumber" } })
})
