/**
 * The shape of Homeport as a test: who may import whom, and a few habits that a reader relies on.
 *
 * `units` is the table of ARCHITECTURE.md. A breach fails with a sentence that says what to do instead. To change the shape,
 * change the table here and there, and say why in the commit.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { describe, expect, test } from "vitest"

interface Unit {
  /** Ours it may import, by folder name. */
  readonly may: readonly string[]
  /** Packages of the world; "@fastify/*" allows a whole scope. */
  readonly world: readonly string[]
  /** `node:` modules by the folder or file under src/ that may use them; "" is everywhere. */
  readonly node: Readonly<Record<string, readonly string[] | "all">>
  /** Beside src/index.ts, what others may import by a path of its own, because a browser loads it apart. */
  readonly doors?: Readonly<Record<string, string>>
  /** Of an issue to come: it joins as soon as its folder exists. */
  readonly later?: true
}

const protocols = ["sip", "sdp", "rtp", "stun"]
const units: Readonly<Record<string, Unit>> = {
  "packages/contract": {
    may: [],
    world: ["zod"],
    node: {},
    doors: { "./console/en": "./src/catalogue/console/en.ts", "./console/de": "./src/catalogue/console/de.ts" },
  },
  "packages/sip": {
    may: [],
    world: [],
    node: { "transport/": ["dgram", "net", "tls", "stream"], "digest/": ["crypto"] },
  },
  "packages/sdp": { may: [], world: [], node: {} },
  "packages/rtp": { may: [], world: [], node: { "engine/": "all", "": ["net"] } },
  "packages/stun": { may: [], world: [], node: { "": ["crypto", "dns"] } },
  "packages/sbc": { may: protocols, world: [], node: { "sbc.ts": ["crypto"] } },
  "packages/pki": { may: [], world: ["node-forge"], node: { "": ["crypto"] }, later: true },
  "packages/provisioning": { may: [], world: [], node: {} },
  "packages/store": { may: ["contract"], world: [], node: { "": "all" } },
  "packages/testkit": { may: protocols, world: [], node: { "authenticator.ts": ["crypto"] } },
  "apps/server": {
    may: ["contract", "store", "pki", "provisioning", "sbc"],
    world: ["fastify", "@fastify/*", "nodemailer", "pino", "prom-client", "csv-parse", "otpauth", "qr"],
    node: { "": "all" },
  },
  "apps/console": {
    may: ["contract"],
    world: [
      "react",
      "react-dom",
      "react-router",
      "@tanstack/react-query",
      "@mantine/*",
      "@fontsource-variable/*",
      "qr",
    ],
    node: {},
  },
  e2e: { may: ["contract", "testkit"], world: ["@playwright/test", "@axe-core/playwright"], node: { "": "all" } },
}

/** What tests and tools may use beside that. */
const forTests = ["vitest", "fast-check", "smtp-server", "@homeport/testkit"]
const tools = ["vite", "@vitejs/*", "@types/*", "typescript", ...forTests]

const root = import.meta.dirname
const scope = "@homeport/"
const everybodys = Object.values(units).flatMap(({ world }) => world)
const present = Object.keys(units).filter((folder) => existsSync(join(root, folder)))

