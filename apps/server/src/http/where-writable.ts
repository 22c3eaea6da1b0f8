/** A full disk must not lock an administrator out of the console that says so: for writes that can be done without. */
import { isDiskError } from "@homeport/store"

export function whereWritable(write: () => void): void {
  try {
    write()
  } catch (error) {
    if (!isDiskError(error)) throw error
  }
}
