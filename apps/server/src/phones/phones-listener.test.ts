import { connect } from "node:net"
import { describeCrl } from "@homeport/pki"
import { pino } from "pino"
import { expect, onTestFinished, test, vi } from "vitest"
import { homeOffice, mac, t41p } from "../provisioning/home-office.fixture.ts"
import type { Services } from "../services.ts"
import { testServer } from "../testing/test-server.fixture.ts"
import { buildPhonesListener, type PhonesListenerOptions } from "./phones-listener.ts"
import { createPhonesUrls, type PhonesUrlsOptions } from "./phones-urls.ts"

/** Over HTTP, without a pause before its refusals. */
async function built(services: Services, more: Pick<PhonesListenerOptions, "localNetworks" | "came">) {
  const app = await buildPhonesListener({
    logger: pino({ level: "silent" }),
    inventory: () => services.inventory(),
    revocationLists: services.revocationLists,
    deviceFetches: services.deviceFetches,
    homeLinks: services.homeLinks,
    pause: async () => undefined,
    certificate: undefined,
    ...more,
  })
  onTestFinished(() => app.close())
  return app
}

async function listener() {
  const { services, signIn } = await testServer()
  const ask = await signIn()
  const body = { profile: "authority", name: "SPE CA / Büro", subject: { commonName: "SPE CA" } }
  await ask("POST", "/api/certificates", { body })
  const app = await built(services, { localNetworks: () => ["192.168.1.0/24"] })
  const from = (remoteAddress: string) => (url: string) => app.inject({ url, remoteAddress })
  return { services, local: from("192.168.1.20"), stranger: from("203.0.113.7") }
}

test("serves CA certificates and revocation lists by their names, and nothing else", async () => {
  const { local } = await listener()
  const certificate = await local("/ca/spe-ca-bu-ro-1.crt")
  expect([certificate.statusCode, certificate.headers["content-type"]]).toEqual([200, "application/x-x509-ca-cert"])
  expect(certificate.body).toContain("BEGIN CERTIFICATE")
  const list = await local("/crl/spe-ca-bu-ro-1.crl")
  expect(describeCrl(list.rawPayload).issuer.text).toBe("CN=SPE CA")
  for (const path of ["/", "/api/health", "/ca/other.crt", "/crl/spe-ca-bu-ro-1.crt", "/ca/..%2f..%2fkey", "/ca/"]) {
    const { statusCode, body } = await local(path)
    expect([path, statusCode, body]).toEqual([path, 404, '{"statusCode":404,"error":"Not Found"}'])
  }
})

test("over HTTP only the office is answered", async () => {
  const { stranger } = await listener()
  expect((await stranger("/ca/spe-ca-bu-ro-1.crt")).statusCode).toBe(404)
})

test("tells who connected, who asked, and who was served a device's file", async () => {
  const { services, addDevice, openLink } = await homeOffice()
  const path = await openLink((await addDevice()).id)
  const came: string[] = []
  const app = await built(services, {
    localNetworks: () => ["0.0.0.0/0"],
    came: (address, how) => came.push(`${address} ${how}`),
  })
  const ask = (url: string) => app.inject({ url, remoteAddress: "203.0.113.7", headers: { "user-agent": t41p } })
  expect((await ask("/nothing")).statusCode).toBe(404)
  expect(came).toEqual(["203.0.113.7 http"])
  expect((await ask(`${path}/${mac}.cfg`)).statusCode).toBe(200)
  expect(came).toEqual(["203.0.113.7 http", "203.0.113.7 http", "203.0.113.7 fetch"])

  came.length = 0
  const { port } = new URL(await app.listen({ host: "127.0.0.1", port: 0 }))
  const socket = connect(Number(port), "127.0.0.1")
  await vi.waitFor(() => expect(came).toEqual(["127.0.0.1 connection"]))
  socket.destroy()
})

test("its URLs exist only while it is on and our name is known", async () => {
  const { services } = await listener()
  const known = services.certificates.known(1)
  const phones = { host: "0.0.0.0", port: 8443 }
  const urls = (options: Partial<PhonesUrlsOptions>) =>
    createPhonesUrls({
      phones,
      phonesHttp: undefined,
      publicName: () => "office.example",
      officeAddress: () => "192.168.1.10",
      ...options,
    })
  expect(urls({}).crlUrl(known)).toBe("https://office.example:8443/crl/spe-ca-bu-ro-1.crl")
  expect(urls({ phones: undefined }).crlUrl(known)).toBeUndefined()
  expect(urls({ publicName: () => undefined }).caUrl(known)).toBeUndefined()
  expect(urls({}).officeBase()).toBe("https://192.168.1.10:8443")
  expect(urls({}).stagingBase()).toBeUndefined()
  expect(urls({ phonesHttp: { host: "::1", port: 8081 } }).stagingBase()).toBe("http://[::1]:8081")
})
