/** Where the three dialects differ (README.md). */
import { expect, test } from "vitest"
import type { Generation } from "./devices.ts"
import { encrypted, home, office, provision } from "./profiles.fixture.ts"
import type { StationProfile } from "./station-profile.ts"

const settings = (profile: StationProfile, generation?: Generation, id = "yealink-sip-t41p") =>
  new Map(
    (provision(id, profile, { generation }).files[0]?.text ?? "").split("\n").map((line): [string, string] => {
      const [name = "", ...value] = line.split(" = ")
      return [name, value.join(" = ")]
    }),
  )

test("V72 has STUN and transport at the account, and nothing static", () => {
  const found = settings(home, "v72")
  expect(found.get("account.1.nat.stun_server")).toBe("stun.example.net")
  expect(found.get("account.1.nat.stun_port")).toBe("3478")
  expect(found.get("account.1.transport")).toBe("0")
  expect([...found.keys()].filter((name) => /^static\.|nat_stun|transport_type/.test(name))).toEqual([])
})

test("V80 has STUN at the phone without static, and the transport at the server", () => {
  const found = settings({ ...home, server: { ...home.server, transport: "tcp" } }, "v80")
  expect(found.get("sip.nat_stun.enable")).toBe("1")
  expect(found.get("sip.nat_stun.server")).toBe("stun.example.net")
  expect(found.get("account.1.sip_server.1.transport_type")).toBe("1")
  expect([...found.keys()].filter((name) => /^static\.|account\.1\.(nat\.stun|transport)/.test(name))).toEqual([])
})

test("V81 says static before all that a user does not change", () => {
  const found = settings(encrypted, "v81")
  expect(found.get("static.sip.nat_stun.server")).toBe("stun.example.net")
  expect(found.get("static.auto_provision.server.url")).toBe(home.provisioningUrl)
  expect(found.get("static.security.default_ssl_method")).toBe("5")
  expect(found.get("static.trusted_certificates.url")).toBe("http://192.0.2.10:8080/SPE-CA.crt")
  expect(found.get("account.1.sip_server.1.transport_type")).toBe("2")
  expect([...found.keys()].filter((name) => /^(auto_provision|security|trusted|sip\.nat)/.test(name))).toEqual([])
})

test("a phone of unknown firmware gets what each of the three would get, and no more", () => {
  const every = (["v72", "v80", "v81"] as const).flatMap((generation) => [...settings(encrypted, generation)])
  expect(new Map([...settings(encrypted)].sort())).toEqual(new Map(every.sort()))
})

test("the certificate's name is compared where the server has a name", () => {
  expect(settings(encrypted, "v81").get("static.security.cn_validation")).toBe("1")
  const byAddress = { ...encrypted, server: { ...encrypted.server, host: "203.0.113.7" } }
  expect(settings(byAddress, "v81").get("static.security.cn_validation")).toBe("0")
})

test("what a phone in the office may still have from home is taken back", () => {
  const found = settings(office)
  expect(found.get("account.1.nat.nat_traversal")).toBe("0")
  expect(found.get("static.sip.nat_stun.enable")).toBe("0")
  expect(found.get("account.1.nat.stun_server")).toBe("%NULL%")
  expect(found.get("account.1.sip_server.2.address")).toBe("%NULL%")
})

test("only at home is the phone closed to redirection by router and neighbours", () => {
  expect(settings(home, "v72").get("auto_provision.dhcp_option.enable")).toBe("0")
  expect(settings(home, "v81").get("static.auto_provision.pnp_enable")).toBe("0")
  expect([...settings(office).keys()].some((name) => /pnp|dhcp/.test(name))).toBe(false)
})

test("a time zone whose spelling is not known is left as it is", () => {
  expect(settings(home).get("local_time.time_zone_name")).toBe("Germany(Berlin)")
  expect(settings({ ...home, timeZone: "Pacific/Auckland" }).has("local_time.time_zone")).toBe(false)
})

test("a generation that the model never had counts for nothing", () => {
  expect(settings(home, "v81", "yealink-sip-t19p")).toEqual(settings(home, "v72", "yealink-sip-t19p"))
})
