/**
 * The console's files, compressed when it was built. What carries a hash in its name may be kept for ever; the page itself never.
 * Every URL that is not a file is a page of the console: its router knows which.
 */
import { existsSync } from "node:fs"
import { join } from "node:path"
import fastifyStatic from "@fastify/static"
import type { FastifyInstance } from "fastify"
import { ApiError, sendError } from "./errors.ts"

export async function serveConsole(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const built = folder !== undefined && existsSync(join(folder, "index.html"))
  if (built)
    await app.register(fastifyStatic, {
      root: folder,
      preCompressed: true,
      cacheControl: false,
      setHeaders(reply, path) {
        reply.header("cache-control", isHashed(path) ? "public, max-age=31536000, immutable" : "no-cache")
      },
    })
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === "GET" &&
      !request.url.startsWith("/api/") &&
      (request.headers.accept ?? "").includes("text/html")
    if (!isPage) return sendError(new ApiError("NotFound"), request, reply)
    if (built) return reply.sendFile("index.html")
    return reply.code(503).type("text/plain; charset=utf-8").send(notBuilt)
  })
}

/** Vite puts everything that it names by content under assets/. */
const isHashed = (path: string): boolean => /[\\/]assets[\\/]/.test(path)

const notBuilt = "The console has not been built. Start Homeport with “npm start”, which builds it.\n"
