/** What an administrator does for SIP over TLS, through the API: a CA, a certificate for the office's names, SPE support. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { api, type Certificate } from "@homeport/contract"
import type { ApiClient } from "./api-client.ts"
import type { Homeport } from "./homeport.ts"
import type { Host } from "./host.ts"
import { INNER_NAME, OFFICE_NAME } from "./internet.ts"
import type { Lab } from "./lab.ts"

export const OUTER_TLS_PORT = 5071
export const INNER_TLS_PORT = 5062

export interface TlsCertificates {
  readonly authority: Certificate
  /** For the public name, and for what the phones on the desks are given. */
  readonly server: Certificate
}

export async function makeCertificates(lab: Lab, { client }: Homeport): Promise<TlsCertificates> {
  const authority = await makeAuthority(client, "SPE CA")
  const server = await client.request(api.certificates.create, {
    body: {
      profile: "server",
      name: "SPE Certificate",
      authorityId: authority.id,
      subject: { commonName: OFFICE_NAME },
      subjectAltNames: [
        { type: "dns", value: OFFICE_NAME },
        { type: "dns", value: INNER_NAME },
        { type: "ip", value: lab.addresses.inner },
      ],
    },
  })
  await client.request(api.spe.install, { body: { certificateId: server.id } })
  return { authority, server }
}

export function makeAuthority(client: ApiClient, name: string): Promise<Certificate> {
  return client.request(api.certificates.create, {
    body: { profile: "authority", name, subject: { commonName: name } },
  })
}

/** The system flag. */
export async function setSpeSupport({ client }: Homeport, speSupport: boolean): Promise<void> {
  const flags = await client.request(api.systemFlags.read)
  await client.request(api.systemFlags.replace, { body: { ...flags, speSupport } })
}

/** Export X.509, onto a machine where a phone runs; returns the path there. baresip bears no space in it. */
export async function exportCa({ client }: Homeport, { id }: Certificate, host: Host): Promise<string> {
  const path = join(host.folder, `ca-${id}.crt`)
  writeFileSync(path, await client.file(api.certificates.x509, { params: { id } }))
  return path
}
