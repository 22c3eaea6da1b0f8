/**
 * A real server for one test: its own data folder, its own HTTP port, its own loopback address for SIP, so that tests can run
 * side by side. It can be killed and started again on the same data.
 */
import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { end } from "../lab/host.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))
const knownNames = new URL("known-names.mjs", import.meta.url).href
const knownAuthority = new URL("known-authority.mjs", import.meta.url).href
const movedClock = new URL("moved-clock.mjs", import.meta.url).href

/** All servers of a run load the same code: compiled once. A server leaves it there when it ends by itself, not when it is killed. */
export const compileCache = join(tmpdir(), "homeport-compile-cache")

export const administrator = { name: "administrator", password: "Right-Horse-42" } as const

export interface Server {
  /** "http://127.0.0.1:40123" */
  readonly url: string
  /** Where SIP listens. */
  readonly sipAddress: string
  readonly dataFolder: string
  /** What it printed so far, over all its starts. */
  log(): string
  /** The one-time code of the first sign-in, while there is no account. */
  firstCode(): string
  /** As the terminal would: `npm run homeport -- …`; returns what it writes. */
  commandLine(words: readonly string[], input?: string): Promise<string>
  /** Signs in once more, for a browser: its cookie. */
  login(): Promise<{ readonly name: string; readonly value: string }>
  /** Signed in with a cookie of its own, beside every browser. */
  api(method: string, path: string, body?: unknown): Promise<unknown>
  kill(): Promise<void>
  /** Starts again on the same data and the same port; its clock may run ahead, as after so many hours that it was off. */
  start(hoursLater?: number): Promise<void>
  /** Starts again with this authority (PEM) among those that everybody knows: see known-authority.mjs. */
  startKnowing(authority: Buffer): Promise<void>
  /** Ends it, and its data folder with it. */
  end(): Promise<void>
}

export interface ServerOptions {
  /** Without a password the first page asks for one, against the one-time code. */
  readonly password?: string | undefined
  /** Tells loopback addresses apart: unique among the tests that run at the same time. */
  readonly number: number
  readonly logLevel?: "warn" | "debug"
  /** Phones may fetch from it, at its SIP address. */
  readonly phones?: boolean
  /** Whoever comes from this machine is a trusted proxy. */
  readonly proxied?: boolean
}

export async function startServer({
  password,
  number,
  logLevel = "warn",
  phones = false,
  proxied = false,
}: ServerOptions): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "homeport-console-"))
  const sipAddress = `127.70.${Math.floor(number / 250)}.${(number % 250) + 1}`
  const environment = {
    ...process.env,
    HOMEPORT_DATA: folder,
    NODE_COMPILE_CACHE: compileCache,
    HOMEPORT_SIP_ADDRESS: sipAddress,
    HOMEPORT_LOG_LEVEL: logLevel,
    ...(phones && { HOMEPORT_PHONES: `${sipAddress}:${PHONES_PORT}` }),
    ...(proxied && { HOMEPORT_TRUSTED_PROXIES: "127.0.0.1" }),
    ...(password !== undefined && { HOMEPORT_ADMIN_PASSWORD: password }),
  }
  let port = 0
  let printed = ""
  let program: ChildProcess | undefined

  const start = async (hoursLater = 0) => {
    const before = [knownNames, knownAuthority, ...(hoursLater > 0 ? [movedClock] : [])].flatMap((module) => [
      "--import",
      module,
    ])
    const child = spawn(process.execPath, [...before, join(root, "apps/server/src/main.ts")], {
      env: { ...environment, HOMEPORT_HTTP: `127.0.0.1:${port}`, HOMEPORT_TEST_CLOCK_AHEAD: `${hoursLater}` },
      stdio: ["ignore", "pipe", "pipe"],
    })
    program = child
    const print = (piece: Buffer) => {
      printed += piece.toString()
    }
    child.stdout?.on("data", print)
    child.stderr?.on("data", print)
    port = await announcedPort(child)
  }

  const endProgram = async (signal: NodeJS.Signals) => {
    const child = program
    program = undefined
    if (child) await end(child, signal)
  }

  await start()
  const url = () => `http://127.0.0.1:${port}`
  let cookie: string | undefined

  return {
    get url() {
      return url()
    },
    sipAddress,
    dataFolder: folder,
    log: () => printed,
    firstCode: () => readFileSync(join(folder, "first-sign-in"), "utf8").trim(),
    commandLine: (words, input) =>
      output([join(root, "apps/server/src/command-line/main.ts"), ...words], environment, input),
    async login() {
      const [name = "", value = ""] = (await signedIn(url(), password ?? "")).split("=")
      return { name, value }
    },
    async api(method, path, body) {
      cookie ??= await signedIn(url(), password ?? "")
      const response = await fetch(`${url()}${path}`, {
        method,
        headers: { cookie, ...(body !== undefined && { "content-type": "application/json" }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const answer: unknown = await response.json()
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`)
      return answer
    },
    kill: () => endProgram("SIGKILL"),
    start,
    async startKnowing(authority) {
      writeFileSync(join(folder, "public-authority.pem"), authority)
      await start()
    },
    async end() {
      await endProgram("SIGTERM")
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Each server has an address of its own, so they can share it. */
export const PHONES_PORT = 28443

/** The terminal shows the URL as soon as the console serves. */
function announcedPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = ""
    const look = (piece: Buffer) => {
      text += piece.toString()
      const [, port] = /https?:\/\/127\.0\.0\.1:(\d+)/.exec(text) ?? []
      if (port) resolve(Number(port))
    }
    child.stdout?.on("data", look)
    child.stderr?.on("data", (piece: Buffer) => {
      text += piece.toString()
    })
    child.once("exit", (code) => reject(new Error(`Homeport ended with ${code}:\n${text}`)))
  })
}

async function signedIn(url: string, password: string): Promise<string> {
  const response = await fetch(`${url}/api/login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: administrator.name, password }),
  })
  const [cookie = ""] = (response.headers.get("set-cookie") ?? "").split(";")
  if (!response.ok || cookie === "") throw new Error(`sign-in: ${response.status}`)
  return cookie
}

function output(words: readonly string[], env: NodeJS.ProcessEnv, input = ""): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { env, stdio: ["pipe", "pipe", "pipe"] })
    let text = ""
    child.stdout.on("data", (piece: Buffer) => {
      text += piece.toString()
    })
    child.stderr.on("data", (piece: Buffer) => {
      text += piece.toString()
    })
    child.once("exit", (code) => (code === 0 ? resolve(text) : reject(new Error(`ended with ${code}: ${text}`))))
    child.stdin.end(input)
  })
}
