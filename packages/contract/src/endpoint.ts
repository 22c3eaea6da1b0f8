/**
 * One value per thing that can be asked of the server: the routes and their checks, the browser's typed client and the
 * OpenAPI document are all made from it.
 *
 *   endpoint({ method, path, role, params?, query?, body?, response, errors })
 *        │
 *        ├─ apps/server   implement(endpoint, handler)     checks what comes in, names what may go out
 *        ├─ apps/console  request(endpoint, { params, … }) the same types from the other side
 *        └─ openapi.ts    GET /api/openapi.json
 */
import type * as z from "zod/mini"
import type { ErrorCode } from "./errors.ts"

export function endpoint<
  const Method extends HttpMethod,
  Response extends z.ZodMiniType,
  Params extends z.ZodMiniType | undefined = undefined,
  Query extends z.ZodMiniType | undefined = undefined,
  Body extends z.ZodMiniType | undefined = undefined,
>(definition: Endpoint<Method, Response, Params, Query, Body>): Endpoint<Method, Response, Params, Query, Body> {
  return definition
}

export interface Endpoint<
  Method extends HttpMethod = HttpMethod,
  Response extends z.ZodMiniType = z.ZodMiniType,
  Params extends z.ZodMiniType | undefined = z.ZodMiniType | undefined,
  Query extends z.ZodMiniType | undefined = z.ZodMiniType | undefined,
  Body extends z.ZodMiniType | undefined = z.ZodMiniType | undefined,
> {
  readonly method: Method
  /** With parameters as ":index". */
  readonly path: `/${string}`
  /** One English line for the OpenAPI document. */
  readonly summary: string
  /** The least role that may ask. Every endpoint names it: a route cannot be open by accident. */
  readonly role: Access
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  readonly response: Response
  /** Codes beyond those that every endpoint of its kind may answer with (`errorsOf`). */
  readonly errors: readonly ErrorCode[]
  /** The status of success; 200 when absent. */
  readonly status?: 200 | 201
  /** GET answers an ETag; PUT, PATCH and DELETE accept If-Match and answer 412. */
  readonly versioned?: true
  /** Answers with a file of this media type, and its name in Content-Disposition; `response` is not looked at. */
  readonly file?: string
  /** In octets, where it is more than the server takes otherwise: the role is then looked at before the body is read. */
  readonly largestBody?: number
  /** Answers with text/event-stream and stays open; `response` describes one message. */
  readonly stream?: true
}

export type HttpMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE"

/** What an administrator may do: see, look after stations, everything. */
export const roles = ["basic", "enhanced", "expert"] as const
export type Role = (typeof roles)[number]
export type Access = "public" | Role

/** Whether somebody with this role (or nobody, `undefined`) may use what asks for that access. */
export function allows(role: Role | undefined, access: Access): boolean {
  if (access === "public") return true
  return role !== undefined && roles.indexOf(role) >= roles.indexOf(access)
}

/** What a caller passes in, before defaults and conversions are applied. */
export type ParamsOf<E extends Endpoint> = InputOf<E["params"]>
export type QueryOf<E extends Endpoint> = InputOf<E["query"]>
export type BodyOf<E extends Endpoint> = InputOf<E["body"]>
/** What a handler is given, after them. */
export type CheckedParams<E extends Endpoint> = OutputOf<E["params"]>
export type CheckedQuery<E extends Endpoint> = OutputOf<E["query"]>
export type CheckedBody<E extends Endpoint> = OutputOf<E["body"]>
export type ResponseOf<E extends Endpoint> = z.output<E["response"]>

/** Optional in the definition, so its type has an `undefined` that an endpoint with a schema never has. */
type InputOf<Schema> = [NonNullable<Schema>] extends [never]
  ? undefined
  : NonNullable<Schema> extends z.ZodMiniType
    ? z.input<NonNullable<Schema>>
    : undefined
type OutputOf<Schema> = [NonNullable<Schema>] extends [never]
  ? undefined
  : NonNullable<Schema> extends z.ZodMiniType
    ? z.output<NonNullable<Schema>>
    : undefined

/** The endpoint's path with its parameters filled in: `/api/sip-clients/68`. */
export function pathOf(asked: Endpoint, params: Readonly<Record<string, string | number>> = {}): string {
  return asked.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? "")))
}

/** Every code this endpoint may answer with. */
export function errorsOf(asked: Endpoint): readonly ErrorCode[] {
  const codes = new Set<ErrorCode>([...anywhere, ...asked.errors])
  if (asked.role !== "public") codes.add("NotSignedIn").add("NotAllowed").add("TokenNotValid")
  if (asked.params || asked.query || asked.body) codes.add("InvalidInput")
  if (asked.body) codes.add("NotJson").add("TooLarge")
  if (asked.method !== "GET") codes.add("CrossSite").add("StoreNotWritable")
  if (asked.versioned && asked.method !== "GET") codes.add("ChangedMeanwhile")
  return [...codes]
}

const anywhere: readonly ErrorCode[] = ["HostNotAllowed", "Internal", "Malformed", "ShuttingDown", "TooManyRequests"]
