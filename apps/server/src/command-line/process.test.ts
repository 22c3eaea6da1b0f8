/** The command line's real process, beside the real server and without it. */
import { type ChildProcess, spawn } from "node:child_process"
import { randomInt } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, onTestFinished, test, vi } from "vitest"

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const passPhrase = "Lantern of the office"

function machine() {
  const root = mkdtempSync(join(tmpdir(), "homeport-process-"))
  const children: ChildProcess[] = []
  onTestFinished(async () => {
    for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL")
    rmSync(root, { recursive: true, force: true, maxRetries: 5 })
  })
  const start = (file: string, words: readonly string[], typed = "") => {
    const child = spawn(process.execPath, [here(file), ...words], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        HOMEPORT_DATA: join(root, "data"),
        HOMEPORT_HTTP: "127.0.0.1:0",
        HOMEPORT_SIP_ADDRESS: `127.${randomInt(1, 255)}.${randomInt(1, 255)}.${randomInt(1, 255)}`,
        HOMEPORT_ADMIN_PASSWORD: "Right-Horse-42",
      },
    })
    children.push(child)
    child.stdin.end(typed)
    let said = ""
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text))
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve))
    return { child, ended, said: () => said }
  }
  return {
    async server() {
      const { child, ended, said } = start("../main.ts", [])
      await vi.waitFor(() => expect(said()).toMatch(/http:/), { timeout: 25_000, interval: 20 })
      return async () => {
        child.kill("SIGTERM")
        await ended
      }
    },
    async homeport(...words: readonly string[]) {
      const { ended, said } = start("main.ts", words, `${passPhrase}\n`)
      return { code: await ended, said: said() }
    },
  }
}

test("a backup is made beside a running server, and restored only without one", { timeout: 90_000 }, async () => {
  const { server, homeport } = machine()
  const stop = await server()
  const made = await homeport("backup", "office.homeport")
  expect(made).toMatchObject({ code: 0, said: expect.stringContaining("office.homeport") })
  const refused = await homeport("restore", "office.homeport", "--yes")
  expect(refused).toEqual({
    code: 1,
    said: expect.stringMatching(/^Another Homeport already runs .*stop it first\.\n$/),
  })
  await stop()
  // Piped in, the pass-phrase cannot be followed by an answer.
  const asked = await homeport("restore", "office.homeport")
  expect(asked).toMatchObject({ code: 1, said: expect.stringContaining("With --yes") })
  const restored = await homeport("restore", "office.homeport", "--yes")
  expect(restored).toMatchObject({ code: 0, said: expect.stringContaining("It is restored") })
  expect(made.said + restored.said).not.toContain(passPhrase)
  await (await server())()
  expect((await homeport("--help")).said).toContain("backup FILE")
})
