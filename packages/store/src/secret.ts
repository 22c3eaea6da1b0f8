/**
 * Secrets: in memory a value that prints as dots, on disk AES-256-GCM under the installation's key.
 *
 *   ┌─ 1 ─┬── 12 ──┬── 16 ──┬── rest ────┐
 *   │  1  │ nonce  │  tag   │ ciphertext │    authenticated together with the place it is stored at,
 *   └─────┴────────┴────────┴────────────┘    so that no row can take another row's secret
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"
import { inspect } from "node:util"

/** A value that only `reveal()` shows: logs, JSON, templates and the debugger see dots. */
export class Secret {
  readonly #reveal: () => string

  private constructor(reveal: () => string) {
    this.#reveal = reveal
  }

  static of(value: string): Secret {
    return new Secret(() => value)
  }

  /** Computed when first revealed, and kept: decrypting 10,000 passwords would hold up the start. */
  static lazy(compute: () => string): Secret {
    let value: string | undefined
    return new Secret(() => {
      value ??= compute()
      return value
    })
  }

  reveal(): string {
    return this.#reveal()
  }

  toString(): string {
    return dots
  }

  toJSON(): string {
    return dots
  }

  [inspect.custom](): string {
    return dots
  }
}

const dots = "••••••••"

export interface SecretBox {
  seal(value: string, place: string): Uint8Array
  /** Throws when the key, the place or the bytes are not those of `seal`. */
  open(sealed: Uint8Array, place: string): string
}

export function createSecretBox(key: Uint8Array): SecretBox {
  return {
    seal(value, place) {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(place))
      const text = Buffer.concat([cipher.update(value, "utf8"), cipher.final()])
      return Buffer.concat([Buffer.of(formatVersion), nonce, cipher.getAuthTag(), text])
    },
    open(sealed, place) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
      if (bytes.length < headLength || bytes[0] !== formatVersion) throw new Error("not a sealed secret")
      const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(1, 1 + nonceLength), {
        authTagLength: tagLength,
      })
        .setAAD(Buffer.from(place))
        .setAuthTag(bytes.subarray(1 + nonceLength, headLength))
      return Buffer.concat([decipher.update(bytes.subarray(headLength)), decipher.final()]).toString("utf8")
    },
  }
}

const formatVersion = 1
const nonceLength = 12
const tagLength = 16
const headLength = 1 + nonceLength + tagLength
