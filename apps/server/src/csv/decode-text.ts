/**
 * A file's octets as text. Spreadsheets write UTF-8 with or without a byte order mark, UTF-16 with one (Excel's "Unicode text"),
 * and, the older ones, Windows-1252: that is what is left when the octets are no UTF-8. Whoever previews the file is told which.
 */
export interface DecodedText {
  readonly text: string
  readonly encoding: "utf-8" | "utf-16" | "windows-1252"
}

/** undefined: no text at all, but a workbook or a picture. */
export function decodeText(octets: Uint8Array): DecodedText | undefined {
  const [first, second] = octets
  if (first === 0xff && second === 0xfe) return decoded(octets, "utf-16le", "utf-16")
  if (first === 0xfe && second === 0xff) return decoded(octets, "utf-16be", "utf-16")
  return decoded(octets, "utf-8", "utf-8") ?? decoded(octets, "windows-1252", "windows-1252")
}

/** The decoders take a byte order mark away. */
function decoded(octets: Uint8Array, label: string, encoding: DecodedText["encoding"]): DecodedText | undefined {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(octets)
    return isText(text) ? { text, encoding } : undefined
  } catch {
    return undefined
  }
}

/** Files of other kinds have a zero octet near their beginning; no text has one anywhere. */
const isText = (text: string): boolean => !text.includes("\0")
