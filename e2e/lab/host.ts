/**
 * One machine of the lab: a network namespace, and the programs that run in it.
 *
 * Every program is a child of ours and is ended by its own process id when the host closes.
 */
import { type ChildProcess, execFileSync, type SpawnOptions, spawn, spawnSync } from "node:child_process"
import { createWriteStream } from "node:fs"
import { join } from "node:path"
import { type Doorway, openDoorway } from "./doorway.ts"

export interface Result {
  readonly status: number | null
  readonly output: string
}

export class Host {
  readonly name: string
  /** Where its programs keep their files and logs. */
  readonly folder: string
  readonly #namespace: string
  readonly #programs = new Set<ChildProcess>()
  #doorway: Promise<Doorway> | undefined

  constructor(name: string, namespace: string, folder: string) {
    this.name = name
    this.folder = folder
    this.#namespace = namespace
    execFileSync("ip", ["netns", "add", namespace])
    this.run(["ip", "link", "set", "lo", "up"])
  }

  get namespace(): string {
    return this.#namespace
  }

  /** For TCP connections of the test to servers on this host. */
  doorway(): Promise<Doorway> {
    this.#doorway ??= openDoorway(this)
    return this.#doorway
  }

  /** The argument list that runs a command on this host. `nsenter` becomes the command, so its process id is the command's. */
  inside(command: readonly string[]): [string, string[]] {
    return ["nsenter", [`--net=/run/netns/${this.#namespace}`, "--", ...command]]
  }

  /** Runs a command to its end; throws when it fails. */
  run(command: readonly string[], input?: string): string {
    const { status, output } = this.exec(command, { input })
    if (status !== 0) throw new Error(`${this.name}: ${command.join(" ")} ended with ${status}\n${output}`)
    return output
  }

  exec(command: readonly string[], options: { input?: string | undefined; timeout?: number } = {}): Result {
    const [program, rest] = this.inside(command)
    const { status, stdout, stderr, error } = spawnSync(program, rest, {
      input: options.input ?? "",
      encoding: "utf8",
      timeout: options.timeout ?? 20_000,
    })
    return { status, output: error ? `${stdout}${stderr}${error.message}` : stdout + stderr }
  }

  /** Starts a program that runs until it is ended. What it prints goes to `log`, a file in the host's folder. */
  spawn(
    command: readonly string[],
    options: { env?: Record<string, string>; log: string; cwd?: string },
  ): ChildProcess {
    const [program, rest] = this.inside(command)
    const spawnOptions: SpawnOptions = {
      stdio: ["pipe", "pipe", "pipe"],
      env: { ...process.env, ...options.env },
      cwd: options.cwd ?? this.folder,
    }
    const child = spawn(program, rest, spawnOptions)
    const log = createWriteStream(join(this.folder, options.log), { flags: "a" })
    child.stdout?.pipe(log, { end: false })
    child.stderr?.pipe(log, { end: false })
    // A program that ended before it read its input is told by its exit, not by a broken pipe.
    child.stdin?.on("error", () => {})
    child.on("error", (error) => log.end(`could not start: ${error.message}\n`))
    this.#programs.add(child)
    child.on("close", () => {
      this.#programs.delete(child)
      log.end()
    })
    return child
  }

  async close(): Promise<void> {
    await Promise.all([...this.#programs].map((child) => end(child, "SIGKILL")))
    spawnSync("ip", ["netns", "del", this.#namespace])
  }
}

/** Ends one of our own programs and waits until it is gone; SIGKILL follows after 3 s. */
export async function end(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  child.kill(signal)
  const hard = setTimeout(() => child.kill("SIGKILL"), 3_000)
  await gone
  clearTimeout(hard)
}
