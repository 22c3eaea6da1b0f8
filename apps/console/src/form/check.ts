/** The contract's rules on this side: the same schema that the server will apply, so that both say the same. */
import { type Endpoint, type FieldProblem, fieldProblems, type Params } from "@homeport/contract"

export type Schema = NonNullable<Endpoint["body"]>

/** `nameOf`: which field of the form the contract's path belongs to. */
export function checkedBy(schema: Schema, body: unknown, nameOf?: NameOf): ByField<FieldProblem> {
  const result = schema.safeParse(body)
  return result.success ? {} : byField(fieldProblems(result.error, body), nameOf)
}

/** The same for an endpoint's body. */
export function checkedFor(asked: Endpoint, body: unknown, nameOf?: NameOf): ByField<FieldProblem> {
  return asked.body ? checkedBy(asked.body, body, nameOf) : {}
}

/** Something wrong with a field, from either side. */
export interface Problem {
  readonly code: string
  readonly params?: Params | undefined
  /** The server's own English words, for codes that this console does not know yet. */
  readonly message?: string | undefined
  /** Where in a field of several boxes, as the contract's path goes on: "2.value". */
  readonly part?: string | undefined
}

export type Problems = Readonly<Record<string, Problem>>
type ByField<P> = Readonly<Record<string, P & Pick<Problem, "part">>>
export type NameOf = (path: string) => string

/** A problem within a list ("localNetworks.2") is its field's; the first one is shown. */
export function byField<P extends Problem>(
  problems: Readonly<Record<string, P>>,
  nameOf: NameOf = firstName,
): ByField<P> {
  return Object.fromEntries(
    Object.entries(problems)
      .reverse()
      .map(([path, problem]) => {
        const rest = path.split(".").slice(1).join(".")
        return [nameOf(path), rest === "" ? problem : { ...problem, part: rest }]
      }),
  )
}

const firstName: NameOf = (path) => path.split(".")[0] ?? path
