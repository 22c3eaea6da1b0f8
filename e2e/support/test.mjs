/**
 * `npm test`: installs what the tests need, runs all of them and ends with `N passed, N failed, N skipped`.
 *
 *   npm packages → Debian packages → type check → Biome → unit tests → certificates → lab, calls, SIPp scenarios
 *                                                                                   ↘ console, beside them
 *
 * Every stage has a time limit and takes its processes with it. A part that cannot run on this machine says why, and its
 * tests count as skipped. Plain JavaScript: it starts on any Node from 20, before anything is installed.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { projectNode, root } from "../../apps/server/launch/project.mjs"
import { sandboxed, sandboxOptions } from "../lab/sandbox.mjs"
import { installMissingPackages, missingForBrowser, missingForCertificates, missingForLab } from "./debian.mjs"
import { listed, playwrightReport, vitestReport } from "./report.mjs"
import { endAll, run } from "./stage.mjs"

/** The whole should take less than 15 minutes; on a machine that is slow or busy, what is late after 30 is ended, and has failed. */
const deadline = Date.now() + 30 * 60_000
const withinDeadline = (seconds) => Math.max(1, Math.min(seconds, Math.round((deadline - Date.now()) / 1000)))

// The sandbox's tools lie in directories that not every account searches.
process.env.PATH += ":/usr/sbin:/sbin"

const total = { passed: 0, failed: 0, skipped: 0 }
const reports = mkdtempSync(join(tmpdir(), "homeport-test-"))
const vitest = () => [projectNode(), join(root, "node_modules/vitest/vitest.mjs")]
// Loaded natively: bundling it would write into node_modules, which another account may not.
const labConfig = ["--configLoader", "native", "--config", join(root, "e2e/support/vitest.config.ts")]

const labFolders = ["lab/", "calls/", "scenarios/"]

let interrupted = false
for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
])
  process.on(signal, async () => {
    if (interrupted) return
    interrupted = true
    total.failed += 1
    await endAll()
    finish(code)
  })

await main()
finish(total.failed > 0 ? 1 : 0)

async function main() {
  heading("Packages and console")
  const { PATH = "" } = process.env
  const installed = await run([process.execPath, "e2e/support/install.mjs"], { seconds: 300, extraEnv: { PATH } })
  if (installed !== 0) {
    add("install", { passed: 0, failed: 1, skipped: 0 })
    return
  }
  const problem = installMissingPackages()
  if (problem) console.log(problem)

  for (const project of [".", "apps/console", "e2e"])
    await check(`Type check of ${project}`, [join(root, "node_modules/.bin/tsc"), "-p", project])
  await check("Biome", [join(root, "node_modules/.bin/biome"), "check", "."])

  heading("Unit tests")
  await runVitest("unit", [...vitest(), "run"], 400)

  await certificatesStage()
  // Phones mostly wait: what they leave of the processor is the browser's.
  await Promise.all([labStage(), consoleStage()])
}

/** What we make and serve, judged by other programs; a test whose program is missing is skipped by itself. */
async function certificatesStage() {
  heading("Certificates and TLS, judged by other programs")
  const missing = missingForCertificates()
  if (missing.length > 0) console.log(`Not run here is what needs ${missing.join(", ")}`)
  // On loopback alone: the sandbox, where there is one, keeps its ports from others.
  const options = sandboxOptions()
  // Every file has a server of its own: two of them at once do not meet.
  const parallel = ["--fileParallelism", "--maxWorkers=2"]
  const command = [...vitest(), "run", ...labConfig, ...parallel, "certificates/"]
  await runVitest("certificates", options ? sandboxed(options, command) : command, 240)
}

/** Networks, phones, calls and scenarios: all of it inside the sandbox. */
async function labStage() {
  heading("Lab, calls and SIPp scenarios")
  const missing = [...missingForLab(), ...missingForBrowser()]
  const options = missing.length === 0 ? sandboxOptions() : undefined
  if (!options) {
    const reason = missing.length > 0 ? `missing: ${missing.join(", ")}` : "this machine allows no network namespaces"
    const report = join(reports, "lab.json")
    const list = [...vitest(), "list", "--staticParse=false", ...labConfig, ...labFolders, `--json=${report}`]
    return skip("lab", reason, list, report)
  }
  const home = mkdtempSync(join(reports, "home-"))
  await runVitest("lab", sandboxed(options, [...vitest(), "run", ...labConfig, ...labFolders]), 660, { HOME: home })
}

/**
 * The console in a real browser, behind everything else that wants the processor. In the sandbox, where there is one, its
 * ports collide with nobody's.
 */
async function consoleStage() {
  const playwright = join(root, "e2e/node_modules/@playwright/test/cli.js")
  const config = join(root, "e2e/playwright.config.ts")
  const command = [projectNode(), playwright, "test", "-c", config]
  const missing = missingForBrowser()
  const report = join(reports, "console.json")
  if (missing.length > 0)
    return skip("console", `missing: ${missing.join(", ")}`, [...command, "--list", "--reporter=json"], report)
  const options = sandboxOptions()
  const seconds = withinDeadline(1_500)
  // It ends itself in time to write its report.
  const inside = [...command, "--reporter=list,json", `--global-timeout=${Math.max(1, seconds - 20) * 1000}`]
  const background = ["sh", join(root, "e2e/support/background.sh")]
  const output = join(reports, "console.txt")
  const code = await run([...background, ...(options ? sandboxed(options, inside) : inside)], {
    seconds,
    extraEnv: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    output,
  })
  heading("Console in a browser")
  console.log(readFileSync(output, "utf8"))
  add("console", playwrightReport(report, code))
}

async function check(name, command) {
  heading(name)
  const code = await run(command, { seconds: 120 })
  add(name, { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 })
}

async function runVitest(name, command, seconds, extraEnv = {}) {
  const report = join(reports, `${name}.json`)
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`]
  const code = await run([...command, ...reporters], { seconds: withinDeadline(seconds), extraEnv })
  add(name, vitestReport(report, code))
}

/** Says why a part cannot run, and counts its tests, which `list` writes to `report`, as skipped. */
async function skip(name, reason, list, report) {
  console.log(`Not run here: ${reason}`)
  await run(list, { seconds: 60, extraEnv: { PLAYWRIGHT_JSON_OUTPUT_NAME: report } })
  add(name, { passed: 0, failed: 0, skipped: Math.max(1, listed(report)) })
}

function heading(text) {
  console.log(`\n── ${text} ${"─".repeat(Math.max(3, 76 - text.length))}`)
}

function add(name, { passed, failed, skipped }) {
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
  console.log(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`)
}

function finish(code) {
  rmSync(reports, { recursive: true, force: true })
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
  process.exit(code)
}
