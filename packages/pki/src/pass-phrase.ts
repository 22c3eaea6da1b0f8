/**
 * A pass-phrase as octets. RFC 7292 Appendix B.1 wants BMPString for PKCS#12's own key derivation; RFC 8018 leaves the choice to the
 * program, which is UTF-8 by now. For reading there are several, best first, since programs did as they liked with umlauts.
 */

/** Big-endian UTF-16 with two zeros at its end; code points above U+FFFF as surrogates, as OpenSSL does. */
export function bmpPassPhrase(text: string): Uint8Array {
  return Buffer.from(`${text}\0`, "utf16le").swap16()
}

export const utf8PassPhrase = (text: string): Uint8Array => Buffer.from(text)

/** For the key derivation of PKCS#12. */
export function bmpCandidates(text: string): readonly Uint8Array[] {
  // "No pass-phrase" is no octets at all for some (Java, GnuTLS, Windows), and an empty string with its zeros for others.
  if (text === "") return [bmpPassPhrase(""), new Uint8Array()]
  if (isAscii(text)) return [bmpPassPhrase(text)]
  // OpenSSL before 1.1.0 took each octet of the UTF-8 for a character.
  return [bmpPassPhrase(text), bmpPassPhrase(Buffer.from(text).toString("latin1"))]
}

/** For PBKDF2 and its like. */
export function octetCandidates(text: string): readonly Uint8Array[] {
  if (isAscii(text)) return [utf8PassPhrase(text)]
  // node-forge, and old programs on Windows, write one octet for each character.
  const latin1 = Buffer.from(text, "latin1")
  return latin1.toString("latin1") === text ? [utf8PassPhrase(text), latin1] : [utf8PassPhrase(text)]
}

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text)
