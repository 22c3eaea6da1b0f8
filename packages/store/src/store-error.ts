/** Why the store cannot be opened, as one sentence for the terminal. */
export class StoreError extends Error {
  override readonly name = "StoreError"
  readonly code: "damaged" | "foreign-key" | "in-use" | "newer" | "unreadable"

  constructor(code: StoreError["code"], sentence: string) {
    super(sentence)
    this.code = code
  }
}
