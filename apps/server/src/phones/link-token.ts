/** The tokens of what stands open on the phones' listener: links of devices, links of people at home, and their browsers. */
import { createHash, randomBytes } from "node:crypto"

/** 128 bits, 32 hexadecimal digits: nobody guesses it. */
export const newToken = (): string => randomBytes(16).toString("hex")

/** SHA-256, hex: all that is kept of a token. */
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex")
