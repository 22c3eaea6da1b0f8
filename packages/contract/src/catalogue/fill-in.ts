/** A sentence of a catalogue with its places filled: `{name}`, and `{count|call|calls}`, which chooses by number. */
import type { Params } from "../errors.ts"

export function fillIn(template: string, params: Params): string {
  return template.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (place, name: string, one?: string, many?: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined
    if (value === undefined) return place
    if (one === undefined || many === undefined) return String(value)
    return value === 1 ? one : many
  })
}
