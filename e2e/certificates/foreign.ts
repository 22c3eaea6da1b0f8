/** Certificates that this project did not make: a root, a CA below it and a server, by OpenSSL. */
import { join } from "node:path"
import type { Bench } from "./bench.ts"
import { openssl } from "./tools.ts"

export const FOREIGN_NAME = "leaf.example"
/** Of every file that another program protects. */
export const FOREIGN_PASS_PHRASE = "open Sesame-1001"

export const keyKinds = {
  "RSA 2048": ["-newkey", "rsa:2048"],
  "EC P-256": ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"],
  "EC P-384": ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:secp384r1"],
  "RSA 1536": ["-newkey", "rsa:1536"],
  "RSA 512": ["-newkey", "rsa:512"],
} as const
export type KeyKind = keyof typeof keyKinds

/** The path of a PEM certificate, and that of its PKCS#8 key, in clear. */
export interface Pair {
  readonly certificate: string
  readonly key: string
}

export interface ForeignOptions {
  readonly kind?: KeyKind
  readonly subject?: string
  /** Of itself when there is none. */
  readonly issuer?: Pair
  readonly extensions?: readonly string[]
  readonly digest?: "sha256" | "sha1"
}

export async function foreignPair(bench: Bench, name: string, options: ForeignOptions = {}): Promise<Pair> {
  const { kind = "EC P-256", subject = `/CN=${name}`, issuer, extensions = [], digest = "sha256" } = options
  const certificate = join(bench.folder, `${name}.pem`)
  const key = join(bench.folder, `${name}.key`)
  await openssl(
    ...["req", "-x509", ...keyKinds[kind], "-nodes", "-keyout", key, "-out", certificate, "-days", "30"],
    ...[`-${digest}`, "-utf8", "-subj", subject, ...extensions.flatMap((extension) => ["-addext", extension])],
    ...(issuer ? ["-CA", issuer.certificate, "-CAkey", issuer.key] : []),
  )
  return { certificate, key }
}

export const AUTHORITY = ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign"] as const
export const SERVER = [
  "basicConstraints=critical,CA:FALSE",
  "keyUsage=critical,digitalSignature,keyEncipherment",
  "extendedKeyUsage=serverAuth",
  `subjectAltName=DNS:${FOREIGN_NAME}`,
] as const

export interface Chain {
  readonly root: Pair
  readonly middle: Pair
  readonly leaf: Pair
}

export async function foreignChain(bench: Bench, name: string, kind: KeyKind): Promise<Chain> {
  const root = await foreignPair(bench, `${name}-root`, {
    extensions: AUTHORITY,
    subject: `/O=Fremde Wörter/CN=${name} Root`,
  })
  const middle = await foreignPair(bench, `${name}-middle`, {
    extensions: AUTHORITY,
    subject: `/O=Fremde Wörter/CN=${name} CA`,
    issuer: root,
  })
  const leaf = await foreignPair(bench, `${name}-leaf`, {
    kind,
    extensions: SERVER,
    subject: `/CN=${FOREIGN_NAME}`,
    issuer: middle,
  })
  return { root, middle, leaf }
}
