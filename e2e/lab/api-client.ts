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
  readonly text: string
}

export function apiClient(connect: () => Promise<Socket>): ApiClient {
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
          timeout: 15_000,
          headers: {
            host: "127.0.0.1:8080",
            connection: "close",
            ...(cookie && { cookie }),
            ...(content !== undefined && { "content-type": "application/json" }),
          },
        },
        (response) => {
          let text = ""
          response.setEncoding("utf8")
          response.on("data", (piece: string) => {
            text += piece
          })
          response.on("end", () => {
            socket.destroy()
            resolve({ status: response.statusCode ?? 0, cookies: response.headers["set-cookie"] ?? [], text })
          })
        },
      )
      request.on("timeout", () => request.destroy(new Error(`${method} ${path}: no answer within 15 s`)))
      request.on("error", reject)
      request.end(content)
    })
  }

  return {
    async request(endpoint, { params, query, body } = {}) {
      // Params and query are plain records of what goes into an address: the contract's schemas say so.
      const path = pathOf(endpoint, params as Record<string, string | number> | undefined)
      const search = new URLSearchParams(
        Object.entries((query ?? {}) as Record<string, unknown>).map(([key, value]) => [key, String(value)]),
      ).toString()
      const { status, text } = await send(endpoint.method, search ? `${path}?${search}` : path, body)
      const answer: unknown = text ? JSON.parse(text) : undefined
      if (status < 200 || status > 299) throw new ApiRefusal(`${endpoint.method} ${path}`, status, answer)
      // What the server answers is checked against the contract by the server's own tests.
      return answer as ResponseOf<typeof endpoint>
    },
    async signIn(name, password) {
      const { status, cookies, text } = await send(api.login.login.method, api.login.login.path, { name, password })
      if (status !== 200) throw new ApiRefusal("sign-in", status, text)
      cookie = cookies.map((one) => one.split(";")[0]).join("; ")
    },
    status: async (path) => (await send("GET", path)).status,
  }
}
