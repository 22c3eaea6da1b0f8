/** The phones' listener with one device at home, and people with browsers who have its link. */
import type { LightMyRequestResponse } from "fastify"
import { pino } from "pino"
import { onTestFinished } from "vitest"
import { ownCertificate } from "../../http/own-certificate.ts"
import { testInterfaces, testServer } from "../../testing/test-server.fixture.ts"
import { buildPhonesListener } from "../phones-listener.ts"
import type { HomeDevice, HomeDevices, HomeSettings } from "./home-devices.ts"
import { createHomeLinkService } from "./home-link-service.ts"

export const deviceAtHome: HomeDevice = {
  id: 1,
  callNumber: "168",
  name: "Ada <Office> & Söhne",
  modelName: "SIP-T41P",
  kind: "telephone",
  language: "en",
  readsQr: false,
  overTls: false,
  atHome: true,
}

export const stationPassword = `"Right"<b>&'42`

export interface HomePagesOptions {
  readonly device?: Partial<HomeDevice>
  readonly hours?: number
  readonly overHttps?: boolean
}

/** What a test may change while people look. */
interface Things {
  device: HomeDevice
  there: boolean
  served: boolean
  linksMade: number
  officeBase: string | undefined
  publicBase: string | undefined
}

export async function homePages({ device, hours = 72, overHttps = true }: HomePagesOptions = {}) {
  const server = await testServer()
  const { services } = server
  const { store, events, stream, now } = services
  const things: Things = {
    device: { ...deviceAtHome, ...device },
    there: true,
    served: true,
    linksMade: 0,
    officeBase: "https://192.168.1.10:8443",
    publicBase: "https://office.example.net:8443",
  }
  const devices: HomeDevices = {
    find: (id) => (things.there && id === 1 ? things.device : undefined),
    settings: () => (things.served ? settings : undefined),
    openLink: () => ({ qr: `https://office.example.net:8443/p/${++things.linksMade}` }),
    authority: () => ({ name: "Office CA", path: "/ca/office-ca-1.crt", fingerprint: "AB:CD" }),
  }
  const published: string[] = []
  const logged: string[] = []
  const logger = pino({ level: "trace" }, { write: (line) => logged.push(line) })
  const links = createHomeLinkService({
    links: store.homeLinks,
    devices,
    phones: { officeBase: () => things.officeBase, publicBase: () => things.publicBase },
    events,
    stream: {
      publish(topic, ids) {
        published.push(`${topic} ${ids}`)
        stream.publish(topic, ids)
      },
    },
    logger,
    now,
  })
  /** How long each refusal was held back, in milliseconds. */
  const paused: number[] = []
  const app = await buildPhonesListener({
    logger,
    inventory: () => services.inventory(),
    revocationLists: services.revocationLists,
    certificate: overHttps ? ownCertificate(store, testInterfaces, new Date(now())) : undefined,
    localNetworks: () => ["127.0.0.0/8"],
    deviceFetches: services.deviceFetches,
    homeLinks: links,
    pause: async (milliseconds) => void paused.push(milliseconds),
  })
  onTestFinished(() => app.close())
  const { url } = links.open(1, { hours }, "Ada")
  const { pathname } = new URL(url)

  /** With cookies of its own, sent as a browser sends them: below their path. */
  const browser = (userAgent = "Mozilla/5.0 (Android 16; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0") => {
    const cookies = new Map<string, { path: string; pair: string }>()
    return async (
      method: "GET" | "HEAD" | "POST",
      path = pathname,
      language?: string,
    ): Promise<LightMyRequestResponse> => {
      const cookie = [...cookies.values()].filter((each) => path.split("?")[0] === each.path).map(({ pair }) => pair)
      const answer = await app.inject({
        method,
        url: path,
        remoteAddress: "203.0.113.7",
        headers: {
          "user-agent": userAgent,
          ...(method === "POST" && { "content-type": "application/x-www-form-urlencoded" }),
          ...(language !== undefined && { "accept-language": language }),
          ...(cookie.length > 0 && { cookie: cookie.join("; ") }),
        },
      })
      for (const { name, value, path: below = "/" } of answer.cookies)
        cookies.set(`${name} ${below}`, { path: below, pair: `${name}=${value}` })
      return answer
    }
  }
  return {
    ...server,
    app,
    links,
    path: pathname,
    token: pathname.slice(3),
    things,
    logged,
    paused,
    published,
    browser,
    /** Newest first. */
    async told() {
      await store.journal.flush()
      return store.events.list({ limit: 50, code: "device" }).rows.map(({ code, times }) => `${code} ${times}`)
    },
  }
}

const settings: HomeSettings = {
  sheet: [
    {
      title: "Account > Register",
      rows: [
        { label: "Register Name", value: "SIP-168", secret: false, optional: false },
        { label: "Password", value: stationPassword, secret: true, optional: false },
        { label: "Display Name", value: "", secret: false, optional: true },
      ],
    },
  ],
  labelsMayDiffer: false,
}
