/** Netstrings, the frames of baresip's control port: the length in digits, a colon, the bytes, a comma. */

export function netstring(text: string): string {
  return `${Buffer.byteLength(text)}:${text},`
}

export function takeNetstrings(bytes: Buffer): { readonly texts: readonly string[]; readonly rest: Buffer } {
  const texts: string[] = []
  let rest = bytes
  for (;;) {
    const colon = rest.indexOf(":")
    if (colon < 0) return { texts, rest }
    const length = Number(rest.toString("latin1", 0, colon))
    if (rest.length < colon + 1 + length + 1) return { texts, rest }
    texts.push(rest.toString("utf8", colon + 1, colon + 1 + length))
    rest = rest.subarray(colon + 1 + length + 1)
  }
}
