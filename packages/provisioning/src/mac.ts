/** MAC addresses, as people, phones and file names write them. */

/** Twelve hex digits in lower case, whatever stood between them; undefined: not a MAC of one machine. */
export function normalizedMac(text: string): string | undefined {
  const digits = text.trim().toLowerCase().replace(/[:.-]/g, "")
  if (!/^[0-9a-f]{12}$/.test(digits) || /^0{12}$/.test(digits)) return undefined
  // The lowest bit of the first byte: a group, not a machine (IEEE 802).
  return Number.parseInt(digits.slice(0, 2), 16) % 2 === 1 ? undefined : digits
}
