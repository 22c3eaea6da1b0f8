/**
 * A form whose button does something once (a preview, an export): nothing is stored under it, so there is no version to keep and
 * nothing to undo. Its fields are those of every other form.
 */
import { useState } from "react"
import { ApiError } from "../api/api-error.ts"
import { byField, type NameOf, type Problems } from "./check.ts"
import type { Values } from "./form-state.ts"
import type { Field } from "./use-page-form.ts"

interface ActionFormOptions<V extends Values> {
  readonly initial: V
  /** The contract's rules, checked before anything is sent. */
  check(values: V): Problems
  send(values: V): Promise<void>
  readonly nameOf?: NameOf
}

export interface ActionForm<V extends Values = Values> {
  readonly values: V
  readonly busy: boolean
  /** Why the last attempt failed, where it is not a field's fault. */
  readonly error: unknown
  /** How often a field stopped it: a new number moves the cursor to the first one. */
  readonly refusals: number
  field<K extends keyof V & string>(name: K): Field<V[K]>
  set(values: Partial<V>): void
  submit(): Promise<void>
  reset(): void
}

export function useActionForm<V extends Values>(options: ActionFormOptions<V>): ActionForm<V> {
  const { initial, nameOf } = options
  const [values, setValues] = useState(initial)
  const [problems, setProblems] = useState<Problems>({})
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const [refusals, setRefusals] = useState(0)

  const set = (some: Partial<V>) => {
    setValues((before) => ({ ...before, ...some }))
    setProblems((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !(name in some))))
    setError(undefined)
  }

  const refuse = (wrong: Problems) => {
    setProblems(wrong)
    setRefusals((before) => before + 1)
  }

  const submit = async () => {
    if (busy) return
    setError(undefined)
    const wrong = options.check(values)
    if (Object.keys(wrong).length > 0) return refuse(wrong)
    setProblems({})
    setBusy(true)
    try {
      await options.send(values)
    } catch (failure) {
      const fields = failure instanceof ApiError ? byField(failure.fields, nameOf) : {}
      // What is said at a field of this form is not said again beside the button.
      if (Object.keys(fields).some((name) => name in values)) refuse(fields)
      else setError(failure)
    } finally {
      setBusy(false)
    }
  }

  return {
    values,
    busy,
    error,
    refusals,
    set,
    submit,
    reset: () => {
      setValues(initial)
      setProblems({})
      setError(undefined)
    },
    field: <K extends keyof V & string>(name: K): Field<V[K]> => ({
      name,
      value: values[name],
      stored: initial[name],
      changed: false,
      problem: problems[name],
      conflict: undefined,
      // One known name with its own value.
      set: (value) => set({ [name]: value } as unknown as Partial<V>),
      left: () => undefined,
      take: () => undefined,
      keep: () => undefined,
    }),
  }
}
