/**
 * 10. Nobody has entered a forwarding in the office router: Homeport asks it for the outer SIP ports, phones at home arrive through
 * them, and they are closed again when that is switched off or Homeport ends.
 */
import { api } from "@homeport/contract"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { needs } from "../certificates/tools.ts"
import { type MappingProtocol, openedPorts, openPortsOnRequest } from "../lab/mapping-router.ts"
import { until } from "../lab/until.ts"
import { HOME_NUMBERS, type Office, openOffice } from "./office.ts"

needs("miniupnpd")

describe.each<MappingProtocol>(["nat-pmp", "upnp-igd"])("%s", (protocol) => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice({ figure: 2, homes: [{ nat: "cone" }], forwardsNothing: true })
  })
  afterAll(() => office?.close())
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") console.log(await office.story())
  })

  const mapping = async () => (await office.homeport.client.request(api.officeRouter.status)).mapping
  const opened = () => openedPorts(office.lab.officeRouter)
  const ask = (automaticMapping: boolean) =>
    office.homeport.client.request(api.officeRouterSettings.replace, { body: { automaticMapping } })
  const reachable = () =>
    office.home(0).phone.exec(["timeout", "1", "bash", "-c", `: > /dev/tcp/${office.lab.publicAddress()}/5070`])
      .status === 0
  const allMapped = async () => {
    const { lines } = await mapping()
    return lines.length > 0 && lines.every(({ state }) => state === "mapped")
  }

  test("a phone at home registers through the ports that the router opened, and through them alone", async () => {
    await openPortsOnRequest(office.lab.officeRouter, protocol)
    expect(reachable()).toBe(false)
    await ask(true)
    await until("both ports are mapped", allMapped, 15_000, () => JSON.stringify(opened()))
    expect(await mapping()).toMatchObject({ on: true, protocol })
    expect(opened()).toEqual(["tcp 5070", "udp 5070"])
    expect(reachable()).toBe(true)

    await office.registeredHomePhone("twinkle")
    expect(await office.registrations()).toMatchObject([
      { callNumber: HOME_NUMBERS[0], network: "outer", source: { host: office.home(0).publicAddress } },
    ])
    expect(await office.events("router.mapped")).toHaveLength(2)
  })

  test("over TLS its port is opened too, while TLS is open", async () => {
    await office.openTls()
    await until("5071 is mapped", () => opened().includes("tcp 5071"), 15_000)
    expect(opened()).toEqual(["tcp 5070", "tcp 5071", "udp 5070"])
  })

  test("switched off, everything is closed again", async () => {
    await ask(false)
    await until(
      "nothing is open",
      () => opened().length === 0,
      15_000,
      () => opened().join(", "),
    )
    expect(reachable()).toBe(false)
    expect(await mapping()).toMatchObject({ on: false, lines: [] })
    expect(await office.events("router.unmapped")).toHaveLength(3)
  })

  test("when Homeport ends, it leaves nothing open", async () => {
    await ask(true)
    await until("the ports are mapped again", allMapped, 15_000)
    await office.homeport.end()
    expect(opened()).toEqual([])
  })
})
