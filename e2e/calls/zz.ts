import { readFileSync } from "node:fs"
import { openOffice } from "./office.ts"
const office = await openOffice({ figure: 2, homes: [{ nat: "cone" }] })
try { const ph = await office.homePhone("baresip",0,{station:{natTraversal:"endpoint"}}); console.log(await ph.register()) } catch (e) { console.log((e as Error).message) }
console.log(readFileSync(office.home(0).phone.folder + "/baresip-201.log", "utf8").slice(0, 6000))
console.log(office.wire().map((m) => m.text).join("\n----\n").slice(0, 4000))
await office.close()
process.exit()
