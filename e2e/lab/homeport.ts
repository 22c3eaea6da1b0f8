/**
 * The real server in the lab: started on its host as `npm start` would start it, asked over HTTP, killed and started again.
 */
import type { ChildProcess } from "node:child_process"
import { mkdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { api, type NewSipClient, type SipClient } from "@homeport/contract"
import { compileCache } from "../support/server.ts"
import { type ApiClient, apiClient } from "./api-client.ts"
import { end } from "./host.ts"
import { STUN_ADDRESSES, STUN_PORT } from "./internet.ts"
import { type Lab, PHONES_PORT, STAGING_PORT } from "./lab.ts"
import { until } from "./until.ts"

const ADMINISTRATOR_PASSWORD = "Lab-Bridge-2719!"
export const HTTP_PORT = 8080

export interface Homeport {
  readonly client: ApiClient
  /** Who signs in to the console. */
  readonly administrator: { readonly name: string; readonly password: string }
  addStation(station: NewSipClient): Promise<SipClient>
  /** SIGKILL, as when the power fails. */
  kill(): Promise<void>
  /** SIGTERM, as when the machine shuts down. */
  end(): Promise<void>
  /** Starts again on the same data folder. */
  restart(): Promise<void>
  /** What the process printed. */
  log(): string
  /** Every answer of the API that was text. */
  answers(): string
  readonly dataFolder: string
}

export interface HomeportOptions {
  /** The STUN server that Homeport asks; null: none is entered. */
  readonly stunServer?: string | null
  readonly rtpForwarded?: boolean
  /** It listens for phones that fetch their files, over HTTPS and, in the office, over HTTP. */
  readonly phonesServed?: boolean
}

export async function startHomeport(lab: Lab, options: HomeportOptions = {}): Promise<Homeport> {
  const host = lab.homeportHost
  const data = join(host.folder, "data")
  mkdirSync(data, { recursive: true })
  const doorway = await host.doorway()
  const answers: string[] = []
  const client = apiClient(
    () => doorway.connect("127.0.0.1", HTTP_PORT),
    (answer) => answers.push(answer),
  )
  const administrator = { name: "administrator", password: ADMINISTRATOR_PASSWORD }
  const log = (): string => readFileSync(join(host.folder, "homeport.log"), "utf8")
  let program: ChildProcess | undefined

  async function start(): Promise<void> {
    const main = fileURLToPath(new URL("../../apps/server/src/main.ts", import.meta.url))
    const started = host.spawn([process.execPath, main], {
      log: "homeport.log",
      env: {
        NODE_COMPILE_CACHE: compileCache,
        HOMEPORT_DATA: data,
        HOMEPORT_HTTP: `127.0.0.1:${HTTP_PORT}`,
        HOMEPORT_ADMIN_PASSWORD: ADMINISTRATOR_PASSWORD,
        HOMEPORT_SIP_ADDRESS: lab.addresses.outer,
        HOMEPORT_LOG_LEVEL: "debug",
        ...(options.phonesServed && {
          HOMEPORT_PHONES: `${lab.addresses.outer}:${PHONES_PORT}`,
          HOMEPORT_PHONES_HTTP: `${lab.addresses.inner}:${STAGING_PORT}`,
        }),
      },
    })
    program = started
    const serves = async (): Promise<boolean> => {
      if (started.exitCode !== null) throw new Error(`Homeport ended with ${started.exitCode}:\n${log()}`)
      return client.status("/api/health").then(
        (status) => status === 200,
        () => false,
      )
    }
    await until("Homeport serves", serves, 20_000, log)
  }

  await start()
  await client.signIn(administrator.name, administrator.password)
  await configure(client, lab, options)
  return {
    client,
    administrator,
    addStation: (station) => client.request(api.sipClients.create, { body: station }),
    async kill() {
      if (program) await end(program, "SIGKILL")
    },
    async end() {
      if (program) await end(program)
    },
    restart: start,
    log,
    answers: () => answers.join("\n"),
    dataFolder: data,
  }
}

/** What the administrator of this office enters: interfaces (Figure 3 has two), STUN, and whether RTP is forwarded. */
async function configure(client: ApiClient, lab: Lab, { stunServer, rtpForwarded }: HomeportOptions): Promise<void> {
  if (lab.figure === 3)
    await client.request(api.networkInterfaces.replace, {
      body: { lan1: lab.addresses.outer, lan2: lab.addresses.inner, voip: "lan1", localNetworks: [] },
    })
  if (stunServer !== null) {
    const settings = await client.request(api.stun.read)
    await client.request(api.stun.replace, {
      body: { ...settings, server: stunServer ?? STUN_ADDRESSES[0], port: STUN_PORT },
    })
  }
  if (rtpForwarded) {
    const settings = await client.request(api.portManagement.read)
    await client.request(api.portManagement.replace, { body: { ...settings, rtpForwarded } })
  }
}
