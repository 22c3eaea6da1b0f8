/** Installs the dependencies when the lock file or a package.json has changed since the last time. */
import { existsSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fingerprint, readStamp, root, runToEnd } from "./project.mjs"

export async function install() {
  const stampPath = join(root, "node_modules/.homeport-installed")
  const stamp = fingerprint(["pnpm-lock.yaml", "pnpm-workspace.yaml", ...manifests()])
  if (readStamp(stampPath) === stamp) return
  process.stderr.write("Installing what Homeport needs …\n")
  const npx = process.platform === "win32" ? "npx.cmd" : "npx"
  // Its output goes to stderr: stdout belongs to whoever was started.
  const code = await runToEnd(npx, ["--yes", "pnpm@12.21.0", "install", "--frozen-lockfile"], {
    stdio: ["ignore", process.stderr, process.stderr],
    // Without a network it must not try for minutes before it says so.
    env: { npm_config_fetch_retries: "1", npm_config_fetch_retry_mintimeout: "2000", ...process.env, CI: "true" },
  }).catch(() => 1)
  if (code !== 0) {
    process.stderr.write(
      "Homeport could not install what it needs: the messages above say why. The first start needs access to a npm registry; later ones do not.\n",
    )
    process.exit(1)
  }
  writeFileSync(stampPath, stamp)
}

function manifests() {
  const folders = ["apps", "packages"].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  )
  return ["package.json", ...["e2e", ...folders].map((folder) => `${folder}/package.json`)].filter((path) =>
    existsSync(join(root, path)),
  )
}
