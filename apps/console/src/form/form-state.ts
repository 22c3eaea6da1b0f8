/**
 * A form and the version it was filled from. When somebody else changes what is being edited:
 *
 *                       mine unchanged            mine changed
 *   theirs unchanged    –                         mine stays
 *   theirs changed      theirs is shown           both the same: no longer a change
 *                                                 else: mine stays, and asks "take or keep"
 *
 * Apply sends `version`: a form is never sent over a version whose values it has not shown.
 */

/** The fields of a form by name: text, booleans, and what has parts, such as a chosen file. */
export type Values = Readonly<Record<string, string | boolean | readonly string[] | Parts | readonly Parts[]>>
type Parts = Readonly<Record<string, string>>

export interface FormState<V extends Values> {
  readonly version: string | undefined
  /** What the server holds, as far as this form knows: what Undo returns to. */
  readonly stored: V
  readonly values: V
  /** Fields that both sides changed, and who did so there. Each waits for "take" or "keep". */
  readonly conflicts: Readonly<Partial<Record<keyof V, Conflict>>>
}

export interface Conflict {
  readonly by: string | undefined
}

export interface Stored<V extends Values> {
  readonly values: V
  readonly version: string | undefined
  readonly changedBy?: string | undefined
}

export function filled<V extends Values>({ values, version }: Stored<V>): FormState<V> {
  return { version, stored: values, values, conflicts: noConflicts }
}

/** Newer values from the server meet what is being typed. */
export function received<V extends Values>(state: FormState<V>, newer: Stored<V>): FormState<V> {
  if (newer.version === state.version && same(newer.values, state.stored)) return state
  const values: Record<string, V[string]> = {}
  const conflicts: Record<string, Conflict> = {}
  for (const name of namesOf(newer.values)) {
    const mine = state.values[name]
    const theirs = newer.values[name]
    const dirty = !same(mine, state.stored[name])
    values[name] = dirty ? mine : theirs
    if (!dirty || same(mine, theirs)) continue
    if (!same(theirs, state.stored[name])) conflicts[name] = { by: newer.changedBy }
    else if (state.conflicts[name]) conflicts[name] = state.conflicts[name]
  }
  return {
    version: newer.version,
    stored: newer.values,
    // Every field of V was visited.
    values: values as unknown as V,
    conflicts: conflicts as FormState<V>["conflicts"],
  }
}

export function changed<V extends Values, K extends keyof V>(state: FormState<V>, name: K, value: V[K]): FormState<V> {
  return { ...state, values: { ...state.values, [name]: value } }
}

export function taken<V extends Values>(state: FormState<V>, name: keyof V): FormState<V> {
  return { ...without(state, name), values: { ...state.values, [name]: state.stored[name] } }
}

export function kept<V extends Values>(state: FormState<V>, name: keyof V): FormState<V> {
  return without(state, name)
}

/** Undo: back to the newest stored values. */
export function undone<V extends Values>(state: FormState<V>): FormState<V> {
  return { ...state, values: state.stored, conflicts: noConflicts }
}

export function changedNames<V extends Values>(state: FormState<V>): (keyof V & string)[] {
  return namesOf(state.values).filter((name) => !same(state.values[name], state.stored[name]))
}

function without<V extends Values>(state: FormState<V>, name: keyof V): FormState<V> {
  const { [name]: _, ...conflicts } = state.conflicts
  // One key fewer of the same partial record.
  return { ...state, conflicts: conflicts as FormState<V>["conflicts"] }
}

// Assignable whatever the fields are: it has none.
const noConflicts = {} as Readonly<Record<never, never>> as FormState<never>["conflicts"]

function namesOf<V extends Values>(values: V): (keyof V & string)[] {
  return Object.keys(values)
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
