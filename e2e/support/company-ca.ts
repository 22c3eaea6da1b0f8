/** Certificates of a company that has a CA of its own, made by OpenSSL: what "I have a certificate" is given. */
import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { hasProgram } from "./debian.mjs"

export const companyName = "office.example.net"
export const companyPassPhrase = "Harbour 7 lights"

export interface CompanyCa {
  /** The path of its certificate, PEM. */
  readonly certificate: string
  /** A server certificate for `companyName` as PKCS#12; the path. `chain`: with the CA in it. */
  server(name: string, options?: { chain?: boolean; key?: string; extensions?: readonly string[] }): string
  /** The path of a file in the same folder. */
  file(name: string): string
  remove(): void
}

export const opensslMissing = !hasProgram("openssl")

export function openssl(...words: readonly string[]): string {
  return execFileSync("openssl", words, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], timeout: 20_000 })
}

export function companyCa(commonName = "Company CA"): CompanyCa {
  const folder = mkdtempSync(join(tmpdir(), "homeport-company-"))
  const file = (name: string) => join(folder, name)
  const certificate = file("ca.crt")
  openssl(
    ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", file("ca.key"), "-out", certificate, "-days", "30"],
    ...["-subj", `/O=Company/CN=${commonName}`],
    ...["-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign,cRLSign"],
  )
  return {
    certificate,
    file,
    server(name, { chain = false, key = "rsa:2048", extensions = SERVER } = {}) {
      const [privateKey, leaf, bundle] = [file(`${name}.key`), file(`${name}.crt`), file(`${name}.p12`)]
      openssl(
        ...["req", "-x509", "-newkey", key, "-nodes", "-keyout", privateKey, "-out", leaf, "-days", "20"],
        ...["-subj", `/CN=${companyName}`, "-CA", certificate, "-CAkey", file("ca.key")],
        ...extensions.flatMap((extension) => ["-addext", extension]),
      )
      openssl(
        ...["pkcs12", "-export", "-in", leaf, "-inkey", privateKey, "-out", bundle],
        ...["-passout", `pass:${companyPassPhrase}`, ...(chain ? ["-certfile", certificate] : [])],
      )
      return bundle
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export const textOf = (path: string): string => readFileSync(path, "utf8")

const SERVER = [
  "basicConstraints=critical,CA:FALSE",
  "extendedKeyUsage=serverAuth",
  `subjectAltName=DNS:${companyName}`,
]
