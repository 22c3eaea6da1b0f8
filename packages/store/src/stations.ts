/** Stations as rows. */
import type { DatabaseSync } from "node:sqlite"
import { Secret, type SecretBox } from "./secret.ts"
import type { Station } from "./settings-state.ts"

export interface StationsTable {
  load(): Map<number, Station>
  /** Of a new or removed index. */
  insert(station: Station): void
  remove(index: number): void
}

export function createStationsTable(database: DatabaseSync, secrets: SecretBox): StationsTable {
  const all = database.prepare("SELECT * FROM stations ORDER BY station")
  const insert = database.prepare(
    `INSERT INTO stations VALUES
      ($station, $callNumber, $name, $authenticationActive, $password, $sipUserId, $realm, $digestAlgorithms,
       $fixedIpAddress, $secondarySystemId, $internetRegistration, $natTraversal, $version, $changedBy, $changedAt,
       $internetRegistrationUntil, $userAgentPrefix)`,
  )
  const remove = database.prepare("DELETE FROM stations WHERE station = ?")
  return {
    load() {
      const stations = new Map<number, Station>()
      // The columns of a STRICT table: SQLite itself keeps their types.
      for (const row of all.iterate() as Iterable<unknown> as Iterable<StationRow>)
        stations.set(row.station, stationOf(row, secrets))
      return stations
    },
    insert(station) {
      insert.run({
        $station: station.index,
        $callNumber: station.callNumber,
        $name: station.name,
        $authenticationActive: station.authenticationActive ? 1 : 0,
        $password: station.password ? secrets.seal(station.password.reveal(), passwordPlace(station.index)) : null,
        $sipUserId: station.sipUserId,
        $realm: station.realm,
        $digestAlgorithms: station.digestAlgorithms,
        $fixedIpAddress: station.fixedIpAddress,
        $secondarySystemId: station.secondarySystemId,
        $internetRegistration: station.internetRegistration ? 1 : 0,
        $natTraversal: station.natTraversal,
        $version: station.version,
        $changedBy: station.changedBy ?? "",
        $changedAt: station.changedAt ?? 0,
        $internetRegistrationUntil: station.internetRegistrationUntil,
        $userAgentPrefix: station.userAgentPrefix,
      })
    },
    remove(index) {
      remove.run(index)
    },
  }
}

interface StationRow {
  station: number
  call_number: string
  name: string
  authentication_active: number
  password: Uint8Array | null
  sip_user_id: string
  realm: string
  digest_algorithms: Station["digestAlgorithms"]
  fixed_ip_address: string | null
  secondary_system_id: string
  internet_registration: number
  nat_traversal: Station["natTraversal"]
  version: number
  changed_by: string
  changed_at: number
  internet_registration_until: string | null
  user_agent_prefix: string
}

function stationOf(row: StationRow, secrets: SecretBox): Station {
  const sealed = row.password
  return {
    index: row.station,
    callNumber: row.call_number,
    name: row.name,
    authenticationActive: row.authentication_active === 1,
    password: sealed ? Secret.lazy(() => secrets.open(sealed, passwordPlace(row.station))) : undefined,
    sipUserId: row.sip_user_id,
    realm: row.realm,
    digestAlgorithms: row.digest_algorithms,
    fixedIpAddress: row.fixed_ip_address,
    secondarySystemId: row.secondary_system_id,
    internetRegistration: row.internet_registration === 1,
    internetRegistrationUntil: row.internet_registration_until,
    userAgentPrefix: row.user_agent_prefix,
    natTraversal: row.nat_traversal,
    version: row.version,
    changedBy: row.changed_by,
    changedAt: row.changed_at,
  }
}

/** Where the password of this station is sealed at. */
export const passwordPlace = (index: number): string => `stations/${index}/password`
