/** Whatever can go wrong between the console and the server, made in one place: an answer that says no, or no answer. */
import { type ErrorCode, errorBody, type FieldError, type Params } from "@homeport/contract"

export class ApiError extends Error {
  override readonly name = "ApiError"
  readonly code: ErrorCode | ConsoleErrorCode
  readonly status: number
  readonly params: Params
  readonly fields: Readonly<Record<string, FieldError>>
  readonly requestId: string | undefined

  constructor(problem: {
    code: ErrorCode | ConsoleErrorCode
    message: string
    status?: number
    params?: Params | undefined
    fields?: Readonly<Record<string, FieldError>> | undefined
    requestId?: string | undefined
  }) {
    super(problem.message)
    this.code = problem.code
    this.status = problem.status ?? 0
    this.params = problem.params ?? {}
    this.fields = problem.fields ?? {}
    this.requestId = problem.requestId
  }
}

/** What only this side can find: nobody answered, or somebody who does not speak our language (a proxy's page). */
export type ConsoleErrorCode = "Unreachable" | "Unreadable"

export function unreachable(cause: unknown): ApiError {
  return new ApiError({ code: "Unreachable", message: cause instanceof Error ? cause.message : String(cause) })
}

export async function errorOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined)
  const parsed = errorBody.safeParse(body)
  if (!parsed.success)
    return new ApiError({ code: "Unreadable", message: `HTTP ${response.status}`, status: response.status })
  // The server only sends codes of the contract; an unknown one (a newer server) falls back to its own message.
  return new ApiError({ ...parsed.data, code: parsed.data.code as ErrorCode, status: response.status })
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.code === "NotSignedIn"
}

/** Worth another try without asking anybody. */
export function isPassing(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status >= 502)
}
