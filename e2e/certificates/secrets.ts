/** Nothing that must stay secret can be read where it must not: the last test of every file about certificates. */
import { createPrivateKey } from "node:crypto"
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { api } from "@homeport/contract"
import { describe, expect, test } from "vitest"
import type { ApiClient } from "../lab/api-client.ts"
import { needs, openssl } from "./tools.ts"

const PASS_PHRASE = "Looking 4 secrets"

/** A server, and all that it ever told. */
export interface Told {
  readonly client: ApiClient
  readonly dataFolder: string
  log(): string
  /** Every answer of the API that was text. */
  answers(): string
}

export interface MoreSecrets {
  readonly passPhrases?: readonly string[]
  /** Paths of PEM keys that were brought along. */
  readonly keys?: () => readonly string[]
}

export function testThatNoSecretWasTold(
  told: () => Told & { readonly folder: string },
  { passPhrases = [], keys = () => [] }: MoreSecrets = {},
): void {
  describe("afterwards", () => {
    needs("openssl")
    test("neither log, answers, events nor data folder hold a private key or a pass-phrase", async () => {
      const { folder, ...where } = told()
      const secrets = [
        ...["PRIVATE KEY", PASS_PHRASE, ...passPhrases].map((words): Secret => [words, Buffer.from(words)]),
        ...(await storedKeys(where.client, folder)),
        ...keys().flatMap((path) => formsOf(readFileSync(path, "utf8"), path)),
      ]
      const places = await everythingTold(where)
      for (const [place, content] of places)
        for (const [what, secret] of secrets) expect(content.includes(secret), `${what} in ${place}`).toBe(false)
    })
  })
}

type Place = readonly [place: string, content: Buffer]
type Secret = readonly [what: string, bytes: Buffer]

async function everythingTold({ client, dataFolder, log, answers }: Told): Promise<readonly Place[]> {
  const { items } = await client.request(api.events.list, { query: { limit: 100 } })
  return [
    ["the log", Buffer.from(log())],
    ["the answers", Buffer.from(answers())],
    ["the events", Buffer.from(JSON.stringify(items))],
    ...readdirSync(dataFolder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }): Place => [name, readFileSync(join(dataFolder, name))]),
  ]
}

/** Of what is stored now. The export is the only way that they leave the server. */
async function storedKeys(client: ApiClient, folder: string): Promise<readonly Secret[]> {
  const { items } = await client.request(api.certificates.list, { query: { limit: 100 } })
  const found: Secret[] = []
  for (const { id, name } of items.filter(({ hasKey }) => hasKey)) {
    const body = { passPhrase: PASS_PHRASE, encryption: "3des" as const }
    const file = join(folder, "secret.p12")
    writeFileSync(file, await client.file(api.certificates.pkcs12, { params: { id }, body }))
    const pem = await openssl("pkcs12", "-in", file, "-nocerts", "-nodes", "-passin", `pass:${PASS_PHRASE}`)
    found.push(...formsOf(pem, name))
  }
  return found
}

/** What would give a key away: a prime of it, or the number of an elliptic curve's, and a line of its PEM. */
function formsOf(pem: string, name: string): readonly Secret[] {
  const key = createPrivateKey(pem)
  const { p, d = "" } = key.export({ format: "jwk" })
  const number = Buffer.from(p ?? d, "base64url")
  const line =
    String(key.export({ type: "pkcs8", format: "pem" }))
      .split("\n")
      .at(2) ?? ""
  return [number, number.toString("hex"), number.toString("base64url"), line].map(
    (form): Secret => [`the key of “${name}”`, Buffer.from(form)],
  )
}
