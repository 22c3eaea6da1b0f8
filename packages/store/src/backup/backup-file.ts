/**
 * A backup as one file: what is inside can be read and changed only with its pass-phrase.
 *
 *   ┌────── 8 ───────┬─── 2 ───┬─── 2 ──┬─ length ─┬──── size ────┬── 16 ──┐
 *   │ magic          │ format  │ length │ header   │ ciphertext   │  tag   │
 *   └────────────────┴─────────┴────────┴──────────┴──────────────┴────────┘
 *    └──────── in clear, authenticated ───────────┘ └─ AES-256-GCM under scrypt(pass-phrase, salt): RFC 5288 §3, RFC 7914 ─┘
 *
 * The header says what must be known before a pass-phrase is typed: from when, of which version, how long. The key is another one for
 * every file, because the salt is, so the nonce may be the same for all of them.
 */
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from "node:crypto"
import { promisify } from "node:util"
import type { Secret } from "../secret.ts"
import { BackupError } from "./backup-error.ts"

/** What a file says of itself, in clear. */
export interface BackupHeader {
  /** Of the database inside: the number of its last migration. */
  readonly schema: number
  /** Of the Homeport that wrote it. */
  readonly version: string
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly installationId: string
}

/** No backup is longer, in octets: 10,000 stations with a device each are a third of it. */
export const longestBackup = 32 * 1024 * 1024

/** What deriving the key costs: RFC 7914 §2. Memory is 128 · r · N octets. */
export interface ScryptCost {
  readonly N: number
  readonly r: number
  readonly p: number
}

/** 64 MB and a few tenths of a second. */
export const usualCost: ScryptCost = { N: 2 ** 16, r: 8, p: 2 }

export async function sealBackup(
  content: Uint8Array,
  header: BackupHeader,
  passPhrase: Secret,
  cost: ScryptCost = usualCost,
): Promise<Uint8Array> {
  const salt = randomBytes(saltLength)
  const stored: StoredHeader = { ...header, salt: salt.toString("base64"), cost, size: content.length }
  const clear = clearPart(Buffer.from(JSON.stringify(stored)))
  const cipher = createCipheriv("aes-256-gcm", await keyOf(passPhrase, salt, cost), nonce).setAAD(clear)
  const file = Buffer.concat([clear, cipher.update(content), cipher.final(), cipher.getAuthTag()])
  if (file.length > longestBackup) throw new BackupError("BackupTooLarge", { maximum: longestBackup / 1024 / 1024 })
  return file
}

/** Needs no pass-phrase, and no more than the first 4096 octets; it is proven by opening alone. Throws a `BackupError`. */
export function readBackupHeader(beginning: Uint8Array): BackupHeader {
  return parseClear(beginning).header
}

/** Header and content. Throws a `BackupError`; a wrong pass-phrase and an altered file cannot be told apart. */
export async function unsealBackup(
  file: Uint8Array,
  passPhrase: Secret,
  knownSchema: number,
): Promise<{ readonly header: BackupHeader; readonly content: Uint8Array }> {
  const { header, clear, salt, cost, size } = parse(file, knownSchema)
  const start = clear.length
  const decipher = createDecipheriv("aes-256-gcm", await keyOf(passPhrase, salt, cost), nonce, {
    authTagLength: tagLength,
  })
    .setAAD(clear)
    .setAuthTag(file.subarray(start + size, start + size + tagLength))
  try {
    const content = Buffer.concat([decipher.update(file.subarray(start, start + size)), decipher.final()])
    return { header, content }
  } catch {
    throw new BackupError("BackupNotOpened")
  }
}

interface StoredHeader extends BackupHeader {
  readonly salt: string
  readonly cost: ScryptCost
  /** Of the ciphertext, in octets. */
  readonly size: number
}

interface Parsed {
  readonly header: BackupHeader
  /** Everything before the ciphertext. */
  readonly clear: Uint8Array
  readonly salt: Uint8Array
  readonly cost: ScryptCost
  readonly size: number
}

