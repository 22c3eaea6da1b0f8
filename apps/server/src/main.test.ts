/** The real process on a real data folder, with the real core, on loopback addresses of its own. */
import { type ChildProcess, spawn } from "node:child_process"
import { randomInt } from "node:crypto"
import { createSocket } from "node:dgram"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, onTestFinished, test, vi } from "vitest"

const mainFile = fileURLToPath(new URL("main.ts", import.meta.url))
const password = "Right-Horse-42"

function machine() {
  const folder = mkdtempSync(join(tmpdir(), "homeport-main-"))
  const sipAddress = `127.${randomInt(1, 255)}.${randomInt(1, 255)}.${randomInt(1, 255)}`
  const children: ChildProcess[] = []
  onTestFinished(async () => {
    for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL")
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  const start = (variables: Record<string, string> = {}) => {
    const child = spawn(process.execPath, [mainFile], {
      env: {
        PATH: process.env.PATH,
        HOMEPORT_DATA: folder,
        HOMEPORT_HTTP: "127.0.0.1:0",
        HOMEPORT_SIP_ADDRESS: sipAddress,
        HOMEPORT_ADMIN_PASSWORD: password,
        ...variables,
      },
      stdio: ["ignore", "pipe", "pipe"],
    })
    children.push(child)
    let [out, errors] = ["", ""]
    child.stdout.on("data", (text) => (out += text))
    child.stderr.on("data", (text) => (errors += text))
    const ended = new Promise<{ code: number | null; errors: string }>((resolve) =>
      child.on("close", (code) => resolve({ code, errors })),
    )
    const url = () =>
      vi.waitFor(
        () => {
          const [found] = /https?:\/\/[^\s/]+/.exec(out) ?? []
          if (found === undefined) throw new Error(`not serving yet: ${errors}`)
          return found
        },
        { timeout: 9_000, interval: 20 },
      )
    return { child, ended, url }
  }
  return { start, sipAddress }
}

async function signIn(url: string) {
  const body = JSON.stringify({ name: "administrator", password })
  const headers = { "content-type": "application/json" }
  const answer = await fetch(`${url}/api/login`, { method: "POST", headers, body })
  return (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? ""
}

describe("the process", { timeout: 30_000 }, () => {
  test("keeps what was set over SIGKILL, lets no second one onto its data, and ends at SIGTERM", async () => {
    const { start } = machine()
    const first = start()
    const url = await first.url()
    expect((await fetch(`${url}/api/health`)).status).toBe(200)
    const cookie = await signIn(url)
    const added = await fetch(`${url}/api/sip-clients`, {
      method: "POST",
      headers: { cookie, "content-type": "application/json" },
      body: JSON.stringify({ callNumber: "168", name: "Ada", password: "Quiet-Lamp-73" }),
    })
    expect(added.status).toBe(201)
    const other = await start().ended
    expect(other).toEqual({
      code: 1,
      errors: expect.stringMatching(/^Another Homeport already runs on the data folder .*\n$/),
    })

    first.child.kill("SIGKILL")
    await first.ended
    const second = start()
    const again = await second.url()
    const stored = await fetch(`${again}/api/sip-clients/1`, { headers: { cookie } })
    expect(await stored.json()).toMatchObject({ callNumber: "168", passwordSet: true })
    const before = performance.now()
    second.child.kill("SIGTERM")
    expect((await second.ended).code).toBe(0)
    expect(performance.now() - before).toBeLessThan(5_000)
  })

  test("serves the console when a SIP port is taken, and says so", async () => {
    const { start, sipAddress } = machine()
    const taker = createSocket("udp4")
    await new Promise<void>((resolve) => taker.bind(5070, sipAddress, resolve))
    onTestFinished(() => {
      taker.close()
    })
    const url = await start().url()
    const health = await fetch(`${url}/api/health`)
    expect(health.status).toBe(503)
    expect(await health.json()).toMatchObject({
      reasons: [
        { code: "listener", params: { name: "SIP_EXT", transport: "UDP", port: 5070, problem: "address-in-use" } },
      ],
    })
    const cookie = await signIn(url)
    expect((await fetch(`${url}/api/listeners`, { headers: { cookie } })).status).toBe(200)
  })

  test.each([
    ["a weak first password", { HOMEPORT_ADMIN_PASSWORD: "weak" }, "HOMEPORT_ADMIN_PASSWORD is too weak"],
    ["a data folder that cannot be made", { HOMEPORT_DATA: `${mainFile}/data` }, "(HOMEPORT_DATA) cannot be made"],
    ["an address of the console that is not here", { HOMEPORT_HTTP: "192.0.2.1:8080" }, "The console cannot be served"],
  ])("ends with one sentence at %s", async (_, variables, sentence) => {
    const { start } = machine()
    const { code, errors } = await start(variables).ended
    expect({ code, said: errors.includes(sentence), lines: errors.trim().split("\n").length }).toEqual({
      code: 1,
      said: true,
      lines: 1,
    })
  })
})
