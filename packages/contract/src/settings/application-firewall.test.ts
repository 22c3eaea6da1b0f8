import { expect, test } from "vitest"
import { fieldProblems } from "../field-problem.ts"
import { applicationFirewallDefaults, applicationFirewallSettings } from "./application-firewall.ts"

function problemsOf(change: object) {
  const settings = { ...applicationFirewallDefaults, ...change }
  const outcome = applicationFirewallSettings.safeParse(settings)
  return outcome.success ? {} : fieldProblems(outcome.error, settings)
}

const only = (...networks: string[]) => ({
  from: "networks",
  networks: networks.map((network) => ({ network, note: "" })),
})

test("the defaults keep the inner ports for local networks, and all else open", () => {
  expect(problemsOf({})).toEqual({})
  const { console, sip, sipTlsSub, sipExt, sipTlsSubExt } = applicationFirewallDefaults
  expect([console, sip, sipTlsSub, sipExt, sipTlsSubExt].map(({ from }) => from)).toEqual([
    "everybody",
    "local",
    "local",
    "everybody",
    "everybody",
  ])
})

test("a rule that lets nobody in is refused", () => {
  expect(problemsOf({ sipExt: only() })).toEqual({ "sipExt.networks": { code: "NoNetworks" } })
})

test("what is no network is said at its entry, and bits behind the prefix with the network that was meant", () => {
  expect(problemsOf({ console: only("203.0.113.0/24", "office", "192.168.7.5/24") })).toEqual({
    "console.networks.1.network": { code: "NotANetworkOrAddress" },
    "console.networks.2.network": { code: "HostBits", params: { network: "192.168.7.0/24" } },
  })
  expect(problemsOf({ allowList: [{ network: "", note: "" }] })).toMatchObject({
    "allowList.0.network": { code: "Required" },
  })
})

test("the same network twice, however it is written", () => {
  expect(problemsOf({ allowList: only("203.0.113.7", "203.0.113.7/32").networks })).toEqual({
    "allowList.1.network": { code: "NetworkTwice" },
  })
})

test("IPv6 has a place where something listens for it: at the console, not at SIP ports", () => {
  expect(problemsOf({ console: only("2001:db8::/32") })).toEqual({})
  expect(problemsOf({ sip: only("2001:db8::/32") })).toEqual({ "sip.networks.0.network": { code: "OnlyIpv4" } })
})
