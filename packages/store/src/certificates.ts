/** Certificates and revocation lists as rows. Private keys are sealed, each in its own row's name. */
import type { DatabaseSync } from "node:sqlite"
import { Secret, type SecretBox } from "./secret.ts"
import type { RevocationListState, StoredCertificate } from "./settings-state.ts"

export interface CertificatesTable {
  load(): Map<number, StoredCertificate>
  /** The highest id that was ever given. */
  lastId(): number
  insert(certificate: StoredCertificate): void
  remove(id: number): void
}

export function createCertificatesTable(database: DatabaseSync, secrets: SecretBox): CertificatesTable {
  const all = database.prepare("SELECT * FROM certificates ORDER BY certificate")
  const insert = database.prepare(
    "INSERT INTO certificates VALUES ($id, $name, $pem, $privateKey, $generated, $version, $changedBy, $changedAt)",
  )
  const remove = database.prepare("DELETE FROM certificates WHERE certificate = ?")
  const last = database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'certificates'")
  return {
    load() {
      // The columns of a STRICT table: SQLite itself keeps their types.
      const rows = all.all() as unknown as CertificateRow[]
      return new Map(rows.map((row) => [row.certificate, certificateOf(row, secrets)]))
    },
    lastId: () => Number(last.get()?.seq ?? 0),
    insert({ id, name, pem, privateKey, generated, version, changedBy, changedAt }) {
      insert.run({
        $id: id,
        $name: name,
        $pem: pem,
        $privateKey: privateKey ? secrets.seal(privateKey.reveal(), privateKeyPlace(id)) : null,
        $generated: generated ? 1 : 0,
        $version: version,
        $changedBy: changedBy ?? "",
        $changedAt: changedAt ?? 0,
      })
    },
    remove(id) {
      remove.run(id)
    },
  }
}

interface CertificateRow {
  certificate: number
  name: string
  pem: string
  private_key: Uint8Array | null
  generated: number
  version: number
  changed_by: string
  changed_at: number
}

function certificateOf(row: CertificateRow, secrets: SecretBox): StoredCertificate {
  const sealed = row.private_key
  return {
    id: row.certificate,
    name: row.name,
    pem: row.pem,
    privateKey: sealed ? Secret.lazy(() => secrets.open(sealed, privateKeyPlace(row.certificate))) : undefined,
    generated: row.generated === 1,
    version: row.version,
    changedBy: row.changed_by,
    changedAt: row.changed_at,
  }
}

/** Where the key of this certificate is sealed at. */
export const privateKeyPlace = (id: number): string => `certificates/${id}/private-key`

export interface RevocationListsTable {
  load(): Map<string, RevocationListState>
  put(list: RevocationListState): void
}

export function createRevocationListsTable(database: DatabaseSync): RevocationListsTable {
  const all = database.prepare("SELECT * FROM revocation_lists")
  const put = database.prepare("INSERT OR REPLACE INTO revocation_lists VALUES (?, ?, ?, ?, ?, ?)")
  return {
    load() {
      // As above.
      const rows = all.all() as unknown as RevocationListRow[]
      return new Map(rows.map((row) => [row.authority, listOf(row)]))
    },
    put({ authority, number, thisUpdate, nextUpdate, der, revoked }) {
      put.run(authority, number, thisUpdate, nextUpdate, der, JSON.stringify(revoked))
    },
  }
}

interface RevocationListRow {
  authority: string
  number: number
  this_update: number
  next_update: number
  der: Uint8Array
  revoked: string
}

const listOf = (row: RevocationListRow): RevocationListState => ({
  authority: row.authority,
  number: row.number,
  thisUpdate: row.this_update,
  nextUpdate: row.next_update,
  der: row.der,
  // Written above.
  revoked: JSON.parse(row.revoked) as RevocationListState["revoked"],
})
