/** What the terminal shows once Homeport serves: where, what to compare, and how to get there from elsewhere. */
import { type ConsoleCertificate, fingerprintOf } from "./http/console-certificate.ts"

export interface Announced {
  readonly host: string
  readonly port: number
  /** Of the machine, for an address that stands for all of them. */
  readonly addresses: readonly string[]
  readonly certificate: ConsoleCertificate | undefined
  /** One-time code of the first sign-in. */
  readonly firstCode: string | undefined
  readonly firstCodePath: string
  /** SSH_CONNECTION: "client port server port". */
  readonly sshConnection: string | undefined
  readonly user: string | undefined
}

export function announcement(announced: Announced): string {
  const { host, port, certificate, firstCode, firstCodePath } = announced
  const scheme = certificate ? "https" : "http"
  const places = host === "0.0.0.0" || host === "::" ? announced.addresses : [host]
  const lines = places.map((place) => `Homeport serves at ${scheme}://${bracketed(place)}:${port}/`)
  if (certificate) lines.push(`  SHA-256 fingerprint of its certificate: ${fingerprintOf(certificate)}`)
  const tunnel = sshTunnel(announced)
  if (tunnel) lines.push(`  From your own machine: ${tunnel}`)
  if (firstCode) lines.push(`  One-time code for the first sign-in: ${firstCode} (also in ${firstCodePath})`)
  return `${lines.join("\n")}\n`
}

/** Over SSH the loopback address is somebody else's: the line that brings it near. */
function sshTunnel({ host, port, certificate, sshConnection, user }: Announced): string | undefined {
  const server = sshConnection?.split(" ")[2]
  if (server === undefined || certificate) return undefined
  return `ssh -L ${port}:${bracketed(host)}:${port} ${user === undefined ? "" : `${user}@`}${server}`
}

const bracketed = (host: string): string => (host.includes(":") ? `[${host}]` : host)
