/** One stage of `npm test`: a program with a time limit that is gone, with all its children, when the stage is over. */
import { spawn } from "node:child_process"
import { closeSync, openSync } from "node:fs"
import { delimiter, join } from "node:path"
import { root } from "../../apps/server/launch/project.mjs"

/** The project's own programs first: the `node` that child processes find is the pinned one. */
const env = {
  ...process.env,
  PATH: [join(root, "node_modules/.bin"), process.env.PATH, "/usr/sbin", "/sbin"].join(delimiter),
}

const running = new Set()
/** Set when the whole run is interrupted: then no stage is followed by another. */
let stopping = false

/** Resolves with the exit code; `null` when the time was up. What it prints goes to the file `output`, if there is one. */
export function run(command, { seconds, extraEnv = {}, output }) {
  const [program, ...words] = command
  const printed = output === undefined ? "inherit" : openSync(output, "w")
  return new Promise((resolve) => {
    // A process group of its own, so that it can be ended whole.
    const child = spawn(program, words, {
      cwd: root,
      env: { ...env, ...extraEnv },
      stdio: ["ignore", printed, printed],
      detached: true,
    })
    if (output !== undefined) closeSync(printed)
    running.add(child)
    let late = false
    const limit = setTimeout(() => {
      late = true
      console.log(`\nNot finished within ${seconds} s: ended.`)
      endGroup(child)
    }, seconds * 1000)
    const over = (code) => {
      clearTimeout(limit)
      running.delete(child)
      if (!stopping) resolve(late ? null : code)
    }
    child.on("error", (error) => {
      console.log(`${program} could not be started: ${error.message}`)
      over(127)
    })
    child.on("exit", (code) => over(code ?? 1))
  })
}

/** Ends everything that runs now, and resolves when it is gone. A sandbox takes all its processes and networks with it. */
export async function endAll() {
  stopping = true
  const children = [...running]
  const gone = children.map((child) => new Promise((resolve) => child.once("exit", resolve)))
  for (const child of children) endGroup(child)
  await Promise.all(gone)
}

function endGroup(child) {
  const kill = (signal) => {
    try {
      process.kill(-child.pid, signal)
    } catch {
      // It is gone already.
    }
  }
  kill("SIGTERM")
  setTimeout(() => kill("SIGKILL"), 3_000)
}
