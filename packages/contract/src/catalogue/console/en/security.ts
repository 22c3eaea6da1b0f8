/** What the pages of Security say, and whatever else shows a certificate: loaded with them. */
import { certificate } from "./certificate.ts"
import { spe } from "./spe.ts"
import { generation, management, stored } from "./ssl.ts"
import { sslHelp } from "./ssl-help.ts"

export const security = { certificate, generation, management, stored, sslHelp, spe }
