/** The programs that the end-to-end tests use and did not write: which are missing, and how Debian gets them. */
import { spawnSync } from "node:child_process"
import { accessSync, constants } from "node:fs"
import { delimiter, join } from "node:path"

/** Program → the Debian package that has it. */
const LAB_PROGRAMS = {
  unshare: "util-linux",
  nsenter: "util-linux",
  ip: "iproute2",
  nft: "nftables",
  conntrack: "conntrack",
  turnserver: "coturn",
  dnsmasq: "dnsmasq-base",
  dumpcap: "tshark",
  baresip: "baresip-core",
  linphonec: "linphone-cli",
  "twinkle-console": "twinkle-console",
  sipp: "sip-tester",
}
const BROWSER_PROGRAMS = { chromium: "chromium" }

/** Some are in directories that only root searches. */
const SEARCHED = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/sbin", "/usr/bin"]

export function hasProgram(name) {
  return SEARCHED.some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

export const missingForLab = () => Object.keys(LAB_PROGRAMS).filter((name) => !hasProgram(name))

/** Any of these will do: lab/browser.ts and playwright.config.ts look for the same. */
export const missingForBrowser = () =>
  ["chromium", "chromium-browser", "google-chrome"].some(hasProgram) ? [] : ["chromium"]

/** As root on Debian: installs what is missing. Elsewhere it does nothing. Returns what went wrong, in words. */
export function installMissingPackages() {
  const packages = { ...LAB_PROGRAMS, ...BROWSER_PROGRAMS }
  const missing = [...missingForLab(), ...missingForBrowser()]
  if (missing.length === 0) return undefined
  if (process.getuid?.() !== 0 || !hasProgram("apt-get")) return undefined
  const names = [...new Set(missing.map((program) => packages[program]))]
  console.log(`Installing what the tests need: ${names.join(" ")}`)
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
  const apt = (...words) => spawnSync("apt-get", ["-qq", ...words], { env, encoding: "utf8", timeout: 300_000 })
  const updated = apt("update")
  const installed = apt("install", "--yes", "--no-install-recommends", ...names)
  if (installed.status === 0) return undefined
  return `apt-get could not install ${names.join(" ")}:\n${updated.stderr}${installed.stderr}`
}
