/** Where phones reach what the phones' listeners serve; undefined while one is off, or nobody knows our public name. */
import type { Known } from "../certificates/inventory.ts"
import type { ListenAddress } from "../environment.ts"
import { authorityFile } from "./phones-listener.ts"

export interface PhonesUrls {
  /** "https://office.example.net:8443", for phones on the internet. */
  publicBase(): string | undefined
  /** "https://192.168.1.10:8443", for phones in the office. */
  officeBase(): string | undefined
  /** "http://192.168.1.10:8081", for the office alone. */
  stagingBase(): string | undefined
  /** `base`: one of those above; absent: that for the internet. */
  caUrl(authority: Known, base?: string | undefined): string | undefined
  crlUrl(authority: Known): string | undefined
}

export interface PhonesUrlsOptions {
  readonly phones: Pick<ListenAddress, "host" | "port"> | undefined
  readonly phonesHttp: Pick<ListenAddress, "host" | "port"> | undefined
  readonly publicName: () => string | undefined
  /** A local address that phones in the office reach. */
  readonly officeAddress: () => string
}

export function createPhonesUrls({ phones, phonesHttp, publicName, officeAddress }: PhonesUrlsOptions): PhonesUrls {
  const inOffice = ({ host }: Pick<ListenAddress, "host">) => (isEverywhere(host) ? officeAddress() : bracketed(host))
  const publicBase = () => {
    const name = publicName()
    return phones === undefined || name === undefined ? undefined : `https://${name}:${phones.port}`
  }
  const stagingBase = () => phonesHttp && `http://${inOffice(phonesHttp)}:${phonesHttp.port}`
  const below = (base: string | undefined, path: string) => (base === undefined ? undefined : `${base}/${path}`)
  return {
    publicBase,
    officeBase: () => phones && `https://${inOffice(phones)}:${phones.port}`,
    stagingBase,
    caUrl: (authority, base = publicBase()) => below(base, `ca/${authorityFile(authority, ".crt")}`),
    crlUrl: (authority) => below(publicBase(), `crl/${authorityFile(authority, ".crl")}`),
  }
}

const isEverywhere = (host: string): boolean => host === "0.0.0.0" || host === "::"

const bracketed = (host: string): string => (host.includes(":") ? `[${host}]` : host)
