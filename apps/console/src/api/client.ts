/** One request to the server, typed by its endpoint. The only place in the console that fetches a resource. */
import {
  type BodyOf,
  changedAtHeader,
  changedByHeader,
  type Endpoint,
  humanActionHeader,
  type ParamsOf,
  pathOf,
  type QueryOf,
  type ResponseOf,
} from "@homeport/contract"
import { errorOf, unreachable } from "./api-error.ts"

export interface Answer<T> {
  readonly data: T
  /** The ETag: what Apply sends back as If-Match. */
  readonly version: string | undefined
  readonly changedBy: string | undefined
  readonly changedAt: string | undefined
}

type Part<Name extends string, Value> = [Value] extends [undefined]
  ? { readonly [K in Name]?: undefined }
  : { readonly [K in Name]: Value }

export type RequestOf<E extends Endpoint> = Part<"params", ParamsOf<E>> &
  Part<"query", QueryOf<E>> &
  Part<"body", BodyOf<E>> & { readonly ifMatch?: string | undefined; readonly signal?: AbortSignal }

export async function request<E extends Endpoint>(asked: E, parts: RequestOf<E>): Promise<Answer<ResponseOf<E>>> {
  const response = await send(asked, parts)
  if (!response.ok) throw await errorOf(response)
  const changedBy = response.headers.get(changedByHeader)
  return {
    // The server checks every answer against the same schema before it sends it.
    data: (await response.json()) as ResponseOf<E>,
    version: response.headers.get("etag") ?? undefined,
    changedBy: changedBy === null ? undefined : decodeURIComponent(changedBy),
    changedAt: response.headers.get(changedAtHeader) ?? undefined,
  }
}

/** The event stream is the only answer that is read piece by piece. */
export async function open(asked: Endpoint, signal: AbortSignal): Promise<Response> {
  const response = await send(asked, { signal })
  if (!response.ok) throw await errorOf(response)
  return response
}

interface Parts {
  // Params and query are records of text and numbers by their schemas; the endpoint's type has checked them already.
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
  readonly ifMatch?: string | undefined
  readonly signal?: AbortSignal
}

/** For what is not answered in JSON: the event stream above, a file (download.ts). */
export async function send(asked: Endpoint, parts: Parts): Promise<Response> {
  const headers = new Headers({ accept: asked.file ?? (asked.stream ? "text/event-stream" : "application/json") })
  if (parts.body !== undefined) headers.set("content-type", "application/json")
  if (parts.ifMatch !== undefined) headers.set("if-match", parts.ifMatch)
  // A login lives as long as somebody acts; what the console refreshes by itself must not keep it alive.
  if (navigator.userActivation?.isActive) headers.set(humanActionHeader, "1")
  try {
    return await fetch(addressOf(asked, parts), {
      method: asked.method,
      headers,
      cache: "no-store",
      ...(parts.body !== undefined && { body: JSON.stringify(parts.body) }),
      ...(parts.signal && { signal: parts.signal }),
    })
  } catch (error) {
    if (parts.signal?.aborted) throw error
    throw unreachable(error)
  }
}

export function addressOf(asked: Endpoint, parts: Parts): string {
  const path = pathOf(asked, parts.params as Record<string, string | number> | undefined)
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parts.query ?? {}))
    if (value !== undefined && value !== "") query.set(name, String(value))
  const text = query.toString()
  return text === "" ? path : `${path}?${text}`
}
