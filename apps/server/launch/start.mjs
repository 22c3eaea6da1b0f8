/**
 * `npm start` on any Node from 20 up: installs what package.json asks for, builds the console, and runs the server with the Node
 * that the project brings along. What has not changed since the last time is neither installed nor built again.
 */

import { join } from "node:path"
import { buildConsole } from "./build-console.mjs"
import { install } from "./install.mjs"
import { projectNode, root, runToEnd } from "./project.mjs"

await install()
await buildConsole()
process.exitCode = await runToEnd(projectNode(), [join(root, "apps/server/src/main.ts")])
