/** Octets that leave the package: in memory of their own. A Buffer may share its memory with a key, and a worker would send all of it. */
export const fileOf = (bytes: Uint8Array): Uint8Array => Uint8Array.from(bytes)
