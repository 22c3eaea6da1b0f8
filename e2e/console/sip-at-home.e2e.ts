import {
  addDevice,
  addresses,
  addStation,
  expect,
  expectRow,
  openConsole,
  strongPassword,
  test,
} from "../support/console.ts"
import { sipPhone } from "../support/sip-phone.ts"

test("IP Telephones: the stations with their devices, and who is registered, live", async ({ page, server }) => {
  await addStation(server, "168", "Reception")
  await addStation(server, "169", "Workshop")
  await addDevice(server, 1, "yealink-sip-t41p", { mac: "00:15:65:aa:bb:cc" })
  await openConsole(page, server, addresses.setup)
  await page.getByRole("treeitem", { name: "IP Telephones" }).click()
  await expectRow(page, {
    "Call number": "168",
    Name: "Reception",
    Device: "SIP-T41P00:15:65:AA:BB:CC",
    Registration: "Not registered",
  })
  await expectRow(page, { "Call number": "169", Name: "Workshop", Device: "Choose a device" })

  const phone = await sipPhone({
    server: { host: server.sipAddress, port: 5060 },
    address: server.sipAddress,
    callNumber: "168",
    userId: "SIP-168",
    password: strongPassword,
  })
  expect(await phone.register(300)).toBe(200)
  await expectRow(page, { "Call number": "168", Registration: "Registered" })
  phone.close()

  await page.getByRole("link", { name: "SIP-T41P", exact: true }).click()
  await expect(page).toHaveURL(/phone-parameter-deployment\?device=1$/)
  await page.goBack()
  await page.getByRole("link", { name: "Edit 168 Reception" }).click()
  await expect(page.getByRole("heading", { name: "Station - 1", level: 1 })).toBeVisible()
})
