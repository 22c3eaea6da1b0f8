/**
 * The listener for phones alone: never the console, never the API. Today it serves what a phone needs in order to trust us.
 *
 *   HOMEPORT_PHONES       HTTPS, may be forwarded:   /ca/<name>.crt   /crl/<name>.crl
 *   HOMEPORT_PHONES_HTTP  HTTP, for the LAN alone:   the same
 *
 * Everything else is the same 404, whatever was asked and by whom.
 */
import rateLimit from "@fastify/rate-limit"
import { contains, parseIpv4, parseIpv4Network } from "@homeport/contract"
import { exportPem } from "@homeport/pki"
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify"
import type { Inventory, Known } from "../certificates/inventory.ts"
import { slugOf } from "../certificates/names.ts"
import type { RevocationLists } from "../certificates/revocation-lists.ts"
import type { ConsoleCertificate } from "../http/console-certificate.ts"

export interface PhonesListenerOptions {
  readonly logger: FastifyBaseLogger
  readonly inventory: () => Inventory
  readonly revocationLists: Pick<RevocationLists, "current">
  /** Served over HTTPS with it; undefined: HTTP, and only to `localNetworks`. */
  readonly certificate: ConsoleCertificate | undefined
  /** What counts as inside the office, in CIDR notation. */
  readonly localNetworks: () => readonly string[]
}

export async function buildPhonesListener(options: PhonesListenerOptions): Promise<FastifyInstance> {
  const { logger, inventory, revocationLists, certificate, localNetworks } = options
  const app: FastifyInstance = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1024,
    requestTimeout: 15_000,
    connectionTimeout: 15_000,
    forceCloseConnections: true,
    ...(certificate && {
      https: { key: certificate.privateKey, cert: certificate.certificate, minVersion: "TLSv1.2" },
    }),
  })
  const notFound = { statusCode: 404, error: "Not Found" }
  app.setNotFoundHandler((_, reply) => reply.code(404).send(notFound))
  app.setErrorHandler((error, request, reply) => {
    request.log.debug({ err: error }, "a phone's request failed")
    return reply.code(404).send(notFound)
  })
  await app.register(rateLimit, { max: 120, timeWindow: 60_000 })
  if (!certificate)
    app.addHook("onRequest", async (request, reply) => {
      if (!isLocal(request.ip, localNetworks())) return reply.code(404).send(notFound)
    })

  app.get<{ Params: { file: string } }>("/ca/:file", async ({ params }, reply) => {
    const known = authorityIn(inventory(), params.file, ".crt")
    if (!known) return reply.code(404).send(notFound)
    return reply.type("application/x-x509-ca-cert").send(exportPem(known.stored.pem))
  })
  app.get<{ Params: { file: string } }>("/crl/:file", async ({ params }, reply) => {
    const known = authorityIn(inventory(), params.file, ".crl")
    if (!known?.stored.privateKey) return reply.code(404).send(notFound)
    const { der } = await revocationLists.current(known)
    return reply.type("application/pkix-crl").send(Buffer.from(der))
  })
  return app
}

export const authorityFile = ({ stored }: Known, ending: ".crt" | ".crl"): string =>
  `${slugOf(stored.name, stored.id)}${ending}`

const authorityIn = (inventory: Inventory, file: string, ending: ".crt" | ".crl"): Known | undefined =>
  inventory.all.find((known) => known.facts.isAuthority && authorityFile(known, ending) === file)

function isLocal(address: string, networks: readonly string[]): boolean {
  const number = parseIpv4(address.replace(/^::ffff:/, ""))
  if (number === undefined) return address === "::1"
  return networks.some((text) => {
    const network = parseIpv4Network(text)
    return network !== undefined && contains(network, number)
  })
}
