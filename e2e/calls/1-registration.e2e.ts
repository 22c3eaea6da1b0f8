/**
 * 1. What comes from the internet proves that the office router forwards, and a registration most of all: the home phone registers
 * on 5070 through both routers; the console, in a real browser, shows it within a second.
 */
import { api } from "@homeport/contract"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { type ConsoleWindow, openConsole } from "../lab/browser.ts"
import type { Host } from "../lab/host.ts"
import { OFFICE_NAME } from "../lab/internet.ts"
import { until } from "../lab/until.ts"
import { HOME_NUMBERS, type Office, openOffice } from "./office.ts"

describe.each([2, 3] as const)("Figure %d", (figure) => {
  let office: Office
  let browser: ConsoleWindow
  beforeAll(async () => {
    office = await openOffice({ figure, homes: [{ nat: "cone" }] })
    browser = await openConsole(office.lab.homeportHost, office.homeport)
  })
  afterAll(async () => {
    await browser?.close()
    await office?.close()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") console.log(await office.story())
  })

  test("a browser at home proves the forwarding of TCP, one in the office does not", async () => {
    const line = async () => {
      const { items } = await office.homeport.client.request(api.forwarding.read)
      return items.find(({ transport }) => transport === "TCP")
    }
    const browse = (from: Host, host: string) =>
      from.run(["curl", "--silent", "--max-time", "5", `http://${host}:5070/`])
    expect(browse(office.lab.officePhone, office.lab.addresses.outer)).toContain("That proves nothing")
    expect(await line()).toMatchObject({ open: true, proven: null })
    await browser.page.goto("/expert-mode/telephony-server/basic-settings/port-management")
    const row = browser.page.getByRole("row", { name: /^TCP 5070/ })
    await row.getByText("Not proven").waitFor()
    const { publicAddress, phone } = office.home(0)
    expect(browse(phone, OFFICE_NAME)).toContain("Homeport was reached on TCP port 5070.")
    await row.getByText(`from ${publicAddress}`).waitFor({ timeout: 3_000 })
    expect(await line()).toMatchObject({ proven: { from: publicAddress, how: "http" } })
  })

  test("a phone at home registers, and the open console shows it within a second", async () => {
    const { publicAddress } = office.home(0)
    const phone = await office.homePhone("twinkle")
    await browser.page.goto("/home")
    const shown = browser.page
      .getByText(publicAddress)
      .first()
      .waitFor({ timeout: 30_000 })
      .then(() => Date.now())
    expect(await phone.register()).toEqual({ accepted: true })

    const accepted = await until(
      "the 200 passes Homeport's interface",
      () =>
        office.wire().find(({ startLine, header }) => / 200 /.test(startLine) && /REGISTER/.test(header("CSeq") ?? "")),
      5_000,
    )
    expect((await shown) - accepted.packet.at).toBeLessThan(1_000)

    const { items } = await office.homeport.client.request(api.registrations.list)
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      callNumber: HOME_NUMBERS[0],
      network: "outer",
      transport: "UDP",
      hairpin: false,
      state: "reachable",
      source: { host: publicAddress },
    })
    expect(accepted.packet).toMatchObject({ from: office.lab.addresses.outer, fromPort: 5070, to: publicAddress })
  })
})
