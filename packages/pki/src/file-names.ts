/** What exported files are called: by the Common Name, without what a file system, a shell or a header would take amiss. */

/** `<Common Name>.crt`: Windows and phones open both encodings under this name. */
export function x509FileName(commonName: string, encoding: "pem" | "der"): string {
  return stem("", commonName) + x509Endings[encoding]
}

/** `BasedOn<Common Name>.p12`, after the authority that signed what is in it. */
export function pkcs12FileName(authorityCommonName: string): string {
  return `${stem("BasedOn", authorityCommonName)}.p12`
}

function stem(prefix: string, name: string): string {
  const safe = name
    .toWellFormed()
    .normalize("NFC")
    // Separators, quotes, what Windows reserves, controls, and marks that turn the direction of writing.
    .replace(/[/\\:*?"'`<>|\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff]/gu, "_")
    .replace(/^[\s.]+/, "")
  const cut = bounded(safe).replace(/[\s.]+$/, "")
  const named = cut === "" ? "certificate" : cut
  // Windows opens a device under these names, whatever the ending.
  const reserved = prefix === "" && /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i.test(named)
  return `${prefix}${reserved ? "_" : ""}${named}`
}

/** File systems allow 255 octets in all. */
function bounded(name: string): string {
  let kept = ""
  let octets = 0
  for (const character of [...name].slice(0, mostCharacters)) {
    octets += Buffer.byteLength(character)
    if (octets > mostOctets) break
    kept += character
  }
  return kept
}

const x509Endings = { pem: ".crt", der: ".crt" } as const
const mostCharacters = 110
const mostOctets = 220
