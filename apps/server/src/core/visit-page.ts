/**
 * What a browser is answered at an outer SIP port: one sentence in two languages, and nothing about what serves it. RFC 9112.
 *
 * Made once for each visit there can be, so that strangers cost no work.
 */
import { visitSentences } from "@homeport/contract"
import type { Visit } from "@homeport/sbc"

export function createVisitPages(): (visit: Visit) => Uint8Array {
  const made = new Map<string, Uint8Array>()
  return (visit) => {
    const key = `${visit.transport} ${visit.port} ${visit.outside}`
    const page = made.get(key) ?? visitPage(visit)
    made.set(key, page)
    return page
  }
}

export function visitPage({ transport, port, outside }: Visit): Uint8Array {
  const { en, de } = visitSentences
  const sentence = (of: typeof en | typeof de) => (outside ? of.outside : of.inside)(transport, port)
  const body = Buffer.from(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${en.title}</title>
<p>${sentence(en)}</p>
<p lang="de">${sentence(de)}</p>
</html>
`)
  const head = [
    "HTTP/1.1 200 OK",
    "Content-Type: text/html; charset=utf-8",
    `Content-Length: ${body.length}`,
    "Content-Security-Policy: default-src 'none'",
    // A page out of the cache would tick no line.
    "Cache-Control: no-store",
    "Connection: close",
  ]
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), body])
}