function clearPart(header: Uint8Array): Buffer {
  const numbers = Buffer.alloc(4)
  numbers.writeUInt16BE(formatVersion, 0)
  numbers.writeUInt16BE(header.length, 2)
  return Buffer.concat([magic, numbers, header])
}

/** The order decides what is said: a file of a newer Homeport may look altered to us. */
function parse(file: Uint8Array, knownSchema: number): Parsed {
  const parsed = parseClear(file)
  const { header, clear, size } = parsed
  if (header.schema > knownSchema) throw new BackupError("BackupNewer", { version: header.version })
  const whole = clear.length + size + tagLength
  if (file.length < whole) throw new BackupError("BackupTruncated")
  if (file.length > whole) throw new BackupError("BackupAltered")
  return parsed
}

function parseClear(file: Uint8Array): Parsed {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  // A piece of our magic is a piece of ours.
  if (bytes.length === 0 || !magic.subarray(0, bytes.length).equals(bytes.subarray(0, magic.length)))
    throw new BackupError("BackupForeign")
  if (bytes.length < fixedLength) throw new BackupError("BackupTruncated")
  if (bytes.readUInt16BE(magic.length) > formatVersion) throw new BackupError("BackupNewer", { version: "?" })
  const start = fixedLength + bytes.readUInt16BE(magic.length + 2)
  if (bytes.length < start) throw new BackupError("BackupTruncated")
  const { salt, cost, size, ...header } = storedHeader(bytes.subarray(fixedLength, start))
  return { header, clear: bytes.subarray(0, start), salt: Buffer.from(salt, "base64"), cost, size }
}

/** Whoever made the file chose these numbers, and nobody has proven yet that it was us: each is bounded. */
function storedHeader(bytes: Buffer): StoredHeader {
  let read: unknown
  try {
    read = JSON.parse(bytes.toString("utf8"))
  } catch {
    throw new BackupError("BackupAltered")
  }
  if (typeof read !== "object" || read === null) throw new BackupError("BackupAltered")
  // Each field is looked at below.
  const header = read as Partial<Record<keyof StoredHeader, unknown>>
  const { schema, version, createdAt, installationId, salt, size } = header
  const cost = costOf(header.cost)
  if (
    !isWhole(schema, 1, 1_000_000) ||
    !isWhole(createdAt, 0, 8.64e15) ||
    !isWhole(size, 0, longestBackup) ||
    !isText(version, 40) ||
    !isText(installationId, 40) ||
    !isText(salt, 64) ||
    Buffer.from(salt, "base64").length !== saltLength ||
    !cost
  )
    throw new BackupError("BackupAltered")
  return { schema, version, createdAt, installationId, salt, size, cost }
}

function costOf(value: unknown): ScryptCost | undefined {
  if (typeof value !== "object" || value === null || !("N" in value && "r" in value && "p" in value)) return undefined
  const { N, r, p } = value
  if (!isWhole(N, 2 ** 12, 2 ** 17) || (N & (N - 1)) !== 0 || !isWhole(r, 8, 8) || !isWhole(p, 1, 4)) return undefined
  return { N, r, p }
}

const isWhole = (value: unknown, least: number, most: number): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= least && value <= most

const isText = (value: unknown, longest: number): value is string =>
  typeof value === "string" && value.length > 0 && value.length <= longest

const derive = promisify<string, Uint8Array, number, object, Buffer>(scrypt)

/** The same letters may come from keyboards in different forms: RFC 8265 §4.2 asks for one of them. */
const keyOf = (passPhrase: Secret, salt: Uint8Array, cost: ScryptCost): Promise<Buffer> =>
  derive(passPhrase.reveal().normalize("NFC"), salt, 32, { ...cost, maxmem: 160 * cost.N * cost.r })

/** As PNG's: an octet that is no text, and line ends that a careless transfer would change. */
const magic = Buffer.from("\x89HPBK\r\n\x1a", "latin1")
const formatVersion = 1
const fixedLength = magic.length + 4
const saltLength = 16
const tagLength = 16
const nonce = Buffer.alloc(12)
