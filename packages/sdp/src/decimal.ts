/** Digits only, at most `maximum`: no sign, no blank, no "1e3", no overflow. */
export function decimal(text: string, maximum: number): number | undefined {
  if (text === "") return undefined
  let value = 0
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return undefined
    value = value * 10 + digit
    if (value > maximum) return undefined
  }
  return value
}
