/** HTML as a value: what is put into a template is escaped, unless it is HTML itself. */
export interface Html {
  readonly html: string
}

type Piece = string | number | Html | undefined | readonly Html[]

/** undefined puts nothing. */
export function html(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return { html: texts.map((text, i) => text + rendered(i < pieces.length ? pieces[i] : undefined)).join("") }
}

/** For what we have written ourselves: a style sheet, a drawing. */
export const raw = (text: string): Html => ({ html: text })

function rendered(piece: Piece): string {
  if (piece === undefined) return ""
  if (typeof piece === "string" || typeof piece === "number") return escaped(String(piece))
  return "html" in piece ? piece.html : piece.map((one) => one.html).join("")
}

/** Enough for text and for attributes between double quotes. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
