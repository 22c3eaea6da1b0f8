/** Homeport tells a DynDNS provider itself: from the choice on the page to the provider's answer in words. */
import { createServer } from "node:http"
import AxeBuilder from "@axe-core/playwright"
import { stunDefaults } from "@homeport/contract"
import { addresses, apply, expect, field, openConsole, outcome, test } from "../support/console.ts"

/** A dyndns2 provider in the office's own network, which knows one login and one name. */
async function provider() {
  const asked: { readonly url: string; readonly login: string }[] = []
  const server = createServer((request, response) => {
    const login = Buffer.from(request.headers.authorization?.split(" ")[1] ?? "", "base64").toString()
    const url = new URL(request.url ?? "", "http://provider")
    asked.push({ url: `${url.pathname}${url.search}`, login })
    const known = url.searchParams.get("hostname") === "office.example.net"
    const answer =
      login !== "ada:Right-Lantern-42" ? "badauth" : known ? `good ${url.searchParams.get("myip")}` : "nohost"
    response.setHeader("content-type", "text/plain").end(answer)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve)
  })
  const bound = server.address()
  const port = typeof bound === "object" && bound ? bound.port : 0
  return { asked, url: `http://127.0.0.1:${port}/nic/update?hostname=<hostname>&myip=<ip>`, end: () => server.close() }
}

test("Homeport updates the name: a wrong field, a refusal, a success, each in words", async ({ page, server }) => {
  const { asked, url, end } = await provider()
  const answers: string[] = []
  page.on("response", async (response) => {
    if (response.url().includes("/api/")) answers.push(await response.text().catch(() => ""))
  })
  await server.api("PUT", "/api/settings/stun", {
    ...stunDefaults,
    mode: "static",
    staticIpAddress: "203.0.113.7",
    staticPort: 5070,
  })
  await openConsole(page, server, addresses.dynDns)
  await page.getByRole("radio", { name: "Homeport" }).check()
  await field(page, "Host name").fill("office.example.net")
  await field(page, "URL").fill(url.replace("127.0.0.1", "dyndns.example.net"))
  await field(page, "User name").fill("ada")
  await field(page, "Password").fill("Wrong-Lantern-42")
  await apply(page)
  await expect(page.getByText("Use https: over http the password could be read on its way.")).toBeVisible()
  await expect(field(page, "URL")).toBeFocused()
  expect(asked).toEqual([])

  await field(page, "URL").fill(url)
  await expect(page.getByText("Over http everybody in your network who listens")).toBeVisible()
  await apply(page)
  await expect(outcome(page)).toContainText("Applied at")
  const card = page.getByRole("region", { name: "Updates by Homeport" })
  await expect(card.getByText("User name or password is wrong. Enter both anew.")).toBeVisible()
  await expect(card.getByText("badauth")).toBeVisible()
  await expect(card.getByText("Stopped")).toBeVisible()
  await expect(field(page, "Password")).toHaveValue("")
  await expect(page.getByText("A password is stored. Leave empty to keep it.")).toBeVisible()

  await field(page, "Password").fill("Right-Lantern-42")
  await apply(page)
  await expect(card.getByText("The name now leads to the reported address.")).toBeVisible()
  await expect(card.getByText("good 203.0.113.7")).toBeVisible()
  await expect(card.getByText("Reported", { exact: true })).toBeVisible()
  await card.getByRole("button", { name: "Update now" }).click()
  // Two updates are 30 seconds apart, also when somebody asks.
  await expect(card.getByText("Next attempt")).toBeVisible()
  expect(asked).toEqual([
    { url: "/nic/update?hostname=office.example.net&myip=203.0.113.7", login: "ada:Wrong-Lantern-42" },
    { url: "/nic/update?hostname=office.example.net&myip=203.0.113.7", login: "ada:Right-Lantern-42" },
  ])
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await page.goto(`${server.url}${addresses.events}`)
  await expect(
    page.getByText("The DynDNS provider was told that office.example.net leads to 203.0.113.7."),
  ).toBeVisible()
  await expect(page.getByText("The DynDNS provider refused the update of office.example.net (badauth)")).toBeVisible()
  const seen = [...answers, await page.content(), server.log()].join("\n")
  expect(seen).toContain("dyndns.stopped")
  expect(seen).not.toContain("Lantern-42")
  end()
})
