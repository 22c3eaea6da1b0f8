/** A system with a public name, a STUN server and a station at home (163), one in the office (170), and its phones' listeners. */
import { pino } from "pino"
import { onTestFinished } from "vitest"
import { buildPhonesListener } from "../phones/phones-listener.ts"
import { type TestServer, type TestServerOptions, testServer } from "../testing/test-server.fixture.ts"

export const password = "k7-Vx2m9Qr4t"
export const mac = "001565aabbcc"
export const t41p = "Yealink SIP-T41P 36.80.0.95 00:15:65:aa:bb:cc"

const phones = { host: "0.0.0.0", port: 8443, loopback: false }
const phonesHttp = { host: "0.0.0.0", port: 8081, loopback: false }
export const bothListeners = { phones, phonesHttp }

export async function homeOffice(options: TestServerOptions = bothListeners) {
  const server: TestServer = await testServer(options)
  const ask = await server.signIn()
  await ask("PUT", "/api/settings/dyndns", { body: { hostName: "sip.example.net", updatedBy: "office-router" } })
  const { body: stun } = await ask("GET", "/api/settings/stun")
  await ask("PUT", "/api/settings/stun", { body: { ...stun, server: "stun.example.net" } })
  const station = (callNumber: string, internetRegistration: boolean) =>
    ask("POST", "/api/sip-clients", {
      body: { callNumber, name: `Phone ${callNumber}`, password, internetRegistration },
    })
  await station("163", true)
  await station("170", false)

  const logged: string[] = []
  const paused: number[] = []
  const logger = pino({ level: "debug" }, { write: (line) => logged.push(line) })
  const listener = async (staging: boolean) => {
    const app = await buildPhonesListener({
      logger,
      inventory: () => server.services.inventory(),
      revocationLists: server.services.revocationLists,
      deviceFetches: server.services.deviceFetches,
      homeLinks: server.services.homeLinks,
      // Without sockets it makes no difference to HTTPS but this.
      certificate: undefined,
      localNetworks: () => (staging ? ["192.168.1.0/24"] : ["0.0.0.0/0"]),
      pause: async (milliseconds) => void paused.push(milliseconds),
    })
    onTestFinished(() => app.close())
    return app
  }
  const app = await listener(false)

  const addDevice = async (fields: Record<string, unknown> = {}) => {
    const body = { station: 1, model: "yealink-sip-t41p", mac, ...fields }
    return (await ask("POST", "/api/devices", { body })).body
  }
  /** The path of a new link, without a slash at its end. */
  const openLink = async (id: number, body: object = {}) => {
    const { body: link } = await ask("POST", `/api/devices/${id}/link`, { body })
    return new URL(link.url ?? link.stagingUrl).pathname.replace(/\/$/, "")
  }
  const get = (
    url: string,
    userAgent = t41p,
    more: { headers?: Record<string, string>; method?: "HEAD" | "POST" } = {},
  ) =>
    app.inject({
      url,
      method: more.method ?? "GET",
      remoteAddress: "203.0.113.7",
      headers: { "user-agent": userAgent, ...more.headers },
    })
  /** Why the last fetch was refused; null: it was served. */
  const lastReason = () => server.services.store.deviceLog.fetches()[0]?.refused

  return { ...server, ask, addDevice, openLink, get, lastReason, listener, phonesLog: logged, paused }
}
