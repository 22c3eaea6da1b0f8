/**
 * Starts what HOMEPORT_PHONES and HOMEPORT_PHONES_HTTP ask for. Over HTTPS the SPE certificate is shown, which phones trust if they
 * trust us at all; without one, the console's own.
 */
import { Server as HttpsServer } from "node:https"
import type { SettingsState } from "@homeport/store"
import type { FastifyBaseLogger, FastifyInstance } from "fastify"
import { type Environment, EnvironmentError, type ListenAddress } from "../environment.ts"
import type { Gate } from "../firewall/gate.ts"
import type { ConsoleCertificate } from "../http/console-certificate.ts"
import type { Services } from "../services.ts"
import type { PhonesForwarding } from "./phones-forwarding.ts"
import { buildPhonesListener } from "./phones-listener.ts"
import { phonesCertificate } from "./phones-status.ts"

export interface PhonesListeners {
  /** The SPE certificate may be another one: new connections are shown it. */
  changed(): void
  stop(): Promise<void>
}

export interface StartPhonesOptions {
  readonly environment: Pick<Environment, "phones" | "phonesHttp">
  readonly logger: FastifyBaseLogger
  readonly parts: Pick<Services, "inventory" | "revocationLists" | "deviceFetches" | "homeLinks">
  readonly state: () => SettingsState
  readonly own: ConsoleCertificate
  readonly localNetworks: () => readonly string[]
  readonly forwarding: Pick<PhonesForwarding, "came">
  /** Whom Application Firewall lets in. */
  readonly gate: Pick<Gate, "admits">
  readonly now: () => number
}

export async function startPhonesListeners(options: StartPhonesOptions): Promise<PhonesListeners> {
  const { environment, logger, parts, state, own, localNetworks, forwarding, gate, now } = options
  const { inventory, revocationLists, deviceFetches, homeLinks } = parts
  const admits = (address: string) => gate.admits("phones", address)
  const shared = {
    logger,
    inventory: () => inventory(),
    revocationLists,
    deviceFetches,
    homeLinks,
    localNetworks,
    admits,
  }
  const started: FastifyInstance[] = []
  const certificate = () => phonesCertificate(state(), inventory(), own, now())

  const listen = async (name: string, address: ListenAddress | undefined, shown: ConsoleCertificate | undefined) => {
    if (!address) return
    // The router forwards to the one over HTTPS alone.
    const came = shown && { came: forwarding.came }
    const app = await buildPhonesListener({ ...shared, ...came, certificate: shown })
    started.push(app)
    try {
      await app.listen({ host: address.host, port: address.port })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new EnvironmentError(`Phones cannot be served at ${address.host}:${address.port} (${name}): ${reason}.`)
    }
  }
  await listen("HOMEPORT_PHONES", environment.phones, certificate())
  await listen("HOMEPORT_PHONES_HTTP", environment.phonesHttp, undefined)

  return {
    changed() {
      const { certificate: cert, privateKey: key } = certificate()
      for (const { server } of started)
        if (server instanceof HttpsServer) server.setSecureContext({ cert, key, minVersion: "TLSv1.2" })
    },
    async stop() {
      await Promise.all(started.map((app) => app.close()))
    },
  }
}
