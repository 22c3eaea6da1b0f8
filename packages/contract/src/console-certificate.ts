/** Certificate Management ▸ Use for this console: what browsers are shown. */
import * as z from "zod/mini"
import { certificate } from "./certificate.ts"
import { endpoint } from "./endpoint.ts"
import { code } from "./primitives.ts"

export const consoleCertificateView = z.strictObject({
  /** The console is served over HTTPS now. Over HTTP, on loopback, no certificate is shown to anybody. */
  https: z.boolean(),
  /** The stored certificate that is chosen; null: the one that Homeport made for itself. */
  certificate: z.nullable(certificate),
  /** SHA-256 of what browsers are shown; null over HTTP with no choice made. */
  fingerprint: z.nullable(z.string()),
})
export type ConsoleCertificateView = z.infer<typeof consoleCertificateView>

export const consoleCertificate = {
  read: endpoint({
    method: "GET",
    path: "/api/console-certificate",
    summary: "The certificate of this console's own HTTPS",
    role: "basic",
    response: consoleCertificateView,
    errors: [],
  }),
  replace: endpoint({
    method: "PUT",
    path: "/api/console-certificate",
    summary: "Choose it; null: the one that Homeport made for itself. New connections are shown it at once",
    role: "expert",
    body: z.strictObject({ certificateId: z.nullable(z.int(code("NotWhole"))) }),
    response: consoleCertificateView,
    errors: ["NotFound"],
  }),
}
