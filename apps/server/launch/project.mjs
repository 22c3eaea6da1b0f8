/** Where the project lies, which Node it runs on, and how a child process is run. */
import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { constants } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

export const root = fileURLToPath(new URL("../../..", import.meta.url))

/** The Node that pnpm installed: the npm package `node`. */
export function projectNode() {
  const folder = join(root, "node_modules/node/bin")
  return [join(folder, "node"), join(folder, "node.exe")].find(existsSync) ?? process.execPath
}

/** Runs a program to its end and gives its exit code. Signals that we get are passed on: the program decides when to end. */
export function runToEnd(program, words, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { cwd: root, stdio: "inherit", ...options })
    const passOn = (signal) => child.kill(signal)
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"]
    for (const signal of signals) process.on(signal, passOn)
    const watch = setInterval(() => {
      if (orphaned()) child.kill("SIGTERM")
    }, 250)
    const settle = () => {
      clearInterval(watch)
      for (const signal of signals) process.off(signal, passOn)
    }
    child.on("error", (error) => {
      settle()
      reject(error)
    })
    child.on("exit", (code, signal) => {
      settle()
      resolve(code ?? 128 + (constants.signals[signal] ?? 1))
    })
  })
}

/**
 * npm ends the shell between itself and us when it is ended, and the shell tells nobody: whoever was started by npm goes with it.
 * Started otherwise, we outlive our parent as any program does.
 */
const orphaned = (() => {
  const parent = process.ppid
  return () => process.env.npm_lifecycle_event !== undefined && process.ppid !== parent
})()

/** A fingerprint of files, and of all files below folders, by their content. */
export function fingerprint(paths) {
  const hash = createHash("sha256")
  for (const path of paths.flatMap((each) => filesBelow(each))) {
    hash.update(`${path}\0`)
    hash.update(readFileSync(join(root, path)))
    hash.update("\0")
  }
  return hash.digest("hex")
}

function filesBelow(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  let entries
  try {
    entries = readdirSync(full, { withFileTypes: true })
  } catch {
    return [path]
  }
  return entries
    .filter(({ name }) => name !== "node_modules" && name !== "dist")
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap(({ name }) => filesBelow(`${path}/${name}`))
}

/** What a stamp says, or "" when there is none. */
export function readStamp(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : ""
}
