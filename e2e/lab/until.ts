/** Waits until a condition holds. It looks often, so that nothing waits longer than it must; it fails with a sentence. */
import { setTimeout as pause } from "node:timers/promises"

export async function until<T>(
  what: string,
  condition: () => T | Promise<T>,
  milliseconds: number,
  explain: () => string = () => "",
): Promise<NonNullable<T>> {
  const deadline = Date.now() + milliseconds
  for (;;) {
    const value = await condition()
    if (value) return value
    if (Date.now() > deadline) throw new Error(`not within ${milliseconds} ms: ${what}\n${explain()}`)
    await pause(50)
  }
}
