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
  openssl: "openssl",
}
const BROWSER_PROGRAMS = { chromium: "chromium" }
/** The same browser without windows: a third quicker, and not to be had everywhere. */
const QUICKER_BROWSER = { "chromium-headless-shell": "chromium-headless-shell" }
/** They judge certificates and TLS. A test whose program is missing is skipped by itself: see certificates/tools.ts. */
const CERTIFICATE_PROGRAMS = {
  openssl: "openssl",
  certtool: "gnutls-bin",
  certutil: "libnss3-tools",
  pk12util: "libnss3-tools",
  sslscan: "sslscan",
  keytool: "default-jre-headless",
}
/** A router that opens ports when it is asked to. A test whose program is missing is skipped by itself, as above. */
const ROUTER_PROGRAMS = { miniupnpd: "miniupnpd-nftables" }
/** It reads QR codes. The test looks without it as well, and compares less. */
const QR_PROGRAMS = { zbarimg: "zbar-tools" }

export const PACKAGES = {
  ...LAB_PROGRAMS,
  ...BROWSER_PROGRAMS,
  ...QUICKER_BROWSER,
  ...CERTIFICATE_PROGRAMS,
  ...ROUTER_PROGRAMS,
  ...QR_PROGRAMS,
}

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
  ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"].some(hasProgram) ? [] : ["chromium"]

export const missingForCertificates = () => Object.keys(CERTIFICATE_PROGRAMS).filter((name) => !hasProgram(name))

/** As root on Debian: installs what is missing. Elsewhere it does nothing. Returns what went wrong, in words. */
export function installMissingPackages() {
  // Apart, so that one that cannot be had does not take the others along.
  const groups = [
    [...missingForLab(), ...missingForBrowser()],
    missingForCertificates().filter((program) => !(program in LAB_PROGRAMS)),
    Object.keys(ROUTER_PROGRAMS).filter((program) => !hasProgram(program)),
    Object.keys(QR_PROGRAMS).filter((program) => !hasProgram(program)),
    Object.keys(QUICKER_BROWSER).filter((program) => !hasProgram(program)),
  ].filter((missing) => missing.length > 0)
  if (groups.length === 0) return undefined
  if (process.getuid?.() !== 0 || !hasProgram("apt-get")) return undefined
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
  const apt = (...words) => spawnSync("apt-get", ["-qq", ...words], { env, encoding: "utf8", timeout: 300_000 })
  const updated = apt("update")
  const problems = groups.flatMap((missing) => {
    const names = [...new Set(missing.map((program) => PACKAGES[program]))]
    console.log(`Installing what the tests need: ${names.join(" ")}`)
    const installed = apt("install", "--yes", "--no-install-recommends", ...names)
    if (installed.status === 0 || missing.every((program) => program in QUICKER_BROWSER)) return []
    return [`apt-get could not install ${names.join(" ")}:\n${updated.stderr}${installed.stderr}`]
  })
  return problems.length > 0 ? problems.join("\n") : undefined
}
