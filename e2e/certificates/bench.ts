/**
 * The bench on which certificates are judged: the real server on loopback, a folder for files, and everything that the server
 * said, kept for `secrets.ts`.
 *
 * What is made is never judged by this project's own code, and seldom by Node: `tools.ts` runs the programs that phones and
 * administrators have.
 */
import { once } from "node:events"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { api, type BodyOf, type Certificate, type SpeStatus } from "@homeport/contract"
import { apiClient } from "../lab/api-client.ts"
import { administrator, type Server, startServer } from "../support/server.ts"
import type { Told } from "./secrets.ts"

/** Of every PKCS#12 that a test has the server make. */
export const PASS_PHRASE = "Correct-Horse-7 battery"

export interface Bench extends Told {
  readonly server: Server
  readonly folder: string
  /** Writes a file into the bench's folder; returns its path. */
  put(name: string, content: string | Uint8Array): string
  create(request: BodyOf<typeof api.certificates.create>): Promise<Certificate>
  authority(name: string, more?: Partial<BodyOf<typeof api.certificates.create>>): Promise<Certificate>
  /** Signed by that CA, for these DNS names. */
  serverOf(
    authority: Certificate,
    names: readonly string[],
    more?: Partial<BodyOf<typeof api.certificates.create>>,
  ): Promise<Certificate>
  /** The path of the exported X.509. */
  pem(certificate: Certificate): Promise<string>
  /** The path of the exported PKCS#12, under `PASS_PHRASE`. */
  pkcs12(certificate: Certificate, encryption?: "aes256" | "3des"): Promise<string>
  /** The path of the CA's revocation list, DER. */
  revocationList(authority: Certificate): Promise<string>
  /** Installs it for SPE and ticks SPE support. */
  openTls(certificate: Certificate): Promise<SpeStatus>
  certificates(): Promise<readonly Certificate[]>
  close(): Promise<void>
}

export async function openBench(): Promise<Bench> {
  // A file opens one, and of all that run at the same time its worker alone has this number.
  const number = Number(process.env.VITEST_POOL_ID ?? 0)
  const server = await startServer({ password: administrator.password, number, logLevel: "debug" })
  const folder = mkdtempSync(join(tmpdir(), "homeport-certificates-"))
  const heard: string[] = []
  const client = apiClient(
    async () => {
      const socket = connect(Number(new URL(server.url).port), "127.0.0.1")
      await once(socket, "connect")
      return socket
    },
    (answer) => heard.push(answer),
  )
  await client.signIn(administrator.name, administrator.password)

  const put = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  const byId = ({ id }: Certificate) => ({ params: { id } })
  const create: Bench["create"] = (body) => client.request(api.certificates.create, { body })

  return {
    server,
    client,
    folder,
    dataFolder: server.dataFolder,
    log: server.log,
    answers: () => heard.join("\n"),
    put,
    create,
    authority: (name, more = {}) => create({ profile: "authority", name, subject: { commonName: name }, ...more }),
    serverOf: (authority, names, more = {}) =>
      create({
        profile: "server",
        authorityId: authority.id,
        name: `Server ${names[0]}`,
        subject: { commonName: names[0] ?? "server" },
        subjectAltNames: names.map((value) => ({ type: "dns", value })),
        ...more,
      }),
    pem: async (certificate) =>
      put(`${certificate.id}.pem`, await client.file(api.certificates.x509, byId(certificate))),
    pkcs12: async (certificate, encryption = "aes256") =>
      put(
        `${certificate.id}-${encryption}.p12`,
        await client.file(api.certificates.pkcs12, {
          ...byId(certificate),
          body: { passPhrase: PASS_PHRASE, encryption },
        }),
      ),
    revocationList: async (authority) =>
      put(`${authority.id}.crl`, await client.file(api.certificates.revocationListFile, byId(authority))),
    async openTls({ id }) {
      await client.request(api.spe.install, { body: { certificateId: id } })
      const flags = await client.request(api.systemFlags.read)
      await client.request(api.systemFlags.replace, { body: { ...flags, speSupport: true } })
      return client.request(api.spe.status)
    },
    certificates: async () => (await client.request(api.certificates.list, { query: { limit: 100 } })).items,
    async close() {
      await server.end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
