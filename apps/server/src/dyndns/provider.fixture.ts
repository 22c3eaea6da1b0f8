/** A DynDNS provider on 127.0.0.1, over HTTP or HTTPS, that answers what the test says and tells what it was asked. */
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http"
import { createServer as createSecureServer } from "node:https"
import { onTestFinished } from "vitest"
import { makeConsoleCertificate } from "../http/console-certificate.ts"

export interface Asked {
  /** Path and query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
}

export interface LocalProvider {
  readonly url: string
  readonly asked: Asked[]
  /** What its clients must trust, PEM; of an HTTPS one. */
  readonly authority: string
  answer: (response: ServerResponse) => void
}

export interface LocalProviderOptions {
  /** Over HTTPS, with a certificate for these names. */
  readonly names?: readonly string[]
  readonly maxVersion?: "TLSv1.2" | "TLSv1.1"
}

export async function localProvider({ names, maxVersion }: LocalProviderOptions = {}): Promise<LocalProvider> {
  const certificate = names && makeConsoleCertificate(names, new Date())
  const provider = {
    url: "",
    asked: [] as Asked[],
    authority: certificate?.certificate ?? "",
    answer: (response: ServerResponse): void => {
      response.end("good")
    },
  }
  const onRequest: Parameters<typeof createServer>[1] = (request, response) => {
    provider.asked.push({ path: request.url ?? "", headers: request.headers })
    provider.answer(response)
  }
  const server: Server = certificate
    ? createSecureServer(
        {
          key: certificate.privateKey,
          cert: certificate.certificate,
          ...(maxVersion && { minVersion: "TLSv1", maxVersion, ciphers: "ALL:@SECLEVEL=0" }),
        },
        onRequest,
      )
    : createServer(onRequest)
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const bound = server.address()
  if (bound === null || typeof bound === "string") throw new Error("no port")
  provider.url = `${certificate ? "https" : "http"}://127.0.0.1:${bound.port}`
  return provider
}
