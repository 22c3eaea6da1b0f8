/** The programs that judge: run to their end, with what they said. */
import { execFile } from "node:child_process"
import { beforeEach } from "vitest"
import { hasProgram, PACKAGES } from "../support/debian.mjs"

export interface Verdict {
  readonly ok: boolean
  /** Both streams: every program has its own idea of where a verdict belongs. */
  readonly output: string
}

export function attempt(program: string, words: readonly string[], input: string | Uint8Array = ""): Promise<Verdict> {
  return new Promise((resolve) => {
    const child = execFile(program, words, { encoding: "utf8", timeout: 50_000 }, (error, stdout, stderr) =>
      resolve({ ok: error === null, output: stdout + stderr }),
    )
    // Not everything that is asked reads to its end.
    child.stdin?.on("error", () => {})
    child.stdin?.end(input)
  })
}

/** What it said; throws when it failed. */
export async function tool(program: string, words: readonly string[], input?: string | Uint8Array): Promise<string> {
  const { ok, output } = await attempt(program, words, input)
  if (!ok) throw new Error(`${program} ${words.join(" ")} failed:\n${output}`)
  return output
}

export const openssl = (...words: readonly string[]): Promise<string> => tool("openssl", words)

/** Without compiling what runs for a moment only, a JVM starts in half the time. */
export const keytool = (...words: readonly string[]): Promise<string> =>
  tool("keytool", ["-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC", ...words])

/** For what is prepared before all tests of a file: then those that need it are skipped. */
export const isHere = hasProgram

/** The tests beside this call are skipped, and say why, where the program is missing. */
export function needs(program: string): void {
  const missing = !hasProgram(program)
  beforeEach(({ skip }) => skip(missing, `missing: ${program} (Debian: ${PACKAGES[program]})`))
}
