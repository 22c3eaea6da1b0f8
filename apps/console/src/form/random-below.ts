/** A whole number from 0 to below − 1, each as likely: what would favour the lower ones is drawn again. */
export function randomBelow(below: number): number {
  const limit = Math.floor(2 ** 32 / below) * below
  const drawn = new Uint32Array(1)
  for (;;) {
    crypto.getRandomValues(drawn)
    const [value = 0] = drawn
    if (value < limit) return value % below
  }
}
