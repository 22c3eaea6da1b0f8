/** Where phones fetch what the phones' listener serves; undefined while it is off, or nobody knows our public name. */
import type { Known } from "../certificates/inventory.ts"
import { authorityFile } from "./phones-listener.ts"

export interface PhonesUrls {
  caUrl(authority: Known): string | undefined
  crlUrl(authority: Known): string | undefined
}

export function createPhonesUrls(port: number | undefined, publicName: () => string | undefined): PhonesUrls {
  const url = (folder: "ca" | "crl", file: string): string | undefined => {
    const name = publicName()
    return port === undefined || name === undefined ? undefined : `https://${name}:${port}/${folder}/${file}`
  }
  return {
    caUrl: (authority) => url("ca", authorityFile(authority, ".crt")),
    crlUrl: (authority) => url("crl", authorityFile(authority, ".crl")),
  }
}
