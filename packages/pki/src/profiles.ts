/**
 * What kinds of certificate are made here. A kind is a row; `issue` has no `if` about purposes.
 *
 * The values that are not plain RFC 5280 carry the name of the device that wants them.
 */
import type { ExtendedKeyUsage, KeyUsage } from "./extensions.ts"

export type ProfileName = "authority" | "server" | "self-signed-server"

export interface Profile {
  readonly usages: readonly KeyUsage[]
  readonly extendedUsages: readonly ExtendedKeyUsage[]
  /** basicConstraints: CA:TRUE, with so many authorities below it. undefined: CA:FALSE. */
  readonly pathLength: number | undefined
  readonly signedBy: "itself" | "authority"
  /** How long it is proposed to last. */
  readonly days: number
}

/** TLS 1.2 with an RSA key exchange, which old phones still speak, asks for keyEncipherment beside digitalSignature. */
const serverUsages = ["digitalSignature", "keyEncipherment"] as const

export const profiles: Readonly<Record<ProfileName, Profile>> = {
  /** RFC 5280 §4.2.1.9. None below it: whoever gets hold of a server's key can make no authority of it. */
  authority: { usages: ["keyCertSign", "cRLSign"], extendedUsages: [], pathLength: 0, signedBy: "itself", days: 3652 },
  /** Apple's devices refuse a server whose certificate lasts longer than 825 days. */
  server: {
    usages: serverUsages,
    extendedUsages: ["serverAuth"],
    pathLength: undefined,
    signedBy: "authority",
    days: 825,
  },
  "self-signed-server": {
    usages: serverUsages,
    extendedUsages: ["serverAuth"],
    pathLength: undefined,
    signedBy: "itself",
    days: 825,
  },
}
