/** What known-authority.mjs puts in the place of `node:tls` where roots are compared: Node's own, and the one of the test. */
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { rootCertificates as brought } from "node:tls"

const file = join(process.env.HOMEPORT_DATA, "public-authority.pem")

export const rootCertificates = existsSync(file) ? [...brought, readFileSync(file, "utf8")] : brought
