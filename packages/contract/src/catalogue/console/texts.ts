/**
 * The shape of a catalogue: whatever the English one has, every other language must have too, a sentence where it has a sentence
 * and a function of the same parameters where it has a function. A missing text does not compile.
 */
export type Texts<T> = T extends string
  ? string
  : T extends (...parameters: infer P) => string
    ? (...parameters: P) => string
    : { readonly [K in keyof T]: Texts<T[K]> }

/** What a page's help says: an introduction, then a paragraph for each field. */
export interface HelpText {
  readonly introduction: string
  readonly fields: readonly HelpField[]
}

export interface HelpField {
  readonly name: string
  readonly text: string
  /** What may be entered. */
  readonly range?: string
  readonly standard?: string
  /** What the guide, or experience, warns of. */
  readonly warning?: string
}

export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
