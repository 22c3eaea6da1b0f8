/** The one place where a refusal becomes an HTTP answer: `{ code, message, params?, fields?, requestId }`. */
import type { Socket } from "node:net"
import {
  type ErrorBody,
  type ErrorCode,
  errorStatus,
  type FieldError,
  type FieldProblem,
  type Params,
  translate,
} from "@homeport/contract"
import { isDiskError } from "@homeport/store"
import type { ConnectionError, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify"

/** What was asked is refused: thrown by routes and services, sentence and status are the contract's. */
export class ApiError extends Error {
  override readonly name = "ApiError"
  readonly code: ErrorCode
  readonly params: Params | undefined
  readonly fields: Refused | undefined

  constructor(code: ErrorCode, details: { readonly params?: Params; readonly fields?: Refused } = {}) {
    super(translate("en", `error.${code}`, details.params))
    this.code = code
    this.params = details.params
    this.fields = details.fields
  }

  get statusCode(): number {
    return errorStatus[this.code]
  }
}

/** By path. A problem whose sentence is not the field catalogue's brings it along. */
type Refused = Readonly<Record<string, FieldProblem | FieldError>>

export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | ApiError, request, reply) => {
    const refusal = error instanceof ApiError ? error : refusalOf(error)
    if (refusal.statusCode >= 500 && refusal !== error) request.log.error({ err: error }, "a request failed")
    return sendError(refusal, request, reply)
  })
}

/** A URL that no route could be looked for with. */
export function answerBrokenUrl(_: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  sendError(new ApiError("Malformed"), request, reply)
}

/** What is no HTTP request at all. It is not logged: cookies and passwords may stand in it. */
export function answerNoHttp(error: ConnectionError, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy()
  const [status, code] = noHttp[error.code] ?? (["400 Bad Request", "Malformed"] as const)
  const body = JSON.stringify(bodyOf(new ApiError(code), "none"))
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}

const noHttp: Readonly<Record<string, readonly [status: string, code: ErrorCode]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: ["408 Request Timeout", "Malformed"],
  HPE_HEADER_OVERFLOW: ["431 Request Header Fields Too Large", "TooLarge"],
}

export function sendError(refusal: ApiError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (refusal.code === "TooManyAttempts") reply.header("retry-after", String(refusal.params?.seconds ?? 1))
  return reply.code(refusal.statusCode).header("cache-control", "no-store").send(bodyOf(refusal, request.id))
}

function bodyOf({ code, message, params, fields }: ApiError, requestId: string): ErrorBody {
  return { code, message, ...(params && { params }), ...(fields && { fields: fieldErrors(fields) }), requestId }
}

function fieldErrors(problems: Refused): Record<string, FieldError> {
  return Object.fromEntries(
    Object.entries(problems).map(([path, problem]) => [path, "message" in problem ? problem : fieldError(problem)]),
  )
}

const fieldError = ({ code, params }: FieldProblem): FieldError => ({
  code,
  message: translate("en", `field.${code}`, params),
  ...(params && { params }),
})

/** What Fastify itself refuses; whatever else arrives here is a mistake of ours. */
function refusalOf(error: FastifyError): ApiError {
  if (error.code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return new ApiError("NotJson")
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") return new ApiError("TooLarge")
  if (isDiskError(error)) return new ApiError("StoreNotWritable")
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return new ApiError(error.statusCode === 404 ? "NotFound" : "Malformed")
  return new ApiError("Internal")
}
