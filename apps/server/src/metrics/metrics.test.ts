import { expect, test } from "vitest"
import { testServer } from "../testing/test-server.fixture.ts"

test("figures are for whoever is signed in, in the form that Prometheus reads", async () => {
  const { ask, signIn, sbc } = await testServer()
  expect((await ask("GET", "/metrics")).status).toBe(401)
  const expert = await signIn("expert")
  await expert("POST", "/api/sip-clients", {
    body: { callNumber: "168", name: "Home", password: "Quiet-Lamp-73", internetRegistration: true },
  })
  sbc.stunView = { ...sbc.stunView, state: "mapped", mapped: { host: "203.0.113.20", port: 5070 }, roundTrip: 12 }
  const { status, headers, body } = await (await signIn("basic"))("GET", "/metrics")
  expect([status, headers["content-type"]]).toEqual([200, "text/plain; version=0.0.4; charset=utf-8"])
  for (const line of [
    'homeport_info{version="0.0.0"} 1',
    'homeport_stations{internet="yes"} 1',
    'homeport_registrations{network="outer",transport="TLS"} 0',
    'homeport_channels{kind="total"} 60',
    'homeport_listener_up{name="SIP_EXT",transport="UDP"} 1',
    "homeport_mapped 1",
    "homeport_stun_round_trip_seconds 0.012",
    "homeport_store_writable 1",
  ])
    expect(body.split("\n")).toContain(line)
  expect(body).toMatch(/^process_cpu_seconds_total \S+/m)
  expect(body).toMatch(/homeport_http_request_duration_seconds_count\{.*route="\/api\/sip-clients".*\} 1/)
})

test("a route is named by its pattern: no token of a link stands there", async () => {
  const { signIn } = await testServer()
  const ask = await signIn("basic")
  await ask("GET", "/api/sip-clients/4711")
  const { body } = await ask("GET", "/metrics")
  expect(body).toContain('route="/api/sip-clients/:index"')
  expect(body).not.toContain("4711")
})
