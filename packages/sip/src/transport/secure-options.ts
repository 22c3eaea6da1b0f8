/**
 * What every TLS handshake of ours is made with: a certificate, and the cryptography that goes with it. RFC 8996, RFC 9325.
 *
 * A certificate is rehearsed before it is used: one handshake with ourselves, in memory. OpenSSL takes an EC certificate with an
 * RSA key, and Node none at all, without a word, and then every phone would fail.
 */
import { duplexPair } from "node:stream"
import { connect, createSecureContext, type SecureContextOptions, TLSSocket } from "node:tls"
import { failure, type Result, success } from "../result.ts"
import type { Certificate } from "./transport.ts"

/** Or what is wrong with the certificate, in OpenSSL's words. */
export async function secureOptions({ chain, key }: Certificate): Promise<Result<SecureContextOptions, string>> {
  const options: SecureContextOptions = { cert: chain, key, ...cryptography }
  const problem = await rehearse(options)
  return problem === undefined ? success(options) : failure(problem)
}

async function rehearse(options: SecureContextOptions): Promise<string | undefined> {
  try {
    const [near, far] = duplexPair()
    const server = new TLSSocket(near, { isServer: true, secureContext: createSecureContext(options) })
    const client = connect({ socket: far, rejectUnauthorized: false })
    return await new Promise<string | undefined>((resolve) => {
      server.on("error", (error) => resolve(error.message))
      client.on("error", (error) => resolve(error.message))
      client.once("secureConnect", () => resolve(undefined))
    }).finally(() => {
      server.destroy()
      client.destroy()
    })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/**
 * TLS 1.2 with forward secrecy and authenticated encryption, and TLS 1.3 (RFC 9325 §3.1, §4.2). OpenSSL's security level stays as
 * it is: it refuses keys below 2048 bits. A ticket is good for an hour, and for the certificate it was given under.
 */
const cryptography = {
  minVersion: "TLSv1.2",
  maxVersion: "TLSv1.3",
  ciphers: [
    "TLS_AES_128_GCM_SHA256",
    "TLS_AES_256_GCM_SHA384",
    "TLS_CHACHA20_POLY1305_SHA256",
    "ECDHE-ECDSA-AES128-GCM-SHA256",
    "ECDHE-RSA-AES128-GCM-SHA256",
    "ECDHE-ECDSA-AES256-GCM-SHA384",
    "ECDHE-RSA-AES256-GCM-SHA384",
    "ECDHE-ECDSA-CHACHA20-POLY1305",
    "ECDHE-RSA-CHACHA20-POLY1305",
  ].join(":"),
  honorCipherOrder: true,
  ecdhCurve: "X25519:P-256:P-384",
  sessionTimeout: 3600,
  // SSL_OP_NO_RENEGOTIATION (RFC 9325 §3.5): its name stands in node:crypto, which has no business here.
  secureOptions: 2 ** 30,
} as const
