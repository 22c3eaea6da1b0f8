/** The contract's rules on this side: the same schema that the server will apply, so that both say the same. */
import { type Endpoint, type FieldProblems, fieldProblems } from "@homeport/contract"

export type Schema = NonNullable<Endpoint["body"]>

export function checkedBy(schema: Schema, body: unknown): FieldProblems {
  const result = schema.safeParse(body)
  return result.success ? {} : wholeFields(fieldProblems(result.error, body))
}

/** A problem within a list ("localNetworks.2") is its field's. */
function wholeFields(problems: FieldProblems): FieldProblems {
  return Object.fromEntries(
    Object.entries(problems)
      .reverse()
      .map(([path, problem]) => [path.split(".")[0] ?? path, problem]),
  )
}
