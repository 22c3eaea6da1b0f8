import { connect } from "node:net"
import {
  addCertificates,
  addresses,
  apply,
  expect,
  field,
  openConsole,
  outcome,
  type Page,
  type Server,
  test,
} from "../support/console.ts"

const flag = (page: Page, name: string) => page.getByRole("checkbox", { name, exact: true })
const support = (page: Page) => page.locator("[data-field=speSupport]")

test("SPE support can be ticked before there is a certificate, and the page says why 5071 is closed", async ({
  page,
  server,
}) => {
  await openConsole(page, server, addresses.systemFlags)
  await expect(support(page)).toContainText("No SPE certificate is installed.")
  await expect(support(page)).toContainText("SPE support is off in System Flags.")
  await flag(page, "SPE support").check()
  await apply(page)
  await expect(outcome(page)).toContainText("Applied at")
  await expect(support(page)).toContainText("Closed")
  await expect(support(page)).not.toContainText("SPE support is off")
  expect(await accepts(server, 5071)).toBe(false)

  await page.getByRole("treeitem", { name: "Port Management" }).click()
  const row = page.getByRole("row", { name: /^SIP_TLS_SUB_EXT / })
  await expect(row).toContainText("No SPE certificate is installed.")
  await expect(page.getByRole("row", { name: /^TLS 5071 5071/ })).toContainText("not needed yet: SIP over TLS is off")

  await page.getByRole("link", { name: "Home", exact: true }).click()
  const readiness = page.getByRole("region", { name: "Is SIP@Home ready?" })
  await expect(readiness).toContainText("SPE support is on, but SIP over TLS is closed.")
  await readiness.getByRole("link", { name: "Go to Certificates for TLS" }).click()
  await expect(page.getByRole("heading", { name: "Certificates for TLS", level: 1 })).toBeVisible()
})

test("with a certificate the tick opens the ports; without it, or on LAN 1 (WAN), they are closed", async ({
  page,
  server,
}) => {
  test.slow()
  await install(server)
  await openConsole(page, server, addresses.systemFlags)
  await flag(page, "SPE support").check()
  await page.keyboard.press("Control+s")
  await expect(support(page)).toContainText("Open on 5071 (internet) and 5062 (office)")
  for (const port of [5071, 5062]) expect(await accepts(server, port)).toBe(true)

  await page.getByRole("treeitem", { name: "Port Management" }).click()
  for (const name of ["SIP_TLS_SUB_EXT", "SIP_TLS_SUB"])
    await expect(page.getByRole("row", { name: new RegExp(`^${name} `) })).toContainText("Open")
  await expect(page.getByRole("row", { name: /^TLS 5071 5071/ })).not.toContainText("not needed yet")
  await page.getByRole("link", { name: "Home", exact: true }).click()
  await expect(page.getByRole("link", { name: /^SIP over TLS Open Certificate: 82\d days left/ })).toBeVisible()

  await page.goBack()
  await page.goBack()
  await flag(page, "SPE support").uncheck()
  await apply(page)
  await expect(outcome(page)).toContainText("Applied at")
  await expect(support(page)).toContainText("SPE support is off in System Flags.")
  for (const port of [5071, 5062]) expect(await accepts(server, port)).toBe(false)

  const wan = { lan1: server.sipAddress, lan2: null, voip: "lan1", localNetworks: [] }
  await server.api("PUT", "/api/settings/network-interfaces", wan)
  await flag(page, "SPE support").check()
  await apply(page)
  await expect(support(page)).toContainText("VoIP uses LAN 1 (WAN): TLS is supported at a LAN interface only.")
  await support(page).getByRole("link", { name: "Go to Network Interfaces" }).click()
  await expect(page.getByRole("heading", { name: "Network Interfaces", level: 1 })).toBeVisible()
})

test("the flags of the guide, in its order and states; what has no effect says so; a node needs its number", async ({
  page,
  server,
}) => {
  await openConsole(page, server, addresses.systemFlags)
  await expect(page.getByRole("link", { name: "Edit System Flags" })).toHaveAttribute("aria-current", "page")
  const boxes = page.getByRole("checkbox")
  await expect(boxes).toHaveCount(FLAGS.length)
  for (const [at, [name, ticked]] of FLAGS.entries()) {
    await expect(boxes.nth(at)).toHaveAccessibleName(name)
    await expect(boxes.nth(at)).toBeChecked({ checked: ticked })
    const idle = name === "SPE support" ? /Closed/ : "no effect in Homeport"
    await expect(boxes.nth(at)).toHaveAccessibleDescription(idle)
  }
  await flag(page, "Automatic redial").check()
  await apply(page)
  await expect(outcome(page)).toContainText("Applied at")
  await page.reload()
  await expect(flag(page, "Automatic redial")).toBeChecked()

  await expect(field(page, "Node callnumber")).toBeDisabled()
  await flag(page, "active").check()
  await apply(page)
  await expect(page.getByText("This is needed.")).toBeVisible()
  await expect(field(page, "Node callnumber")).toBeFocused()
  await field(page, "Node callnumber").fill("12a")
  await apply(page)
  await expect(page.getByText("A call number consists of digits only.")).toBeVisible()
  await field(page, "Node callnumber").fill("95")
  await apply(page)
  await expect(outcome(page)).toContainText("Applied at")
  await flag(page, "active").uncheck()
  await apply(page)
  await expect(outcome(page)).toContainText("Applied at")
  expect(await server.api("GET", "/api/settings/system-flags")).toMatchObject({
    openNumbering: false,
    nodeCallNumber: null,
  })
})

const FLAGS: readonly (readonly [string, boolean])[] = [
  ["Automatic redial", false],
  ["Voice mail Node call number", false],
  ["Call Pickup after automatic recall", false],
  ["Configurable CLIP", true],
  ["Caller list at destination in case of Forward Line", false],
  ["Call forwarding after deflect call / single step transfer", false],
  ["Follow call management in case of deflect call / single step transfer", false],
  ["Warning tone during voice recording", true],
  ["Calling number in pick-up groups / ringing groups / CFN /RNA", true],
  ["SPE support", false],
  ["SPE advisory tone", true],
  ["SIP Prov. to SIP Prov. transit", false],
  ["Transparent dialing of * and # on trunk interfaces", false],
  ["Add seizure code for MEX", false],
  ["CMI MWI Ringer", false],
  ["active", false],
  ["Feature transit", true],
]

async function install(server: Server): Promise<void> {
  const { server: certificateId } = await addCertificates(server)
  await server.api("PUT", "/api/spe/certificate", { certificateId })
}

function accepts({ sipAddress: host }: Server, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port })
    const say = (accepted: boolean) => {
      socket.destroy()
      resolve(accepted)
    }
    socket.once("connect", () => say(true)).once("error", () => say(false))
  })
}