describe("units", () => {
  test("every folder that could be a unit is one, and all that are not for later exist", () => {
    const folders = ["packages", "apps"].flatMap((parent) =>
      readdirSync(join(root, parent)).map((name) => `${parent}/${name}`),
    )
    const unknown = folders
      .filter((folder) => existsSync(join(root, folder, "package.json")) && !(folder in units))
      .map((folder) => `${folder} is not in the table: add it to architecture.test.ts and ARCHITECTURE.md`)
    const missing = Object.entries(units)
      .filter(([folder, unit]) => !unit.later && !present.includes(folder))
      .map(([folder]) => `${folder} is in the table and does not exist`)
    expect([...unknown, ...missing]).toEqual([])
  })

  test("ARCHITECTURE.md has every row of the table, with the same permissions", () => {
    const rows = readFileSync(join(root, "ARCHITECTURE.md"), "utf8")
      .split("\n")
      .filter((line) => line.startsWith("| `"))
      .map((line) => line.split("|").map((cell) => cell.trim()))
    const breaches = present.flatMap((folder) => {
      const row = rows.find((cells) => cells[1] === `\`${folder}\``)
      if (!row) return [`ARCHITECTURE.md has no row that begins with | \`${folder}\` |`]
      const unit = unitAt(folder)
      const expected = unit.may.filter((name) => present.some((other) => nameOf(other) === name)).join(", ") || "–"
      const world = unit.world.map((name) => name.replace("/*", "")).filter((name) => !row[4]?.includes(name))
      const foreign = everybodys.filter((name) => !unit.world.includes(name) && row[4]?.split(", ").includes(name))
      return [
        ...(row[3] === expected
          ? []
          : [`ARCHITECTURE.md: ${folder} may import "${expected}", its row says "${row[3]}"`]),
        ...world.map((name) => `ARCHITECTURE.md: the last cell of ${folder} does not name ${name}`),
        ...foreign.map((name) => `ARCHITECTURE.md: the last cell of ${folder} names ${name}, which it may not import`),
      ]
    })
    expect(breaches).toEqual([])
  })

  test("every file that the root documents name exists", () => {
    const breaches = ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"].flatMap((document) =>
      [...readFileSync(join(root, document), "utf8").matchAll(/`([\w.-]+(?:\/[\w.-]+)+\.(?:tsx?|mjs|css|sql|xml))`/g)]
        .map(([, path]) => path ?? "")
        .filter((path) => !["", "packages", "apps"].some((parent) => existsSync(join(root, parent, path))))
        .map((path) => `${document} names ${path}, which does not exist`),
    )
    expect(breaches).toEqual([])
  })

  test("every package has a README", () => {
    const silent = present.filter(
      (folder) => folder.startsWith("packages/") && !existsSync(join(root, folder, "README.md")),
    )
    expect(silent.map((folder) => `${folder} has no README.md: what it is, ten lines of use, its RFCs`)).toEqual([])
  })

  test("package.json declares what the table allows and nothing else, in exact versions, and one door", () => {
    expect(present.flatMap(packageBreaches)).toEqual([])
  })
})

describe("imports", () => {
  test("every import is one that the table allows", () => {
    expect(present.flatMap((folder) => sourcesOf(folder).flatMap((file) => importBreaches(folder, file)))).toEqual([])
  })

  test("no file imports itself by way of others", () => {
    const cycles = present.flatMap((folder) => cyclesIn(graphOf(sourcesOf(folder))))
    expect(cycles.map((cycle) => `import cycle: ${cycle.join(" → ")}`)).toEqual([])
  })
})

describe("habits", () => {
  const sources = [...present.flatMap(sourcesOf), ...sourcesIn(root, false)]

  test("a file has at most 400 lines, or its first comment says why", () => {
    const long = sources.filter(
      ({ text }) => text.split("\n").length > 401 && !/^\/\*\*[\s\S]*?\bmore than 400 lines because\b/.test(text),
    )
    expect(
      long.map(
        ({ path }) =>
          `${path} has more than 400 lines: split it, or write "more than 400 lines because …" in its first comment`,
      ),
    ).toEqual([])
  })

  test("no test is singled out or left out", () => {
    const tests = sources.filter(({ path }) => isTest(path))
    expect(
      tests.flatMap(({ path, text }) =>
        [...text.matchAll(/\b(?:test|it|describe|suite)(?:\.\w+)*\.(?:only|skip|todo)\b/g)]
          .filter(([found]) => !path.startsWith("e2e/") || found.endsWith("only"))
          .map(([found]) => `${path}: ${found} – every test runs; delete it or make it pass`),
      ),
    ).toEqual([])
  })

  test("no module-level mutable state", () => {
    expect(
      sources
        .filter(({ path }) => !isTest(path))
        .flatMap(({ path, text }) =>
          [...text.matchAll(/^(?:export )?(?:let|var) \w+/gm)].map(
            ([found]) => `${path}: "${found}" outlives its callers: pass it in, or make a createX() that holds it`,
          ),
        ),
    ).toEqual([])
  })

  test("files are named for what they hold", () => {
    const vague = /^(utils?|helpers?|common|misc|manager|types|constants)\b/
    const named = sources.filter(({ path }) => vague.test(path.split("/").at(-1) ?? ""))
    expect(named.map(({ path }) => `${path}: name the concept, not the drawer it lies in`)).toEqual([])
  })
})

