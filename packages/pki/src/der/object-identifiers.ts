/** The object identifiers that occur here, by the names that the standards and this package give them. */

/** RFC 5280 §4.2; RFC 6962 §3.3 for the timestamps of public logs. */
export const extensionIds = {
  subjectKeyIdentifier: "2.5.29.14",
  keyUsage: "2.5.29.15",
  subjectAltName: "2.5.29.17",
  basicConstraints: "2.5.29.19",
  cRLNumber: "2.5.29.20",
  reasonCode: "2.5.29.21",
  cRLDistributionPoints: "2.5.29.31",
  authorityKeyIdentifier: "2.5.29.35",
  extKeyUsage: "2.5.29.37",
  signedCertificateTimestamps: "1.3.6.1.4.1.11129.2.4.2",
} as const

/** RFC 5280 Appendix A.1 and RFC 4519 §2: attributes of names, by the letters people write. */
export const attributeIds: Readonly<Record<string, string>> = {
  CN: "2.5.4.3",
  SN: "2.5.4.4",
  serialNumber: "2.5.4.5",
  C: "2.5.4.6",
  L: "2.5.4.7",
  ST: "2.5.4.8",
  street: "2.5.4.9",
  O: "2.5.4.10",
  OU: "2.5.4.11",
  title: "2.5.4.12",
  GN: "2.5.4.42",
  UID: "0.9.2342.19200300.100.1.1",
  DC: "0.9.2342.19200300.100.1.25",
  emailAddress: "1.2.840.113549.1.9.1",
}

/** RFC 5280 §4.2.1.12 and what is met beside it. */
export const purposeIds: Readonly<Record<string, string>> = {
  anyExtendedKeyUsage: "2.5.29.37.0",
  serverAuth: "1.3.6.1.5.5.7.3.1",
  clientAuth: "1.3.6.1.5.5.7.3.2",
  codeSigning: "1.3.6.1.5.5.7.3.3",
  emailProtection: "1.3.6.1.5.5.7.3.4",
  timeStamping: "1.3.6.1.5.5.7.3.8",
  OCSPSigning: "1.3.6.1.5.5.7.3.9",
  sipDomain: "1.3.6.1.5.5.7.3.20",
}

/** RFC 3279, RFC 4055, RFC 5758, RFC 8410. */
export const signatureIds: Readonly<Record<string, string>> = {
  md2RSA: "1.2.840.113549.1.1.2",
  md4RSA: "1.2.840.113549.1.1.3",
  md5RSA: "1.2.840.113549.1.1.4",
  sha1RSA: "1.2.840.113549.1.1.5",
  sha256RSA: "1.2.840.113549.1.1.11",
  sha384RSA: "1.2.840.113549.1.1.12",
  sha512RSA: "1.2.840.113549.1.1.13",
  sha224RSA: "1.2.840.113549.1.1.14",
  sha1DSA: "1.2.840.10040.4.3",
  sha224DSA: "2.16.840.1.101.3.4.3.1",
  sha256DSA: "2.16.840.1.101.3.4.3.2",
  sha1ECDSA: "1.2.840.10045.4.1",
  sha224ECDSA: "1.2.840.10045.4.3.1",
  sha256ECDSA: "1.2.840.10045.4.3.2",
  sha384ECDSA: "1.2.840.10045.4.3.3",
  sha512ECDSA: "1.2.840.10045.4.3.4",
  Ed25519: "1.3.101.112",
  Ed448: "1.3.101.113",
}

export const rsaPss = "1.2.840.113549.1.1.10"

/** RFC 3279 §2.3, RFC 8410 §3. */
export const keyIds: Readonly<Record<string, string>> = {
  RSA: "1.2.840.113549.1.1.1",
  "RSA-PSS": rsaPss,
  DSA: "1.2.840.10040.4.1",
  EC: "1.2.840.10045.2.1",
  Ed25519: "1.3.101.112",
  Ed448: "1.3.101.113",
}

/** RFC 5480 §2.1.1.1, RFC 5639 §4.1. */
export const curveIds: Readonly<Record<string, string>> = {
  "P-256": "1.2.840.10045.3.1.7",
  "P-384": "1.3.132.0.34",
  "P-521": "1.3.132.0.35",
  "P-224": "1.3.132.0.33",
  "P-192": "1.2.840.10045.3.1.1",
  secp256k1: "1.3.132.0.10",
  brainpoolP256r1: "1.3.36.3.3.2.8.1.1.7",
  brainpoolP384r1: "1.3.36.3.3.2.8.1.1.11",
  brainpoolP512r1: "1.3.36.3.3.2.8.1.1.13",
}

/** Digests as `node:crypto` names them. RFC 8017 Appendix B.1. */
export const digestIds: Readonly<Record<string, string>> = {
  md5: "1.2.840.113549.2.5",
  sha1: "1.3.14.3.2.26",
  sha224: "2.16.840.1.101.3.4.2.4",
  sha256: "2.16.840.1.101.3.4.2.1",
  sha384: "2.16.840.1.101.3.4.2.2",
  sha512: "2.16.840.1.101.3.4.2.3",
}

/** HMAC by the digest in it. RFC 8018 Appendix B.1. */
export const hmacIds: Readonly<Record<string, string>> = {
  sha1: "1.2.840.113549.2.7",
  sha224: "1.2.840.113549.2.8",
  sha256: "1.2.840.113549.2.9",
  sha384: "1.2.840.113549.2.10",
  sha512: "1.2.840.113549.2.11",
}

/** RFC 2315 §14, RFC 7292 §4.2 and Appendix C, RFC 8018 Appendix A, RFC 7914 §7. */
export const pkcsIds = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  encryptedData: "1.2.840.113549.1.7.6",
  keyBag: "1.2.840.113549.1.12.10.1.1",
  shroudedKeyBag: "1.2.840.113549.1.12.10.1.2",
  certBag: "1.2.840.113549.1.12.10.1.3",
  safeContentsBag: "1.2.840.113549.1.12.10.1.6",
  x509Certificate: "1.2.840.113549.1.9.22.1",
  friendlyName: "1.2.840.113549.1.9.20",
  localKeyId: "1.2.840.113549.1.9.21",
  pbeSha1TripleDes: "1.2.840.113549.1.12.1.3",
  pbes2: "1.2.840.113549.1.5.13",
  pbmac1: "1.2.840.113549.1.5.14",
  pbkdf2: "1.2.840.113549.1.5.12",
  scrypt: "1.3.6.1.4.1.11591.4.11",
} as const

/** The name of an identifier in one of the tables above; without one, itself. */
export function nameIn(table: Readonly<Record<string, string>>, id: string): string {
  return Object.entries(table).find(([, value]) => value === id)?.[0] ?? id
}

export function idIn(table: Readonly<Record<string, string>>, name: string): string {
  const id = table[name]
  if (id === undefined) throw new RangeError(`no object identifier for ${name}`)
  return id
}
