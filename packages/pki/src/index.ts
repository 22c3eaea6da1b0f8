/**
 * Certificates: making, reading, describing, exporting. RFC 5280, RFC 7292, RFC 8018. Start reading at profiles.ts and issue.ts.
 *
 * All that goes in and comes out can be cloned into a worker thread and back; errors are `PkiError`s, of which a worker sends `code`
 * and `params`.
 */
// biome-ignore-all assist/source/organizeImports: in reading order
export { type MakingErrorCode, PkiError, type PkiErrorCode, type ReadingErrorCode } from "./pki-error.ts"
export { type Profile, type ProfileName, profiles } from "./profiles.ts"
export type { KeyBits, SignatureAlgorithm } from "./key.ts"
export type { DescribedName, DistinguishedName } from "./distinguished-name.ts"
export type { GeneralName } from "./general-name.ts"
export type { KeyedCertificate } from "./tbs.ts"
export { type CertificateRequest, issue } from "./issue.ts"
export { type Renewal, renew } from "./renew.ts"
export { type CrlRequest, createCrl, type RevocationReason, type Revoked, revocationReasons } from "./crl.ts"
export { type CrlDescription, describeCrl, isCrlOf } from "./crl-description.ts"
export { type CertificateDescription, describe } from "./describe.ts"
export type { DescribedKey } from "./public-key.ts"
export type { ExtendedKeyUsage, KeyUsage } from "./extensions.ts"
export { type FileFormat, type ImportedFile, readFile } from "./read-file.ts"
export { exportPkcs12, type Pkcs12Request } from "./pkcs12/write.ts"
export { exportDer, exportPem } from "./export.ts"
export { pkcs12FileName, x509FileName } from "./file-names.ts"
export { type AuthorityProblem, authorityProblems, type TlsProblem, tlsServerProblems } from "./problems.ts"
export { chainOf, isIssuedBy } from "./chain.ts"
export { keyMatches } from "./key.ts"
export { coversName } from "./covers-name.ts"
export { largestCrl, largestFile, mostCertificates, mostRevoked } from "./limits.ts"
