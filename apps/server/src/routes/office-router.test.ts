import { expect, test, vi } from "vitest"
import type { RouterControl } from "../router/port-mapper.ts"
import { testServer } from "../testing/test-server.fixture.ts"

const control: RouterControl = {
  protocol: "upnp-igd",
  externalAddress: async () => "203.0.113.7",
  map: async ({ port }) => ({ externalPort: port, seconds: 3_600 }),
  unmap: async () => undefined,
}
const voip = { lan1: null, lan2: "eth0", voip: "lan2", localNetworks: [] }

test("where the router is, and that nothing is asked of it before somebody wants that", async () => {
  const find = vi.fn(async () => control)
  const server = await testServer({ mapper: { find } })
  const ask = await server.signIn()
  await ask("PUT", "/api/settings/network-interfaces", { body: voip })
  expect((await ask("GET", "/api/office-router")).body).toEqual({
    address: "192.168.1.10",
    gateway: "192.168.1.1",
    phonesPort: null,
    mapping: { on: false, protocol: null, externalAddress: null, lines: [], nextAt: null },
  })
  expect(find).not.toHaveBeenCalled()
})

test("switched on it maps the outer SIP ports and says so; switched off it says that too", async () => {
  const server = await testServer({ mapper: { find: async () => control } })
  const ask = await server.signIn()
  await ask("PUT", "/api/settings/network-interfaces", { body: voip })
  const mapping = async () => (await ask("GET", "/api/office-router")).body.mapping
  await ask("PUT", "/api/settings/office-router", { body: { automaticMapping: true } })
  await expect
    .poll(async () => (await mapping()).lines.map(({ state }: { state: string }) => state))
    .toEqual(["mapped", "mapped"])
  expect(await mapping()).toMatchObject({
    on: true,
    protocol: "upnp-igd",
    externalAddress: "203.0.113.7",
    lines: [
      { protocol: "UDP", port: 5070, problem: null, until: "2027-01-15T09:00:00.000Z" },
      { protocol: "TCP", port: 5070 },
    ],
  })
  await ask("PUT", "/api/settings/office-router", { body: { automaticMapping: false } })
  await expect.poll(async () => (await mapping()).lines).toEqual([])
  const { items } = (await ask("GET", "/api/events?code=router")).body
  expect(items.map(({ code }: { code: string }) => code)).toEqual([
    "router.unmapped",
    "router.unmapped",
    "router.mapped",
    "router.mapped",
  ])
})

test("only an expert may switch it", async () => {
  const server = await testServer()
  const ask = await server.signIn("enhanced")
  expect((await ask("PUT", "/api/settings/office-router", { body: { automaticMapping: true } })).status).toBe(403)
})
