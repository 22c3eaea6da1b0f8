/** `npm run homeport -- …` on any Node from 20 up. */
import { join } from "node:path"
import { install } from "./install.mjs"
import { projectNode, root, runToEnd } from "./project.mjs"

await install()
process.exitCode = await runToEnd(projectNode(), [
  join(root, "apps/server/src/command-line/main.ts"),
  ...process.argv.slice(2),
])
