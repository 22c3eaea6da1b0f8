/**
 * The console's conventions, kept by a test: what a reviewer would otherwise have to look for. Each failure names the line.
 */
import { readdirSync, readFileSync } from "node:fs"
import { join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"

const root = fileURLToPath(new URL(".", import.meta.url))
const sources = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
  .map((entry) => {
    const path = join(entry.parentPath, entry.name)
    return { path: relative(root, path), text: readFileSync(path, "utf8") }
  })

/** "file:line: the line", for every line that matches. */
function found(pattern: RegExp, where: (path: string) => boolean = () => true): string[] {
  return sources
    .filter(({ path }) => where(path))
    .flatMap(({ path, text }) =>
      text
        .split("\n")
        .map((line, at) => ({ line, at: at + 1 }))
        .filter(({ line }) => !/^\s*(\/\/|\/?\*)/.test(line) && pattern.test(line))
        .map(({ line, at }) => `${path}:${at}: ${line.trim()}`),
    )
}

test("only api/ talks to the server", () => {
  expect(found(/\b(fetch|EventSource|XMLHttpRequest|WebSocket)\s*\(/, (path) => !path.startsWith("api/"))).toEqual([])
})

test("addresses inside the console come from paths.ts and the tree", () => {
  const written = found(
    /(?:\bto=|navigate\(|redirect\()\s*["'`]\//,
    (path) => path !== "paths.ts" && path !== "tree.ts",
  )
  expect(written).toEqual([])
})

test("what people read stands in the catalogues", () => {
  const tsx = (path: string) => path.endsWith(".tsx")
  const texts = found(/^\s*[A-Z][a-z]+( [a-z]+)+[.…]?\s*$|>\s*[A-Za-z][a-z]{2,}[^<>{}=;]*<\//, tsx)
  const attributes = found(/\b(?:aria-label|title|label|alt|description)="[^"]*[a-z]{3,}/, tsx)
  // Examples of what may be typed are the same in every language.
  const placeholders = found(/\bplaceholder="(?!(?:https:\/\/)?[\w.-]*example\.net|[\d./]+")/, tsx)
  expect([...texts, ...attributes, ...placeholders]).toEqual([])
})

test("colours come from the theme", () => {
  const drawn = new Set(["frame/Logo.tsx", "theme/theme.ts"])
  expect(found(/#[0-9a-f]{6}\b/i, (path) => !drawn.has(path))).toEqual([])
})

test("a page lies in the folder of its node", () => {
  const pages = sources.filter(({ path }) => /Page\.tsx$/.test(path) && !path.startsWith("frame/"))
  expect(pages.length).toBeGreaterThan(5)
  expect(pages.map(({ path }) => path).filter((path) => !path.startsWith("pages/"))).toEqual([])
})