/** The test that cannot fail is worth nothing: these show what the functions below see. */
describe("this test itself", () => {
  test("finds all kinds of imports, and none in comments and strings", () => {
    const text = `
      import a, { b } from "./a.ts"
      import type {
        C,
      } from "node:net"
      import "./side-effect.css"
      export { d } from "@homeport/sip"
      export * from "./e.ts"
      const f = await import("./f.ts")
      // import g from "./g.ts"
      /* import h from "./h.ts" */
      const text = 'import i from "./i.ts"'
    `
    const found = importsOf(text)
    const all = ["./a.ts", "node:net", "./side-effect.css", "@homeport/sip", "./e.ts", "./f.ts"]
    expect(found.map(({ specifier }) => specifier)).toEqual(all)
    expect(found.filter(({ kind }) => kind === "erased")).toMatchObject([{ specifier: "node:net" }])
    expect(found.filter(({ kind }) => kind === "dynamic")).toMatchObject([{ specifier: "./f.ts" }])
  })

  test("sees a breach of each kind", () => {
    const at = (path: string, text: string): Source => ({ path, text })
    const breach = (path: string, specifier: string) =>
      importBreaches(path.split("/").slice(0, 2).join("/"), at(path, `import x from "${specifier}"`)).length
    expect(breach("packages/sdp/src/parse.ts", "@homeport/sip")).toBe(1)
    expect(breach("packages/sdp/src/parse.ts", "node:fs")).toBe(1)
    expect(breach("packages/sdp/src/parse.ts", "../../sip/src/result.ts")).toBe(1)
    expect(breach("packages/sdp/src/parse.ts", "./result")).toBe(1)
    expect(breach("packages/sdp/src/parse.ts", "vitest")).toBe(1)
    expect(breach("packages/sdp/src/parse.test.ts", "vitest")).toBe(0)
    expect(breach("packages/sdp/src/parse.test.ts", "@homeport/testkit")).toBe(0)
    expect(breach("packages/sip/src/message/parse.ts", "node:dgram")).toBe(1)
    expect(breach("packages/sip/src/transport/udp.ts", "node:dgram")).toBe(0)
    expect(breach("packages/sbc/src/sbc.ts", "@homeport/sip/src/message/parse.ts")).toBe(1)
    expect(breach("packages/sbc/src/sbc.ts", "@homeport/contract")).toBe(1)
    expect(breach("apps/console/src/main.tsx", "@homeport/contract/console/en")).toBe(0)
    expect(breach("apps/console/src/main.tsx", "@homeport/store")).toBe(1)
    expect(breach("apps/console/src/main.tsx", "@mantine/core")).toBe(0)
  })

  test("finds a cycle over three files", () => {
    const graph = new Map([
      ["a", ["b"]],
      ["b", ["c", "d"]],
      ["c", ["a"]],
      ["d", []],
    ])
    expect(cyclesIn(graph)).toEqual([["a", "b", "c", "a"]])
  })
})

interface Source {
  /** From the root, with "/". */
  readonly path: string
  readonly text: string
}

function packageBreaches(folder: string): string[] {
  const path = `${folder}/package.json`
  // What a package.json may hold of these is checked by its readers.
  const file = JSON.parse(readFileSync(join(root, path), "utf8")) as {
    exports?: unknown
    dependencies?: Record<string, string>
    devDependencies?: Record<string, string>
  }
  const breaches: string[] = []
  const { may, world } = unitAt(folder)
  const ours = may.map((name) => scope + name)
  for (const name of Object.keys(file.dependencies ?? {}))
    if (!matches(name, [...ours, ...world])) breaches.push(`${path}: ${name} is not among what ${folder} may depend on`)
  for (const name of Object.keys(file.devDependencies ?? {}))
    if (!matches(name, [...ours, ...world, ...tools]))
      breaches.push(`${path}: ${name} is no tool that ${folder} may use`)
  const declared = Object.keys({ ...file.dependencies, ...file.devDependencies })
  for (const one of [...ours.filter((name) => present.some((other) => scope + nameOf(other) === name)), ...world])
    if (!declared.some((name) => matches(name, [one])))
      breaches.push(`${path}: nothing of ${one} is declared: take it out of the table here and in ARCHITECTURE.md`)
  for (const [name, version] of Object.entries({ ...file.dependencies, ...file.devDependencies }))
    if (!/^(workspace:\*|catalog:|\d+\.\d+\.\d+.*)$/.test(version))
      breaches.push(`${path}: ${name} ${version} – write an exact version, or share it through catalog:`)
  const expected = JSON.stringify({ ".": "./src/index.ts", ...unitAt(folder).doors })
  if (folder.startsWith("packages/") && JSON.stringify(file.exports) !== expected)
    breaches.push(`${path}: exports must be ${expected}`)
  return breaches
}

