/**
 * An endpoint of the contract and what answers it become a Fastify route.
 *
 *   role allowed? ─▶ params, query, body checked ─▶ handler ─▶ answer checked ─▶ sent, with its version
 *        401, 403            400 with fields          ApiError       500: a mistake of ours
 */
import {
  allows,
  type CheckedBody,
  type CheckedParams,
  type CheckedQuery,
  changedAtHeader,
  changedByHeader,
  type Endpoint,
  fieldProblems,
  nothing,
  type ResponseOf,
  type Role,
} from "@homeport/contract"
import type { Version } from "@homeport/store"
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { bearerOf } from "./bearer.ts"
import { ApiError } from "./errors.ts"
import { FileAnswer, sendFile } from "./file-answer.ts"

export interface Asked<E extends Endpoint> {
  readonly params: CheckedParams<E>
  readonly query: CheckedQuery<E>
  readonly body: CheckedBody<E>
  readonly caller: Caller | undefined
  /** Who stands in the log: for routes that are not public. */
  readonly by: string
  /** Where the request came from, past trusted proxies. */
  readonly address: string
  /** Throws 412 when the request names another version of the resource (If-Match). */
  expects(version: Version): void
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** Who is signed in, or whose API token this is, and how long that lasts. */
export interface Caller {
  /** The account's number. */
  readonly id: number
  readonly name: string
  readonly role: Role
  /** null, both of them: a token that does not expire. */
  readonly endsAt: number | null
  readonly idleEndsAt: number | null
  /** The token's name; absent: a person at a browser. */
  readonly token?: string
}

export interface Route {
  readonly endpoint: Endpoint
  readonly handler: (asked: Asked<Endpoint>) => unknown
}

type Handler<E extends Endpoint> = (asked: Asked<E>) => Answer<E> | Promise<Answer<E>>
type Answer<E extends Endpoint> = ResponseOf<E> | Versioned<ResponseOf<E>> | FileAnswer | typeof streaming

export function handle<E extends Endpoint>(endpoint: E, handler: Handler<E>): Route {
  // `register` checks params, query and body with this very endpoint before it calls the handler.
  return { endpoint, handler: handler as Route["handler"] }
}

/** The answer of a handler that has taken the reply into its own hands. */
export const streaming = Symbol("streaming")

/** An answer that carries the version of what it shows. */
export class Versioned<T> {
  readonly data: T
  readonly version: Version

  constructor(data: T, version: Version) {
    this.data = data
    this.version = version
  }
}

export interface Callers {
  /** Who asks, by API token or cookie; undefined: nobody. */
  callerOf(request: FastifyRequest): Caller | undefined
}

export function register(app: FastifyInstance, callers: Callers, { endpoint, handler }: Route): void {
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    ...(endpoint.largestBody !== undefined && {
      bodyLimit: endpoint.largestBody,
      // Nobody else may make the server read that much.
      onRequest: async (request) => void allowedCaller(callers, request, endpoint),
    }),
    handler: async (request, reply) => {
      const caller = allowedCaller(callers, request, endpoint)
      const answer = await handler({
        params: checked(endpoint.params, request.params),
        query: checked(endpoint.query, request.query),
        // A missing body is an empty form: every needed field is named.
        body: checked(endpoint.body, request.body),
        caller,
        by: caller ? nameInLog(caller) : "",
        address: request.ip,
        expects: (version) => expectVersion(request, version),
        request,
        reply,
      })
      if (answer === streaming) return reply
      if (endpoint.file !== undefined && answer instanceof FileAnswer) return sendFile(reply, endpoint.file, answer)
      reply.code(reply.statusCode === 200 ? (endpoint.status ?? 200) : reply.statusCode)
      reply.header("cache-control", "no-store")
      if (!(answer instanceof Versioned)) return verified(endpoint, answer)
      addVersion(reply, answer.version)
      return verified(endpoint, answer.data)
    },
  })
}

function allowedCaller(callers: Callers, request: FastifyRequest, { role }: Endpoint): Caller | undefined {
  const caller = callers.callerOf(request)
  if (allows(caller?.role, role)) return caller
  if (caller) throw new ApiError("NotAllowed")
  throw new ApiError(bearerOf(request) === undefined ? "NotSignedIn" : "TokenNotValid")
}

const nameInLog = ({ name, token }: Caller): string => (token === undefined ? name : `${name} (API: ${token})`)

/** An endpoint that takes nothing takes no unknown key either. */
function checked(schema: Endpoint["body"], value: unknown): unknown {
  const outcome = (schema ?? nothing).safeParse(value ?? {})
  if (outcome.success) return schema && outcome.data
  throw new ApiError("InvalidInput", { fields: fieldProblems(outcome.error, value) })
}

/** Nothing leaves that the contract does not name: neither a slip nor a secret. */
function verified(endpoint: Endpoint, answer: unknown): unknown {
  const outcome = endpoint.response.safeParse(answer)
  if (outcome.success) return outcome.data
  const where = outcome.error.issues.map((issue) => `${issue.code} at ${issue.path.join(".")}`).join("; ")
  throw new Error(`the answer of ${endpoint.method} ${endpoint.path} is not what the contract says: ${where}`)
}

export const entityTag = ({ version }: Version): string => `"${version}"`

function addVersion(reply: FastifyReply, version: Version): void {
  reply.header("etag", entityTag(version))
  if (version.changedBy !== undefined) reply.header(changedByHeader, encodeURIComponent(version.changedBy))
  if (version.changedAt !== undefined) reply.header(changedAtHeader, new Date(version.changedAt).toISOString())
}

/** RFC 9110 §13.1.1. A weak tag never matches. */
function expectVersion(request: FastifyRequest, version: Version): void {
  const condition = request.headers["if-match"]
  if (condition === undefined || condition.trim() === "*") return
  const tags = condition.split(",").map((tag) => tag.trim())
  if (!tags.includes(entityTag(version))) throw new ApiError("ChangedMeanwhile")
}
