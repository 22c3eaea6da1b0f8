/** The server's API from outside its network: the contract's endpoints over connections that somebody else opens. */
import { Agent, request as httpRequest } from "node:http"
import type { Socket } from "node:net"
import {
  api,
  type BodyOf,
  type Endpoint,
  type ParamsOf,
  pathOf,
  type QueryOf,
  type ResponseOf,
} from "@homeport/contract"

export interface ApiClient {
  /** Throws `ApiRefusal` when the answer is an error. */
  request<E extends Endpoint>(endpoint: E, input?: Input<E>): Promise<ResponseOf<E>>
  /** What an endpoint answers that hands out a file. */
  file<E extends Endpoint>(endpoint: E, input?: Input<E>): Promise<Buffer>
  signIn(name: string, password: string): Promise<void>
  /** The bare status of a GET. */
  status(path: string): Promise<number>
}

export interface Input<E extends Endpoint> {
  readonly params?: ParamsOf<E>
  readonly query?: Partial<QueryOf<E>>
  readonly body?: BodyOf<E>
}

export class ApiRefusal extends Error {
  readonly status: number
  readonly body: unknown

  constructor(what: string, status: number, body: unknown) {
    super(`${what}: ${status} ${JSON.stringify(body)}`)
    this.status = status
    this.body = body
  }
}

interface Answer {
  readonly status: number
  readonly cookies: readonly string[]
  readonly bytes: Buffer
}

/** `heard` is told every answer that is text. */
export function apiClient(connect: () => Promise<Socket>, heard: (answer: string) => void = () => {}): ApiClient {
  let cookie = ""

  async function send(method: string, path: string, body?: unknown): Promise<Answer> {
    const socket = await connect()
    const agent = new Agent({ maxSockets: 1 })
    agent.createConnection = () => socket
    const content = body === undefined ? undefined : JSON.stringify(body)
    return new Promise((resolve, reject) => {
      const request = httpRequest(
        {
          agent,
          method,
          path,
          timeout: 30_000,
          headers: {
            host: "127.0.0.1:8080",
            connection: "close",
            ...(cookie && { cookie }),
            ...(content !== undefined && { "content-type": "application/json" }),
          },
        },
        (response) => {
          const pieces: Buffer[] = []
          response.on("data", (piece: Buffer) => pieces.push(piece))
          response.on("end", () => {
            socket.destroy()
            const bytes = Buffer.concat(pieces)
            if (response.headers["content-type"] !== "application/x-pkcs12") heard(bytes.toString("utf8"))
            resolve({ status: response.statusCode ?? 0, cookies: response.headers["set-cookie"] ?? [], bytes })
          })
        },
      )
      request.on("timeout", () => request.destroy(new Error(`${method} ${path}: no answer within 30 s`)))
      request.on("error", reject)
      request.end(content)
    })
  }

  async function ask<E extends Endpoint>(endpoint: E, { params, query, body }: Input<E> = {}): Promise<Buffer> {
    // Params and query are plain records of what goes into an address: the contract's schemas say so.
    const path = pathOf(endpoint, params as Record<string, string | number> | undefined)
    const search = new URLSearchParams(
      Object.entries((query ?? {}) as Record<string, unknown>).map(([key, value]) => [key, String(value)]),
    ).toString()
    const { status, bytes } = await send(endpoint.method, search ? `${path}?${search}` : path, body)
    if (status < 200 || status > 299) throw new ApiRefusal(`${endpoint.method} ${path}`, status, json(bytes))
    return bytes
  }

  return {
    // What the server answers is checked against the contract by the server's own tests.
    request: async (endpoint, input) => json(await ask(endpoint, input)) as ResponseOf<typeof endpoint>,
    file: ask,
    async signIn(name, password) {
      const { status, cookies, bytes } = await send(api.login.login.method, api.login.login.path, { name, password })
      if (status !== 200) throw new ApiRefusal("sign-in", status, bytes.toString())
      cookie = cookies.map((one) => one.split(";")[0]).join("; ")
    },
    status: async (path) => (await send("GET", path)).status,
  }
}

const json = (bytes: Buffer): unknown => (bytes.length > 0 ? JSON.parse(bytes.toString("utf8")) : undefined)
