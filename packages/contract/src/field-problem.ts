/**
 * What is wrong with one field of a form or request, as data. Form and server make it from the same schemas, so they can
 * only agree: each rule carries its code as the schema's message, and `fieldProblems` turns zod's issues into ours.
 */
import type { core } from "zod/mini"
import type { FieldProblemCode } from "./catalogue/catalogue.ts"
import type { Params } from "./errors.ts"

export interface FieldProblem {
  readonly code: FieldProblemCode
  readonly params?: Params
}

/** By dotted path ("rtpFrom", "indexes.3"); the first problem of a field is the one shown. */
export type FieldProblems = Readonly<Record<string, FieldProblem>>

export function fieldProblems(error: core.$ZodError, input: unknown): FieldProblems {
  const problems: Record<string, FieldProblem> = {}
  const note = (path: readonly PropertyKey[], problem: FieldProblem) => {
    const name = path.map(String).join(".")
    // A body that is no object has no field to point at: it is reported as the whole, "".
    if (!Object.hasOwn(problems, name)) problems[name] = problem
  }
  for (const issue of error.issues) {
    if (issue.code === "unrecognized_keys")
      for (const key of issue.keys) note([...issue.path, key], { code: "UnknownKey" })
    else note(issue.path, problemOf(issue, input))
  }
  return problems
}

function problemOf(issue: core.$ZodIssue, input: unknown): FieldProblem {
  const params = paramsOf(issue)
  const code = codeOf(issue, input)
  return params ? { code, params } : { code }
}

function codeOf(issue: core.$ZodIssue, input: unknown): FieldProblemCode {
  const given = valueAt(input, issue.path)
  if (given === undefined && (issue.code === "invalid_type" || issue.code === "invalid_value")) return "Required"
  if (isOurs(issue.message)) return issue.message
  if (issue.code === "invalid_value") return "NotOneOf"
  if (issue.code === "too_small") return "TooSmall"
  if (issue.code === "too_big") return "TooLarge"
  return "WrongType"
}

/** A rule of ours has its code, one word, for a message (primitives.ts); zod's own messages are sentences. */
const isOurs = (message: string): message is FieldProblemCode => /^[A-Z][A-Za-z0-9]+$/.test(message)

function paramsOf(issue: core.$ZodIssue): Params | undefined {
  switch (issue.code) {
    case "too_small":
      return { minimum: Number(issue.minimum) }
    case "too_big":
      return { maximum: Number(issue.maximum) }
    case "invalid_value":
      return { values: issue.values.map(String).join(", ") }
    case "custom":
      // Only `refuse` below fills it in, with our own Params.
      return issue.params as Params | undefined
    default:
      return undefined
  }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined
    // Narrowed to an object that has this key.
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return value
}

/** Rules over several fields, as a check for a schema: `z.strictObject({ … }).check(obeys(rules))`. */
export function obeys<T>(rules: (value: T) => FieldProblems) {
  return (payload: core.ParsePayload<T>): void => {
    for (const [path, { code, params }] of Object.entries(rules(payload.value)))
      payload.issues.push({
        code: "custom",
        path: path.split("."),
        input: payload.value,
        message: code,
        ...(params && { params: { ...params } }),
      })
  }
}