function importBreaches(folder: string, { path, text }: Source): string[] {
  const { may, world, node } = unitAt(folder)
  const test = isTest(path)
  const inSource = path.startsWith(`${folder}/src/`) ? path.slice(folder.length + 5) : undefined
  return importsOf(text).flatMap(({ specifier }) => {
    const breach = (why: string) => [`${path} imports "${specifier}": ${why}`]
    if (specifier.startsWith(".")) {
      const target = relative(root, resolve(root, dirname(path), specifier)).replaceAll("\\", "/")
      if (!target.startsWith(`${folder}/`)) return breach(`another unit is reached through its package name`)
      if (!/\.(ts|tsx|mts|css|json|svg|mjs)(\?\w+)?$/.test(specifier)) return breach("write the file's ending")
      return /\/index\.ts$/.test(specifier) && !test ? breach("inside a package, import the file that has it") : []
    }
    if (specifier.startsWith("node:")) {
      const module = specifier.slice(5).split("/")[0] ?? ""
      const allowed = Object.entries(node).some(
        ([at, modules]) => (inSource ?? "").startsWith(at) && (modules === "all" || modules.includes(module)),
      )
      // What lies beside src/ are tools and settings of the unit: they run on Node.
      return allowed || test || inSource === undefined
        ? []
        : breach(`${folder} has no use for it here; pass in what it gives`)
    }
    const [first = "", second = ""] = specifier.split("/")
    const name = first.startsWith("@") ? `${first}/${second}` : first
    const extra = test ? forTests : inSource === undefined ? tools : []
    if (!test && inSource !== undefined && forTests.includes(name))
      return breach("only *.test.ts, *.suite.ts and *.fixture.ts may")
    if (!matches(name, [...may.map((one) => scope + one), ...world, ...extra]) && name !== scope + nameOf(folder))
      return breach(`${folder} may import ${[...may, ...world].join(", ") || "nothing"}`)
    const door = `.${specifier.slice(name.length)}`
    if (!name.startsWith(scope) || door === "." || door in (unitAt(`packages/${second}`).doors ?? {})) return []
    return breach(`import "${name}": src/index.ts is its door`)
  })
}

interface Import {
  readonly specifier: string
  /** `import type` is gone by the time the program runs; `import()` waits until it is called. */
  readonly kind: "static" | "erased" | "dynamic"
}

function importsOf(text: string): Import[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, "")
  const found = code.matchAll(
    /(?:^|;)\s*(?:import|export)\s(type\s)?(?:[^"'`;=]*?\sfrom\s*)?"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/gm,
  )
  return [...found].map(([, type, fixed, dynamic]) => ({
    specifier: fixed ?? dynamic ?? "",
    kind: dynamic !== undefined ? "dynamic" : type !== undefined ? "erased" : "static",
  }))
}

/** Who needs whom in order to load: two files that know each other's types only are no cycle. */
function graphOf(sources: readonly Source[]): Map<string, string[]> {
  const edges = ({ path, text }: Source) =>
    importsOf(text)
      .filter(({ specifier, kind }) => specifier.startsWith(".") && kind === "static")
      .map(({ specifier }) => relative(root, resolve(root, dirname(path), specifier)).replaceAll("\\", "/"))
  return new Map(sources.map((source) => [source.path, edges(source)]))
}

/** Depth first; each cycle once, from the file where it was entered. */
function cyclesIn(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = []
  const done = new Set<string>()
  const trail: string[] = []
  const visit = (path: string) => {
    const at = trail.indexOf(path)
    if (at >= 0) cycles.push([...trail.slice(at), path])
    if (at >= 0 || done.has(path)) return
    trail.push(path)
    for (const next of graph.get(path) ?? []) visit(next)
    trail.pop()
    done.add(path)
  }
  for (const path of graph.keys()) visit(path)
  return cycles
}

function sourcesOf(folder: string): Source[] {
  return sourcesIn(join(root, folder), true)
}

function sourcesIn(directory: string, deep: boolean): Source[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name)
    if (entry.isDirectory())
      return deep && !["node_modules", "dist", "testdata"].includes(entry.name) ? sourcesIn(path, true) : []
    if (!/\.(ts|tsx)$/.test(entry.name) || entry.name.endsWith(".d.ts")) return []
    return [{ path: relative(root, path).replaceAll("\\", "/"), text: readFileSync(path, "utf8") }]
  })
}

/** Tests, suites that several tests share, and the scenes they play in. */
const isTest = (path: string) => /\.(test|suite|fixture|e2e)\.tsx?$/.test(path)
const nameOf = (folder: string) => folder.split("/").at(-1) ?? folder
const unitAt = (folder: string): Unit => units[folder] ?? { may: [], world: [], node: {} }
const matches = (name: string, allowed: readonly string[]) =>
  allowed.some((one) => one === name || (one.endsWith("/*") && name.startsWith(one.slice(0, -1))))
