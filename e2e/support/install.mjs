/** What `npm start` does before it starts: npm packages and the console, each only when something changed. A stage of test.mjs. */
import { buildConsole } from "../../apps/server/launch/build-console.mjs"
import { install } from "../../apps/server/launch/install.mjs"

await install()
await buildConsole()
