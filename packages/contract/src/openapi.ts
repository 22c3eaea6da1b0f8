/** The API as an OpenAPI 3.1 document, made from the endpoints: it cannot say anything else than what is served. */
import * as z from "zod/mini"
import { translate } from "./catalogue/sentences.ts"
import { type Endpoint, errorsOf } from "./endpoint.ts"
import { errorBody, errorStatus } from "./errors.ts"

export function openApiDocument(endpoints: readonly Endpoint[], version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const each of endpoints) {
    const path = each.path.replace(/:([a-zA-Z]+)/g, "{$1}")
    paths[path] = { ...paths[path], [each.method.toLowerCase()]: operation(each) }
  }
  return {
    openapi: "3.1.0",
    info: { title: "Homeport", version, description: "Settings and live state of a Homeport system" },
    paths,
    components: {
      schemas: { Error: schemaOf(errorBody, "output") },
      securitySchemes: {
        cookie: { type: "apiKey", in: "cookie", name: "homeport-<installation id>" },
        token: { type: "http", scheme: "bearer" },
      },
    },
  }
}

function operation(each: Endpoint): Record<string, unknown> {
  return {
    summary: each.summary,
    "x-role": each.role,
    ...(each.role !== "public" && { security: [{ cookie: [] }, { token: [] }] }),
    parameters: [
      ...parameters(each.params, "path"),
      ...parameters(each.query, "query"),
      ...(each.versioned && each.method !== "GET" ? [ifMatch] : []),
    ],
    ...(each.body && {
      requestBody: { required: true, content: { "application/json": { schema: schemaOf(each.body, "input") } } },
    }),
    responses: { [each.status ?? 200]: success(each), ...refusals(each) },
  }
}

const ifMatch = {
  name: "If-Match",
  in: "header",
  required: false,
  description: "The ETag of the version that was read; 412 when there is a newer one",
  schema: { type: "string" },
}

const binary = { type: "string", format: "binary" }

function success(each: Endpoint): Record<string, unknown> {
  const type = each.file ?? (each.stream ? "text/event-stream" : "application/json")
  return {
    description: each.summary,
    ...(each.versioned && { headers: { ETag: { schema: { type: "string" } } } }),
    content: { [type]: { schema: each.file ? binary : schemaOf(each.response, "output") } },
  }
}

function refusals(each: Endpoint): Record<string, unknown> {
  const codes = Map.groupBy(errorsOf(each), (code) => errorStatus[code])
  const schema = { $ref: "#/components/schemas/Error" }
  return Object.fromEntries(
    [...codes].map(([status, some]) => [
      status,
      {
        description: some.map((code) => `${code}: ${translate("en", `error.${code}`)}`).join("\n"),
        content: { "application/json": { schema } },
      },
    ]),
  )
}

function parameters(schema: z.ZodMiniType | undefined, where: "path" | "query"): Record<string, unknown>[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, "input")
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === "path" || required.includes(name),
    schema: property,
  }))
}

function schemaOf(schema: z.ZodMiniType, io: "input" | "output") {
  return z.toJSONSchema(schema, { io, unrepresentable: "any", target: "draft-2020-12" })
}
