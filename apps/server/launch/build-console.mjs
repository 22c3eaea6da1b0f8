/** Builds the console when its sources, or the contract it stands on, have changed since the last time. */
import { existsSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fingerprint, projectNode, readStamp, root, runToEnd } from "./project.mjs"

const sources = [
  "apps/console/index.html",
  "apps/console/public",
  "apps/console/src",
  "apps/console/vite.config.ts",
  "apps/console/build",
  "apps/console/package.json",
  "packages/contract/src",
  "packages/contract/package.json",
  "pnpm-lock.yaml",
]

export async function buildConsole() {
  const stampPath = join(root, "apps/console/dist/.homeport-built")
  const stamp = fingerprint(sources)
  if (readStamp(stampPath) === stamp && existsSync(join(root, "apps/console/dist/index.html"))) return
  process.stderr.write("Building the console …\n")
  const vite = join(root, "apps/console/node_modules/vite/bin/vite.js")
  const code = await runToEnd(projectNode(), [vite, "build"], {
    cwd: join(root, "apps/console"),
    stdio: ["ignore", process.stderr, process.stderr],
  })
  if (code !== 0) {
    process.stderr.write("The console could not be built: the messages above say why.\n")
    process.exit(1)
  }
  writeFileSync(stampPath, stamp)
}
