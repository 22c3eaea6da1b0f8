/**
 * The listener for phones alone: never the console, never the API.
 *
 *   HOMEPORT_PHONES       HTTPS, may be forwarded:   /p/<token>/<file>   /ca/<name>.crt   /crl/<name>.crl
 *                                                     /h/<token>, the page of a one-time link for a person
 *   HOMEPORT_PHONES_HTTP  HTTP, for the LAN alone:   the same, without that page
 *
 * Everything else is the same 404, whatever was asked and by whom, and no sooner than after a fixed time: neither answer nor clock
 * tells a stranger whether there is such a link.
 */
import { setTimeout as delay } from "node:timers/promises"
import rateLimit from "@fastify/rate-limit"
import { isInNetworks, type PhonesProof, plainAddress } from "@homeport/contract"
import { exportPem } from "@homeport/pki"
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify"
import type { Inventory, Known } from "../certificates/inventory.ts"
import { slugOf } from "../certificates/names.ts"
import type { RevocationLists } from "../certificates/revocation-lists.ts"
import type { ConsoleCertificate } from "../http/console-certificate.ts"
import type { Request } from "../provisioning/asker.ts"
import type { DeviceFetches } from "../provisioning/device-fetches.ts"
import { type HomeRoutesOptions, homeRoutes } from "./home/home-routes.ts"

export interface PhonesListenerOptions {
  readonly logger: FastifyBaseLogger
  readonly inventory: () => Inventory
  readonly revocationLists: Pick<RevocationLists, "current">
  readonly deviceFetches: DeviceFetches
  /** The pages of one-time links, over HTTPS alone. */
  readonly homeLinks: HomeRoutesOptions["links"]
  /** Served over HTTPS with it; undefined: HTTP, and only to `localNetworks`. */
  readonly certificate: ConsoleCertificate | undefined
  /** What counts as inside the office, in CIDR notation. */
  readonly localNetworks: () => readonly string[]
  /** Somebody came: `PhonesForwarding.came`. */
  readonly came?: (address: string, how: PhonesProof) => void
  /** Whether this address may come at all; else its connection is closed at once. Absent: all may. */
  readonly admits?: (address: string) => boolean
  readonly pause?: (milliseconds: number) => Promise<unknown>
}

/** Milliseconds from a request to its 404: longer than any of them takes to be found out. */
export const refusalTime = 300

export async function buildPhonesListener(options: PhonesListenerOptions): Promise<FastifyInstance> {
  const { logger, inventory, revocationLists, deviceFetches, homeLinks, certificate, localNetworks } = options
  const { came = () => {}, admits = () => true, pause = delay } = options

  const refuse = async (reply: FastifyReply) => {
    await pause(Math.max(0, refusalTime - reply.elapsedTime))
    return reply.code(404).header("cache-control", "no-store").send({ statusCode: 404, error: "Not Found" })
  }
  const app: FastifyInstance = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1024,
    requestTimeout: 15_000,
    connectionTimeout: 15_000,
    forceCloseConnections: true,
    // A URL that cannot be read, which would be shown in the answer otherwise.
    frameworkErrors: (_, __, reply) => void refuse(reply),
    ...(certificate && {
      https: { key: certificate.privateKey, cert: certificate.certificate, minVersion: "TLSv1.2" },
    }),
  })
  app.setErrorHandler((error, request, reply) => {
    const ours = !(isRefusal(error) && error.statusCode < 500)
    request.log[ours ? "error" : "debug"]({ err: error }, "a phone's request failed")
    return refuse(reply)
  })
  app.server.on("connection", (socket) => {
    const address = socket.remoteAddress ?? ""
    came(address, "connection")
    if (!admits(address)) socket.destroy()
  })
  app.addHook("onRequest", async (request) => came(request.ip, "http"))
  await app.register(rateLimit, {
    max: 120,
    timeWindow: 60_000,
    onExceeded: (request) => deviceFetches.tooMany(askedBy(request, request.url), request.ip),
  })
  if (!certificate)
    app.addHook("onRequest", async (request, reply) => {
      if (!isLocal(request.ip, localNetworks())) return refuse(reply)
    })
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, async (request, reply) => {
    if (request.method === "GET") deviceFetches.knock(askedBy(request, request.url), request.ip)
    return refuse(reply)
  })

  app.get<{ Params: { file: string } }>("/ca/:file", async ({ params }, reply) => {
    const known = authorityIn(inventory(), params.file, ".crt")
    if (!known) return refuse(reply)
    return reply.type("application/x-x509-ca-cert").send(exportPem(known.stored.pem))
  })
  app.get<{ Params: { file: string } }>("/crl/:file", async ({ params }, reply) => {
    const known = authorityIn(inventory(), params.file, ".crl")
    if (!known?.stored.privateKey) return refuse(reply)
    const { der } = await revocationLists.current(known)
    return reply.type("application/pkix-crl").send(Buffer.from(der))
  })

  const serveDevice = async (request: FastifyRequest<{ Params: DeviceParams }>, reply: FastifyReply) => {
    const { token, "*": path = "" } = request.params
    const query = request.url.indexOf("?")
    const file = deviceFetches.fetch({
      ...askedBy(request, query < 0 ? path : path + request.url.slice(query)),
      // Zoiper's portal may put this word before the token that it appends.
      token: token.replace(/^token=?/i, ""),
      address: request.ip,
      method: request.method === "HEAD" ? "HEAD" : "GET",
      part: request.headers.range !== undefined,
      staging: certificate === undefined,
    })
    if (!file) return refuse(reply)
    came(request.ip, "fetch")
    return reply.header("cache-control", "no-store").type(file.mediaType).send(Buffer.from(file.text))
  }
  app.get("/p/:token", serveDevice)
  app.get("/p/:token/*", serveDevice)
  if (certificate) await app.register(homeRoutes({ links: homeLinks, refuse }))
  return app
}

/** Of Fastify, or of the rate limit. */
const isRefusal = (error: unknown): error is { statusCode: number } =>
  typeof error === "object" && error !== null && "statusCode" in error && typeof error.statusCode === "number"

interface DeviceParams {
  readonly token: string
  readonly "*"?: string
}

function askedBy({ headers }: FastifyRequest, file: string): Request {
  return {
    file,
    userAgent: headers["user-agent"] ?? "",
    accept: headers.accept ?? "",
  }
}

export const authorityFile = ({ stored }: Known, ending: ".crt" | ".crl"): string =>
  `${slugOf(stored.name, stored.id)}${ending}`

const authorityIn = (inventory: Inventory, file: string, ending: ".crt" | ".crl"): Known | undefined =>
  inventory.all.find((known) => known.facts.isAuthority && authorityFile(known, ending) === file)

const isLocal = (address: string, networks: readonly string[]): boolean =>
  address === "::1" || isInNetworks(plainAddress(address), networks)
