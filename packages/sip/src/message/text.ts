/** UTF-8 between the wire, where a string holds one octet a character, and people. RFC 3261 §7.3.1. */

/** What a person reads. Octets that are no UTF-8 were meant as latin1, and are left so. */
export function displayText(wire: string): string {
  if (isAscii(wire)) return wire
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(wire, "latin1"))
  } catch {
    return wire
  }
}

/** What goes into a message: a name from the settings, say. */
export function wireText(text: string): string {
  return isAscii(text) ? text : Buffer.from(text, "utf8").toString("latin1")
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false
  return true
}
