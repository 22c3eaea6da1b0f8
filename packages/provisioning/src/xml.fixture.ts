/** A reader of XML 1.0 without mercy, for tests: one root, each name closed, each attribute once, no character out of range. */

export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** Undone: as the phone's parser gives it. */
  readonly text: string
}

export function parseXml(text: string): XmlElement {
  const reader = new Reader(text)
  reader.take(/<\?xml version="1\.0" encoding="UTF-8"\?>\s*/y)
  const root = reader.element()
  reader.take(/\s*/y)
  reader.end()
  return root
}

/** The elements of that name, wherever they stand. */
export function elementsNamed(root: XmlElement, name: string): XmlElement[] {
  return [...(root.name === name ? [root] : []), ...root.children.flatMap((child) => elementsNamed(child, name))]
}

export function textOf(root: XmlElement, name: string): string | undefined {
  return elementsNamed(root, name)[0]?.text
}

class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  take(pattern: RegExp): RegExpExecArray {
    const found = this.accept(pattern)
    if (!found)
      throw new Error(
        `not XML at ${this.#at}, where ${pattern} should be: ${this.#text.slice(this.#at, this.#at + 40)}`,
      )
    return found
  }

  accept(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)
    if (!found) return undefined
    this.#at = pattern.lastIndex
    return found
  }

  end(): void {
    if (this.#at !== this.#text.length) throw new Error(`something follows the root: ${this.#text.slice(this.#at)}`)
  }

  element(): XmlElement {
    const name = this.take(/<([A-Za-z_][\w.-]*)/y)[1] ?? ""
    const attributes = new Map<string, string>()
    for (let found = this.accept(attribute); found; found = this.accept(attribute)) {
      const [, key = "", value = ""] = found
      if (attributes.has(key)) throw new Error(`${name} has ${key} twice`)
      attributes.set(key, undone(value))
    }
    this.take(/>/y)
    const children: XmlElement[] = []
    let content = ""
    for (;;) {
      content += undone(this.take(/[^<]*/y)[0])
      if (this.accept(/<\//y)) break
      children.push(this.element())
    }
    if (this.take(/([\w.-]+)>/y)[1] !== name) throw new Error(`${name} is not closed`)
    if (children.length > 0 && content.trim() !== "") throw new Error(`${name} has text between its elements`)
    return { name, attributes, children, text: content }
  }
}

const attribute = /\s+([A-Za-z_][\w.:-]*)="([^"<]*)"/y

function undone(text: string): string {
  // Char of XML 1.0 §2.2; a lone surrogate is none of them, because of the flag u.
  if (/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(text))
    throw new Error("a character out of range")
  if (/&(?!(?:amp|lt|gt|quot|apos);)/.test(text)) throw new Error(`an ampersand that begins nothing: ${text}`)
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&")
}
