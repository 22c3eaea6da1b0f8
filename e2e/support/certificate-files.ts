/** Certificate files as other makers write them: each made by the OpenSSL of this machine, in a folder that is gone afterwards. */
import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

export interface CertificateFiles {
  /** A CA of its own, by Common Name. */
  authority(name: string): Issued
  server(name: string, authority?: Issued, keyBits?: number): Issued
  pkcs12(issued: Issued, passPhrase: string, chain?: readonly Issued[]): Buffer
  /** What `openssl` says of a file. */
  read(words: readonly string[], file: Buffer): string
  remove(): void
}

export interface Issued {
  readonly certificate: Buffer
  readonly key: Buffer
}

export function certificateFiles(): CertificateFiles {
  const folder = mkdtempSync(join(tmpdir(), "homeport-certificates-"))
  let count = 0
  const path = (content?: Buffer | string): string => {
    const name = join(folder, `file-${count++}`)
    if (content !== undefined) writeFileSync(name, content)
    return name
  }
  const openssl = (...words: readonly string[]) => execFileSync("openssl", words, { stdio: ["ignore", "pipe", "pipe"] })

  const selfSigned = (name: string, keyBits: number, extensions: readonly string[]): Issued => {
    const [key, certificate] = [path(), path()]
    openssl(
      ...["req", "-x509", "-newkey", `rsa:${keyBits}`, "-nodes", "-sha256", "-days", "30", "-subj", `/CN=${name}`],
      ...["-keyout", key, "-out", certificate],
      ...extensions.flatMap((extension) => ["-addext", extension]),
    )
    return { certificate: readFileSync(certificate), key: readFileSync(key) }
  }

  return {
    authority: (name) =>
      selfSigned(name, 2048, ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign"]),

    server(name, authority, keyBits = 2048) {
      const extensions = [`subjectAltName=DNS:${name}`, "extendedKeyUsage=serverAuth"]
      if (!authority) return selfSigned(name, keyBits, ["basicConstraints=critical,CA:FALSE", ...extensions])
      const [key, request, certificate] = [path(), path(), path()]
      openssl(
        ...["req", "-newkey", `rsa:${keyBits}`, "-nodes", "-sha256", "-subj", `/CN=${name}`],
        ...["-keyout", key, "-out", request],
      )
      openssl(
        ...["x509", "-req", "-sha256", "-days", "30", "-in", request, "-out", certificate],
        ...["-CA", path(authority.certificate), "-CAkey", path(authority.key), "-set_serial", String(1000 + count)],
        ...["-extfile", path(extensions.join("\n"))],
      )
      return { certificate: readFileSync(certificate), key: readFileSync(key) }
    },

    pkcs12({ certificate, key }, passPhrase, chain = []) {
      const file = path()
      openssl(
        ...["pkcs12", "-export", "-in", path(certificate), "-inkey", path(key), "-out", file],
        ...["-passout", `pass:${passPhrase}`],
        ...chain.flatMap((issuer) => ["-certfile", path(issuer.certificate)]),
      )
      return readFileSync(file)
    },

    read: (words, file) => openssl(...words, "-in", path(file)).toString(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
