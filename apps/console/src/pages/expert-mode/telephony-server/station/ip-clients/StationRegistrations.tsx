/** Where a station is registered at this moment; or how to get a phone to register. */
import type { Registration, SipClient } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { listenersQuery } from "../../../../../api/queries.ts"
import { EmptyState } from "../../../../../frame/EmptyState.tsx"
import { LiveIcon } from "../../../../../frame/icons.tsx"
import { Card } from "../../../../../table/Card.tsx"
import { DataTable } from "../../../../../table/DataTable.tsx"
import { registrationColumns } from "../../../../../table/registration-columns.tsx"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useTexts } from "../../../../../text/texts.tsx"
import styles from "./StationRegistrations.module.css"

interface StationRegistrationsProps {
  readonly station: SipClient
  /** Undefined: not known yet. */
  readonly registrations: readonly Registration[] | undefined
}

export function StationRegistrations({ station, registrations }: StationRegistrationsProps) {
  const texts = useTexts()
  const words = usePageTexts("sipClient")
  const { data: listeners } = useSuspenseQuery(listenersQuery())
  const inner = listeners.items.find(({ network }) => network === "inner")
  const host = inner ? `${inner.address}:${inner.port}` : ""
  return (
    <Card title={words.registrationsTitle} flush>
      {registrations === undefined ? (
        <div className={styles.waiting} />
      ) : registrations.length > 0 ? (
        <DataTable
          label={words.registrationsTitle}
          rows={registrations}
          keyOf={({ id }) => id}
          columns={registrationColumns(texts)}
        />
      ) : (
        <EmptyState
          icon={<LiveIcon size={24} />}
          title={words.noRegistrations}
          text={words.noRegistrationsText(station.sipUserId, host)}
        />
      )}
    </Card>
  )
}
