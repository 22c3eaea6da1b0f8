/** As much XML (1.0) as provisioning files are made of: elements, attributes, text. What it writes is always well formed. */

export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly content: string | readonly Element[]
}

/** `name` is ours, never a value of a profile. */
export function element(
  name: string,
  content: Element["content"] | number,
  attributes: Element["attributes"] = {},
): Element {
  return { name, attributes, content: typeof content === "number" ? String(content) : content }
}

/** With its declaration, two blanks a level, and a newline at the end; text is never broken over lines. */
export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, "")}`
}

function written({ name, attributes, content }: Element, indent: string): string {
  const start = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(" ")
  const inside =
    typeof content === "string"
      ? escaped(content)
      : `\n${content.map((one) => written(one, `${indent}  `)).join("")}${indent}`
  return `${indent}<${start}>${inside}</${name}>\n`
}

/** All five, everywhere (XML 1.0 §4.6): some phones' parsers are stricter than the standard. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
}
