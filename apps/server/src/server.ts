/**
 * The HTTP side of Homeport, without a socket: run.ts makes it listen, tests call `inject()`.
 *
 *   request ─▶ may it come? ─▶ Host allowed? ─▶ from our page? ─▶ not stopping? ─▶ not too many? ─▶ route: role, input, handler, answer
 *                 403             421               403               503                429           (http/implement.ts)
 */
import { Server as HttpsServer } from "node:https"
import cookie from "@fastify/cookie"
import helmet from "@fastify/helmet"
import rateLimit from "@fastify/rate-limit"
import { system } from "@homeport/contract"
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify"
import { refuseStrangers } from "./firewall/refuse-strangers.ts"
import type { ConsoleCertificate } from "./http/console-certificate.ts"
import { ApiError, answerBrokenUrl, answerErrors, answerNoHttp } from "./http/errors.ts"
import { register } from "./http/implement.ts"
import { checkOrigins } from "./http/origin-check.ts"
import type { PasswordHasher } from "./http/password-hash.ts"
import { serveConsole } from "./http/static.ts"
import { allRoutes } from "./routes/all-routes.ts"
import type { Services } from "./services.ts"

export interface ServerOptions {
  readonly services: Services
  readonly hasher: PasswordHasher
  readonly logger: FastifyBaseLogger
  readonly trustedProxies?: readonly string[]
  /** The built console. */
  readonly consoleFolder?: string | undefined
}

export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { services, hasher, logger, trustedProxies = [], consoleFolder } = options
  const certificate = services.consoleHttps.current()
  const app: FastifyInstance = fastify({
    loggerInstance: logger,
    // What is worth a line at `info` is an event; each request is one at `debug`.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    exposeHeadRoutes: false,
    // A certificate that is too large is told so at its field; two files at once are the most that one request holds.
    bodyLimit: 512 * 1024,
    requestTimeout: 30_000,
    forceCloseConnections: true,
    frameworkErrors: answerBrokenUrl,
    clientErrorHandler: answerNoHttp,
    // Said by `refuseWhileStopping`, and earlier.
    return503OnClosing: false,
    ...(certificate && {
      https: { key: certificate.privateKey, cert: certificate.certificate, minVersion: "TLSv1.2" },
    }),
  })
  if (app.server instanceof HttpsServer) services.consoleHttps.follow(showCertificate(app.server))
  acceptJsonAlone(app)
  answerErrors(app)
  await app.register(helmet, securityHeaders)
  refuseStrangers(app, services.gate)
  checkOrigins(app, () => ownNames(services))
  refuseWhileStopping(app, services)
  await app.register(rateLimit, {
    max: requestsAMinute,
    timeWindow: 60_000,
    errorResponseBuilder: () => new ApiError("TooManyRequests"),
  })
  await app.register(cookie)
  app.addHook("onResponse", async (request, reply) => {
    const { method, url, ip } = request
    request.log.debug({ method, url, ip, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, "request")
    const { url: route = "none" } = request.routeOptions
    services.metrics.answered(method, route, reply.statusCode, reply.elapsedTime / 1000)
  })
  // As late as this: what reads a request's body begins anew for every piece of it.
  app.addHook("preHandler", (request, _reply, done) => services.origin.during(request.ip, done))
  for (const route of allRoutes(services, hasher)) register(app, services.logins, route)
  await serveConsole(app, consoleFolder)
  return app
}

const showCertificate =
  (server: HttpsServer) =>
  ({ certificate: cert, privateKey: key }: ConsoleCertificate): void =>
    server.setSecureContext({ cert, key, minVersion: "TLSv1.2" })

/** Fastify reads text/plain too, which a foreign page may post without asking: only JSON is read. */
function acceptJsonAlone(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  const parseJson = app.getDefaultJsonParser("error", "error")
  app.addContentTypeParser<string>("application/json", { parseAs: "string" }, (request, body, done) => {
    // Some clients name the type of a body that they do not send.
    if (body === "") done(null, undefined)
    else parseJson(request, body, done)
  })
}

/** While calls are being ended nothing may begin any more; health says why. */
function refuseWhileStopping(app: FastifyInstance, { process }: Services): void {
  app.addHook("onRequest", async (request) => {
    if (process.stopping && request.routeOptions.url !== system.health.path) throw new ApiError("ShuttingDown")
  })
}

function ownNames({ store }: Services): readonly string[] {
  const { hostName } = store.state().sections.dyndns.value
  return hostName === null ? [] : [hostName.toLowerCase()]
}

/** Eight open tabs that all reload at every message stay far below it. */
const requestsAMinute = 3000

const securityHeaders = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      "default-src": ["'self'"],
      "base-uri": ["'none'"],
      "connect-src": ["'self'"],
      "font-src": ["'self'"],
      "form-action": ["'self'"],
      "frame-ancestors": ["'none'"],
      "img-src": ["'self'", "data:"],
      "object-src": ["'none'"],
      "script-src": ["'self'"],
      // Mantine sets sizes and colours as inline styles.
      "style-src": ["'self'", "'unsafe-inline'"],
    },
  },
  // With a certificate of its own a browser asks once; HSTS would forbid it to ask.
  strictTransportSecurity: false,
  referrerPolicy: { policy: "no-referrer" as const },
}
