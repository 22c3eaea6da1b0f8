/** What a page with Apply and Undo needs to know: one hook that joins the form, the query it was filled from and the change. */
import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query"
import { useCallback, useMemo, useState } from "react"
import { ApiError } from "../api/api-error.ts"
import type { Answer } from "../api/client.ts"
import { byField, type NameOf, type Problem, type Problems } from "./check.ts"
import {
  type Conflict,
  changed,
  changedNames,
  type FormState,
  filled,
  kept,
  received,
  taken,
  undone,
  type Values,
} from "./form-state.ts"

export type { Problem, Values }

export interface PageFormOptions<V extends Values, D> {
  /** The newest answer of the page's query. */
  readonly answer: Answer<D>
  readonly queryKey: QueryKey
  toValues(data: D): V
  /** The contract's rules, checked before anything is sent. */
  check(values: V): Problems
  /** Which field the server's path belongs to, where it is not the first word of it. */
  readonly nameOf?: NameOf
  /** What is filled in can be applied as it is: something new is made of it. */
  readonly untouched?: true
  /** Sends the change; the version goes along as If-Match. */
  apply(
    values: V,
    sent: { readonly changed: readonly (keyof V & string)[]; readonly version: string | undefined },
  ): Promise<Answer<D>>
  /** Asked after the check and before sending; false: the person thought better of it. */
  confirm?(values: V, changed: readonly (keyof V & string)[]): Promise<boolean>
  onApplied?(data: D): void
}

/** What the last Apply or Undo came to. */
export type Outcome =
  | { readonly kind: "none" }
  | { readonly kind: "applied"; readonly at: number }
  | { readonly kind: "undone" }
  | { readonly kind: "fields"; readonly count: number }
  | { readonly kind: "undecided"; readonly count: number }
  | { readonly kind: "failed"; readonly error: unknown }

export interface Field<T> {
  readonly name: string
  readonly value: T
  readonly stored: T
  readonly changed: boolean
  readonly problem: Problem | undefined
  readonly conflict: Conflict | undefined
  set(value: T): void
  /** The field was left: its rules are checked. */
  left(): void
  take(): void
  keep(): void
}

export interface PageForm<V extends Values = Values> {
  readonly values: V
  readonly changes: number
  /** There is something to apply. */
  readonly ready: boolean
  readonly conflicts: number
  readonly applying: boolean
  readonly outcome: Outcome
  field<K extends keyof V & string>(name: K): Field<V[K]>
  set(values: Partial<V>): void
  apply(): Promise<void>
  undo(): void
}

export function usePageForm<V extends Values, D>(options: PageFormOptions<V, D>): PageForm<V> {
  const { answer } = options
  const client = useQueryClient()
  const [seen, setSeen] = useState(answer)
  const [state, setState] = useState<FormState<V>>(() => filled({ ...answer, values: options.toValues(answer.data) }))
  const [problems, setProblems] = useState<Problems>({})
  const [outcome, setOutcome] = useState<Outcome>({ kind: "none" })

  if (answer !== seen) {
    // Adjusted while rendering: the newer values are never painted beside the older ones.
    setSeen(answer)
    setState(received(state, { ...answer, values: options.toValues(answer.data) }))
  }

  const names = useMemo(() => changedNames(state), [state])
  const conflicts = Object.keys(state.conflicts).length
  const ready = names.length > 0 || options.untouched === true

  const mutation = useMutation({
    mutationFn: () => options.apply(state.values, { changed: names, version: state.version }),
    onMutate: () => client.cancelQueries({ queryKey: options.queryKey }),
    onSuccess: (applied) => {
      client.setQueryData(options.queryKey, applied)
      setSeen(applied)
      setState(filled({ ...applied, values: options.toValues(applied.data) }))
      setProblems({})
      setOutcome({ kind: "applied", at: Date.now() })
      options.onApplied?.(applied.data)
    },
    onError: (error) => {
      const fields = error instanceof ApiError ? byField(error.fields, options.nameOf) : {}
      setProblems(fields)
      setOutcome({ kind: "failed", error })
      // What was changed meanwhile arrives here and marks the fields concerned.
      if (error instanceof ApiError && error.code === "ChangedMeanwhile")
        void client.invalidateQueries({ queryKey: options.queryKey })
    },
  })

  const apply = async () => {
    if (mutation.isPending || !ready) return
    if (conflicts > 0) return setOutcome({ kind: "undecided", count: conflicts })
    const wrong = options.check(state.values)
    setProblems(wrong)
    const count = Object.keys(wrong).length
    if (count > 0) return setOutcome({ kind: "fields", count })
    if (options.confirm && !(await options.confirm(state.values, names))) return
    await mutation.mutateAsync().catch(() => undefined)
  }

  const set = useCallback((values: Partial<V>) => {
    setState((before) => Object.entries(values).reduce((next, [name, value]) => changed(next, name, value), before))
    setProblems((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !(name in values))))
    setOutcome((before) => (before.kind === "applied" || before.kind === "undone" ? { kind: "none" } : before))
  }, [])

  const field = <K extends keyof V & string>(name: K): Field<V[K]> => ({
    name,
    value: state.values[name],
    stored: state.stored[name],
    changed: names.includes(name),
    problem: problems[name],
    conflict: state.conflicts[name],
    // One known name with its own value.
    set: (value) => set({ [name]: value } as unknown as Partial<V>),
    left: () => {
      if (!names.includes(name)) return
      const problem = options.check(state.values)[name]
      setProblems(({ [name]: _, ...others }) => (problem ? { ...others, [name]: problem } : others))
    },
    take: () => setState((before) => taken(before, name)),
    keep: () => setState((before) => kept(before, name)),
  })

  return {
    values: state.values,
    changes: names.length,
    ready,
    conflicts,
    applying: mutation.isPending,
    outcome,
    field,
    set,
    apply,
    undo: () => {
      setState(undone)
      setProblems({})
      setOutcome({ kind: "undone" })
    },
  }
}
