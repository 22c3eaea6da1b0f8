/**
 * Who may talk to the console's address at all. Two attacks through a browser on the administrator's desk are shut out here:
 * a foreign name that resolves to us (DNS rebinding: allowed Hosts), and a foreign page that posts to us (cross-site).
 */

import { isIP } from "node:net"
import { hostname } from "node:os"
import type { FastifyInstance, FastifyRequest } from "fastify"
import { bearerOf } from "./bearer.ts"
import { ApiError } from "./errors.ts"

/** `ownNames`: names of this system that an administrator entered. */
export function checkOrigins(app: FastifyInstance, ownNames: () => readonly string[]): void {
  const machineName = hostname().toLowerCase()
  app.addHook("onRequest", async (request) => {
    const host = nameOf(request.headers.host ?? "")
    if (host === undefined || !(isAddress(host) || host === machineName || ownNames().includes(host)))
      throw new ApiError("HostNotAllowed")
    if (isSafe(request) || fromOurPage(request)) return
    // No page can put one there without asking us first, which we never allow; and the cookie does not count beside it.
    if (bearerOf(request) === undefined) throw new ApiError("CrossSite")
  })
}

const isSafe = ({ method }: FastifyRequest): boolean => ["GET", "HEAD", "OPTIONS"].includes(method)

/** Loopback by name, or any address: those cannot be pointed elsewhere by somebody's DNS. */
const isAddress = (name: string): boolean => name === "localhost" || isIP(name) !== 0

/** The host without its port and brackets, in lower case. */
function nameOf(host: string): string | undefined {
  const [, bracketed, plain] = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::[0-9]+)?$/i.exec(host) ?? []
  return (bracketed ?? plain)?.toLowerCase()
}

/**
 * Browsers say where a request comes from. "same-site" is not enough: another port of this machine is the same site. A request
 * without either header is no browser's.
 */
function fromOurPage({ headers }: FastifyRequest): boolean {
  const site = headers["sec-fetch-site"]
  if (site !== undefined) return site === "same-origin" || site === "none"
  if (headers.origin === undefined) return true
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host
}
