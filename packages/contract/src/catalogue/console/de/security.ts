/** Was die Seiten unter Sicherheit sagen, und was sonst ein Zertifikat zeigt: mit ihnen geladen. */
import type { security as enSecurity } from "../en/security.ts"
import type { Texts } from "../texts.ts"
import { certificate } from "./certificate.ts"
import { spe } from "./spe.ts"
import { generation, management, stored } from "./ssl.ts"
import { sslHelp } from "./ssl-help.ts"

export const security: Texts<typeof enSecurity> = { certificate, generation, management, stored, sslHelp, spe }
